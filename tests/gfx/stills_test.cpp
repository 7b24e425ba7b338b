// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/stills.h"

#include <fstream>

#include "catch.h"
#include "gfx/files.h"
#include "image/codec.h"
#include "image/scale.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;

namespace {

wenlan::image::Pixels painted(const Painting& painting) {
    Stage stage(painting.size);
    const auto paint = [&](ImDrawList& list) {
        add_picture(list, stage.graphics().painting(painting), 0, 0, painting.size);
    };
    stage.render(paint);
    stage.graphics().wait_for_pictures();
    return stage.picture_of(paint);
}

double mean_difference(const wenlan::image::Pixels& left, const wenlan::image::Pixels& right) {
    if (left.width != right.width || left.height != right.height) return 255;
    double sum = 0;
    for (std::size_t at = 0; at < left.rgba.size(); ++at) {
        sum += std::abs(int{left.rgba[at]} - int{right.rgba[at]});
    }
    return sum / static_cast<double>(left.rgba.size());
}

}  // namespace

// By hand, when the shader has changed: wenlan_gfx_tests "[stills]" writes NAME.png into the folder
// that WENLAN_STILLS names; `convert NAME.png -quality 80 NAME.webp` makes what is committed.
TEST_CASE("The stills are painted anew", "[.stills]") {
    const char* folder = std::getenv("WENLAN_STILLS");
    REQUIRE(folder != nullptr);
    for (const Still& still : stills()) {
        const Size size = still.painting.size;
        const auto half = wenlan::image::cover(painted(still.painting), size.width / 2,
                                               size.height / 2, 0.5F, 0.5F);
        const auto png = wenlan::image::encode_png(half);
        REQUIRE(png.ok());
        const auto path = std::filesystem::path(folder) / (std::string(still.name) + ".png");
        std::ofstream(path, std::ios::binary) << png.value();
    }
}

TEST_CASE("Every still is there, small, and looks as the shader paints it") {
    const std::filesystem::path folder = folders_of_the_tree().stills;
    for (const Still& still : stills()) {
        INFO(still.name);
        const auto path = find_picture(folder, std::string(still.name));
        REQUIRE(path);
        CHECK(std::filesystem::file_size(*path) < 150'000);
        const auto kept = read_picture(*path);
        REQUIRE(kept.ok());
        Painting half = still.painting;
        half.size = {half.size.width / 2, half.size.height / 2};
        const double difference = mean_difference(kept.value(), painted(half));
        INFO(difference);
        CHECK(difference < 2.5);
    }
}

TEST_CASE("Each use of the painting finds its own still, at any size of panel") {
    for (const Still& still : stills()) {
        Painting twice = still.painting;
        twice.size = {twice.size.width * 2, twice.size.height * 2};
        CHECK(closest_still(still.painting).name == still.name);
        CHECK(closest_still(twice).name == still.name);
    }
}

TEST_CASE("Without stills there is paper") {
    const TemporaryFolder empty;
    Painting painting = stills()[0].painting;
    painting.size = {20, 30};
    const auto pixels = still_of(painting, empty.path());
    REQUIRE(pixels.width == 20);
    REQUIRE(pixels.height == 30);
    CHECK(at(pixels, 10, 10) == Color{0xF7, 0xF3, 0xEA});
}
