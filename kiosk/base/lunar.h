// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/time.h"

namespace wenlan::base {

// A date of the Chinese lunisolar calendar, as observed at 120 degrees east (UTC+8).
struct LunarDate {
    int month = 1;  // 1-12
    bool leap_month = false;
    int day = 1;  // 1-30
    bool operator==(const LunarDate&) const = default;
};

LunarDate lunar_date(CivilDate date);

// The 24 solar terms in the order of the year, from 小寒 (solar longitude 285 degrees).
enum class SolarTerm {
    minor_cold, major_cold, spring_begins, rain_water, insects_awaken, spring_equinox,
    clear_and_bright, grain_rain, summer_begins, grain_buds, grain_in_ear, summer_solstice,
    minor_heat, major_heat, autumn_begins, heat_ends, white_dew, autumn_equinox,
    cold_dew, frost_descends, winter_begins, minor_snow, major_snow, winter_solstice,
};

// The term that falls on this day (UTC+8), if any; from the sun's apparent longitude.
std::optional<SolarTerm> solar_term_on(CivilDate date);

// Festivals that the lobby greets.
enum class Festival {
    new_year, new_years_eve_lunar, spring_festival, lantern, clear_and_bright, labour_day,
    dragon_boat, qixi, mid_autumn, double_ninth, national_day, laba,
};
std::optional<Festival> festival_on(CivilDate date);

}  // namespace wenlan::base
