// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;

namespace {

constexpr ImU32 red = IM_COL32(255, 0, 0, 255);
constexpr ImU32 green = IM_COL32(0, 255, 0, 255);

void fill(ImDrawList& list, float x, float y, float right, float bottom, ImU32 color) {
    list.AddRectFilled(ImVec2(x, y), ImVec2(right, bottom), color);
}

}  // namespace

TEST_CASE("A shape at the top left is at the top left of the picture") {
    Stage stage({60, 40});
    const auto pixels = stage.picture_of([](ImDrawList& list) { fill(list, 0, 0, 10, 5, red); });
    REQUIRE(pixels.width == 60);
    REQUIRE(pixels.height == 40);
    CHECK(at(pixels, 0, 0) == Color{255, 0, 0});
    CHECK(at(pixels, 9, 4) == Color{255, 0, 0});
    CHECK(at(pixels, 10, 4) == Color{0, 0, 0});
    CHECK(at(pixels, 9, 5) == Color{0, 0, 0});
    CHECK(at(pixels, 0, 39) == Color{0, 0, 0});
    CHECK(at(pixels, 59, 0) == Color{0, 0, 0});
    CHECK(pixels.rgba[3] == 255);
}

TEST_CASE("Half transparent shapes are mixed with what is below, and the frame stays opaque") {
    Stage stage({8, 8});
    const auto pixels = stage.picture_of([](ImDrawList& list) {
        fill(list, 0, 0, 8, 8, green);
        fill(list, 0, 0, 8, 8, IM_COL32(255, 0, 0, 128));
    });
    CHECK(near(at(pixels, 4, 4), {128, 127, 0}));
    CHECK(pixels.rgba[3] == 255);
}

TEST_CASE("A gradient runs evenly from one corner's colour to the other's") {
    Stage stage({256, 256});
    const auto pixels = stage.picture_of([](ImDrawList& list) {
        const ImU32 right = IM_COL32(255, 128, 0, 255);
        const ImU32 left = IM_COL32(0, 128, 255, 255);
        list.AddRectFilledMultiColor(ImVec2(0, 0), ImVec2(256, 256), left, right, right, left);
    });
    for (int x = 0; x < 256; x += 17) {
        CHECK(near(at(pixels, x, 40), {x, 128, 255 - x}, 1));
        CHECK(near(at(pixels, x, 250), {x, 128, 255 - x}, 1));
    }
}

TEST_CASE("A mask colours only what it covers, in the colour asked for") {
    Stage stage({64, 64});
    wenlan::image::Mask half = full_mask(16, 16);
    for (std::size_t y = 8; y < 16; ++y) {
        for (std::size_t x = 0; x < 16; ++x) half.coverage[y * 16 + x] = y < 12 ? 128 : 0;
    }
    const auto pixels = stage.picture_of([&](ImDrawList& list) {
        const MaskImage mask = stage.graphics().mask(7, [&] { return half; });
        REQUIRE(mask.width == 16);
        REQUIRE(mask.height == 16);
        add_mask(list, mask, 20, 30, IM_COL32(200, 100, 50, 255));
    });
    CHECK(at(pixels, 20, 30) == Color{200, 100, 50});
    CHECK(at(pixels, 35, 37) == Color{200, 100, 50});
    CHECK(near(at(pixels, 25, 39), {100, 50, 25}));
    CHECK(at(pixels, 25, 43) == Color{0, 0, 0});
    CHECK(at(pixels, 19, 31) == Color{0, 0, 0});
    CHECK(at(pixels, 36, 31) == Color{0, 0, 0});
    CHECK(at(pixels, 25, 29) == Color{0, 0, 0});
}

TEST_CASE("A glyph is drawn once and kept with its offset from the pen") {
    Stage stage({64, 64});
    for (int frame = 0; frame < 3; ++frame) {
        const auto pixels = stage.picture_of([&](ImDrawList& list) {
            const MaskImage glyph = stage.graphics().glyph(0, 199, 20);
            CHECK(glyph.left == 1);
            CHECK(glyph.top == 20);
            add_mask(list, glyph, 10, 10, IM_COL32_WHITE);
        });
        CHECK(at(pixels, 10, 10) == Color{255, 255, 255});
    }
    CHECK(stage.typesetter().rasterised == 1);
}

