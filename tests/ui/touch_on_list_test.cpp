// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "ui/finger.h"

using namespace wenlan;
using namespace wenlan::test;

TEST_CASE("Under a finger on a list nothing sinks before it is clear that it will not scroll") {
    Finger finger;
    float sunk = 0;
    finger.offer = [&](Touch& touch) {
        touch.drag(list, page, Axis::vertical);
        sunk = touch.press(button, button_rect).amount;
    };
    finger.down(150, 150);
    CHECK(sunk == 0);
    CHECK(finger.touch.animating());  // it will sink: a frame is wanted, also if nothing comes
    SECTION("a flick leaves it as it is") {
        finger.move(150, 110, Duration{8});
        finger.move(150, 60, Duration{8});
        CHECK(sunk == 0);
        finger.now += Duration{100};
        finger.frame();
        CHECK(sunk == 0);
    }
    SECTION("a finger that rests presses it down") {
        finger.now += Duration{70};
        finger.frame();
        finger.now += Duration{40};
        finger.frame();
        CHECK(sunk > 0);
    }
}
