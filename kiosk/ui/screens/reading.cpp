// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/screens.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui {

std::optional<Action> draw_reading(Frame& frame) {
    head_wash(frame);
    return top_band(frame);
}

}  // namespace wenlan::ui
