// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/gallery.h"

#include "catch.h"

using namespace wenlan;
using test::difference;

namespace {

image::Pixels plain(int width, int height, std::uint8_t level) {
    image::Pixels pixels{width, height, {}};
    pixels.rgba.assign(static_cast<std::size_t>(width * height) * 4, level);
    return pixels;
}

}  // namespace

TEST_CASE("The same picture is alike, one that is lighter is not") {
    const auto picture = plain(100, 100, 100);
    CHECK(difference(picture, picture).mean == 0);
    CHECK(alike(difference(picture, picture)));
    CHECK(difference(picture, plain(100, 100, 101)).mean == 1);
    CHECK_FALSE(alike(difference(picture, plain(100, 100, 101))));
}

TEST_CASE("A word that is gone is not alike, a few pixels may be") {
    const auto picture = plain(500, 100, 240);
    auto other = picture;
    const auto blacken = [&](int from, int to) {
        for (int pixel = from; pixel < to; ++pixel) {
            for (int channel = 0; channel < 3; ++channel)
                other.rgba[static_cast<std::size_t>(pixel * 4 + channel)] = 20;
        }
    };
    blacken(0, 9);
    CHECK(alike(difference(picture, other)));
    blacken(0, 11);
    CHECK(difference(picture, other).share_off == Approx(0.00022));
    CHECK_FALSE(alike(difference(picture, other)));
}

TEST_CASE("A picture that is kept is half as large and nearly as it was") {
    auto frame = plain(200, 100, 77);
    const auto kept = test::keepsake(frame);
    CHECK(kept.width == 100);
    CHECK(kept.height == 50);
    CHECK(std::abs(int{kept.rgba[0]} - 77) <= 2);
    CHECK(kept.rgba[3] == 255);
}
