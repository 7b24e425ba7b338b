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

TEST_CASE("A touch on the painting, anywhere, leads home", "[shell]") {
    Lobby lobby;
    lobby.expect("attract");
    SECTION("on the red bar") { lobby.enter(); }
    SECTION("on the sky") { lobby.visitor.tap(ui::PanelRect{100, 200, 40, 40}); }
    lobby.expect("home");
    CHECK(lobby.asked<model::ShowEvent>().empty());
}

TEST_CASE("A touch on a slip opens that event, and back from there leads home", "[shell]") {
    Lobby lobby;
    lobby.tap(FakeStation::title(2));
    lobby.expect("event-detail");
    const auto asked = lobby.asked<model::ShowEvent>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].occasion == domain::OccasionId{2});
    CHECK(lobby.visitor.sees("我要报名"));
    lobby.tap("返回");
    lobby.expect("home");
}

TEST_CASE("The dock leads to every section and home again", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("活动");
    lobby.expect("events");
    lobby.tap("社团");
    lobby.expect("clubs");
    CHECK(lobby.asked<model::ShowClubs>().size() == 1);
    lobby.tap("书香");
    lobby.expect("reading");
    CHECK(lobby.asked<model::ShowReading>().size() == 1);
    lobby.tap("志愿");
    lobby.expect("volunteering");
    CHECK(lobby.asked<model::ShowVolunteering>().size() == 1);
    lobby.tap("邻里");
    lobby.expect("neighbourhood");
    CHECK(lobby.asked<model::ShowNeighbourhood>().size() == 1);
    lobby.tap("我的");
    lobby.expect("mine");
    lobby.tap("首页");
    lobby.expect("home");
    lobby.tap("我的");
    lobby.tap("楚洲文化城");  // the seal
    lobby.expect("home");
}

TEST_CASE("From a list to an event and back to the same place of the list", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("全部活动");
    lobby.expect("events");
    const std::size_t list = lobby.visitor.screen().scrolls.size() - 1;
    REQUIRE(lobby.visitor.scroll(list));
    const float offset = lobby.visitor.screen().scrolls[list].offset;
    CHECK(offset > 100);
    const ui::Element* card = nullptr;
    for (const ui::Element& element : lobby.visitor.screen().elements)
        if (element.role == ui::Role::card && element.visible.height == element.rect.height)
            card = &element;
    REQUIRE(card != nullptr);
    const std::string title = card->label;
    lobby.visitor.tap(card->visible);
    lobby.expect("event-detail");
    CHECK(lobby.visitor.sees(title));
    lobby.tap("返回");
    lobby.expect("events");
    CHECK(lobby.visitor.screen().scrolls[list].offset == Approx(offset));
    // The section's own button leads to its beginning.
    lobby.tap("活动");
    CHECK(lobby.visitor.screen().scrolls[list].offset == 0);
}

TEST_CASE("Events follow one another, and back goes the same way", "[shell]") {
    Lobby lobby;
    lobby.station.publish([](model::View& view) {
        auto home = std::make_shared<model::HomePage>(*view.home);
        home->today.resize(1);
        view.home = home;
    });
    lobby.enter();
    lobby.tap(FakeStation::title(1));
    lobby.expect("event-detail");
    lobby.asked<model::ShowEvent>();
    lobby.tap("首页");
    lobby.tap(FakeStation::title(12));
    lobby.tap("返回");
    lobby.expect("home");
    CHECK(lobby.asked<model::ShowEvent>().size() == 1);
}

TEST_CASE("A swipe from the left edge goes back, one from elsewhere does not", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap(FakeStation::title(1));
    lobby.expect("event-detail");
    lobby.visitor.swipe(200, 500, 420, 510);
    lobby.expect("event-detail");
    lobby.visitor.swipe(10, 500, 8, 300);  // upwards
    lobby.expect("event-detail");
    lobby.visitor.swipe(10, 500, 220, 510);
    lobby.expect("home");
    lobby.tap("活动");
    lobby.asked<model::ShowDay>();
    lobby.visitor.swipe(10, 700, 220, 700);
    lobby.expect("home");
    CHECK(lobby.asked<model::ShowDay>().empty());
}

TEST_CASE("A sideways swipe on the list of events shows the next day, or the one before",
          "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("活动");
    lobby.asked<model::ShowDay>();
    const base::CivilDate today = lobby.station.view->header->now.date;
    lobby.visitor.swipe(400, 600, 200, 605);
    auto days = lobby.asked<model::ShowDay>();
    REQUIRE(days.size() == 1);
    CHECK(days[0].day == today.plus_days(1));
    lobby.visitor.swipe(200, 600, 400, 605);
    days = lobby.asked<model::ShowDay>();
    REQUIRE(days.size() == 1);
    CHECK(days[0].day == today);
    lobby.visitor.swipe(200, 600, 400, 605);  // there is no day before today
    CHECK(lobby.asked<model::ShowDay>().empty());
    lobby.expect("events");
}

