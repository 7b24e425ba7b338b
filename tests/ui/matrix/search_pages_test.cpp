// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "ui/i18n/words.h"
#include "ui/matrix/lobby.h"

using namespace wenlan;
using test::landscape;
using test::Matrix;
using test::modes;
using test::portrait;
using test::Round;
using ui::Key;

namespace {

void type(Round& round, std::string_view keys) {
    for (const char key : keys) round.tap(std::string(1, key));
}

void open_search(Round& round) {
    round.enter();
    if (round.visitor.sees(round.word(Key::home_search))) {
        round.tap(Key::home_search);
    } else if (round.visitor.sees(round.word(Key::home_search_wide))) {
        round.tap(Key::home_search_wide);
    } else {
        // In high contrast home has none; every section has.
        round.tap(ui::words::section(domain::Section::events, round.mode.language));
        round.tap(Key::events_search);
    }
    REQUIRE(round.visitor.screen().screen == "search");
}

}  // namespace

TEST_CASE("the search page is whole in every mode: empty, with results, with none, folded") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_search(round);
        round.look("search, empty");
        const bool latin = round.visitor.sees(round.word(Key::typing_capitals));
        if (latin) round.tap(Key::typing_language);
        type(round, "tjq");
        round.look("search, tjq");
        round.tap(Key::typing_more);
        round.look("search, all candidates");
        round.tap(Key::typing_fold);
        round.tap(Key::typing_clear);
        type(round, "xyzx");
        round.look("search, nothing found");
        round.tap(Key::typing_clear);
        type(round, "yj");
        round.tap(Key::search_done);
        round.look("search, folded");
    });
}

TEST_CASE("numbers, symbols, Latin and the pad are whole in every mode") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_search(round);
        round.tap(Key::typing_numbers);
        round.look("numbers");
        round.tap(Key::typing_symbols);
        round.look("symbols");
        round.tap(Key::typing_letters);
        round.tap(Key::typing_language);
        round.look("the other language");
        round.tap(Key::typing_mode_pad);
        round.look("pad");
        round.tap(Key::typing_mode_keys);
        round.look("keys again");
    });
}
