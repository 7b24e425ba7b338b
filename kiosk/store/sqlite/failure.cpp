// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/failure.h"

#include <sqlite3.h>
#include <string>

namespace wenlan::store::sqlite {

namespace {

struct Meaning {
    const char* code;
    const char* message;
};

Meaning meaning_of(int code) {
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {"store.busy", "The programme is being changed by someone else."};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {"store.corrupt", "The programme's file is damaged."};
        case SQLITE_FULL:
            return {"store.disk-full", "The disk is full."};
        case SQLITE_IOERR:
            return {"store.io", "The disk could not be read or written."};
        case SQLITE_CANTOPEN:
            return {"store.cannot-open", "The programme's file cannot be opened."};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {"store.read-only", "The programme's file may not be changed."};
        case SQLITE_CONSTRAINT:
            return {"store.constraint", "The programme does not allow this."};
        case SQLITE_TOOBIG:
            return {"store.too-large", "A text of the programme is too long."};
        default:
            return {"store.failed", "The programme's file could not be used."};
    }
}

}  // namespace

base::Error failure(int code, sqlite3* database) {
    const Meaning meaning = meaning_of(code);
    std::string detail = std::string(sqlite3_errstr(code)) + " (" + std::to_string(code) + ")";
    if (database != nullptr) detail += std::string(": ") + sqlite3_errmsg(database);
    return {meaning.code, meaning.message, detail};
}

}  // namespace wenlan::store::sqlite
