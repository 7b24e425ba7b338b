// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/wait.h>

#include "catch.h"
#include "image/codec.h"

// The real program plays tours without a display.

namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(WENLAN_BINARY_DIR) / "tests/visits";

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Visit {
    int code = -1;
    fs::path shots;
    std::string said;  // on stderr
};

// Plays the tour on a fresh demonstration of 22 November 2026, 14:20.
Visit visit(const std::string& name, const std::string& tour, const std::string& options = "") {
    const fs::path here = folder / name;
    fs::remove_all(here);
    fs::create_directories(here);
    std::ofstream(here / "tour.json") << tour;
    const std::string at = here.string();
    const std::string command = "'" WENLAN_BINARY_DIR
                                "/bin/wenlan-kiosk' --now 2026-11-22T14:20 --data '" +
                                at + "/data' --tour '" + at + "/tour.json' --shots '" + at +
                                "/shots' " + options + " 2> '" + at + "/said'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, here / "shots", text_of(here / "said")};
}

wenlan::image::Pixels picture(const fs::path& path) {
    const std::string png = text_of(path);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(png.data());
    auto pixels = wenlan::image::decode({bytes, png.size()});
    REQUIRE(pixels.ok());
    return std::move(pixels).value();
}

// Of how many channel values two pictures differ by more than one step.
int differences(const fs::path& one, const fs::path& other) {
    const auto a = picture(one);
    const auto b = picture(other);
    REQUIRE(a.width == b.width);
    REQUIRE(a.height == b.height);
    int count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i)
        if (std::abs(a.rgba[i] - b.rgba[i]) > 1) ++count;
    return count;
}

constexpr const char* browse = R"([
  {"shot": "attract"},
  {"tap": "轻触屏幕，进来看看"},
  {"expect": "现在就能进"},
  {"shot": "home"},
  {"tap": "全部活动"},
  {"tap": "有余位"},
  {"tap": "越剧《打金枝》"},
  {"shot": "detail"}
])";

}  // namespace

TEST_CASE("A resident goes from the painting to tonight's opera, twice, and sees the same twice") {
    const Visit one = visit("one", browse);
    INFO(one.said);
    REQUIRE(one.code == 0);
    CHECK(one.said.empty());
    const Visit other = visit("other", browse);
    REQUIRE(other.code == 0);
    for (const std::string name : {"attract", "home", "detail"}) {
        INFO(name);
        CHECK(text_of(one.shots / (name + ".json")) == text_of(other.shots / (name + ".json")));
        // The same machine draws the same; another one may round a few pixels otherwise.
        CHECK(differences(one.shots / (name + ".png"), other.shots / (name + ".png")) == 0);
    }
    const auto detail = nlohmann::json::parse(text_of(one.shots / "detail.json"));
    CHECK(detail["screen"] == "event-detail");
    CHECK(detail["size"] == nlohmann::json({1080, 1920}));
    const auto& elements = detail["elements"];
    CHECK(std::any_of(elements.begin(), elements.end(),
                      [](const auto& element) { return element["label"] == "我要报名"; }));
}

TEST_CASE("A hundred seconds without a touch lead back to the painting in no time") {
    const Visit left = visit("left", R"([
      {"tap": "轻触屏幕，进来看看"}, {"tap": "中 / EN"}, {"expect": "Walk in now"},
      {"wait_ms": 45000}, {"expect": "Still there?"},
      {"wait_ms": 55000}, {"expect": "轻触屏幕，进来看看"}, {"shot": "attract"}])");
    INFO(left.said);
    CHECK(left.code == 0);
    const auto shot = nlohmann::json::parse(text_of(left.shots / "attract.json"));
    CHECK(shot["screen"] == "attract");
}

TEST_CASE("A tour has the size that it asks for") {
    const Visit wide = visit("wide", R"([{"shot": "attract"}])", "--window 1280x720");
    CHECK(wide.code == 0);
    const auto pixels = picture(wide.shots / "attract.png");
    CHECK(pixels.width == 1280);
    CHECK(pixels.height == 720);
}

TEST_CASE("A step that cannot be done ends the program with 1 and one line") {
    const Visit failed = visit("failed", R"([{"shot": "attract"}, {"tap": "没有这个"}])");
    CHECK(failed.code == 1);
    CHECK(failed.said.starts_with("wenlan-kiosk: step 2 {\"tap\":\"没有这个\"}: "));
    CHECK(std::count(failed.said.begin(), failed.said.end(), '\n') == 1);
    CHECK(fs::exists(failed.shots / "attract.png"));
}

TEST_CASE("A tour that cannot be read ends the program with 1 and one line") {
    CHECK(visit("broken", "[{").code == 1);
    const Visit odd = visit("odd", R"([{"dance": 1}])");
    CHECK(odd.code == 1);
    CHECK(odd.said.find("no step is called dance") != std::string::npos);
}

TEST_CASE("A lobby may greet in English, and does so again after a visit in Chinese") {
    fs::create_directories(folder);
    const fs::path config = folder / "kiosk.toml";
    std::ofstream(config) << "language = \"en\"\n";
    const Visit english = visit("english", R"([
      {"tap": "Touch to begin"}, {"expect": "Walk in now"}, {"tap": "中文"},
      {"expect": "现在就能进"}, {"wait_ms": 100000}, {"tap": "Touch to begin"},
      {"expect": "Walk in now"}])",
                                "--config '" + config.string() + "'");
    INFO(english.said);
    CHECK(english.code == 0);
}
