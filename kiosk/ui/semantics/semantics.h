// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wenlan::ui {

// Panel pixels, from the top left.
struct PanelRect {
    float x = 0, y = 0, width = 0, height = 0;
    bool contains(float px, float py) const {
        return px >= x && py >= y && px < x + width && py < y + height;
    }
};

enum class Role : std::uint8_t {
    button,
    key,
    toggle,
    tab,
    chip,
    card,
    row,
    link,
    field,  // these can be pressed
    text,
    image,
    list,
    region,
};
std::string_view name_of(Role role);
inline bool pressable(Role role) { return role <= Role::field; }

// Where an element belongs; what is above covers what is below.
enum class Part : std::uint8_t { page, dock, strip, sheet };

// What can be seen or pressed. `rect` of what can be pressed is its hit area.
struct Element {
    Role role = Role::text;
    Part part = Part::page;
    std::string label;
    PanelRect rect;
    PanelRect visible;  // rect cut by the clips it is drawn under; empty when scrolled out
    bool enabled = true;
    bool clipped = false;  // text exceeds its own box
    float contrast = 0;    // of its text against what is under it; 0: no text
    bool large = false;    // 3:1 applies: at least 24 px bold or 32 px at k = 1
    int scroll = -1;       // index of the scroll area it lies in; -1: none
};

// A list that a finger can move.
struct ScrollArea {
    PanelRect rect;
    bool horizontal = false;
    float offset = 0;      // panel pixels
    float offset_max = 0;  // panel pixels
};

// Rebuilt with every frame, in drawing order.
struct Semantics {
    std::string screen;  // "attract", "home", "events", "event-detail", ...
    std::vector<Element> elements;
    std::vector<ScrollArea> scrolls;
};

}  // namespace wenlan::ui
