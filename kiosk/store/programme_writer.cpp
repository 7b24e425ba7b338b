// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/programme_writer.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "store/listing_parts.h"
#include "store/names.h"
#include "store/rows.h"
#include "store/sqlite/row_writer.h"

namespace wenlan::store {

namespace {

using sqlite::Column;
using sqlite::Value;
using sqlite::Written;

Value value_of(const std::optional<base::Instant>& instant) {
    if (!instant) return std::monostate{};
    return to_ms(*instant);
}

Value value_of(int number) { return std::int64_t{number}; }

std::vector<Column> columns_of(const ProgrammeListing& entry) {
    const domain::Listing& l = entry.listing;
    return {{"origin", name_of(entry.origin)},
            {"kind", name_of(l.kind)},
            {"section", name_of(l.section)},
            {"title_zh", l.title.zh},
            {"title_en", l.title.en},
            {"short_title_zh", l.short_title.zh},
            {"short_title_en", l.short_title.en},
            {"full_title_zh", l.full_title.zh},
            {"full_title_en", l.full_title.en},
            {"subtitle_zh", l.subtitle.zh},
            {"subtitle_en", l.subtitle.en},
            {"body_zh", l.body.zh},
            {"body_en", l.body.en},
            {"organiser_zh", l.organiser.zh},
            {"organiser_en", l.organiser.en},
            {"audience_zh", l.audience.zh},
            {"audience_en", l.audience.en},
            {"seating_zh", l.seating.zh},
            {"seating_en", l.seating.en},
            {"poster", l.poster.name},
            {"focus_x", double{l.poster.focus_x}},
            {"focus_y", double{l.poster.focus_y}},
            {"joining", name_of(l.join)},
            {"feature", name_of(l.feature)},
            {"feature_badge_zh", l.feature_badge.zh},
            {"feature_badge_en", l.feature_badge.en},
            {"feature_line_zh", l.feature_line.zh},
            {"feature_line_en", l.feature_line.en},
            {"shown_from_ms", value_of(l.shown_from)},
            {"shown_until_ms", value_of(l.shown_until)},
            {"deadline_ms", value_of(l.deadline)},
            {"needs_zh", l.needs.zh},
            {"needs_en", l.needs.en},
            {"answered", value_of(l.answered)},
            {"form_version", value_of(l.form.version)}};
}

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

std::vector<Column> columns_of(const domain::Centre& centre) {
    return {{"name_zh", centre.name.zh},
            {"name_en", centre.name.en},
            {"zone", centre.zone},
            {"public_url", centre.public_url},
            {"phone", centre.phone}};
}

std::vector<Column> columns_of_house(const domain::Centre& centre) {
    return {{"address_zh", centre.address.zh},
            {"address_en", centre.address.en},
            {"closing_note_zh", centre.closing_note.zh},
            {"closing_note_en", centre.closing_note.en},
            {"latitude_deg", centre.latitude_deg},
            {"longitude_deg", centre.longitude_deg},
            {"duty_name_zh", centre.duty.name.zh},
            {"duty_name_en", centre.duty.name.en},
            {"duty_place_zh", centre.duty.place.zh},
            {"duty_place_en", centre.duty.place.en},
            {"volunteer_hours", value_of(centre.volunteer_year.hours)},
            {"volunteers", value_of(centre.volunteer_year.volunteers)},
            {"village_groups", value_of(centre.volunteer_year.village_groups)}};
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
    TRY(write_centre(programme.centre));
    TRY(write_venues(programme));
    TRY(write_tags(programme));
    TRY(write_listings(programme));
    if (replaced) TRY(remove_listings(programme, *replaced));
    TRY(write_meta(programme));
    return report_;
}

base::Result<void> ProgrammeWriter::write_centre(const domain::Centre& centre) {
    if (centre.name.empty()) return {};
    const std::array<Column, 1> one{{{"id", std::int64_t{1}}}};
    const auto written = TRY(sqlite::write_row(database_, "centre", one, columns_of(centre)));
    const auto house = TRY(sqlite::write_row(database_, "house", one, columns_of_house(centre)));
    if (written.how != Written::unchanged || house.how != Written::unchanged) {
        surroundings_changed_ = true;
    }
    TRY(write_hours("opening_hours", centre.hours));
    TRY(write_hours("duty_hours", centre.duty.hours));
    return write_closures(centre.closure_days);
}

base::Result<void> ProgrammeWriter::write_hours(const std::string& table,
                                                const domain::OpeningHours (&week)[7]) {
    sqlite::Statement* const hours = TRY(database_.cached(
        "INSERT INTO " + table +
        " (weekday, opens_minute, closes_minute) VALUES (?, ?, ?) "
        "ON CONFLICT (weekday) DO UPDATE SET opens_minute = excluded.opens_minute, "
        "closes_minute = excluded.closes_minute WHERE opens_minute <> excluded.opens_minute "
        "OR closes_minute <> excluded.closes_minute"));
    for (int day = 1; day <= 7; ++day) {
        hours->bind(1, day);
        hours->bind(2, week[day - 1].opens_minute);
        hours->bind(3, week[day - 1].closes_minute);
        TRY(hours->run());
        if (database_.changes() > 0) surroundings_changed_ = true;
    }
    return {};
}

base::Result<void> ProgrammeWriter::write_closures(const std::vector<base::CivilDate>& days) {
    std::set<std::string> wanted;
    for (const base::CivilDate date : days) wanted.insert(to_text(date));
    std::set<std::string> known;
    sqlite::Statement* const dates = TRY(database_.cached("SELECT date FROM closure_day"));
    {
        const sqlite::Rows rows(dates);
        while (TRY(dates->step())) known.insert(dates->text(0));
    }
    if (wanted == known) return {};
    surroundings_changed_ = true;
    TRY(database_.run("DELETE FROM closure_day"));
    sqlite::Statement* const add =
        TRY(database_.cached("INSERT INTO closure_day (date) VALUES (?)"));
    for (const std::string& date : wanted) {
        add->bind(1, date);
        TRY(add->run());
    }
    return {};
}

base::Result<void> ProgrammeWriter::write_venues(const Programme& programme) {
    for (const domain::Venue& v : programme.venues) {
        const std::array<Column, 1> key{{{"key", v.key}}};
        const std::array<Column, 9> columns{{{"name_zh", v.name.zh},
                                             {"name_en", v.name.en},
                                             {"short_name_zh", v.short_name.zh},
                                             {"short_name_en", v.short_name.en},
                                             {"floor_zh", v.floor.zh},
                                             {"floor_en", v.floor.en},
                                             {"directions_zh", v.directions.zh},
                                             {"directions_en", v.directions.en},
                                             {"storey", value_of(v.storey)}}};
        const auto written = TRY(sqlite::write_row(database_, "venue", key, columns));
        venues_[v.id] = written.id;
        if (written.how != Written::unchanged) surroundings_changed_ = true;
    }
    return {};
}

base::Result<void> ProgrammeWriter::write_tags(const Programme& programme) {
    for (const domain::Tag& t : programme.tags) {
        const std::array<Column, 1> key{{{"key", t.key}}};
        const std::array<Column, 4> columns{{{"name_zh", t.name.zh},
                                             {"name_en", t.name.en},
                                             {"section", name_of(t.section)},
                                             {"filter_order", value_of(t.filter_order)}}};
        const auto written = TRY(sqlite::write_row(database_, "tag", key, columns));
        if (written.how != Written::unchanged) surroundings_changed_ = true;
    }
    return {};
}

base::Result<void> ProgrammeWriter::write_listings(const Programme& programme) {
    std::map<domain::ListingId, std::vector<const ProgrammeOccasion*>> occasions;
    for (const ProgrammeOccasion& entry : programme.occasions) {
        occasions[entry.occasion.listing].push_back(&entry);
    }
    for (const ProgrammeListing& entry : programme.listings) {
        const std::array<Column, 1> key{{{"key", entry.listing.key}}};
        const auto columns = columns_of(entry);
        const auto written = TRY(sqlite::write_row(database_, "listing", key, columns));
        const Touched tags = TRY(write_tags_of(written.id, entry.listing));
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

base::Result<ProgrammeWriter::Touched> ProgrammeWriter::write_tags_of(
    std::int64_t listing, const domain::Listing& value) {
    std::vector<std::string> known;
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT t.key FROM listing_tag JOIN tag t ON t.id = tag_id "
                             "WHERE listing_id = ? ORDER BY place"));
    {
        const sqlite::Rows rows(select);
        select->bind(1, listing);
        while (TRY(select->step())) known.push_back(select->text(0));
    }
    if (std::equal(known.begin(), known.end(), value.tags.begin(), value.tags.end(),
                   [](const std::string& key, const domain::Tag& tag) { return key == tag.key; })) {
        return false;
    }
    sqlite::Statement* const clear =
        TRY(database_.cached("DELETE FROM listing_tag WHERE listing_id = ?"));
    clear->bind(1, listing);
    TRY(clear->run());
    sqlite::Statement* const add =
        TRY(database_.cached("INSERT INTO listing_tag (listing_id, place, tag_id) "
                             "SELECT ?, ?, id FROM tag WHERE key = ?"));
    int place = 0;
    for (const domain::Tag& tag : value.tags) {
        add->bind(1, listing);
        add->bind(2, place++);
        add->bind(3, tag.key);
        TRY(add->run());
        if (database_.changes() == 0) {
            return base::Error{"programme.invalid",
                               "The tag " + tag.key + " of " + value.key + " is not known."};
        }
    }
    return true;
}

base::Result<ProgrammeWriter::Touched> ProgrammeWriter::write_occasions_of(
    std::int64_t listing, const domain::Listing& value,
    const std::vector<const ProgrammeOccasion*>& occasions) {
    Touched touched = false;
    std::vector<std::int64_t> kept;
    for (const ProgrammeOccasion* entry : occasions) {
        const std::array<Column, 2> keys{
            {{"listing_id", listing}, {"start_ms", to_ms(entry->occasion.start)}}};
        const auto columns = columns_of(entry->occasion, venues_.at(entry->occasion.venue), value);
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
    sqlite::Statement* const remove = TRY(database_.cached("DELETE FROM listing WHERE id = ?"));
    for (const std::int64_t id : gone) {
        report_.occasions_removed += TRY(remove_occasions(id, {}));
        remove->bind(1, id);
        TRY(remove->run());
        ++report_.listings_removed;
    }
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
