// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "fixture.h"
#include "hub/import/ics_time.h"

using namespace wenlan;
using namespace wenlan::hub;
using namespace wenlan::hub::test;

TEST_CASE("An event in UTC, in a zone, or in none at all has the centre's time", "[ics][time]") {
    CHECK(only_dates("DTSTART:20261128T060000Z\nDTEND:20261128T080000Z\n") ==
          Lines{"11-28 14:00-16:00"});
    CHECK(only_dates("DTSTART;TZID=Asia/Shanghai:20261128T140000\n"
                     "DTEND;TZID=Asia/Shanghai:20261128T160000\n") == Lines{"11-28 14:00-16:00"});
    CHECK(only_dates("DTSTART;TZID=America/New_York:20261128T010000\n"
                     "DTEND;TZID=Europe/Berlin:20261128T090000\n") == Lines{"11-28 14:00-16:00"});
    CHECK(only_dates("DTSTART:20261128T140000\nDTEND:20261128T160000\n") ==
          Lines{"11-28 14:00-16:00"});
}

TEST_CASE("Zones are known by the names that programs give them, without a VTIMEZONE",
          "[ics][time][habits]") {
    for (const char* tzid :
         {"China Standard Time", "PRC", "Asia/Beijing", "/citadel.org/20210210_1/Asia/Shanghai",
          "/softwarestudio.org/Olson_20011030_5/Asia/Shanghai", "UTC+8", "\"GMT+08:00\"",
          "GMT+0800", "\"(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi\"", "Etc/GMT-8"}) {
        INFO(tzid);
        CHECK(only_dates("DTSTART;TZID=" + std::string{tzid} + ":20261128T140000\n" +
                         "DURATION:PT2H\n") == Lines{"11-28 14:00-16:00"});
    }
    CHECK(only_dates("DTSTART;TZID=W. Europe Standard Time:20261128T070000\nDURATION:PT2H\n") ==
          Lines{"11-28 14:00-16:00"});
    CHECK(only_dates("DTSTART;TZID=UTC-3:20261128T030000\nDURATION:PT2H\n") ==
          Lines{"11-28 14:00-16:00"});
}

TEST_CASE("A zone that nobody knows makes the time unknown, and that is said", "[ics][time]") {
    for (const char* tzid : {"Mars/Olympus", "Customized Time Zone", "(UTC+01:00) Berlin"}) {
        const ParsedFile file = ics(one_event("DTSTART;TZID=\"" + std::string{tzid} +
                                              "\":20261128T140000\nDURATION:PT1H\n"));
        CHECK(file.events.empty());
        CHECK(said(file.report) == Lines{"4 refused ics.unknown-zone"});
    }
}

TEST_CASE("A calendar may define a zone of its own", "[ics][time]") {
    const std::string zone =
        "BEGIN:VTIMEZONE\nTZID:Customized\nBEGIN:STANDARD\nDTSTART:16010101T030000\n"
        "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\n"
        "END:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\n"
        "TZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n"
        "END:VTIMEZONE\n";
    const auto event = [&](const char* start) {
        const ParsedFile file =
            ics(calendar(zone + "BEGIN:VEVENT\nUID:1\nSUMMARY:a\nDTSTART;TZID=Customized:" + start +
                         "\nDURATION:PT2H\nEND:VEVENT\n"));
        return file.events.size() == 1 ? dates(file.events[0]) : Lines{};
    };
    CHECK(event("20261128T070000") == Lines{"11-28 14:00-16:00"});
    CHECK(event("20270628T080000") == Lines{"06-28 14:00-16:00"});
    CHECK(event("20270328T010000") == Lines{"03-28 08:00-10:00"});
    CHECK(event("20270328T030000") == Lines{"03-28 09:00-11:00"});
}

TEST_CASE("A zone whose definition is broken or a trap is not used", "[ics][time][hostile]") {
    for (const char* definition :
         {"", "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:+0900\nEND:STANDARD\n",
          "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\nTZOFFSETTO:9\n"
          "END:STANDARD\n",
          "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900\n"
          "RRULE:FREQ=SECONDLY\nEND:STANDARD\n",
          "BEGIN:STANDARD\nDTSTART:never\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900\n"
          "END:STANDARD\n"}) {
        INFO(definition);
        const ParsedFile file = ics(calendar(
            "BEGIN:VTIMEZONE\nTZID:Own\n" + std::string{definition} +
            "END:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nSUMMARY:a\nDTSTART;TZID=Own:20261128T140000\n"
            "DURATION:PT1H\nEND:VEVENT\n"));
        CHECK(file.events.empty());
        CHECK(file.report.has("ics.bad-zone"));
    }
}

