// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/programme_writer.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "store/listing_parts.h"
#include "store/listing_row.h"
#include "store/names.h"
#include "store/rows.h"
#include "store/sqlite/row_writer.h"

namespace wenlan::store {

namespace {

using sqlite::Column;
using sqlite::Written;

std::vector<Column> columns_of(const domain::Occasion& o, std::int64_t venue,
                               const domain::Listing& listing) {
    const bool put_forward = listing.feature != domain::Feature::none;
    return {{"venue_id", venue},
            {"end_ms", to_ms(o.end)},
            {"capacity", value_of(o.capacity)},
            {"walk_in_places", value_of(o.walk_in_places)},
            {"signup_opens_ms", value_of(o.signup_opens)},
            {"signup_closes_ms", value_of(o.signup_closes)},
            {"state", name_of(o.state)},
            {"reason_zh", o.reason.zh},
            {"reason_en", o.reason.en},
            {"kind", name_of(listing.kind)},
            {"put_forward", std::int64_t{put_forward ? 1 : 0}}};
}

// Seats of an occasion that is written: what the programme says, else what was known, within what
// there is.
void count_seats(SeatCounts& seats, domain::OccasionId id, const ProgrammeOccasion& entry) {
    const int capacity = entry.occasion.capacity;
    if (capacity == 0) {
        seats.taken.erase(id);
        return;
    }
    int& taken = seats.taken[id];
    if (entry.taken) taken = *entry.taken;
    taken = std::min(taken, capacity);
}

}  // namespace

base::Result<PutReport> ProgrammeWriter::write(const Programme& programme,
                                               std::optional<Origin> replaced) {
    TRY(write_surroundings(programme));
    TRY(write_listings(programme));
    if (replaced) TRY(remove_listings(programme, *replaced));
    TRY(write_meta(programme));
    return report_;
}

base::Result<PutReport> ProgrammeWriter::follow(const ProgrammeChange& change) {
    base::ensure(ids_ == Ids::given, "a publication follows the hub's ids");
    if (change.whole) {
        TRY(begin_anew_if_others(change.programme));
        TRY(remove_unknown(change.programme));
    }
    for (const domain::ListingId gone : change.gone) TRY(remove_listing(gone.value));
    return write(change.programme, std::nullopt);
}

base::Result<void> ProgrammeWriter::write_surroundings(const Programme& programme) {
    const bool centre = TRY(write_centre(database_, programme.centre));
    const bool venues = TRY(write_venues(database_, programme.venues, ids_, venues_));
    const bool tags = TRY(write_tags(database_, programme.tags));
    surroundings_changed_ = centre || venues || tags;
    return {};
}

// A publication that somebody else made gives the same keys other ids: nothing of it can stay.
base::Result<void> ProgrammeWriter::begin_anew_if_others(const Programme& programme) {
    std::map<std::string, std::int64_t> venues;
    std::map<std::string, std::int64_t> listings;
    for (const domain::Venue& venue : programme.venues) venues[venue.key] = venue.id.value;
    for (const ProgrammeListing& entry : programme.listings) {
        listings[entry.listing.key] = entry.listing.id.value;
    }
    bool others = false;
    for (const auto& [table, known] : {std::pair{"venue", &venues}, {"listing", &listings}}) {
        sqlite::Statement rows =
            TRY(database_.prepare("SELECT id, key FROM " + std::string(table)));
        while (TRY(rows.step())) {
            const auto found = known->find(rows.text(1));
            const bool same = found != known->end() && found->second == rows.integer(0);
            const bool elsewhere = std::any_of(known->begin(), known->end(), [&](const auto& one) {
                return one.second == rows.integer(0);
            });
            others = others || (!same && (found != known->end() || elsewhere));
        }
    }
    if (!others) return {};
    seats_.taken.clear();
    surroundings_changed_ = true;
    return database_.run("DELETE FROM occasion; DELETE FROM listing; DELETE FROM venue");
}

base::Result<void> ProgrammeWriter::remove_unknown(const Programme& programme) {
    std::set<std::int64_t> wanted;
    for (const ProgrammeListing& entry : programme.listings) {
        wanted.insert(entry.listing.id.value);
    }
    std::vector<std::int64_t> gone;
    {
        sqlite::Statement rows = TRY(database_.prepare("SELECT id FROM listing"));
        while (TRY(rows.step())) {
            if (!wanted.contains(rows.integer(0))) gone.push_back(rows.integer(0));
        }
    }
    for (const std::int64_t id : gone) TRY(remove_listing(id));
    return {};
}

base::Result<void> ProgrammeWriter::remove_listing(std::int64_t id) {
    report_.occasions_removed += TRY(remove_occasions(id, {}));
    sqlite::Statement* const remove = TRY(database_.cached("DELETE FROM listing WHERE id = ?"));
    remove->bind(1, id);
    TRY(remove->run());
    if (database_.changes() > 0) ++report_.listings_removed;
    return {};
}

base::Result<void> ProgrammeWriter::write_listings(const Programme& programme) {
    std::map<domain::ListingId, std::vector<const ProgrammeOccasion*>> occasions;
    for (const ProgrammeOccasion& entry : programme.occasions) {
        occasions[entry.occasion.listing].push_back(&entry);
    }
    for (const ProgrammeListing& entry : programme.listings) {
        const Column id{"id", entry.listing.id.value};
        const Column name{"key", entry.listing.key};
        const std::array<Column, 1> key{ids_ == Ids::given ? id : name};
        auto columns = listing_row(entry);
        if (ids_ == Ids::given) columns.push_back(name);
        const auto written = TRY(sqlite::write_row(database_, "listing", key, columns));
        const Touched tags = TRY(write_tags_of(database_, written.id, entry.listing));
        const Touched parts = TRY(write_parts(database_, written.id, entry.listing));
        const Touched dates =
            TRY(write_occasions_of(written.id, entry.listing, occasions[entry.listing.id]));
        if (written.how == Written::added) {
            ++report_.listings_added;
        } else if (written.how == Written::changed || tags || parts || dates) {
            ++report_.listings_changed;
        } else {
            ++report_.listings_unchanged;
        }
    }
    return {};
}

base::Result<ProgrammeWriter::Touched> ProgrammeWriter::write_occasions_of(
    std::int64_t listing, const domain::Listing& value,
    const std::vector<const ProgrammeOccasion*>& occasions) {
    if (ids_ == Ids::given) TRY(make_room(listing, occasions));
    Touched touched = false;
    std::vector<std::int64_t> kept;
    for (const ProgrammeOccasion* entry : occasions) {
        const std::vector<Column> place = {{"listing_id", listing},
                                           {"start_ms", to_ms(entry->occasion.start)}};
        std::vector<Column> keys = place;
        auto columns = columns_of(entry->occasion, venues_.at(entry->occasion.venue), value);
        if (ids_ == Ids::given) {
            keys = {{"id", entry->occasion.id.value}};
            columns.insert(columns.end(), place.begin(), place.end());
        }
        const auto written = TRY(sqlite::write_row(database_, "occasion", keys, columns));
        if (written.how == Written::added) ++report_.occasions_added;
        if (written.how == Written::changed) ++report_.occasions_changed;
        touched = touched || written.how != Written::unchanged;
        count_seats(seats_, {written.id}, *entry);
        kept.push_back(written.id);
    }
    const int removed = TRY(remove_occasions(listing, kept));
    report_.occasions_removed += removed;
    return touched || removed > 0;
}

// No two occasions of a listing begin at the same time, not even while some of them change places.
base::Result<void> ProgrammeWriter::make_room(
    std::int64_t listing, const std::vector<const ProgrammeOccasion*>& occasions) {
    std::map<std::int64_t, std::int64_t> starts;
    for (const ProgrammeOccasion* entry : occasions) {
        starts[entry->occasion.id.value] = to_ms(entry->occasion.start);
    }
    std::vector<std::int64_t> kept;
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT id, start_ms FROM occasion WHERE listing_id = ?"));
    {
        const sqlite::Rows rows(select);
        select->bind(1, listing);
        while (TRY(select->step())) {
            const auto found = starts.find(select->integer(0));
            const bool stays = found != starts.end() && found->second == select->integer(1);
            if (stays) kept.push_back(select->integer(0));
        }
    }
    report_.occasions_removed += TRY(remove_occasions(listing, kept));
    return {};
}

base::Result<int> ProgrammeWriter::remove_occasions(std::int64_t listing,
                                                    const std::vector<std::int64_t>& kept) {
    const std::set<std::int64_t> wanted(kept.begin(), kept.end());
    std::vector<std::int64_t> gone;
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT id FROM occasion WHERE listing_id = ?"));
    {
        const sqlite::Rows rows(select);
        select->bind(1, listing);
        while (TRY(select->step())) {
            if (!wanted.contains(select->integer(0))) gone.push_back(select->integer(0));
        }
    }
    sqlite::Statement* const remove = TRY(database_.cached("DELETE FROM occasion WHERE id = ?"));
    for (const std::int64_t id : gone) {
        remove->bind(1, id);
        TRY(remove->run());
        seats_.taken.erase({id});
    }
    return static_cast<int>(gone.size());
}

base::Result<void> ProgrammeWriter::remove_listings(const Programme& programme, Origin origin) {
    std::set<std::string> wanted;
    for (const ProgrammeListing& entry : programme.listings) wanted.insert(entry.listing.key);
    std::vector<std::int64_t> gone;
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT id, key FROM listing WHERE origin = ?"));
    {
        const sqlite::Rows rows(select);
        select->bind(1, name_of(origin));
        while (TRY(select->step())) {
            if (!wanted.contains(select->text(1))) gone.push_back(select->integer(0));
        }
    }
    for (const std::int64_t id : gone) TRY(remove_listing(id));
    return {};
}

base::Result<void> ProgrammeWriter::write_meta(const Programme& programme) {
    const PutReport nothing{.listings_unchanged = report_.listings_unchanged};
    if (surroundings_changed_ || report_ != nothing) {
        TRY(write_club_roll(database_));
        TRY(database_.run("UPDATE meta SET edited = 1 WHERE edited = 0"));
    }
    if (!programme.demonstration) return {};
    std::optional<std::string> laid_out_on;
    if (programme.laid_out_on) laid_out_on = to_text(*programme.laid_out_on);
    sqlite::Statement* const mark =
        TRY(database_.cached("UPDATE meta SET edited = 1, demonstration = 1, laid_out_on = ?1 "
                             "WHERE demonstration = 0 OR laid_out_on IS NOT ?1"));
    mark->bind(1, laid_out_on);
    return mark->run();
}

}  // namespace wenlan::store
