// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include "ui/widgets/frame.h"

namespace wenlan::ui {

inline constexpr float candidate_bar_height = 110;

enum class Arrow { none, more };

// The bar over the keys: as many candidates as it holds, the first filled. Gives which was pressed;
// `opened`: the arrow was.
struct BarPress {
    std::optional<std::size_t> candidate;
    bool opened = false;
};
BarPress candidate_bar(Frame& frame, Rect rect, std::span<const std::string> candidates,
                       Arrow arrow);

// All of them, in a list that a finger moves.
std::optional<std::size_t> candidate_page(Frame& frame, Rect area,
                                          std::span<const std::string> candidates,
                                          Scroller& scroller);

}  // namespace wenlan::ui
