// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listing_row.h"

#include "store/names.h"
#include "store/rows.h"

namespace wenlan::store {

sqlite::Value value_of(const std::optional<base::Instant>& instant) {
    if (!instant) return std::monostate{};
    return to_ms(*instant);
}

std::vector<sqlite::Column> listing_row(const ProgrammeListing& entry) {
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

}  // namespace wenlan::store