TEST_CASE("A zone known by its location needs no rules", "[ics][time][habits]") {
    const ParsedFile file =
        ics(calendar("BEGIN:VTIMEZONE\nTZID:Own\nX-LIC-LOCATION:Asia/Tokyo\nEND:VTIMEZONE\n"
                     "BEGIN:VEVENT\nUID:1\nSUMMARY:a\nDTSTART;TZID=Own:20261128T150000\n"
                     "DURATION:PT2H\nEND:VEVENT\n"));
    REQUIRE(file.events.size() == 1);
    CHECK(dates(file.events[0]) == Lines{"11-28 14:00-16:00"});
}

TEST_CASE("An all-day event takes the opening hours", "[ics][time]") {
    CHECK(only_dates("DTSTART;VALUE=DATE:20261128\nDTEND;VALUE=DATE:20261129\n") ==
          Lines{"11-28 09:00-21:00"});
    CHECK(only_dates("DTSTART;VALUE=DATE:20261128\n") == Lines{"11-28 09:00-21:00"});
    CHECK(only_dates("DTSTART:20261128\nDURATION:P2D\n") ==
          Lines{"11-28 09:00-21:00", "11-29 09:00-21:00"});
    CHECK(only_dates("DTSTART;VALUE=DATE:20261120\nDTEND;VALUE=DATE:20261125\n") ==
          Lines{"11-22 09:00-21:00", "11-23 09:00-21:00", "11-24 09:00-21:00"});
}

TEST_CASE("An all-day event whose end is its start lasts a day", "[ics][time][habits]") {
    CHECK(only_dates("DTSTART;VALUE=DATE:20261128\nDTEND;VALUE=DATE:20261128\n") ==
          Lines{"11-28 09:00-21:00"});
}

TEST_CASE("From midnight to midnight is all day", "[ics][time][habits]") {
    CHECK(only_dates("DTSTART;TZID=Asia/Shanghai:20261128T000000\nDURATION:P2D\n") ==
          Lines{"11-28 09:00-21:00", "11-29 09:00-21:00"});
    CHECK(only_dates("DTSTART:20261127T160000Z\nDTEND:20261128T160000Z\n") ==
          Lines{"11-28 09:00-21:00"});
    CHECK(only_dates("DTSTART:20261127T160000Z\nDTEND:20261128T150000Z\n") ==
          Lines{"11-28 00:00-23:00"});
}

TEST_CASE("An all-day event leaves days of rest out, unless it has no other", "[ics][time]") {
    ImportFrame resting = frame();
    resting.hours[0] = {0, 0};  // Mondays
    resting.closure_days = {{2026, 11, 29}};
    const auto told_dates = [&](const char* lines) {
        return dates(parse_ics(one_event(lines), resting).value().events.at(0));
    };
    CHECK(told_dates("DTSTART;VALUE=DATE:20261128\nDTEND;VALUE=DATE:20261202\n") ==
          Lines{"11-28 09:00-21:00", "12-01 09:00-21:00"});
    CHECK(told_dates("DTSTART;VALUE=DATE:20261130\n") == Lines{"11-30 00:00-12-01 00:00"});
}

TEST_CASE("An event without a usable end lasts an hour, and that is said", "[ics][time][habits]") {
    for (const char* end : {"", "DTEND:20261128T060000Z\n", "DURATION:PT0S\n"}) {
        const ParsedFile file = ics(one_event("DTSTART:20261128T060000Z\n" + std::string{end}));
        REQUIRE(file.events.size() == 1);
        CHECK(dates(file.events[0]) == Lines{"11-28 14:00-15:00"});
        CHECK(said(file.report) == Lines{"4 note time.no-end"});
    }
}

