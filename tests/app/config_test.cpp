// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config.h"

#include "catch.h"

namespace app = wenlan::app;

namespace {

app::Config good(std::string_view toml) {
    const auto read = app::parse_config(toml);
    REQUIRE(read.ok());
    CHECK(read.value().warnings.empty());
    return read.value().config;
}

std::string fault(std::string_view toml) {
    const auto read = app::parse_config(toml);
    return read ? "" : read.error().message;
}

}  // namespace

TEST_CASE("An empty configuration is the full first screen, upright, in Chinese") {
    const app::Config config = good("");
    CHECK(!config.window.window);
    CHECK(config.window.monitor == 0);
    CHECK(config.window.quarter_turns == 0);
    CHECK(config.data.empty());
    CHECK(config.language == wenlan::base::Language::zh);
}

TEST_CASE("Every setting is read") {
    const app::Config config = good(R"(
window = "1080x1920"
monitor = 1
rotation = 270
api = "gles"
data = "/var/lib/wenlan"
language = "en"
log_level = "debug"
log_file = "/var/log/kiosk.log"
)");
    REQUIRE(config.window.window);
    CHECK(*config.window.window == wenlan::gfx::Size{1080, 1920});
    CHECK(config.window.monitor == 1);
    CHECK(config.window.quarter_turns == 3);
    CHECK(config.window.api == wenlan::gfx::WindowOptions::Api::gles);
    CHECK(config.data == "/var/lib/wenlan");
    CHECK(config.language == wenlan::base::Language::en);
    CHECK(config.log_level == wenlan::base::log::Level::debug);
    CHECK(config.log_file == "/var/log/kiosk.log");
}

TEST_CASE("A wrong value is an error that names its line and what is wanted") {
    CHECK(fault("\nrotation = 45\n") == "line 2: rotation is 0, 90, 180 or 270");
    CHECK(fault("monitor = -1") == "line 1: monitor is a number from 0");
    CHECK(fault("monitor = \"1\"") == "line 1: monitor is a number from 0");
    CHECK(fault("language = \"de\"").starts_with("line 1: language is"));
    CHECK(fault("log_level = 3").starts_with("line 1: log_level is"));
    CHECK(fault("api = \"vulkan\"") == "line 1: api is auto, gl or gles");
    CHECK(!fault("data = \"\"").empty());
    CHECK(!fault("window = 1080").empty());
}

TEST_CASE("What is no TOML is an error that names its line") {
    CHECK(fault("monitor = 1\nrotation =\n").starts_with("line 2: "));
    CHECK(!fault("\xff\xfe").empty());
}

TEST_CASE("An unknown key is a warning, the rest still holds") {
    const auto read = app::parse_config("monitor = 2\nmonitr = 3\n");
    REQUIRE(read.ok());
    CHECK(read.value().config.window.monitor == 2);
    CHECK(read.value().warnings == std::vector<std::string>{"line 2: no setting is called monitr"});
}

TEST_CASE("Sizes are two whole numbers that a panel may have") {
    CHECK(app::parse_size("1920x1080").value() == wenlan::gfx::Size{1920, 1080});
    for (const char* wrong :
         {"", "1080", "x1920", "1080x", "1080x1920x3", "1080 x 1920", "-1080x1920", "0x0",
          "199x1920", "99999x100", "1080x1920 ", "1e3x1e3"}) {
        INFO(wrong);
        CHECK(!app::parse_size(wrong).ok());
    }
}

TEST_CASE("A staff code is taken as it was printed, and no other way") {
    const std::string printed = "argon2id:" + std::string(32, 'a') + ":" + std::string(64, 'b');
    CHECK(good("staff_code = \"" + printed + "\"").staff_code == printed);
    CHECK(fault("staff_code = \"482913\"") ==
          "line 1: staff_code is what wenlan-kiosk --set-staff-code prints");
}
