// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/quality.h"

#include "catch.h"

using wenlan::gfx::Quality;
using wenlan::gfx::QualityWatch;

namespace {

void frames(QualityWatch& watch, int count, double ms) {
    for (int i = 0; i < count; ++i) watch.add(ms);
}

}  // namespace

TEST_CASE("A graphics processor that keeps up draws everything") {
    QualityWatch watch(Quality::full);
    frames(watch, 10'000, 16.7);
    CHECK(watch.quality() == Quality::full);
}

TEST_CASE("A hitch now and then costs nothing") {
    QualityWatch watch(Quality::full);
    for (int i = 0; i < 1000; ++i) {
        frames(watch, 9, 16.7);
        frames(watch, 1, 80);
    }
    CHECK(watch.quality() == Quality::full);
}

TEST_CASE("One that misses frames draws less, step by step, and not more again") {
    QualityWatch watch(Quality::full);
    frames(watch, QualityWatch::window, 33);
    CHECK(watch.quality() == Quality::modest);
    frames(watch, QualityWatch::window, 33);
    CHECK(watch.quality() == Quality::software);
    frames(watch, 1000, 90);
    CHECK(watch.quality() == Quality::software);
    frames(watch, 1000, 5);
    CHECK(watch.quality() == Quality::software);
}
