// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "app/stage.h"

// A stage with one list of cards, as the screens would behave: only what is in view is in the tree,
// a drag moves the list, a press opens a page that bears the card's name.
namespace wenlan {

class FakeStage final : public app::Stage {
public:
    explicit FakeStage(int cards, bool horizontal = false)
        : cards_(cards), horizontal_(horizontal) {
        describe();
    }

    base::Duration frame(base::Duration step, std::span<const gfx::TouchEvent> touches) override {
        uptime_ += step;
        ++frames;
        for (const gfx::TouchEvent& event : touches) take(event);
        settling_ = std::max(0, settling_ - 1);
        describe();
        return settling_ > 0 ? base::Duration{0} : base::Duration{1000};
    }
    base::Duration uptime() const override { return uptime_; }
    gfx::Size size() const override { return {1080, 1920}; }
    const ui::Semantics& semantics() const override { return semantics_; }
    bool settled() const override { return settling_ == 0; }
    base::Result<void> shot(const std::string& name) override {
        shots.push_back(name + "@" + semantics_.screen);
        return {};
    }

    float offset() const { return offset_; }

    int frames = 0;
    std::vector<std::string> shots;
    std::vector<base::Duration> presses;

private:
    static constexpr float begin = 600, end = 1676, length = 220, thickness = 968;

    float extent() const { return static_cast<float>(cards_) * length; }

    void take(const gfx::TouchEvent& event) {
        const float at = horizontal_ ? event.x : event.y;
        if (event.kind == gfx::TouchEvent::Kind::down) {
            down_at_ = at;
            dragged_ = false;
        } else if (event.kind == gfx::TouchEvent::Kind::move && down_at_) {
            dragged_ = dragged_ || std::abs(at - *down_at_) > 14;
            if (dragged_) offset_ = std::clamp(offset_ - (at - *down_at_), 0.0F, offset_max());
            if (dragged_) down_at_ = at;
        } else if (event.kind == gfx::TouchEvent::Kind::up) {
            if (!dragged_) press(event);
            down_at_.reset();
            settling_ = 20;
        }
    }

    void press(const gfx::TouchEvent& event) {
        presses.push_back(uptime_);
        for (const ui::Element& element : semantics_.elements)
            if (ui::pressable(element.role) && element.visible.contains(event.x, event.y))
                page_ = element.label;
    }

    float view_length() const { return horizontal_ ? 1080.0F : end - begin; }
    float offset_max() const { return std::max(0.0F, extent() - view_length()); }

    void describe() {
        semantics_ = {};
        semantics_.screen = page_;
        const ui::PanelRect area = horizontal_ ? ui::PanelRect{0, 600, 1080, thickness}
                                               : ui::PanelRect{56, begin, thickness, end - begin};
        semantics_.scrolls = {{area, horizontal_, offset_, offset_max()}};
        for (int i = 0; i < cards_; ++i) {
            const float from = static_cast<float>(i) * length - offset_;
            if (from + length <= 0 || from >= view_length()) continue;
            add("第" + std::to_string(i) + "场", from, area);
        }
    }

    void add(const std::string& label, float from, const ui::PanelRect& area) {
        ui::Element card;
        card.role = ui::Role::card;
        card.label = label;
        card.rect = horizontal_ ? ui::PanelRect{from, 600, length, thickness}
                                : ui::PanelRect{56, begin + from, thickness, length};
        const float x = std::max(card.rect.x, area.x);
        const float y = std::max(card.rect.y, area.y);
        card.visible = {x, y, std::min(card.rect.x + card.rect.width, area.x + area.width) - x,
                        std::min(card.rect.y + card.rect.height, area.y + area.height) - y};
        card.scroll = 0;
        semantics_.elements.push_back(card);
    }

    int cards_;
    bool horizontal_;
    float offset_ = 0;
    std::string page_ = "list";
    base::Duration uptime_{};
    int settling_ = 0;
    std::optional<float> down_at_;
    bool dragged_ = false;
    ui::Semantics semantics_;
};

}  // namespace wenlan
