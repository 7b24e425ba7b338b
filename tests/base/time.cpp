// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time.h"

#include "catch.h"

using namespace wenlan::base;
using namespace std::chrono_literals;

namespace {

Zone zone(const char* name) { return Zone::named(name).value(); }

Instant utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) {
    return Instant{CivilDate{year, month, day}.days()} + std::chrono::hours{hour} +
           std::chrono::minutes{minute} + std::chrono::seconds{second};
}

std::string read(const char* text) {
    const auto instant = parse_iso8601(text, Zone::shanghai());
    return instant ? to_iso8601(instant.value()) : instant.error().code;
}

}  // namespace

TEST_CASE("The centre is eight hours ahead of UTC all year", "[time]") {
    const Zone shanghai = Zone::shanghai();
    CHECK(shanghai.name() == "Asia/Shanghai");
    CHECK(shanghai.local(utc(2026, 11, 22, 6, 20)) == CivilTime{{2026, 11, 22}, 14, 20});
    CHECK(shanghai.local(utc(2026, 12, 31, 16, 0)) == CivilTime{{2027, 1, 1}, 0, 0});
    CHECK(shanghai.instant({{2026, 7, 1}, 0, 0}) == utc(2026, 6, 30, 16));
}

TEST_CASE("An instant before 1970 has a civil time too", "[time]") {
    CHECK(zone("UTC").local(utc(1969, 12, 31, 23, 59, 58) + 500ms) ==
          CivilTime{{1969, 12, 31}, 23, 59, 58});
}

TEST_CASE("A time that the clocks skip moves forward by the gap", "[time][dst]") {
    const Zone new_york = zone("America/New_York");
    const Instant skipped = new_york.instant({{2026, 3, 8}, 2, 30});
    CHECK(skipped == utc(2026, 3, 8, 7, 30));
    CHECK(new_york.local(skipped) == CivilTime{{2026, 3, 8}, 3, 30});
    CHECK(new_york.instant({{2026, 3, 8}, 1, 59, 59}) == utc(2026, 3, 8, 6, 59, 59));
    CHECK(new_york.instant({{2026, 3, 8}, 3, 0}) == utc(2026, 3, 8, 7));
}

TEST_CASE("A time that happens twice is the earlier one", "[time][dst]") {
    const Zone new_york = zone("America/New_York");
    CHECK(new_york.instant({{2026, 11, 1}, 1, 30}) == utc(2026, 11, 1, 5, 30));
    CHECK(new_york.local(utc(2026, 11, 1, 5, 30)) == new_york.local(utc(2026, 11, 1, 6, 30)));
    CHECK(new_york.instant({{2026, 11, 1}, 2, 0}) == utc(2026, 11, 1, 7));
}

TEST_CASE("Odd zones keep their own rules", "[time][dst]") {
    // Lord Howe Island moves by half an hour; Samoa skipped 30 December 2011 whole.
    const Zone lord_howe = zone("Australia/Lord_Howe");
    CHECK(lord_howe.local(lord_howe.instant({{2026, 10, 4}, 2, 15})) ==
          CivilTime{{2026, 10, 4}, 2, 45});
    const Zone apia = zone("Pacific/Apia");
    CHECK(apia.local(apia.instant({{2011, 12, 30}, 12, 0})).date == CivilDate{2011, 12, 31});
    // Shanghai had summer time in 1986-1991.
    CHECK(Zone::shanghai().instant({{1988, 7, 1}, 12, 0}) == utc(1988, 7, 1, 3));
}

TEST_CASE("Wall time and instant agree for every hour of a year with summer time", "[time][dst]") {
    for (const char* name : {"America/New_York", "Europe/Berlin", "Asia/Shanghai"}) {
        const Zone rules = zone(name);
        int differ = 0;
        for (Instant at = utc(2026, 1, 1); at < utc(2027, 1, 1); at += 1h) {
            if (rules.instant(rules.local(at)) != at) ++differ;
        }
        // Only the second pass through the repeated hour reads back as the first.
        CHECK(differ == (std::string{name} == "Asia/Shanghai" ? 0 : 1));
    }
}

TEST_CASE("Only names of the time zone database are zones", "[time]") {
    for (const char* name : {"", "Asia/Atlantis", "GMT+8", "China Standard Time", "\xFF\xFF",
                             "Asia/Shanghai ", "Etc/Unknown"}) {
        INFO(name);
        const auto found = Zone::named(name);
        REQUIRE_FALSE(found.ok());
        CHECK(found.error().code == "time.unknown-zone");
    }
    CHECK_FALSE(Zone::named(std::string(10'000, 'A')).ok());
    CHECK(Zone::named("PRC").ok());
}

TEST_CASE("Zones are found by the names that Windows gives them", "[time]") {
    CHECK(Zone::of_windows_name("China Standard Time").value().name() == "Asia/Shanghai");
    CHECK(Zone::of_windows_name("W. Europe Standard Time").value().name() == "Europe/Berlin");
    for (const char* name : {"", "Asia/Shanghai", "Chinese Time", "\xE4\xB8"}) {
        CHECK_FALSE(Zone::of_windows_name(name).ok());
    }
}

TEST_CASE("Instants are written and read in ISO 8601", "[time]") {
    CHECK(to_iso8601(utc(2026, 11, 22, 6, 20)) == "2026-11-22T06:20:00.000Z");
    CHECK(read("2026-11-22T06:20:00.000Z") == "2026-11-22T06:20:00.000Z");
    CHECK(read("2026-11-22T14:20:00+08:00") == "2026-11-22T06:20:00.000Z");
    CHECK(read("2026-11-22T14:20+0800") == "2026-11-22T06:20:00.000Z");
    CHECK(read("2026-11-22T00:50-05:30") == "2026-11-22T06:20:00.000Z");
    CHECK(read("2026-11-22T14:20") == "2026-11-22T06:20:00.000Z");
    CHECK(read("2026-11-22 14:20:07.25") == "2026-11-22T06:20:07.250Z");
    CHECK(read("2026-11-22T06:20:00.123456789Z") == "2026-11-22T06:20:00.123Z");
    CHECK(read("2026-11-22") == "2026-11-21T16:00:00.000Z");
    CHECK(read("2024-02-29") == "2024-02-28T16:00:00.000Z");
}

TEST_CASE("What is not a time is refused", "[time]") {
    for (const char* text :
         {"", "2026", "2026-02-30", "2026-13-01", "0000-01-01", "2026-11-22T", "2026-11-22T24:00",
          "2026-11-22T14:60", "2026-11-22T14:20:60", "2026-11-22T14:20Zjunk", "2026-11-22T1:20",
          "2026-11-22T14:20:00.", "2026-11-22T14:20+8", "2026-11-22T14:20+08:", "x",
          "２０２６-11-22", "2026-11-22T14:20+99:00"}) {
        INFO(text);
        CHECK(read(text) == "time.not-iso8601");
    }
}

TEST_CASE("Civil dates count days and weekdays", "[time]") {
    CHECK(CivilDate{2026, 11, 22}.weekday() == Weekday::sunday);
    CHECK(CivilDate{2026, 12, 31}.plus_days(1) == CivilDate{2027, 1, 1});
    CHECK(CivilDate{2024, 2, 28}.plus_days(1) == CivilDate{2024, 2, 29});
    CHECK(CivilDate{2026, 1, 1}.days_until({2027, 1, 1}) == 365);
    CHECK_FALSE(CivilDate{2026, 2, 29}.valid());
}
