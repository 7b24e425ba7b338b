// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour_stage.h"

#include <vector>

#include "app/shot.h"

namespace wenlan::app {

base::Duration TourStage::frame(base::Duration step, std::span<const gfx::TouchEvent> touches) {
    parts_.clock.advance(step);
    std::vector<gfx::TouchEvent> timed(touches.begin(), touches.end());
    for (gfx::TouchEvent& touch : timed) touch.time = uptime();
    const std::shared_ptr<const model::View> view = parts_.station.view();
    answered_ = view->intent_done;
    gfx::Graphics& graphics = *parts_.surface.graphics;
    const ui::FrameResult result = parts_.shell.frame(graphics, *view, timed, size(), uptime());
    for (const model::NumberedIntent& intent : result.intents) {
        parts_.station.send(intent);
        last_intent_ = intent.number;
    }
    parts_.typing.wait_for_answers();
    if (graphics.pictures_pending()) graphics.wait_for_pictures();
    if (parts_.in_window) {
        parts_.surface.window->wait(0);
        graphics.present(parts_.surface.window->window_size(),
                         parts_.surface.window->quarter_turns());
        parts_.surface.window->swap();
    }
    return result.idle_for;
}

bool TourStage::settled() const { return parts_.shell.settled() && answered_ >= last_intent_; }

base::Result<void> TourStage::shot(const std::string& name) {
    return write_shot(parts_.disk, parts_.shots, name, parts_.surface.graphics->read_frame(),
                      semantics());
}

}  // namespace wenlan::app
