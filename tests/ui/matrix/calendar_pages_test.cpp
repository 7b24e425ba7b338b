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
using ui::Key;

namespace {

void open_calendar(Round& round) {
    round.enter();
    round.tap(ui::words::section(domain::Section::events, round.mode.language));
    round.tap(Key::events_calendar);
    REQUIRE(round.visitor.screen().screen == "calendar");
    REQUIRE(round.kiosk->view()->calendar);
}

void change_page(Round& round, const std::function<void(model::CalendarPage&)>& change) {
    test::change_page(round, &model::View::calendar, change);
}

void ask_for(Round& round, base::CivilDate day) {
    round.kiosk->ask(model::ShowMonth{day.year, day.month, day});
    round.visitor.settle();
}

}  // namespace

TEST_CASE("Every month that can be turned to can be read") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_calendar(round);
        for (const base::CivilDate day : {base::CivilDate{2026, 11, 22},
                                          {2026, 11, 28},
                                          {2026, 10, 1},
                                          {2026, 12, 22},
                                          {2027, 1, 1},
                                          {2027, 2, 6}}) {
            ask_for(round, day);
            look_through_all(round, "calendar of " + std::to_string(day.month));
        }
    });
}

TEST_CASE("A day of the calendar can be read whatever is on") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_calendar(round);
        ask_for(round, {2026, 11, 28});
        REQUIRE(round.kiosk->view()->calendar->cards.size() > 3);
        change_page(round, [](model::CalendarPage& page) {
            page.cards[0].state = domain::OccasionState::cancelled;
            page.cards[1].state = domain::OccasionState::moved;
            page.cards[2].seats = {model::SeatsShown::Kind::full, 0, 40, 40, false};
            page.cards[3].moment = model::Moment::ended;
        });
        look_through_all(round, "calendar with every state");
        change_page(round, [](model::CalendarPage& page) {
            page.cards.clear();
            page.chosen_count = 0;
        });
        look_through_all(round, "calendar of an empty day");
        change_page(round, [](model::CalendarPage& page) {
            for (model::DayMark& mark : page.days) {
                mark.festival = base::Festival::dragon_boat;
                mark.dots.assign({domain::Section::events, domain::Section::clubs,
                                  domain::Section::volunteering, domain::Section::neighbourhood});
            }
            page.has_before = page.has_after = false;
        });
        look_through_all(round, "calendar full of feasts");
        see_changed(round, [](model::View& view) { view.calendar.reset(); });
        round.visitor.pass(base::Duration{500});
        round.look("calendar that has not come");
    });
}

TEST_CASE("The calendar can be read on the other panels") {
    Matrix matrix;
    matrix.each(modes({{768, 1366}, {1366, 768}, {2160, 3840}, {1280, 1024}, {1080, 1440}}),
                [](Round& round) {
                    open_calendar(round);
                    look_through_all(round, "calendar");
                });
}
