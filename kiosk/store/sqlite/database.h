// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/sqlite/statement.h"

struct sqlite3;

namespace wenlan::store::sqlite {

// A connection, defended against hostile files: no schema tricks, no attaching, bounded sizes.
// Belongs to one thread at a time.
class Database {
public:
    // A file that nothing will change while it is open. Takes no locks, writes nothing beside it.
    static base::Result<Database> open_immutable(const std::filesystem::path& path);
    // Made if it is missing. Every commit is on the disk when it returns.
    static base::Result<Database> open_for_editing(const std::filesystem::path& path);
    // The hub's own file, which is not taken from strangers: with a write-ahead log, so that
    // reading goes on while something is written, and with the triggers of its schema.
    static base::Result<Database> open_hub(const std::filesystem::path& path);
    static base::Result<Database> in_memory();

    base::Result<Statement> prepare(std::string_view sql);
    // Prepared once for this connection, reset and without bindings. Not to be used again while the
    // caller before is still stepping through it.
    base::Result<Statement*> cached(std::string_view sql);

    // Statements without parameters and rows: schema files, pragmas.
    base::Result<void> run(const std::string& sql);
    // The first column of the first row.
    base::Result<std::int64_t> integer(std::string_view sql);

    bool in_transaction() const;
    std::int64_t last_insert_id() const;
    // Rows changed by the last INSERT, UPDATE or DELETE.
    std::int64_t changes() const;

    // Bytes of the database's file as it was opened, whatever has become of its name: at most
    // `bytes_max` from `offset` on, none past its end.
    base::Result<std::string> file_bytes(std::int64_t offset, std::size_t bytes_max);

    // Copies every page, as it is, into a new file that needs no journal to be read. The file is
    // complete but not yet synced.
    base::Result<void> copy_to(const std::filesystem::path& path);

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    using Handle = std::unique_ptr<sqlite3, Close>;

    explicit Database(Handle handle) : handle_(std::move(handle)) {}
    static base::Result<Database> open(const std::string& name, int flags);
    base::Result<void> defend();

    Handle handle_;
    std::map<std::string, Statement, std::less<>> cached_;  // closed before the handle
};

}  // namespace wenlan::store::sqlite
