// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "ui/i18n/words.h"
#include "ui/matrix/veil.h"

using namespace wenlan;
using test::landscape;
using test::look_through_all;
using test::Matrix;
using test::modes;
using test::portrait;
using test::Round;
using test::see_changed;

namespace {

void open_volunteering(Round& round) {
    test::open_section(round, domain::Section::volunteering, "volunteering",
                       &model::View::volunteering);
}

void change_page(Round& round, const std::function<void(model::VolunteeringPage&)>& change) {
    test::change_page(round, &model::View::volunteering, change);
}

void upset_calls(model::VolunteeringPage& page) {
    using Kind = model::SeatsShown::Kind;
    REQUIRE(page.cards.size() >= 3);
    page.cards[0].state = domain::OccasionState::cancelled;
    page.cards[0].reason = {"下雨，改天再约", "It rains; we shall find another day"};
    page.cards[1].state = domain::OccasionState::moved;
    page.cards[1].seats = {Kind::counted, 23, 60, 37, true};
    page.cards[2].seats = {Kind::full, 0, 12, 12, false};
    page.cards_are_later = true;
}

}  // namespace

TEST_CASE("The volunteers' page can be read whatever it holds") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_volunteering(round);
        look_through_all(round, "volunteering");
        change_page(round, upset_calls);
        look_through_all(round, "volunteering in every state");
        change_page(round, [](model::VolunteeringPage& page) {
            page.cards[0].seats = {model::SeatsShown::Kind::counted, 0, 12, 12, false};
            page.cards[1].seats = {model::SeatsShown::Kind::unknown, 0, 0, 0, false};
            page.cards[2].seats = {model::SeatsShown::Kind::none_needed, 0, 0, 0, false};
            page.year.hours = 0;
            page.urgent.reset();
        });
        look_through_all(round, "volunteering without an urgent call");
        change_page(round, [](model::VolunteeringPage& page) {
            page.year = {};
            page.cards.clear();
            page.count = 0;
            page.urgent.reset();
        });
        look_through_all(round, "volunteering with nothing to do");
        see_changed(round, [](model::View& view) { view.volunteering.reset(); });
        round.visitor.pass(base::Duration{500});
        round.look("volunteering that has not come");
    });
}

TEST_CASE("The volunteers' page can be read on the other panels") {
    Matrix matrix;
    matrix.each(modes({{768, 1366}, {1366, 768}, {2160, 3840}, {1280, 1024}, {1080, 1440}}),
                [](Round& round) {
                    open_volunteering(round);
                    look_through_all(round, "volunteering");
                });
}
