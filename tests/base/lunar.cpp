// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lunar.h"

#include <array>
#include <cmath>

#include "base/ephemeris.h"
#include "catch.h"

using namespace wenlan::base;
using namespace std::chrono_literals;

namespace {

struct TermYear {
    int year;
    std::array<int, 24> days;  // two terms a month, from 小寒
};

// Days of the month at 120 degrees east. Two sources that share nothing with this code agree on
// them: libastro's ephemeris and a published almanac.
constexpr TermYear term_years[] = {
    {2020, {6, 20, 4, 19, 5, 20, 4, 19, 5, 20, 5, 21, 6, 22, 7, 22, 7, 22, 8, 23, 7, 22, 7, 21}},
    {2021, {5, 20, 3, 18, 5, 20, 4, 20, 5, 21, 5, 21, 7, 22, 7, 23, 7, 23, 8, 23, 7, 22, 7, 21}},
    {2022, {5, 20, 4, 19, 5, 20, 5, 20, 5, 21, 6, 21, 7, 23, 7, 23, 7, 23, 8, 23, 7, 22, 7, 22}},
    {2023, {5, 20, 4, 19, 6, 21, 5, 20, 6, 21, 6, 21, 7, 23, 8, 23, 8, 23, 8, 24, 8, 22, 7, 22}},
    {2024, {6, 20, 4, 19, 5, 20, 4, 19, 5, 20, 5, 21, 6, 22, 7, 22, 7, 22, 8, 23, 7, 22, 6, 21}},
    {2025, {5, 20, 3, 18, 5, 20, 4, 20, 5, 21, 5, 21, 7, 22, 7, 23, 7, 23, 8, 23, 7, 22, 7, 21}},
    {2026, {5, 20, 4, 18, 5, 20, 5, 20, 5, 21, 5, 21, 7, 23, 7, 23, 7, 23, 8, 23, 7, 22, 7, 22}},
    {2027, {5, 20, 4, 19, 6, 21, 5, 20, 6, 21, 6, 21, 7, 23, 8, 23, 8, 23, 8, 23, 7, 22, 7, 22}},
    {2028, {6, 20, 4, 19, 5, 20, 4, 19, 5, 20, 5, 21, 6, 22, 7, 22, 7, 22, 8, 23, 7, 22, 6, 21}},
    {2029, {5, 20, 3, 18, 5, 20, 4, 20, 5, 21, 5, 21, 7, 22, 7, 23, 7, 23, 8, 23, 7, 22, 7, 21}},
    {2030, {5, 20, 4, 18, 5, 20, 5, 20, 5, 21, 5, 21, 7, 23, 7, 23, 7, 23, 8, 23, 7, 22, 7, 22}},
    {2031, {5, 20, 4, 19, 6, 21, 5, 20, 6, 21, 6, 21, 7, 23, 8, 23, 8, 23, 8, 23, 7, 22, 7, 22}},
    {2032, {6, 20, 4, 19, 5, 20, 4, 19, 5, 20, 5, 21, 6, 22, 7, 22, 7, 22, 8, 23, 7, 22, 6, 21}},
    {2033, {5, 20, 3, 18, 5, 20, 4, 20, 5, 21, 5, 21, 7, 22, 7, 23, 7, 23, 8, 23, 7, 22, 7, 21}},
    {2034, {5, 20, 4, 18, 5, 20, 5, 20, 5, 21, 5, 21, 7, 23, 7, 23, 7, 23, 8, 23, 7, 22, 7, 22}},
    {2035, {5, 20, 4, 19, 6, 21, 5, 20, 5, 21, 6, 21, 7, 23, 7, 23, 8, 23, 8, 23, 7, 22, 7, 22}},
};

Instant at_120_east(CivilDate date, int hour, int minute, int second) {
    return Instant{date.days()} + std::chrono::hours{hour - 8} + std::chrono::minutes{minute} +
           std::chrono::seconds{second};
}

}  // namespace

TEST_CASE("Every solar term of sixteen years falls on its day and on no other", "[lunar][terms]") {
    for (const TermYear& row : term_years) {
        int next = 0;
        for (CivilDate day{row.year, 1, 1}; day.year == row.year; day = day.plus_days(1)) {
            const auto term = solar_term_on(day);
            const bool due = next < 24 && day.month == next / 2 + 1 &&
                             day.day == row.days[static_cast<std::size_t>(next)];
            INFO(row.year << "-" << day.month << "-" << day.day);
            REQUIRE(term.has_value() == due);
            if (due) REQUIRE(*term == static_cast<SolarTerm>(next++));
        }
        CHECK(next == 24);
    }
}

TEST_CASE("The sun reaches a term's longitude within a minute of the almanac", "[lunar][terms]") {
    struct Moment {
        CivilDate date;
        int hour, minute, second;
        double longitude;
    };
    // Among them the four nearest to a midnight.
    constexpr Moment moments[] = {
        {{2021, 12, 21}, 23, 59, 7, 270}, {{2035, 5, 5}, 23, 54, 45, 45},
        {{2035, 8, 7}, 23, 54, 11, 135},  {{2020, 12, 7}, 0, 9, 22, 255},
        {{2026, 2, 18}, 23, 51, 43, 330}, {{2026, 6, 5}, 23, 48, 23, 75},
        {{2023, 10, 24}, 0, 20, 45, 210},
    };
    constexpr double degrees_a_minute = 360.0 / 365.2422 / 1440.0;
    for (const Moment& moment : moments) {
        const Instant instant = at_120_east(moment.date, moment.hour, moment.minute, moment.second);
        const double off = apparent_solar_longitude_deg(instant) - moment.longitude;
        CHECK(std::abs(off) < degrees_a_minute);
    }
}

