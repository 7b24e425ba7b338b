// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "catch.h"
#include "domain/codes.h"
#include "model/devices.h"
#include "ui/shell_lobby.h"

using namespace wenlan;
using base::Duration;
using model::ChangeSignUp;
using model::TakeSignUp;
using test::FakeStation;
using test::Lobby;

namespace {

const domain::Code long_code = domain::make_code(domain::CodeKind::long_one, 0, 83504417226ULL);

// Event 11 is on, and asks what `form` asks.
void open_door(Lobby& lobby, std::vector<domain::Question> questions) {
    lobby.station.publish([](model::View& next) {
        auto home = *next.home;
        for (model::EventCard& card : home.walk_in) card.moment = model::Moment::on_now;
        next.home = std::make_shared<model::HomePage>(home);
    });
    model::SignUpOutcome& outcome = lobby.station.outcome;
    outcome.stamp = model::SignUpStamp::kept;
    outcome.id.bytes[0] = 7;
    outcome.code = long_code.shown();
    outcome.code_suffices = true;
    lobby.station.walk_in_form.questions = std::move(questions);
}

domain::Question question(domain::QuestionKind kind) {
    domain::Question one;
    one.kind = kind;
    return one;
}

std::string with_prefix(Lobby& lobby, std::string_view prefix) {
    for (const ui::Element& element : lobby.visitor.screen().elements)
        if (element.label.starts_with(prefix)) return element.label;
    return {};
}

struct Stack final : model::Printer {
    State now = State::ready;
    std::vector<model::Receipt> printed;
    State state() const override { return now; }
    void print(model::Receipt receipt) override { printed.push_back(std::move(receipt)); }
};

struct Pile final : model::Scanner {
    std::optional<std::string> read;
    std::optional<std::string> take() override { return std::exchange(read, std::nullopt); }
};

struct Listener final : model::Speech {
    std::vector<std::string> heard;
    int stopped = 0;
    bool present() const override { return true; }
    void say(std::string_view words, base::Language) override { heard.emplace_back(words); }
    void stop() override { ++stopped; }
    bool speaking() override { return false; }
};

}  // namespace

TEST_CASE("Whoever walks in presses what is on, how many they are, and in: three presses",
          "[walk-in]") {
    Lobby lobby;
    open_door(lobby, {question(domain::QuestionKind::party)});
    lobby.enter();
    lobby.tap(FakeStation::title(11));
    lobby.expect("walk-in");
    lobby.tap("3");
    lobby.tap("登记 3 位，进去");
    const auto taken = lobby.asked<TakeSignUp>();
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].walking_in);
    CHECK(taken[0].occasion == domain::OccasionId{11});
    REQUIRE(taken[0].answers.answers.size() == 1);
    CHECK(taken[0].answers.answers[0].number == 3);
    CHECK(lobby.visitor.sees(long_code.shown()));
    CHECK(lobby.visitor.sees("报好了，一会儿见"));
}

TEST_CASE("A mistake is taken back within ten seconds, and not after", "[walk-in]") {
    Lobby lobby;
    open_door(lobby, {question(domain::QuestionKind::party)});
    lobby.enter();
    lobby.tap(FakeStation::title(11));
    lobby.tap("登记，进去");
    SECTION("within") {
        lobby.tap(with_prefix(lobby, "登记错了？"));
        const auto changed = lobby.asked<ChangeSignUp>();
        REQUIRE(changed.size() == 1);
        CHECK(changed[0].what == ChangeSignUp::What::cancel);
        CHECK(lobby.visitor.sees("撤回了，座位让出来了"));
    }
    SECTION("after") {
        lobby.visitor.pass(Duration{11000});
        CHECK(with_prefix(lobby, "登记错了？").empty());
    }
}