TEST_CASE("Days and kinds are asked for as they are touched", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("活动");
    lobby.asked<model::ShowDay>();
    const base::CivilDate today = lobby.station.view->header->now.date;
    lobby.tap("11月24日 星期二");
    lobby.tap("戏曲");
    lobby.tap("有余位");
    lobby.tap("戏曲");
    const auto days = lobby.asked<model::ShowDay>();
    REQUIRE(days.size() == 4);
    CHECK(days[0].day == today.plus_days(2));
    CHECK(days[1].filter == model::EventFilter{"opera", false});
    CHECK(days[2].filter == model::EventFilter{"opera", true});
    CHECK(days[3].filter == model::EventFilter{"", true});
    CHECK(days[3].day == today.plus_days(2));
}

TEST_CASE("The utility strip asks for large text, contrast and the other language", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("大字");
    lobby.tap("高对比");
    lobby.tap("中 / EN");
    const auto text = lobby.asked<model::SetLargeText>();
    REQUIRE(text.size() == 1);
    CHECK(text[0].on);
    CHECK(lobby.station.view->settings == model::VisitSettings{base::Language::en, true, true});
    lobby.expect("home");
    lobby.tap("Large text");
    lobby.tap("Contrast");
    lobby.tap("中文");
    CHECK(lobby.station.view->settings == model::VisitSettings{});
    CHECK(lobby.visitor.sees("现在就能进"));
}

TEST_CASE("What is asked of the station is numbered upwards", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("活动");
    lobby.tap("大字");
    lobby.tap("社团");
    REQUIRE(lobby.visitor.asked.size() == 3);
    std::uint64_t before = 0;
    for (const model::NumberedIntent& intent : lobby.visitor.asked) {
        CHECK(intent.number > before);
        before = intent.number;
    }
}

TEST_CASE("A page that cannot be drawn becomes a calm page that leads back", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.typesetter.breaks_at = "台下坐一晚";  // in every event's story
    lobby.tap(FakeStation::title(1));
    lobby.expect("failure");
    CHECK(lobby.visitor.sees("这一页出了点小问题"));
    lobby.tap("回首页");
    lobby.expect("attract");
    CHECK(lobby.asked<model::EndVisit>().size() == 1);
    // And the program lives.
    lobby.enter();
    lobby.expect("home");
    lobby.tap("活动");
    lobby.expect("events");
}

TEST_CASE("A page that cannot be drawn is left by itself when nobody is there", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.typesetter.breaks_at = "台下坐一晚";
    lobby.tap(FakeStation::title(1));
    lobby.expect("failure");
    // Calm: it is drawn once, and nobody sleeps past the end of the visit.
    const ui::FrameResult still = lobby.visitor.frame(Duration{500});
    CHECK_FALSE(still.drawn);
    CHECK(lobby.visitor.shell().settled());
    CHECK(still.idle_for > Duration{1000});
    while (lobby.visitor.screen().screen == "failure") {
        const Duration wait = lobby.visitor.frame(Duration{16}).idle_for;
        REQUIRE(wait <= IdleWatch::on_a_page + Duration{1});
        lobby.visitor.frame(wait);
    }
    lobby.expect("attract");
    CHECK(lobby.asked<model::EndVisit>().size() == 1);
}

TEST_CASE("A lost context is replaced without the visitor noticing", "[shell]") {
    Lobby lobby;
    lobby.enter();
    SECTION("on a page") {
        lobby.tap("活动");
        lobby.replace_graphics();
        CHECK(lobby.visitor.frame(Duration{16}).drawn);
        lobby.expect("events");
    }
    SECTION("in the middle of a fade") {
        const auto dock = lobby.visitor.find("活动")->visible;
        const float x = (dock.x + dock.width / 2) / Lobby::scale;
        const float y = (dock.y + dock.height / 2) / Lobby::scale;
        lobby.touch(TouchEvent::Kind::down, x, y, Duration{700});
        lobby.touch(TouchEvent::Kind::up, x, y, Duration{80});
        lobby.visitor.frame(Duration{60});
        CHECK_FALSE(lobby.visitor.shell().settled());
        lobby.replace_graphics();
        lobby.visitor.settle();
        lobby.expect("events");
    }
    SECTION("under a sheet") {
        lobby.tap("找社工");
        lobby.replace_graphics();
        lobby.visitor.settle();
        lobby.expect("sheet");
        lobby.tap("好的");
        lobby.expect("home");
    }
    SECTION("during the question whether one is there") {
        lobby.visitor.pass(Duration{41000});
        lobby.replace_graphics();
        lobby.visitor.settle();
        lobby.expect("idle-warning");
        lobby.tap("我还在");
        lobby.expect("home");
    }
    lobby.tap(lobby.visitor.sees("首页") ? "首页" : "好的");
    lobby.expect("home");
}

