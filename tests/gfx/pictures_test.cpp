// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "gfx/files.h"
#include "gfx/picture_textures.h"
#include "image/codec.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;

namespace {

constexpr Size small{20, 20};

std::string png(int width, int height, std::array<std::uint8_t, 4> rgba) {
    return wenlan::image::encode_png(flat_picture(width, height, rgba)).value();
}

Picture named(const std::string& name, Size size = small) { return {name, size, 0.5F, 0.5F}; }

Folders with_pictures(const TemporaryFolder& folder) {
    Folders folders = folders_of_the_tree();
    folders.pictures = {folder.path()};
    return folders;
}

}  // namespace

TEST_CASE("A picture is away while it is decoded, then the frame is drawn again with it") {
    const TemporaryFolder folder;
    folder.write("red.png", png(40, 40, {255, 0, 0, 255}));
    Stage stage({40, 40}, WindowOptions::Api::gl, with_pictures(folder));
    Texture seen = 0;
    const auto paint = [&](ImDrawList& list) {
        seen = stage.graphics().picture(named("red"));
        if (seen != 0) add_picture(list, seen, 10, 10, small);
    };
    CHECK(stage.render(paint));
    CHECK(seen == 0);
    CHECK(stage.graphics().pictures_pending());
    stage.graphics().wait_for_pictures();
    CHECK_FALSE(stage.graphics().pictures_pending());
    CHECK(stage.render(paint));
    CHECK(seen != 0);
    CHECK(at(stage.graphics().read_frame(), 10, 10) == Color{255, 0, 0});
    CHECK(at(stage.graphics().read_frame(), 29, 29) == Color{255, 0, 0});
    CHECK(at(stage.graphics().read_frame(), 30, 30) == Color{0, 0, 0});
    CHECK_FALSE(stage.render(paint));
}

TEST_CASE("The picture's top is drawn at the top") {
    const TemporaryFolder folder;
    auto pixels = flat_picture(20, 20, {0, 0, 255, 255});
    for (std::size_t at = 0; at < std::size_t{20} * 10 * 4; at += 4) {
        pixels.rgba[at] = 255;
        pixels.rgba[at + 2] = 0;
    }
    folder.write("flag.png", wenlan::image::encode_png(pixels).value());
    Stage stage({20, 20}, WindowOptions::Api::gl, with_pictures(folder));
    stage.graphics().picture(named("flag"));
    stage.graphics().wait_for_pictures();
    const auto frame = stage.picture_of([&](ImDrawList& list) {
        add_picture(list, stage.graphics().picture(named("flag")), 0, 0, small);
    });
    CHECK(at(frame, 5, 2) == Color{255, 0, 0});
    CHECK(at(frame, 5, 17) == Color{0, 0, 255});
}

TEST_CASE("Pictures are drawn with the alpha of their vertices and their own") {
    const TemporaryFolder folder;
    folder.write("half.png", png(20, 20, {255, 255, 255, 128}));
    folder.write("full.png", png(20, 20, {255, 255, 255, 255}));
    Stage stage({40, 20}, WindowOptions::Api::gl, with_pictures(folder));
    stage.graphics().picture(named("half"));
    stage.graphics().picture(named("full"));
    stage.graphics().wait_for_pictures();
    const auto frame = stage.picture_of([&](ImDrawList& list) {
        add_picture(list, stage.graphics().picture(named("half")), 0, 0, small);
        add_picture(list, stage.graphics().picture(named("full")), 20, 0, small,
                    IM_COL32(255, 255, 255, 64));
    });
    CHECK(near(at(frame, 10, 10), {128, 128, 128}));
    CHECK(near(at(frame, 30, 10), {64, 64, 64}));
}

TEST_CASE("A picture is found in the first folder that has it, whatever its format") {
    const TemporaryFolder first;
    const TemporaryFolder second;
    second.write("only.png", png(8, 8, {0, 255, 0, 255}));
    first.write("both.png", png(8, 8, {255, 0, 0, 255}));
    second.write("both.png", png(8, 8, {0, 0, 255, 255}));
    Folders folders = folders_of_the_tree();
    folders.pictures = {first.path(), second.path()};
    Stage stage({40, 20}, WindowOptions::Api::gl, folders);
    stage.graphics().picture(named("only"));
    stage.graphics().picture(named("both"));
    stage.graphics().wait_for_pictures();
    const auto frame = stage.picture_of([&](ImDrawList& list) {
        add_picture(list, stage.graphics().picture(named("only")), 0, 0, small);
        add_picture(list, stage.graphics().picture(named("both")), 20, 0, small);
    });
    CHECK(at(frame, 5, 5) == Color{0, 255, 0});
    CHECK(at(frame, 25, 5) == Color{255, 0, 0});
}

TEST_CASE("A picture that is missing, damaged or badly named stays away and nothing waits for it") {
    const TemporaryFolder folder;
    folder.write("damaged.png", "this is no picture");
    folder.write("secret.png", png(8, 8, {255, 0, 0, 255}));
    Folders folders = folders_of_the_tree();
    std::filesystem::create_directory(folder.path() / "inner");
    folders.pictures = {folder.path() / "inner", folder.path()};
    Stage stage({20, 20}, WindowOptions::Api::gl, folders);
    const std::vector<std::string> names{"missing", "damaged", "../secret", "inner/../secret",
                                         ".",       "",        "a\\b",      "secret.png"};
    for (int frame = 0; frame < 2; ++frame) {
        stage.render([&](ImDrawList&) {
            for (const auto& name : names) CHECK(stage.graphics().picture(named(name)) == 0);
        });
        stage.graphics().wait_for_pictures();
        CHECK_FALSE(stage.graphics().pictures_pending());
    }
}

