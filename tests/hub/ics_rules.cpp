// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <random>

#include "catch.h"
#include "fixture.h"
#include "hub/import/ics_rule.h"

using namespace wenlan;
using namespace wenlan::hub;
using namespace wenlan::hub::test;

namespace {

const std::string start = "DTSTART;TZID=Asia/Shanghai:20261123T190000\nDURATION:PT1H\n";

std::vector<base::CivilTime> expand(std::string_view rule, base::CivilTime first,
                                    base::CivilTime from, base::CivilTime until) {
    RuleBudget budget;
    const RuleSpan span{{first, false, false}, from, until, IcsZone{base::Zone::shanghai()}};
    const auto times = expand_rule(rule, span, budget);
    INFO(rule);
    REQUIRE(times.ok());
    return times.value();
}

// A second goes by each time it is looked at.
class SlowClock final : public base::Clock {
public:
    base::Instant now() const override { return {}; }
    base::Duration uptime() const override { return uptime_ += std::chrono::seconds{1}; }

private:
    mutable base::Duration uptime_{0};
};

}  // namespace

TEST_CASE("A rule is laid out for the coming 120 days and no further", "[ics][rule]") {
    const Lines weekly = only_dates(start + "RRULE:FREQ=WEEKLY\n");
    CHECK(weekly.size() == 17);
    CHECK(weekly.front() == "11-23 19:00-20:00");
    CHECK(weekly.back() == "03-15 19:00-20:00");
    CHECK(only_dates(start + "RRULE:FREQ=DAILY\n").size() == 119);
}

TEST_CASE("Rules repeat as RFC 5545 says", "[ics][rule]") {
    CHECK(only_dates(start + "RRULE:FREQ=WEEKLY;COUNT=3\n") ==
          Lines{"11-23 19:00-20:00", "11-30 19:00-20:00", "12-07 19:00-20:00"});
    CHECK(only_dates(start + "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261130T110000Z\n") ==
          Lines{"11-23 19:00-20:00", "11-25 19:00-20:00", "11-30 19:00-20:00"});
    CHECK(only_dates(start + "RRULE:FREQ=WEEKLY;UNTIL=20261130\n") ==
          Lines{"11-23 19:00-20:00", "11-30 19:00-20:00"});
    CHECK(only_dates(start + "RRULE:FREQ=WEEKLY;UNTIL=20261130T185959\n") ==
          Lines{"11-23 19:00-20:00"});
    CHECK(
        only_dates(start + "RRULE:FREQ=MONTHLY;BYDAY=-1SA;COUNT=3\n") ==
        Lines{"11-23 19:00-20:00", "11-28 19:00-20:00", "12-26 19:00-20:00", "01-30 19:00-20:00"});
    CHECK(only_dates(start + "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270301\n") ==
          Lines{"11-23 19:00-20:00", "12-31 19:00-20:00", "01-31 19:00-20:00"});
    CHECK(only_dates(start + "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3\n") ==
          Lines{"11-23 19:00-20:00", "11-25 19:00-20:00", "11-27 19:00-20:00"});
    CHECK(only_dates(start + "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2\n") ==
          Lines{"11-23 19:00-20:00", "11-30 19:00-20:00", "12-31 19:00-20:00"});
    CHECK(only_dates("DTSTART:20261123T020000Z\nDURATION:PT30M\n"
                     "RRULE:FREQ=HOURLY;INTERVAL=2;COUNT=3\n") ==
          Lines{"11-23 10:00-10:30", "11-23 12:00-12:30", "11-23 14:00-14:30"});
    CHECK(only_dates("DTSTART;VALUE=DATE:20261125\nRRULE:FREQ=WEEKLY;COUNT=2\n") ==
          Lines{"11-25 09:00-21:00", "12-02 09:00-21:00"});
}

TEST_CASE("A rule that began long ago goes on in its own step", "[ics][rule]") {
    CHECK(only_dates("DTSTART;TZID=Asia/Shanghai:20200106T190000\nDURATION:PT1H\n"
                     "RRULE:FREQ=WEEKLY;INTERVAL=3;UNTIL=20261220\n") ==
          Lines{"11-30 19:00-20:00"});
    CHECK(only_dates("DTSTART;TZID=Asia/Shanghai:20240106T190000\nDURATION:PT1H\n"
                     "RRULE:FREQ=DAILY;COUNT=1053\n") ==
          Lines{"11-22 19:00-20:00", "11-23 19:00-20:00"});
    CHECK(only_dates("DTSTART;VALUE=DATE:19491001\nRRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1\n") ==
          Lines{"01-01 09:00-21:00"});
}

