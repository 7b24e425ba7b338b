// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell_lobby.h"

using namespace wenlan;
using test::FakeStation;
using test::Lobby;

namespace {

using Kind = model::SeatsShown::Kind;

void open_volunteering(Lobby& lobby) {
    lobby.enter();
    lobby.tap("志愿");
    lobby.expect("volunteering");
    lobby.visitor.asked.clear();
}

template <typename Edit>
void change(Lobby& lobby, const Edit& edit) {
    lobby.station.publish([&](model::View& view) {
        auto page = std::make_shared<model::VolunteeringPage>(*view.volunteering);
        edit(*page);
        view.volunteering = page;
    });
    lobby.visitor.settle();
}

}  // namespace

TEST_CASE("An urgent call stands on the banner with what is missing", "[volunteering]") {
    Lobby lobby;
    open_volunteering(lobby);
    CHECK(lobby.visitor.sees("谢谢每一位搭把手的街坊"));
    change(lobby, [](model::VolunteeringPage& page) {
        page.urgent = FakeStation::card(9);
        page.urgent->start.hour = 20;
        page.urgent->seats = {Kind::counted, 2, 9, 7, false};
    });
    CHECK_FALSE(lobby.visitor.sees("谢谢每一位搭把手的街坊"));
    CHECK(lobby.visitor.sees("今晚急需"));
    lobby.tap("还差 2 位，我去");
    lobby.expect("sign-up");
    lobby.tap("关闭");
    lobby.tap(FakeStation::title(9));
    lobby.expect("event-detail");
}

TEST_CASE("The year's sums leave out zeros", "[volunteering]") {
    Lobby lobby;
    open_volunteering(lobby);
    for (const char* said : {"12,480", "386", "21", "个村社联盟"}) CHECK(lobby.visitor.sees(said));
    change(lobby, [](model::VolunteeringPage& page) { page.year.village_groups = 0; });
    CHECK(lobby.visitor.sees("386"));
    CHECK_FALSE(lobby.visitor.sees("个村社联盟"));
    change(lobby, [](model::VolunteeringPage& page) { page.year = {}; });
    CHECK_FALSE(lobby.visitor.sees("今年服务小时"));
}

TEST_CASE("A call says how many are missing, enough, or that it is cancelled", "[volunteering]") {
    Lobby lobby;
    open_volunteering(lobby);
    change(lobby, [](model::VolunteeringPage& page) {
        page.cards[0].seats = {Kind::counted, 3, 8, 5, false};
        page.cards[1].seats = {Kind::full, 0, 12, 12, false};
        page.cards[2].state = domain::OccasionState::cancelled;
        page.cards[2].reason = {"下雨", "rain"};
    });
    CHECK(lobby.visitor.sees("还差 3 位"));
    CHECK(lobby.visitor.sees("我去"));
    CHECK(lobby.visitor.sees("够人了，谢谢"));
    CHECK(lobby.visitor.sees("候补"));
    CHECK(lobby.visitor.sees("已取消：下雨"));
    change(lobby, [](model::VolunteeringPage& page) {
        page.cards[0].seats = {Kind::counted, 23, 60, 37, true};
    });
    CHECK(lobby.visitor.sees("大约还差 23 位"));
    lobby.tap(FakeStation::title(1));
    lobby.expect("event-detail");
}

TEST_CASE("All calls are behind a link; none is said in a sentence", "[volunteering]") {
    Lobby lobby;
    open_volunteering(lobby);
    lobby.tap("全部 3 项");
    lobby.expect("list");
    const auto lists = lobby.asked<model::ShowList>();
    REQUIRE(lists.size() == 1);
    CHECK(lists.front().name == model::ListName::volunteering);
    lobby.tap("志愿");
    change(lobby, [](model::VolunteeringPage& page) {
        page.cards.clear();
        page.count = 0;
    });
    CHECK(lobby.visitor.sees("眼下不缺人手，谢谢您惦记"));
    CHECK_FALSE(lobby.visitor.sees("全部 0 项"));
}
