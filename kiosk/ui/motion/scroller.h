// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/time.h"

namespace wenlan::ui {

// Kinetic scrolling of one axis, with the constants of tokens.md section 6. Offsets are virtual px,
// 0 at the start of the list.
class Scroller {
public:
    void set_extent(float content, float viewport);
    // With an item length, a fling comes to rest on an item.
    void set_snap(float item_length) { snap_ = item_length; }

    void begin_drag(base::Duration now);
    void drag_by(float finger_moved);  // since the last call; positive moves the list back
    void end_drag(float finger_velocity, base::Duration now);  // px/s
    void stop();
    void jump_to(float offset);
    void glide_to(float offset, base::Duration now);

    void update(base::Duration now);

    float offset() const;  // with over-pull resisted
    float offset_max() const { return offset_max_; }
    bool moving() const { return velocity_ != 0 || gliding_; }
    bool dragging() const { return dragging_; }

private:
    void settle(base::Duration now);

    float offset_ = 0;
    float offset_max_ = 0;
    float velocity_ = 0;
    float snap_ = 0;
    bool dragging_ = false;
    bool gliding_ = false;
    float glide_from_ = 0;
    float glide_to_ = 0;
    base::Duration glide_start_{};
    base::Duration last_{};
};

}  // namespace wenlan::ui