TEST_CASE("The sun's longitude agrees with the worked example of 13 October 1992", "[lunar]") {
    // Meeus, Astronomical Algorithms, 25.b: 199 degrees 54' 21.8" at 0h dynamical time, which was
    // 59 s ahead of universal time.
    const Instant instant = Instant{CivilDate{1992, 10, 13}.days()} - 59s;
    CHECK(apparent_solar_longitude_deg(instant) ==
          Approx(199.0 + 54.0 / 60 + 21.8 / 3600).margin(1.0 / 3600));
}

TEST_CASE("Spring Festival is on its day for sixteen years", "[lunar]") {
    constexpr CivilDate new_years[] = {
        {2020, 1, 25}, {2021, 2, 12}, {2022, 2, 1},  {2023, 1, 22}, {2024, 2, 10}, {2025, 1, 29},
        {2026, 2, 17}, {2027, 2, 6},  {2028, 1, 26}, {2029, 2, 13}, {2030, 2, 3},  {2031, 1, 23},
        {2032, 2, 11}, {2033, 1, 31}, {2034, 2, 19}, {2035, 2, 8},
    };
    for (const CivilDate date : new_years) {
        INFO(date.year);
        CHECK(lunar_date(date) == LunarDate{1, false, 1});
        CHECK(festival_on(date) == Festival::spring_festival);
        CHECK(festival_on(date.plus_days(-1)) == Festival::new_years_eve_lunar);
        CHECK(lunar_date(date.plus_days(-1)).month == 12);
    }
}

TEST_CASE("A new moon minutes from midnight begins its month on the right day", "[lunar]") {
    // 6 February 2027 at 23:56 and 3 February 2030 at 00:07, in minutes that decide the Spring
    // Festival.
    CHECK(lunar_date({2027, 2, 5}) == LunarDate{12, false, 29});
    CHECK(lunar_date({2027, 2, 6}) == LunarDate{1, false, 1});
    CHECK(lunar_date({2030, 2, 2}) == LunarDate{12, false, 30});
    CHECK(lunar_date({2030, 2, 3}) == LunarDate{1, false, 1});
    const Instant expected = at_120_east({2027, 2, 6}, 23, 56, 0);
    const int lunation = 335;
    CHECK(std::chrono::abs(new_moon(lunation) - expected) < 1min);
}

TEST_CASE("Leap months are where the calendar has them", "[lunar]") {
    struct Leap {
        CivilDate first_day;
        int month;
    };
    constexpr Leap leaps[] = {{{2020, 5, 23}, 4}, {{2023, 3, 22}, 2}, {{2025, 7, 25}, 6},
                              {{2028, 6, 23}, 5}, {{2031, 4, 22}, 3}, {{2033, 12, 22}, 11}};
    for (const Leap& leap : leaps) {
        INFO(leap.first_day.year);
        CHECK(lunar_date(leap.first_day) == LunarDate{leap.month, true, 1});
        const LunarDate before = lunar_date(leap.first_day.plus_days(-1));
        CHECK((before.month == leap.month && !before.leap_month));
    }
    // The second sixth month of 2025 has no festivals of its own; Qixi is in the seventh.
    CHECK(festival_on({2025, 8, 29}) == Festival::qixi);
    CHECK(festival_on({2028, 5, 28}) == Festival::dragon_boat);
    CHECK_FALSE(festival_on({2028, 6, 27}).has_value());
}

TEST_CASE("Lunar days follow one another without a gap", "[lunar]") {
    LunarDate yesterday = lunar_date({2024, 12, 31});
    for (CivilDate day{2025, 1, 1}; day.year < 2028; day = day.plus_days(1)) {
        const LunarDate today = lunar_date(day);
        if (today.day == 1) {
            REQUIRE((yesterday.day == 29 || yesterday.day == 30));
        } else {
            REQUIRE(today.day == yesterday.day + 1);
            REQUIRE(today.month == yesterday.month);
        }
        yesterday = today;
    }
}

TEST_CASE("The festivals of 2026 are greeted on their days", "[lunar]") {
    CHECK(festival_on({2026, 1, 1}) == Festival::new_year);
    CHECK(festival_on({2026, 1, 26}) == Festival::laba);
    CHECK(festival_on({2026, 2, 16}) == Festival::new_years_eve_lunar);
    CHECK(festival_on({2026, 2, 17}) == Festival::spring_festival);
    CHECK(festival_on({2026, 3, 3}) == Festival::lantern);
    CHECK(festival_on({2026, 4, 5}) == Festival::clear_and_bright);
    CHECK(festival_on({2026, 5, 1}) == Festival::labour_day);
    CHECK(festival_on({2026, 6, 19}) == Festival::dragon_boat);
    CHECK(festival_on({2026, 8, 19}) == Festival::qixi);
    CHECK(festival_on({2026, 9, 25}) == Festival::mid_autumn);
    CHECK(festival_on({2026, 10, 1}) == Festival::national_day);
    CHECK(festival_on({2026, 10, 18}) == Festival::double_ninth);
    int days = 0;
    for (CivilDate day{2026, 1, 1}; day.year == 2026; day = day.plus_days(1)) {
        if (festival_on(day)) ++days;
    }
    CHECK(days == 12);
}

TEST_CASE("When the moon's festival meets National Day the moon is greeted", "[lunar]") {
    CHECK(festival_on({2020, 10, 1}) == Festival::mid_autumn);
}
