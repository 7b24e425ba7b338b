// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/motion/easing.h"

#include "catch.h"

using namespace wenlan::ui;
using wenlan::base::Duration;

TEST_CASE("An easing begins at nothing, ends at the whole and never turns back") {
    for (const CubicBezier& easing : {ease_out, ease_in_out}) {
        CHECK(easing(-1) == 0);
        CHECK(easing(0) == 0);
        CHECK(easing(1) == 1);
        CHECK(easing(2) == 1);
        float before = 0;
        for (int i = 1; i < 200; ++i) {
            const float now = easing(static_cast<float>(i) / 200);
            CAPTURE(i);
            CHECK(now >= before);
            CHECK(now <= 1);
            before = now;
        }
    }
}

TEST_CASE("The easings are the curves of the design") {
    // Solved by bisection in double precision from cubic-bezier(.22,.8,.24,1) and (.6,0,.2,1).
    struct Point {
        float t, out, in_out;
    };
    for (const Point point : {Point{0.1F, 0.3597F, 0.0109F}, Point{0.25F, 0.7348F, 0.0958F},
                              Point{0.5F, 0.9388F, 0.7047F}, Point{0.75F, 0.9900F, 0.9562F},
                              Point{0.9F, 0.9987F, 0.9942F}}) {
        CAPTURE(point.t);
        CHECK(ease_out(point.t) == Approx(point.out).margin(0.0005));
        CHECK(ease_in_out(point.t) == Approx(point.in_out).margin(0.0005));
    }
}

TEST_CASE("Progress is nothing before the start, the whole after the end, even in between") {
    const Duration start{1000};
    const Duration length{200};
    CHECK(progress(Duration{0}, start, length) == 0);
    CHECK(progress(Duration{1000}, start, length) == 0);
    CHECK(progress(Duration{1050}, start, length) == Approx(0.25F));
    CHECK(progress(Duration{1200}, start, length) == 1);
    CHECK(progress(Duration{9000}, start, length) == 1);
    CHECK(progress(Duration{1000}, start, Duration{0}) == 1);
}
