// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <unistd.h>

#include "catch.h"
#include "ui/i18n/strings.h"

// The generator of the string tables is shown good tables and tables with one planted fault.

namespace {

using wenlan::base::Language;
using wenlan::ui::Key;

// One for each process: ctest runs the tests side by side.
const std::filesystem::path folder = std::filesystem::path(WENLAN_BINARY_DIR) /
                                     ("tests/string-tables-" + std::to_string(::getpid()));

void write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name) << text;
}

// What the generator says to these two tables; "" if it takes them.
std::string complaint(const std::string& zh, const std::string& en) {
    write("zh.toml", zh);
    write("en.toml", en);
    const std::string at = folder.string();
    const std::string command = "/usr/bin/python3 '" WENLAN_SOURCE_DIR
                                "/kiosk/ui/i18n/generate.py' '" +
                                at + "/zh.toml' '" + at + "/en.toml' '" + at + "/strings.h' '" +
                                at + "/strings.cpp' 2> '" + at + "/complaint'";
    const int status = std::system(command.c_str());
    std::ifstream in(folder / "complaint");
    const std::string said{std::istreambuf_iterator<char>(in), {}};
    CHECK((status == 0) == said.empty());
    return said;
}

bool says(const std::string& complaint, const std::string& words) {
    INFO(complaint);
    return complaint.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("Tables that agree are taken") {
    CHECK(complaint("[a]\nb = \"余 {n} 位，14:20 开始\"\n",
                    "[a]\nb = { one = \"{n} seat\", other = \"{n} seats\" }\n")
              .empty());
}

TEST_CASE("A key that one language lacks stops the build") {
    CHECK(says(complaint("[a]\nb = \"甲\"\nc = \"乙\"\n", "[a]\nb = \"B\"\n"),
               "a_c: missing in English"));
    CHECK(says(complaint("[a]\nb = \"甲\"\n", "[a]\nb = \"B\"\nc = \"C\"\n"),
               "a_c: missing in Chinese"));
}

TEST_CASE("Other arguments in one language stop the build") {
    CHECK(says(complaint("[a]\nb = \"余 {n} 位\"\n", "[a]\nb = \"{m} left\"\n"), "a_b: arguments"));
    CHECK(says(complaint("[a]\nb = \"余 {n} 位\"\n", "[a]\nb = \"left\"\n"), "a_b: arguments"));
    CHECK(says(complaint("[a]\nb = \"余 {n} 位\"\n",
                         "[a]\nb = { one = \"{n} of {m}\", other = \"{n}\" }\n"),
               "a_b: arguments"));
    CHECK(
        complaint("[a]\nb = \"{n} 天\"\n", "[a]\nb = { one = \"one day\", other = \"{n} days\" }\n")
            .empty());
}

TEST_CASE("Empty texts, stray braces, doubled keys and odd names stop the build") {
    CHECK(says(complaint("[a]\nb = \" \"\n", "[a]\nb = \"B\"\n"), "a_b: empty"));
    CHECK(says(complaint("[a]\nb = \"{N} 位\"\n", "[a]\nb = \"B\"\n"), "brace"));
    CHECK(says(complaint("[a]\nb = \"甲\"\nb = \"乙\"\n", "[a]\nb = \"B\"\n"), "zh.toml"));
    CHECK(says(complaint("[a_b]\nc = \"甲\"\n[a]\nb_c = \"乙\"\n", "[a]\nb_c = \"B\"\n"),
               "already taken"));
    CHECK(says(complaint("[a]\nB = \"甲\"\n", "[a]\nB = \"B\"\n"), "names are"));
    CHECK(says(complaint("[a]\nb = 3\n", "[a]\nb = \"B\"\n"), "neither a text"));
    CHECK(says(complaint("b = \"甲\"\n", "[a]\nb = \"B\"\n"), "outside every"));
}

TEST_CASE("Half-width punctuation in Chinese stops the build") {
    CHECK(says(complaint("[a]\nb = \"您好,请进\"\n", "[a]\nb = \"B\"\n"), "half-width ,"));
    CHECK(says(complaint("[a]\nb = \"您还在吗?\"\n", "[a]\nb = \"B\"\n"), "half-width ?"));
    CHECK(says(complaint("[a]\nb = \"活动(三场)\"\n", "[a]\nb = \"B\"\n"), "half-width ("));
    CHECK(
        complaint("[a]\nb = \"中 / EN\"\nc = \"9.5 元\"\n", "[a]\nb = \"B\"\nc = \"C\"\n").empty());
}

TEST_CASE("Texts are had by key and language, arguments are filled in by name") {
    CHECK(wenlan::ui::text(Key::section_events, Language::zh) == "活动");
    CHECK(wenlan::ui::text(Key::section_events, Language::en) == "Events");
    CHECK(wenlan::ui::format(Key::seats_left, Language::zh, {{"n", "37"}}) == "余 37 位");
    CHECK(wenlan::ui::format(Key::date_full, Language::en,
                             {{"weekday", "Sun"}, {"day", "22"}, {"month", "Nov"}}) ==
          "Sun 22 Nov");
}

TEST_CASE("English has a singular of its own") {
    CHECK(wenlan::ui::format(Key::date_in_days, Language::en, {{"n", "1"}}) == "in 1 day");
    CHECK(wenlan::ui::format(Key::date_in_days, Language::en, {{"n", "11"}}) == "in 11 days");
    CHECK(wenlan::ui::format(Key::date_in_days, Language::zh, {{"n", "1"}}) == "1 天后");
}

TEST_CASE("Keys have distinct names and the ranges of the calendar stand in order") {
    std::set<std::string_view> names;
    for (int i = 0; i < wenlan::ui::key_count; ++i)
        names.insert(wenlan::ui::name_of(static_cast<Key>(i)));
    CHECK(names.size() == static_cast<std::size_t>(wenlan::ui::key_count));
    CHECK(wenlan::ui::nth(Key::weekday_monday, 6) == Key::weekday_sunday);
    CHECK(wenlan::ui::nth(Key::month_january, 11) == Key::month_december);
    CHECK(wenlan::ui::nth(Key::lunar_day_d1, 29) == Key::lunar_day_d30);
    CHECK(wenlan::ui::nth(Key::lunar_month_m1, 11) == Key::lunar_month_m12);
    CHECK(wenlan::ui::nth(Key::solar_term_minor_cold, 23) == Key::solar_term_winter_solstice);
    CHECK(wenlan::ui::nth(Key::festival_new_year, 11) == Key::festival_laba);
}
