// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string.h>
#include <string>
#include <type_traits>
#include <vector>

#include "text/typesetter.h"

// Overwrites what a visitor may have typed before its memory is given back. The compiler may not
// leave these stores out.
namespace wenlan::text {

template <typename T>
void wipe(std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    values.resize(values.capacity());
    if (!values.empty())
        explicit_bzero(static_cast<void*>(values.data()), values.size() * sizeof(T));
    values.clear();
    values.shrink_to_fit();
}

template <typename Letter>
void wipe(std::basic_string<Letter>& text) {
    text.resize(text.capacity());
    explicit_bzero(text.data(), text.size() * sizeof(Letter));
    text.clear();
    text.shrink_to_fit();
}

// Empty, with room for `size`: growing would leave the old memory behind as it is.
template <typename Values>
void empty_for(Values& values, std::size_t size) {
    if (values.capacity() < size) {
        wipe(values);
        values.reserve(size + size / 2);
    }
    values.clear();
}

inline void wipe(Line& line) { wipe(line.glyphs); }

inline void wipe(Paragraph& paragraph) {
    for (Line& line : paragraph.lines) wipe(line);
}

}  // namespace wenlan::text
