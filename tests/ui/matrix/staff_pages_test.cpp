// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "ui/matrix/veil.h"
#include "ui/stage/staff_sample.h"

using namespace wenlan;
using test::landscape;
using test::look_through_all;
using test::Matrix;
using test::modes;
using test::portrait;
using test::Round;
using test::see_changed;
using test::staff_well;
using test::staff_with_troubles;

namespace {

void open_staff(Round& round) {
    round.enter();
    REQUIRE(test::press_seal(round.visitor, round.word(round.kiosk->view()->header->centre)));
    REQUIRE(round.visitor.screen().screen == "staff-code");
}

void see_page(Round& round, const model::StaffPage& page) {
    see_changed(round, [page](model::View& view) {
        view.staff = std::make_shared<const model::StaffPage>(page);
    });
}

model::StaffPage gate(model::StaffGate gate) {
    model::StaffPage page;
    page.gate = gate;
    page.tries_left = 4;
    page.locked_minutes = 10;
    return page;
}

void look_at_gates(Round& round) {
    for (const auto asked : {model::StaffGate::code, model::StaffGate::wrong,
                             model::StaffGate::locked, model::StaffGate::no_code}) {
        see_page(round, gate(asked));
        look_through_all(round, "staff code");
    }
    model::StaffPage demonstration = gate(model::StaffGate::code);
    demonstration.demonstration_code = "246810";
    see_page(round, demonstration);
    look_through_all(round, "staff code of a demonstration");
}

void look_at_panel(Round& round) {
    using From = model::StaffSync::From;
    using State = model::StaffSync::State;
    see_page(round, staff_well());
    look_through_all(round, "staff panel");
    see_page(round, staff_with_troubles());
    look_through_all(round, "staff panel with troubles");
    for (const From from : {From::nothing, From::stick, From::demonstration}) {
        model::StaffPage page = staff_well();
        page.sync.from = from;
        page.pairing = {};
        see_page(round, page);
        look_through_all(round, "staff panel without an office");
    }
    for (const State state :
         {State::waiting, State::expired, State::clock_wrong, State::needs_staff}) {
        model::StaffPage page = staff_with_troubles();
        page.sync.state = state;
        see_page(round, page);
        look_through_all(round, "staff panel, another state");
    }
}

void look_at_office(Round& round) {
    using State = model::StaffPairing::State;
    see_page(round, staff_well());
    REQUIRE(round.visitor.screen().screen == "staff");
    round.visitor.settle();
    while (!round.visitor.sees(round.word(ui::Key::staff_do_office))) {
        bool moved = false;
        for (std::size_t list = 0; list < round.visitor.screen().scrolls.size(); ++list) {
            moved = round.visitor.scroll(list) || moved;
        }
        REQUIRE(moved);
    }
    round.tap(ui::Key::staff_do_office);
    REQUIRE(round.visitor.screen().screen == "staff-office");
    look_through_all(round, "the office");
    for (const State state : {State::none, State::under_way, State::failed, State::revoked}) {
        model::StaffPage page = staff_with_troubles();
        page.pairing.state = state;
        page.pairing.error = "pair.too-many";
        if (state == State::none) page.pairing.number = 0;
        see_page(round, page);
        look_through_all(round, "the office, in every state");
    }
    model::StaffPage alone = staff_well();
    alone.sync.from = model::StaffSync::From::nothing;
    alone.pairing = {};
    see_page(round, alone);
    look_through_all(round, "no office");
    round.tap(ui::Key::common_back);
}

void look_at_touch(Round& round) {
    see_page(round, staff_well());
    while (!round.visitor.sees(round.word(ui::Key::staff_do_touch))) {
        bool moved = false;
        for (std::size_t list = 0; list < round.visitor.screen().scrolls.size(); ++list) {
            moved = round.visitor.scroll(list) || moved;
        }
        REQUIRE(moved);
    }
    round.tap(ui::Key::staff_do_touch);
    REQUIRE(round.visitor.screen().screen == "staff-touch");
    round.look("touch test");
    for (int corner = 0; corner < 4; ++corner) {
        round.tap(ui::nth(ui::Key::staff_touch_corner_0, corner));
    }
    round.look("touch test, done");
    round.tap(ui::Key::staff_touch_leave);
}

}  // namespace

TEST_CASE("The staff's panel can be read in every mode") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape}), [](Round& round) {
        open_staff(round);
        look_at_gates(round);
        look_at_panel(round);
        look_at_office(round);
        look_at_touch(round);
    });
}

TEST_CASE("The staff's panel can be read on the other panels") {
    Matrix matrix;
    matrix.each(modes({{768, 1366}, {1366, 768}, {2160, 3840}, {1280, 1024}, {1080, 1440}}),
                [](Round& round) {
                    open_staff(round);
                    look_at_gates(round);
                    see_page(round, staff_with_troubles());
                    look_through_all(round, "staff panel");
                    look_at_office(round);
                });
}

TEST_CASE("An expired programme's date can be read in the band of every page") {
    Matrix matrix;
    matrix.each(modes({portrait, landscape, {1280, 1024}}), [](Round& round) {
        see_changed(round, [](model::View& view) {
            auto header = std::make_shared<model::Header>(*view.header);
            header->expired_of = base::CivilDate{2026, 11, 22};
            header->sync = model::SyncState::away;
            view.header = std::move(header);
        });
        round.enter();
        round.look("home of an expired programme");
    });
}
