// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/opening.h"

#include "catch.h"

using namespace wenlan;
using base::CivilTime;

namespace {

// Rests on Mondays and on 25 November; Sundays from ten to eight.
domain::Centre centre() {
    domain::Centre centre;
    centre.hours[0] = {0, 0};
    centre.hours[6] = {600, 1200};
    centre.closure_days = {{2026, 11, 25}};
    return centre;
}

constexpr CivilTime sunday(int hour, int minute = 0) { return {{2026, 11, 22}, hour, minute, 0}; }

}  // namespace

TEST_CASE("The doors are open from the opening minute until the closing one", "[opening]") {
    CHECK_FALSE(station::is_open(centre(), sunday(9, 59)));
    CHECK(station::is_open(centre(), sunday(10)));
    CHECK(station::is_open(centre(), sunday(19, 59)));
    CHECK_FALSE(station::is_open(centre(), sunday(20)));
    CHECK_FALSE(station::is_open(centre(), {{2026, 11, 23}, 12, 0, 0}));
    CHECK_FALSE(station::is_open(centre(), {{2026, 11, 25}, 12, 0, 0}));
}

TEST_CASE("The day is over at closing time, or all day on a day of rest", "[opening]") {
    CHECK_FALSE(station::is_over_for_today(centre(), sunday(0)));
    CHECK_FALSE(station::is_over_for_today(centre(), sunday(19, 59)));
    CHECK(station::is_over_for_today(centre(), sunday(20)));
    CHECK(station::is_over_for_today(centre(), {{2026, 11, 23}, 0, 0, 0}));
}

TEST_CASE("The next opening skips days of rest", "[opening]") {
    const auto next = [](CivilTime at) { return station::next_opening(centre(), at); };
    CHECK(next(sunday(8)).days_ahead == 0);
    CHECK(next(sunday(8)).opens_minute == 600);
    CHECK(next(sunday(10)).days_ahead == 2);
    CHECK(next(sunday(21)).days_ahead == 2);
    CHECK(next(sunday(21)).opens_minute == 540);
    CHECK(next({{2026, 11, 24}, 22, 0, 0}).days_ahead == 2);
}

TEST_CASE("A centre that never opens has an answer all the same", "[opening]") {
    domain::Centre centre;
    for (auto& hours : centre.hours) hours = {0, 0};
    CHECK(station::next_opening(centre, sunday(12)).days_ahead == 1);
}
