// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/resting.h"

namespace wenlan::ui {

namespace {
constexpr base::Duration patience{300};
}

void resting_card(Frame& frame, Rect rect) {
    frame.canvas.round(rect, measure::radius_card, frame.theme.color.sunk);
    if (frame.theme.contrast) {
        frame.canvas.outline(rect, measure::radius_card, 2, frame.theme.color.line);
    }
}

void resting_cards(Frame& frame, Rect area, int columns, float height, float gap) {
    // A page opens by a touch, or has stood open since one.
    const base::Duration waited = frame.now - frame.still_since;
    if (waited < patience) {
        frame.redraw_after(patience - waited);
        return;
    }
    const auto across = static_cast<float>(columns);
    const float width = (area.w - gap * (across - 1)) / across;
    for (float y = area.y; y + height <= area.bottom(); y += height + gap) {
        for (int i = 0; i < columns; ++i) {
            resting_card(frame, {area.x + (width + gap) * static_cast<float>(i), y, width, height});
        }
    }
}

}  // namespace wenlan::ui
