// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/backdrop.h"

#include "catch.h"
#include "gfx/presenter.h"
#include "gfx/turn.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;

namespace {

constexpr ImU32 red = IM_COL32(255, 0, 0, 255);
constexpr ImU32 green = IM_COL32(0, 255, 0, 255);

void left_half_red(ImDrawList& list) { list.AddRectFilled(ImVec2(0, 0), ImVec2(100, 100), red); }

}  // namespace

TEST_CASE("The frame can be captured and drawn again, the right way up") {
    Stage stage({200, 100});
    const auto first = stage.picture_of([](ImDrawList& list) {
        left_half_red(list);
        list.AddRectFilled(ImVec2(0, 0), ImVec2(200, 20), green);
    });
    CHECK(stage.graphics().captured() == 0);
    stage.graphics().capture();
    const auto again = stage.picture_of([&](ImDrawList& list) {
        add_picture(list, stage.graphics().captured(), 0, 0, {200, 100});
    });
    CHECK(difference(first, again) == 0);
}

TEST_CASE("A new capture draws the frame again though its lists are equal") {
    Stage stage({200, 100});
    const auto replay = [&](ImDrawList& list) {
        add_picture(list, stage.graphics().captured(), 0, 0, {200, 100});
    };
    stage.render(left_half_red);
    stage.graphics().capture();
    stage.render(replay);
    CHECK_FALSE(stage.render(replay));
    stage.render(
        [](ImDrawList& list) { list.AddRectFilled(ImVec2(0, 0), ImVec2(200, 100), green); });
    stage.graphics().capture();
    CHECK(stage.render(replay));
    CHECK(at(stage.graphics().read_frame(), 10, 10) == Color{0, 255, 0});
}

TEST_CASE("A blurred backdrop is soft where the frame has an edge and the same elsewhere") {
    const float sigma = GENERATE(6.0F, 8.0F, 12.0F, 20.0F);
    Stage stage({200, 100});
    CHECK(stage.graphics().blurred(sigma) == 0);
    stage.render(left_half_red);
    stage.graphics().capture();
    const Texture blurred = stage.graphics().blurred(sigma);
    REQUIRE(blurred != 0);
    CHECK(stage.graphics().blurred(sigma) == blurred);
    const auto frame = stage.picture_of([&](ImDrawList& list) {
        add_picture(list, blurred, 0, 0, {200, 100});
    });
    CHECK(near(at(frame, 10, 50), {255, 0, 0}, 2));
    CHECK(near(at(frame, 190, 50), {0, 0, 0}, 2));
    CHECK(near(at(frame, 100, 50), {127, 0, 0}, 10));
    // A Gaussian's edge: 84 % one sigma before it, 16 % one sigma after.
    const int reach = static_cast<int>(sigma);
    CHECK(near(at(frame, 100 - reach, 50), {214, 0, 0}, 14));
    CHECK(near(at(frame, 100 + reach, 50), {41, 0, 0}, 14));
    CHECK(near(at(frame, 100, 2), {127, 0, 0}, 10));
}

TEST_CASE("The reads of a blur weigh one in all and reach three sigmas") {
    for (const float sigma : {0.1F, 0.5F, 1.0F, 4.5F, 5.0F, 12.0F, 40.0F}) {
        const BlurReads reads = blur_reads(sigma);
        float sum = reads.reads[0].weight;
        for (std::size_t at = 1; at < static_cast<std::size_t>(reads.count); ++at) {
            sum += 2 * reads.reads[at].weight;
            CHECK(reads.reads[at].offset > reads.reads[at - 1].offset);
        }
        CHECK(sum == Approx(1).margin(1e-4));
        CHECK(reads.count <= BlurReads::max);
    }
    CHECK(blur_reads(5).reads[8].offset == Approx(15).margin(0.6));
}

TEST_CASE("The frame changes its size with the panel") {
    const auto window = Window::surfaceless({8, 8}).value();
    FrameTarget target(describe_gl());
    CHECK(target.resize({10, 20}));
    CHECK_FALSE(target.resize({10, 20}));
    CHECK(target.resize({20, 10}));
    CHECK(target.read().width == 20);
    CHECK(target.read().height == 10);
}

TEST_CASE("The window shows the frame upright, or turned clockwise") {
    struct Case {
        int turns;
        int x, y;  // where the frame's top left lies on the window, in quarters
    };
    const Case turned_to = GENERATE(Case{0, 0, 0}, Case{1, 1, 0}, Case{2, 1, 1}, Case{3, 0, 1});
    const Size window_size{60, 80};
    const auto window = Window::surfaceless(window_size).value();
    const auto shaders = Shaders::load(folders_of_the_tree().shaders, GlApi::gl);
    REQUIRE(shaders.ok());
    FrameTarget frame(describe_gl());
    frame.resize(turned(window_size, turned_to.turns));
    frame.bind(frame.size());
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, frame.size().width / 2, frame.size().height / 2);
    glClearColor(1, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);

    Presenter(false).present(frame, shaders.value(), window_size, turned_to.turns);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        WARN("this platform has no buffer in place of a window");
        return;
    }
    const auto red_at = [&](int quarter_x, int quarter_y) {
        const int x = window_size.width / 4 + quarter_x * window_size.width / 2;
        const int y = window_size.height / 4 + quarter_y * window_size.height / 2;
        std::array<std::uint8_t, 4> rgba{};
        glReadPixels(x, window_size.height - 1 - y, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
        return rgba[0] == 255;
    };
    for (int x = 0; x < 2; ++x) {
        for (int y = 0; y < 2; ++y) {
            CHECK(red_at(x, y) == (x == turned_to.x && y == turned_to.y));
        }
    }
    // And a finger there touches the frame's top left.
    const Point touched = window_to_frame({(static_cast<float>(turned_to.x) + 0.5F) * 30,
                                           (static_cast<float>(turned_to.y) + 0.5F) * 40},
                                          window_size, turned_to.turns);
    CHECK(touched.x == Approx(frame.size().width / 4.0));
    CHECK(touched.y == Approx(frame.size().height / 4.0));
}

TEST_CASE("Four quarter turns are none, and one back is three") {
    CHECK(normal_turns(4) == 0);
    CHECK(normal_turns(-1) == 3);
    CHECK(turned({1080, 1920}, 5) == Size{1920, 1080});
}