TEST_CASE("Beginning a rule in its middle gives the same dates as from its start", "[ics][rule]") {
    const base::CivilTime from{{2026, 11, 20}};
    const base::CivilTime until{{2027, 3, 20}};
    std::mt19937 random{20261122};
    const auto pick = [&](int max) {
        return static_cast<int>(random() % static_cast<unsigned>(max));
    };
    const char* by[] = {
        "", ";BYDAY=TU", ";BYDAY=MO,FR", ";BYMONTH=1,2", ";BYMONTHDAY=5,20", ";BYMONTHDAY=-1"};
    const char* frequency[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    int compared = 0;
    for (int round = 0; round < 400; ++round) {
        const std::string rule = "FREQ=" + std::string{frequency[pick(4)]} +
                                 ";INTERVAL=" + std::to_string(1 + pick(5)) + by[pick(6)];
        const base::CivilTime first{base::CivilDate{2019, 1, 1}.plus_days(pick(2800)), pick(24),
                                    pick(60), 0};
        RuleBudget budget;
        const RuleSpan span{{first, false, false}, from, until, IcsZone{base::Zone::shanghai()}};
        // A count that is never reached has the rule walked from its start.
        const auto walked = expand_rule(rule + ";COUNT=30000", span, budget);
        const auto skipped = expand_rule(rule, span, budget);
        INFO(rule << " from " << first.date.year << "-" << first.date.month << "-"
                  << first.date.day);
        REQUIRE(walked.ok() == skipped.ok());
        if (!walked.ok()) continue;
        ++compared;
        REQUIRE(walked.value() == skipped.value());
    }
    CHECK(compared > 200);
}

TEST_CASE("A weekly event stays at its hour when the clocks of its zone change", "[ics][rule]") {
    CHECK(only_dates("DTSTART;TZID=Europe/Berlin:20270314T100000\nDURATION:PT1H\n"
                     "RRULE:FREQ=WEEKLY;COUNT=2\n") ==
          Lines{"03-14 17:00-18:00", "03-21 17:00-18:00"});
    const auto berlin = base::Zone::named("Europe/Berlin").value();
    for (const base::CivilTime& wall :
         expand("FREQ=WEEKLY;COUNT=4", {{2027, 3, 14}, 10}, {{2027, 3, 1}}, {{2027, 5, 1}})) {
        CHECK(berlin.local(berlin.instant(wall)).hour == 10);
    }
}

TEST_CASE("Dates are added, taken out and moved", "[ics][rule]") {
    const std::string weekly = start + "RRULE:FREQ=WEEKLY;COUNT=4\n";
    CHECK(only_dates(weekly + "EXDATE;TZID=Asia/Shanghai:20261130T190000\n") ==
          Lines{"11-23 19:00-20:00", "12-07 19:00-20:00", "12-14 19:00-20:00"});
    CHECK(only_dates(weekly + "EXDATE:20261130T110000Z,20261207T110000Z\n") ==
          Lines{"11-23 19:00-20:00", "12-14 19:00-20:00"});
    CHECK(only_dates(weekly + "EXDATE;VALUE=DATE:20261130\n") ==
          Lines{"11-23 19:00-20:00", "12-07 19:00-20:00", "12-14 19:00-20:00"});
    CHECK(only_dates(start + "RDATE;TZID=Asia/Shanghai:20261201T100000\n") ==
          Lines{"11-23 19:00-20:00", "12-01 10:00-11:00"});
    CHECK(only_dates(start + "RDATE;VALUE=PERIOD:20261201T020000Z/PT3H,"
                             "20261202T020000Z/20261202T060000Z\n") ==
          Lines{"11-23 19:00-20:00", "12-01 10:00-13:00", "12-02 10:00-14:00"});
    CHECK(only_dates(start + "RDATE;VALUE=DATE:20261201\n") ==
          Lines{"11-23 19:00-20:00", "12-01 19:00-20:00"});
    CHECK(only_dates(weekly + "EXRULE:FREQ=WEEKLY;INTERVAL=2\n") ==
          Lines{"11-30 19:00-20:00", "12-14 19:00-20:00"});
    CHECK(only_dates(start + "RRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=DAILY;COUNT=2\n") ==
          Lines{"11-23 19:00-20:00", "11-24 19:00-20:00", "11-30 19:00-20:00"});
}

TEST_CASE("An event all of whose dates are taken out is skipped", "[ics][rule]") {
    const ParsedFile file = ics(one_event(start + "EXDATE:20261123T110000Z\n"));
    CHECK(file.events.empty());
    CHECK(said(file.report) == Lines{"4 skipped time.no-date"});
}

TEST_CASE("A rule that is broken is refused with its line", "[ics][rule]") {
    for (const char* rule :
         {"", "FREQ=", "FREQ=SOMETIMES", "INTERVAL=2", "FREQ=WEEKLY;INTERVAL=0",
          "FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;COUNT=-1", "FREQ=WEEKLY;UNTIL=soon",
          "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;FOO=1", "FREQ=WEEKLY;COUNT=9999999999",
          "FREQ=YEARLY;BYMONTH=13", "FREQ=MONTHLY;BYMONTHDAY=40", "weekly"}) {
        INFO(rule);
        const ParsedFile file = ics(one_event(start + "RRULE:" + rule + "\n"));
        CHECK(file.events.empty());
        CHECK(said(file.report) == Lines{"4 refused ics.bad-rule"});
    }
    const ParsedFile chinese = ics(one_event(start + "RRULE:FREQ=YEARLY;RSCALE=CHINESE\n"));
    CHECK(said(chinese.report) == Lines{"4 refused ics.other-calendar"});
}

TEST_CASE("Small letters, spaces and unknown parts do not break a rule", "[ics][rule][habits]") {
    CHECK(only_dates(start + "RRULE:freq=weekly; count=2;\n").size() == 2);
    CHECK(only_dates(start + "RRULE:FREQ=WEEKLY;COUNT=2;X-NOTE=1;RSCALE=GREGORIAN\n").size() == 2);
    CHECK(only_dates(start + "RRULE:FREQ=WEEKLY;COUNT=2;WKST=SU\n").size() == 2);
    CHECK(only_dates(start + "RRULE:FREQ=WEEKLY;COUNT=9;UNTIL=20261130\n").size() == 2);
}

TEST_CASE("No rule keeps the program busy", "[ics][rule][hostile]") {
    const auto began = std::chrono::steady_clock::now();
    for (const char* rule :
         {"FREQ=SECONDLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY",
          "FREQ=SECONDLY;COUNT=30000;BYHOUR=3", "FREQ=MINUTELY;BYSETPOS=366;BYYEARDAY=366",
          "FREQ=HOURLY;COUNT=9999"}) {
        INFO(rule);
        const ParsedFile file = ics(one_event(
            "DTSTART:19700101T000000Z\nDURATION:PT1M\nRRULE:" + std::string{rule} + "\n"));
        CHECK(file.events.empty());
        CHECK(file.report.refused() == 1);
    }
    for (const char* rule :
         {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;INTERVAL=32000",
          "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYSETPOS=-366",
          "FREQ=WEEKLY;BYSETPOS=300"}) {
        ics(one_event("DTSTART:19700101T000000Z\nDURATION:PT1M\nRRULE:" + std::string{rule} +
                      "\n"));
    }
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{5});
}

