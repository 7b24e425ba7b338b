// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include "catch.h"
#include "gfx/mask_atlas.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;

namespace {

MaskKey glyph(std::uint64_t number) { return {MaskSort::glyph, number, 0}; }

bool overlap(const MaskAtlas::Place& left, const MaskAtlas::Place& right) {
    return left.page == right.page && left.x < right.x + right.width &&
           right.x < left.x + left.width && left.y < right.y + right.height &&
           right.y < left.y + left.height;
}

}  // namespace

TEST_CASE("Masks of any size lie on their page without touching each other") {
    MaskAtlas atlas;
    std::vector<MaskAtlas::Place> places;
    for (int number = 0; number < 600; ++number) {
        const auto* place = atlas.insert(glyph(static_cast<std::uint64_t>(number)),
                                         full_mask(1 + number * 7 % 90, 1 + number * 13 % 70),
                                         MaskAtlas::Border::clear);
        REQUIRE(place != nullptr);
        CHECK(place->x >= 1);
        CHECK(place->y >= 1);
        CHECK(place->x + place->width < MaskAtlas::page_px);
        CHECK(place->y + place->height < MaskAtlas::page_px);
        MaskAtlas::Place with_border = *place;
        --with_border.x;
        --with_border.y;
        with_border.width += 2;
        with_border.height += 2;
        CHECK(std::none_of(places.begin(), places.end(), [&](const MaskAtlas::Place& other) {
            return overlap(with_border, other);
        }));
        places.push_back(*place);
    }
}

TEST_CASE("A mask that is there is found again where it was") {
    MaskAtlas atlas;
    const auto first = *atlas.insert(glyph(1), full_mask(20, 20), MaskAtlas::Border::clear, 3, 4);
    atlas.end_frame();
    const auto* again = atlas.find(glyph(1));
    REQUIRE(again != nullptr);
    CHECK(again->x == first.x);
    CHECK(again->left == 3);
    CHECK(again->top == 4);
    CHECK(atlas.find(glyph(2)) == nullptr);
}

TEST_CASE("Only what is new waits for upload") {
    MaskAtlas atlas;
    atlas.insert(glyph(1), full_mask(4, 3), MaskAtlas::Border::clear);
    REQUIRE(atlas.uploads().size() == 1);
    CHECK(atlas.uploads()[0].width == 6);
    CHECK(atlas.uploads()[0].height == 5);
    atlas.uploads_done();
    atlas.find(glyph(1));
    CHECK(atlas.uploads().empty());
}

TEST_CASE("A border is empty around glyphs and repeats the edge around shapes") {
    MaskAtlas atlas;
    atlas.insert(glyph(1), full_mask(2, 2, 9), MaskAtlas::Border::clear);
    atlas.insert(glyph(2), full_mask(2, 2, 9), MaskAtlas::Border::repeat);
    const std::uint8_t* bytes = atlas.upload_bytes();
    CHECK(bytes[atlas.uploads()[0].offset] == 0);
    CHECK(bytes[atlas.uploads()[0].offset + 5] == 9);
    CHECK(bytes[atlas.uploads()[1].offset] == 9);
}

TEST_CASE("What was used longest ago makes room, what this frame uses stays") {
    MaskAtlas atlas({1, 1, 8});
    // Sixteen blocks of one large mask each fill the page.
    for (std::uint64_t number = 0; number < 16; ++number) {
        REQUIRE(atlas.insert(glyph(number), full_mask(400, 400), MaskAtlas::Border::clear));
        atlas.end_frame();
    }
    atlas.find(glyph(0));
    REQUIRE(atlas.insert(glyph(100), full_mask(400, 400), MaskAtlas::Border::clear));
    CHECK(atlas.find(glyph(0)) != nullptr);
    CHECK(atlas.find(glyph(1)) == nullptr);
    CHECK(atlas.find(glyph(2)) != nullptr);
}

TEST_CASE("When all is used in one frame, further pages are opened, then room is refused") {
    MaskAtlas atlas({1, 2, 8});
    for (std::uint64_t number = 0; number < 32; ++number) {
        REQUIRE(atlas.insert(glyph(number), full_mask(400, 400), MaskAtlas::Border::clear));
    }
    CHECK(atlas.page_count() == 2);
    CHECK(atlas.insert(glyph(99), full_mask(400, 400), MaskAtlas::Border::clear) == nullptr);
    for (std::uint64_t number = 0; number < 32; ++number) CHECK(atlas.find(glyph(number)));
    atlas.end_frame();
    CHECK(atlas.insert(glyph(99), full_mask(400, 400), MaskAtlas::Border::clear) != nullptr);
}

