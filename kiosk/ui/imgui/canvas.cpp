// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imgui/canvas.h"

#include <cmath>
#include <imgui.h>

#include "base/result.h"

namespace wenlan::ui {

Canvas::Canvas(gfx::Graphics& graphics, text::Typesetter& typesetter, ImDrawList& list,
               const Theme& theme, Semantics& semantics, gfx::Size panel)
    : graphics_(graphics),
      typesetter_(typesetter),
      list_(list),
      theme_(theme),
      semantics_(semantics),
      panel_(panel),
      scale_(static_cast<float>(std::min(panel.width, panel.height)) / 1080.0F) {
    state_.ground = theme.color.paper;
    state_.clip = {0, 0, width(), height()};
}

void Canvas::push_shift(float dx, float dy, float alpha) {
    stack_.push_back(state_);
    state_.dx += dx * state_.scale;
    state_.dy += dy * state_.scale;
    state_.alpha *= alpha;
    state_.clipping = false;
}

void Canvas::push_press(Rect rect, float amount) {
    stack_.push_back(state_);
    const float shrink = 1 - 0.02F * amount;
    const Point center = rect.center();
    state_.dx += center.x * state_.scale * (1 - shrink);
    state_.dy += center.y * state_.scale * (1 - shrink);
    state_.scale *= shrink;
    state_.shade *= 1 - 0.1F * amount;
    state_.clipping = false;
}

void Canvas::push_clip(Rect rect) {
    stack_.push_back(state_);
    const float x0 = std::round(px(rect.x));
    const float y0 = std::round(py(rect.y));
    const float x1 = std::round(px(rect.right()));
    const float y1 = std::round(py(rect.bottom()));
    list_.PushClipRect({x0, y0}, {x1, y1}, true);
    const Rect outer = state_.clip;
    const Rect wanted{x0 / scale_, y0 / scale_, (x1 - x0) / scale_, (y1 - y0) / scale_};
    const float left = std::max(outer.x, wanted.x);
    const float top = std::max(outer.y, wanted.y);
    state_.clip = {left, top, std::max(0.0F, std::min(outer.right(), wanted.right()) - left),
                   std::max(0.0F, std::min(outer.bottom(), wanted.bottom()) - top)};
    state_.clipping = true;
}

void Canvas::push_ground(Color color) {
    stack_.push_back(state_);
    state_.ground = color.over(state_.ground);
    state_.clipping = false;
}

void Canvas::push_part(Part part) {
    stack_.push_back(state_);
    state_.part = part;
    state_.clipping = false;
}

void Canvas::pop() {
    base::ensure(!stack_.empty(), "canvas state popped more often than pushed");
    if (state_.clipping) list_.PopClipRect();
    state_ = stack_.back();
    stack_.pop_back();
}

std::size_t Canvas::begin_turn() const { return static_cast<std::size_t>(list_.VtxBuffer.Size); }

void Canvas::end_turn(std::size_t begun, Point center, float radians, float scale) {
    const float x = px(center.x), y = py(center.y);
    const float across = std::cos(radians) * scale, down = std::sin(radians) * scale;
    for (int i = static_cast<int>(begun); i < list_.VtxBuffer.Size; ++i) {
        ImVec2& at = list_.VtxBuffer[i].pos;
        const float dx = at.x - x, dy = at.y - y;
        at = {x + dx * across - dy * down, y + dx * down + dy * across};
    }
}

std::uint32_t Canvas::packed(Color color) const {
    const auto byte = [](float v) {
        return static_cast<std::uint32_t>(std::clamp(v, 0.0F, 1.0F) * 255.0F + 0.5F);
    };
    const float shade = state_.shade;
    return IM_COL32(byte(color.r * shade), byte(color.g * shade), byte(color.b * shade),
                    byte(color.a * state_.alpha));
}

PanelRect Canvas::panel_rect(Rect rect) const {
    return {px(rect.x), py(rect.y), length(rect.w), length(rect.h)};
}

std::size_t Canvas::element(Role role, std::string_view label, Rect rect, bool enabled) {
    Element element;
    element.role = role;
    element.part = state_.part;
    element.label = label;
    element.rect = panel_rect(rect);
    element.enabled = enabled;
    element.scroll = scroll_;
    const Rect clip = state_.clip;
    const float left = std::max(element.rect.x, clip.x * scale_);
    const float top = std::max(element.rect.y, clip.y * scale_);
    const float right = std::min(element.rect.x + element.rect.width, clip.right() * scale_);
    const float bottom = std::min(element.rect.y + element.rect.height, clip.bottom() * scale_);
    element.visible = {left, top, std::max(0.0F, right - left), std::max(0.0F, bottom - top)};
    semantics_.elements.push_back(std::move(element));
    return semantics_.elements.size() - 1;
}

int Canvas::begin_scroll(Rect area, bool horizontal, float offset, float offset_max) {
    const float unit = state_.scale * scale_;
    semantics_.scrolls.push_back({panel_rect(area), horizontal, offset * unit, offset_max * unit});
    scroll_ = static_cast<int>(semantics_.scrolls.size()) - 1;
    return scroll_;
}

void Canvas::end_scroll() { scroll_ = -1; }

void Canvas::begin_moving(std::uint64_t list, float offset) {
    moving_ = {list, static_cast<int>(std::lround(offset * scale_)), list_.CmdBuffer.Size - 1, 0};
}

void Canvas::end_moving() {
    moving_.end_command = list_.CmdBuffer.Size - 1;
    graphics_.scrolled(moving_);
}

void Canvas::begin_veil() {
    // A command that is still empty takes what comes next.
    const bool fresh = list_.CmdBuffer.back().ElemCount == 0;
    graphics_.veil(list_.CmdBuffer.Size - (fresh ? 1 : 0));
}

float Canvas::snapped(float offset) const { return std::round(offset * scale_) / scale_; }

}  // namespace wenlan::ui
