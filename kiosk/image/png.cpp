// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <png.h>

#include "image/formats.h"

namespace wenlan::image {
namespace {

// libpng's simplified interface: it keeps its long jumps inside itself.
struct Image {
    png_image info{};

    Image() { info.version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(&info); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;

    bool failed() const { return PNG_IMAGE_FAILED(info); }
    std::string message() const {
        return {info.message, strnlen(info.message, sizeof info.message)};
    }
};

}  // namespace

base::Result<Pixels> decode_png(std::span<const std::uint8_t> bytes, const Limits& limits) {
    Image image;
    if (!png_image_begin_read_from_memory(&image.info, bytes.data(), bytes.size()))
        return damaged(image.message());
    if (auto fits = within(limits, image.info.width, image.info.height); !fits) return fits.error();
    image.info.format = PNG_FORMAT_RGBA;
    Pixels pixels{static_cast<int>(image.info.width), static_cast<int>(image.info.height),
                  std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image.info))};
    if (!png_image_finish_read(&image.info, nullptr, pixels.rgba.data(), 0, nullptr) ||
        image.failed())
        return damaged(image.message());
    return pixels;
}

base::Result<std::string> encode_png(const Pixels& pixels) {
    base::ensure(pixels.width >= 0 && pixels.height >= 0 &&
                     pixels.rgba.size() == static_cast<std::size_t>(pixels.width) *
                                               static_cast<std::size_t>(pixels.height) * 4,
                 "an image has as many bytes as its size says");
    if (pixels.empty())
        return base::Error{"image.empty", "There is no picture to save.", "a side is zero"};
    Image image;
    image.info.width = static_cast<png_uint_32>(pixels.width);
    image.info.height = static_cast<png_uint_32>(pixels.height);
    image.info.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image.info);
    std::string out(size, '\0');
    if (!png_image_write_to_memory(&image.info, out.data(), &size, 0, pixels.rgba.data(), 0,
                                   nullptr))
        return base::Error{"image.not-saved", "This picture could not be saved.", image.message()};
    out.resize(size);
    out.shrink_to_fit();
    return out;
}

}  // namespace wenlan::image
