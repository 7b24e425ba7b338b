// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
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

constexpr base::Duration press{90};

// Seven presses on the seal, wherever it stands.
void open_staff(Round& round) {
    round.enter();
    const ui::Element* const seal =
        round.visitor.find(round.word(round.kiosk->view()->header->centre));
    REQUIRE(seal != nullptr);
    const float x = seal->rect.x + seal->rect.width / 2;
    const float y = seal->rect.y + seal->rect.height / 2;
    for (int i = 0; i < 7; ++i) {
        round.visitor.frame(press, {{gfx::TouchEvent::Kind::down, x, y, 0, {}}});
        round.visitor.frame(press, {{gfx::TouchEvent::Kind::up, x, y, 0, {}}});
    }
    round.visitor.settle();
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

model::StaffPage well() {
    using State = model::StaffSync::State;
    model::StaffPage page = gate(model::StaffGate::open);
    const base::CivilTime now{{2026, 11, 22}, 14, 18, 0};
    page.opened_at = now;
    page.sync = {.from = model::StaffSync::From::hub,
                 .state = State::fine,
                 .address = "http://office.example:8080",
                 .minutes_ago = 5,
                 .next = base::CivilTime{{2026, 11, 22}, 14, 25, 0},
                 .version = 218,
                 .newest = 218,
                 .issued = now,
                 .expires = now,
                 .skew_s = 0,
                 .error = std::nullopt,
                 .alarm = std::nullopt};
    page.pairing = {model::StaffPairing::State::paired, true, 1, "一楼大厅 Lobby", ""};
    page.use = {6, {4, 9, 15, 32, 44, 20, 18, 60, 80, 0, 0, 0, 0}, 1204, 87};
    page.version = "1.4.2";
    page.running_minutes = 6 * 24 * 60 + 3 * 60;
    page.disk_free = "12 GB";
    return page;
}

model::StaffPage busy() {
    model::StaffPage page = well();
    page.sync.state = model::StaffSync::State::away;
    page.sync.error = model::StaffSync::Fault{"net.no-answer", "connection refused (111)"};
    page.sync.alarm = model::StaffSync::Fault{"follow.two-faced", "1000000218"};
    page.sync.skew_s = -4000;
    page.outbox.count = 3;
    page.outbox.rows = {
        {"H063", {"灯下读书会《边城》", "Reading by lamplight"}, 2, {{2026, 11, 22}, 14, 2, 0}, 4},
        {"H064", {"越剧《打金枝》", "Yue opera"}, 1, {{2026, 11, 22}, 14, 9, 0}, 2},
        {"H065", {"治安夜巡", "Night watch"}, 1, {{2026, 11, 22}, 14, 16, 0}, 0}};
    page.touch_tested = base::CivilDate{2026, 11, 22};
    page.use = {0, std::vector<int>(24, 7), 168, 20};
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
    see_page(round, well());
    look_through_all(round, "staff panel");
    see_page(round, busy());
    look_through_all(round, "staff panel with troubles");
    for (const From from : {From::nothing, From::stick, From::demonstration}) {
        model::StaffPage page = well();
        page.sync.from = from;
        page.pairing = {};
        see_page(round, page);
        look_through_all(round, "staff panel without an office");
    }
    for (const State state :
         {State::waiting, State::expired, State::clock_wrong, State::needs_staff}) {
        model::StaffPage page = busy();
        page.sync.state = state;
        see_page(round, page);
        look_through_all(round, "staff panel, another state");
    }
}

void look_at_office(Round& round) {
    using State = model::StaffPairing::State;
    see_page(round, well());
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
        model::StaffPage page = busy();
        page.pairing.state = state;
        page.pairing.error = "pair.too-many";
        if (state == State::none) page.pairing.number = 0;
        see_page(round, page);
        look_through_all(round, "the office, in every state");
    }
    model::StaffPage alone = well();
    alone.sync.from = model::StaffSync::From::nothing;
    alone.pairing = {};
    see_page(round, alone);
    look_through_all(round, "no office");
    round.tap(ui::Key::common_back);
}

void look_at_touch(Round& round) {
    see_page(round, well());
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
                    see_page(round, busy());
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
