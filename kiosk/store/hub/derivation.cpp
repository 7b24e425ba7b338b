// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/derivation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "store/hub/listing_table.h"
#include "store/hub/occasion_table.h"
#include "store/programme_reader.h"
#include "store/rows.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

constexpr std::string_view visible =
    "(state = 'published' AND (publish_at_ms IS NULL OR publish_at_ms <= ?1))";

base::Result<bool> same_stamp(sqlite::Database& database, std::int64_t stamp) {
    sqlite::Statement* const row =
        TRY(database.cached("SELECT publication_stamp FROM programme WHERE id = 1"));
    const sqlite::Rows rows(row);
    return TRY(row->step()) && row->optional_integer(0) == std::optional(stamp);
}

}  // namespace

base::Result<bool> Derivation::bring_up_to_date(Publication& publication, base::Instant now,
                                                Scope scope,
                                                const std::vector<domain::ListingId>& also) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    const std::int64_t stamp = TRY(publication.stamp());
    const bool whole = !TRY(same_stamp(database_, stamp));
    const Scope taken = whole ? Scope::everything : scope;
    const std::vector<Line> rows = TRY(lines(whole, now, taken, also));
    const bool surroundings = taken == Scope::everything && TRY(surroundings_pending());
    if (rows.empty() && !surroundings && !whole) return false;
    const ProgrammeChange change = TRY(change_of(rows, whole, taken));
    TRY(publication.follow(change));
    // Killed in between, the same is taken over again, and by the stamp the whole of it.
    TRY(mark(rows, taken));
    const std::int64_t after = TRY(publication.stamp());
    TRY(note_stamp(after));
    TRY(transaction.commit());
    return after != stamp;
}

base::Result<std::vector<Derivation::Line>> Derivation::lines(
    bool whole, base::Instant now, Scope scope, const std::vector<domain::ListingId>& also) {
    const std::string columns =
        "SELECT id, changed, " + std::string(visible) + " AS visible, shown FROM listing ";
    // A time that has come makes a listing visible without a change of it.
    const std::string come =
        "SELECT id FROM listing WHERE state = 'published' AND shown = 0 AND publish_at_ms <= ?1";
    std::string which;
    if (!whole && scope == Scope::everything) {
        which =
            "WHERE id IN (SELECT id FROM listing WHERE changed <> derived) OR id IN (" + come + ")";
    } else if (!whole) {
        which = "WHERE id IN (" + come + ")";
        for (const domain::ListingId id : also) which += " OR id = " + std::to_string(id.value);
    }
    sqlite::Statement row = TRY(database_.prepare(columns + which));
    row.bind(1, to_ms(now));
    std::vector<Line> found;
    while (TRY(row.step())) {
        found.push_back(
            {{row.integer(0)}, row.integer(1), row.integer(2) != 0, row.integer(3) != 0});
    }
    return found;
}

base::Result<ProgrammeChange> Derivation::change_of(const std::vector<Line>& lines, bool whole,
                                                    Scope scope) {
    ProgrammeChange change;
    change.whole = whole;
    Programme& programme = change.programme;
    if (scope == Scope::everything) programme.centre = TRY(read_centre(database_));
    programme.venues = TRY(read_venues(database_));
    programme.tags = TRY(read_tags(database_));
    for (const Line& line : lines) {
        if (!line.visible) {
            if (line.shown) change.gone.push_back(line.id);
            continue;
        }
        auto entry = TRY(read_hub_listing(database_, line.id));
        base::ensure(entry.has_value(), "a listing that was found is there");
        programme.listings.push_back({std::move(entry->listing), entry->origin});
        for (DatedOccasion& date : TRY(read_dates_of(database_, line.id))) {
            programme.occasions.push_back(std::move(date.entry));
        }
    }
    sqlite::Statement row =
        TRY(database_.prepare("SELECT demonstration, laid_out_on FROM programme WHERE id = 1"));
    if (TRY(row.step())) {
        programme.demonstration = row.integer(0) != 0;
        if (!row.is_null(1)) programme.laid_out_on = parse_date(row.text(1));
    }
    return change;
}

base::Result<void> Derivation::mark(const std::vector<Line>& lines, Scope scope) {
    sqlite::Statement* const listing =
        TRY(database_.cached("UPDATE listing SET derived = ?, shown = ? WHERE id = ?"));
    for (const Line& line : lines) {
        listing->bind(1, line.changed);
        listing->bind(2, line.visible ? 1 : 0);
        listing->bind(3, line.id.value);
        TRY(listing->run());
    }
    if (scope != Scope::everything) return {};
    return database_.run(
        "UPDATE programme SET surroundings_derived = surroundings_changed WHERE id = 1");
}

base::Result<void> Derivation::note(Publication& publication) {
    const std::int64_t stamp = TRY(publication.stamp());
    return note_stamp(stamp);
}

base::Result<void> Derivation::note_stamp(std::int64_t stamp) {
    sqlite::Statement* const note =
        TRY(database_.cached("UPDATE programme SET publication_stamp = ?1 WHERE id = 1 "
                             "AND publication_stamp IS NOT ?1"));
    note->bind(1, stamp);
    return note->run();
}

base::Result<bool> Derivation::anything_due(base::Instant now) {
    sqlite::Statement* const row =
        TRY(database_.cached("SELECT EXISTS (SELECT 1 FROM listing WHERE state = 'published' "
                             "AND shown = 0 AND publish_at_ms <= ?)"));
    const sqlite::Rows rows(row);
    row->bind(1, to_ms(now));
    return TRY(row->step()) && row->integer(0) != 0;
}

base::Result<bool> Derivation::pending(domain::ListingId listing) {
    sqlite::Statement* const row =
        TRY(database_.cached("SELECT changed <> derived FROM listing WHERE id = ?"));
    const sqlite::Rows rows(row);
    row->bind(1, listing.value);
    return TRY(row->step()) && row->integer(0) != 0;
}

base::Result<bool> Derivation::surroundings_pending() {
    return TRY(database_.integer("SELECT surroundings_changed <> surroundings_derived "
                                 "FROM programme WHERE id = 1")) != 0;
}

}  // namespace wenlan::store
