// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/database.h"

namespace wenlan::store::sqlite {

// Holds the write lock from the start and is undone unless it is committed. One that begins inside
// another is a part of it: undone alone, or with it.
class Transaction {
public:
    static base::Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : database_(other.database_), inner_(other.inner_) {
        other.database_ = nullptr;
    }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    base::Result<void> commit();

private:
    Transaction(Database& database, bool inner) : database_(&database), inner_(inner) {}
    Database* database_;
    bool inner_;
};

}  // namespace wenlan::store::sqlite
