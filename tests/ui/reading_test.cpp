// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "ui/fake_pages.h"
#include "ui/shell_lobby.h"

using namespace wenlan;
using test::FakeStation;
using test::Lobby;

namespace {

void open_reading(Lobby& lobby) {
    lobby.enter();
    lobby.tap("书香");
    lobby.expect("reading");
    lobby.visitor.asked.clear();
}

template <typename Edit>
void change(Lobby& lobby, const Edit& edit) {
    lobby.station.publish([&](model::View& view) {
        auto page = std::make_shared<model::ReadingPage>(*view.reading);
        edit(*page);
        view.reading = page;
    });
    lobby.visitor.settle();
}

const ui::Element* element(const Lobby& lobby, ui::Role role, std::string_view label) {
    for (const ui::Element& one : lobby.visitor.screen().elements)
        if (one.role == role && one.label == label) return &one;
    return nullptr;
}

}  // namespace

TEST_CASE("A challenge says how many read, which day it is, and has a stamp for each day",
          "[reading]") {
    Lobby lobby;
    open_reading(lobby);
    CHECK(lobby.visitor.sees("11月1日 – 30日"));
    CHECK(lobby.visitor.sees("216"));
    CHECK(lobby.visitor.sees("22"));
    CHECK(element(lobby, ui::Role::image, "30 枚章，今天第 22 天") != nullptr);
    lobby.tap("我要加入");
    lobby.expect("sign-up");
    lobby.tap("关闭");
    lobby.tap("三十日共读");
    lobby.expect("challenge-detail");
    for (const char* day : {"1", "22", "30"}) CHECK(lobby.visitor.sees(day));
    CHECK(lobby.visitor.sees("我要加入"));
    lobby.tap("返回");
    lobby.expect("reading");
}

TEST_CASE("A challenge that is to come shows its date, one that is over cannot be joined",
          "[reading]") {
    Lobby lobby;
    open_reading(lobby);
    SECTION("to come") {
        change(lobby, [](model::ReadingPage& page) { page.challenge->facts.day = 0; });
        CHECK(element(lobby, ui::Role::image, "30 枚章，还没开始") != nullptr);
        CHECK(lobby.visitor.sees("我要加入"));
        CHECK_FALSE(lobby.visitor.sees("22"));
    }
    SECTION("over") {
        change(lobby, [](model::ReadingPage& page) { page.challenge->facts.day = 31; });
        CHECK_FALSE(lobby.visitor.sees("我要加入"));
    }
}

TEST_CASE("Without a challenge the week moves up", "[reading]") {
    Lobby lobby;
    open_reading(lobby);
    const float before = lobby.visitor.find("这周的书事")->rect.y;
    change(lobby, [](model::ReadingPage& page) { page.challenge.reset(); });
    CHECK_FALSE(lobby.visitor.sees("三十日共读"));
    CHECK(lobby.visitor.find("这周的书事")->rect.y < before - 200);
}

TEST_CASE("The week's readings lead to their pages, and all of them stand in one list",
          "[reading]") {
    Lobby lobby;
    open_reading(lobby);
    lobby.tap(FakeStation::title(2));
    lobby.expect("event-detail");
    lobby.tap("返回");
    lobby.expect("reading");
    lobby.tap("全部 9 场");
    lobby.expect("list");
    const auto asked = lobby.asked<model::ShowList>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].name == model::ListName::reading);
    CHECK(lobby.visitor.sees("共 90 场"));
    lobby.tap(FakeStation::title(2));
    lobby.expect("event-detail");
    lobby.tap("返回");
    lobby.expect("list");
    lobby.tap("返回");
    lobby.expect("reading");
}

TEST_CASE("A week without readings says so, and later ones are named as such", "[reading]") {
    Lobby lobby;
    open_reading(lobby);
    change(lobby, [](model::ReadingPage& page) { page.cards_are_later = true; });
    CHECK(lobby.visitor.sees("接下来的书事"));
    change(lobby, [](model::ReadingPage& page) {
        page.cards.clear();
        page.count = 0;
    });
    CHECK(lobby.visitor.sees("这周没有书事，书架一直开着"));
    CHECK(lobby.visitor.find("全部 0 场") == nullptr);
}

TEST_CASE("A reading that is full, over, cancelled or moved says so in its row", "[reading]") {
    Lobby lobby;
    open_reading(lobby);
    change(lobby, [](model::ReadingPage& page) {
        page.cards[0].seats = {model::SeatsShown::Kind::full, 0, 12, 12, false};
        page.cards[1].state = domain::OccasionState::cancelled;
        page.cards[1].reason = {"老师嗓子哑了", "The teacher has lost her voice"};
        page.cards[2].state = domain::OccasionState::moved;
        page.cards[2].reason = {"改到一楼", "on 1F now"};
    });
    CHECK(lobby.visitor.sees("满 · 可候补"));
    CHECK(lobby.visitor.sees("已取消"));
    CHECK(lobby.visitor.sees("老师嗓子哑了"));
    CHECK(lobby.visitor.sees("改到一楼"));
    change(lobby, [](model::ReadingPage& page) { page.cards[0].moment = model::Moment::ended; });
    CHECK(lobby.visitor.sees("已结束"));
}

TEST_CASE("Who scrolls through a long list sees all of it, and another list begins at its top",
          "[reading]") {
    Lobby lobby;
    open_reading(lobby);
    lobby.tap("全部 9 场");
    std::set<std::string> seen;
    const auto look = [&] {
        for (const ui::Element& one : lobby.visitor.screen().elements)
            if (one.role == ui::Role::card) seen.insert(one.label);
    };
    look();
    while (lobby.visitor.scroll(0)) look();
    CHECK(seen.size() == static_cast<std::size_t>(test::reading_count));
}

TEST_CASE("A list that holds another list's page waits for its own", "[reading]") {
    Lobby lobby;
    open_reading(lobby);
    lobby.tap("全部 9 场");
    lobby.station.publish([](model::View& view) {
        view.list =
            std::make_shared<model::ListPage>(test::list_page({model::ListName::notices, 0}));
    });
    lobby.visitor.settle();
    lobby.expect("list");
    CHECK_FALSE(lobby.visitor.sees("这里暂时没有，过两天再来看看"));
    CHECK_FALSE(lobby.visitor.sees(FakeStation::title(1)));
    lobby.tap("返回");
    lobby.expect("reading");
}

TEST_CASE("The swap shelf shows its books", "[reading]") {
    Lobby lobby;
    open_reading(lobby);
    while (lobby.visitor.scroll(0)) {
    }
    lobby.tap("换书角");
    lobby.expect("service-detail");
    CHECK(lobby.visitor.sees("《第1本》"));
    CHECK(lobby.visitor.sees("讲一座桥。"));
    lobby.tap("我要换");
    lobby.expect("sheet");
}
