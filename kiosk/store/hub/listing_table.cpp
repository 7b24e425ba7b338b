// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/listing_table.h"

#include <nlohmann/json.hpp>

#include "store/hub/listing_json.h"
#include "store/listing_parts.h"
#include "store/listing_row.h"
#include "store/programme_reader.h"
#include "store/rows.h"
#include "store/sqlite/row_writer.h"
#include "store/surroundings.h"

namespace wenlan::store {

namespace {

std::string state_text(ListingState state, const std::optional<base::Instant>& publish_at) {
    nlohmann::ordered_json json = {{"state", name_of(state)}};
    if (publish_at) json["publish_at"] = base::to_iso8601(*publish_at);
    return json.dump();
}

}  // namespace

std::string subject_of(domain::ListingId id) { return "listing:" + std::to_string(id.value); }

base::Result<std::int64_t> next_change(sqlite::Database& database) {
    base::ensure(database.in_transaction(), "a change has a transaction");
    TRY(database.run("UPDATE programme SET change = change + 1, begun = 1 WHERE id = 1"));
    return database.integer("SELECT change FROM programme WHERE id = 1");
}

base::Result<std::optional<HubListing>> read_hub_listing(sqlite::Database& database,
                                                         domain::ListingId id) {
    HubListing entry;
    {
        sqlite::Statement* const row = TRY(database.cached(
            "SELECT " + std::string(listing_columns) +
            ", l.origin, l.state, l.publish_at_ms, l.changed, l.changed <> l.derived "
            "FROM listing l WHERE l.id = ?"));
        const sqlite::Rows rows(row);
        row->bind(1, id.value);
        if (!TRY(row->step())) return std::optional<HubListing>{};
        entry.listing = TRY(read_listing(*row, 0));
        entry.origin = TRY(enum_value<Origin>(*row, listing_column_count));
        entry.state = TRY(enum_value<ListingState>(*row, listing_column_count + 1));
        entry.publish_at = optional_instant(*row, listing_column_count + 2);
        entry.revision = row->integer(listing_column_count + 3);
        entry.pending = row->integer(listing_column_count + 4) != 0;
    }
    entry.listing.tags = TRY(read_tags_of(database, id));
    TRY(read_parts(database, entry.listing));
    return std::optional(std::move(entry));
}

base::Result<std::optional<domain::ListingId>> find_listing(sqlite::Database& database,
                                                            std::string_view key) {
    sqlite::Statement* const row = TRY(database.cached("SELECT id FROM listing WHERE key = ?"));
    const sqlite::Rows rows(row);
    row->bind(1, key);
    if (!TRY(row->step())) return std::optional<domain::ListingId>{};
    return std::optional(domain::ListingId{row->integer(0)});
}

base::Result<domain::ListingId> add_listing(sqlite::Database& database, Audit& audit, const By& by,
                                            const ProgrammeListing& entry, std::int64_t change) {
    if (TRY(find_listing(database, entry.listing.key))) {
        return base::Error{"programme.invalid",
                           "The listing " + entry.listing.key + " is there twice."};
    }
    auto columns = listing_row(entry);
    columns.push_back({"changed", change});
    std::vector<sqlite::Column> keys = {{"key", entry.listing.key}};
    if (entry.listing.id) keys.push_back({"id", entry.listing.id.value});
    const auto written = TRY(sqlite::write_row(database, "listing", keys, columns));
    TRY(write_tags_of(database, written.id, entry.listing));
    TRY(write_parts(database, written.id, entry.listing));
    const domain::ListingId id{written.id};
    TRY(audit.append(by, "listing.added", subject_of(id), "", words_of(entry.listing)));
    return id;
}

base::Result<bool> change_listing(sqlite::Database& database, Audit& audit, const By& by,
                                  const HubListing& before, const ProgrammeListing& entry,
                                  std::int64_t change) {
    const BeforeAfter words = changes_of(before.listing, entry.listing);
    if (words.same() && before.origin == entry.origin) return false;
    const domain::ListingId id = before.listing.id;
    const auto known = TRY(find_listing(database, entry.listing.key));
    if (known && *known != id) {
        return base::Error{"programme.invalid",
                           "The listing " + entry.listing.key + " is there twice."};
    }
    auto columns = listing_row(entry);
    columns.push_back({"key", entry.listing.key});
    columns.push_back({"changed", change});
    const std::array<sqlite::Column, 1> keys{{{"id", id.value}}};
    TRY(sqlite::write_row(database, "listing", keys, columns));
    TRY(write_tags_of(database, id.value, entry.listing));
    TRY(write_parts(database, id.value, entry.listing));
    TRY(audit.append(by, "listing.changed", subject_of(id), words.before, words.after));
    return true;
}

base::Result<void> mark_changed(sqlite::Database& database, domain::ListingId id,
                                std::int64_t change) {
    sqlite::Statement* const mark =
        TRY(database.cached("UPDATE listing SET changed = ? WHERE id = ?"));
    mark->bind(1, change);
    mark->bind(2, id.value);
    return mark->run();
}

base::Result<void> write_state(sqlite::Database& database, Audit& audit, const By& by,
                               const HubListing& before, ListingState state,
                               std::optional<base::Instant> publish_at, std::int64_t change) {
    if (before.state == state && before.publish_at == publish_at) return {};
    sqlite::Statement* const update = TRY(database.cached(
        "UPDATE listing SET state = ?, publish_at_ms = ?, changed = ? WHERE id = ?"));
    update->bind(1, name_of(state));
    update->bind(2, to_ms(publish_at));
    update->bind(3, change);
    update->bind(4, before.listing.id.value);
    TRY(update->run());
    return audit.append(by, "listing.state", subject_of(before.listing.id),
                        state_text(before.state, before.publish_at), state_text(state, publish_at));
}

}  // namespace wenlan::store
