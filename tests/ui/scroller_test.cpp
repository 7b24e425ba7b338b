// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/motion/scroller.h"

#include <cmath>

#include "catch.h"

using wenlan::base::Duration;
using wenlan::ui::Scroller;

// The constants are those of tokens.md section 6.
namespace {

constexpr float friction = 3.2F;

Scroller list_of(float content, float viewport = 1000) {
    Scroller list;
    list.set_extent(content, viewport);
    return list;
}

// A finger that has moved the list by `moved` (up is negative) lets go at `speed` px/s.
void fling(Scroller& list, float moved, float speed, Duration now = Duration{0}) {
    list.begin_drag(now);
    list.drag_by(moved);
    list.end_drag(speed, now);
}

// Lets frames of `step` pass until `end`.
void run(Scroller& list, Duration from, Duration end, Duration step = Duration{10}) {
    for (Duration now = from + step; now <= end; now += step) list.update(now);
}

float after(float speed, Duration time, Duration step) {
    Scroller list = list_of(100000);
    fling(list, 0, -speed);
    run(list, Duration{0}, time, step);
    return list.offset();
}

}  // namespace

TEST_CASE("A list follows the finger while it is dragged") {
    Scroller list = list_of(5000);
    list.begin_drag(Duration{0});
    list.drag_by(-120);
    list.update(Duration{16});
    CHECK(list.offset() == 120);
    CHECK(list.dragging());
    list.drag_by(20);
    list.update(Duration{5000});  // a finger that rests holds the list
    CHECK(list.offset() == 100);
    list.end_drag(0, Duration{5000});
    CHECK_FALSE(list.dragging());
    CHECK_FALSE(list.moving());
}

TEST_CASE("A fling slows down by the friction of the design") {
    // The way to time t of v * exp(-3.2 t).
    const float expected = 1000 / friction * (1 - std::exp(-friction * 0.5F));
    CHECK(after(1000, Duration{500}, Duration{10}) == Approx(expected).margin(0.5));
}

TEST_CASE("A fling goes as far on a slow machine as on a fast one") {
    const float fast = after(2000, Duration{1000}, Duration{5});
    const float slow = after(2000, Duration{1000}, Duration{100});
    CHECK(slow == Approx(fast).margin(0.5));
}

TEST_CASE("No fling is faster than 5200 px/s") {
    CHECK(after(20000, Duration{300}, Duration{10}) ==
          Approx(after(5200, Duration{300}, Duration{10})));
    CHECK(after(5200, Duration{300}, Duration{10}) > after(5000, Duration{300}, Duration{10}));
}

TEST_CASE("A fling stops once it is slower than 24 px/s") {
    Scroller list = list_of(100000);
    fling(list, 0, -1000);
    const auto stop_ms = static_cast<int>(1000 * std::log(1000.0F / 24) / friction);
    run(list, Duration{0}, Duration{stop_ms - 20}, Duration{1});
    CHECK(list.moving());
    run(list, Duration{stop_ms - 20}, Duration{stop_ms + 20}, Duration{1});
    CHECK_FALSE(list.moving());
    const float rest = list.offset();
    run(list, Duration{stop_ms + 20}, Duration{stop_ms + 2000}, Duration{50});
    CHECK(list.offset() == rest);

    Scroller slow = list_of(100000);
    fling(slow, -50, -23);
    CHECK_FALSE(slow.moving());
}

TEST_CASE("A list that is pulled over its end resists more the farther it is pulled") {
    Scroller list = list_of(3000);
    list.begin_drag(Duration{0});
    list.drag_by(130);
    CHECK(list.offset() == Approx(-130 / 1.5F));
    list.drag_by(130);
    CHECK(list.offset() == Approx(-130));  // x / (1 + x / 260)
    list.drag_by(2600 - 260);
    CHECK(list.offset() > -260);
    // And over its other end.
    list.drag_by(-2600 - 2000 - 260);
    CHECK(list.offset() == Approx(2000 + 130));
    CHECK(list.offset_max() == 2000);
}

TEST_CASE("An over-pulled list comes back in 280 ms") {
    Scroller list = list_of(3000);
    fling(list, 260, 0);
    CHECK(list.moving());
    run(list, Duration{0}, Duration{140});
    CHECK(list.offset() < 0);
    CHECK(list.offset() > -130);
    list.update(Duration{280});
    CHECK(list.offset() == 0);
    CHECK_FALSE(list.moving());
}

TEST_CASE("A fling over the end comes to rest at the end") {
    Scroller list = list_of(2000);
    fling(list, -900, -3000);
    float farthest = 0;
    for (int ms = 16; ms <= 3000; ms += 16) {
        list.update(Duration{ms});
        farthest = std::max(farthest, list.offset());
    }
    CHECK(farthest > 1000);
    CHECK(farthest < 1260);
    CHECK(list.offset() == 1000);
    CHECK_FALSE(list.moving());
}

TEST_CASE("A list with items comes to rest on one of them") {
    Scroller list = list_of(4000);
    list.set_snap(150);
    SECTION("let go between two, on the nearer one") {
        fling(list, -230, 0);
        run(list, Duration{0}, Duration{300});
        CHECK(list.offset() == 300);
    }
    SECTION("flung, on the one nearest to where friction would stop it") {
        fling(list, -10, -1600);  // 10 + 1600 / 3.2 = 510
        run(list, Duration{0}, Duration{300});
        CHECK(list.offset() == 450);
    }
    SECTION("flung far, on its end") {
        fling(list, -2900, -5000);
        run(list, Duration{0}, Duration{300});
        CHECK(list.offset() == 3000);
    }
    CHECK_FALSE(list.moving());
}

TEST_CASE("A finger stops a moving list where it is") {
    Scroller list = list_of(100000);
    fling(list, 0, -3000);
    run(list, Duration{0}, Duration{100});
    const float there = list.offset();
    list.stop();
    CHECK_FALSE(list.moving());
    run(list, Duration{100}, Duration{400});
    CHECK(list.offset() == there);
}

TEST_CASE("A list that fits can be pulled but not moved") {
    Scroller list = list_of(600);
    CHECK(list.offset_max() == 0);
    fling(list, -260, 0);
    CHECK(list.offset() == Approx(130));
    run(list, Duration{0}, Duration{300});
    CHECK(list.offset() == 0);
}

TEST_CASE("A list that became shorter shows its end, not emptiness") {
    Scroller list = list_of(5000);
    list.jump_to(3500);
    list.set_extent(2000, 1000);
    CHECK(list.offset() == 1000);
    list.jump_to(-40);
    CHECK(list.offset() == 0);
    list.jump_to(4000);
    CHECK(list.offset() == 1000);
}

TEST_CASE("A list that is still long unused does not leap when it is flung") {
    Scroller list = list_of(100000);
    fling(list, 0, -1000, Duration{600000});
    list.update(Duration{600010});
    CHECK(list.offset() == Approx(10).margin(0.5));
}
