// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "image/pixels.h"

namespace wenlan::image {

struct Limits {
    int side_px_max = 8192;
    std::size_t pixels_max = 40'000'000;
};

// PNG, JPEG or WebP, known by its first bytes. Anything else, anything over the limits and anything
// damaged is an error ("image.unknown-format", "image.too-large", "image.damaged"). Photographs are
// turned upright as their EXIF block says; CMYK is converted. Any thread.
base::Result<Pixels> decode(std::span<const std::uint8_t> bytes, const Limits& limits = {});
base::Result<std::string> encode_png(const Pixels& pixels);

}  // namespace wenlan::image
