// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/random_visitor.h"

#include <algorithm>
#include <limits>

#include "app/measured.h"
#include "ui/semantics/sound.h"

namespace wenlan::app {
namespace {

constexpr base::Duration frame_time{16};
constexpr base::Duration idle_step{1000};
// The longest idle limit and the warning after it, and some.
constexpr base::Duration gone_after{130'000};
constexpr int touches_per_visit = 150;
constexpr int touches_per_switch = 700;

}  // namespace

// SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t RandomVisitor::next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
}

RandomVisit RandomVisitor::run(int touches) {
    double settled_mib = 0;
    frame(frame_time);
    while (result_.touches < touches && result_.fault.empty()) {
        if (result_.touches % touches_per_switch == touches_per_switch - 1) {
            const auto switched = parts_.switch_snapshot();
            if (switched) ++result_.switches;
        }
        act();
        ++result_.touches;
        if (result_.touches % touches_per_visit == 0) walk_away();
        if (result_.touches == touches / 10) settled_mib = memory_mib();
    }
    if (result_.fault.empty()) walk_away();
    result_.growth_mib = memory_mib() - settled_mib;
    result_.pages = static_cast<int>(pages_.size());
    return result_;
}

void RandomVisitor::frame(base::Duration step) {
    parts_.clock.advance(step);
    for (gfx::TouchEvent& touch : waiting_) touch.time = parts_.clock.uptime();
    const std::shared_ptr<const model::View> view = parts_.station.view();
    const gfx::Size size = parts_.surface.window->frame_size();
    const ui::FrameResult drawn =
        parts_.shell.frame(*parts_.surface.graphics, *view, waiting_, size, parts_.clock.uptime());
    waiting_.clear();
    for (const model::NumberedIntent& intent : drawn.intents) parts_.station.send(intent);
    ++result_.frames;
    // With the visit its last page is forgotten, until the next frame.
    const bool left = std::any_of(drawn.intents.begin(), drawn.intents.end(), [](const auto& sent) {
        return std::holds_alternative<model::EndVisit>(sent.intent);
    });
    if (left) return;
    const ui::Semantics& screen = parts_.shell.semantics();
    if (std::find(pages_.begin(), pages_.end(), screen.screen) == pages_.end()) {
        pages_.push_back(screen.screen);
    }
    if (!result_.fault.empty()) return;
    const std::string fault =
        ui::fault_of(screen, static_cast<float>(size.width), static_cast<float>(size.height));
    if (!fault.empty()) {
        result_.fault =
            screen.screen + " after " + std::to_string(result_.touches) + " touches: " + fault;
    }
}

void RandomVisitor::frames(int count) {
    for (int i = 0; i < count; ++i) frame(frame_time);
}

void RandomVisitor::touch(Kind kind, float x, float y, float contact_px) {
    gfx::TouchEvent event;
    event.kind = kind;
    event.x = x;
    event.y = y;
    event.contact_px = contact_px;
    waiting_.push_back(event);
}

void RandomVisitor::act() {
    const int choice = below(100);
    if (choice < 55) {
        press_something();
    } else if (choice < 70) {
        press_anywhere();
    } else if (choice < 90) {
        swipe();
    } else {
        misbehave();
    }
    // Mostly the next touch comes in the middle of what this one began.
    frames(below(4) == 0 ? 40 : below(8));
}

void RandomVisitor::press_something() {
    std::vector<ui::PanelRect> places;
    for (const ui::Element& element : parts_.shell.semantics().elements) {
        if (ui::pressable(element.role) && element.visible.width > 0 && element.visible.height > 0)
            places.push_back(element.visible);
    }
    if (places.empty()) return press_anywhere();
    const ui::PanelRect& place =
        places[static_cast<std::size_t>(below(static_cast<int>(places.size())))];
    const float x = place.x + place.width * share();
    const float y = place.y + place.height * share();
    touch(Kind::down, x, y);
    frames(4 + below(4));
    touch(Kind::up, x, y);
}

void RandomVisitor::press_anywhere() {
    const gfx::Size size = parts_.surface.window->frame_size();
    const float x = share() * static_cast<float>(size.width);
    const float y = share() * static_cast<float>(size.height);
    touch(Kind::down, x, y);
    frames(1 + below(6));
    touch(Kind::up, x, y);
}

void RandomVisitor::swipe() {
    const gfx::Size size = parts_.surface.window->frame_size();
    const float from_x = share() * static_cast<float>(size.width);
    const float from_y = share() * static_cast<float>(size.height);
    const float to_x = below(2) == 0 ? from_x : share() * static_cast<float>(size.width);
    const float to_y = share() * static_cast<float>(size.height);
    const int steps = 2 + below(12);
    touch(Kind::down, from_x, from_y);
    for (int step = 1; step <= steps; ++step) {
        frame(frame_time);
        const float t = static_cast<float>(step) / static_cast<float>(steps);
        touch(Kind::move, from_x + (to_x - from_x) * t, from_y + (to_y - from_y) * t);
    }
    if (below(10) != 0) touch(Kind::up, to_x, to_y);  // else the finger rests
}

// What no finger does, and no driver should.
void RandomVisitor::misbehave() {
    const gfx::Size size = parts_.surface.window->frame_size();
    const auto width = static_cast<float>(size.width);
    const auto height = static_cast<float>(size.height);
    switch (below(6)) {
        case 0:
            touch(Kind::down, width * share(), height * share(), width);  // a sleeve
            touch(Kind::up, width * share(), height * share());
            break;
        case 1:
            touch(Kind::down, -50, height * 2);
            touch(Kind::move, width * 3, -height);
            touch(Kind::up, width * 3, -height);
            break;
        case 2:
            touch(Kind::up, width * share(), height * share());
            break;
        case 3:
            touch(Kind::down, width * share(), height * share());
            touch(Kind::cancel, 0, 0);
            break;
        case 4:
            for (int twice = 0; twice < 2; ++twice) {
                touch(Kind::down, width * share(), height * share());
            }
            touch(Kind::up, width * share(), height * share());
            break;
        default:
            touch(Kind::down, std::numeric_limits<float>::quiet_NaN(), height * share());
            touch(Kind::move, width * share(), std::numeric_limits<float>::infinity());
            touch(Kind::up, width * share(), height * share());
            break;
    }
}

void RandomVisitor::walk_away() {
    touch(Kind::cancel, 0, 0);
    base::Duration away{0};
    while (away < gone_after) {
        frame(idle_step);
        away += idle_step;
    }
    frames(80);
    ++result_.visits;
    if (result_.fault.empty()) {
        const std::string left = left_behind();
        if (!left.empty()) {
            result_.fault =
                "after " + std::to_string(result_.touches) + " touches and leaving: " + left;
        }
    }
}

std::string RandomVisitor::left_behind() const {
    const std::shared_ptr<const model::View> view = parts_.station.view();
    if (parts_.shell.semantics().screen != "attract") {
        return "the screen shows " + parts_.shell.semantics().screen;
    }
    if (!(view->settings == parts_.lobby)) return "the visitor's settings";
    if (view->detail || view->clubs || view->reading || view->volunteering || view->neighbourhood ||
        view->calendar || view->list || view->centre) {
        return "a page that the visitor opened";
    }
    if (!(view->events->filter == model::EventFilter{})) return "the visitor's filter";
    if (view->events->day != view->header->now.date) return "the visitor's day";
    return {};
}

}  // namespace wenlan::app
