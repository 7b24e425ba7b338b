// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/input/ink_features.h"
#include "text/input/ink_points.h"

namespace wenlan::text::input {

// The shapes of all characters, as bytes: made once when the program is built
// (make/make_shapes.cpp), mapped with it, read where they lie.
class HandwritingShapes {
public:
    struct Shape {
        char32_t character = 0;
        float use = 0;  // from 0, never, to 1, the commonest; by the logarithm
        InkFeatures features{};
        InkPoints points;
    };
    static std::string encode(const std::vector<Shape>& shapes);

    // The bytes must outlive what is opened.
    static base::Result<HandwritingShapes> open(std::string_view bytes);

    std::size_t size() const { return characters_.size() / 4; }
    char32_t character(std::size_t i) const;
    float use(std::size_t i) const { return static_cast<float>(uses_[i]) / 255; }
    // `feature_count` bytes: the features times `feature_scale`.
    const std::uint8_t* features(std::size_t i) const;
    InkPoints points(std::size_t i) const;

    static constexpr float feature_scale = 400;

private:
    HandwritingShapes() = default;

    std::span<const std::uint8_t> characters_, uses_, features_, points_;
};

}  // namespace wenlan::text::input
