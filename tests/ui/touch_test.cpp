// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>

#include "catch.h"
#include "ui/finger.h"

using namespace wenlan;
using namespace wenlan::test;

// The rules of tokens.md sections 6 and 9.

TEST_CASE("A button acts when the finger leaves it, not before") {
    Finger finger;
    Pressed pressed;
    finger.offer = pressed.on();
    finger.down(150, 150);
    finger.pass(Duration{200});
    CHECK(pressed.times == 0);
    finger.up(150, 150);
    CHECK(pressed.times == 1);
    finger.pass(Duration{16});
    CHECK(pressed.times == 1);
}

TEST_CASE("A button goes down in 80 ms and comes up in 160") {
    Finger finger;
    Pressed pressed;
    finger.offer = pressed.on();
    finger.down(150, 150);
    finger.pass(Duration{40});
    CHECK(pressed.amount == Approx(0.5F));
    finger.pass(Duration{40});
    CHECK(pressed.amount == 1);
    finger.pass(Duration{500});
    CHECK(pressed.amount == 1);
    finger.up(150, 150, Duration{0});
    CHECK(finger.touch.animating());
    finger.pass(Duration{80});
    CHECK(pressed.amount == Approx(0.5F));
    finger.pass(Duration{90});
    CHECK(pressed.amount == 0);
    CHECK_FALSE(finger.touch.animating());
}

TEST_CASE("A finger may slip 24 px off a button, but no farther") {
    Finger finger;
    Pressed pressed;
    finger.offer = pressed.on();
    finger.down(295, 150);
    finger.move(310, 150);
    finger.up(323, 150);
    CHECK(pressed.times == 1);
    finger.pass(Duration{1000});
    finger.down(295, 150);
    finger.move(310, 150);
    finger.up(326, 150);
    CHECK(pressed.times == 1);
}

TEST_CASE("A finger that trembles on a button still presses it where no list moves") {
    Finger finger;
    Pressed pressed;
    finger.offer = pressed.on();
    finger.down(200, 150);
    finger.move(212, 160);
    finger.move(221, 165);
    finger.up(218, 163);
    CHECK(pressed.times == 1);
}

TEST_CASE("A finger that comes from elsewhere presses nothing") {
    Finger finger;
    Pressed pressed;
    finger.offer = pressed.on();
    finger.down(400, 150);
    finger.move(392, 150);
    finger.up(200, 150);
    CHECK(pressed.times == 0);
}

TEST_CASE("Of two things under the finger the one drawn later is pressed") {
    Finger finger;
    Pressed below;
    Pressed above;
    finger.offer = [ask_below = below.on(),
                    ask_above = above.on(other, {150, 100, 50, 50})](Touch& touch) {
        ask_below(touch);
        ask_above(touch);
    };
    finger.tap(160, 120);
    CHECK(below.times == 0);
    CHECK(above.times == 1);
    finger.tap(120, 120);
    CHECK(below.times == 1);
}

TEST_CASE("A contact of less than 40 ms presses nothing") {
    Finger finger;
    Pressed pressed;
    finger.offer = pressed.on();
    finger.tap(150, 150, Duration{39});
    CHECK(pressed.times == 0);
    finger.tap(150, 150, Duration{40});
    CHECK(pressed.times == 1);
}

TEST_CASE("A palm or a sleeve presses nothing") {
    Finger finger;
    Pressed pressed;
    finger.offer = pressed.on();
    finger.down(150, 150, 141);
    CHECK_FALSE(finger.touch.finger_down());
    finger.up(150, 150);
    CHECK(pressed.times == 0);
    finger.down(150, 150, 140);
    finger.up(150, 150);
    CHECK(pressed.times == 1);
}

TEST_CASE("On a panel of twice the size everything is twice as large for the finger") {
    Finger finger(2);
    Pressed pressed;
    finger.offer = pressed.on();
    finger.down(150, 150, 140);
    finger.up(150, 150);
    CHECK(pressed.times == 1);
    finger.pass(Duration{1000});
    finger.down(150, 150, 141);
    finger.up(150, 150);
    CHECK(pressed.times == 1);
}