TEST_CASE("Full meanwhile, or not registered: the sheet says so and asks again", "[walk-in]") {
    Lobby lobby;
    open_door(lobby, {question(domain::QuestionKind::party)});
    lobby.station.outcome.stamp = model::SignUpStamp::declined;
    lobby.enter();
    lobby.tap(FakeStation::title(11));
    SECTION("full") {
        lobby.station.outcome.why = domain::Why::full;
        lobby.tap("登记，进去");
        CHECK_FALSE(with_prefix(lobby, "只剩").empty());
    }
    SECTION("anything else") {
        lobby.tap("登记，进去");
        CHECK(lobby.visitor.sees("没有登记上，请再试一次，或者直接找门口的社工"));
    }
    CHECK(lobby.visitor.sees("登记，进去"));
}

TEST_CASE("A name is asked for only where the listing asks for one", "[walk-in]") {
    Lobby lobby;
    open_door(lobby, {question(domain::QuestionKind::name), question(domain::QuestionKind::party)});
    lobby.enter();
    lobby.tap(FakeStation::title(11));
    lobby.tap("下一步");
    CHECK(lobby.visitor.sees("怎么称呼您？"));
}

TEST_CASE("What asks more goes the whole way", "[walk-in]") {
    Lobby lobby;
    open_door(lobby, {question(domain::QuestionKind::phone)});
    lobby.enter();
    lobby.tap(FakeStation::title(11));
    CHECK(lobby.visitor.sees("这场要多问几句，请按「我要报名」"));
}

TEST_CASE("Who has just walked in finds it among their own, and can print it", "[walk-in]") {
    Lobby lobby;
    Stack printer;
    lobby.visitor.shell().attach({.printer = &printer});
    open_door(lobby, {question(domain::QuestionKind::party)});
    lobby.enter();
    lobby.tap(FakeStation::title(11));
    lobby.tap("登记，进去");
    lobby.tap("打印小票");
    REQUIRE(printer.printed.size() == 1);
    CHECK(printer.printed[0].qr == long_code.plain());
    lobby.tap(with_prefix(lobby, "好了"));
    lobby.tap("我的");
    CHECK(lobby.visitor.sees("您有 1 项报名"));
    SECTION("all are printed") {
        lobby.tap("全部打印");
        CHECK(printer.printed.size() == 2);
    }
    SECTION("a printer without paper is not offered") {
        printer.now = model::Printer::State::no_paper;
        lobby.tap("活动");
        lobby.tap("我的");
        CHECK_FALSE(lobby.visitor.sees("全部打印"));
    }
}

TEST_CASE("A receipt that is shown to the scanner is found from any page", "[walk-in]") {
    Lobby lobby;
    Pile scanner;
    lobby.visitor.shell().attach({.scanner = &scanner});
    const domain::Code code = domain::make_code(domain::CodeKind::long_one, 0, 83504417226ULL);
    model::FoundSignUp found;
    found.id.bytes[0] = 1;
    found.occasion = {1};
    found.state = domain::SignUpState::confirmed;
    found.code = code.shown();
    lobby.station.known[{code.plain(), ""}] = found;
    lobby.enter();
    scanner.read = code.plain();
    lobby.visitor.settle();
    lobby.visitor.settle();
    lobby.expect("mine");
    CHECK(lobby.visitor.sees(code.shown()));
}

TEST_CASE("Read aloud, a page says what is on it, a press what was pressed, a touch brings silence",
          "[speech]") {
    Lobby lobby;
    Listener speech;
    lobby.visitor.shell().attach({.speech = &speech});
    lobby.enter();
    CHECK(speech.heard.empty());
    lobby.tap("朗读");
    lobby.visitor.pass(Duration{1000});
    const auto heard = [&](std::string_view words) {
        return std::any_of(speech.heard.begin(), speech.heard.end(), [&](const std::string& said) {
            return said.find(words) != std::string::npos;
        });
    };
    CHECK(heard("朗读打开了"));
    CHECK(heard("今天"));
    const int stopped = speech.stopped;
    lobby.tap("活动");
    lobby.visitor.pass(Duration{1000});
    CHECK(speech.stopped > stopped);
    CHECK(heard("活动"));
    lobby.visitor.pass(Duration{41000});
    CHECK(heard("您还在吗"));
    lobby.visitor.pass(Duration{25000});
    speech.heard.clear();
    lobby.enter();
    lobby.visitor.pass(Duration{1000});
    CHECK(speech.heard.empty());  // off again for the next visitor
}