TEST_CASE("A time that cannot be is refused with its line and a reason", "[ics][time]") {
    const std::pair<const char*, const char*> cases[] = {
        {"", "ics.no-start"},
        {"DTSTART:tomorrow\n", "ics.bad-time"},
        {"DTSTART:20261131T100000Z\n", "ics.bad-time"},
        {"DTSTART:20261128T250000Z\n", "ics.bad-time"},
        {"DTSTART:99991128T100000Z\n", "ics.bad-time"},
        {"DTSTART:\n", "ics.bad-time"},
        {"DTSTART:20261128T060000Z\nDTEND:20261128T050000Z\n", "ics.end-before-start"},
        {"DTSTART;VALUE=DATE:20261128\nDTEND;VALUE=DATE:20261120\n", "ics.end-before-start"},
        {"DTSTART:20261128T060000Z\nDURATION:-PT1H\n", "ics.end-before-start"},
        {"DTSTART:20261128T060000Z\nDURATION:an hour\n", "ics.bad-time"},
        {"DTSTART:20261128T060000Z\nDTEND:20291128T050000Z\n", "time.too-long"},
        {"DTSTART:20261128T060000Z\nDURATION:P99999999D\n", "ics.bad-time"},
        {"DTSTART:20261128T060000Z\nRDATE:20261128\nEXDATE:x\n", "ics.bad-time"},
        {"DTSTART:20261128T060000Z\nRDATE;VALUE=PERIOD:20261128T060000Z/20261127T060000Z\n",
         "ics.bad-period"},
    };
    for (const auto& [lines, code] : cases) {
        INFO(lines);
        const ParsedFile file = ics(one_event(lines));
        CHECK(file.events.empty());
        REQUIRE(file.report.refused() == 1);
        const ReportLine line = file.report.lines().back();
        CHECK(line.code == code);
        CHECK(line.line == 4);
        CHECK(line.title == "讲座");
        CHECK_FALSE(line.sentence.empty());
    }
}

TEST_CASE("Times and durations are read as they are written in the wild", "[ics][time][habits]") {
    CHECK(read_ics_time("20261128T140000")->wall == base::CivilTime{{2026, 11, 28}, 14, 0, 0});
    CHECK(read_ics_time(" 20261128T1400 ")->wall == base::CivilTime{{2026, 11, 28}, 14, 0, 0});
    CHECK(read_ics_time("2026-11-28T14:00:00Z")->utc);
    CHECK(read_ics_time("20261128T235960Z")->wall.second == 59);
    CHECK(read_ics_time("20261128")->date_only);
    for (const char* bad :
         {"", "Z", "2026112", "20261128Z", "20261128T", "20261128T14", "T140000"}) {
        INFO(bad);
        CHECK_FALSE(read_ics_time(bad).has_value());
    }
    CHECK(read_ics_duration("PT1H30M") == std::chrono::minutes{90});
    CHECK(read_ics_duration("P1W") == std::chrono::hours{168});
    CHECK(read_ics_duration("+P1DT1S") == std::chrono::seconds{86401});
    CHECK(read_ics_duration("-PT15M") == std::chrono::minutes{-15});
    for (const char* bad : {"", "P", "PT", "1H", "PT1", "P1H", "PT1D", "PTH", "PT999999999999H"}) {
        INFO(bad);
        CHECK_FALSE(read_ics_duration(bad).has_value());
    }
    CHECK(read_ics_offset("+0800") == 28800);
    CHECK(read_ics_offset("-033015") == -12615);
    CHECK_FALSE(read_ics_offset("0800").has_value());
    CHECK_FALSE(read_ics_offset("+2500").has_value());
}

TEST_CASE("What is over, or too far away, is skipped and no failure", "[ics][time]") {
    const ParsedFile over = ics(one_event("DTSTART:20261121T060000Z\nDURATION:PT1H\n"));
    CHECK(said(over.report) == Lines{"4 skipped time.over"});
    CHECK(over.report.refused() == 0);
    const ParsedFile far = ics(one_event("DTSTART:20291121T060000Z\nDURATION:PT1H\n"));
    CHECK(said(far.report) == Lines{"4 skipped time.far"});
    CHECK(only_dates("DTSTART:20271121T060000Z\nDURATION:PT1H\n") == Lines{"11-21 14:00-15:00"});
    // What is over since the morning is still of today.
    CHECK(only_dates("DTSTART:20261122T010000Z\nDURATION:PT1H\n") == Lines{"11-22 09:00-10:00"});
}
