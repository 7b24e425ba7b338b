// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summary_rows.h"

#include "store/rows.h"

namespace wenlan::store {

namespace {

constexpr std::string_view summary_columns =
    "l.key, l.kind, l.section, l.title_zh, l.title_en, l.short_title_zh, l.short_title_en, "
    "l.full_title_zh, l.full_title_en, l.subtitle_zh, l.subtitle_en, l.poster, l.focus_x, "
    "l.focus_y, l.joining, l.feature, l.id, l.deadline_ms, l.shown_from_ms";
constexpr int summary_column_count = 19;
static_assert(summary_width == summary_column_count + tag_column_count);

}  // namespace

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) text += part;
    return text;
}

const std::string& summary_select() {
    static const std::string text = joined({summary_columns, ", ", tag_columns});
    return text;
}

const std::string& occasion_select() {
    static const std::string text =
        joined({"SELECT ", occasion_columns, ", ", venue_columns, ", ", summary_select(),
                " FROM occasion o JOIN listing l ON l.id = o.listing_id "
                "JOIN venue v ON v.id = o.venue_id ",
                type_join});
    return text;
}

base::Result<ListingSummary> read_summary(const sqlite::Statement& row, int column) {
    ListingSummary listing;
    listing.key = row.text(column);
    listing.kind = TRY(enum_value<domain::Kind>(row, column + 1));
    listing.section = TRY(enum_value<domain::Section>(row, column + 2));
    listing.title = local_text(row, column + 3);
    listing.short_title = local_text(row, column + 5);
    listing.full_title = local_text(row, column + 7);
    listing.subtitle = local_text(row, column + 9);
    listing.poster.name = row.text(column + 11);
    listing.poster.focus_x = static_cast<float>(row.real(column + 12));
    listing.poster.focus_y = static_cast<float>(row.real(column + 13));
    listing.join = TRY(enum_value<domain::Join>(row, column + 14));
    listing.feature = TRY(enum_value<domain::Feature>(row, column + 15));
    listing.id = {row.integer(column + 16)};
    listing.has_deadline = !row.is_null(column + 17);
    listing.shown_from = optional_instant(row, column + 18);
    const int tag_column = column + summary_column_count;
    if (!row.is_null(tag_column)) listing.type = TRY(read_tag(row, tag_column));
    return listing;
}

ListingSummary summary_of(const domain::Listing& listing) {
    ListingSummary summary;
    summary.id = listing.id;
    summary.key = listing.key;
    summary.kind = listing.kind;
    summary.section = listing.section;
    summary.title = listing.title;
    summary.short_title = listing.short_title;
    summary.full_title = listing.full_title;
    summary.subtitle = listing.subtitle;
    summary.poster = listing.poster;
    summary.join = listing.join;
    summary.feature = listing.feature;
    summary.has_deadline = listing.deadline.has_value();
    summary.shown_from = listing.shown_from;
    if (!listing.tags.empty()) summary.type = listing.tags.front();
    return summary;
}

base::Result<OccasionSummary> read_occasion_summary(const sqlite::Statement& row) {
    OccasionSummary summary;
    summary.occasion = TRY(read_occasion(row, 0));
    summary.venue = read_venue(row, occasion_column_count);
    summary.listing = TRY(read_summary(row, occasion_column_count + venue_column_count));
    return summary;
}

}  // namespace wenlan::store
