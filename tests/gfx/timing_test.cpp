// SPDX-License-Identifier: GPL-3.0-or-later
// Run by hand: wenlan_gfx_tests "[timing]". Each line is the least of several runs, wall and CPU.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <glad/gl.h>

#include "catch.h"
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
    Graphics& graphics = stage.graphics();
    float seed = 3;
    Painting painting = stills()[0].painting;
    const auto finish = [] { glFinish(); };
    report("first painting, with the shader's compiling", 1, [&] {
        graphics.painting(painting);
        finish();
    });
    report("painting 1080 x 1920", 6, [&] {
        seed += 0.01F;
        painting.seed = seed;
        graphics.painting(painting);
        finish();
    });
    Painting landscape = stills()[3].painting;
    report("painting 1920 x 1080", 6, [&] {
        seed += 0.01F;
        landscape.seed = seed;
        graphics.painting(landscape);
        finish();
    });
    double time_s = 0;
    double worst = 0;
    double sum = 0;
    graphics.live_painting(painting, time_s);
    for (int call = 0; call < 200; ++call) {
        time_s += 0.016;
        const double begin = seconds(CLOCK_MONOTONIC);
        graphics.live_painting(painting, time_s);
        finish();
        const double ms = (seconds(CLOCK_MONOTONIC) - begin) * 1000;
        worst = std::max(worst, ms);
        sum += ms;
    }
    std::printf("live strips: %.2f ms at worst, %.1f ms in all\n", worst, sum);
}