TEST_CASE("Fifteen seconds after a touch nothing moves, and nothing is drawn again", "[shell]") {
    Lobby lobby;
    lobby.enter();
    const std::string page =
        GENERATE("home", "events", "clubs", "reading", "mine", "event", "sheet");
    CAPTURE(page);
    if (page == "events") lobby.tap("活动");
    if (page == "clubs") lobby.tap("社团");
    if (page == "reading") lobby.tap("书香");
    if (page == "mine") lobby.tap("我的");
    if (page == "event") lobby.tap(FakeStation::title(1));
    if (page == "sheet") lobby.tap("找社工");
    lobby.visitor.pass(Duration{15000});
    const ui::FrameResult still = lobby.visitor.frame(Duration{250});
    CHECK_FALSE(still.drawn);
    CHECK(still.idle_for > Duration{10000});
    CHECK(lobby.visitor.shell().settled());
    CHECK_FALSE(lobby.visitor.frame(Duration{250}).drawn);
}

TEST_CASE("Who sleeps for as long as the shell allows still sees the question in time", "[shell]") {
    Lobby lobby;
    lobby.enter();
    const Duration touched = lobby.visitor.now();
    while (lobby.visitor.screen().screen != "idle-warning") {
        const Duration wait = lobby.visitor.frame(Duration{16}).idle_for;
        REQUIRE(lobby.visitor.now() < touched + Duration{60000});
        if (wait > Duration{16}) lobby.visitor.frame(wait);
    }
    CHECK(lobby.visitor.now() - touched < IdleWatch::on_a_page + Duration{500});
}

TEST_CASE("The same frame is drawn once, another one again", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.visitor.pass(Duration{15000});
    CHECK_FALSE(lobby.visitor.frame(Duration{16}).drawn);
    lobby.station.publish([](model::View& view) {
        auto header = std::make_shared<model::Header>(*view.header);
        header->now.minute += 1;
        view.header = header;
    });
    CHECK(lobby.visitor.frame(Duration{16}).drawn);
    CHECK(lobby.visitor.sees("14:21"));
    CHECK_FALSE(lobby.visitor.frame(Duration{16}).drawn);
}

TEST_CASE("A finger that comes down and leaves within one frame still presses", "[shell]") {
    Lobby lobby;
    lobby.enter();
    const auto dock = lobby.visitor.find("活动")->visible;
    const float x = dock.x + dock.width / 2;
    const float y = dock.y + dock.height / 2;
    lobby.visitor.pass(Duration{700});
    const Duration now = lobby.visitor.now();
    // Both in one batch; the second one's time is its own.
    std::vector<TouchEvent> batch{{TouchEvent::Kind::down, x, y, 0, {}},
                                  {TouchEvent::Kind::up, x, y, 0, {}}};
    batch[0].time = now + Duration{16};
    batch[1].time = now + Duration{80};
    const ui::FrameResult first = lobby.visitor.frame_as_timed(Duration{90}, batch);
    CHECK(first.idle_for == Duration{0});
    lobby.expect("home");
    lobby.visitor.settle();
    lobby.expect("events");
}

TEST_CASE("A list that was flung goes on and comes to rest", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("活动");
    const std::size_t list = lobby.visitor.screen().scrolls.size() - 1;
    lobby.touch(TouchEvent::Kind::down, 540, 1500, Duration{700});
    for (int i = 1; i <= 6; ++i)
        lobby.touch(TouchEvent::Kind::move, 540, 1500 - 40 * static_cast<float>(i), Duration{16});
    lobby.touch(TouchEvent::Kind::up, 540, 1260, Duration{4});
    const float released = lobby.visitor.screen().scrolls[list].offset;
    CHECK(released > 0);
    CHECK_FALSE(lobby.visitor.shell().settled());
    lobby.visitor.frame(Duration{100});
    CHECK(lobby.visitor.screen().scrolls[list].offset > released + 20);
    SECTION("by itself") {
        lobby.visitor.pass(Duration{5000});
        CHECK(lobby.visitor.shell().settled());
    }
    SECTION("or under a finger, which presses nothing then") {
        lobby.touch(TouchEvent::Kind::down, 540, 1400, Duration{16});
        const float stopped = lobby.visitor.screen().scrolls[list].offset;
        lobby.touch(TouchEvent::Kind::up, 540, 1400, Duration{90});
        lobby.visitor.pass(Duration{500});
        CHECK(lobby.visitor.screen().scrolls[list].offset == Approx(stopped).margin(1));
        lobby.expect("events");
    }
    CHECK(lobby.asked<model::ShowEvent>().empty());
}

TEST_CASE("A panel that is turned goes on where it was", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap(FakeStation::title(1));
    lobby.visitor.turn({960, 540});
    lobby.visitor.settle();
    lobby.expect("event-detail");
    CHECK(lobby.visitor.sees("我要报名"));
    lobby.tap("返回");
    lobby.expect("home");
}

TEST_CASE("An event that has left the programme says so and leads back", "[shell]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap(FakeStation::title(1));
    lobby.station.publish([](model::View& view) {
        view.detail.reset();
        view.outcome = model::Outcome::not_found;
    });
    lobby.visitor.settle();
    lobby.expect("event-detail");
    CHECK(lobby.visitor.sees("这场活动已从节目单里撤下，看看别的吧"));
    lobby.tap("返回");
    lobby.expect("home");
}
