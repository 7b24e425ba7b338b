// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lunar.h"

#include <chrono>
#include <cmath>

#include "base/ephemeris.h"

namespace wenlan::base {
namespace {

using namespace std::chrono_literals;

// The calendar is reckoned at 120 degrees east, whatever zone the centre is in.
constexpr auto meridian = 8h;
constexpr int terms_a_year = 24;
constexpr double degrees_a_term = 15.0;
// 小寒 is at 285 degrees.
constexpr int first_term_index = 19;

double longitude_at_midnight(CivilDate date) {
    return apparent_solar_longitude_deg(Instant{date.days()} - meridian);
}

int term_sector(CivilDate date) {
    return static_cast<int>(longitude_at_midnight(date) / degrees_a_term);
}

CivilDate new_moon_day(int lunation) {
    return CivilDate::of(std::chrono::floor<std::chrono::days>(new_moon(lunation) + meridian));
}

// The lunation whose month holds this day.
int lunation_on(CivilDate date) {
    constexpr double mean_month_days = 29.530588861;
    const int days = CivilDate{2000, 1, 6}.days_until(date);
    int lunation = static_cast<int>(std::floor(days / mean_month_days)) + 1;
    while (new_moon_day(lunation) > date) --lunation;
    return lunation;
}

// The lunation that holds the winter solstice of the year.
int solstice_lunation(int year) {
    CivilDate day{year, 12, 20};
    while (solar_term_on(day) != SolarTerm::winter_solstice) day = day.plus_days(1);
    return lunation_on(day);
}

bool has_principal_term(int lunation) {
    const auto sector = [](CivilDate date) {
        return static_cast<int>(longitude_at_midnight(date) / (2.0 * degrees_a_term));
    };
    return sector(new_moon_day(lunation)) != sector(new_moon_day(lunation + 1));
}

std::optional<Festival> lunar_festival_on(CivilDate date) {
    // The last month may have 29 or 30 days, so that the eve is known by its morrow.
    const LunarDate morrow = lunar_date(date.plus_days(1));
    if (morrow == LunarDate{1, false, 1}) return Festival::new_years_eve_lunar;
    const LunarDate today = lunar_date(date);
    if (today.leap_month) return std::nullopt;
    switch (today.month * 100 + today.day) {
        case 101:
            return Festival::spring_festival;
        case 115:
            return Festival::lantern;
        case 505:
            return Festival::dragon_boat;
        case 707:
            return Festival::qixi;
        case 815:
            return Festival::mid_autumn;
        case 909:
            return Festival::double_ninth;
        case 1208:
            return Festival::laba;
        default:
            return std::nullopt;
    }
}

}  // namespace

// By GB/T 33661: a month begins on the day of the new moon; the month that holds the winter
// solstice is the eleventh; where thirteen months lie between two of those, the first of them
// without one of the twelve principal terms is a leap month. ICU's calendar is minutes off in its
// new moons, enough to put the Spring Festivals of 2027 and 2030 on the wrong day.
LunarDate lunar_date(CivilDate date) {
    const int lunation = lunation_on(date);
    const bool after_solstice_month = lunation >= solstice_lunation(date.year);
    const int first = solstice_lunation(after_solstice_month ? date.year : date.year - 1);
    const int next_first = solstice_lunation(after_solstice_month ? date.year + 1 : date.year);
    int leap = next_first;
    if (next_first - first == 13) {
        leap = first + 1;
        while (has_principal_term(leap)) ++leap;
    }
    LunarDate lunar;
    const int months_after_eleventh = lunation - first - (lunation >= leap ? 1 : 0);
    lunar.month = (10 + months_after_eleventh) % 12 + 1;
    lunar.leap_month = lunation == leap;
    lunar.day = new_moon_day(lunation).days_until(date) + 1;
    return lunar;
}

std::optional<SolarTerm> solar_term_on(CivilDate date) {
    const int before = term_sector(date);
    const int after = term_sector(date.plus_days(1));
    if (before == after) return std::nullopt;
    return static_cast<SolarTerm>((after - first_term_index + terms_a_year) % terms_a_year);
}

// Where two fall on one day, the lunar one: National Day is on every calendar, the moon's is not.
std::optional<Festival> festival_on(CivilDate date) {
    if (const auto lunar = lunar_festival_on(date)) return lunar;
    if (date.month == 1 && date.day == 1) return Festival::new_year;
    if (date.month == 5 && date.day == 1) return Festival::labour_day;
    if (date.month == 10 && date.day == 1) return Festival::national_day;
    const bool near_qingming = date.month == 4 && date.day <= 7;
    if (near_qingming && solar_term_on(date) == SolarTerm::clear_and_bright) {
        return Festival::clear_and_bright;
    }
    return std::nullopt;
}

}  // namespace wenlan::base
