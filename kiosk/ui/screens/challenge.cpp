// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/screens.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui {

std::optional<Action> draw_challenge(Frame& frame, const Place& here) {
    return draw_detail(frame, here);
}

}  // namespace wenlan::ui
