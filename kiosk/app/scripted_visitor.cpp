// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scripted_visitor.h"

#include <algorithm>

#include "app/finder.h"

namespace wenlan::app {
namespace {

constexpr base::Duration press_time{90};
// Longer than any transition, and than the time in which a second press does not count.
constexpr base::Duration after_press{1000};
constexpr base::Duration finger_every{8};
constexpr base::Duration look_every{50};
constexpr base::Duration look_for_max{8000};

}  // namespace

std::vector<gfx::TouchEvent> ScriptedVisitor::due(base::Duration now, gfx::Size panel) {
    while (lost_.empty() && next_ < acts_.size() && touches_.empty() && now >= free_at_) {
        const std::size_t before = next_;
        begin(now, panel);
        if (next_ == before) break;
    }
    std::vector<gfx::TouchEvent> ripe;
    while (!touches_.empty() && touches_.front().time <= now) {
        ripe.push_back(touches_.front());
        touches_.pop_front();
    }
    return ripe;
}

base::Duration ScriptedVisitor::next_in(base::Duration now) const {
    if (!touches_.empty()) return std::max(base::Duration{0}, touches_.front().time - now);
    if (next_ == acts_.size()) return base::Duration::max();
    return std::max(base::Duration{0}, free_at_ - now);
}

void ScriptedVisitor::begin(base::Duration now, gfx::Size panel) {
    const Act& act = acts_[next_];
    if (const auto* press = std::get_if<Press>(&act)) {
        const ui::Element* element = find(shell_.semantics(), press->label);
        const auto at =
            element != nullptr ? touch_point(shell_.semantics(), *element) : std::nullopt;
        if (!at) {
            if (looking_since_ < base::Duration{0}) looking_since_ = now;
            if (now - looking_since_ > look_for_max) lost_ = press->label;
            free_at_ = now + look_every;
            return;
        }
        looking_since_ = base::Duration{-1};
        touch(gfx::TouchEvent::Kind::down, *at, now);
        touch(gfx::TouchEvent::Kind::up, *at, now + press_time);
        free_at_ = now + after_press;
    } else if (const auto* flick = std::get_if<Flick>(&act)) {
        const auto at = [&](float share) {
            return PanelPoint{(flick->from.x + (flick->to.x - flick->from.x) * share) *
                                  static_cast<float>(panel.width),
                              (flick->from.y + (flick->to.y - flick->from.y) * share) *
                                  static_cast<float>(panel.height)};
        };
        touch(gfx::TouchEvent::Kind::down, at(0), now);
        for (base::Duration into = finger_every; into < flick->over; into += finger_every) {
            const float share =
                static_cast<float>(into.count()) / static_cast<float>(flick->over.count());
            touch(gfx::TouchEvent::Kind::move, at(share), now + into);
        }
        touch(gfx::TouchEvent::Kind::up, at(1), now + flick->over);
        free_at_ = now + flick->over;
    } else if (const auto* pause = std::get_if<Pause>(&act)) {
        free_at_ = now + pause->time;
    } else {
        std::get<Note>(act).call();
    }
    ++next_;
}

void ScriptedVisitor::touch(gfx::TouchEvent::Kind kind, PanelPoint at, base::Duration time) {
    gfx::TouchEvent event;
    event.kind = kind;
    event.x = at.x;
    event.y = at.y;
    event.time = time;
    touches_.push_back(event);
}

}  // namespace wenlan::app
