// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/when.h"

#include "catch.h"

using namespace wenlan;
using namespace wenlan::hub;

namespace {

std::string date(base::CivilDate value) {
    const auto pad = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(value.year) + "-" + pad(value.month) + "-" + pad(value.day);
}

std::string clock(int minute) {
    const auto pad = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return pad(minute / 60) + ":" + pad(minute % 60);
}

// "2026-11-22 14:00 > 2026-11-23 16:00", or the error's code.
std::string read(std::string_view cell, DateOrder order = DateOrder::unknown) {
    const WhenFrame frame{{2026, 11, 22}, base::Zone::shanghai(), order};
    const auto result = read_when(cell, frame);
    if (!result) return result.error().code;
    const When& when = result.value();
    std::string out;
    const auto add = [&](const std::string& word) { out += (out.empty() ? "" : " ") + word; };
    if (when.date) add(date(*when.date));
    if (when.start_minute) add(clock(*when.start_minute));
    if (when.end_date || when.end_minute) add(">");
    if (when.end_date) add(date(*when.end_date));
    if (when.end_minute) add(clock(*when.end_minute));
    if (when.all_day) add("all day");
    return out;
}

}  // namespace

TEST_CASE("Dates are read as people write them", "[when]") {
    for (const char* cell : {"2026-11-28",
                             "2026/11/28",
                             "2026.11.28",
                             "20261128",
                             "2026年11月28日",
                             "2026-11-28 ",
                             "2026年11月28号",
                             "２０２６－１１－２８",
                             "2026 年 11 月 28 日",
                             "11月28日",
                             "11月28号",
                             "11/28",
                             "11.28",
                             "28.11.2026",
                             "28/11/2026",
                             "11/28/2026",
                             "Nov 28, 2026",
                             "November 28 2026",
                             "28 Nov 2026",
                             "28th November",
                             "Nov. 28",
                             "2026-11-28（周六）",
                             "2026-11-28 星期六",
                             "11月28日 (周六)",
                             "11月28日（六）",
                             "Sat, 28 Nov 2026",
                             "Saturday 2026-11-28"}) {
        INFO(cell);
        CHECK(read(cell) == "2026-11-28");
    }
    CHECK(read("2026-1-2") == "2026-01-02");
    CHECK(read("May 3") == "2027-05-03");
}

TEST_CASE("A date without a year is the nearest one", "[when]") {
    CHECK(read("11月21日") == "2026-11-21");
    CHECK(read("1月5日") == "2027-01-05");
    CHECK(read("6月20日") == "2026-06-20");
    CHECK(read("5月20日") == "2027-05-20");
    CHECK(read("2月29日") == "2028-02-29");
    CHECK(read("12月30日-1月3日") == "2026-12-30 > 2027-01-03");
}

TEST_CASE("Times are read as people write them", "[when]") {
    for (const char* cell : {"14:00", "14：00", "14:00:00", "14点", "14时", "14点整", "下午2:00",
                             "下午2点", "下午14:00", "2:00 PM", "2pm", "2:00p.m.", "PM 2:00"}) {
        INFO(cell);
        CHECK(read(cell) == "14:00");
    }
    CHECK(read("9:30") == "09:30");
    CHECK(read("上午9点半") == "09:30");
    CHECK(read("晚上7点一刻") == "19:15");
    CHECK(read("晚7:00") == "19:00");
    CHECK(read("14时30分") == "14:30");
    CHECK(read("中午12点") == "12:00");
    CHECK(read("中午1点") == "13:00");
    CHECK(read("凌晨0:30") == "00:30");
    CHECK(read("12:00 am") == "00:00");
    CHECK(read("12:00 pm") == "12:00");
    CHECK(read("24:00") == "24:00");
}

