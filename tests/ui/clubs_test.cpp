// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "ui/fake_pages.h"
#include "ui/shell_lobby.h"
#include "ui/widgets/list_window.h"

using namespace wenlan;
using base::Duration;
using test::club_name;
using test::Lobby;

namespace {

std::size_t last_list(const Lobby& lobby) { return lobby.visitor.screen().scrolls.size() - 1; }

// As far as a finger can move the list that holds the cards.
void scroll_to_end(Lobby& lobby) {
    for (int i = 0; i < 200 && lobby.visitor.scroll(last_list(lobby)); ++i) {
    }
}

void open_clubs(Lobby& lobby) {
    lobby.enter();
    lobby.tap("社团");
    lobby.expect("clubs");
    lobby.asked<model::ShowClubs>();
}

}  // namespace

TEST_CASE("A touch anywhere on a club's card opens its page, and back leads to the same place",
          "[clubs]") {
    Lobby lobby;
    open_clubs(lobby);
    REQUIRE(lobby.visitor.scroll(last_list(lobby)));
    const float offset = lobby.visitor.screen().scrolls[last_list(lobby)].offset;
    lobby.tap(club_name(6));
    lobby.expect("club-detail");
    const auto asked = lobby.asked<model::ShowEvent>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].listing == domain::ListingId{506});
    CHECK(lobby.visitor.sees("我要加入"));
    CHECK(lobby.visitor.sees("先来体验一次"));
    lobby.tap("返回");
    lobby.expect("clubs");
    CHECK(lobby.visitor.screen().scrolls[last_list(lobby)].offset == Approx(offset));
    CHECK(lobby.asked<model::ShowClubs>().empty());
}

TEST_CASE("Kinds of clubs and recruiting ones are asked for as they are touched", "[clubs]") {
    Lobby lobby;
    open_clubs(lobby);
    lobby.tap("正在招新 60");
    lobby.tap("音乐");
    lobby.tap("正在招新 60");
    lobby.tap("全部");
    const auto asked = lobby.asked<model::ShowClubs>();
    REQUIRE(asked.size() == 4);
    CHECK(asked[0].filter == model::ClubFilter{"", true});
    CHECK(asked[1].filter == model::ClubFilter{"music", true});
    CHECK(asked[2].filter == model::ClubFilter{"music", false});
    CHECK(asked[3].filter == model::ClubFilter{});
    for (const model::ShowClubs& one : asked) CHECK(one.first == 0);
}

TEST_CASE("Another kind of clubs is shown from its beginning", "[clubs]") {
    Lobby lobby;
    open_clubs(lobby);
    REQUIRE(lobby.visitor.scroll(last_list(lobby)));
    REQUIRE(lobby.visitor.screen().scrolls[last_list(lobby)].offset > 100);
    lobby.tap("音乐");
    CHECK(lobby.visitor.screen().scrolls[last_list(lobby)].offset == 0);
}

TEST_CASE("A kind without clubs asks whether one would found it", "[clubs]") {
    Lobby lobby;
    open_clubs(lobby);
    lobby.tap("钓鱼");
    CHECK(lobby.visitor.sees("这类还没有社团，想办一个？"));
    const auto is_offer = [](const ui::Element& element) {
        return element.role == ui::Role::button && element.label == "找社工" &&
               element.part == ui::Part::page;
    };
    const auto& elements = lobby.visitor.screen().elements;
    const auto offer = std::find_if(elements.begin(), elements.end(), is_offer);
    REQUIRE(offer != elements.end());
    lobby.visitor.tap(ui::PanelRect(offer->visible));
    lobby.expect("sheet");
}

TEST_CASE("Who scrolls through many clubs sees them all, a window at a time", "[clubs]") {
    Lobby lobby;
    open_clubs(lobby);
    std::set<std::string> seen;
    const auto look = [&] {
        for (const ui::Element& element : lobby.visitor.screen().elements)
            if (element.role == ui::Role::card) seen.insert(element.label);
    };
    look();
    while (lobby.visitor.scroll(last_list(lobby))) look();
    CHECK(seen.size() == static_cast<std::size_t>(test::club_count));
    const auto asked = lobby.asked<model::ShowClubs>();
    CHECK(asked.size() >= 3);
    CHECK(asked.size() < 20);
    // And back again.
    while (lobby.visitor.scroll(last_list(lobby), test::Visitor::Way::back)) {
    }
    CHECK(lobby.visitor.sees(club_name(0)));
}

TEST_CASE("What has not come yet rests, and is asked for once", "[clubs]") {
    Lobby lobby;
    open_clubs(lobby);
    // The station is slow: it answers nothing from here on.
    lobby.station.deaf = true;
    scroll_to_end(lobby);
    const auto asked = lobby.asked<model::ShowClubs>();
    REQUIRE_FALSE(asked.empty());
    for (std::size_t i = 1; i < asked.size(); ++i) CHECK(asked[i].first != asked[i - 1].first);
    CHECK_FALSE(lobby.visitor.sees(club_name(test::club_count - 1)));
    lobby.visitor.pass(Duration{3000});
    CHECK(lobby.asked<model::ShowClubs>().empty());
    lobby.station.deaf = false;
    lobby.station.publish([&](model::View& view) {
        view.clubs = std::make_shared<model::ClubsPage>(test::clubs_page({{}, asked.back().first}));
    });
    lobby.visitor.settle();
    CHECK(lobby.visitor.sees(club_name(test::club_count - 1)));
}

