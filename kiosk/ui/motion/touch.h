// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "gfx/window.h"
#include "ui/geometry.h"

namespace wenlan::ui {

using TouchId = std::uint64_t;

enum class Axis { vertical, horizontal };

// Turns one finger's events into presses, drags and swipes by the rules of tokens.md sections 6
// and 9. Widgets are asked in drawing order; the last one under the finger gets it. All lengths
// virtual px.
class Touch {
public:
    // Takes events up to the next press or release, so that each is seen by a frame of its own.
    // `virtual_per_panel` turns panel pixels into virtual ones.
    void begin_frame(std::deque<gfx::TouchEvent>& queue, float virtual_per_panel,
                     base::Duration now);
    void end_frame();

    struct Press {
        bool activated = false;
        float amount = 0;  // 0 at rest, 1 fully pressed (80 ms in, 160 ms out)
    };
    Press press(TouchId id, Rect hit);

    // A key of a keyboard. The next one may go down before the last is lifted: the last then counts
    // at once, so that fast fingers keep their order. The same key may come twice in a row.
    struct Key {
        bool activated = false;
        bool down = false;      // to be shown pressed
        base::Duration held{};  // for how long it has been down
    };
    Key key(TouchId id, Rect hit);

    // A pen's way on an area that takes the finger to itself: no press, no list.
    struct Pen {
        bool began = false;
        bool down = false;
        bool ended = false;
        std::span<const Point> way;  // where it was in this frame, in order
    };
    Pen pen(TouchId id, Rect area);

    // A list or strip offers itself; once the finger's direction is known the last offer of that
    // axis is given the drag.
    struct Drag {
        bool began = false;
        bool active = false;
        bool ended = false;
        float moved = 0;       // along the axis, this frame
        float velocity = 0;    // px/s over the last 90 ms, when ended
        bool touched = false;  // a finger came down on it in this frame
    };
    Drag drag(TouchId id, Rect area, Axis axis);
    // A finger on a moving list stops it and presses nothing.
    void swallow_press();

    // A sheet covers everything drawn before it. What it has may be called like what it covers.
    void cover();

    // A sideways swipe that no list took, on the frame it ends: -1 to the left, 1 to the right.
    struct Swipe {
        int direction = 0;
        float start_x = 0;
        float start_y = 0;
    };
    std::optional<Swipe> swipe() const { return swipe_; }

    // A finger has come down on the area in this frame; where it is while it stays down.
    bool came_down_on(Rect area) const;
    bool came_down() const { return came_down_; }
    std::optional<Point> finger() const;

    bool any_event() const { return any_event_; }
    bool finger_down() const { return down_; }
    bool animating() const;
    // Everything under way is dropped: the page under the finger has changed.
    void cancel();

private:
    struct Sample {
        base::Duration time;
        Point at;
    };
    void take(const gfx::TouchEvent& event, float scale);
    void decide_direction();
    // The finger moves a list, or went too far for a press that only slipped.
    bool carried_off() const;
    base::Duration shown_after() const;  // since the finger came down
    float velocity(Axis axis) const;

    bool down_ = false;
    bool came_down_ = false;  // in this frame
    bool went_up_ = false;
    bool any_event_ = false;
    bool dragging_ = false;
    bool press_allowed_ = true;
    Point start_, at_, last_at_;
    base::Duration start_time_{}, now_{}, last_frame_{};
    std::deque<Sample> samples_;

    int finger_ = 0;  // the one that is followed
    enum class Pressed : std::uint8_t { plain, key, pen };
    Pressed pressed_kind_ = Pressed::plain;
    std::vector<Point> way_;   // of the finger in this frame
    TouchId rolled_over_ = 0;  // the key that the next finger made count in this frame
    TouchId of_layer(TouchId id) const;
    TouchId layer_ = 0;  // how often this frame was covered
    TouchId pressed_ = 0;
    TouchId last_activated_ = 0;
    base::Duration last_activated_at_{-10000};
    TouchId offer_[2] = {0, 0};
    TouchId dragged_ = 0;
    Axis drag_axis_ = Axis::vertical;
    bool drag_began_ = false;
    std::optional<Swipe> swipe_;

    struct Amount {
        float value = 0;
        bool down = false;
    };
    std::unordered_map<TouchId, Amount> amounts_;
};

}  // namespace wenlan::ui
