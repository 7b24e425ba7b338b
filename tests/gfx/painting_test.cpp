// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "catch.h"
#include "gfx/painter.h"
#include "gfx/stills.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;
using wenlan::image::Pixels;

namespace {

Painting small_painting() {
    Painting painting = stills()[1].painting;
    painting.size = {180, 126};
    return painting;
}

// What a texture holds, from the top.
Pixels content(const TextureTable& table, Texture texture, Size size) {
    const auto* entry = table.find(texture);
    REQUIRE(entry != nullptr);
    const FramebufferName framebuffer = framebuffer_over(entry->name);
    Pixels pixels{size.width, size.height, {}};
    pixels.rgba.resize(static_cast<std::size_t>(size.width * size.height * 4));
    glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
    return pixels;
}

// The shaders of the tree in a folder where they can be broken.
void copy_shaders(const TemporaryFolder& folder) {
    for (const auto& file : std::filesystem::directory_iterator(folders_of_the_tree().shaders)) {
        std::filesystem::copy(file.path(), folder.path() / file.path().filename());
    }
}

struct Atelier {
    explicit Atelier(Painter::Place place,
                     const std::filesystem::path& shaders = folders_of_the_tree().shaders)
        : painter(table, GlApi::gl, place, shaders, folders_of_the_tree().stills) {}

    std::unique_ptr<Window> window = Window::surfaceless({8, 8}).value();
    TextureTable table;
    Painter painter;
};

constexpr const char* red_shader =
    "uniform vec2 uRes;\nvoid main() { out_color = vec4(1, 0, 0, 1); }\n";

}  // namespace

TEST_CASE("The painting is the same whether it is painted between frames or beside them") {
    Atelier here(Painter::Place::here);
    const Painting painting = small_painting();
    const Pixels first = content(here.table, here.painter.painting(painting), painting.size);
    CHECK_FALSE(here.painter.pending());

    Atelier beside(Painter::Place::thread);
    const Texture texture = beside.painter.painting(painting);
    CHECK(beside.painter.pending());
    beside.painter.wait();
    CHECK_FALSE(beside.painter.pending());
    CHECK(beside.painter.painting(painting) == texture);
    CHECK(difference(first, content(beside.table, texture, painting.size)) == 0);
}

TEST_CASE("The painting has its sky at the top and its water below") {
    Atelier atelier(Painter::Place::here);
    Painting painting = small_painting();
    painting.sun = {0.5F, 0.85F, 0.06F, 0.95F};
    const Pixels pixels = content(atelier.table, atelier.painter.painting(painting), painting.size);
    const Color sun = at(pixels, 90, 19);
    CHECK(sun.r > sun.g + 60);
    CHECK(near(at(pixels, 90, 107), {235, 233, 226}, 30));
}

TEST_CASE("A frame is drawn again when the true painting takes the still's place") {
    Stage stage({200, 140});
    const Painting painting = small_painting();
    const auto paint = [&](ImDrawList& list) {
        add_picture(list, stage.graphics().painting(painting), 0, 0, painting.size);
    };
    CHECK(stage.render(paint));
    stage.graphics().wait_for_pictures();
    CHECK(stage.render(paint));
    CHECK_FALSE(stage.render(paint));
}

TEST_CASE("A painting that was painted is kept, the oldest of many is not") {
    Atelier atelier(Painter::Place::here);
    Painting painting = small_painting();
    painting.size = {20, 20};
    const Texture first = atelier.painter.painting(painting);
    CHECK(atelier.painter.painting(painting) == first);
    for (int other = 0; other < 8; ++other) {
        atelier.painter.end_frame();
        painting.seed = static_cast<float>(20 + other);
        atelier.painter.painting(painting);
    }
    CHECK(atelier.table.find(first) == nullptr);
}

TEST_CASE("Paintings of one frame are all kept, however many") {
    Atelier atelier(Painter::Place::here);
    Painting painting = small_painting();
    painting.size = {20, 20};
    std::vector<Texture> textures;
    for (int number = 0; number < 12; ++number) {
        painting.seed = static_cast<float>(number);
        textures.push_back(atelier.painter.painting(painting));
    }
    for (const Texture texture : textures) CHECK(atelier.table.find(texture) != nullptr);
}

TEST_CASE("The moving painting changes over slowly, in step with the caller's clock") {
    const auto place = GENERATE(Painter::Place::here, Painter::Place::thread);
    Atelier atelier(place);
    const Painting painting = small_painting();
    std::vector<float> fades;
    Texture first_to = 0;
    int changes = 0;
    Texture from = 0;
    for (int call = 0; call < 600; ++call) {
        const double time_s = 100 + call / 60.0;
        const auto live = atelier.painter.live(painting, time_s);
        if (atelier.painter.pending()) atelier.painter.wait();
        atelier.painter.end_frame();
        CHECK(atelier.table.find(live.from) != nullptr);
        if (live.from != from) ++changes;
        from = live.from;
        if (live.to == 0) continue;
        if (first_to == 0) first_to = live.to;
        fades.push_back(live.fade);
        CHECK(live.to != live.from);
    }
    REQUIRE_FALSE(fades.empty());
    // Ten seconds: fades begin at 2, 6 s (and every 4 s), 600 ms each.
    CHECK(fades.size() == 2 * 36);
    CHECK(changes == 3);
    CHECK(fades.front() == Approx(0).margin(0.03));
    CHECK(fades[18] == Approx(0.5).margin(0.03));
}