TEST_CASE("A club that is full offers its waiting list, one that recruits says how many places",
          "[clubs]") {
    Lobby lobby;
    open_clubs(lobby);
    lobby.tap(club_name(0));
    CHECK(lobby.visitor.sees("8"));
    CHECK(lobby.visitor.sees("个招新名额"));
    CHECK(lobby.visitor.sees("我要加入"));
    lobby.tap("返回");
    lobby.tap(club_name(1));
    CHECK(lobby.visitor.sees("满员"));
    CHECK(lobby.visitor.sees("排候补"));
    CHECK(lobby.visitor.sees("先来体验一次"));
    CHECK_FALSE(lobby.visitor.sees("我要加入"));
}

TEST_CASE("A club's week says when it meets, when it rests and when it stops", "[clubs]") {
    Lobby lobby;
    open_clubs(lobby);
    lobby.tap(club_name(0));
    CHECK(lobby.visitor.sees("周一"));
    CHECK(lobby.visitor.sees("06:30"));
    CHECK(lobby.visitor.sees("07:00"));
    CHECK(lobby.visitor.sees("休"));
    const auto change = [&](const auto& edit) {
        lobby.station.publish([&](model::View& view) {
            auto detail = std::make_shared<model::EventDetail>(*view.detail);
            edit(*detail);
            view.detail = detail;
        });
        lobby.visitor.settle();
    };
    SECTION("on holiday") {
        change([](model::EventDetail& detail) {
            detail.club->club.rests_until = base::CivilDate{2027, 2, 20};
        });
        CHECK(lobby.visitor.sees("停到 2月20日"));
    }
    SECTION("when one practice does not take place") {
        change([](model::EventDetail& detail) {
            detail.card.state = domain::OccasionState::cancelled;
            detail.card.reason = {"广场修路", "roadworks"};
            detail.club->week[6].cancelled = true;
        });
        CHECK(lobby.visitor.sees("停"));
        CHECK(lobby.visitor.sees("这次停：广场修路"));
        CHECK_FALSE(lobby.visitor.sees("07:00"));
    }
    SECTION("when it has moved") {
        change([](model::EventDetail& detail) {
            detail.card.state = domain::OccasionState::moved;
            detail.card.reason = {"改到二楼", "on 2F now"};
        });
        CHECK(lobby.visitor.sees("改期：改到二楼"));
    }
}

TEST_CASE("From a club to the room where it meets, and back", "[clubs]") {
    Lobby lobby;
    open_clubs(lobby);
    lobby.tap(club_name(0));
    for (int i = 0; i < 20 && lobby.visitor.scroll(last_list(lobby)); ++i) {
    }
    lobby.tap("三楼");
    lobby.expect("centre");
    const auto asked = lobby.asked<model::ShowCentre>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].room == domain::VenueId{7});
    lobby.visitor.swipe(5, 500, 300, 505);
    lobby.expect("club-detail");
}

TEST_CASE("Until the clubs have come the page rests, and flashes nothing before that", "[clubs]") {
    Lobby lobby;
    lobby.enter();
    lobby.station.deaf = true;
    lobby.tap("社团");
    lobby.expect("clubs");
    CHECK(lobby.visitor.sees("社团"));
    CHECK_FALSE(lobby.visitor.sees("全部"));
    lobby.station.deaf = false;
    lobby.station.publish([](model::View& view) {
        view.clubs = std::make_shared<model::ClubsPage>(test::clubs_page({}));
    });
    lobby.visitor.settle();
    CHECK(lobby.visitor.sees(club_name(0)));
}

TEST_CASE("The next part of a list is asked for before its end is reached", "[clubs]") {
    int asked = -1;
    const ui::ListWindow window{100, 0, 30};
    CHECK_FALSE(ui::window_to_ask(window, 0, 9, asked));
    CHECK_FALSE(ui::window_to_ask(window, 12, 21, asked));
    const auto next = ui::window_to_ask(window, 20, 29, asked);
    REQUIRE(next);
    CHECK(*next > 0);
    CHECK(*next <= 20);
    // Once is enough.
    CHECK_FALSE(ui::window_to_ask(window, 20, 29, asked));
    const ui::ListWindow second{100, *next, 30};
    CHECK_FALSE(ui::window_to_ask(second, 20, 29, asked));
    // Towards the beginning the same holds.
    const ui::ListWindow far{100, 60, 30};
    const auto before = ui::window_to_ask(far, 62, 71, asked);
    REQUIRE(before);
    CHECK(*before < 60);
    CHECK(*before + 30 >= 71);
    // A list that is here whole is never asked for.
    asked = -1;
    CHECK_FALSE(ui::window_to_ask({20, 0, 20}, 11, 20, asked));
    CHECK_FALSE(ui::window_to_ask({0, 0, 0}, 0, 0, asked));
}
