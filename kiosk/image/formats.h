// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/result.h"
#include "image/codec.h"
#include "image/pixels.h"

// One decoder a file format, each with its library behind it; codec.h picks one by the first bytes.
namespace wenlan::image {

base::Result<Pixels> decode_png(std::span<const std::uint8_t> bytes, const Limits& limits);
// Turned upright as its EXIF orientation says; CMYK is converted.
base::Result<Pixels> decode_jpeg(std::span<const std::uint8_t> bytes, const Limits& limits);
base::Result<Pixels> decode_webp(std::span<const std::uint8_t> bytes, const Limits& limits);

// What the JPEG's EXIF block says about the camera's turn: 1 (upright) to 8; 1 without a sound
// block.
int exif_orientation(std::span<const std::uint8_t> jpeg);
Pixels turned_upright(Pixels pixels, int orientation);

base::Error damaged(std::string detail);
// An error unless a picture of this size is within the limits; asked before anything is allocated.
base::Result<void> within(const Limits& limits, std::uint64_t width, std::uint64_t height);

}  // namespace wenlan::image
