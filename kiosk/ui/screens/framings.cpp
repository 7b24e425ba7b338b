// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/framings.h"

#include <algorithm>

#include "ui/theme/paintings.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui {

Framing attract_framing(const Canvas& canvas) {
    return {{0, 0, canvas.width(), canvas.height()},
            canvas.low() ? paintings::attract_landscape() : paintings::attract()};
}

Framing home_framing(const Canvas& canvas) {
    const bool large = canvas.theme().large;
    if (canvas.landscape()) {
        return {{0, 0, canvas.width(), canvas.height()}, paintings::home_landscape()};
    }
    const float drawn = large ? home_dock_top_large : home_dock_top;
    const float grown = std::max(0.0F, page_area(canvas).dock_top - drawn);
    return {{0, 0, canvas.width(), (large ? 560 : 760) + grown},
            large ? paintings::hero_large() : paintings::hero()};
}

}  // namespace wenlan::ui
