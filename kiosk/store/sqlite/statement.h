// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace wenlan::store::sqlite {

// A prepared statement. Parameters count from 1, columns from 0. A failed bind is reported by the
// next step.
class Statement {
public:
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, int value) { bind(parameter, static_cast<std::int64_t>(value)); }
    void bind(int parameter, double value);
    void bind(int parameter, std::string_view text);
    void bind_bytes(int parameter, std::string_view bytes);
    void bind_null(int parameter);
    template <typename T>
    void bind(int parameter, const std::optional<T>& value) {
        if (value) {
            bind(parameter, *value);
        } else {
            bind_null(parameter);
        }
    }

    // True: there is a row.
    base::Result<bool> step();
    // To the end, ignoring rows, ready for the next binding.
    base::Result<void> run();
    // Ready to be run again, without bindings.
    void reset();

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    // UTF-8; ill-formed bytes come back as U+FFFD.
    std::string text(int column) const;
    // As they are.
    std::string bytes(int column) const;
    std::optional<std::int64_t> optional_integer(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const;
    };
    explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}
    void note(int code);

    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
    int bind_error_ = 0;
};

// Resets a statement when the reading of its rows ends, however it ends.
class Rows {
public:
    explicit Rows(Statement* statement) : statement_(statement) {}
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows() { statement_->reset(); }

private:
    Statement* statement_;
};

}  // namespace wenlan::store::sqlite
