// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk_loop.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "base/log.h"

namespace wenlan::app {
namespace {

// 60 frames a second; the window's own swap may be slower and then sets the pace.
constexpr base::Duration frame_time{16};
// Once a second the surface is looked after, whatever happens; a wait is never longer.
constexpr base::Duration look_after_time{1000};
constexpr base::Duration reopen_time{1000};

int whole_ms(base::Duration time) {
    return static_cast<int>(std::clamp<std::int64_t>(time.count(), 0, look_after_time.count()));
}

}  // namespace

base::Result<void> KioskLoop::run() {
    surface_ = TRY(parts_.open());
    parts_.waker.watch(surface_.window.get());
    while (!parts_.stopped() && !surface_.window->should_close()) {
        frame();
        look_after_surface();
    }
    parts_.waker.watch(nullptr);
    surface_ = {};
    return {};
}

void KioskLoop::frame() {
    const std::vector<gfx::TouchEvent> touches = wait_for_frame();
    if (parts_.stopped()) return;
    frame_began_ = parts_.clock.uptime();
    const std::shared_ptr<const model::View> view = parts_.station.view();
    view_serial_ = view->serial;
    const ui::FrameResult result = parts_.shell.frame(*surface_.graphics, *view, touches,
                                                      surface_.window->frame_size(), frame_began_);
    for (const model::NumberedIntent& intent : result.intents) parts_.station.send(intent);
    idle_ = result.idle_for;
    const bool exposed = surface_.window->take_exposed();
    if (!result.drawn && !exposed && !draw_all_) return;
    draw_all_ = false;
    surface_.graphics->present(surface_.window->window_size(), surface_.window->quarter_turns());
    surface_.window->swap();
    const base::Duration shown = parts_.clock.uptime();
    if (moving_) surface_.graphics->frame_took(static_cast<double>((shown - shown_).count()));
    shown_ = shown;
    moving_ = idle_ == base::Duration{0};
    if (parts_.first_frame) std::exchange(parts_.first_frame, {})();
}

// Everything that came until the next frame is due: at once if something moves, else when something
// comes or the idle time is over.
std::vector<gfx::TouchEvent> KioskLoop::wait_for_frame() {
    const base::Duration soonest = frame_began_ + frame_time;
    const base::Duration latest = std::max(soonest, frame_began_ + idle_);
    std::vector<gfx::TouchEvent> touches;
    while (!parts_.stopped()) {
        const base::Duration now = parts_.clock.uptime();
        const bool new_view = parts_.station.view()->serial != view_serial_;
        const base::Duration due = touches.empty() && !new_view ? latest : soonest;
        if (now >= due) break;
        const int timeout_ms = whole_ms(due - now);
        const auto came = surface_.window->wait(timeout_ms);
        touches.insert(touches.end(), came.begin(), came.end());
        if (pass_keys()) break;
        // Woken for neither: the window may want its picture again, or it is time to look after it.
        if (came.empty() && touches.empty() && parts_.clock.uptime() >= soonest) break;
    }
    const auto more = surface_.window->wait(0);
    touches.insert(touches.end(), more.begin(), more.end());
    return touches;
}

bool KioskLoop::pass_keys() {
    bool wanted = false;
    for (const gfx::KeyEvent& key : surface_.window->take_keys())
        wanted = (parts_.key && parts_.key(key)) || wanted;
    return wanted;
}

void KioskLoop::look_after_surface() {
    if (surface_.graphics->context_lost()) {
        base::log::warning("the graphics context was lost: opening the window anew");
        reopen();
        return;
    }
    const base::Duration now = parts_.clock.uptime();
    if (now - looked_after_ < look_after_time) return;
    looked_after_ = now;
    surface_.window->follow_monitors();
#ifdef WENLAN_RELOAD_SHADERS
    surface_.graphics->reload_shaders_if_changed();
#endif
}

void KioskLoop::reopen() {
    parts_.waker.watch(nullptr);
    surface_.graphics.reset();
    surface_.window.reset();
    while (!parts_.stopped()) {
        auto opened = parts_.open();
        if (opened) {
            surface_ = std::move(opened).value();
            parts_.waker.watch(surface_.window.get());
            draw_all_ = true;
            idle_ = {};
            return;
        }
        base::log::error("the window could not be opened again", opened.error());
        std::this_thread::sleep_for(reopen_time);
    }
}

}  // namespace wenlan::app
