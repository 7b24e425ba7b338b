// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>

#include "ui/motion/touch.h"

// A finger on a page, and what it meets there.
namespace wenlan::test {

using base::Duration;
using gfx::TouchEvent;
using ui::Axis;
using ui::Rect;
using ui::Touch;

inline constexpr ui::TouchId button = 11;
inline constexpr ui::TouchId other = 12;
inline constexpr ui::TouchId list = 21;
inline constexpr ui::TouchId strip = 22;
inline constexpr Rect button_rect{100, 100, 200, 100};
inline constexpr Rect page{0, 0, 1080, 1920};

// A finger on a page that `offer` asks in drawing order.
class Finger {
public:
    Finger() = default;
    explicit Finger(float panel_per_virtual) : scale_(panel_per_virtual) {}

    std::function<void(Touch&)> offer = [](Touch&) {};
    Touch touch;
    Duration now{1000};
    std::deque<TouchEvent> queue;

    void frame() {
        touch.begin_frame(queue, 1 / scale_, now);
        offer(touch);
        touch.end_frame();
    }
    void event(TouchEvent::Kind kind, float x, float y, float contact = 0) {
        queue.push_back({kind, x * scale_, y * scale_, contact * scale_, now});
    }
    void down(float x, float y, float contact = 0) {
        event(TouchEvent::Kind::down, x, y, contact);
        frame();
    }
    void move(float x, float y, Duration after = Duration{16}) {
        now += after;
        event(TouchEvent::Kind::move, x, y);
        frame();
    }
    void up(float x, float y, Duration after = Duration{80}) {
        now += after;
        event(TouchEvent::Kind::up, x, y);
        frame();
    }
    void tap(float x, float y, Duration held = Duration{80}) {
        down(x, y);
        up(x, y, held);
    }
    void pass(Duration time) {
        now += time;
        frame();
    }

private:
    float scale_ = 1;
};

// Counts the presses of one button.
struct Pressed {
    int times = 0;
    float amount = 0;

    std::function<void(Touch&)> on(ui::TouchId id = button, Rect rect = button_rect) {
        return [this, id, rect](Touch& touch) {
            const Touch::Press press = touch.press(id, rect);
            times += press.activated ? 1 : 0;
            amount = press.amount;
        };
    }
};

// Offers one list to the finger and keeps what it was told.
struct Dragged {
    bool began = false, ended = false, touched = false;
    float moved = 0, velocity = 0;

    void ask(Touch& touch, ui::TouchId id, Axis axis, Rect area = page) {
        const Touch::Drag drag = touch.drag(id, area, axis);
        began = began || drag.began;
        touched = touched || drag.touched;
        moved += drag.moved;
        if (drag.ended) {
            ended = true;
            velocity = drag.velocity;
        }
    }
};

}  // namespace wenlan::test