TEST_CASE("A second press on the same button within 600 ms is not taken") {
    Finger finger;
    Pressed pressed;
    Pressed neighbour;
    finger.offer = [ask = pressed.on(),
                    ask_other = neighbour.on(other, {100, 300, 200, 100})](Touch& touch) {
        ask(touch);
        ask_other(touch);
    };
    finger.tap(150, 150);
    const Duration first = finger.now;
    finger.pass(Duration{200});
    finger.tap(150, 150);
    CHECK(pressed.times == 1);
    finger.tap(150, 350);
    CHECK(neighbour.times == 1);
    finger.now = first + Duration{520};
    finger.tap(150, 150);  // released after exactly 600 ms, but another was pressed in between
    CHECK(pressed.times == 2);
    const Duration again = finger.now;
    finger.now = again + Duration{519};
    finger.tap(150, 150);
    CHECK(pressed.times == 2);
    finger.now = again + Duration{521};
    finger.tap(150, 150);
    CHECK(pressed.times == 3);
}

TEST_CASE("A list is dragged once the finger has moved more than 14 px, and then presses nothing") {
    Finger finger;
    Pressed pressed;
    Dragged dragged;
    finger.offer = [&, ask = pressed.on()](Touch& touch) {
        dragged.ask(touch, list, Axis::vertical);
        ask(touch);
    };
    finger.down(150, 150);
    CHECK(dragged.touched);
    finger.move(150, 136);
    CHECK_FALSE(dragged.began);
    finger.move(150, 135);
    CHECK(dragged.began);
    CHECK(dragged.moved == -15);  // nothing of the way is lost
    finger.move(150, 125);
    CHECK(dragged.moved == -25);
    finger.move(150, 150);
    finger.up(150, 150);
    CHECK(dragged.ended);
    CHECK(dragged.moved == 0);
    CHECK(pressed.times == 0);
}

TEST_CASE("Less than 30 degrees from the horizontal is sideways, and stays so") {
    const auto drag_at = [](float degrees, Dragged& down, Dragged& sideways) {
        Finger finger;
        finger.offer = [&](Touch& touch) {
            down.ask(touch, list, Axis::vertical);
            sideways.ask(touch, strip, Axis::horizontal);
        };
        const float angle = degrees * std::numbers::pi_v<float> / 180;
        finger.down(500, 500);
        finger.move(500 + 40 * std::cos(angle), 500 + 40 * std::sin(angle));
        finger.move(560, 900);  // wherever it goes now
        finger.up(560, 900);
    };
    Dragged down;
    Dragged sideways;
    drag_at(29, down, sideways);
    CHECK_FALSE(down.began);
    CHECK(sideways.began);
    CHECK(sideways.moved == Approx(60));
    down = {};
    sideways = {};
    drag_at(31, down, sideways);
    CHECK(down.began);
    CHECK(down.moved == Approx(400));
    CHECK_FALSE(sideways.began);
}

TEST_CASE("A list that lies in a list gets the drags along its axis") {
    Finger finger;
    Dragged outer;
    Dragged inner;
    finger.offer = [&](Touch& touch) {
        outer.ask(touch, list, Axis::vertical);
        inner.ask(touch, strip, Axis::vertical, {0, 600, 1080, 300});
    };
    finger.down(500, 700);
    finger.move(500, 650);
    finger.up(500, 650);
    CHECK(inner.began);
    CHECK_FALSE(outer.began);
    finger.down(500, 300);
    finger.move(500, 250);
    finger.up(500, 250);
    CHECK(outer.began);
}

TEST_CASE("A fling is as fast as the finger was in its last 90 ms") {
    Finger finger;
    Dragged dragged;
    finger.offer = [&](Touch& touch) { dragged.ask(touch, list, Axis::vertical); };
    finger.down(500, 1000);
    // Slow for 300 ms, then 1500 px/s.
    for (int i = 1; i <= 30; ++i) finger.move(500, 1000 - static_cast<float>(i), Duration{10});
    for (int i = 1; i <= 10; ++i) finger.move(500, 970 - 15 * static_cast<float>(i), Duration{10});
    SECTION("when it lets go in full flight") {
        finger.up(500, 820, Duration{0});
        CHECK(dragged.velocity == Approx(-1500).epsilon(0.02));
    }
    SECTION("and not at all when it has rested before") {
        finger.up(500, 820, Duration{120});
        CHECK(dragged.velocity == 0);
    }
}

TEST_CASE("A finger on a moving list stops it and presses nothing") {
    Finger finger;
    Pressed pressed;
    bool moving = true;
    finger.offer = [&, ask = pressed.on()](Touch& touch) {
        const Touch::Drag drag = touch.drag(list, page, Axis::vertical);
        if (drag.touched && moving) {
            moving = false;
            touch.swallow_press();
        }
        ask(touch);
    };
    finger.tap(150, 150);
    CHECK_FALSE(moving);
    CHECK(pressed.times == 0);
    finger.tap(150, 150);  // the list rests now
    CHECK(pressed.times == 1);
}

