// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/strings.h"

#include <set>
#include <string>

#include "catch.h"

using namespace wenlan;
using base::Language;
using ui::Key;

TEST_CASE("Every text is there in both languages, under a name of its own") {
    std::set<std::string_view> names;
    for (int i = 0; i < ui::key_count; ++i) {
        const Key key = static_cast<Key>(i);
        CAPTURE(ui::name_of(key));
        CHECK(names.insert(ui::name_of(key)).second);
        CHECK_FALSE(ui::text(key, Language::zh).empty());
        CHECK_FALSE(ui::text(key, Language::en).empty());
    }
}

TEST_CASE("Arguments are filled in where each language has them") {
    CHECK(ui::format(Key::seats_left, Language::zh, {{"n", "3"}}) == "余 3 位");
    CHECK(ui::format(Key::seats_left, Language::en, {{"n", "3"}}) == "3 left");
    CHECK(ui::format(Key::date_full, Language::zh,
                     {{"month", "11月"}, {"day", "22"}, {"weekday", "星期日"}}) ==
          "11月22日 星期日");
    CHECK(ui::format(Key::date_full, Language::en,
                     {{"month", "Nov"}, {"day", "22"}, {"weekday", "Sun"}}) == "Sun 22 Nov");
    CHECK(ui::format(Key::common_home, Language::zh, {}) == "首页");
}

TEST_CASE("What is filled in is not read as a pattern again") {
    CHECK(ui::format(Key::seats_left, Language::en, {{"n", "{n}"}}) == "{n} left");
}

TEST_CASE("One is singular in English") {
    CHECK(ui::format(Key::events_ended, Language::en, {{"n", "1"}}) == "1 event has ended");
    CHECK(ui::format(Key::events_ended, Language::en, {{"n", "2"}}) == "2 events have ended");
    CHECK(ui::format(Key::events_ended, Language::en, {{"n", "11"}}) == "11 events have ended");
    CHECK(ui::format(Key::events_ended, Language::zh, {{"n", "1"}}) == "已结束 1 场");
}

// Words that are reached by their place in the table.
TEST_CASE("Tables of words are as long as what they name") {
    const auto distance = [](Key from, Key to) {
        return static_cast<int>(to) - static_cast<int>(from);
    };
    CHECK(distance(Key::weekday_monday, Key::weekday_sunday) == 6);
    CHECK(distance(Key::weekday_short_monday, Key::weekday_short_sunday) == 6);
    CHECK(distance(Key::weekday_one_monday, Key::weekday_one_sunday) == 6);
    CHECK(distance(Key::month_january, Key::month_december) == 11);
    CHECK(distance(Key::lunar_month_m1, Key::lunar_month_m12) == 11);
    CHECK(distance(Key::lunar_day_d1, Key::lunar_day_d30) == 29);
    CHECK(distance(Key::solar_term_minor_cold, Key::solar_term_winter_solstice) == 23);
    CHECK(distance(Key::festival_new_year, Key::festival_laba) == 11);
    CHECK(distance(Key::section_events, Key::section_mine) == 5);
    CHECK(distance(Key::hour_h0, Key::hour_h23) == 23);
    CHECK(ui::nth(Key::month_january, 10) == Key::month_november);
}
