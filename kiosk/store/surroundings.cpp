// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/surroundings.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "store/listing_row.h"
#include "store/names.h"
#include "store/rows.h"
#include "store/sqlite/row_writer.h"

namespace wenlan::store {

namespace {

using sqlite::Column;
using sqlite::Written;

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

base::Result<bool> write_hours(sqlite::Database& database, const std::string& table,
                               const domain::OpeningHours (&week)[7]) {
    sqlite::Statement* const hours = TRY(database.cached(
        "INSERT INTO " + table +
        " (weekday, opens_minute, closes_minute) VALUES (?, ?, ?) "
        "ON CONFLICT (weekday) DO UPDATE SET opens_minute = excluded.opens_minute, "
        "closes_minute = excluded.closes_minute WHERE opens_minute <> excluded.opens_minute "
        "OR closes_minute <> excluded.closes_minute"));
    bool touched = false;
    for (int day = 1; day <= 7; ++day) {
        hours->bind(1, day);
        hours->bind(2, week[day - 1].opens_minute);
        hours->bind(3, week[day - 1].closes_minute);
        TRY(hours->run());
        if (database.changes() > 0) touched = true;
    }
    return touched;
}

base::Result<bool> write_closures(sqlite::Database& database,
                                  const std::vector<base::CivilDate>& days) {
    std::set<std::string> wanted;
    for (const base::CivilDate date : days) wanted.insert(to_text(date));
    std::set<std::string> known;
    sqlite::Statement* const dates = TRY(database.cached("SELECT date FROM closure_day"));
    {
        const sqlite::Rows rows(dates);
        while (TRY(dates->step())) known.insert(dates->text(0));
    }
    if (wanted == known) return false;
    TRY(database.run("DELETE FROM closure_day"));
    sqlite::Statement* const add =
        TRY(database.cached("INSERT INTO closure_day (date) VALUES (?)"));
    for (const std::string& date : wanted) {
        add->bind(1, date);
        TRY(add->run());
    }
    return true;
}

}  // namespace

base::Result<bool> write_centre(sqlite::Database& database, const domain::Centre& centre) {
    if (centre.name.empty()) return false;
    const std::array<Column, 1> one{{{"id", std::int64_t{1}}}};
    const auto written = TRY(sqlite::write_row(database, "centre", one, columns_of(centre)));
    const auto house = TRY(sqlite::write_row(database, "house", one, columns_of_house(centre)));
    const bool hours = TRY(write_hours(database, "opening_hours", centre.hours));
    const bool duty = TRY(write_hours(database, "duty_hours", centre.duty.hours));
    const bool closures = TRY(write_closures(database, centre.closure_days));
    return written.how != Written::unchanged || house.how != Written::unchanged || hours || duty ||
           closures;
}

base::Result<bool> write_venues(sqlite::Database& database,
                                const std::vector<domain::Venue>& venues, Ids ids,
                                std::map<domain::VenueId, std::int64_t>& rows) {
    bool touched = false;
    for (const domain::Venue& v : venues) {
        const Column id{"id", v.id.value};
        const Column key{"key", v.key};
        const bool given = ids == Ids::given;
        std::vector<Column> columns = {{"name_zh", v.name.zh},
                                       {"name_en", v.name.en},
                                       {"short_name_zh", v.short_name.zh},
                                       {"short_name_en", v.short_name.en},
                                       {"floor_zh", v.floor.zh},
                                       {"floor_en", v.floor.en},
                                       {"directions_zh", v.directions.zh},
                                       {"directions_en", v.directions.en},
                                       {"storey", value_of(v.storey)}};
        if (given) columns.push_back(key);
        const std::array<Column, 1> keys{given ? id : key};
        const auto written = TRY(sqlite::write_row(database, "venue", keys, columns));
        rows[v.id] = written.id;
        if (written.how != Written::unchanged) touched = true;
    }
    return touched;
}

base::Result<bool> write_tags(sqlite::Database& database, const std::vector<domain::Tag>& tags) {
    bool touched = false;
    for (const domain::Tag& t : tags) {
        const std::array<Column, 1> key{{{"key", t.key}}};
        const std::array<Column, 4> columns{{{"name_zh", t.name.zh},
                                             {"name_en", t.name.en},
                                             {"section", name_of(t.section)},
                                             {"filter_order", value_of(t.filter_order)}}};
        const auto written = TRY(sqlite::write_row(database, "tag", key, columns));
        if (written.how != Written::unchanged) touched = true;
    }
    return touched;
}

base::Result<bool> write_tags_of(sqlite::Database& database, std::int64_t row,
                                 const domain::Listing& listing) {
    std::vector<std::string> known;
    sqlite::Statement* const select =
        TRY(database.cached("SELECT t.key FROM listing_tag JOIN tag t ON t.id = tag_id "
                            "WHERE listing_id = ? ORDER BY place"));
    {
        const sqlite::Rows rows(select);
        select->bind(1, row);
        while (TRY(select->step())) known.push_back(select->text(0));
    }
    if (std::equal(known.begin(), known.end(), listing.tags.begin(), listing.tags.end(),
                   [](const std::string& key, const domain::Tag& tag) { return key == tag.key; })) {
        return false;
    }
    sqlite::Statement* const clear =
        TRY(database.cached("DELETE FROM listing_tag WHERE listing_id = ?"));
    clear->bind(1, row);
    TRY(clear->run());
    sqlite::Statement* const add =
        TRY(database.cached("INSERT INTO listing_tag (listing_id, place, tag_id) "
                            "SELECT ?, ?, id FROM tag WHERE key = ?"));
    int place = 0;
    for (const domain::Tag& tag : listing.tags) {
        add->bind(1, row);
        add->bind(2, place++);
        add->bind(3, tag.key);
        TRY(add->run());
        if (database.changes() == 0) {
            return base::Error{"programme.invalid",
                               "The tag " + tag.key + " of " + listing.key + " is not known."};
        }
    }
    return true;
}

}  // namespace wenlan::store
