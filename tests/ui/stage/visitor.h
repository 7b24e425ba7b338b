// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "gfx/graphics.h"
#include "ui/shell.h"

namespace wenlan::test {

// Somebody in front of the screen: touches it, waits, looks. Time passes with the frames only.
class Visitor {
public:
    // What the station shows, and who answers what is asked of it.
    struct Station {
        std::function<std::shared_ptr<const model::View>()> view;
        std::function<void(const model::NumberedIntent&)> ask;
    };
    Visitor(text::Typesetter& typesetter, gfx::Graphics& graphics, gfx::Size size, Station station);

    // One frame after this long, with these touches.
    ui::FrameResult frame(base::Duration step, std::vector<gfx::TouchEvent> touches = {});
    // The same with touches that have their own times.
    ui::FrameResult frame_as_timed(base::Duration step, std::span<const gfx::TouchEvent> touches);
    // Frames until nothing moves.
    void settle();
    void pass(base::Duration time);

    // The first element in view with exactly this label: what can be pressed before text. Null:
    // none.
    const ui::Element* find(std::string_view label) const;
    bool sees(std::string_view label) const { return find(label) != nullptr; }
    // Touches the middle of what is seen of it, and waits until all is still; false: not in view.
    bool tap(std::string_view label);
    void tap(ui::PanelRect rect);
    void swipe(float from_x, float from_y, float to_x, float to_y);
    // Drags a list on, or back, by more than half of its length, without a fling; false at its end.
    enum class Way { on, back };
    bool scroll(std::size_t list, Way way = Way::on);

    const ui::Semantics& screen() const { return shell_->semantics(); }
    ui::Shell& shell() { return *shell_; }
    gfx::Size size() const { return size_; }
    base::Duration now() const { return now_; }
    void use(gfx::Graphics& graphics) { graphics_ = &graphics; }
    void turn(gfx::Size size) { size_ = size; }

    // Everything that was asked of the station.
    std::vector<model::NumberedIntent> asked;

private:
    bool covered(float x, float y, ui::Part part) const;

    std::unique_ptr<ui::Shell> shell_;
    gfx::Graphics* graphics_;
    gfx::Size size_;
    Station station_;
    base::Duration now_{1000};
};

}  // namespace wenlan::test
