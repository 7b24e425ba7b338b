// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "image/pixels.h"

namespace wenlan::image::samples {

// Repeatable bytes for mutations.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint32_t roll(std::uint32_t sides) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(state_ >> 33U) % sides;
    }

private:
    std::uint64_t state_;
};

inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

inline Pixels filled(int width, int height, const std::vector<std::uint8_t>& colour) {
    Pixels pixels{width, height, {}};
    for (int at = 0; at < width * height; ++at)
        pixels.rgba.insert(pixels.rgba.end(), colour.begin(), colour.end());
    return pixels;
}

// Red grows to the right, green downwards.
inline Pixels gradient(int width, int height) {
    Pixels pixels{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            pixels.rgba.insert(
                pixels.rgba.end(),
                {static_cast<std::uint8_t>(x * 255 / std::max(width - 1, 1)),
                 static_cast<std::uint8_t>(y * 255 / std::max(height - 1, 1)), 60, 255});
    return pixels;
}

inline const std::uint8_t* at(const Pixels& pixels, int x, int y) {
    return pixels.rgba.data() +
           (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
            static_cast<std::size_t>(x)) *
               4;
}

// Files of other encoders, made in memory by the format's own library.
std::string jpeg(const Pixels& pixels, bool progressive = false);
std::string jpeg_of_inks(int width, int height, const std::vector<std::uint8_t>& inks);
std::string webp(const Pixels& pixels);
// The JPEG with an EXIF block that says how the camera was turned.
std::string with_orientation(const std::string& jpeg, int orientation, bool big_endian);

}  // namespace wenlan::image::samples
