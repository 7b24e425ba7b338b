// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/typing/written_ink.h"

namespace wenlan::ui {

WrittenInk::WrittenInk()
    : memory_(strokes_max * sizeof(std::size_t) + dots_max * sizeof(WrittenInk::Dot)) {}

std::span<std::size_t> WrittenInk::ends() const {
    return {reinterpret_cast<std::size_t*>(memory_.bytes().data()), strokes_max};
}

std::span<WrittenInk::Dot> WrittenInk::dots() const {
    std::byte* begin = memory_.bytes().data() + strokes_max * sizeof(std::size_t);
    return {reinterpret_cast<Dot*>(begin), dots_max};
}

void WrittenInk::begin_stroke() {
    if (strokes_ == strokes_max) {
        full_ = true;
        return;
    }
    ends()[strokes_] = strokes_ == 0 ? 0 : ends()[strokes_ - 1];
    ++strokes_;
}

void WrittenInk::add(Dot dot) {
    if (strokes_ == 0 || full_) return;
    std::size_t& end = ends()[strokes_ - 1];
    if (end == dots_max) {
        full_ = true;
        return;
    }
    dots()[end++] = dot;
}

void WrittenInk::undo_stroke() {
    if (strokes_ == 0) return;
    --strokes_;
    full_ = false;
    if (strokes_ == 0) clear();
}

void WrittenInk::clear() {
    memory_.wipe();
    strokes_ = 0;
    full_ = false;
}

std::span<const WrittenInk::Dot> WrittenInk::stroke(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends()[i - 1];
    return dots().subspan(begin, ends()[i] - begin);
}

text::input::Ink WrittenInk::copy() const {
    text::input::Ink ink;
    for (std::size_t i = 0; i < strokes_; ++i) {
        text::input::Stroke line;
        line.reserve(stroke(i).size());
        for (const Dot& dot : stroke(i)) line.push_back({dot.at.x, dot.at.y});
        ink.push_back(std::move(line));
    }
    return ink;
}

}  // namespace wenlan::ui
