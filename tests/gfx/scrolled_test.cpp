// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <random>

#include "catch.h"
#include "gfx/frame_change.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;

namespace {

constexpr Size screen{500, 800};
constexpr float list_top = 100;
constexpr float list_bottom = 700;
constexpr float row_pitch = 60;
constexpr int rows = 200;

// A list of rows under a head, with a fade over its end; only what is visible is drawn.
struct List {
    int offset = 0;
    std::vector<ImU32> colors = std::vector<ImU32>(rows, IM_COL32(40, 90, 160, 255));
    bool covered = false;
    int veil = 0;  // its alpha; 0: none

    Graphics::ScrolledList draw(ImDrawList& list, Graphics& graphics) const {
        list.AddRectFilled(ImVec2(0, 0), ImVec2(500, list_top), IM_COL32(200, 60, 40, 255));
        list.PushClipRect(ImVec2(0, list_top), ImVec2(500, list_bottom), true);
        const int first_command = list.CmdBuffer.Size - 1;
        for (int row = 0; row < rows; ++row) {
            const float y =
                list_top + static_cast<float>(row) * row_pitch - static_cast<float>(offset);
            if (y > list_bottom + 20 || y + row_pitch < list_top - 20) continue;
            const auto at = static_cast<std::size_t>(row);
            list.AddRectFilled(ImVec2(20.25F, y + 4.5F), ImVec2(480, y + 52), colors[at], 14);
            add_mask(list, graphics.glyph(0, static_cast<std::uint32_t>(row), 24), 40, y + 10,
                     IM_COL32(255, 255, 255, 200));
        }
        list.PopClipRect();
        const int end_command = list.CmdBuffer.Size - 1;
        list.AddRectFilledMultiColor(ImVec2(0, 640), ImVec2(500, list_bottom), 0, 0, IM_COL32_WHITE,
                                     IM_COL32_WHITE);
        list.AddCircleFilled(ImVec2(250, 700), 40, IM_COL32(30, 30, 30, 255));
        if (covered) {
            list.AddRectFilled(ImVec2(0, 0), ImVec2(500, 800), IM_COL32(255, 255, 255, 120));
        }
        if (veil > 0) {
            // A texture, as a captured frame is one.
            const MaskImage glyph = graphics.glyph(0, 1, 24);
            graphics.veil(list.CmdBuffer.Size);
            list.AddImage(reinterpret_cast<ImTextureID>(glyph.texture), ImVec2(0, 0),
                          ImVec2(500, 800), ImVec2(glyph.uv.u0, glyph.uv.v0),
                          ImVec2(glyph.uv.u1, glyph.uv.v1),
                          IM_COL32(90, 200, 90, static_cast<ImU32>(veil)));
        }
        return {7, offset, first_command, end_command};
    }
};

}  // namespace

TEST_CASE("A list whose pixels were moved looks like one that was drawn anew") {
    Stage stage(screen);
    BoxTypesetter typesetter;
    const auto fresh = Graphics::create(folders_of_the_tree(), typesetter).value();
    std::mt19937 random(20261122);
    List list;
    for (int frame = 0; frame < 150; ++frame) {
        // Mostly a little further, back, now and then far away; sometimes something else changes.
        const auto step = static_cast<int>(random() % 81) - 30;
        list.offset += frame % 25 == 24 ? 3000 : step;
        if (list.offset > 10'000) list.offset = -25;
        if (random() % 5 == 0) list.colors[random() % rows] = random() | 0xFF000000U;
        list.covered = frame % 40 > 35;
        list.veil = frame % 30 > 22 ? 20 * (30 - frame % 30) : 0;
        stage.render([&](ImDrawList& drawn) {
            stage.graphics().scrolled(list.draw(drawn, stage.graphics()));
        });
        // Where there is a window and it keeps its content, it is the frame from here on.
        stage.graphics().present(screen, 0);
        // The other one forgets what it has drawn by drawing another size.
        stage.render_with(*fresh, {10, 10}, [](ImDrawList&) {});
        stage.render_with(*fresh, screen, [&](ImDrawList& drawn) { list.draw(drawn, *fresh); });
        INFO("frame " << frame << ", offset " << list.offset);
        // Mesa reckons a gradient with fewer bits in tiles that hold nothing else, as those of the
        // fade do when it is drawn over rows that were kept: a difference of 2.
        REQUIRE(difference(stage.graphics().read_frame(), fresh->read_frame()) <= 2);
    }
}

TEST_CASE("Of a list that scrolled, only what came into view is drawn") {
    Stage stage(screen);
    TextureTable textures;
    ChangeFinder finder;
    List list;
    const auto find = [&] {
        Graphics::ScrolledList scrolled;
        const ImDrawData& data = stage.data_of(
            screen, [&](ImDrawList& drawn) { scrolled = list.draw(drawn, stage.graphics()); });
        const std::array<Graphics::ScrolledList, 1> lists{scrolled};
        return finder.find(data, screen, {0, 0, 0}, textures, lists);
    };
    const auto drawn_px = [](const FrameChange& change) {
        int px = 0;
        for (const PixelRect& area : change.areas) {
            px += (area.right - area.left) * (area.bottom - area.top);
        }
        return px;
    };
    find();
    list.offset = 12;
    const FrameChange scrolled = find();
    REQUIRE(scrolled.move);
    CHECK(scrolled.move->up_px == 12);
    CHECK(scrolled.move->to == PixelRect{0, 100, 500, 628});
    // The fade and the circle over the list's end, what came in above them, and some of the tiles
    // at the edge of what had been drawn.
    CHECK(drawn_px(scrolled) < 500 * 200);

    SECTION("and a row that changed meanwhile") {
        list.offset = 20;
        list.colors[3] = IM_COL32(250, 0, 0, 255);
        const FrameChange change = find();
        REQUIRE(change.move);
        const bool found =
            std::any_of(change.areas.begin(), change.areas.end(), [](const PixelRect& area) {
                return area.overlaps({20, 264, 480, 312}) && area.top < 300;
            });
        CHECK(found);
    }
    SECTION("unless something lies over all of it") {
        list.offset = 20;
        list.covered = true;
        const FrameChange change = find();
        CHECK_FALSE(change.move);
    }
}
