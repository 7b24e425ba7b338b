// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace wenlan::ui {

// sRGB with straight alpha, 0-1.
struct Color {
    float r = 0, g = 0, b = 0, a = 1;

    static constexpr Color hex(std::uint32_t rgb, float alpha = 1) {
        return {static_cast<float>((rgb >> 16) & 0xFF) / 255.0F,
                static_cast<float>((rgb >> 8) & 0xFF) / 255.0F,
                static_cast<float>(rgb & 0xFF) / 255.0F, alpha};
    }
    constexpr Color with_alpha(float alpha) const { return {r, g, b, alpha}; }
    constexpr Color shaded(float factor) const { return {r * factor, g * factor, b * factor, a}; }
    // This colour laid over an opaque one.
    constexpr Color over(Color below) const {
        return {r * a + below.r * (1 - a), g * a + below.g * (1 - a), b * a + below.b * (1 - a), 1};
    }
    bool operator==(const Color&) const = default;
};

// Relative luminance and contrast ratio as WCAG 2 defines them.
inline float luminance(Color color) {
    const auto linear = [](float c) {
        return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);
    };
    return 0.2126F * linear(color.r) + 0.7152F * linear(color.g) + 0.0722F * linear(color.b);
}

inline float contrast(Color text, Color ground) {
    const float a = luminance(text.over(ground));
    const float b = luminance(ground);
    return (std::max(a, b) + 0.05F) / (std::min(a, b) + 0.05F);
}

}  // namespace wenlan::ui
