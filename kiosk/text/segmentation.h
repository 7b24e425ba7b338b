// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "text/clean_text.h"

namespace wenlan::text {

// Where a text may be parted, by Unicode's rules for Chinese. One belongs to one thread.
class Segmentation {
public:
    static base::Result<std::unique_ptr<Segmentation>> create();
    virtual ~Segmentation() = default;

    // What a reader takes for one character: indices of `text.characters` where each begins.
    virtual void graphemes(const CleanText& text, std::vector<std::uint32_t>& begins) = 0;
    // Whether a line may end before each character (UAX #14); never true for the first.
    virtual void line_breaks(const CleanText& text, std::vector<std::uint8_t>& allowed) = 0;
};

}  // namespace wenlan::text