TEST_CASE("Forgotten texts are drawn anew") {
    Stage stage({64, 64});
    const auto paint = [&](ImDrawList& list) {
        add_mask(list, stage.graphics().glyph(0, 199, 20), 10, 10, IM_COL32_WHITE);
    };
    stage.render(paint);
    stage.graphics().forget_texts();
    const auto pixels = stage.picture_of(paint);
    CHECK(at(pixels, 10, 10) == Color{255, 255, 255});
    CHECK(stage.typesetter().rasterised == 2);
}

TEST_CASE("Texts forgotten while a frame is being made stay until it is drawn") {
    Stage stage({64, 64});
    const auto paint = [&](ImDrawList& list) {
        add_mask(list, stage.graphics().glyph(0, 199, 20), 10, 10, IM_COL32_WHITE);
        stage.graphics().forget_texts();
    };
    const auto pixels = stage.picture_of(paint);
    CHECK(at(pixels, 10, 10) == Color{255, 255, 255});
    stage.render(paint);
    CHECK(stage.typesetter().rasterised == 2);
}

TEST_CASE("An empty glyph draws nothing") {
    Stage stage({16, 16});
    const MaskImage blank = stage.graphics().mask(1, [] { return wenlan::image::Mask{}; });
    CHECK(blank.width == 0);
    CHECK(blank.texture == 0);
}

TEST_CASE("Shapes, masks and pictures may follow each other in any order") {
    Stage stage({64, 16});
    const auto pixels = stage.picture_of([&](ImDrawList& list) {
        const MaskImage mask = stage.graphics().mask(3, [] { return full_mask(8, 8); });
        fill(list, 0, 0, 8, 8, red);
        add_mask(list, mask, 8, 0, green);
        fill(list, 16, 0, 24, 8, IM_COL32(0, 0, 255, 255));
        add_mask(list, mask, 24, 0, red);
        fill(list, 32, 0, 40, 8, green);
    });
    CHECK(at(pixels, 4, 4) == Color{255, 0, 0});
    CHECK(at(pixels, 12, 4) == Color{0, 255, 0});
    CHECK(at(pixels, 20, 4) == Color{0, 0, 255});
    CHECK(at(pixels, 28, 4) == Color{255, 0, 0});
    CHECK(at(pixels, 36, 4) == Color{0, 255, 0});
}

TEST_CASE("Nothing is drawn outside a clip rectangle") {
    Stage stage({40, 40});
    const auto pixels = stage.picture_of([](ImDrawList& list) {
        list.PushClipRect(ImVec2(10, 5), ImVec2(20, 15), true);
        fill(list, 0, 0, 40, 40, red);
        list.PopClipRect();
    });
    CHECK(at(pixels, 10, 5) == Color{255, 0, 0});
    CHECK(at(pixels, 19, 14) == Color{255, 0, 0});
    CHECK(at(pixels, 9, 5) == Color{0, 0, 0});
    CHECK(at(pixels, 10, 4) == Color{0, 0, 0});
    CHECK(at(pixels, 20, 14) == Color{0, 0, 0});
    CHECK(at(pixels, 19, 15) == Color{0, 0, 0});
}

TEST_CASE("More than 65,536 vertices in one list are drawn") {
    Stage stage({200, 200});
    const auto pixels = stage.picture_of([](ImDrawList& list) {
        for (int index = 0; index < 20'000; ++index) {
            const auto x = static_cast<float>(index % 200);
            const auto y = static_cast<float>(index / 200);
            fill(list, x, y, x + 1, y + 1, index % 2 == 0 ? red : green);
        }
    });
    CHECK(at(pixels, 0, 0) == Color{255, 0, 0});
    CHECK(at(pixels, 198, 99) == Color{255, 0, 0});
    CHECK(at(pixels, 199, 99) == Color{0, 255, 0});
    CHECK(at(pixels, 0, 100) == Color{0, 0, 0});
}

