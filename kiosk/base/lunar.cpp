// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lunar.h"

#include <memory>
#include <unicode/calendar.h>
#include <unicode/simpletz.h>

#include "base/solar_longitude.h"

namespace wenlan::base {
namespace {

using namespace std::chrono_literals;

// The calendar is reckoned at 120 degrees east, whatever zone the centre is in.
constexpr auto meridian = 8h;
constexpr int terms_a_year = 24;
constexpr double degrees_a_term = 15.0;
// 小寒 is at 285 degrees.
constexpr int first_term_index = 19;

int term_sector(CivilDate date) {
    const Instant midnight = Instant{date.days()} - meridian;
    return static_cast<int>(apparent_solar_longitude_deg(midnight) / degrees_a_term);
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

LunarDate lunar_date(CivilDate date) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar{icu::Calendar::createInstance(
        new icu::SimpleTimeZone{static_cast<std::int32_t>(Duration{meridian}.count()),
                                icu::UnicodeString{}},
        icu::Locale{"zh@calendar=chinese"}, status)};
    ensure(U_SUCCESS(status) != 0, "ICU has the Chinese calendar");
    const Instant noon = Instant{date.days()} + 12h - meridian;
    calendar->setTime(static_cast<UDate>(noon.time_since_epoch().count()), status);
    LunarDate lunar;
    lunar.month = calendar->get(UCAL_MONTH, status) + 1;
    lunar.leap_month = calendar->get(UCAL_IS_LEAP_MONTH, status) != 0;
    lunar.day = calendar->get(UCAL_DAY_OF_MONTH, status);
    ensure(U_SUCCESS(status) != 0, "every day has a lunar date");
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
