// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/motion/touch.h"

#include <cmath>

namespace wenlan::ui {

namespace {
constexpr float drag_start_px = 14;
constexpr float release_slack_px = 24;
constexpr float palm_px = 140;
constexpr base::Duration tap_min{40};
constexpr base::Duration press_shown_on_list{60};
constexpr base::Duration repeat_min{600};
constexpr base::Duration velocity_window{90};
constexpr base::Duration velocity_reach_max{250};
constexpr base::Duration sample_gap_min{8};
constexpr float press_in_ms = 80;
constexpr float press_out_ms = 160;
constexpr float swipe_min_px = 80;
// Within 30 degrees of the horizontal a drag is sideways.
constexpr float sideways_slope = 0.577F;

bool inside(Rect rect, Point at, float slack = 0) {
    return at.x >= rect.x - slack && at.y >= rect.y - slack && at.x < rect.right() + slack &&
           at.y < rect.bottom() + slack;
}
}  // namespace

void Touch::begin_frame(std::deque<gfx::TouchEvent>& queue, float virtual_per_panel,
                        base::Duration now) {
    last_frame_ = now_;
    now_ = now;
    came_down_ = went_up_ = any_event_ = drag_began_ = false;
    rolled_over_ = layer_ = 0;
    way_.clear();
    swipe_.reset();
    last_at_ = at_;
    while (!queue.empty()) {
        const gfx::TouchEvent event = queue.front();
        queue.pop_front();
        take(event, virtual_per_panel);
        if (event.kind != gfx::TouchEvent::Kind::move) break;
    }
    const float step_ms = static_cast<float>((now_ - last_frame_).count());
    for (auto it = amounts_.begin(); it != amounts_.end();) {
        Amount& amount = it->second;
        amount.down = amount.down && down_ && pressed_ == it->first && !carried_off();
        amount.value += amount.down ? step_ms / press_in_ms : -step_ms / press_out_ms;
        amount.value = std::min(amount.value, 1.0F);
        it = amount.value <= 0 && !amount.down ? amounts_.erase(it) : std::next(it);
    }
}

void Touch::take(const gfx::TouchEvent& event, float scale) {
    using Kind = gfx::TouchEvent::Kind;
    const Point at{event.x * scale, event.y * scale};
    any_event_ = true;
    switch (event.kind) {
        case Kind::down:
            if (event.contact_px * scale > palm_px) return;
            if (down_ && event.finger != finger_) {
                // Two hands: the first touch wins, but on a keyboard both type.
                if (pressed_kind_ != Pressed::key) return;
                rolled_over_ = pressed_;
            }
            finger_ = event.finger;
            pressed_kind_ = Pressed::plain;
            way_.push_back(at);
            down_ = came_down_ = true;
            dragging_ = false;
            press_allowed_ = true;
            start_ = at_ = last_at_ = at;
            start_time_ = event.time;
            samples_.assign(1, {event.time, at});
            pressed_ = dragged_ = 0;
            offer_[0] = offer_[1] = 0;
            break;
        case Kind::move:
            if (!down_ || event.finger != finger_) return;
            at_ = at;
            way_.push_back(at);
            samples_.push_back({event.time, at});
            if (samples_.size() > 64) samples_.pop_front();
            if (!dragging_ && std::hypot(at.x - start_.x, at.y - start_.y) > drag_start_px) {
                decide_direction();
            }
            break;
        case Kind::up:
            if (!down_ || event.finger != finger_) return;
            at_ = at;
            way_.push_back(at);
            samples_.push_back({event.time, at});
            down_ = false;
            went_up_ = true;
            if (event.time - start_time_ < tap_min) press_allowed_ = false;
            if (dragging_ && dragged_ == 0 && pressed_kind_ == Pressed::plain &&
                drag_axis_ == Axis::horizontal && std::abs(at.x - start_.x) > swipe_min_px) {
                swipe_ = Swipe{at.x > start_.x ? 1 : -1, start_.x, start_.y};
            }
            break;
        case Kind::cancel:
            cancel();
            break;
    }
}

void Touch::decide_direction() {
    dragging_ = true;
    const float dx = std::abs(at_.x - start_.x);
    const float dy = std::abs(at_.y - start_.y);
    drag_axis_ = dy <= dx * sideways_slope ? Axis::horizontal : Axis::vertical;
    dragged_ = offer_[drag_axis_ == Axis::vertical ? 0 : 1];
    drag_began_ = dragged_ != 0;
    last_at_ = start_;
}

bool Touch::carried_off() const {
    return dragging_ &&
           (dragged_ != 0 || std::hypot(at_.x - start_.x, at_.y - start_.y) > swipe_min_px);
}

// A finger on a list may be about to move it: nothing sinks under it before that is clear.
base::Duration Touch::shown_after() const {
    return offer_[0] != 0 || offer_[1] != 0 ? press_shown_on_list : base::Duration{0};
}

float Touch::velocity(Axis axis) const {
    if (samples_.size() < 2) return 0;
    const Sample& last = samples_.back();
    // On a slow frame many moves come stamped alike: then reach farther back, or flicks are lost.
    const Sample* first = nullptr;
    for (auto sample = samples_.rbegin(); sample != samples_.rend(); ++sample) {
        const base::Duration age = last.time - sample->time;
        if (age > velocity_window && first != nullptr &&
            last.time - first->time >= sample_gap_min) {
            break;
        }
        if (age > velocity_reach_max) break;
        first = &*sample;
    }
    const float seconds = static_cast<float>((last.time - first->time).count()) / 1000;
    if (last.time - first->time < sample_gap_min) return 0;
    return (axis == Axis::vertical ? last.at.y - first->at.y : last.at.x - first->at.x) / seconds;
}

Touch::Press Touch::press(TouchId id, Rect hit) {
    id = of_layer(id);
    Press result;
    if (came_down_ && inside(hit, start_)) pressed_ = id;
    if (pressed_ == id && down_ && !carried_off() && press_allowed_ &&
        inside(hit, at_, release_slack_px) && now_ - start_time_ >= shown_after()) {
        amounts_[id].down = true;
    }
    if (pressed_ == id && went_up_ && !carried_off() && press_allowed_ &&
        inside(hit, at_, release_slack_px)) {
        const bool repeated = last_activated_ == id && now_ - last_activated_at_ < repeat_min;
        if (!repeated) {
            result.activated = true;
            last_activated_ = id;
            last_activated_at_ = now_;
        }
    }
    const auto found = amounts_.find(id);
    if (found != amounts_.end()) result.amount = std::max(0.0F, found->second.value);
    return result;
}

Touch::Key Touch::key(TouchId id, Rect hit) {
    id = of_layer(id);
    Key result;
    if (rolled_over_ == id) result.activated = true;
    if (came_down_ && inside(hit, start_)) {
        pressed_ = id;
        pressed_kind_ = Pressed::key;
    }
    if (pressed_ != id || !press_allowed_ || !inside(hit, at_, release_slack_px)) return result;
    result.down = down_;
    result.held = now_ - start_time_;
    if (went_up_) result.activated = true;
    return result;
}

Touch::Pen Touch::pen(TouchId id, Rect area) {
    Pen result;
    if (came_down_ && inside(area, start_)) {
        pressed_ = id;
        pressed_kind_ = Pressed::pen;
        result.began = true;
    }
    if (pressed_ != id) return result;
    result.down = down_;
    result.ended = went_up_;
    result.way = way_;
    return result;
}

Touch::Drag Touch::drag(TouchId id, Rect area, Axis axis) {
    Drag result;
    if (came_down_ && inside(area, start_)) {
        offer_[axis == Axis::vertical ? 0 : 1] = id;
        result.touched = true;
    }
    if (dragged_ != id || !dragging_) return result;
    result.began = drag_began_;
    result.active = down_;
    result.ended = went_up_;
    result.moved = axis == Axis::vertical ? at_.y - last_at_.y : at_.x - last_at_.x;
    if (result.ended) result.velocity = velocity(axis);
    return result;
}

void Touch::swallow_press() { press_allowed_ = false; }

TouchId Touch::of_layer(TouchId id) const { return id ^ (layer_ * 0x9E3779B97F4A7C15ULL); }

void Touch::cover() {
    ++layer_;
    if (!came_down_) return;
    pressed_ = 0;
    offer_[0] = offer_[1] = 0;
}

void Touch::end_frame() {
    if (went_up_) {
        pressed_ = dragged_ = 0;
        dragging_ = false;
    }
}

bool Touch::came_down_on(Rect area) const { return came_down_ && inside(area, start_); }

std::optional<Point> Touch::finger() const {
    if (!down_ && !came_down_) return std::nullopt;
    return at_;
}

bool Touch::animating() const {
    const bool about_to_sink =
        down_ && pressed_ != 0 && !carried_off() && now_ - start_time_ < shown_after();
    return about_to_sink || !amounts_.empty();
}

void Touch::cancel() {
    down_ = dragging_ = false;
    pressed_kind_ = Pressed::plain;
    way_.clear();
    samples_.clear();
    pressed_ = dragged_ = rolled_over_ = 0;
    amounts_.clear();
}

}  // namespace wenlan::ui
