// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "model/devices.h"
#include "model/view.h"
#include "ui/i18n/strings.h"
#include "ui/imgui/canvas.h"
#include "ui/motion/touch.h"
#include "ui/screens/visit_state.h"

namespace wenlan::ui {

class Reader;
class Typist;

// What a screen draws with. Lives for one frame.
struct Frame {
    Canvas& canvas;
    Touch& touch;
    const Theme& theme;
    const model::View& view;
    VisitState& visit;
    base::Duration now{};
    base::Duration still_since{};  // the last touch: small endless motions stop 10 s later
    // Since home was entered from the painting, or the painting came back, while that moves.
    std::optional<base::Duration> gliding_for = std::nullopt;
    base::Duration redraw_in = base::Duration::max();
    bool seal_touched = false;  // a finger has come down on the seal of the band
    std::optional<Canvas::PlacedPicture> pressed_picture = std::nullopt;  // of what was pressed

    Typist* typist = nullptr;  // who types; never null in front of people
    model::Devices devices{};
    Reader* reader = nullptr;  // who reads aloud

    base::Language language() const { return theme.language; }
    std::string_view word(Key key) const { return ui::text(key, theme.language); }
    const std::string& word(const base::LocalText& text) const { return text.in(theme.language); }
    // The next frame is wanted after at most this long.
    void redraw_after(base::Duration wait) { redraw_in = std::min(redraw_in, wait); }
    void animate() { redraw_after(base::Duration{0}); }
};

}  // namespace wenlan::ui
