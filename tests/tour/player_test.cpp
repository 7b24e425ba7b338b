// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour_player.h"
#include "catch.h"
#include "tour/fake_stage.h"

namespace app = wenlan::app;
using wenlan::FakeStage;

namespace {

// "" if the tour was played to its end.
std::string play(FakeStage& stage, std::string_view json) {
    const auto tour = app::parse_tour(json);
    REQUIRE(tour.ok());
    const auto played = app::TourPlayer(stage).play(tour.value());
    return played ? "" : played.error().message;
}

}  // namespace

TEST_CASE("A tap presses what bears the label") {
    FakeStage stage(30);
    CHECK(play(stage, R"([{"tap": "第2场"}, {"shot": "a"}])").empty());
    CHECK(stage.shots == std::vector<std::string>{"a@第2场"});
}

TEST_CASE("A finger stays down for 80 ms") {
    FakeStage stage(3);
    CHECK(play(stage, R"([{"tap": "第1场"}])").empty());
    REQUIRE(stage.presses.size() == 1);
    // Two still frames, then down, at least 80 ms, up.
    CHECK(stage.presses[0].count() >= 2 * 16 + 17 + 80);
    CHECK(stage.presses[0].count() <= 170);
}

TEST_CASE("What is far down the list is scrolled to, though it is not drawn yet") {
    for (const bool horizontal : {false, true}) {
        FakeStage stage(60, horizontal);
        CHECK(play(stage, R"([{"tap": "第57场"}, {"shot": "a"}])").empty());
        CHECK(stage.shots == std::vector<std::string>{"a@第57场"});
        CHECK(stage.offset() > 5000);
    }
}

TEST_CASE("What is half under the list's edge is moved wholly into view") {
    FakeStage stage(30);
    // Card 4 begins at 880 of 1076 and is cut.
    CHECK(play(stage, R"([{"tap": "第4场"}])").empty());
    CHECK(stage.offset() >= 24);
    CHECK(stage.offset() < 60);
}

TEST_CASE("What lies above is scrolled back to") {
    FakeStage stage(60);
    CHECK(play(stage, R"([{"tap": "第50场"}, {"tap": "第1场"}, {"shot": "a"}])").empty());
    CHECK(stage.shots.front() == "a@第1场");
}

TEST_CASE("What is nowhere fails the tour in one line and leaves the list where it was") {
    FakeStage stage(20);
    const std::string said = play(stage, R"([{"wait_ms": 5}, {"tap": "没有的"}, {"shot": "a"}])");
    CHECK(
        said.starts_with(R"(step 2 {"tap":"没有的"}: nothing is called so; list shows: 第0场 | )"));
    CHECK(said.find('\n') == std::string::npos);
    CHECK(stage.shots.empty());
    CHECK(stage.offset() < 2);
}

TEST_CASE("An expectation looks at what is in view only") {
    FakeStage stage(20);
    CHECK(play(stage, R"([{"expect": "第0场"}, {"expect": "场"}])").empty());
    CHECK(play(stage, R"([{"expect": "第19场"}])")
              .starts_with(R"(step 1 {"expect":"第19场"}: it is not on the screen)"));
}

TEST_CASE("A wait moves the clock without drawing every frame when nothing moves") {
    FakeStage stage(3);
    CHECK(play(stage, R"([{"wait_ms": 100000}])").empty());
    CHECK(stage.uptime().count() >= 100'000);
    CHECK(stage.uptime().count() < 100'200);
    CHECK(stage.frames < 500);
}

TEST_CASE("The same spot is not pressed faster than a screen listens") {
    FakeStage stage(3);
    CHECK(play(stage, R"([{"tap": "第1场"}, {"tap": "第1场"}])").empty());
    REQUIRE(stage.presses.size() == 2);
    CHECK((stage.presses[1] - stage.presses[0]).count() > 600);
}

TEST_CASE("A swipe goes along its line in the time that it was given") {
    FakeStage stage(20);
    CHECK(play(stage, R"([{"swipe": [500, 1400, 500, 1000, 200]}])").empty());
    CHECK(stage.offset() == Approx(400).margin(1));
    CHECK(stage.presses.empty());
}

TEST_CASE("A shot is taken after frames enough for late pictures") {
    FakeStage stage(3);
    CHECK(play(stage, "[]").empty());
    const int before = stage.frames;
    CHECK(play(stage, R"([{"shot": "a"}])").empty());
    CHECK(stage.frames >= before + 3);
}

TEST_CASE("Steps for what this screen has not say so") {
    FakeStage stage(3);
    CHECK(play(stage, R"([{"type": "wang"}])").find("no keyboard is on the screen") !=
          std::string::npos);
    CHECK(play(stage, R"([{"draw": [[[1,2]]]}])").find("no writing pad") != std::string::npos);
    CHECK(play(stage, R"([{"network": "off"}])").find("follows no hub") != std::string::npos);
}

TEST_CASE("The same tour draws the same frames") {
    const char* tour = R"([{"tap": "第40场"}, {"wait_ms": 700}, {"tap": "第3场"}, {"shot": "a"}])";
    FakeStage one(60);
    FakeStage other(60);
    CHECK(play(one, tour).empty());
    CHECK(play(other, tour).empty());
    CHECK(one.frames == other.frames);
    CHECK(one.uptime() == other.uptime());
    CHECK(one.offset() == other.offset());
}
