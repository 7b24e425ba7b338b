// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <filesystem>
#include <fstream>
#include <vector>

#include "app/places.h"
#include "catch.h"

namespace app = wenlan::app;

namespace {

std::variant<app::Options, app::Ended> read(std::vector<const char*> words) {
    words.insert(words.begin(), "wenlan-kiosk");
    return app::read_options(static_cast<int>(words.size()), words.data());
}

app::Options good(std::vector<const char*> words) {
    auto options = read(std::move(words));
    REQUIRE(std::holds_alternative<app::Options>(options));
    return std::get<app::Options>(std::move(options));
}

int code(std::vector<const char*> words) {
    const auto options = read(std::move(words));
    return std::holds_alternative<app::Ended>(options) ? std::get<app::Ended>(options).code : -1;
}

std::string file(const std::string& name, const std::string& text) {
    const auto folder = std::filesystem::path(WENLAN_BINARY_DIR) / "tests/options";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name) << text;
    return (folder / name).string();
}

}  // namespace

TEST_CASE("Without options it is a kiosk on the full screen at the present time") {
    const app::Options options = good({});
    CHECK(!options.config.window.window);
    CHECK(!options.now);
    CHECK(options.tour.empty());
    CHECK(options.bench.empty());
}

TEST_CASE("The options of a tour are read") {
    const app::Options options = good({"--tour", "a.json", "--shots", "out", "--window",
                                       "1920x1080", "--data", "d", "--now", "2026-11-22T14:20"});
    CHECK(options.tour == "a.json");
    CHECK(options.shots == "out");
    CHECK(*options.config.window.window == wenlan::gfx::Size{1920, 1080});
    CHECK(options.config.data == "d");
    REQUIRE(options.now);
    CHECK(wenlan::base::to_iso8601(*options.now) == "2026-11-22T06:20:00.000Z");
}

TEST_CASE("Wrong usage ends with 2, help with 0") {
    CHECK(code({"--frobnicate"}) == 2);
    CHECK(code({"stray"}) == 2);
    CHECK(code({"--window", "big"}) == 2);
    CHECK(code({"--window"}) == 2);
    CHECK(code({"--rotate", "45"}) == 2);
    CHECK(code({"--monitor", "-1"}) == 2);
    CHECK(code({"--monitor", "one"}) == 2);
    CHECK(code({"--now", "yesterday"}) == 2);
    CHECK(code({"--api", "dx"}) == 2);
    CHECK(code({"--bench", "flight"}) == 2);
    CHECK(code({"--help"}) == 0);
    CHECK(code({"--version"}) == 0);
}

TEST_CASE("The command line comes before the configuration file") {
    const std::string config = file("kiosk.toml", "window = \"800x600\"\nrotation = 90\n");
    const app::Options options = good({"--config", config.c_str(), "--window", "1080x1920"});
    CHECK(*options.config.window.window == wenlan::gfx::Size{1080, 1920});
    CHECK(options.config.window.quarter_turns == 1);
    CHECK(good({"--config", config.c_str(), "--rotate", "0"}).config.window.quarter_turns == 0);
}

TEST_CASE("A configuration that cannot be used ends the program with 1") {
    const std::string wrong = file("wrong.toml", "rotation = 45\n");
    CHECK(code({"--config", wrong.c_str()}) == 1);
    CHECK(code({"--config", "/nonexistent/kiosk.toml"}) == 1);
}

TEST_CASE("An option given twice holds as it was given last") {
    CHECK(good({"--shots", "a", "--shots", "b"}).shots == "b");
}

TEST_CASE("Chosen assets come first, what they lack is the build's") {
    const auto folder = std::filesystem::path(WENLAN_BINARY_DIR) / "tests/assets";
    std::filesystem::create_directories(folder / "posters");
    const app::Options options = good({"--assets", folder.c_str(), "--data", "d"});
    const app::Places places = app::find_places(options);
    CHECK(places.drawn.pictures.front() == folder / "posters");
    CHECK(places.drawn.icons != folder / "icons");
    CHECK(places.data == "d");
}

TEST_CASE("A screen is told its hub on the command line or in its settings") {
    CHECK(good({}).config.hub.empty());
    CHECK(good({"--hub", "http://office:8080"}).config.hub == "http://office:8080");
    const std::string config =
        file("hub.toml", "hub = \"https://office.example\"\nusb = \"/media/usb\"\n");
    CHECK(good({"--config", config.c_str()}).config.hub == "https://office.example");
    CHECK(good({"--config", config.c_str()}).config.usb == "/media/usb");
    CHECK(good({"--config", config.c_str(), "--hub", "http://b"}).config.hub == "http://b");
    CHECK(code({"--hub", "office:8080"}) == 2);
    CHECK(code({"--hub", "http://"}) == 2);
    CHECK(code({"--hub", "file:///etc/passwd"}) == 2);
}

TEST_CASE("Pairing needs a hub, and a demonstration's hub is on, off or as it suits") {
    CHECK(code({"--pair", "K7M2QX"}) == 2);
    const app::Options pairing = good({"--pair", "K7M2QX", "--hub", "http://office.example"});
    CHECK(pairing.pairing_code == "K7M2QX");
    CHECK_FALSE(good({}).demonstration_hub.has_value());
    CHECK(good({"--demonstration-hub", "on"}).demonstration_hub == true);
    CHECK(good({"--demonstration-hub", "off"}).demonstration_hub == false);
    CHECK(code({"--demonstration-hub", "perhaps"}) == 2);
    CHECK(good({"--set-staff-code"}).set_staff_code);
}
