// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/row_writer.h"

namespace wenlan::store::sqlite {

namespace {

void bind(Statement& statement, int parameter, const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        statement.bind(parameter, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        statement.bind(parameter, *real);
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
        statement.bind(parameter, *text);
    } else {
        statement.bind_null(parameter);
    }
}

void bind_all(Statement& statement, int first, std::span<const Column> columns) {
    for (const Column& column : columns) bind(statement, first++, column.value);
}

// "a, b, c", or with a pattern in which @ is the name: "a = ?, b = ?".
std::string joined(std::span<const Column> columns, std::string_view pattern,
                   std::string_view separator) {
    std::string text;
    for (const Column& column : columns) {
        if (!text.empty()) text += separator;
        for (const char c : pattern) {
            if (c == '@') {
                text += column.name;
            } else {
                text += c;
            }
        }
    }
    return text;
}

base::Result<std::optional<std::int64_t>> find(Database& database, std::string_view table,
                                               std::span<const Column> keys) {
    Statement* const select = TRY(database.cached("SELECT id FROM " + std::string(table) +
                                                  " WHERE " + joined(keys, "@ = ?", " AND ")));
    const Rows rows(select);
    bind_all(*select, 1, keys);
    if (!TRY(select->step())) return std::optional<std::int64_t>{};
    return std::optional{select->integer(0)};
}

base::Result<void> insert(Database& database, std::string_view table, std::span<const Column> keys,
                          std::span<const Column> columns) {
    std::vector<Column> all(keys.begin(), keys.end());
    all.insert(all.end(), columns.begin(), columns.end());
    Statement* const statement =
        TRY(database.cached("INSERT INTO " + std::string(table) + " (" + joined(all, "@", ", ") +
                            ") VALUES (" + joined(all, "?", ", ") + ")"));
    bind_all(*statement, 1, all);
    return statement->run();
}

// False: the row was the same.
base::Result<bool> update(Database& database, std::string_view table, std::int64_t id,
                          std::span<const Column> columns) {
    Statement* const statement = TRY(
        database.cached("UPDATE " + std::string(table) + " SET " + joined(columns, "@ = ?", ", ") +
                        " WHERE id = ? AND (" + joined(columns, "@ IS NOT ?", " OR ") + ")"));
    const int count = static_cast<int>(columns.size());
    bind_all(*statement, 1, columns);
    statement->bind(count + 1, id);
    bind_all(*statement, count + 2, columns);
    TRY(statement->run());
    return database.changes() > 0;
}

}  // namespace

base::Result<WrittenRow> write_row(Database& database, std::string_view table,
                                   std::span<const Column> keys, std::span<const Column> columns) {
    if (const auto id = TRY(find(database, table, keys))) {
        const bool changed = TRY(update(database, table, *id, columns));
        return WrittenRow{*id, changed ? Written::changed : Written::unchanged};
    }
    TRY(insert(database, table, keys, columns));
    return WrittenRow{database.last_insert_id(), Written::added};
}

}  // namespace wenlan::store::sqlite
