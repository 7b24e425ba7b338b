// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "base/locked_memory.h"
#include "text/input/ink.h"
#include "ui/geometry.h"

namespace wenlan::ui {

// What is being written on a pad: strokes in locked memory, of a size that a character needs and
// not more. What does not fit is left out, and `full` says so.
class WrittenInk {
public:
    struct Dot {
        Point at;
        float width = 0;
    };
    static constexpr std::size_t strokes_max = 96, dots_max = 6000;

    WrittenInk();

    void begin_stroke();
    void add(Dot dot);
    void undo_stroke();
    void clear();

    std::size_t strokes() const { return strokes_; }
    std::span<const Dot> stroke(std::size_t i) const;
    bool empty() const { return strokes_ == 0; }
    bool full() const { return full_; }
    text::input::Ink copy() const;

private:
    std::span<Dot> dots() const;
    std::span<std::size_t> ends() const;

    base::LockedMemory memory_;
    std::size_t strokes_ = 0;
    bool full_ = false;
};

}  // namespace wenlan::ui
