// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/motion/scroller.h"

#include <algorithm>
#include <cmath>

#include "ui/motion/easing.h"

namespace wenlan::ui {

namespace {
constexpr float friction_per_s = 3.2F;
constexpr float velocity_max_px_s = 5200;
constexpr float velocity_min_px_s = 24;
constexpr float over_pull_px = 260;
constexpr base::Duration return_time{280};
}  // namespace

void Scroller::set_extent(float content, float viewport) {
    offset_max_ = std::max(0.0F, content - viewport);
    if (!dragging_ && !moving()) offset_ = std::clamp(offset_, 0.0F, offset_max_);
}

void Scroller::begin_drag(base::Duration now) {
    dragging_ = true;
    gliding_ = false;
    velocity_ = 0;
    last_ = now;
}

void Scroller::drag_by(float finger_moved) { offset_ -= finger_moved; }

void Scroller::end_drag(float finger_velocity, base::Duration now) {
    dragging_ = false;
    last_ = now;
    velocity_ = std::clamp(-finger_velocity, -velocity_max_px_s, velocity_max_px_s);
    if (std::abs(velocity_) < velocity_min_px_s) velocity_ = 0;
    if (offset_ < 0 || offset_ > offset_max_) {
        glide_to(std::clamp(offset_, 0.0F, offset_max_), now);
    } else if (snap_ > 0) {
        // Friction brings a fling to rest velocity / friction further on: aim that at an item.
        const float rest = offset_ + velocity_ / friction_per_s;
        const float item = std::round(rest / snap_) * snap_;
        glide_to(std::clamp(item, 0.0F, offset_max_), now);
    }
}

void Scroller::stop() {
    velocity_ = 0;
    gliding_ = false;
}

void Scroller::jump_to(float offset) {
    stop();
    offset_ = std::clamp(offset, 0.0F, offset_max_);
}

void Scroller::glide_to(float offset, base::Duration now) {
    velocity_ = 0;
    gliding_ = std::abs(offset - offset_) > 0.5F;
    if (!gliding_) offset_ = offset;
    glide_from_ = offset_;
    glide_to_ = offset;
    glide_start_ = now;
}

void Scroller::update(base::Duration now) {
    const float dt = std::max(0.0F, static_cast<float>((now - last_).count()) / 1000.0F);
    last_ = now;
    if (dragging_) return;
    if (gliding_) {
        const float t = progress(now, glide_start_, return_time);
        offset_ = lerp(glide_from_, glide_to_, ease_out(t));
        if (t >= 1) gliding_ = false;
        return;
    }
    if (velocity_ == 0) return;
    const float decay = std::exp(-friction_per_s * dt);
    offset_ += velocity_ / friction_per_s * (1 - decay);
    velocity_ *= decay;
    if (std::abs(velocity_) < velocity_min_px_s) velocity_ = 0;
    if (offset_ < 0 || offset_ > offset_max_) settle(now);
}

void Scroller::settle(base::Duration now) {
    // A fling that runs over the end is caught by the same resistance and returns.
    const float over = offset_ < 0 ? -offset_ : offset_ - offset_max_;
    if (velocity_ == 0 || over > over_pull_px / 2) {
        glide_to(std::clamp(offset_, 0.0F, offset_max_), now);
    } else {
        velocity_ *= 0.6F;
    }
}

float Scroller::offset() const {
    const auto resisted = [](float over) { return over / (1 + over / over_pull_px); };
    if (offset_ < 0) return -resisted(-offset_);
    if (offset_ > offset_max_) return offset_max_ + resisted(offset_ - offset_max_);
    return offset_;
}

}  // namespace wenlan::ui
