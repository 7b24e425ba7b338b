// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fake_house.h"
#include "ui/shell_lobby.h"

using namespace wenlan;
using test::FakeStation;
using test::Lobby;

namespace {

void open_centre(Lobby& lobby) {
    lobby.enter();
    lobby.tap("邻里");
    lobby.tap("文化城怎么走 · 开放时间");
    lobby.expect("centre");
}

template <typename Edit>
void change(Lobby& lobby, const Edit& edit) {
    lobby.station.publish([&](model::View& view) {
        auto page = std::make_shared<model::CentrePage>(*view.centre);
        edit(*page);
        view.centre = page;
    });
    lobby.visitor.settle();
}

// The same with another time on the clock.
void at(Lobby& lobby, int hour, bool open) {
    lobby.station.publish([&](model::View& view) {
        auto header = std::make_shared<model::Header>(*view.header);
        header->now.hour = hour;
        view.header = header;
    });
    change(lobby, [&](model::CentrePage& page) { page.open_now = open; });
}

float y_of(const Lobby& lobby, std::string_view label) {
    const ui::Element* element = lobby.visitor.find(label);
    REQUIRE(element != nullptr);
    return element->rect.y;
}

}  // namespace

TEST_CASE("The house says whether it is open, and when it opens next", "[centre]") {
    Lobby lobby;
    open_centre(lobby);
    CHECK(lobby.visitor.sees("开着，到 21:00"));
    at(lobby, 8, false);
    CHECK(lobby.visitor.sees("还没开门，今天 9:00 开"));
    // It is Sunday, and closed on Mondays.
    at(lobby, 22, false);
    CHECK(lobby.visitor.sees("已经歇了，周二 9:00 开"));
    change(lobby, [](model::CentrePage& page) { page.centre.hours[0] = {600, 1260}; });
    CHECK(lobby.visitor.sees("已经歇了，明天 10:00 开"));
    change(lobby, [](model::CentrePage& page) {
        for (domain::OpeningHours& hours : page.centre.hours) hours = {0, 0};
    });
    CHECK(lobby.visitor.sees("这几天不开门"));
}

TEST_CASE("The week's hours mark today and the days of rest", "[centre]") {
    Lobby lobby;
    open_centre(lobby);
    CHECK(lobby.visitor.sees("今天"));
    CHECK(lobby.visitor.sees("周一"));
    CHECK_FALSE(lobby.visitor.sees("周日"));
    CHECK(lobby.visitor.sees("休"));
    CHECK(lobby.visitor.sees("文澜桥东"));
    CHECK(lobby.visitor.sees("0576-0000 0000"));
    CHECK(lobby.visitor.sees("小林 · 一楼服务台在班"));
}

TEST_CASE("The storeys stand as in a lift, with the lobby where one is", "[centre]") {
    Lobby lobby;
    open_centre(lobby);
    while (lobby.visitor.scroll(0)) {
    }
    CHECK(y_of(lobby, "三楼") < y_of(lobby, "二楼"));
    CHECK(y_of(lobby, "二楼") < y_of(lobby, "一楼"));
    CHECK(y_of(lobby, "您在这里") > y_of(lobby, "排练厅"));
    CHECK_FALSE(lobby.visitor.sees("您找的是这里"));
    lobby.tap("排练厅");
    lobby.expect("event-detail");
}

TEST_CASE("An event's room leads to its place in the house", "[centre]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap(FakeStation::title(1));
    lobby.expect("event-detail");
    lobby.station.publish([](model::View& view) {
        auto detail = std::make_shared<model::EventDetail>(*view.detail);
        detail->venue = test::studio;
        detail->directions = {"出电梯右转", "right"};
        view.detail = detail;
    });
    lobby.visitor.settle();
    lobby.tap("三楼 · 出电梯右转");
    lobby.expect("centre");
    const auto asked = lobby.asked<model::ShowCentre>();
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().room == test::studio);
    CHECK(lobby.visitor.sees("您找的是这里"));
    CHECK(lobby.visitor.sees("书画室"));
    lobby.tap("返回");
    lobby.expect("event-detail");
}

TEST_CASE("A place that is not a room of the house leads nowhere", "[centre]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap(FakeStation::title(1));
    for (const ui::Element& element : lobby.visitor.screen().elements)
        CHECK_FALSE((element.role == ui::Role::row && element.label == "三楼"));
}