TEST_CASE("Too many dates of one event are refused", "[ics][rule][hostile]") {
    const ParsedFile file =
        ics(one_event("DTSTART:20261123T000000Z\nDURATION:PT1M\nRRULE:FREQ=HOURLY\n"));
    CHECK(said(file.report) == Lines{"4 refused ics.too-many-occasions"});
}

TEST_CASE("A calendar of costly rules runs out of its budget, not of time",
          "[ics][rule][hostile]") {
    const RuleSpan span{{{{1900, 1, 1}}, false, false},
                        {{2026, 11, 20}},
                        {{2027, 3, 20}},
                        IcsZone{base::Zone::shanghai()}};
    RuleBudget steps{100'000};
    const char* counted = "FREQ=DAILY;COUNT=30000;BYMONTH=2;BYMONTHDAY=30";
    CHECK(expand_rule(counted, span, steps).ok());
    CHECK(expand_rule(counted, span, steps).ok());
    CHECK(expand_rule(counted, span, steps).error().code == "ics.rules-too-many");
    CHECK(expand_rule("FREQ=WEEKLY", span, steps).ok());
    // libical looks for an impossible one through five centuries.
    const SlowClock clock;
    RuleBudget time{1'000'000, &clock, std::chrono::milliseconds{1'500}};
    CHECK(expand_rule("FREQ=WEEKLY", span, time).ok());
    CHECK(expand_rule("FREQ=WEEKLY", span, time).ok());
    CHECK(expand_rule("FREQ=WEEKLY", span, time).error().code == "ics.rules-too-many");
}
