// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/visitor.h"

#include <algorithm>
#include <cmath>

namespace wenlan::test {

namespace {

using gfx::TouchEvent;

constexpr base::Duration still_step{100};
constexpr base::Duration press{80};
constexpr base::Duration between_presses{700};  // over what a second press on a button must wait
constexpr int settle_frames_max = 100;

bool in_view(const ui::Element& element) {
    return element.visible.width > 0 && element.visible.height > 0;
}

}  // namespace

Visitor::Visitor(text::Typesetter& typesetter, gfx::Graphics& graphics, gfx::Size size,
                 Station station)
    : shell_(ui::Shell::create(typesetter)),
      graphics_(&graphics),
      size_(size),
      station_(std::move(station)) {}

ui::FrameResult Visitor::frame(base::Duration step, std::vector<TouchEvent> touches) {
    for (TouchEvent& touch : touches) touch.time = now_ + step;
    return frame_as_timed(step, touches);
}

ui::FrameResult Visitor::frame_as_timed(base::Duration step, std::span<const TouchEvent> touches) {
    now_ += step;
    const std::shared_ptr<const model::View> view = station_.view();
    ui::FrameResult result = shell_->frame(*graphics_, *view, touches, size_, now_);
    for (const model::NumberedIntent& intent : result.intents) {
        asked.push_back(intent);
        station_.ask(intent);
    }
    // Pictures and paintings take real time, of which there is none here.
    if (graphics_->pictures_pending()) graphics_->wait_for_pictures();
    return result;
}

void Visitor::settle() {
    int still = 0;
    // An answer of the station is seen in the frame after it.
    for (int i = 0; i < settle_frames_max && still < 2; ++i) {
        frame(still_step);
        still = shell_->settled() ? still + 1 : 0;
    }
}

void Visitor::pass(base::Duration time) {
    const base::Duration end = now_ + time;
    while (now_ < end) frame(std::min(base::Duration{250}, end - now_));
}

const ui::Element* Visitor::find(std::string_view label) const {
    const ui::Element* text = nullptr;
    for (const ui::Element& element : screen().elements) {
        if (element.label != label || !in_view(element)) continue;
        if (ui::pressable(element.role)) return &element;
        if (text == nullptr) text = &element;
    }
    return text;
}

bool Visitor::tap(std::string_view label) {
    const ui::Element* element = find(label);
    if (element == nullptr) return false;
    // Where the dock does not lie over it.
    ui::PanelRect spot = element->visible;
    for (const float part : {0.5F, 0.25F, 0.75F}) {
        spot.x = element->visible.x + element->visible.width * (part - 0.5F);
        if (!covered(spot.x + spot.width / 2, spot.y + spot.height / 2, element->part)) break;
    }
    tap(spot);
    return true;
}

bool Visitor::covered(float x, float y, ui::Part part) const {
    for (const ui::Element& element : screen().elements) {
        const bool above = element.part > part && ui::pressable(element.role);
        if (above && element.visible.contains(x, y)) return true;
    }
    return false;
}

void Visitor::tap(ui::PanelRect rect) {
    const float x = rect.x + rect.width / 2;
    const float y = rect.y + rect.height / 2;
    frame(between_presses, {{TouchEvent::Kind::down, x, y, 0, {}}});
    frame(press, {{TouchEvent::Kind::up, x, y, 0, {}}});
    settle();
}

void Visitor::swipe(float from_x, float from_y, float to_x, float to_y) {
    frame(between_presses, {{TouchEvent::Kind::down, from_x, from_y, 0, {}}});
    for (const float part : {0.25F, 0.5F, 0.75F, 1.0F}) {
        const float x = from_x + (to_x - from_x) * part;
        const float y = from_y + (to_y - from_y) * part;
        frame(base::Duration{40}, {{TouchEvent::Kind::move, x, y, 0, {}}});
    }
    // It rests before it lets go, so that nothing is flung.
    frame(base::Duration{200}, {{TouchEvent::Kind::up, to_x, to_y, 0, {}}});
    settle();
}

bool Visitor::scroll(std::size_t list, Way way) {
    const ui::ScrollArea area = screen().scrolls.at(list);
    const float left = way == Way::on ? area.offset_max - area.offset : area.offset;
    if (left < 1) return false;
    constexpr float share = 0.3F;  // to either side of its middle
    const float x = area.rect.x + area.rect.width / 2;
    const float y = area.rect.y + area.rect.height / 2;
    const float length = (area.horizontal ? area.rect.width : area.rect.height) * share *
                         (way == Way::on ? 1.0F : -1.0F);
    if (area.horizontal) {
        swipe(x + length, y, x - length, y);
    } else {
        swipe(x, y + length, x, y - length);
    }
    return list < screen().scrolls.size() &&
           std::abs(screen().scrolls[list].offset - area.offset) > 1;
}

}  // namespace wenlan::test
