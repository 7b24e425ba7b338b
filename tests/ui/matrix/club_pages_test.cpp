// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "ui/i18n/words.h"
#include "ui/matrix/veil.h"

using namespace wenlan;
using test::landscape;
using test::Matrix;
using test::modes;
using test::portrait;
using test::Round;
using test::see_changed;
using ui::Key;

namespace {

const base::LocalText long_reason{"老师今天嗓子哑了，下周补一场",
                                  "The teacher has lost her voice; we make it up next week"};

void open_clubs(Round& round) {
    test::open_section(round, domain::Section::clubs, "clubs", &model::View::clubs);
}

// One club in each state that a card can say.
void upset_cards(model::View& view) {
    if (!view.clubs) return;
    auto page = std::make_shared<model::ClubsPage>(*view.clubs);
    REQUIRE(page->cards.size() > 6);
    page->cards[0].card.state = domain::OccasionState::cancelled;
    page->cards[0].card.reason = long_reason;
    page->cards[1].card.state = domain::OccasionState::moved;
    page->cards[1].card.reason = long_reason;
    page->cards[2].rests_until = base::CivilDate{2027, 2, 20};
    page->cards[3].full = true;
    page->cards[3].recruiting = false;
    page->cards[4].weekly = {};
    view.clubs = std::move(page);
}

std::vector<model::EventDetail> pages_of(test::Demonstration::Kiosk& kiosk) {
    std::vector<model::EventDetail> pages;
    for (const model::ClubCard& club : kiosk.view()->clubs->cards) {
        kiosk.ask(model::ShowEvent{club.card.occasion, club.card.listing});
        REQUIRE(kiosk.view()->outcome == model::Outcome::done);
        pages.push_back(*kiosk.view()->detail);
    }
    return pages;
}

}  // namespace

TEST_CASE("The clubs can be read from the first to the last") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_clubs(round);
        look_through_all(round, "clubs");
        see_changed(round, upset_cards);
        look_through_all(round, "clubs in every state");
    });
}

TEST_CASE("A kind without clubs and clubs that have not come can be read") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_clubs(round);
        see_changed(round, [](model::View& view) {
            auto page = std::make_shared<model::ClubsPage>(*view.clubs);
            page->cards.clear();
            page->count = 0;
            page->filter.recruiting_only = true;
            view.clubs = page;
        });
        round.look("clubs of an empty kind");
        see_changed(round, [](model::View& view) { view.clubs.reset(); });
        round.visitor.pass(base::Duration{500});
        round.look("clubs that have not come");
    });
}

TEST_CASE("Every club's page can be read from its beginning to its end") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_clubs(round);
        const auto pages = pages_of(*round.kiosk);
        REQUIRE(pages.size() == 15);
        round.tap(round.word(round.kiosk->view()->clubs->cards.front().card.title));
        REQUIRE(round.visitor.screen().screen == "club-detail");
        for (const model::EventDetail& page : pages) {
            REQUIRE(page.club);
            see_instead(round, page);
            look_through_all(round, "club " + page.card.title.zh);
        }
        model::EventDetail rests = pages.front();
        rests.club->club.rests_until = base::CivilDate{2027, 2, 20};
        for (model::ClubDay& day : rests.club->week) day.start.reset();
        see_instead(round, rests);
        look_through_all(round, "club on holiday");
        model::EventDetail upset = pages.front();
        upset.card.reason = long_reason;
        upset.card.state = domain::OccasionState::cancelled;
        for (model::ClubDay& day : upset.club->week) day.cancelled = day.start.has_value();
        see_instead(round, upset);
        look_through_all(round, "club that pauses");
        upset.card.state = domain::OccasionState::moved;
        see_instead(round, upset);
        look_through_all(round, "club that has moved");
    });
}

TEST_CASE("The clubs and a club's page can be read on the other panels") {
    Matrix matrix;
    matrix.each(modes({{768, 1366}, {1366, 768}, {2160, 3840}, {1280, 1024}}), [](Round& round) {
        open_clubs(round);
        look_through_all(round, "clubs");
        round.tap(round.word(round.kiosk->view()->clubs->cards.front().card.title));
        REQUIRE(round.visitor.screen().screen == "club-detail");
        look_through_all(round, "club");
    });
}
