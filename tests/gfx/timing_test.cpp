// SPDX-License-Identifier: GPL-3.0-or-later
// Run by hand: wenlan_gfx_tests "[timing]". Each line is the least of several runs, wall and CPU.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <glad/gl.h>

#include "catch.h"
#include "gfx/painter.h"
#include "gfx/stills.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;

namespace {

constexpr Size panel{1080, 1920};

double seconds(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

void report(const char* what, int runs, const std::function<void()>& work) {
    double wall_ms = 1e9;
    double cpu_ms = 1e9;
    for (int run = 0; run < runs; ++run) {
        const double wall = seconds(CLOCK_MONOTONIC);
        const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
        work();
        wall_ms = std::min(wall_ms, (seconds(CLOCK_MONOTONIC) - wall) * 1000);
        cpu_ms = std::min(cpu_ms, (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) * 1000);
    }
    std::printf("%-44s %8.2f ms wall %8.2f ms cpu\n", what, wall_ms, cpu_ms);
}

}  // namespace

TEST_CASE("What the painting costs", "[.timing]") {
    Stage stage(panel);
    TextureTable table;
    const Folders folders = folders_of_the_tree();
    Painter here(table, GlApi::gl, Painter::Place::here, folders.shaders, folders.stills);
    Painter beside(table, GlApi::gl, Painter::Place::thread, folders.shaders, folders.stills);
    Painting painting = stills()[0].painting;
    report("first painting, with the shader's compiling", 1, [&] {
        here.painting(painting);
        glFinish();
    });
    report("painting 1080 x 1920, between frames", 5, [&] {
        painting.seed += 0.01F;
        here.painting(painting);
        glFinish();
    });
    report("painting 1080 x 1920, beside them, until it is there", 5, [&] {
        painting.seed += 0.01F;
        beside.painting(painting);
        beside.wait();
    });
    report("the frame's own part of it: the still", 5, [&] {
        painting.seed += 0.01F;
        beside.painting(painting);
    });
    report("its other part: the upload", 1, [&] {
        beside.end_frame();
        glFinish();
    });
    double worst_ms = 0;
    double sum_ms = 0;
    for (int call = 0; call < 200; ++call) {
        const double begin = seconds(CLOCK_MONOTONIC);
        here.live(painting, call * 0.016);
        glFinish();
        const double ms = (seconds(CLOCK_MONOTONIC) - begin) * 1000;
        if (call == 0) continue;  // the still painting itself
        worst_ms = std::max(worst_ms, ms);
        sum_ms += ms;
    }
    std::printf("live strips between frames: %.2f ms at worst, %.0f ms a redraw\n", worst_ms,
                sum_ms);
    beside.live(painting, 0);
    beside.wait();
    report("live redraw beside the frames, unhurried wait", 1, [&] {
        beside.live(painting, 4.1);
        beside.wait();
    });
}

TEST_CASE("What a frame costs", "[.timing]") {
    Stage stage(panel);
    Graphics& graphics = stage.graphics();
    float shift = 0;
    const auto cards = [&](ImDrawList& list) {
        list.AddRectFilled(ImVec2(0, 0), ImVec2(1080, 1920), IM_COL32(247, 243, 234, 255));
        for (int card = 0; card < 12; ++card) {
            const auto y = static_cast<float>(card * 150) + shift;
            list.AddRectFilled(ImVec2(56, y), ImVec2(1024, y + 130), IM_COL32(253, 251, 246, 255),
                               28);
        }
    };
    const auto glyphs = [&](ImDrawList& list) {
        cards(list);
        for (std::uint32_t number = 0; number < 2000; ++number) {
            const MaskImage glyph = graphics.glyph(0, number % 700, 34);
            add_mask(list, glyph, static_cast<float>(number % 30 * 35),
                     static_cast<float>(number / 30 * 28), IM_COL32(30, 42, 50, 255));
        }
    };
    const auto drawn = [&](const std::function<void(ImDrawList&)>& paint) {
        return [&stage, &shift, paint] {
            shift += 1;
            stage.render(paint);
            glFinish();
        };
    };
    drawn(cards)();
    report("12 cards on paper", 10, drawn(cards));
    report("2,000 glyphs, 700 of them new", 1, drawn(glyphs));
    report("2,000 glyphs on 12 cards", 10, drawn(glyphs));
    report("the same again: building and skipping it", 10, [&] { stage.render(glyphs); });
    const Painting painting = stills()[0].painting;
    graphics.painting(painting);
    graphics.wait_for_pictures();
    const auto ground = [&](ImDrawList& list) {
        add_picture(list, graphics.painting(painting), 0, shift * 0.001F, panel);
    };
    drawn(ground)();
    report("painting as ground", 10, drawn(ground));
    const auto faded = [&](ImDrawList& list) {
        add_picture(list, graphics.painting(painting), 0, shift * 0.001F, panel,
                    IM_COL32(255, 255, 255, 100));
    };
    drawn(faded)();
    report("painting faded over the clear colour", 10, drawn(faded));
    report("capture", 10, [&] {
        graphics.capture();
        glFinish();
    });
    float sigma = 20;
    graphics.blurred(sigma);
    report("blur, sigma 20", 10, [&] {
        sigma += 0.001F;
        graphics.blurred(sigma);
        glFinish();
    });
    const auto backdrop = [&](ImDrawList& list) {
        add_picture(list, graphics.blurred(sigma), 0, shift * 0.001F, panel);
    };
    drawn(backdrop)();
    report("blurred backdrop drawn", 10, drawn(backdrop));
    report("present, upright", 10, [&] {
        graphics.present(panel, 0);
        glFinish();
    });
    graphics.present({1920, 1080}, 1);
    report("present, turned", 10, [&] {
        graphics.present({1920, 1080}, 1);
        glFinish();
    });
    report("read back", 10, [&] { graphics.read_frame(); });
}
