// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/input/handwriting_shapes.h"
#include "text/input/ink.h"

namespace wenlan::text::input {

// Strokes in, characters out, by likeness with the shapes of all characters: strokes may come in
// any order, joined, shaky and slanted. It keeps nothing of what was written; any thread may ask.
class HandwritingRecogniser {
public:
    // With the shapes that are part of the program, or (for tests) others, which must outlive it.
    static base::Result<std::unique_ptr<HandwritingRecogniser>> create();
    static base::Result<std::unique_ptr<HandwritingRecogniser>> create(std::string_view shapes);

    // The likeliest first; none for ink without a point. About 10 ms.
    std::vector<std::string> recognise(const Ink& ink, std::size_t characters_max) const;

    std::size_t known_characters() const { return shapes_.size(); }

private:
    explicit HandwritingRecogniser(HandwritingShapes shapes) : shapes_(shapes) {}

    HandwritingShapes shapes_;
};

}  // namespace wenlan::text::input
