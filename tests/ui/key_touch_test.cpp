// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <tuple>
#include <vector>

#include "catch.h"
#include "ui/finger.h"
#include "ui/typing/key_repeat.h"

using namespace wenlan::test;
using wenlan::ui::KeyRepeat;
using wenlan::ui::Point;

// Two keys side by side, without a seam between them.

namespace {

constexpr Rect key_a{100, 100, 100, 120};
constexpr Rect key_b{200, 100, 100, 120};

struct Keys {
    Keys() {
        finger.offer = [this](Touch& touch) {
            if (touch.key(1, key_a).activated) typed += 'a';
            if (touch.key(2, key_b).activated) typed += 'b';
        };
    }
    void event(TouchEvent::Kind kind, float x, int which) {
        TouchEvent touch{kind, x, 150, 0, finger.now};
        touch.finger = which;
        finger.queue.push_back(touch);
        while (!finger.queue.empty()) finger.frame();
    }

    Finger finger;
    std::string typed;
};

}  // namespace

TEST_CASE("a key that is pressed before the last is lifted comes after it") {
    Keys keys;
    keys.event(TouchEvent::Kind::down, 150, 1);
    keys.finger.now += Duration{50};
    keys.event(TouchEvent::Kind::down, 250, 2);
    CHECK(keys.typed == "a");
    keys.finger.now += Duration{50};
    keys.event(TouchEvent::Kind::up, 150, 1);
    keys.finger.now += Duration{50};
    keys.event(TouchEvent::Kind::up, 250, 2);
    CHECK(keys.typed == "ab");
}

TEST_CASE("two fingers that come in one frame keep their order") {
    Keys keys;
    for (const auto& [kind, x, which] :
         std::vector<std::tuple<TouchEvent::Kind, float, int>>{{TouchEvent::Kind::down, 250, 1},
                                                               {TouchEvent::Kind::down, 150, 2},
                                                               {TouchEvent::Kind::up, 250, 1},
                                                               {TouchEvent::Kind::up, 150, 2}}) {
        TouchEvent touch{kind, x, 150, 0, keys.finger.now};
        touch.finger = which;
        keys.finger.queue.push_back(touch);
        keys.finger.now += Duration{45};
    }
    while (!keys.finger.queue.empty()) keys.finger.frame();
    CHECK(keys.typed == "ba");
}

TEST_CASE("the same key counts twice in a row") {
    Keys keys;
    keys.finger.tap(150, 150, Duration{60});
    keys.finger.tap(150, 150, Duration{60});
    CHECK(keys.typed == "aa");
}

TEST_CASE("every point between two keys belongs to one of them") {
    for (float x = 101; x < 300; x += 1) {
        Keys keys;
        keys.finger.tap(x, 219, Duration{60});
        CHECK(keys.typed.size() == 1);
    }
}

TEST_CASE("a finger that slides off presses nothing, and swipes nothing back") {
    Keys keys;
    keys.finger.down(110, 150);
    keys.finger.move(600, 150);
    keys.finger.now += Duration{80};
    keys.finger.queue.push_back({TouchEvent::Kind::up, 600, 150, 0, keys.finger.now});
    keys.finger.frame();
    CHECK(keys.typed.empty());
    CHECK_FALSE(keys.finger.touch.swipe().has_value());
}

TEST_CASE("a second finger elsewhere leaves a pen alone") {
    Finger finger;
    std::vector<Point> way;
    bool ended = false;
    finger.offer = [&](Touch& touch) {
        const Touch::Pen pen = touch.pen(7, {0, 0, 500, 500});
        way.insert(way.end(), pen.way.begin(), pen.way.end());
        ended = ended || pen.ended;
    };
    finger.down(10, 10);
    TouchEvent palm{TouchEvent::Kind::down, 400, 400, 0, finger.now};
    palm.finger = 9;
    finger.queue.push_back(palm);
    finger.frame();
    finger.move(30, 40);
    finger.up(50, 60);
    CHECK(ended);
    REQUIRE(way.size() == 3);
    CHECK(way[1].x == 30);
    CHECK(way[2].y == 60);
}

TEST_CASE("a held key repeats after 400 ms, and its release adds nothing") {
    KeyRepeat repeat;
    int times = 0;
    const auto held = [&](int ms) { times += repeat.presses({false, true, Duration{ms}}); };
    held(0);
    held(399);
    CHECK(times == 0);
    held(400);
    CHECK(times == 1);
    held(640);
    CHECK(times == 4);
    times += repeat.presses({true, false, Duration{650}});
    CHECK(times == 4);
    times += repeat.presses({true, false, Duration{60}});
    CHECK(times == 5);
}
