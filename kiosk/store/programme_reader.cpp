// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/programme_reader.h"

#include <string>

#include "store/listing_parts.h"
#include "store/rows.h"

namespace wenlan::store {

namespace {

std::string select(std::string_view columns, std::string_view rest) {
    return "SELECT " + std::string(columns) + " " + std::string(rest);
}

base::Result<void> read_listings(sqlite::Database& database, Programme& programme) {
    sqlite::Statement row =
        TRY(database.prepare(select(listing_columns, ", l.origin FROM listing l ORDER BY l.id")));
    while (TRY(row.step())) {
        ProgrammeListing entry;
        entry.listing = TRY(read_listing(row, 0));
        entry.origin = TRY(enum_value<Origin>(row, listing_column_count));
        entry.listing.tags = TRY(read_tags_of(database, entry.listing.id));
        TRY(read_parts(database, entry.listing));
        programme.listings.push_back(std::move(entry));
    }
    return {};
}

base::Result<void> read_hours(sqlite::Database& database, const std::string& table,
                              domain::OpeningHours (&week)[7]) {
    sqlite::Statement hours =
        TRY(database.prepare("SELECT weekday, opens_minute, closes_minute FROM " + table));
    while (TRY(hours.step())) {
        const std::int64_t weekday = hours.integer(0);
        if (weekday < 1 || weekday > 7) continue;
        week[weekday - 1] = {static_cast<int>(hours.integer(1)),
                             static_cast<int>(hours.integer(2))};
    }
    return {};
}

base::Result<void> read_house(sqlite::Database& database, domain::Centre& centre) {
    sqlite::Statement row = TRY(database.prepare(
        "SELECT address_zh, address_en, closing_note_zh, closing_note_en, latitude_deg, "
        "longitude_deg, duty_name_zh, duty_name_en, duty_place_zh, duty_place_en, "
        "volunteer_hours, volunteers, village_groups FROM house WHERE id = 1"));
    if (!TRY(row.step())) return {};
    centre.address = local_text(row, 0);
    centre.closing_note = local_text(row, 2);
    centre.latitude_deg = row.real(4);
    centre.longitude_deg = row.real(5);
    centre.duty.name = local_text(row, 6);
    centre.duty.place = local_text(row, 8);
    centre.volunteer_year = {static_cast<int>(row.integer(10)), static_cast<int>(row.integer(11)),
                             static_cast<int>(row.integer(12))};
    return {};
}

base::Result<void> read_meta(sqlite::Database& database, Programme& programme) {
    sqlite::Statement row = TRY(database.prepare("SELECT demonstration, laid_out_on FROM meta"));
    if (!TRY(row.step())) return {};
    programme.demonstration = row.integer(0) != 0;
    if (!row.is_null(1)) programme.laid_out_on = parse_date(row.text(1));
    return {};
}

}  // namespace

base::Result<domain::Centre> read_centre(sqlite::Database& database) {
    domain::Centre centre;
    sqlite::Statement row = TRY(database.prepare(
        "SELECT name_zh, name_en, zone, public_url, phone FROM centre WHERE id = 1"));
    if (!TRY(row.step())) return centre;
    centre.name = local_text(row, 0);
    centre.zone = row.text(2);
    centre.public_url = row.text(3);
    centre.phone = row.text(4);
    TRY(read_house(database, centre));
    TRY(read_hours(database, "opening_hours", centre.hours));
    TRY(read_hours(database, "duty_hours", centre.duty.hours));
    sqlite::Statement closures =
        TRY(database.prepare("SELECT date FROM closure_day ORDER BY date"));
    while (TRY(closures.step())) {
        if (const auto date = parse_date(closures.text(0))) centre.closure_days.push_back(*date);
    }
    return centre;
}

base::Result<std::vector<domain::Venue>> read_venues(sqlite::Database& database) {
    sqlite::Statement row =
        TRY(database.prepare(select(venue_columns, "FROM venue v ORDER BY v.id")));
    std::vector<domain::Venue> venues;
    while (TRY(row.step())) venues.push_back(read_venue(row, 0));
    return venues;
}

base::Result<std::vector<domain::Tag>> read_tags(sqlite::Database& database) {
    sqlite::Statement row = TRY(database.prepare(select(tag_columns, "FROM tag t ORDER BY t.id")));
    std::vector<domain::Tag> tags;
    while (TRY(row.step())) tags.push_back(TRY(read_tag(row, 0)));
    return tags;
}

base::Result<std::vector<domain::Tag>> read_tags_of(sqlite::Database& database,
                                                    domain::ListingId listing) {
    sqlite::Statement* const row =
        TRY(database.cached(select(tag_columns,
                                   "FROM listing_tag lt JOIN tag t ON t.id = lt.tag_id "
                                   "WHERE lt.listing_id = ? ORDER BY lt.place")));
    const sqlite::Rows rows(row);
    row->bind(1, listing.value);
    std::vector<domain::Tag> tags;
    while (TRY(row->step())) tags.push_back(TRY(read_tag(*row, 0)));
    return tags;
}

base::Result<Programme> read_programme(sqlite::Database& database) {
    Programme programme;
    programme.centre = TRY(read_centre(database));
    programme.venues = TRY(read_venues(database));
    programme.tags = TRY(read_tags(database));
    TRY(read_listings(database, programme));
    sqlite::Statement occasions =
        TRY(database.prepare(select(occasion_columns, "FROM occasion o ORDER BY o.id")));
    while (TRY(occasions.step())) {
        programme.occasions.push_back({TRY(read_occasion(occasions, 0)), std::nullopt});
    }
    TRY(read_meta(database, programme));
    return programme;
}

}  // namespace wenlan::store
