// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/hub_programme.h"

#include <string>

#include "store/hub/bulk_writer.h"
#include "store/hub/listing_table.h"
#include "store/hub/occasion_table.h"
#include "store/programme_check.h"
#include "store/programme_reader.h"
#include "store/rows.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

base::Error no_listing(domain::ListingId id) {
    return {"programme.no-listing", "There is no listing " + std::to_string(id.value) + "."};
}

// The rules of the domain for one listing.
base::Result<void> check_listing(const ProgrammeListing& entry) {
    Programme one;
    one.listings.push_back(entry);
    if (!entry.listing.id) one.listings.front().listing.id = {1};
    return check(one);
}

}  // namespace

base::Result<bool> HubProgramme::begun() {
    return TRY(database_.integer("SELECT begun FROM programme WHERE id = 1")) != 0;
}

base::Result<std::vector<HubListingLine>> HubProgramme::listings() {
    sqlite::Statement* const row =
        TRY(database_.cached("SELECT id, kind, title_zh, title_en, state, publish_at_ms, "
                             "changed <> derived FROM listing ORDER BY id"));
    const sqlite::Rows rows(row);
    std::vector<HubListingLine> lines;
    while (TRY(row->step())) {
        HubListingLine line;
        line.id = {row->integer(0)};
        line.kind = TRY(enum_value<domain::Kind>(*row, 1));
        line.title = local_text(*row, 2);
        line.state = TRY(enum_value<ListingState>(*row, 4));
        line.publish_at = optional_instant(*row, 5);
        line.pending = row->integer(6) != 0;
        lines.push_back(std::move(line));
    }
    return lines;
}

base::Result<HubListing> HubProgramme::listing(domain::ListingId id) {
    auto entry = TRY(read_hub_listing(database_, id));
    if (!entry) return no_listing(id);
    return std::move(*entry);
}

base::Result<domain::ListingId> HubProgramme::put_listing(const By& by, const HubListing& entry) {
    const ProgrammeListing wanted{entry.listing, entry.origin};
    TRY(check_listing(wanted));
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    domain::ListingId id = entry.listing.id;
    if (!id) {
        const std::int64_t change = TRY(next_change(database_));
        id = TRY(add_listing(database_, audit_, by, wanted, change));
    } else {
        const auto before = TRY(read_hub_listing(database_, id));
        if (!before) return no_listing(id);
        if (entry.revision != 0 && entry.revision != before->revision) {
            return base::Error{"programme.changed-meanwhile",
                               "Somebody else has changed this listing meanwhile."};
        }
        const std::int64_t change = TRY(next_change(database_));
        TRY(change_listing(database_, audit_, by, *before, wanted, change));
    }
    TRY(transaction.commit());
    return id;
}

base::Result<void> HubProgramme::set_state(const By& by, domain::ListingId id, ListingState state,
                                           std::optional<base::Instant> publish_at) {
    base::ensure(!publish_at || state == ListingState::published, "only publishing has a time");
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    const auto before = TRY(read_hub_listing(database_, id));
    if (!before) return no_listing(id);
    if (before->state == state && before->publish_at == publish_at) return {};
    const std::int64_t change = TRY(next_change(database_));
    TRY(write_state(database_, audit_, by, *before, state, publish_at, change));
    return transaction.commit();
}

base::Result<std::vector<AuditEntry>> HubProgramme::history(domain::ListingId id, int count_max) {
    TRY(listing(id));
    return audit_.of_subject(subject_of(id), count_max);
}

base::Result<domain::Centre> HubProgramme::centre() { return read_centre(database_); }

base::Result<void> HubProgramme::put_centre(const By& by, const domain::Centre& centre) {
    Programme programme;
    programme.centre = centre;
    TRY(put(by, programme));
    return {};
}

base::Result<std::vector<domain::Venue>> HubProgramme::venues() { return read_venues(database_); }

base::Result<domain::VenueId> HubProgramme::put_venue(const By& by, const domain::Venue& venue) {
    Programme programme;
    programme.venues.push_back(venue);
    programme.venues.front().id = {1};
    TRY(put(by, programme));
    sqlite::Statement* const row = TRY(database_.cached("SELECT id FROM venue WHERE key = ?"));
    const sqlite::Rows rows(row);
    row->bind(1, venue.key);
    base::ensure(TRY(row->step()), "a venue that was put is there");
    return domain::VenueId{row->integer(0)};
}

base::Result<std::vector<domain::Tag>> HubProgramme::tags() { return read_tags(database_); }

base::Result<std::vector<std::string>> HubProgramme::posters(std::size_t count_max) {
    sqlite::Statement* const row =
        TRY(database_.cached("SELECT poster FROM listing WHERE poster <> '' GROUP BY poster "
                             "ORDER BY max(changed) DESC LIMIT ?"));
    const sqlite::Rows rows(row);
    row->bind(1, static_cast<std::int64_t>(count_max));
    std::vector<std::string> names;
    while (TRY(row->step())) names.push_back(row->text(0));
    return names;
}

base::Result<Programme> HubProgramme::programme() {
    Programme programme;
    programme.centre = TRY(centre());
    programme.venues = TRY(venues());
    programme.tags = TRY(tags());
    for (const HubListingLine& line : TRY(listings())) {
        HubListing entry = TRY(listing(line.id));
        programme.listings.push_back({std::move(entry.listing), entry.origin});
    }
    programme.occasions = TRY(read_all_occasions(database_));
    sqlite::Statement row =
        TRY(database_.prepare("SELECT demonstration, laid_out_on FROM programme WHERE id = 1"));
    if (TRY(row.step())) {
        programme.demonstration = row.integer(0) != 0;
        if (!row.is_null(1)) programme.laid_out_on = parse_date(row.text(1));
    }
    return programme;
}

base::Result<PutReport> HubProgramme::put(const By& by, const Programme& programme,
                                          const BulkPut& how) {
    TRY(check(programme));
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    BulkWriter writer(database_, audit_, by, how);
    const PutReport report = TRY(writer.write(programme));
    if (how.mode == PutMode::dry_run) return report;
    TRY(transaction.commit());
    return report;
}

}  // namespace wenlan::store
