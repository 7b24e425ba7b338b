// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/database.h"

#include <algorithm>
#include <sqlite3.h>

#include "store/sqlite/failure.h"

namespace wenlan::store::sqlite {

namespace {

constexpr int busy_wait_ms = 5000;

// A file: URI takes any path once what has a meaning in it is escaped.
std::string immutable_uri(const std::filesystem::path& path) {
    std::string uri = "file:";
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : std::filesystem::absolute(path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z') || byte == '/' || byte == '-' ||
                           byte == '_' || byte == '.';
        if (plain) {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 0xF];
        }
    }
    return uri + "?mode=ro&immutable=1";
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

base::Result<Database> Database::open(const std::string& name, int flags) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &raw,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Handle handle(raw);
    if (code != SQLITE_OK) return failure(code, raw);
    Database database(std::move(handle));
    TRY(database.defend());
    return database;
}

base::Result<void> Database::defend() {
    sqlite3* const db = handle_.get();
    sqlite3_busy_timeout(db, busy_wait_ms);
    for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                        {SQLITE_DBCONFIG_DQS_DML, 0},
                                        {SQLITE_DBCONFIG_DQS_DDL, 0}}) {
        const int code = sqlite3_db_config(db, option, value, nullptr);
        if (code != SQLITE_OK) return failure(code, db);
    }
    constexpr int text_bytes_max = 4 << 20;
    for (const auto& [limit, value] : {std::pair{SQLITE_LIMIT_LENGTH, text_bytes_max},
                                       {SQLITE_LIMIT_SQL_LENGTH, 100'000},
                                       {SQLITE_LIMIT_COLUMN, 100},
                                       {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                       {SQLITE_LIMIT_COMPOUND_SELECT, 10},
                                       {SQLITE_LIMIT_VDBE_OP, 25'000},
                                       {SQLITE_LIMIT_ATTACHED, 0},
                                       {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
                                       {SQLITE_LIMIT_VARIABLE_NUMBER, 200},
                                       // Removing what refers to a row counts as a trigger.
                                       {SQLITE_LIMIT_TRIGGER_DEPTH, 5},
                                       {SQLITE_LIMIT_WORKER_THREADS, 0}}) {
        sqlite3_limit(db, limit, value);
    }
    return run("PRAGMA cell_size_check = ON");
}

base::Result<Database> Database::open_immutable(const std::filesystem::path& path) {
    Database database = TRY(open(immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI));
    // A whole town's programme; filled only as far as it is read.
    TRY(database.run("PRAGMA cache_size = -16000"));
    return database;
}

base::Result<Database> Database::open_for_editing(const std::filesystem::path& path) {
    Database database = TRY(open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    TRY(
        database.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
                     "PRAGMA foreign_keys = ON"));
    return database;
}

base::Result<Database> Database::open_hub(const std::filesystem::path& path) {
    Database database = TRY(open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    sqlite3* const db = database.handle_.get();
    const int code = sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
    if (code != SQLITE_OK) return failure(code, db);
    TRY(
        database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON"));
    return database;
}

base::Result<Database> Database::in_memory() {
    return open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

base::Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    Statement statement(raw);
    if (code != SQLITE_OK) return failure(code, handle_.get());
    return statement;
}

base::Result<Statement*> Database::cached(std::string_view sql) {
    auto found = cached_.find(sql);
    if (found == cached_.end()) {
        found = cached_.emplace(std::string(sql), TRY(prepare(sql))).first;
    }
    base::ensure(sqlite3_stmt_busy(found->second.handle_.get()) == 0,
                 "a cached statement has one user at a time");
    found->second.reset();
    return &found->second;
}

base::Result<void> Database::run(const std::string& sql) {
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return failure(code, handle_.get());
    return {};
}

base::Result<std::int64_t> Database::integer(std::string_view sql) {
    Statement statement = TRY(prepare(sql));
    if (!TRY(statement.step())) {
        return base::Error{"store.no-row", "The programme's file lacks something.",
                           std::string(sql)};
    }
    return statement.integer(0);
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

std::int64_t Database::last_insert_id() const { return sqlite3_last_insert_rowid(handle_.get()); }

std::int64_t Database::changes() const { return sqlite3_changes64(handle_.get()); }

base::Result<std::string> Database::file_bytes(std::int64_t offset, std::size_t bytes_max) {
    sqlite3_file* file = nullptr;
    int code = sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code != SQLITE_OK || file == nullptr || file->pMethods == nullptr) {
        return failure(code == SQLITE_OK ? SQLITE_IOERR : code, handle_.get());
    }
    sqlite3_int64 length = 0;
    code = file->pMethods->xFileSize(file, &length);
    if (code != SQLITE_OK) return failure(code, handle_.get());
    if (offset >= length) return std::string();
    const auto left = static_cast<std::size_t>(length - offset);
    std::string bytes(std::min(bytes_max, left), '\0');
    code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), offset);
    if (code != SQLITE_OK) return failure(code, handle_.get());
    return bytes;
}

base::Result<void> Database::copy_to(const std::filesystem::path& path) {
    Database copy = TRY(open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    sqlite3* const to = copy.handle_.get();
    sqlite3_backup* const backup = sqlite3_backup_init(to, "main", handle_.get(), "main");
    if (backup == nullptr) return failure(sqlite3_errcode(to), to);
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK) return failure(code, to);
    return copy.run("PRAGMA journal_mode = DELETE");
}

}  // namespace wenlan::store::sqlite
