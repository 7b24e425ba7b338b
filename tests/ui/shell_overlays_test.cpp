// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "ui/screens/idle_watch.h"
#include "ui/shell_lobby.h"

using namespace wenlan;
using base::Duration;
using gfx::TouchEvent;
using test::FakeStation;
using test::Lobby;
using test::panel;
using test::Visitor;
using ui::IdleWatch;

TEST_CASE("A sheet opens and closes: by its button, its cross, or beside it", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("找社工");
    lobby.expect("sheet");
    CHECK(lobby.visitor.sees("社工就在服务台，过去说一声就好"));
    CHECK_FALSE(lobby.visitor.sees("首页"));  // nothing under it can be pressed
    SECTION("by its button") { lobby.tap("好的"); }
    SECTION("by its cross") { lobby.tap("关闭"); }
    SECTION("beside it") { lobby.visitor.tap(ui::PanelRect{200, 100, 40, 40}); }
    SECTION("but not on its own ground") {
        const ui::Element* title = lobby.visitor.find("社工就在服务台，过去说一声就好");
        REQUIRE(title != nullptr);
        lobby.visitor.tap(title->visible);
        lobby.expect("sheet");
        lobby.tap("好的");
    }
    lobby.expect("home");
    CHECK(lobby.visitor.asked.empty());
}

TEST_CASE("The code of an event's page opens large", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap(FakeStation::title(1));
    lobby.tap("扫码带走");
    lobby.expect("qr-sheet");
    lobby.tap("好的");
    lobby.expect("event-detail");
}

TEST_CASE(
    "After forty seconds without a touch the screen asks, and after twenty more the visit "
    "is over",
    "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("大字");
    const Duration touched = lobby.visitor.now();
    lobby.visitor.pass(Duration{38000});
    lobby.expect("home");
    lobby.visitor.pass(Duration{3000});
    lobby.expect("idle-warning");
    CHECK(lobby.visitor.sees("您还在吗？"));
    CHECK_FALSE(lobby.visitor.sees("首页"));
    CHECK(lobby.asked<model::EndVisit>().empty());
    const int forgotten = lobby.typesetter.forgotten;
    lobby.visitor.pass(touched + IdleWatch::on_a_page + IdleWatch::warning + Duration{200} -
                       lobby.visitor.now());
    lobby.expect("attract");
    CHECK(lobby.asked<model::EndVisit>().size() == 1);
    CHECK(lobby.typesetter.forgotten == forgotten + 1);
    CHECK(lobby.station.view->settings == model::VisitSettings{});
    lobby.visitor.pass(Duration{5000});
    lobby.expect("attract");
    CHECK(lobby.asked<model::EndVisit>().empty());
}

TEST_CASE("Who says that they are still there finds everything as it was", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("活动");
    const std::size_t list = lobby.visitor.screen().scrolls.size() - 1;
    REQUIRE(lobby.visitor.scroll(list));
    const float offset = lobby.visitor.screen().scrolls[list].offset;
    lobby.visitor.pass(Duration{41000});
    lobby.expect("idle-warning");
    SECTION("by the button") { lobby.tap("我还在"); }
    SECTION("by a touch anywhere") { lobby.visitor.tap(ui::PanelRect{20, 60, 40, 40}); }
    lobby.expect("events");
    CHECK(lobby.visitor.screen().scrolls[list].offset == Approx(offset));
    lobby.visitor.pass(Duration{38000});
    lobby.expect("events");
    CHECK(lobby.asked<model::EndVisit>().empty());
}

TEST_CASE("Who has seen enough leaves at once", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("中 / EN");
    lobby.visitor.pass(Duration{41000});
    lobby.tap("I'm done, back to start");
    lobby.expect("attract");
    CHECK(lobby.asked<model::EndVisit>().size() == 1);
    CHECK(lobby.visitor.sees("轻触屏幕，进来看看"));
}

TEST_CASE("A sheet waits eighty seconds, one's own sign-ups sixty", "[shell]") {
    Lobby lobby;
    lobby.enter();
    SECTION("a sheet") {
        lobby.tap("找社工");
        lobby.visitor.pass(Duration{78000});
        lobby.expect("sheet");
        lobby.visitor.pass(Duration{3000});
    }
    SECTION("one's own sign-ups") {
        lobby.tap("我的");
        lobby.visitor.pass(Duration{57000});
        lobby.expect("mine");
        lobby.visitor.pass(Duration{4000});
    }
    lobby.expect("idle-warning");
}

TEST_CASE("A sheet is still open after the question whether one is there", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("找社工");
    lobby.visitor.pass(Duration{81000});
    lobby.expect("idle-warning");
    lobby.tap("我还在");
    lobby.expect("sheet");
    CHECK(lobby.visitor.sees("社工就在服务台，过去说一声就好"));
    lobby.tap("好的");
    lobby.expect("home");
}

TEST_CASE("A sheet does not outlive the visit", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("找社工");
    lobby.visitor.pass(Duration{102000});
    lobby.expect("attract");
    lobby.enter();
    lobby.expect("home");
}

TEST_CASE("The touch that answers the question presses nothing else", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("我的");
    const auto dock = lobby.visitor.find("活动")->visible;
    lobby.visitor.pass(Duration{61000});
    lobby.expect("idle-warning");
    lobby.visitor.tap(dock);
    lobby.expect("mine");
}

TEST_CASE("A touch keeps the visit alive, also one that presses nothing", "[shell]") {
    Lobby lobby;
    lobby.enter();
    for (int i = 0; i < 5; ++i) {
        lobby.visitor.pass(Duration{30000});
        lobby.visitor.tap(ui::PanelRect{260, 20, 4, 4});
    }
    lobby.expect("home");
}
