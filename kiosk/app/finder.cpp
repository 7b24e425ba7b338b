// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/finder.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace wenlan::app {
namespace {

constexpr float slack_px = 1;    // rounding of layouts
constexpr float margin_px = 24;  // kept between what was scrolled to and the list's end
constexpr std::size_t summary_bytes_max = 1500;

bool bar(const ui::Element& element) {
    return element.part == ui::Part::dock || element.part == ui::Part::strip;
}

// 0: dock and strip, 1: can be pressed, 2: the rest.
int order_of(const ui::Element& element) {
    if (bar(element) && ui::pressable(element.role)) return 0;
    return ui::pressable(element.role) ? 1 : 2;
}

template <typename Matches>
const ui::Element* first(const ui::Semantics& screen, Matches matches) {
    for (const int order : {0, 1, 2}) {
        const ui::Element* hidden = nullptr;
        for (const ui::Element& element : screen.elements) {
            if (order_of(element) != order || !matches(element)) continue;
            if (in_view(element)) return &element;
            if (hidden == nullptr) hidden = &element;
        }
        if (hidden != nullptr) return hidden;
    }
    return nullptr;
}

struct Span {
    float begin = 0, end = 0;
    float length() const { return end - begin; }
};

Span along(const ui::PanelRect& rect, bool horizontal) {
    return horizontal ? Span{rect.x, rect.x + rect.width} : Span{rect.y, rect.y + rect.height};
}

}  // namespace

bool in_view(const ui::Element& element) {
    return element.visible.width > 0 && element.visible.height > 0;
}

const ui::Element* find(const ui::Semantics& screen, std::string_view label) {
    const auto* exact = first(screen, [&](const ui::Element& e) { return e.label == label; });
    if (exact != nullptr) return exact;
    return first(screen,
                 [&](const ui::Element& e) { return e.label.find(label) != std::string::npos; });
}

bool shows(const ui::Semantics& screen, std::string_view text) {
    return std::any_of(screen.elements.begin(), screen.elements.end(), [&](const ui::Element& e) {
        return in_view(e) && e.label.find(text) != std::string::npos;
    });
}

std::optional<PanelPoint> touch_point(const ui::Semantics& screen, const ui::Element& element) {
    if (!in_view(element)) return std::nullopt;
    const PanelPoint at{element.visible.x + element.visible.width / 2,
                        element.visible.y + element.visible.height / 2};
    const bool under =
        element.part == ui::Part::page &&
        std::any_of(screen.elements.begin(), screen.elements.end(), [&](const ui::Element& other) {
            return bar(other) && other.visible.contains(at.x, at.y);
        });
    if (under) return std::nullopt;
    return at;
}

ui::PanelRect usable(const ui::Semantics& screen, const ui::ScrollArea& area, gfx::Size panel) {
    const float left = std::max(area.rect.x, 0.0F);
    const float top = std::max(area.rect.y, 0.0F);
    const float right = std::min(area.rect.x + area.rect.width, static_cast<float>(panel.width));
    float bottom = std::min(area.rect.y + area.rect.height, static_cast<float>(panel.height));
    for (const ui::Element& element : screen.elements) {
        const ui::PanelRect& rect = element.visible;
        const bool beside = rect.x >= right || rect.x + rect.width <= left;
        // A bar that begins above the list's middle is no lower edge of it.
        if (bar(element) && in_view(element) && !beside && rect.y > top + (bottom - top) / 2)
            bottom = std::min(bottom, rect.y);
    }
    return {left, top, std::max(0.0F, right - left), std::max(0.0F, bottom - top)};
}

float way_into_view(const ui::Semantics& screen, const ui::Element& element, gfx::Size panel) {
    const auto index = static_cast<std::size_t>(element.scroll);
    if (element.scroll < 0 || index >= screen.scrolls.size()) return 0;
    const ui::ScrollArea& area = screen.scrolls[index];
    const Span list = along(usable(screen, area, panel), area.horizontal);
    const Span own = along(element.rect, area.horizontal);
    const float margin = std::min(margin_px, std::max(0.0F, (list.length() - own.length()) / 2));
    float way = 0;
    if (own.begin < list.begin - slack_px)
        way = list.begin + margin - own.begin;
    else if (own.end > list.end + slack_px)
        // What is longer than the list shows its beginning.
        way = std::max(list.end - margin - own.end, list.begin - own.begin);
    // The list's offset grows as its content moves up or left.
    way = std::clamp(way, area.offset - area.offset_max, area.offset);
    return std::abs(way) <= slack_px ? 0 : way;
}

std::string summary(const ui::Semantics& screen) {
    std::string line = screen.screen + " shows";
    const char* between = ": ";
    for (const ui::Element& element : screen.elements) {
        if (!in_view(element) || element.label.empty()) continue;
        line += between + element.label;
        between = " | ";
    }
    std::replace(line.begin(), line.end(), '\n', ' ');
    if (line.size() <= summary_bytes_max) return line;
    return std::string(base::utf8::prefix(line, summary_bytes_max)) + " ...";
}

}  // namespace wenlan::app
