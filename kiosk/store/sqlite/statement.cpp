// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/statement.h"

#include <sqlite3.h>

#include "base/utf8.h"
#include "store/sqlite/failure.h"

namespace wenlan::store::sqlite {

void Statement::Finalize::operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }

void Statement::note(int code) {
    if (code != SQLITE_OK && bind_error_ == SQLITE_OK) bind_error_ = code;
}

void Statement::bind(int parameter, std::int64_t value) {
    note(sqlite3_bind_int64(handle_.get(), parameter, value));
}

void Statement::bind(int parameter, double value) {
    note(sqlite3_bind_double(handle_.get(), parameter, value));
}

void Statement::bind(int parameter, std::string_view text) {
    const char* bytes = text.data() == nullptr ? "" : text.data();
    note(sqlite3_bind_text64(handle_.get(), parameter, bytes, text.size(), SQLITE_TRANSIENT,
                             SQLITE_UTF8));
}

void Statement::bind_bytes(int parameter, std::string_view bytes) {
    const char* data = bytes.data() == nullptr ? "" : bytes.data();
    note(sqlite3_bind_blob64(handle_.get(), parameter, data, bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind_null(int parameter) { note(sqlite3_bind_null(handle_.get(), parameter)); }

base::Result<bool> Statement::step() {
    sqlite3* const database = sqlite3_db_handle(handle_.get());
    if (bind_error_ != SQLITE_OK) return failure(bind_error_, database);
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return failure(code, database);
}

base::Result<void> Statement::run() {
    const Rows rows(this);
    while (TRY(step())) {
    }
    return {};
}

void Statement::reset() {
    sqlite3_reset(handle_.get());
    sqlite3_clear_bindings(handle_.get());
    bind_error_ = SQLITE_OK;
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(handle_.get(), column); }

std::string Statement::text(int column) const {
    const unsigned char* bytes = sqlite3_column_text(handle_.get(), column);
    if (bytes == nullptr) return {};
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
    std::string text(reinterpret_cast<const char*>(bytes), size);
    if (!base::utf8::valid(text)) text = base::utf8::repaired(text);
    return text;
}

std::string Statement::bytes(int column) const {
    const void* bytes = sqlite3_column_blob(handle_.get(), column);
    if (bytes == nullptr) return {};
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
    return {static_cast<const char*>(bytes), size};
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

}  // namespace wenlan::store::sqlite