TEST_CASE("A page that was needed for a moment is given back") {
    MaskAtlas atlas({1, 2, 8});
    for (std::uint64_t number = 0; number < 20; ++number) {
        atlas.insert(glyph(number), full_mask(400, 400), MaskAtlas::Border::clear);
    }
    for (int frame = 0; frame < 1000; ++frame) {
        atlas.find(glyph(0));
        atlas.end_frame();
    }
    CHECK(atlas.find(glyph(0)) != nullptr);
    CHECK(atlas.page(1).width == 0);
}

TEST_CASE("Forgotten glyphs leave nothing behind, not even bytes that waited") {
    MaskAtlas atlas;
    atlas.insert(glyph(1), full_mask(20, 20), MaskAtlas::Border::clear);
    atlas.insert({MaskSort::icon, 5, 5}, full_mask(200, 200), MaskAtlas::Border::clear);
    atlas.forget_glyphs();
    CHECK(atlas.find(glyph(1)) == nullptr);
    CHECK(atlas.uploads().empty());
    CHECK(atlas.page(0).width == 0);
}

TEST_CASE("A mask of 512 pixels has a page of its own, one of 513 is refused") {
    MaskAtlas atlas;
    const auto* place = atlas.insert(glyph(1), full_mask(512, 300), MaskAtlas::Border::repeat);
    REQUIRE(place != nullptr);
    CHECK(atlas.page(place->page).width == 512);
    CHECK(atlas.page(place->page).height == 300);
    CHECK(atlas.insert(glyph(2), full_mask(513, 10), MaskAtlas::Border::repeat) == nullptr);
}

TEST_CASE("Thousands of glyphs in one frame, frame after frame, are each drawn right") {
    Stage stage({1000, 1000});
    // 2,500 new glyphs a frame: the atlas turns over several times.
    for (std::uint32_t frame = 0; frame < 12; ++frame) {
        const auto pixels = stage.picture_of([&](ImDrawList& list) {
            for (std::uint32_t number = 0; number < 2500; ++number) {
                const std::uint32_t id = frame * 2500 + number;
                const MaskImage mask =
                    stage.graphics().glyph(0, id, static_cast<float>(18 + id % 3));
                add_mask(list, mask, static_cast<float>(number % 50 * 20),
                         static_cast<float>(number / 50 * 20), IM_COL32_WHITE);
            }
        });
        int wrong = 0;
        for (std::uint32_t number = 0; number < 2500; ++number) {
            const int expected = BoxTypesetter::coverage_of(frame * 2500 + number);
            for (const auto& [dx, dy] : {std::pair(0, 0), std::pair(17, 17), std::pair(9, 9)}) {
                const Color color = at(pixels, static_cast<int>(number % 50) * 20 + dx,
                                       static_cast<int>(number / 50) * 20 + dy);
                if (std::abs(color.r - expected) > 1) ++wrong;
            }
        }
        REQUIRE(wrong == 0);
    }
}

TEST_CASE("Large masks beyond what the atlas keeps are each drawn right in one frame") {
    Stage stage({600, 600});
    for (std::uint64_t frame = 0; frame < 3; ++frame) {
        const auto pixels = stage.picture_of([&](ImDrawList& list) {
            for (std::uint64_t number = 0; number < 100; ++number) {
                const auto mask = stage.graphics().mask(frame * 100 + number, [&] {
                    return full_mask(300, 300, static_cast<std::uint8_t>(100 + number));
                });
                REQUIRE(mask.width == 300);
                const auto x = static_cast<float>(number % 10 * 60);
                const auto y = static_cast<float>(number / 10 * 60);
                list.PushClipRect(ImVec2(x, y), ImVec2(x + 60, y + 60));
                add_mask(list, mask, x, y, IM_COL32_WHITE);
                list.PopClipRect();
            }
        });
        for (int number = 0; number < 100; ++number) {
            CHECK(near(at(pixels, number % 10 * 60 + 30, number / 10 * 60 + 30),
                       {100 + number, 100 + number, 100 + number}));
        }
    }
}
