// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lists.h"

#include "ui/widgets/pressing.h"

namespace wenlan::ui {

namespace {

// Shadows of what is in a list may reach this far over its edge.
constexpr float spill = 40;

void drive(Frame& frame, std::string_view label, Rect area, Axis axis, Scroller& scroller) {
    const Touch::Drag drag = frame.touch.drag(touch_id(Role::list, label, 0), area, axis);
    if (drag.touched && scroller.moving()) {
        scroller.stop();
        frame.touch.swallow_press();
    }
    if (drag.began) scroller.begin_drag(frame.now);
    if (drag.active || drag.ended) scroller.drag_by(drag.moved);
    if (drag.ended) scroller.end_drag(drag.velocity, frame.now);
    scroller.update(frame.now);
    if (scroller.moving() || scroller.dragging()) frame.animate();
}

}  // namespace

void vertical_list(Frame& frame, std::string_view label, Rect area, float content_height,
                   Scroller& scroller, const std::function<void(Visible)>& draw) {
    scroller.set_extent(content_height, area.h);
    drive(frame, label, area, Axis::vertical, scroller);
    frame.canvas.element(Role::list, label, area);
    const float offset = frame.canvas.snapped(scroller.offset());
    frame.canvas.begin_scroll(area, false, offset, scroller.offset_max());
    frame.canvas.push_clip({0, area.y, frame.canvas.width(), area.h});
    frame.canvas.begin_moving(touch_id(Role::list, label, 0), offset);
    frame.canvas.push_shift(0, area.y - offset);
    draw({offset - spill, offset + area.h + spill});
    frame.canvas.pop();
    frame.canvas.pop();
    frame.canvas.end_moving();
    frame.canvas.end_scroll();
}

void horizontal_list(Frame& frame, std::string_view label, Rect area, float content_width,
                     Scroller& scroller, float snap, const std::function<void(Visible)>& draw) {
    scroller.set_extent(content_width, area.w);
    scroller.set_snap(snap);
    drive(frame, label, area, Axis::horizontal, scroller);
    frame.canvas.element(Role::list, label, area);
    frame.canvas.begin_scroll(area, true, scroller.offset(), scroller.offset_max());
    frame.canvas.push_clip({area.x - measure::margin, area.y - spill, area.w + 2 * measure::margin,
                            area.h + 2 * spill});
    frame.canvas.push_shift(area.x - scroller.offset(), 0);
    draw({scroller.offset() - measure::margin - spill,
          scroller.offset() + area.w + measure::margin + spill});
    frame.canvas.pop();
    frame.canvas.pop();
    frame.canvas.end_scroll();
}

}  // namespace wenlan::ui