TEST_CASE("A picture of no size or of an absurd one is refused") {
    Stage stage({20, 20});
    stage.graphics().picture(named("01-bridge", {0, 10}));
    stage.graphics().picture(named("01-bridge", {10, -4}));
    stage.graphics().picture(named("01-bridge", {100'000, 100'000}));
    stage.graphics().wait_for_pictures();
    CHECK_FALSE(stage.graphics().pictures_pending());
}

TEST_CASE("A poster of the tree fills a tile") {
    Stage stage({300, 200});
    stage.graphics().picture(named("01-bridge", {300, 200}));
    stage.graphics().wait_for_pictures();
    const auto frame = stage.picture_of([&](ImDrawList& list) {
        add_picture(list, stage.graphics().picture(named("01-bridge", {300, 200})), 0, 0,
                    {300, 200});
    });
    CHECK(near(at(frame, 2, 2), {0xF5, 0xF2, 0xE8}, 12));
    CHECK(near(at(frame, 297, 2), {0xF5, 0xF2, 0xE8}, 12));
}

TEST_CASE("Pictures over the budget make room, never those of the frame or the one before") {
    const TemporaryFolder folder;
    for (const char* name : {"a", "b", "c", "d"}) {
        folder.write(std::string(name) + ".png", png(20, 20, {255, 0, 0, 255}));
    }
    const auto window = Window::surfaceless({8, 8}).value();
    TextureTable table;
    constexpr std::size_t one = std::size_t{20} * 20 * 4;
    PictureTextures pictures(table, {folder.path()}, 2 * one);
    const auto frame_with = [&](std::initializer_list<const char*> names) {
        for (const char* name : names) pictures.texture(named(name));
        pictures.wait();
        for (const char* name : names) {
            const Texture texture = pictures.texture(named(name));
            CHECK(table.find(texture) != nullptr);
        }
        pictures.end_frame();
    };
    frame_with({"a", "b", "c"});
    CHECK(pictures.bytes() == 3 * one);
    const Texture kept = pictures.texture(named("a"));
    frame_with({"a", "d"});
    CHECK(pictures.texture(named("a")) == kept);
    pictures.end_frame();
    frame_with({"a", "d"});
    CHECK(pictures.bytes() == 2 * one);
    CHECK(table.find(kept) != nullptr);
}

TEST_CASE("What scrolled past before it was decoded is not kept") {
    const TemporaryFolder folder;
    folder.write("a.png", png(20, 20, {255, 0, 0, 255}));
    const auto window = Window::surfaceless({8, 8}).value();
    TextureTable table;
    PictureTextures pictures(table, {folder.path()});
    pictures.texture(named("a"));
    CHECK(pictures.pending());
    pictures.end_frame();
    CHECK(pictures.pending());
    pictures.end_frame();
    pictures.end_frame();
    CHECK_FALSE(pictures.pending());
    CHECK(pictures.bytes() == 0);
}

TEST_CASE("An icon is drawn at the size asked for and bolder when asked") {
    Stage stage({200, 100});
    const auto frame = stage.picture_of([&](ImDrawList& list) {
        const MaskImage plain = stage.graphics().icon("close", 96, false);
        const MaskImage bold = stage.graphics().icon("close", 96, true);
        CHECK(plain.width == 96);
        CHECK(bold.height == 96);
        add_mask(list, plain, 0, 0, IM_COL32_WHITE);
        add_mask(list, bold, 100, 0, IM_COL32_WHITE);
    });
    long plain = 0;
    long bold = 0;
    for (int y = 0; y < 96; ++y) {
        for (int x = 0; x < 96; ++x) {
            plain += at(frame, x, y).r;
            bold += at(frame, 100 + x, y).r;
        }
    }
    CHECK(plain > 255 * 300);
    CHECK(bold > plain * 5 / 4);
    CHECK(at(frame, 48, 48).r == 255);
}

TEST_CASE("An icon that is not there is empty") {
    Stage stage({20, 20});
    CHECK(stage.graphics().icon("no-such-icon", 40, false).width == 0);
    CHECK(stage.graphics().icon("../posters/01-bridge", 40, false).width == 0);
    CHECK(stage.graphics().icon("close", 0, false).width == 0);
    CHECK(stage.graphics().icon("close", 5000, false).width == 0);
}

TEST_CASE("Only plain words are names of pictures") {
    CHECK(plain_name("01-bridge"));
    CHECK(plain_name("文澜桥"));
    CHECK_FALSE(plain_name(""));
    CHECK_FALSE(plain_name("a/b"));
    CHECK_FALSE(plain_name("a\\b"));
    CHECK_FALSE(plain_name("a.png"));
    CHECK_FALSE(plain_name(std::string("a\0b", 3)));
    CHECK_FALSE(plain_name(std::string(500, 'a')));
}