TEST_CASE("A sideways swipe that no list takes is told when it ends") {
    Finger finger;
    Dragged down;
    bool with_strip = false;
    Dragged sideways;
    int direction = 0;
    float start = 0;
    finger.offer = [&](Touch& touch) {
        down.ask(touch, list, Axis::vertical);
        if (with_strip) sideways.ask(touch, strip, Axis::horizontal);
        if (const auto swipe = touch.swipe()) {
            direction = swipe->direction;
            start = swipe->start_x;
        }
    };
    const auto swipe = [&](float from, float to) {
        direction = 0;
        finger.down(from, 500);
        finger.move((from + to) / 2, 505);
        CHECK(direction == 0);
        finger.move(to, 505);
        finger.up(to, 505);
        finger.frame();
    };
    swipe(700, 500);
    CHECK(direction == -1);
    swipe(20, 220);
    CHECK(direction == 1);
    CHECK(start == 20);
    swipe(500, 580);  // too short
    CHECK(direction == 0);
    swipe(500, 581);
    CHECK(direction == 1);
    with_strip = true;
    swipe(700, 500);
    CHECK(direction == 0);
    CHECK(sideways.moved == -200);
}

TEST_CASE("A swipe presses nothing on its way") {
    Finger finger;
    Pressed pressed;
    finger.offer = pressed.on(button, {0, 0, 1000, 200});
    finger.down(200, 100);
    finger.move(300, 100);
    finger.move(500, 100);
    finger.up(500, 100);
    CHECK(pressed.times == 0);
}

TEST_CASE("A down and an up in one batch are seen in two frames") {
    Finger finger;
    Pressed pressed;
    finger.offer = pressed.on();
    finger.event(TouchEvent::Kind::down, 150, 150);
    finger.now += Duration{60};
    finger.event(TouchEvent::Kind::up, 150, 150);
    finger.frame();
    CHECK(finger.queue.size() == 1);
    CHECK(finger.touch.finger_down());
    CHECK(pressed.times == 0);
    finger.frame();
    CHECK(finger.queue.empty());
    CHECK_FALSE(finger.touch.finger_down());
    CHECK(pressed.times == 1);
}

TEST_CASE("All moves up to the next press or release are one frame's") {
    Finger finger;
    Dragged dragged;
    finger.offer = [&](Touch& touch) { dragged.ask(touch, list, Axis::vertical); };
    finger.down(500, 500);
    for (int i = 1; i <= 4; ++i) {
        finger.now += Duration{5};
        finger.event(TouchEvent::Kind::move, 500, 500 - 20 * static_cast<float>(i));
    }
    finger.frame();
    CHECK(finger.queue.empty());
    CHECK(dragged.moved == -80);
}

TEST_CASE("What is under way ends when the page under the finger changes") {
    Finger finger;
    Pressed pressed;
    Dragged dragged;
    finger.offer = [&, ask = pressed.on()](Touch& touch) {
        dragged.ask(touch, list, Axis::vertical);
        ask(touch);
    };
    SECTION("a press") {
        finger.down(150, 150);
        finger.touch.cancel();
        finger.up(150, 150);
    }
    SECTION("a press that the system takes away") {
        finger.down(150, 150);
        finger.now += Duration{50};
        finger.event(TouchEvent::Kind::cancel, 150, 150);
        finger.frame();
        finger.up(150, 150);
    }
    SECTION("a drag") {
        finger.down(150, 150);
        finger.move(150, 100);
        finger.touch.cancel();
        const float moved = dragged.moved;
        finger.move(150, 50);
        finger.up(150, 50);
        CHECK(dragged.moved == moved);
    }
    CHECK(pressed.times == 0);
    CHECK_FALSE(finger.touch.finger_down());
    CHECK_FALSE(finger.touch.animating());
    finger.tap(150, 150);
    CHECK(pressed.times == 1);
}

TEST_CASE("What a sheet covers can be neither pressed nor dragged") {
    Finger finger;
    Pressed below;
    Pressed above;
    Dragged dragged;
    finger.offer = [&, ask_below = below.on(),
                    ask_above = above.on(other, {100, 500, 200, 100})](Touch& touch) {
        dragged.ask(touch, list, Axis::vertical);
        ask_below(touch);
        touch.cover();
        ask_above(touch);
    };
    finger.tap(150, 150);
    CHECK(below.times == 0);
    finger.tap(150, 550);
    CHECK(above.times == 1);
    finger.down(150, 150);
    finger.move(150, 50);
    finger.up(150, 50);
    CHECK_FALSE(dragged.began);
}
