// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>

namespace wenlan::ui {

// A long list of which a part is here: `size` items from `first` on, of `count`.
struct ListWindow {
    int count = 0;
    int first = 0;
    int size = 0;

    bool holds(int index) const { return index >= first && index < first + size; }
};

// From which item on the station is to be asked, when those from `from` up to before `to` are in
// view; none when they and some around them are here, or have been asked for. `asked` is the
// caller's memory between frames, -1 in the beginning.
inline std::optional<int> window_to_ask(const ListWindow& window, int from, int to, int& asked) {
    if (window.first == asked) asked = -1;
    const int seen = std::max(1, to - from);
    const int around = std::clamp((window.size - seen) / 4, 1, seen);
    const int begin = std::clamp(from - around, 0, window.count);
    const int end = std::clamp(to + around, 0, window.count);
    const bool here = begin >= window.first && end <= window.first + window.size;
    if (here || window.size == 0) return std::nullopt;
    // Towards the beginning the new window ends where the view does.
    const int first = begin >= window.first ? begin : std::max(0, end - window.size);
    if (first == window.first || first == asked) return std::nullopt;
    asked = first;
    return first;
}

}  // namespace wenlan::ui
