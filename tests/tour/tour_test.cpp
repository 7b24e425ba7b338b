// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "catch.h"

namespace app = wenlan::app;

namespace {

std::string fault(std::string_view json) {
    const auto tour = app::parse_tour(json);
    return tour ? "" : tour.error().message;
}

template <typename What>
What only(std::string_view json) {
    const auto tour = app::parse_tour(json);
    REQUIRE(tour.ok());
    REQUIRE(tour.value().size() == 1);
    const auto* what = std::get_if<What>(&tour.value().front().what);
    REQUIRE(what != nullptr);
    return *what;
}

}  // namespace

TEST_CASE("Every kind of step is read") {
    CHECK(only<app::Tap>(R"([{"tap": "全部活动"}])").label == "全部活动");
    CHECK(only<app::Type>(R"([{"type": "wang"}])").text == "wang");
    CHECK(only<app::Wait>(R"([{"wait_ms": 100000}])").time.count() == 100'000);
    CHECK(only<app::Shot>(R"([{"shot": "01-attract"}])").name == "01-attract");
    CHECK(only<app::Expect>(R"([{"expect": "现在就能进"}])").text == "现在就能进");
    CHECK(only<app::Network>(R"([{"network": "off"}])").on == false);
    CHECK(only<app::Network>(R"([{"network": "on"}])").on == true);
    const auto swipe = only<app::Swipe>(R"([{"swipe": [900, 800.5, 100, 800.5, 250]}])");
    CHECK(swipe.from.x == 900);
    CHECK(swipe.from.y == 800.5F);
    CHECK(swipe.to.x == 100);
    CHECK(swipe.over.count() == 250);
    const auto draw = only<app::Draw>(R"([{"draw": [[[1,2],[3,4]],[[5,6]]]}])");
    REQUIRE(draw.strokes.size() == 2);
    CHECK(draw.strokes[0][1].y == 4);
}

TEST_CASE("A step keeps how it was written, for the reader of a failure") {
    CHECK(app::parse_tour("[{\"tap\":\n \"我的\"}]").value()[0].source == R"({"tap":"我的"})");
}

TEST_CASE("An empty tour is a tour") { CHECK(app::parse_tour("[]").value().empty()); }

TEST_CASE("What is no list of steps is refused") {
    CHECK(fault("") == "the tour is not JSON");
    CHECK(fault("[{\"tap\": \"a\"}") == "the tour is not JSON");
    CHECK(fault("{}") == "the tour is not a list of steps");
    CHECK(fault("[\"\xff\"]") == "the tour is not JSON");
}

TEST_CASE("A step that cannot be meant is refused with its number") {
    CHECK(fault(R"([{"tap": "a"}, {"press": "b"}])") ==
          R"(step 2 {"press":"b"}: no step is called press)");
    CHECK(fault(R"([{}])") == "step 1 {}: a step is an object with one key");
    CHECK(fault(R"([{"tap": "a", "shot": "b"}])").find("one key") != std::string::npos);
    CHECK(fault(R"(["tap"])").find("one key") != std::string::npos);
}

TEST_CASE("A step with a wrong value is told what it takes") {
    CHECK(fault(R"([{"tap": 3}])") == R"(step 1 {"tap":3}: tap takes a label)");
    CHECK(!fault(R"([{"tap": ""}])").empty());
    CHECK(!fault(R"([{"swipe": [1,2,3,4]}])").empty());
    CHECK(!fault(R"([{"swipe": [1,2,3,4,-5]}])").empty());
    CHECK(!fault(R"([{"swipe": [1,2,3,1e99,5]}])").empty());
    CHECK(!fault(R"([{"wait_ms": "soon"}])").empty());
    CHECK(!fault(R"([{"wait_ms": 1e30}])").empty());
    CHECK(!fault(R"([{"network": true}])").empty());
    CHECK(!fault(R"([{"draw": []}])").empty());
    CHECK(!fault(R"([{"draw": [[[1]]]}])").empty());
}

TEST_CASE("A shot's name stays inside its folder and is used once") {
    CHECK(!fault(R"([{"shot": "../a"}])").empty());
    CHECK(!fault(R"([{"shot": "a/b"}])").empty());
    CHECK(!fault(R"([{"shot": ".hidden"}])").empty());
    CHECK(fault(R"([{"shot": "a"}, {"shot": "a"}])").find("an earlier shot") != std::string::npos);
}
