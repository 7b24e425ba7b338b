// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/checks.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace wenlan::test {

namespace {

using ui::Element;
using ui::PanelRect;
using ui::Part;
using ui::Role;

constexpr float touch_min = 96;     // virtual px
constexpr float overlap_max = 4;    // virtual px, in either direction
constexpr float rounding_px = 1.5;  // panel px
constexpr float contrast_min = 4.5F, contrast_large_min = 3, contrast_high_min = 7;

float right(const PanelRect& rect) { return rect.x + rect.width; }
float bottom(const PanelRect& rect) { return rect.y + rect.height; }
bool empty(const PanelRect& rect) { return rect.width <= 0 || rect.height <= 0; }

PanelRect common(const PanelRect& a, const PanelRect& b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::min(right(a), right(b)) - x, std::min(bottom(a), bottom(b)) - y};
}

bool within(const PanelRect& inner, const PanelRect& outer, float slack) {
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           right(inner) <= right(outer) + slack && bottom(inner) <= bottom(outer) + slack;
}

std::string number(float value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.0f", static_cast<double>(value));
    return text;
}

std::string fraction(float value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", static_cast<double>(value));
    return text;
}

std::string quoted(const Element& element) {
    constexpr std::size_t length_max = 60;
    std::string label = element.label.substr(0, length_max);
    // Not in the middle of a character.
    while (label.size() < element.label.size() && !label.empty() &&
           (static_cast<unsigned char>(element.label[label.size()]) & 0xC0U) == 0x80U)
        label.pop_back();
    std::replace(label.begin(), label.end(), '\n', ' ');
    return std::string(ui::name_of(element.role)) + " \"" + label + "\"";
}

// Looks at one frame.
class Inspector {
public:
    Inspector(const ui::Semantics& screen, const Mode& mode, std::string where)
        : screen_(screen),
          mode_(mode),
          where_(std::move(where)),
          unit_(static_cast<float>(std::min(mode.panel.width, mode.panel.height)) / 1080) {}

    Faults look() {
        for (const Element& element : screen_.elements) {
            if (empty(element.visible)) continue;
            if (element.role == Role::text) check_text(element);
            if (ui::pressable(element.role)) check_pressable(element);
        }
        for (std::size_t i = 0; i < screen_.elements.size(); ++i) {
            for (std::size_t j = i + 1; j < screen_.elements.size(); ++j)
                check_pair(screen_.elements[i], screen_.elements[j]);
        }
        return std::move(faults_);
    }

private:
    void say(const std::string& what) { faults_.push_back(where_ + ": " + what); }

    // In virtual px: "120x80 at 56,300".
    std::string place(const PanelRect& rect) const {
        return number(rect.width / unit_) + "x" + number(rect.height / unit_) + " at " +
               number(rect.x / unit_) + "," + number(rect.y / unit_);
    }

    // A list cuts what it holds along its own axis, and nothing else is cut at all.
    bool cut(const Element& element) const {
        const bool in_list = element.scroll >= 0;
        const bool sideways =
            in_list && screen_.scrolls[static_cast<std::size_t>(element.scroll)].horizontal;
        const bool narrower = element.visible.width < element.rect.width - rounding_px;
        const bool lower = element.visible.height < element.rect.height - rounding_px;
        return (narrower && !sideways) || (lower && !(in_list && !sideways));
    }

    void check_text(const Element& text) {
        if (text.clipped) say(quoted(text) + " is larger than its place, " + place(text.rect));
        if (cut(text)) say(quoted(text) + " is cut: " + place(text.rect));
        const float least = mode_.high_contrast ? contrast_high_min
                            : text.large        ? contrast_large_min
                                                : contrast_min;
        if (text.enabled && text.contrast < least - 0.005F)
            say(quoted(text) + " has contrast " + fraction(text.contrast) + " of " +
                fraction(least));
    }

    void check_pressable(const Element& button) {
        if (button.label.empty()) say(quoted(button) + " has no name, " + place(button.rect));
        const float least = touch_min * unit_ - 0.5F;
        if (button.rect.width < least || button.rect.height < least)
            say(quoted(button) + " is small for a finger: " + place(button.rect));
        if (cut(button)) say(quoted(button) + " is cut: " + place(button.rect));
    }

    bool overlap(const Element& a, const Element& b) const {
        const PanelRect shared = common(a.visible, b.visible);
        return shared.width > overlap_max * unit_ && shared.height > overlap_max * unit_;
    }

    void check_pair(const Element& a, const Element& b) {
        if (!overlap(a, b)) return;
        const PanelRect shared = common(a.visible, b.visible);
        const auto both = [&](const std::string& what) {
            say(quoted(a) + " (" + place(a.visible) + ") and " + quoted(b) + " (" +
                place(b.visible) + ") " + what + " by " + place(shared));
        };
        if (a.role == Role::text && b.role == Role::text) return both("overlap");
        if (ui::pressable(a.role) && ui::pressable(b.role)) {
            if (a.part == b.part) both("overlap");
            return;
        }
        if (ui::pressable(a.role) && b.role == Role::text) return check_label(b, a, both);
        if (ui::pressable(b.role) && a.role == Role::text) check_label(a, b, both);
    }

    // A text lies in a control or beside it, not half over its edge; and nothing that stands still
    // lies under the dock.
    template <typename Say>
    void check_label(const Element& text, const Element& button, const Say& both) {
        if (text.part != button.part) {
            if (text.scroll < 0) both("overlap");
            return;
        }
        if (text.scroll != button.scroll) {
            both("overlap");
        } else if (!within(text.rect, button.rect, overlap_max * unit_)) {
            both("cross");
        }
    }

    const ui::Semantics& screen_;
    const Mode& mode_;
    std::string where_;
    float unit_;
    Faults faults_;
};

}  // namespace

std::string name_of(const Mode& mode) {
    std::string name = std::to_string(mode.panel.width) + "x" + std::to_string(mode.panel.height);
    name += mode.language == base::Language::en ? " en" : " zh";
    if (mode.large_text) name += " large";
    if (mode.high_contrast) name += " contrast";
    return name;
}

Faults faults_of(const ui::Semantics& screen, const Mode& mode, const std::string& page) {
    return Inspector(screen, mode, page + " [" + name_of(mode) + "]").look();
}

}  // namespace wenlan::test
