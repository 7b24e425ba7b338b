// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/posters/accept_poster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>

#include "image/codec.h"
#include "image/scale.h"

namespace wenlan::hub {

namespace {

namespace limits = poster_limits;

// Down to the least that still looks like a photograph; what is over the limit then is made
// smaller.
constexpr int qualities[] = {86, 80, 74, 66, 58};
constexpr int thumbnail_quality = 80;

base::Error refused(const base::Error& why) {
    if (why.code == "image.unknown-format") {
        return {"poster.not-a-picture", "A poster is a still PNG, JPEG or WebP picture.",
                why.detail};
    }
    if (why.code == "image.too-large") {
        return {"poster.too-large",
                "This picture has too many pixels: at most 16 million, or 16,000 on a side.",
                why.detail};
    }
    return {"poster.damaged", "This picture file is damaged.", why.code + ": " + why.detail};
}

base::Result<image::Pixels> read(std::string_view bytes) {
    if (bytes.size() > limits::file_bytes_max) {
        return base::Error{"poster.too-heavy", "This picture file is larger than 16 MiB.",
                           std::to_string(bytes.size()) + " bytes"};
    }
    const std::span file(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    auto pixels = image::decode(file, {.side_px_max = limits::side_px_max,
                                       .pixels_max = limits::pixels_max,
                                       .enough_px = limits::shown_px_max});
    if (!pixels) return refused(pixels.error());
    const image::Pixels& made = pixels.value();
    if (std::min(made.width, made.height) < limits::shorter_side_px_min) {
        return base::Error{"poster.too-small",
                           "This picture is too small for a large screen: its shorter side has to "
                           "be 200 pixels or more.",
                           std::to_string(made.width) + " x " + std::to_string(made.height)};
    }
    return pixels;
}

// Not larger than it is.
image::Pixels within(const image::Pixels& pixels, int side_px_max) {
    const int longer = std::max(pixels.width, pixels.height);
    if (longer <= side_px_max) return pixels;
    const auto shrunk = [&](int side) {
        const double exact = static_cast<double>(side) * side_px_max / longer;
        return std::max(1, static_cast<int>(std::lround(exact)));
    };
    return image::scaled(pixels, shrunk(pixels.width), shrunk(pixels.height));
}

base::Result<std::string> packed(image::Pixels& pixels) {
    constexpr int shrinkings_max = 6;
    for (int shrinking = 0; shrinking < shrinkings_max; ++shrinking) {
        for (const int quality : qualities) {
            std::string bytes = TRY(image::encode_jpeg(pixels, quality));
            if (bytes.size() <= limits::shown_bytes_max) return bytes;
        }
        pixels = within(pixels, std::max(pixels.width, pixels.height) * 3 / 4);
    }
    return base::Error{"poster.too-large", "This picture cannot be made small enough."};
}

}  // namespace

base::Result<PosterObject> accept_poster(std::string_view bytes) {
    image::Pixels pixels = TRY(read(bytes));
    pixels = within(pixels, limits::shown_px_max);
    PosterObject object;
    auto shown = packed(pixels);
    if (!shown) return shown.error();
    object.bytes = std::move(shown).value();
    object.hash = sync::hash_of(object.bytes);
    object.width = pixels.width;
    object.height = pixels.height;
    object.thumbnail =
        TRY(image::encode_jpeg(within(pixels, limits::thumbnail_px_max), thumbnail_quality));
    return object;
}

}  // namespace wenlan::hub
