// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/demo/when.h"

#include <string>

#include "catch.h"

using namespace wenlan;
using base::CivilDate;
using base::Weekday;
using store::demo::parse_when;

namespace {

constexpr CivilDate sunday{2026, 11, 22};

CivilDate only_date(const char* text, CivilDate today = sunday) {
    const auto when = parse_when(text, today);
    REQUIRE(when.has_value());
    REQUIRE(when->dates.size() == 1);
    CHECK_FALSE(when->recurring);
    return when->dates.front();
}

}  // namespace

TEST_CASE("A number of days counts from today", "[when]") {
    CHECK(only_date("+0 19:00-21:10") == sunday);
    CHECK(only_date("+3 19:00-21:10") == CivilDate{2026, 11, 25});
    CHECK(only_date("-2 19:00-21:10") == CivilDate{2026, 11, 20});
    CHECK(only_date("+10 09:00-10:00") == CivilDate{2026, 12, 2});
    CHECK(only_date("+1 09:00-10:00", {2028, 2, 28}) == CivilDate{2028, 2, 29});
}

TEST_CASE("Next Saturday is after today, even on a Saturday", "[when]") {
    CHECK(only_date("next Sat 10:00-12:00") == CivilDate{2026, 11, 28});
    CHECK(only_date("next Sun 10:00-12:00") == CivilDate{2026, 11, 29});
    CHECK(only_date("next Mon 10:00-12:00") == CivilDate{2026, 11, 23});
    CHECK(only_date("next Sat 10:00-12:00", {2026, 11, 28}) == CivilDate{2026, 12, 5});
    CHECK(only_date("next+1 Sat 10:00-12:00") == CivilDate{2026, 12, 5});
    CHECK(only_date("next+7 Fri 10:00-12:00") == CivilDate{2027, 1, 15});
}

TEST_CASE("What recurs covers two months back and eight weeks ahead", "[when]") {
    const auto daily = parse_when("daily 09:00-17:30", sunday);
    REQUIRE(daily.has_value());
    CHECK(daily->recurring);
    CHECK(daily->dates.size() == 119);
    CHECK(daily->dates.front() == sunday.plus_days(-62));
    CHECK(daily->dates.back() == sunday.plus_days(56));
    CHECK(daily->start_minute == 540);
    CHECK(daily->end_minute == 1050);

    const auto saturdays = parse_when("Sat 09:00-10:00", sunday);
    REQUIRE(saturdays.has_value());
    CHECK(saturdays->dates.size() == 17);
    for (const CivilDate date : saturdays->dates) CHECK(date.weekday() == Weekday::saturday);

    CHECK(parse_when("Mon,Wed,Fri 09:00-10:00", sunday)->dates.size() == 51);
    CHECK(parse_when("Mon-Fri 09:00-10:00", sunday)->dates.size() == 85);
    const auto not_mondays = parse_when("Tue-Sun 09:00-10:00", sunday);
    for (const CivilDate date : not_mondays->dates) {
        CHECK(date.weekday() != Weekday::monday);
    }
}

TEST_CASE("Midnight may end a day", "[when]") {
    CHECK(parse_when("+0 22:00-24:00", sunday)->end_minute == 1440);
}

TEST_CASE("Anything else is not a time", "[when]") {
    const auto* const text = GENERATE(
        "", " ", "daily", "09:00-10:00", "daily 9:00-10:00", "daily 09:00", "daily 09:00-09:00",
        "daily 10:00-09:00", "daily 22:00-01:00", "daily 24:00-24:00", "daily 09:60-10:00",
        "daily 09:00-24:01", "daily 25:00-26:00", "Daily 09:00-10:00", "sat 09:00-10:00",
        "Saturday 09:00-10:00", "Sat, Sun 09:00-10:00", "Sat,Sat 09:00-10:00", "Sat, 09:00-10:00",
        ",Sat 09:00-10:00", "Fri-Mon 09:00-10:00", "Sat-Sat 09:00-10:00", "Mon-Wed-Fri 09:00-10:00",
        "Mon-Wed,Fri 09:00-10:00", "3 09:00-10:00", "+ 09:00-10:00", "+x 09:00-10:00",
        "+1000 09:00-10:00", "--1 09:00-10:00", "next 09:00-10:00", "next Sat, 09:00-10:00",
        "next+ Sat 09:00-10:00", "next-1 Sat 09:00-10:00", "next +1 Sat 09:00-10:00",
        "nextSat 09:00-10:00", "last Sat 09:00-10:00", "Sat  09:00-10:00", " Sat 09:00-10:00",
        "Sat 09:00-10:00 ", "2026-11-22 09:00-10:00", "Sat 09:00–10:00");
    CAPTURE(text);
    CHECK_FALSE(parse_when(text, sunday).has_value());
}

TEST_CASE("A challenge spans the month that today is in, or so many days around it", "[when]") {
    const auto span = [](std::string_view text, CivilDate today) {
        return store::demo::parse_span(text, today);
    };
    CHECK(span("month", {2026, 11, 22})->first == CivilDate{2026, 11, 1});
    CHECK(span("month", {2026, 11, 22})->last == CivilDate{2026, 11, 30});
    CHECK(span("month", {2028, 2, 1})->last == CivilDate{2028, 2, 29});
    CHECK(span("month", {2026, 12, 31})->last == CivilDate{2026, 12, 31});
    CHECK(span("-3 +26", {2026, 11, 22})->first == CivilDate{2026, 11, 19});
    CHECK(span("-3 +26", {2026, 11, 22})->last == CivilDate{2026, 12, 18});
    for (const auto* text : {"", "months", "+3", "+3 -3", "3 26", "month month"}) {
        CAPTURE(text);
        CHECK_FALSE(span(text, {2026, 11, 22}).has_value());
    }
}
