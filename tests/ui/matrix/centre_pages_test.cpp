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

void open_centre(Round& round) {
    round.enter();
    round.tap(ui::words::section(domain::Section::neighbourhood, round.mode.language));
    for (int i = 0; i < 20 && !round.visitor.sees(round.word(Key::neighbourhood_centre)); ++i)
        if (!round.visitor.scroll(0)) break;
    while (round.visitor.scroll(0)) {
    }
    round.tap(Key::neighbourhood_centre);
    REQUIRE(round.visitor.screen().screen == "centre");
    REQUIRE(round.kiosk->view()->centre);
}

void change_page(Round& round, const std::function<void(model::CentrePage&)>& change) {
    test::change_page(round, &model::View::centre, change);
}

}  // namespace

TEST_CASE("The house's page can be read whatever it holds") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_centre(round);
        look_through_all(round, "centre");
        change_page(round, [](model::CentrePage& page) {
            page.open_now = false;
            page.duty->on_duty = false;
            page.duty->back_days_ahead = 1;
            page.asked_for = page.storeys.front().rooms.front().venue;
        });
        look_through_all(round, "centre, closed, with a room asked for");
        change_page(round, [](model::CentrePage& page) {
            page.open_now = false;
            for (domain::OpeningHours& hours : page.centre.hours) hours = {0, 0};
            page.closures.clear();
            page.centre.closing_note = {};
            page.centre.phone.clear();
            page.duty.reset();
        });
        look_through_all(round, "centre that does not open");
        see_changed(round, [](model::View& view) { view.centre.reset(); });
        round.visitor.pass(base::Duration{500});
        round.look("centre that has not come");
    });
}

TEST_CASE("Every room of the house can be asked for") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_centre(round);
        const model::CentrePage page = *round.kiosk->view()->centre;
        REQUIRE(page.storeys.size() > 2);
        for (const auto& storey : page.storeys) {
            for (const auto& room : storey.rooms) {
                round.kiosk->ask(model::ShowCentre{room.venue});
                round.visitor.settle();
                CHECK(round.visitor.sees(round.word(room.name)));
                CHECK(round.visitor.sees(round.word(Key::centre_asked)));
                round.look("centre, asked for " + room.name.zh);
            }
        }
    });
}

TEST_CASE("The house's page can be read on the other panels") {
    Matrix matrix;
    matrix.each(modes({{768, 1366}, {1366, 768}, {2160, 3840}, {1280, 1024}, {1080, 1440}}),
                [](Round& round) {
                    open_centre(round);
                    look_through_all(round, "centre");
                });
}
