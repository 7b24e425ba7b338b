// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour_player.h"

#include <algorithm>
#include <cmath>

#include "app/finder.h"

namespace wenlan::app {
namespace {

constexpr base::Duration press_time{80};
constexpr base::Duration repeat_time{620};  // just over what the screens ignore
constexpr base::Duration settle_time_max{5000};
constexpr base::Duration idle_step_max{250};  // no longer leap, so that the station keeps its beat
constexpr base::Duration drag_time{260};
constexpr base::Duration drag_hold_time{140};  // over the 90 ms from which a fling takes its speed
// A hand that writes.
constexpr float finger_px_per_ms = 1.6F;
constexpr base::Duration draw_time_max{600}, between_strokes{120}, look_time{700};
constexpr float drag_share_max = 0.6F;  // of the list, in one drag
constexpr int drags_max = 200;

base::Error cannot(std::string why) { return {"tour.cannot", std::move(why), {}}; }

}  // namespace

base::Result<void> TourPlayer::play(const Tour& tour) {
    settle();
    int number = 0;
    for (const Step& step : tour) {
        ++number;
        auto done = act(step);
        if (!done)
            return base::Error{"tour.failed",
                               "step " + std::to_string(number) + " " + step.source + ": " +
                                   done.error().message + "; " + summary(stage_.semantics()),
                               done.error().detail};
        settle();
    }
    return {};
}

base::Result<void> TourPlayer::act(const Step& step) {
    if (const auto* it = std::get_if<Tap>(&step.what)) return tap(*it);
    if (const auto* it = std::get_if<Swipe>(&step.what)) return swipe(*it);
    if (const auto* it = std::get_if<Wait>(&step.what)) return wait(it->time);
    if (const auto* it = std::get_if<Shot>(&step.what)) return shot(*it);
    if (const auto* it = std::get_if<Expect>(&step.what)) return expect(*it);
    if (const auto* it = std::get_if<Type>(&step.what)) return type(*it);
    if (const auto* it = std::get_if<Draw>(&step.what)) return draw(*it);
    if (const auto* it = std::get_if<Network>(&step.what)) {
        if (stage_.switch_network(it->on)) return {};
    }
    return cannot("this kiosk follows no hub, so it has no network to turn on or off");
}

base::Result<void> TourPlayer::tap(const Tap& tap) {
    const auto at = reach(tap.label);
    if (!at) {
        const bool known = find(stage_.semantics(), tap.label) != nullptr;
        return cannot(known ? "it cannot be brought into view" : "nothing is called so");
    }
    // The same spot again: as patient as a person.
    if (tapped_ && tapped_->contains(at->x, at->y))
        frames_for(tapped_at_ + repeat_time - stage_.uptime());
    const ui::Element* element = find(stage_.semantics(), tap.label);
    if (element != nullptr) tapped_ = element->rect;
    touch(gfx::TouchEvent::Kind::down, *at);
    frames_for(press_time);
    touch(gfx::TouchEvent::Kind::up, *at);
    tapped_at_ = stage_.uptime();
    return {};
}

base::Result<void> TourPlayer::swipe(const Swipe& swipe) {
    touch(gfx::TouchEvent::Kind::down, swipe.from);
    glide(swipe.from, swipe.to, swipe.over);
    touch(gfx::TouchEvent::Kind::up, swipe.to);
    return {};
}

TourTyping TourPlayer::typing() {
    const auto press = [this](PanelPoint at) {
        touch(gfx::TouchEvent::Kind::down, at);
        frames_for(press_time);
        touch(gfx::TouchEvent::Kind::up, at);
        settle();
    };
    const auto search_lists = [this](const std::function<bool()>& found) {
        for (std::size_t i = 0; i < stage_.semantics().scrolls.size(); ++i) {
            if (!stage_.semantics().scrolls[i].horizontal && sweep(i, found)) return true;
        }
        return found();
    };
    const gfx::Size size = stage_.size();
    return TourTyping(
        {.look = [this]() -> const ui::Semantics& { return stage_.semantics(); },
         .press = press,
         .search_lists = search_lists,
         .panel_per_virtual = static_cast<float>(std::min(size.width, size.height)) / 1080.0F});
}

base::Result<void> TourPlayer::type(const Type& type) { return typing().type(type.text); }

base::Result<void> TourPlayer::draw(const Draw& draw) {
    if (!typing().has_pad()) return cannot("no writing pad is on the screen");
    for (const auto& stroke : draw.strokes) {
        if (stroke.empty()) continue;
        touch(gfx::TouchEvent::Kind::down, stroke.front());
        for (std::size_t i = 1; i < stroke.size(); ++i) {
            const float way =
                std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
            const auto over = base::Duration{static_cast<int>(way / finger_px_per_ms)};
            glide(stroke[i - 1], stroke[i], std::clamp(over, base::Duration{1}, draw_time_max));
        }
        touch(gfx::TouchEvent::Kind::up, stroke.back());
        frames_for(between_strokes);
    }
    // Until the pad says what it may be.
    frames_for(look_time);
    return {};
}

base::Result<void> TourPlayer::wait(base::Duration time) {
    const base::Duration end = stage_.uptime() + time;
    base::Duration idle{};
    while (stage_.uptime() < end) {
        const base::Duration left = end - stage_.uptime();
        if (idle > base::Duration{20}) {
            idle = stage_.frame(std::min({idle, idle_step_max, left}), {});
        } else {
            idle = frame();
        }
    }
    return {};
}

base::Result<void> TourPlayer::shot(const Shot& shot) {
    // What the page lacked has come with the first frame; drawing it may show what else is missing.
    for (int i = 0; i < 3; ++i) frame();
    settle();
    return stage_.shot(shot.name);
}

base::Result<void> TourPlayer::expect(const Expect& expect) const {
    if (shows(stage_.semantics(), expect.text)) return {};
    return cannot("it is not on the screen");
}

std::optional<PanelPoint> TourPlayer::point_of(const std::string& label) const {
    const ui::Element* element = find(stage_.semantics(), label);
    if (element == nullptr) return std::nullopt;
    return touch_point(stage_.semantics(), *element);
}

std::optional<PanelPoint> TourPlayer::reach(const std::string& label) {
    bring_into_view(label);
    if (const auto at = point_of(label)) return at;
    const auto reachable = [&] { return point_of(label).has_value(); };
    for (const bool horizontal : {false, true}) {
        for (std::size_t i = 0; i < stage_.semantics().scrolls.size(); ++i) {
            if (stage_.semantics().scrolls[i].horizontal != horizontal) continue;
            if (!sweep(i, reachable)) continue;
            bring_into_view(label);
            return point_of(label);
        }
    }
    return std::nullopt;
}

void TourPlayer::bring_into_view(const std::string& label) {
    for (int i = 0; i < drags_max; ++i) {
        const ui::Element* element = find(stage_.semantics(), label);
        if (element == nullptr) return;
        const float way = way_into_view(stage_.semantics(), *element, stage_.size());
        if (way == 0 || !drag(static_cast<std::size_t>(element->scroll), way)) return;
    }
}

bool TourPlayer::sweep(std::size_t area, const std::function<bool()>& found) {
    const float start = stage_.semantics().scrolls[area].offset;
    if (sweep_towards(area, -1, found) || sweep_towards(area, 1, found)) return true;
    for (int i = 0; i < drags_max && area < stage_.semantics().scrolls.size(); ++i) {
        const float way = stage_.semantics().scrolls[area].offset - start;
        if (std::abs(way) <= 1 || !drag(area, way)) break;
    }
    return false;
}

bool TourPlayer::sweep_towards(std::size_t area, float direction,
                               const std::function<bool()>& found) {
    for (int i = 0; i < drags_max; ++i) {
        if (area >= stage_.semantics().scrolls.size()) return false;
        const ui::ScrollArea list = stage_.semantics().scrolls[area];
        const float room = direction < 0 ? list.offset_max - list.offset : list.offset;
        if (room <= 1 || !drag(area, direction * room)) return false;
        if (found()) return true;
    }
    return false;
}

bool TourPlayer::drag(std::size_t area, float way) {
    const ui::ScrollArea list = stage_.semantics().scrolls[area];
    const ui::PanelRect room = usable(stage_.semantics(), list, stage_.size());
    const float length = (list.horizontal ? room.width : room.height) * drag_share_max;
    const float part = std::clamp(way, -length, length);
    const PanelPoint middle{room.x + room.width / 2, room.y + room.height / 2};
    const float dx = list.horizontal ? part / 2 : 0;
    const float dy = list.horizontal ? 0 : part / 2;
    const PanelPoint from{middle.x - dx, middle.y - dy};
    const PanelPoint to{middle.x + dx, middle.y + dy};
    touch(gfx::TouchEvent::Kind::down, from);
    glide(from, to, drag_time);
    frames_for(drag_hold_time);
    touch(gfx::TouchEvent::Kind::up, to);
    settle();
    if (area >= stage_.semantics().scrolls.size()) return false;
    return std::abs(stage_.semantics().scrolls[area].offset - list.offset) > 0.5F;
}

base::Duration TourPlayer::frame(std::span<const gfx::TouchEvent> touches) {
    // 60 frames a second: 17, 17, 16 ms.
    const base::Duration step{++frame_count_ % 3 == 0 ? 16 : 17};
    return stage_.frame(step, touches);
}

void TourPlayer::frames_for(base::Duration time) {
    const base::Duration end = stage_.uptime() + time;
    while (stage_.uptime() < end) frame();
}

void TourPlayer::touch(gfx::TouchEvent::Kind kind, PanelPoint at) {
    const gfx::TouchEvent event{kind, at.x, at.y, 0, {}};
    frame(std::span(&event, 1));
}

void TourPlayer::glide(PanelPoint from, PanelPoint to, base::Duration over) {
    const base::Duration begin = stage_.uptime();
    while (stage_.uptime() < begin + over) {
        const auto passed = static_cast<float>((stage_.uptime() - begin).count() + 17);
        const float part = std::min(1.0F, passed / static_cast<float>(over.count()));
        touch(gfx::TouchEvent::Kind::move,
              {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    }
}

void TourPlayer::settle() {
    const base::Duration end = stage_.uptime() + settle_time_max;
    // An intent's answer comes with the frame after it, so two still frames are wanted.
    for (int still = 0; still < 2 && stage_.uptime() < end;) {
        frame();
        still = stage_.settled() ? still + 1 : 0;
    }
}

}  // namespace wenlan::app
