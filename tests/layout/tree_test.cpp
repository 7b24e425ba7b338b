// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "layout/rules.h"

// The rules, held against this tree.

namespace layout = wenlan::layout;

namespace {

const layout::Tree& here() {
    static const layout::Tree tree = layout::Tree::read(WENLAN_SOURCE_DIR);
    return tree;
}

const layout::Faults none;

}  // namespace

TEST_CASE("The tree was read") {
    CHECK(here().files.size() > 30);
    CHECK(!here().top_level.empty());
}

TEST_CASE("Folders include only what the table of arrows allows") {
    CHECK(layout::wrong_arrows(here()) == none);
}

TEST_CASE("No folder and no header includes itself by a detour") {
    CHECK(layout::circles(here()) == none);
}

TEST_CASE("Each library's headers are included in one place") {
    CHECK(layout::misplaced_third_party_headers(here()) == none);
}

TEST_CASE("No file is longer than 500 lines") { CHECK(layout::long_files(here()) == none); }

TEST_CASE("No function is longer than 100 lines") { CHECK(layout::long_functions(here()) == none); }

TEST_CASE("Every source file begins with its licence") {
    CHECK(layout::missing_licence_lines(here()) == none);
}

TEST_CASE("Nothing is marked as to be done") { CHECK(layout::unfinished_words(here()) == none); }

TEST_CASE("Every namespace is its folder's") { CHECK(layout::misnamed_namespaces(here()) == none); }

TEST_CASE("The top folder holds nothing else") {
    CHECK(layout::unexpected_top_level_entries(here()) == none);
}

TEST_CASE("Nothing below app reads the clock, chance or the environment") {
    CHECK(layout::clocks_past_the_ports(here()) == none);
}
