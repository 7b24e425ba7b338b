// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/semantics/sound.h"

#include <algorithm>
#include <cmath>

namespace wenlan::ui {

namespace {

bool is_place(const PanelRect& rect) {
    return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.width) &&
           std::isfinite(rect.height) && rect.width >= 0 && rect.height >= 0;
}

bool in_panel(const PanelRect& rect, float width, float height) {
    constexpr float slack = 64;  // a page that comes in from the side, a sheet from below
    return rect.x >= -slack && rect.y >= -slack && rect.x + rect.width <= width + slack &&
           rect.y + rect.height <= height + slack;
}

bool leads_on(const Element& element) {
    return pressable(element.role) && element.enabled && element.visible.width > 0 &&
           element.visible.height > 0;
}

}  // namespace

std::string fault_of(const Semantics& screen, float panel_width, float panel_height) {
    if (screen.screen.empty()) return "a page without a name";
    if (screen.screen == "failure") return "the calm error page";
    for (const Element& element : screen.elements) {
        if (!is_place(element.rect) || !is_place(element.visible)) {
            return "\"" + element.label + "\" stands nowhere";
        }
        if (pressable(element.role) && element.label.empty()) return "a control without a name";
        if (element.visible.width > 0 && element.visible.height > 0 &&
            !in_panel(element.visible, panel_width, panel_height)) {
            return "\"" + element.label + "\" is seen outside the panel";
        }
        if (element.scroll >= static_cast<int>(screen.scrolls.size())) {
            return "\"" + element.label + "\" lies in a list that is not there";
        }
    }
    for (const ScrollArea& list : screen.scrolls) {
        if (!is_place(list.rect) || !std::isfinite(list.offset) ||
            !std::isfinite(list.offset_max)) {
            return "a list stands nowhere";
        }
    }
    if (std::none_of(screen.elements.begin(), screen.elements.end(), leads_on)) {
        return "nothing leads on";
    }
    return {};
}

}  // namespace wenlan::ui
