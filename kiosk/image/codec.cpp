// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/codec.h"

#include <algorithm>
#include <array>

#include "image/formats.h"

namespace wenlan::image {
namespace {

constexpr std::array<std::uint8_t, 8> png_mark{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
constexpr std::array<std::uint8_t, 3> jpeg_mark{0xFF, 0xD8, 0xFF};
constexpr std::array<std::uint8_t, 4> riff_mark{'R', 'I', 'F', 'F'};
constexpr std::array<std::uint8_t, 4> webp_mark{'W', 'E', 'B', 'P'};

bool has(std::span<const std::uint8_t> bytes, std::size_t at, std::span<const std::uint8_t> mark) {
    return bytes.size() >= at + mark.size() &&
           std::equal(mark.begin(), mark.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

base::Error damaged(std::string detail) {
    return {"image.damaged", "This picture file is damaged.", std::move(detail)};
}

base::Result<void> within(const Limits& limits, std::uint64_t width, std::uint64_t height) {
    if (width == 0 || height == 0) return damaged("a side is zero");
    const auto side_max = static_cast<std::uint64_t>(std::max(limits.side_px_max, 0));
    if (width > side_max || height > side_max || width > limits.pixels_max / height)
        return base::Error{"image.too-large", "This picture is too large.",
                           std::to_string(width) + " x " + std::to_string(height)};
    return {};
}

base::Result<Pixels> decode(std::span<const std::uint8_t> bytes, const Limits& limits) {
    if (has(bytes, 0, png_mark)) return decode_png(bytes, limits);
    if (has(bytes, 0, jpeg_mark)) return decode_jpeg(bytes, limits);
    if (has(bytes, 0, riff_mark) && has(bytes, 8, webp_mark)) return decode_webp(bytes, limits);
    return base::Error{"image.unknown-format", "This file is not a PNG, JPEG or WebP picture.",
                       std::to_string(bytes.size()) + " bytes"};
}

}  // namespace wenlan::image
