// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/words.h"
#include "ui/shell_lobby.h"

using namespace wenlan;
using test::FakeStation;
using test::Lobby;

namespace {

void open_calendar(Lobby& lobby) {
    lobby.enter();
    lobby.tap("活动");
    lobby.tap("日历");
    lobby.expect("calendar");
    lobby.visitor.asked.clear();
}

model::ShowMonth last_asked(Lobby& lobby) {
    const auto asked = lobby.asked<model::ShowMonth>();
    REQUIRE(asked.size() == 1);
    return asked.front();
}

}  // namespace

TEST_CASE("The calendar opens on this month with today chosen", "[calendar]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("活动");
    lobby.visitor.asked.clear();
    lobby.tap("日历");
    const model::ShowMonth asked = last_asked(lobby);
    CHECK(asked.year == 2026);
    CHECK(asked.month == 11);
    CHECK(asked.chosen == base::CivilDate{2026, 11, 22});
    CHECK(lobby.visitor.sees("十一月"));
    CHECK(lobby.visitor.sees("二〇二六年 · 丙午年九月至十月"));
    CHECK(lobby.visitor.sees("22 日 星期日"));
    CHECK(lobby.visitor.sees("立冬"));
    // The first day of a lunar month has the month's name.
    CHECK(lobby.visitor.sees("十月"));
}

TEST_CASE("A day is chosen by a touch, and says so when nothing is on", "[calendar]") {
    Lobby lobby;
    open_calendar(lobby);
    lobby.tap("11月27日 星期五");
    CHECK(last_asked(lobby).chosen == base::CivilDate{2026, 11, 27});
    CHECK(lobby.visitor.sees("27 日 星期五"));
    CHECK(lobby.visitor.sees("这一天没有活动"));
    CHECK_FALSE(lobby.visitor.sees("全部"));
    lobby.tap("11月28日 星期六");
    CHECK(lobby.visitor.sees("农历十月二十 · 3 场"));
    lobby.tap(FakeStation::title(1));
    lobby.expect("event-detail");
    lobby.tap("返回");
    lobby.expect("calendar");
}

TEST_CASE("All of a day leads to the events of that day, while they reach so far", "[calendar]") {
    Lobby lobby;
    open_calendar(lobby);
    lobby.tap("11月28日 星期六");
    lobby.asked<model::ShowDay>();
    lobby.tap("全部");
    lobby.expect("events");
    const auto asked = lobby.asked<model::ShowDay>();
    REQUIRE_FALSE(asked.empty());
    CHECK(asked.back().day == base::CivilDate{2026, 11, 28});
    lobby.tap("日历");
    lobby.tap("下个月");
    lobby.tap("12月30日 星期三");
    CHECK(lobby.visitor.sees("30 日 星期三"));
    CHECK_FALSE(lobby.visitor.sees("全部"));
    // Then all that is on stands here.
    CHECK(lobby.visitor.sees(FakeStation::title(3)));
}

TEST_CASE("Months turn by arrows and swipes, three ahead and one back", "[calendar]") {
    Lobby lobby;
    open_calendar(lobby);
    lobby.tap("下个月");
    CHECK(last_asked(lobby).month == 12);
    CHECK(lobby.visitor.sees("十二月"));
    lobby.visitor.swipe(400, 300, 150, 305);
    const model::ShowMonth january = last_asked(lobby);
    CHECK(january.year == 2027);
    CHECK(january.chosen == base::CivilDate{2027, 1, 1});
    lobby.visitor.swipe(150, 300, 400, 305);
    CHECK(last_asked(lobby).month == 12);
    lobby.tap("下个月");
    lobby.tap("下个月");
    CHECK(lobby.visitor.sees("二月"));
    CHECK(lobby.visitor.sees("二〇二七年 · 丙午年腊月至丁未年正月"));
    lobby.visitor.asked.clear();
    lobby.visitor.swipe(400, 300, 150, 305);
    CHECK(lobby.asked<model::ShowMonth>().empty());
    lobby.tap("下个月");
    lobby.expect("sheet");
    CHECK(lobby.visitor.sees("日历能往后翻三个月，往回翻一个月"));
    lobby.tap("好的");
    lobby.tap("今天");
    CHECK(last_asked(lobby).chosen == base::CivilDate{2026, 11, 22});
    lobby.tap("上个月");
    CHECK(lobby.visitor.sees("十月"));
    lobby.tap("上个月");
    lobby.expect("sheet");
}

TEST_CASE("A day beside the month turns to its own", "[calendar]") {
    Lobby lobby;
    open_calendar(lobby);
    lobby.tap("12月5日 星期六");
    const model::ShowMonth asked = last_asked(lobby);
    CHECK(asked.month == 12);
    CHECK(asked.chosen == base::CivilDate{2026, 12, 5});
    // Beyond what can be turned to, a day cannot be pressed.
    lobby.tap("今天");
    lobby.tap("上个月");
    CHECK_FALSE(lobby.visitor.sees("9月30日 星期三"));
    CHECK(lobby.visitor.sees("11月1日 星期日"));
}

TEST_CASE("A year has its stem and branch, from New Year to New Year", "[words]") {
    using ui::words::lunar_year;
    using ui::words::stem_branch;
    CHECK(stem_branch(2026, base::Language::zh) == "丙午");
    CHECK(stem_branch(2026, base::Language::en) == "Bingwu");
    CHECK(stem_branch(1984, base::Language::zh) == "甲子");
    const base::CivilDate eve{2027, 2, 5};
    const base::CivilDate new_year{2027, 2, 6};
    CHECK(lunar_year(eve, base::lunar_date(eve)) == 2026);
    CHECK(lunar_year(new_year, base::lunar_date(new_year)) == 2027);
    const base::CivilDate december{2026, 12, 31};
    CHECK(lunar_year(december, base::lunar_date(december)) == 2026);
    CHECK(ui::words::digits(2026, base::Language::zh) == "二〇二六");
}
