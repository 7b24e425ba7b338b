// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/transaction.h"

#include "base/log.h"

namespace wenlan::store::sqlite {

base::Result<Transaction> Transaction::begin(Database& database) {
    const bool inner = database.in_transaction();
    TRY(database.run(inner ? "SAVEPOINT inner_part" : "BEGIN IMMEDIATE"));
    return Transaction(database, inner);
}

base::Result<void> Transaction::commit() {
    base::ensure(database_ != nullptr, "a transaction is committed once");
    TRY(database_->run(inner_ ? "RELEASE inner_part" : "COMMIT"));
    database_ = nullptr;
    return {};
}

Transaction::~Transaction() {
    if (database_ == nullptr) return;
    const char* const undo = inner_ ? "ROLLBACK TO inner_part; RELEASE inner_part" : "ROLLBACK";
    if (const auto undone = database_->run(undo); !undone) {
        // SQLite has rolled back by itself after some failures; then this is merely noted.
        base::log::warning("undoing a change of the programme", undone.error());
    }
}

}  // namespace wenlan::store::sqlite
