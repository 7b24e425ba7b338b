// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/wait.h>

#include "catch.h"

// The real program under random hands. The long form is in the README.

namespace {

namespace fs = std::filesystem;

struct Ended {
    int code = -1;
    nlohmann::json figures;
};

Ended touched_at_random(int touches, int seed) {
    const fs::path here =
        fs::path(WENLAN_BINARY_DIR) / "tests/random_visits" / std::to_string(seed);
    fs::remove_all(here);
    fs::create_directories(here);
    const std::string command =
        "'" WENLAN_BINARY_DIR
        "/bin/wenlan-kiosk' --now 2026-11-22T14:20 --window 270x480 --data '" +
        (here / "data").string() + "' --bench visitor --touches " + std::to_string(touches) +
        " --seed " + std::to_string(seed) + " > '" + (here / "figures").string() + "'";
    const int status = std::system(command.c_str());
    std::ifstream figures(here / "figures");
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1,
            nlohmann::json::parse(figures, nullptr, false)};
}

}  // namespace

TEST_CASE("Whatever is touched, the screen stays sound and forgets who was there") {
    const Ended ended = touched_at_random(900, 20261122);
    REQUIRE(ended.code == 0);
    REQUIRE(ended.figures.is_object());
    CHECK(ended.figures["faults"] == 0);
    CHECK(ended.figures["touches"] == 900);
    CHECK(ended.figures["visits"] >= 6);
    CHECK(ended.figures["switches"] >= 1);
    // It got about: the sections, details, sheets, the warning.
    CHECK(ended.figures["pages"] >= 12);
}
