// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"

#include <array>
#include <cstdio>

namespace wenlan::store {

std::string to_text(base::CivilDate date) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return text.data();
}

std::optional<base::CivilDate> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&text](std::size_t from, std::size_t count) {
        int value = 0;
        for (const char c : text.substr(from, count)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const base::CivilDate date{number(0, 4), number(5, 2), number(8, 2)};
    if (date.year < 0 || date.month < 1 || date.day < 1 || !date.valid()) return std::nullopt;
    return date;
}

base::LocalText local_text(const sqlite::Statement& row, int column) {
    return {row.text(column), row.text(column + 1)};
}

std::optional<base::Instant> optional_instant(const sqlite::Statement& row, int column) {
    const auto ms = row.optional_integer(column);
    if (!ms) return std::nullopt;
    return from_ms(*ms);
}

domain::Venue read_venue(const sqlite::Statement& row, int column) {
    domain::Venue venue;
    venue.id = {row.integer(column)};
    venue.key = row.text(column + 1);
    venue.name = local_text(row, column + 2);
    venue.short_name = local_text(row, column + 4);
    venue.floor = local_text(row, column + 6);
    venue.directions = local_text(row, column + 8);
    venue.storey = static_cast<int>(row.integer(column + 10));
    return venue;
}

base::Result<domain::Tag> read_tag(const sqlite::Statement& row, int column) {
    domain::Tag tag;
    tag.key = row.text(column);
    tag.name = local_text(row, column + 1);
    tag.section = TRY(enum_value<domain::Section>(row, column + 3));
    tag.filter_order = static_cast<int>(row.integer(column + 4));
    return tag;
}

base::Result<domain::Occasion> read_occasion(const sqlite::Statement& row, int column) {
    domain::Occasion occasion;
    occasion.id = {row.integer(column)};
    occasion.listing = {row.integer(column + 1)};
    occasion.venue = {row.integer(column + 2)};
    occasion.start = from_ms(row.integer(column + 3));
    occasion.end = from_ms(row.integer(column + 4));
    occasion.capacity = static_cast<int>(row.integer(column + 5));
    occasion.walk_in_places = static_cast<int>(row.integer(column + 6));
    occasion.signup_opens = optional_instant(row, column + 7);
    occasion.signup_closes = optional_instant(row, column + 8);
    occasion.state = TRY(enum_value<domain::OccasionState>(row, column + 9));
    occasion.reason = local_text(row, column + 10);
    return occasion;
}

base::Result<domain::Listing> read_listing(const sqlite::Statement& row, int column) {
    domain::Listing listing;
    listing.id = {row.integer(column)};
    listing.key = row.text(column + 1);
    listing.kind = TRY(enum_value<domain::Kind>(row, column + 2));
    listing.section = TRY(enum_value<domain::Section>(row, column + 3));
    listing.title = local_text(row, column + 4);
    listing.short_title = local_text(row, column + 6);
    listing.full_title = local_text(row, column + 8);
    listing.subtitle = local_text(row, column + 10);
    listing.body = local_text(row, column + 12);
    listing.organiser = local_text(row, column + 14);
    listing.audience = local_text(row, column + 16);
    listing.seating = local_text(row, column + 18);
    listing.poster.name = row.text(column + 20);
    listing.poster.focus_x = static_cast<float>(row.real(column + 21));
    listing.poster.focus_y = static_cast<float>(row.real(column + 22));
    listing.join = TRY(enum_value<domain::Join>(row, column + 23));
    listing.feature = TRY(enum_value<domain::Feature>(row, column + 24));
    listing.feature_badge = local_text(row, column + 25);
    listing.feature_line = local_text(row, column + 27);
    listing.shown_from = optional_instant(row, column + 29);
    listing.shown_until = optional_instant(row, column + 30);
    listing.deadline = optional_instant(row, column + 31);
    listing.needs = local_text(row, column + 32);
    listing.answered = static_cast<int>(row.integer(column + 34));
    listing.form.version = static_cast<int>(row.integer(column + 35));
    return listing;
}

}  // namespace wenlan::store
