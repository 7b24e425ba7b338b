// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <set>
#include <string>

#include "base/utf8.h"
#include "catch.h"
#include "text/embedded.h"
#include "text/input/handwriting_shapes.h"
#include "text/tone_table.h"

// The General Standard Chinese Characters list, all 8,105 of it.

namespace {

std::set<char32_t> general_standard() {
    std::ifstream in(WENLAN_SOURCE_DIR "/tests/text/general_standard.txt");
    std::set<char32_t> characters;
    std::string line;
    while (std::getline(in, line)) {
        if (line.starts_with('#')) continue;
        for (const char32_t one : wenlan::base::utf8::decode(line)) characters.insert(one);
    }
    return characters;
}

std::string missing(const std::set<char32_t>& wanted, const std::set<char32_t>& known) {
    std::string all;
    for (const char32_t one : wanted)
        if (!known.contains(one)) wenlan::base::utf8::append(all, one);
    return all;
}

}  // namespace

TEST_CASE("every character of the General Standard list can be written by hand") {
    const auto wanted = general_standard();
    REQUIRE(wanted.size() == 8105);
    const auto shapes =
        wenlan::text::input::HandwritingShapes::open(wenlan::text::embedded_handwriting()).value();
    CHECK(shapes.size() >= 20'000);
    std::set<char32_t> known;
    for (std::size_t i = 0; i < shapes.size(); ++i) known.insert(shapes.character(i));
    CHECK(missing(wanted, known) == "");
}

TEST_CASE("every character of the General Standard list can be typed by its pinyin") {
    const wenlan::text::ToneTable table;
    std::set<char32_t> known;
    for (const auto& entry : table.characters())
        if (!entry.readings.empty()) known.insert(entry.character);
    CHECK(missing(general_standard(), known) == "");
}