TEST_CASE("An equal frame is not drawn again, a changed one is") {
    Stage stage({40, 40});
    float x = 4;
    ImU32 color = red;
    const auto paint = [&](ImDrawList& list) { fill(list, x, 4, 20, 20, color); };
    CHECK(stage.render(paint));
    CHECK_FALSE(stage.render(paint));
    CHECK_FALSE(stage.render(paint));
    CHECK(at(stage.graphics().read_frame(), 10, 10) == Color{255, 0, 0});
    color = green;
    CHECK(stage.render(paint));
    CHECK(at(stage.graphics().read_frame(), 10, 10) == Color{0, 255, 0});
    x = 5;
    CHECK(stage.render(paint));
    CHECK_FALSE(stage.render(paint));
}

TEST_CASE("A frame that differs only in its clip rectangle is drawn") {
    Stage stage({40, 40});
    float right = 20;
    const auto paint = [&](ImDrawList& list) {
        list.PushClipRect(ImVec2(0, 0), ImVec2(right, 40));
        fill(list, 0, 0, 40, 40, red);
        list.PopClipRect();
    };
    stage.render(paint);
    right = 30;
    CHECK(stage.render(paint));
    CHECK(at(stage.graphics().read_frame(), 25, 10) == Color{255, 0, 0});
}

TEST_CASE("Graphics made anew give the same picture") {
    Stage stage({300, 200});
    Painting painting;
    painting.size = {200, 120};
    painting.water = 0.3F;
    painting.bridge = {0.5F, 0.2F, 0.1F};
    const auto paint = [&](ImDrawList& list) {
        add_picture(list, stage.graphics().painting(painting), 0, 0, painting.size);
        add_mask(list, stage.graphics().icon("bridge", 48, false), 210, 10, red);
        add_mask(list, stage.graphics().glyph(1, 40, 30), 240, 100, green);
        list.AddCircleFilled(ImVec2(250, 160), 20, green);
    };
    const auto before = stage.picture_of(paint);
    stage.restart_graphics();
    CHECK(stage.render(paint));
    CHECK(difference(before, stage.graphics().read_frame()) == 0);
}

TEST_CASE("GL and GLES draw the same picture") {
    Painting painting;
    painting.size = {240, 160};
    painting.water = 0.3F;
    painting.houses = 1;
    painting.sun = {0.3F, 0.8F, 0.05F, 0.95F};
    painting.bridge = {0.5F, 0.2F, 0.1F};
    const auto draw = [&](WindowOptions::Api api) {
        Stage stage({300, 200}, api);
        return stage.picture_of([&](ImDrawList& list) {
            add_picture(list, stage.graphics().painting(painting), 0, 0, painting.size);
            add_mask(list, stage.graphics().icon("bridge", 58, false), 210, 10, red);
            add_mask(list, stage.graphics().glyph(1, 40, 30), 240, 100, green);
            list.AddCircleFilled(ImVec2(250, 160), 20, green);
        });
    };
    const auto gles = Window::surfaceless({8, 8}, WindowOptions::Api::gles);
    if (!gles) {
        WARN("this machine has no GLES 3.0");
        return;
    }
    CHECK(difference(draw(WindowOptions::Api::gl), draw(WindowOptions::Api::gles)) <= 1);
}

TEST_CASE("A texture that is gone is not drawn with, and the rest of the frame is") {
    Stage stage({20, 20});
    const auto pixels = stage.picture_of([](ImDrawList& list) {
        fill(list, 0, 0, 20, 20, green);
        add_picture(list, (Texture{2} << 56U) | 0x900000009ULL, 0, 0, {20, 20}, red);
        fill(list, 0, 0, 5, 5, red);
    });
    CHECK(at(pixels, 10, 10) == Color{0, 255, 0});
    CHECK(at(pixels, 2, 2) == Color{255, 0, 0});
}
