// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/wait.h>

#include "catch.h"

// The real program, with its process for typing: keys, candidates, strokes, results.

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Visit {
    int code = -1;
    std::string said;
    fs::path shots;

    std::string field(const std::string& shot) const {
        const auto json = nlohmann::json::parse(text_of(shots / (shot + ".json")));
        for (const auto& element : json["elements"])
            if (element["role"] == "field") return element["label"];
        return {};
    }
};

// From the search page on.
Visit searching(const std::string& name, const std::string& steps) {
    const fs::path here = fs::path(WENLAN_BINARY_DIR) / "tests/typing" / name;
    fs::remove_all(here);
    fs::create_directories(here);
    std::ofstream(here / "tour.json")
        << R"([{"tap": "轻触屏幕，进来看看"}, {"tap": "找一找"}, )" << steps << "]";
    const std::string at = here.string();
    const std::string command =
        "'" WENLAN_BINARY_DIR "/bin/wenlan-kiosk' --now 2026-11-22T14:20 --data '" + at +
        "/data' --tour '" + at + "/tour.json' --shots '" + at + "/shots' 2> '" + at + "/said'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(here / "said"), here / "shots"};
}

}  // namespace

TEST_CASE("a tour types Chinese by pinyin and candidates, Latin, digits and signs") {
    const Visit visit = searching("texts", R"(
        {"type": "天津"}, {"shot": "place"}, {"tap": "清空"},
        {"type": "楚门老街"}, {"shot": "town"}, {"tap": "清空"},
        {"type": "KTV 26，天"}, {"shot": "mixed"})");
    INFO(visit.said);
    REQUIRE(visit.code == 0);
    CHECK(visit.field("place") == "找什么 天津");
    CHECK(visit.field("town") == "找什么 楚门老街");
    CHECK(visit.field("mixed") == "找什么 KTV 26，天");
}

TEST_CASE("initials find the club while they are typed, and a result opens") {
    const Visit visit = searching("initials", R"(
        {"type": "tjq"}, {"expect": "太极拳队"}, {"expect": "太极拳晨练体验课"},
        {"tap": "太极拳队"}, {"shot": "club"}, {"expect": "我要加入"})");
    INFO(visit.said);
    REQUIRE(visit.code == 0);
    const auto json = nlohmann::json::parse(text_of(visit.shots / "club.json"));
    CHECK(json["screen"] == "club-detail");
}

TEST_CASE("a tour writes by hand; the first is set by itself") {
    const Visit visit = searching("hand", R"(
        {"tap": "手写"},
        {"draw": [[[250, 1480], [450, 1475]], [[350, 1330], [352, 1650]]]}, {"shot": "offered"},
        {"wait_ms": 1400}, {"shot": "set"})");
    INFO(visit.said);
    REQUIRE(visit.code == 0);
    CHECK(visit.field("offered") == "找什么");
    CHECK(visit.field("set") == "找什么 十");
}

TEST_CASE("the same typing gives the same pictures") {
    const std::string steps =
        R"({"type": "yueju"}, {"shot": "keys"}, {"tap": "更多候选"}, {"shot": "page"})";
    const Visit one = searching("once", steps);
    const Visit other = searching("again", steps);
    REQUIRE(one.code == 0);
    REQUIRE(other.code == 0);
    for (const char* shot : {"keys", "page"}) {
        CHECK(text_of(one.shots / (std::string(shot) + ".png")) ==
              text_of(other.shots / (std::string(shot) + ".png")));
    }
}

TEST_CASE("where there is no keyboard and no pad a tour says so") {
    const Visit typed = searching("none", R"({"tap": "返回"}, {"type": "a"})");
    CHECK(typed.code == 1);
    CHECK(typed.said.find("no keyboard is on the screen") != std::string::npos);
    const Visit drawn = searching("no-pad", R"({"draw": [[[1, 1], [2, 2]]]})");
    CHECK(drawn.code == 1);
    CHECK(drawn.said.find("no writing pad is on the screen") != std::string::npos);
}
