// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/transaction.h"

#include "base/log.h"

namespace wenlan::store::sqlite {

base::Result<Transaction> Transaction::begin(Database& database) {
    TRY(database.run("BEGIN IMMEDIATE"));
    return Transaction(database);
}

base::Result<void> Transaction::commit() {
    base::ensure(database_ != nullptr, "a transaction is committed once");
    TRY(database_->run("COMMIT"));
    database_ = nullptr;
    return {};
}

Transaction::~Transaction() {
    if (database_ == nullptr) return;
    if (const auto undone = database_->run("ROLLBACK"); !undone) {
        // SQLite has rolled back by itself after some failures; then this is merely noted.
        base::log::warning("undoing a change of the programme", undone.error());
    }
}

}  // namespace wenlan::store::sqlite
