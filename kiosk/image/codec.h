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
    // A JPEG whose shorter side is longer than this may be read at a half, a quarter or an eighth
    // of its size, while the shorter side stays as long. 0: it is read whole.
    int enough_px = 0;
};

// PNG, JPEG or WebP, known by its first bytes. Anything else, anything over the limits and anything
// damaged is an error ("image.unknown-format", "image.too-large", "image.damaged"). Photographs are
// turned upright as their EXIF block says; CMYK is converted. Any thread.
base::Result<Pixels> decode(std::span<const std::uint8_t> bytes, const Limits& limits = {});
base::Result<std::string> encode_png(const Pixels& pixels);
// What is transparent becomes white. Nothing of where the picture came from is written.
base::Result<std::string> encode_jpeg(const Pixels& pixels, int quality);

}  // namespace wenlan::image
