// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "text/font.h"

namespace wenlan::text {

// Every font file once, and for each face the order in which they are asked for a character: its
// own, the fallbacks, then those of the other faces, so that what one face can show all can.
class FontSet {
public:
    // Fails, naming the file, where one of a face is missing; a missing fallback is only logged.
    static base::Result<FontSet> open(const FontFiles& files);

    const Font& at(std::uint16_t font) const { return fonts_[font]; }
    std::size_t size() const { return fonts_.size(); }
    const Font& first(Face face) const { return fonts_[order(face).front()]; }
    // The first font of the face that has all of these; ignorable characters and blanks need none.
    std::optional<std::uint16_t> covering(Face face, std::span<const char32_t> characters) const;

private:
    const std::vector<std::uint16_t>& order(Face face) const {
        return order_[static_cast<std::size_t>(face)];
    }

    std::vector<Font> fonts_;
    std::array<std::vector<std::uint16_t>, face_count> order_;
};

}  // namespace wenlan::text
