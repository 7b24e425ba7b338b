// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "model/staff.h"
#include "ui/stage/visitor.h"

// What the staff's panel may have to say, and the way to it.
namespace wenlan::test {

// A screen as in picture 19, but for its sign-ups: all is well.
inline model::StaffPage staff_well() {
    using State = model::StaffSync::State;
    model::StaffPage page;
    page.gate = model::StaffGate::open;
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
                 .expires = base::CivilTime{{2026, 11, 29}, 14, 18, 0},
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

// The same with everything that can be wrong, and picture 19's sign-ups.
inline model::StaffPage staff_with_troubles() {
    model::StaffPage page = staff_well();
    page.sync.state = model::StaffSync::State::away;
    page.sync.error = model::StaffSync::Fault{"net.no-answer", "connection refused (111)"};
    page.sync.alarm = model::StaffSync::Fault{"follow.two-faced", "1000000218"};
    page.sync.skew_s = -4000;
    page.outbox.count = 14;
    page.outbox.rows = {
        {"H063", {"灯下读书会《边城》", "Reading by lamplight"}, 2, {{2026, 11, 22}, 14, 2, 0}, 4},
        {"H064", {"越剧《打金枝》", "Yue opera"}, 1, {{2026, 11, 22}, 14, 9, 0}, 2},
        {"H065", {"治安夜巡", "Night watch"}, 1, {{2026, 11, 22}, 14, 16, 0}, 0}};
    page.touch_tested = base::CivilDate{2026, 11, 22};
    page.use = {0, std::vector<int>(24, 7), 168, 20};
    return page;
}

// Seven presses on the seal, which has the centre's name. False: there is no seal.
inline bool press_seal(Visitor& visitor, std::string_view centre) {
    constexpr base::Duration press{90};
    const ui::Element* const seal = visitor.find(centre);
    if (seal == nullptr) return false;
    const float x = seal->rect.x + seal->rect.width / 2;
    const float y = seal->rect.y + seal->rect.height / 2;
    for (int i = 0; i < 7; ++i) {
        gfx::TouchEvent touch;
        touch.kind = gfx::TouchEvent::Kind::down;
        touch.x = x;
        touch.y = y;
        visitor.frame(press, {touch});
        touch.kind = gfx::TouchEvent::Kind::up;
        visitor.frame(press, {touch});
    }
    visitor.settle();
    return true;
}

}  // namespace wenlan::test
