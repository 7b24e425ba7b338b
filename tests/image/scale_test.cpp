// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/scale.h"

#include <cmath>
#include <limits>

#include "catch.h"
#include "sample_pictures.h"

namespace wenlan::image {
namespace {

using samples::at;

const std::vector<std::pair<int, int>> odd_sizes{{1, 1},  {1, 7},   {7, 1},   {2, 2},     {3, 5},
                                                 {16, 9}, {31, 33}, {64, 48}, {100, 100}, {257, 3}};

}  // namespace

TEST_CASE("a picture of one colour stays of that colour at any size", "[scale]") {
    for (const std::vector<std::uint8_t>& colour :
         {std::vector<std::uint8_t>{255, 255, 255, 255}, {1, 128, 254, 255}, {200, 17, 3, 9}}) {
        for (const auto& [from_width, from_height] : odd_sizes) {
            const Pixels source = samples::filled(from_width, from_height, colour);
            for (const auto& [width, height] : odd_sizes) {
                CAPTURE(from_width, from_height, width, height);
                const Pixels wanted = samples::filled(width, height, colour);
                CHECK(scaled(source, width, height).rgba == wanted.rgba);
                CHECK(cover(source, width, height, 0.3F, 0.9F).rgba == wanted.rgba);
            }
        }
    }
}

TEST_CASE("a picture asked for at its own size is not touched", "[scale]") {
    const Pixels source = samples::gradient(37, 21);
    CHECK(scaled(source, 37, 21).rgba == source.rgba);
    CHECK(cover(source, 37, 21, 0.1F, 0.9F).rgba == source.rgba);
}

TEST_CASE("halving averages each square of four", "[scale]") {
    Pixels source{4, 2, std::vector<std::uint8_t>(32, 255)};
    for (int x = 0; x < 4; ++x) {
        source.rgba[static_cast<std::size_t>(x) * 4] = static_cast<std::uint8_t>(x * 40);
        source.rgba[static_cast<std::size_t>(x + 4) * 4] = static_cast<std::uint8_t>(x * 40 + 20);
    }
    const Pixels half = scaled(source, 2, 1);
    CHECK(at(half, 0, 0)[0] == 30);
    CHECK(at(half, 1, 0)[0] == 110);
}

TEST_CASE("growing goes evenly from one pixel to the next", "[scale]") {
    Pixels source{2, 1, {0, 0, 0, 255, 200, 0, 0, 255}};
    const Pixels grown = scaled(source, 8, 3);
    int before = -1;
    for (int x = 0; x < 8; ++x) {
        CHECK(at(grown, x, 1)[0] >= before);
        before = at(grown, x, 1)[0];
    }
    CHECK(at(grown, 0, 0)[0] == 0);
    CHECK(at(grown, 7, 2)[0] == 200);
}

TEST_CASE("the mean brightness survives shrinking", "[scale]") {
    const Pixels source = samples::gradient(211, 97);
    for (const auto& [width, height] : odd_sizes) {
        const Pixels small = scaled(source, width, height);
        double sum = 0;
        for (std::size_t byte = 0; byte < small.rgba.size(); byte += 4) sum += small.rgba[byte];
        CHECK(sum / (width * height) == Approx(127.5).margin(1.5));
    }
}

TEST_CASE("what is transparent does not tint what is next to it", "[scale]") {
    Pixels source{2, 1, {10, 200, 30, 255, 255, 0, 255, 0}};
    const Pixels one = scaled(source, 1, 1);
    CHECK(at(one, 0, 0)[0] == 10);
    CHECK(at(one, 0, 0)[1] == 200);
    CHECK(at(one, 0, 0)[2] == 30);
    CHECK(at(one, 0, 0)[3] == 128);
}

TEST_CASE("a cut keeps the focus point inside, for any focus and shape", "[scale]") {
    for (const auto& [from_width, from_height] : {std::pair{160, 90}, {90, 160}, {50, 50}}) {
        for (const auto& [width, height] : {std::pair{40, 40}, {64, 8}, {8, 64}, {200, 30}}) {
            for (float focus_x = 0; focus_x <= 1; focus_x += 0.125F) {
                for (float focus_y = 0; focus_y <= 1; focus_y += 0.125F) {
                    // A red dot, wide enough to survive shrinking, at the focus.
                    Pixels source = samples::filled(from_width, from_height, {0, 0, 0, 255});
                    const int x = static_cast<int>(focus_x * static_cast<float>(from_width - 1));
                    const int y = static_cast<int>(focus_y * static_cast<float>(from_height - 1));
                    for (int dy = -8; dy <= 8; ++dy)
                        for (int dx = -8; dx <= 8; ++dx)
                            if (x + dx >= 0 && x + dx < from_width && y + dy >= 0 &&
                                y + dy < from_height)
                                source
                                    .rgba[static_cast<std::size_t>((y + dy) * from_width + x + dx) *
                                          4] = 255;
                    const Pixels cut = cover(source, width, height, focus_x, focus_y);
                    REQUIRE(cut.width == width);
                    REQUIRE(cut.height == height);
                    int reddest = 0;
                    for (std::size_t byte = 0; byte < cut.rgba.size(); byte += 4)
                        reddest = std::max<int>(reddest, cut.rgba[byte]);
                    CAPTURE(from_width, from_height, width, height, focus_x, focus_y);
                    CHECK(reddest > 200);
                }
            }
        }
    }
}

TEST_CASE("a cut fills the whole shape without squeezing the picture", "[scale]") {
    // Left half red, right half black: a square cut at the left edge is all red.
    Pixels source = samples::filled(100, 50, {0, 0, 0, 255});
    for (int y = 0; y < 50; ++y)
        for (int x = 0; x < 50; ++x) source.rgba[static_cast<std::size_t>(y * 100 + x) * 4] = 255;
    CHECK(cover(source, 20, 20, 0, 0.5F).rgba == samples::filled(20, 20, {255, 0, 0, 255}).rgba);
    CHECK(cover(source, 20, 20, 1, 0.5F).rgba == samples::filled(20, 20, {0, 0, 0, 255}).rgba);
}

TEST_CASE("a focus that is no number or outside is brought to the edge", "[scale]") {
    const Pixels source = samples::gradient(60, 20);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK(cover(source, 20, 20, -3, 0).rgba == cover(source, 20, 20, 0, 0).rgba);
    CHECK(cover(source, 20, 20, 7, 0).rgba == cover(source, 20, 20, 1, 0).rgba);
    CHECK(cover(source, 20, 20, nan, 0).rgba == cover(source, 20, 20, 0, 0).rgba);
}

TEST_CASE("an empty picture or an empty target gives an empty picture", "[scale]") {
    CHECK(scaled(Pixels{}, 10, 10).empty());
    CHECK(scaled(Mask{}, 10, 10).empty());
    CHECK(cover(Pixels{}, 10, 10, 0.5F, 0.5F).empty());
    CHECK(scaled(samples::gradient(4, 4), 0, 5).empty());
    CHECK(cover(samples::gradient(4, 4), 5, -1, 0, 0).empty());
}

TEST_CASE("masks scale as pictures do", "[scale]") {
    const Mask full{3, 3, std::vector<std::uint8_t>(9, 201)};
    for (const auto& [width, height] : odd_sizes) {
        const Mask mask = scaled(full, width, height);
        REQUIRE(mask.coverage.size() == static_cast<std::size_t>(width * height));
        for (const std::uint8_t coverage : mask.coverage) REQUIRE(coverage == 201);
    }
    const Mask half = scaled(Mask{2, 2, {0, 255, 0, 255}}, 2, 1);
    CHECK(half.coverage == std::vector<std::uint8_t>{0, 255});
}

}  // namespace wenlan::image