TEST_CASE("Spans are read as people write them", "[when]") {
    for (const char* cell :
         {"14:00-16:00", "14:00 - 16:00", "14:00—16:00", "14:00——16:00", "14:00–16:00",
          "14:00~16:00", "14:00～16:00", "14:00至16:00", "14:00到16:00", "下午2:00-4:00",
          "下午2点到4点", "下午2:00-下午4:00", "2:00-4:00pm", "2pm-4pm", "14：00－16：00"}) {
        INFO(cell);
        CHECK(read(cell) == "14:00 > 16:00");
    }
    CHECK(read("10:00-2:00pm") == "10:00 > 14:00");
    CHECK(read("上午9:00-11:30") == "09:00 > 11:30");
    CHECK(read("上午10:00-下午2:00") == "10:00 > 14:00");
    CHECK(read("22:00-01:00") == "22:00 > 01:00");
    CHECK(read("2026-11-28 14:00-16:00") == "2026-11-28 14:00 > 16:00");
    CHECK(read("2026-11-28 14:00 - 2026-11-29 16:00") == "2026-11-28 14:00 > 2026-11-29 16:00");
    CHECK(read("11月28日（周六）下午2:00-4:00") == "2026-11-28 14:00 > 16:00");
    CHECK(read("11月28日-30日") == "2026-11-28 > 2026-11-30");
    CHECK(read("11月28-30日") == "2026-11-28 > 2026-11-30");
    CHECK(read("11月28日至12月3日") == "2026-11-28 > 2026-12-03");
    CHECK(read("2026-11-28 - 2026-12-03") == "2026-11-28 > 2026-12-03");
    CHECK(read("2026-11-28 全天") == "2026-11-28 all day");
    CHECK(read("2026-11-28 14:00起") == "2026-11-28 14:00");
}

TEST_CASE("Instants with their offset are told in the centre's zone", "[when]") {
    CHECK(read("2026-11-28T06:00:00Z") == "2026-11-28 14:00");
    CHECK(read("2026-11-28T14:00:00+08:00") == "2026-11-28 14:00");
    CHECK(read("2026-11-28T14:00") == "2026-11-28 14:00");
    CHECK(read("2026-11-28 14:00:00") == "2026-11-28 14:00");
}

TEST_CASE("A date that can be read in two ways is refused unless the table tells", "[when]") {
    CHECK(read("03/04/2026") == "when.ambiguous");
    CHECK(read("03/04/2026", DateOrder::month_first) == "2026-03-04");
    CHECK(read("03/04/2026", DateOrder::day_first) == "2026-04-03");
    CHECK(read("4/4/2026") == "2026-04-04");
    CHECK(date_order_of("13/04/2026") == DateOrder::day_first);
    CHECK(date_order_of("04/13/2026 2:00 PM") == DateOrder::month_first);
    CHECK(date_order_of("04/03/2026") == DateOrder::unknown);
    CHECK(date_order_of("2026-04-13") == DateOrder::unknown);
}

TEST_CASE("A date that does not exist is said to be none", "[when]") {
    for (const char* cell : {"2026-02-30", "2026-13-01", "20261131", "13月1日", "2月30日",
                             "31/31/2026", "1066-10-14"}) {
        INFO(cell);
        CHECK(read(cell) == "when.no-such-date");
    }
}

TEST_CASE("What is neither a date nor a time is not guessed at", "[when]") {
    for (const char* cell : {"",
                             "不知道",
                             "待定",
                             "每周六",
                             "14",
                             "1400",
                             "25:00",
                             "24:30",
                             "14:60",
                             "14:0",
                             "2026",
                             "2026-11",
                             "-",
                             "14:00-",
                             "-16:00",
                             "11月28日、29日",
                             "14:00 16:00",
                             "14:00-16:00-18:00",
                             "2026-11-28 2026-11-29",
                             "29日",
                             "99999999999",
                             "2026-11-28Tnow",
                             "一月二日",
                             "\xEF\xBF\xBD"}) {
        INFO(cell);
        CHECK(read(cell) == "when.unreadable");
    }
    CHECK(read(std::string(100'000, '1')) == "when.unreadable");
}

TEST_CASE("A weekday is kept for comparing", "[when]") {
    const WhenFrame frame{{2026, 11, 22}, base::Zone::shanghai(), DateOrder::unknown};
    CHECK(read_when("11月28日周日", frame).value().weekday == base::Weekday::sunday);
    CHECK(read_when("Thu 2026-11-26", frame).value().weekday == base::Weekday::thursday);
    CHECK_FALSE(read_when("2026-11-26", frame).value().weekday.has_value());
}
