// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "domain/listing.h"
#include "hub/desk/fields.h"
#include "hub/import/event.h"

namespace wenlan::hub::desk {

// How long a text of a listing may be, in characters, and how much of it a screen shows at a
// glance.
struct TextLimit {
    std::string_view name;
    base::LocalText domain::Listing::*text;
    int most;
    int fits_zh;
    int fits_en;
    Lines lines = Lines::one;
};

inline constexpr int title_max = static_cast<int>(import_title_max);
inline constexpr int short_text_max = static_cast<int>(import_short_text_max);
inline constexpr int body_max = static_cast<int>(import_body_max);

inline constexpr std::array<TextLimit, 11> text_limits{{
    {"title", &domain::Listing::title, title_max, 14, 28},
    {"short_title", &domain::Listing::short_title, short_text_max, 7, 14},
    {"full_title", &domain::Listing::full_title, title_max, 24, 48},
    {"subtitle", &domain::Listing::subtitle, short_text_max, 20, 40},
    {"body", &domain::Listing::body, body_max, 60, 140, Lines::many},
    {"organiser", &domain::Listing::organiser, short_text_max, 20, 40},
    {"audience", &domain::Listing::audience, short_text_max, 12, 24},
    {"seating", &domain::Listing::seating, short_text_max, 12, 24},
    {"feature_badge", &domain::Listing::feature_badge, short_text_max, 8, 14},
    {"feature_line", &domain::Listing::feature_line, short_text_max, 20, 40},
    {"needs", &domain::Listing::needs, short_text_max, 30, 60},
}};

inline constexpr int questions_max = 20;
inline constexpr int options_max = 20;
inline constexpr int items_max = 100;
inline constexpr int tags_max = 6;
inline constexpr int prompt_max = 60;
inline constexpr int option_max = 30;
inline constexpr int reason_max = 60;
inline constexpr int answer_most = 100'000;  // of a number that is asked for

}  // namespace wenlan::hub::desk
