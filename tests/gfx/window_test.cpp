// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/window.h"

#include <cstdlib>
#include <thread>

#include "base/ports.h"
#include "catch.h"
#include "stage.h"

using namespace wenlan::gfx;
using namespace wenlan::gfx::tests;

namespace {

bool has_display() {
    const char* display = std::getenv("DISPLAY");
    return display != nullptr && *display != '\0';
}

}  // namespace

TEST_CASE("A surfaceless window waits until it is woken") {
    const auto window = Window::surfaceless({30, 20}).value();
    CHECK(window->frame_size() == Size{30, 20});
    CHECK(window->wait(0).empty());
    std::thread waker([&] { window->wake(); });
    CHECK(window->wait(60'000).empty());
    waker.join();
    CHECK_FALSE(window->should_close());
}

TEST_CASE("Without a display there is an error, not a crash") {
    if (has_display()) return;
    const wenlan::base::VirtualClock clock({});
    const auto window = Window::open({}, clock);
    REQUIRE_FALSE(window.ok());
    CHECK(window.error().code == "gfx.no-display");
    CHECK_FALSE(window.error().message.empty());
}

TEST_CASE("A window on a display shows the frame, whatever the API and the mounting") {
    if (!has_display()) {
        SUCCEED("no display: run under xvfb-run to test the window");
        return;
    }
    const auto api =
        GENERATE(WindowOptions::Api::automatic, WindowOptions::Api::gl, WindowOptions::Api::gles);
    const int turns = GENERATE(0, 1);
    const wenlan::base::VirtualClock clock({});
    WindowOptions options;
    options.window = Size{320, 240};
    options.api = api;
    options.quarter_turns = turns;
    const auto opened = Window::open(options, clock);
    INFO((opened ? std::string() : opened.error().detail));
    REQUIRE(opened.ok());
    const auto& window = opened.value();
    CHECK(window->window_size() == Size{320, 240});
    CHECK(window->frame_size() == (turns == 0 ? Size{320, 240} : Size{240, 320}));
    CHECK(window->take_exposed());

    BoxTypesetter typesetter;
    const auto graphics = Graphics::create(folders_of_the_tree(), typesetter).value();
    ImDrawData empty;
    const Size size = window->frame_size();
    empty.DisplaySize = ImVec2(static_cast<float>(size.width), static_cast<float>(size.height));
    CHECK(graphics->render(empty, size, {1, 0, 0}));
    graphics->present(window->window_size(), turns);
    window->swap();
    window->wake();
    window->wait(1000);
    window->follow_monitors();
    CHECK_FALSE(graphics->context_lost());
    CHECK(at(graphics->read_frame(), 5, 5) == Color{255, 0, 0});
}

TEST_CASE("A fullscreen window has the size of its monitor, also when the chosen one is away") {
    if (!has_display()) {
        SUCCEED("no display: run under xvfb-run to test the window");
        return;
    }
    const wenlan::base::VirtualClock clock({});
    WindowOptions options;
    options.monitor = 7;
    const auto window = Window::open(options, clock).value();
    CHECK(window->window_size().width >= 320);
    window->follow_monitors();
    CHECK(window->wait(0).empty());
}

TEST_CASE("A window can be opened again after it was closed") {
    if (!has_display()) {
        SUCCEED("no display: run under xvfb-run to test the window");
        return;
    }
    const wenlan::base::VirtualClock clock({});
    WindowOptions options;
    options.window = Size{64, 64};
    for (int round = 0; round < 3; ++round) {
        const auto window = Window::open(options, clock);
        REQUIRE(window.ok());
        BoxTypesetter typesetter;
        CHECK(Graphics::create(folders_of_the_tree(), typesetter).ok());
    }
}
