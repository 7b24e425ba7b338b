// SPDX-License-Identifier: GPL-3.0-or-later
#include <webp/decode.h>

#include "image/formats.h"

namespace wenlan::image {

base::Result<Pixels> decode_webp(std::span<const std::uint8_t> bytes, const Limits& limits) {
    WebPBitstreamFeatures features;
    if (const auto status = WebPGetFeatures(bytes.data(), bytes.size(), &features);
        status != VP8_STATUS_OK)
        return damaged("WebP header, status " + std::to_string(status));
    if (features.has_animation)
        return base::Error{"image.unknown-format", "Moving pictures are not supported.",
                           "animated WebP"};
    if (auto fits = within(limits, static_cast<std::uint64_t>(features.width),
                           static_cast<std::uint64_t>(features.height));
        !fits)
        return fits.error();
    const std::size_t stride = static_cast<std::size_t>(features.width) * 4;
    Pixels pixels{features.width, features.height,
                  std::vector<std::uint8_t>(stride * static_cast<std::size_t>(features.height))};
    if (!WebPDecodeRGBAInto(bytes.data(), bytes.size(), pixels.rgba.data(), pixels.rgba.size(),
                            static_cast<int>(stride)))
        return damaged("WebP pixels");
    return pixels;
}

}  // namespace wenlan::image
