// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "app/stage.h"
#include "app/tour.h"
#include "app/tour_typing.h"

namespace wenlan::app {

// Plays a tour on a stage, through the same touches as a finger's. One player plays one tour.
class TourPlayer {
public:
    explicit TourPlayer(Stage& stage) : stage_(stage) {}

    // Stops at the first step that cannot be done ("tour.failed"): its message is one line with the
    // step's number, the step, the reason and what is on the screen.
    base::Result<void> play(const Tour& tour);

private:
    base::Result<void> act(const Step& step);
    base::Result<void> tap(const Tap& tap);
    base::Result<void> type(const Type& type);
    base::Result<void> draw(const Draw& draw);
    TourTyping typing();
    base::Result<void> swipe(const Swipe& swipe);
    base::Result<void> wait(base::Duration time);
    base::Result<void> shot(const Shot& shot);
    base::Result<void> expect(const Expect& expect) const;

    // Where the label can be touched, scrolled into view if need be.
    std::optional<PanelPoint> reach(const std::string& label);
    std::optional<PanelPoint> point_of(const std::string& label) const;
    void bring_into_view(const std::string& label);
    // Moves a list step by step through all that it has until found() says so; moves it back if
    // not.
    bool sweep(std::size_t area, const std::function<bool()>& found);
    bool sweep_towards(std::size_t area, float direction, const std::function<bool()>& found);
    // Drags a list's content by `way` without a fling; false if it did not move.
    bool drag(std::size_t area, float way);

    base::Duration frame(std::span<const gfx::TouchEvent> touches = {});
    void frames_for(base::Duration time);
    void touch(gfx::TouchEvent::Kind kind, PanelPoint at);
    void glide(PanelPoint from, PanelPoint to, base::Duration over);
    void settle();

    Stage& stage_;
    int frame_count_ = 0;
    // A second press on the same thing within 600 ms is ignored by the screens.
    std::optional<ui::PanelRect> tapped_;
    base::Duration tapped_at_{};
};

}  // namespace wenlan::app