TEST_CASE("What the moving painting fades to differs only in mist and ripples") {
    Atelier atelier(Painter::Place::here);
    const Painting painting = small_painting();
    const Size half{90, 63};
    Graphics::LivePainting live;
    for (int call = 0; live.to == 0; ++call) {
        REQUIRE(call < 300);
        live = atelier.painter.live(painting, call / 60.0);
    }
    Painting small = painting;
    small.size = half;
    const Pixels still = content(atelier.table, atelier.painter.painting(small), half);
    const Pixels moved = content(atelier.table, live.to, half);
    CHECK(difference(still, moved) > 0);
    double sum = 0;
    for (std::size_t at = 0; at < still.rgba.size(); ++at) {
        sum += std::abs(int{still.rgba[at]} - int{moved.rgba[at]});
    }
    CHECK(sum / static_cast<double>(still.rgba.size()) < 6);
}

TEST_CASE("A broken painting shader shows the still, and the log says why") {
    const auto place = GENERATE(Painter::Place::here, Painter::Place::thread);
    const TemporaryFolder shaders;
    const TemporaryFolder logs;
    copy_shaders(shaders);
    shaders.write("ink-landscape.frag", "void main() { out_color = vec4(nonsense); }\n");
    wenlan::base::log::open_file((logs.path() / "kiosk.log").string());
    Atelier atelier(place, shaders.path());
    const Painting painting = small_painting();
    const Texture texture = atelier.painter.painting(painting);
    atelier.painter.wait();
    CHECK_FALSE(atelier.painter.pending());
    const Pixels still = still_of(painting, folders_of_the_tree().stills);
    CHECK(difference(still, content(atelier.table, texture, painting.size)) == 0);
    const auto live = atelier.painter.live(painting, 1);
    CHECK(live.from == texture);
    CHECK(live.to == 0);
    atelier.painter.wait();
    CHECK_FALSE(atelier.painter.pending());
    const std::string log = text_of(logs.path() / "kiosk.log");
    CHECK(log.find("ink-landscape.frag") != std::string::npos);
    CHECK(log.find("nonsense") != std::string::npos);
}

TEST_CASE(
    "A shader that is mended or changed is seen at once, one that breaks leaves the last good") {
    const auto place = GENERATE(Painter::Place::here, Painter::Place::thread);
    const TemporaryFolder shaders;
    copy_shaders(shaders);
    shaders.write("ink-landscape.frag", "nonsense");
    Atelier atelier(place, shaders.path());
    const Painting painting = small_painting();
    const Texture texture = atelier.painter.painting(painting);
    atelier.painter.wait();
    CHECK(at(content(atelier.table, texture, painting.size), 5, 5) != Color{255, 0, 0});

    shaders.write("ink-landscape.frag", red_shader);
    atelier.painter.reload_if_changed();
    atelier.painter.wait();
    CHECK(at(content(atelier.table, atelier.painter.painting(painting), painting.size), 5, 5) ==
          Color{255, 0, 0});

    shaders.write("ink-landscape.frag", "nonsense again");
    atelier.painter.reload_if_changed();
    atelier.painter.wait();
    CHECK(at(content(atelier.table, atelier.painter.painting(painting), painting.size), 5, 5) ==
          Color{255, 0, 0});
}

TEST_CASE("Without its shader's file there is still a picture") {
    const TemporaryFolder shaders;
    Atelier atelier(Painter::Place::thread, shaders.path());
    const Painting painting = small_painting();
    const Texture texture = atelier.painter.painting(painting);
    atelier.painter.wait();
    CHECK(difference(still_of(painting, folders_of_the_tree().stills),
                     content(atelier.table, texture, painting.size)) == 0);
    atelier.painter.live(painting, 1);
    CHECK_FALSE(atelier.painter.pending());
}

TEST_CASE("The program does not start without its own shaders, and says which one is broken") {
    const TemporaryFolder shaders;
    copy_shaders(shaders);
    shaders.write("mask.frag", "nonsense");
    const auto window = Window::surfaceless({8, 8}).value();
    BoxTypesetter typesetter;
    Folders folders = folders_of_the_tree();
    folders.shaders = shaders.path();
    const auto graphics = Graphics::create(folders, typesetter);
    REQUIRE_FALSE(graphics.ok());
    CHECK(graphics.error().code == "gfx.shader");
    CHECK(graphics.error().detail.find("mask.frag") != std::string::npos);
}

TEST_CASE("A shader of the frames that is written anew is used for the next one") {
    const TemporaryFolder shaders;
    copy_shaders(shaders);
    Folders folders = folders_of_the_tree();
    folders.shaders = shaders.path();
    Stage stage({20, 20}, WindowOptions::Api::gl, folders);
    const auto paint = [](ImDrawList& list) {
        list.AddRectFilled(ImVec2(0, 0), ImVec2(20, 20), IM_COL32(0, 0, 255, 255));
    };
    stage.render(paint);
    stage.graphics().reload_shaders_if_changed();
    CHECK_FALSE(stage.render(paint));
    // Mesa 22's software rasteriser takes a rectangle's colour from the first varying without
    // asking a shader that only passes it on or mixes it; one that asks for its place is run.
    shaders.write("solid.frag",
                  "void main() { out_color = vec4(step(1.0, gl_FragCoord.x), 0.0, 0.0, 1.0); }\n");
    stage.graphics().reload_shaders_if_changed();
    CHECK(stage.render(paint));
    CHECK(at(stage.graphics().read_frame(), 10, 10) == Color{255, 0, 0});
    shaders.write("solid.frag", "nonsense");
    stage.graphics().reload_shaders_if_changed();
    CHECK_FALSE(stage.render(paint));
}
