// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fake_house.h"

#include "ui/fake_station.h"

namespace wenlan::test {

namespace {

constexpr int weeks = 6;
constexpr int events_a_day = 3;

base::LocalText both(const std::string& text) { return {text, "E" + text}; }

int index_of(int year, int month) { return year * 12 + month; }

model::CentrePage::Storey storey(int number, const std::string& name, const std::string& room) {
    model::CentrePage::Storey storey;
    storey.storey = number;
    storey.name = both(name);
    storey.rooms.push_back({{number}, both(room), both("出电梯右转"), {}});
    return storey;
}

}  // namespace

model::CalendarPage calendar_page(const model::ShowMonth& wanted, base::CivilDate today) {
    model::CalendarPage page;
    page.year = wanted.year;
    page.month = wanted.month;
    page.chosen = wanted.chosen;
    const int ahead = index_of(wanted.year, wanted.month) - index_of(today.year, today.month);
    page.has_before = ahead > -1;
    page.has_after = ahead < 3;
    const base::CivilDate first{wanted.year, wanted.month, 1};
    const base::CivilDate monday = first.plus_days(1 - static_cast<int>(first.weekday()));
    for (int i = 0; i < weeks * 7; ++i) {
        model::DayMark mark;
        mark.date = monday.plus_days(i);
        mark.lunar = base::lunar_date(mark.date);
        mark.solar_term = base::solar_term_on(mark.date);
        mark.festival = base::festival_on(mark.date);
        if (mark.date.day % 2 == 0) mark.dots = {domain::Section::events};
        page.days.push_back(mark);
    }
    if (wanted.chosen.day % 2 != 0) return page;
    for (int n = 1; n <= events_a_day; ++n) page.cards.push_back(FakeStation::card(n));
    page.chosen_count = events_a_day;
    return page;
}

model::CentrePage centre_page(const model::ShowCentre& wanted) {
    model::CentrePage page;
    page.centre.name = both("楚洲文化城");
    page.centre.address = both("文澜桥东");
    page.centre.phone = "0576-0000 0000";
    page.centre.closing_note = both("关门前半小时停止入场");
    for (domain::OpeningHours& hours : page.centre.hours) hours = {9 * 60, 21 * 60};
    page.centre.hours[0] = {0, 0};
    page.centre.closure_days = page.closures = {{2027, 1, 1}};
    page.open_now = true;
    page.storeys = {storey(1, "一楼", "亲子区"), storey(2, "二楼", "排练厅"),
                    storey(3, "三楼", "书画室")};
    page.storeys[1].rooms[0].now = FakeStation::card(1);
    page.asked_for = wanted.room;
    page.duty = model::DutyNow{both("小林"), both("一楼服务台"), true, 540, 1};
    return page;
}

}  // namespace wenlan::test
