// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sunset.h"

#include "catch.h"

using namespace wenlan;
using base::CivilDate;
using base::Coordinates;

namespace {

double minutes_off(CivilDate date, const Coordinates& place, std::string_view expected) {
    const auto set = base::sunset(date, place);
    REQUIRE(set);
    const auto wanted = base::parse_iso8601(expected, base::Zone::shanghai());
    REQUIRE(wanted.ok());
    return std::abs(static_cast<double>((*set - wanted.value()).count())) / 60'000.0;
}

}  // namespace

TEST_CASE("The sun sets when the almanacs say, to about a minute") {
    // Times as published, to the minute, for the cities' usual coordinates.
    CHECK(minutes_off({2024, 6, 20}, {40.7128, -74.0060}, "2024-06-20T20:30-04:00") < 1.5);
    CHECK(minutes_off({2024, 12, 21}, {51.5074, -0.1278}, "2024-12-21T15:53+00:00") < 1.5);
    CHECK(minutes_off({2024, 12, 21}, {-33.8688, 151.2093}, "2024-12-21T20:05+11:00") < 1.5);
}

TEST_CASE("In Chumen the winter's evening comes early and the summer's late") {
    const Coordinates chumen{28.23, 121.28};
    const base::Zone zone = base::Zone::shanghai();
    CHECK(zone.local(*base::sunset({2026, 11, 22}, chumen)).hour == 16);
    const base::CivilTime summer = zone.local(*base::sunset({2026, 6, 21}, chumen));
    CHECK(summer.date == CivilDate{2026, 6, 21});
    CHECK(summer.hour == 18);
    CHECK(summer.minute > 45);
}

TEST_CASE("Where the sun does not set there is no sunset") {
    CHECK_FALSE(base::sunset({2026, 6, 21}, {78.2, 15.6}));
    CHECK_FALSE(base::sunset({2026, 12, 21}, {78.2, 15.6}));
}
