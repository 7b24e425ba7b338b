// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include "catch.h"
#include "gfx/frame_change.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;

namespace {

constexpr Size screen{500, 400};

// What a screen consists of, in the order of drawing.
struct Item {
    enum class Kind { rect, round, circle, glyph, mask, clipped, picture };
    Kind kind = Kind::rect;
    float x = 0, y = 0, size = 0;
    ImU32 color = 0;
    std::uint32_t id = 0;
};

Item random_item(std::mt19937& random) {
    const auto upto = [&random](std::uint32_t end) { return random() % end; };
    Item item;
    item.kind = static_cast<Item::Kind>(upto(7));
    item.x = static_cast<float>(upto(520)) - 20.25F;
    item.y = static_cast<float>(upto(420)) - 20.5F;
    item.size = static_cast<float>(2 + upto(upto(4) == 0 ? 300 : 40));
    item.color = random() | (upto(2) == 0 ? 0xFF000000U : 0U);
    item.id = upto(4) == 0 ? random() : upto(30);
    return item;
}

void paint(ImDrawList& list, Graphics& graphics, const std::vector<Item>& items, Texture picture) {
    for (const Item& item : items) {
        const ImVec2 low(item.x, item.y);
        const ImVec2 high(item.x + item.size, item.y + item.size / 2);
        switch (item.kind) {
            case Item::Kind::rect:
                list.AddRectFilled(low, high, item.color);
                break;
            case Item::Kind::round:
                list.AddRectFilled(low, high, item.color, 12);
                break;
            case Item::Kind::circle:
                list.AddCircleFilled(low, item.size / 2, item.color);
                break;
            case Item::Kind::glyph:
                add_mask(list, graphics.glyph(0, item.id, 24), item.x, item.y, item.color);
                break;
            case Item::Kind::mask:
                add_mask(
                    list,
                    graphics.mask(
                        item.id,
                        [&] { return full_mask(100, 60, static_cast<std::uint8_t>(item.id)); }),
                    item.x, item.y, item.color);
                break;
            case Item::Kind::clipped:
                list.PushClipRect(low, high, true);
                list.AddRectFilled(ImVec2(0, 0), ImVec2(500, 400), item.color);
                list.PopClipRect();
                break;
            case Item::Kind::picture:
                add_picture(list, picture, item.x, item.y, {90, 50}, item.color | 0xFF000000U);
                break;
        }
    }
}

}  // namespace

TEST_CASE("A frame of which only the changes were drawn is the frame drawn as a whole") {
    Stage stage(screen);
    BoxTypesetter typesetter;
    const auto fresh = Graphics::create(folders_of_the_tree(), typesetter).value();
    const Picture poster{"01-bridge", {90, 50}, 0.5F, 0.5F};
    for (Graphics* graphics : {&stage.graphics(), fresh.get()}) {
        graphics->picture(poster);
        graphics->wait_for_pictures();
    }
    std::mt19937 random(20261122);
    std::vector<Item> items;
    for (int item = 0; item < 40; ++item) items.push_back(random_item(random));
    for (int frame = 0; frame < 120; ++frame) {
        // A few things change, come or go; sometimes many.
        const auto changes = frame % 20 == 19 ? 25U : random() % 3;
        for (std::uint32_t change = 0; change < changes; ++change) {
            const std::size_t at = random() % items.size();
            switch (random() % 6) {
                case 0:
                    items.erase(items.begin() + static_cast<std::ptrdiff_t>(at));
                    break;
                case 1:
                    items[at].x += 1;
                    break;
                case 2:
                    items[at].color ^= 0x00304050U;
                    break;
                case 3:
                    items[at].id = (items[at].id + 1) % 30;
                    break;
                default:
                    items[at] = random_item(random);
                    break;
            }
            while (items.size() < 30) items.push_back(random_item(random));
        }
        stage.render([&](ImDrawList& list) {
            paint(list, stage.graphics(), items, stage.graphics().picture(poster));
        });
        // The other one forgets what it has drawn by drawing another size.
        stage.render_with(*fresh, {10, 10}, [](ImDrawList&) {});
        stage.render_with(*fresh, screen, [&](ImDrawList& list) {
            paint(list, *fresh, items, fresh->picture(poster));
        });
        REQUIRE(difference(stage.graphics().read_frame(), fresh->read_frame()) == 0);
    }
}

TEST_CASE("Nothing but the place that changed is drawn again") {
    Stage stage(screen);
    TextureTable textures;
    ChangeFinder finder;
    float x = 100;
    const auto find = [&] {
        return finder.find(stage.data_of(screen,
                                         [&](ImDrawList& list) {
                                             list.AddRectFilled(ImVec2(0, 0), ImVec2(500, 400),
                                                                IM_COL32_WHITE);
                                             list.AddRectFilled(ImVec2(x, 100), ImVec2(x + 10, 110),
                                                                IM_COL32_BLACK);
                                         }),
                           screen, {0, 0, 0}, textures);
    };
    CHECK(find().areas == std::vector<PixelRect>{{0, 0, 500, 400}});
    CHECK(find().areas.empty());
    x = 101;
    CHECK(find().areas == std::vector<PixelRect>{{64, 64, 128, 128}});
    x = 300;
    CHECK(find().areas == std::vector<PixelRect>{{64, 64, 128, 128}, {256, 64, 320, 128}});
    finder.forget();
    CHECK(find().areas == std::vector<PixelRect>{{0, 0, 500, 400}});
}

TEST_CASE("What moves outside the frame changes nothing") {
    Stage stage(screen);
    TextureTable textures;
    ChangeFinder finder;
    float y = 500;
    const auto find = [&] {
        return finder.find(
            stage.data_of(screen,
                          [&](ImDrawList& list) {
                              list.AddRectFilled(ImVec2(0, y), ImVec2(100, y + 50), IM_COL32_WHITE);
                              list.AddRectFilled(ImVec2(1e9F, NAN), ImVec2(2e9F, -1e30F),
                                                 IM_COL32_WHITE);
                          }),
            screen, {0, 0, 0}, textures);
    };
    find();
    y = 600;
    CHECK(find().areas.empty());
    y = 399;
    CHECK(find().areas == std::vector<PixelRect>{{0, 384, 128, 400}});
}

TEST_CASE("Changes all over the screen become one area") {
    Stage stage({2000, 1000});
    TextureTable textures;
    ChangeFinder finder;
    float shift = 0;
    const auto find = [&] {
        return finder.find(
            stage.data_of({2000, 1000},
                          [&](ImDrawList& list) {
                              for (int dot = 0; dot < 40; ++dot) {
                                  const auto x = static_cast<float>(dot % 8 * 256 + 20) + shift;
                                  const auto y = static_cast<float>(dot / 8 * 200 + dot % 3 * 70);
                                  list.AddRectFilled(ImVec2(x, y), ImVec2(x + 9, y + 9),
                                                     IM_COL32_WHITE);
                              }
                          }),
            {2000, 1000}, {0, 0, 0}, textures);
    };
    find();
    shift = 1;
    CHECK(find().areas.size() == 1);
}
