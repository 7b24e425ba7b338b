// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <stdexcept>

#include "catch.h"
#include "ui/fake_station.h"
#include "ui/screens/idle_watch.h"

using namespace wenlan;
using base::Duration;
using gfx::TouchEvent;
using test::FakeStation;
using test::Visitor;
using ui::IdleWatch;

namespace {

constexpr gfx::Size panel{540, 960};

gfx::Folders folders_of_the_tree() {
    const std::filesystem::path source = WENLAN_SOURCE_DIR;
    const std::filesystem::path binary = WENLAN_BINARY_DIR;
    return {source / "shaders",
            {binary / "assets/posters"},
            binary / "assets/icons",
            source / "assets/stills"};
}

// Sets text as the real one does, but cannot set one that has a certain word in it.
class FragileTypesetter final : public text::Typesetter {
public:
    FragileTypesetter() : real_(Typesetter::create(text::FontFiles::debian()).value()) {}

    text::Metrics metrics(text::Face face, float px) const override {
        return real_->metrics(face, px);
    }
    const text::Line& line(std::string_view text, const text::Style& style) override {
        check(text);
        return real_->line(text, style);
    }
    const text::Paragraph& paragraph(std::string_view text, const text::Style& style,
                                     float width_max, int lines_max) override {
        check(text);
        return real_->paragraph(text, style, width_max, lines_max);
    }
    Bitmap rasterise(std::uint16_t font, std::uint32_t id, float px) override {
        return real_->rasterise(font, id, px);
    }
    bool covers(char32_t code_point) const override { return real_->covers(code_point); }
    void forget_texts() override {
        ++forgotten;
        real_->forget_texts();
    }

    std::string breaks_at;
    int forgotten = 0;

private:
    void check(std::string_view text) const {
        if (!breaks_at.empty() && text.find(breaks_at) != std::string_view::npos)
            throw std::runtime_error("a text that cannot be set");
    }

    std::unique_ptr<Typesetter> real_;
};

// A kiosk on a context without a screen, at half size.
class Lobby {
public:
    Lobby() : graphics_(make_graphics()), visitor(typesetter, *graphics_, panel, station.link()) {
        visitor.settle();
    }
    // The context was lost and another one was made.
    void replace_graphics() {
        graphics_.reset();
        graphics_ = make_graphics();
        visitor.use(*graphics_);
    }
    void enter() { tap("轻触屏幕，进来看看"); }
    void tap(std::string_view label) {
        INFO(visitor.screen().screen << ": nothing is called " << label);
        REQUIRE(visitor.tap(label));
    }
    void expect(std::string_view screen) { REQUIRE(visitor.screen().screen == screen); }
    // What was asked of the station since the last call, of this type.
    template <typename Intent>
    std::vector<Intent> asked() {
        std::vector<Intent> found;
        for (const model::NumberedIntent& intent : visitor.asked)
            if (const auto* it = std::get_if<Intent>(&intent.intent)) found.push_back(*it);
        visitor.asked.clear();
        return found;
    }
    ui::FrameResult touch(TouchEvent::Kind kind, float x, float y, Duration after) {
        return visitor.frame(after, {{kind, x * scale, y * scale, 0, {}}});
    }
    static constexpr float scale = 0.5F;

    FragileTypesetter typesetter;
    FakeStation station;

private:
    std::unique_ptr<gfx::Graphics> make_graphics() {
        return gfx::Graphics::create(folders_of_the_tree(), typesetter).value();
    }
    std::unique_ptr<gfx::Window> window_ = gfx::Window::surfaceless(panel).value();
    std::unique_ptr<gfx::Graphics> graphics_;

public:
    Visitor visitor;
};

}  // namespace

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
    lobby.expect("section");
    const auto sections = lobby.asked<model::ShowSection>();
    REQUIRE(sections.size() == 1);
    CHECK(sections[0].section == domain::Section::clubs);
    for (const char* section : {"书香", "志愿", "邻里"}) {
        lobby.tap(section);
        lobby.expect("section");
        CHECK(lobby.visitor.sees(FakeStation::title(1)));
    }
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
    const std::string page = GENERATE("home", "events", "section", "mine", "event", "sheet");
    CAPTURE(page);
    if (page == "events") lobby.tap("活动");
    if (page == "section") lobby.tap("社团");
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
