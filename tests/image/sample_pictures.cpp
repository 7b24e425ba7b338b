// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <cstdlib>
// libjpeg's header needs cstdio.
#include <jpeglib.h>
#include <webp/encode.h>

#include "sample_pictures.h"

namespace wenlan::image::samples {
namespace {

std::string compressed(const std::uint8_t* pixels, int width, int height, bool inks,
                       bool progressive) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &out, &size);
    info.image_width = static_cast<JDIMENSION>(width);
    info.image_height = static_cast<JDIMENSION>(height);
    info.input_components = 4;
    info.in_color_space = inks ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 95, TRUE);
    if (progressive) jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        auto* row = const_cast<std::uint8_t*>(pixels) +
                    std::size_t{info.next_scanline} * static_cast<std::size_t>(width) * 4;
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    std::string bytes(reinterpret_cast<char*>(out), size);
    std::free(out);
    return bytes;
}

}  // namespace

std::string jpeg(const Pixels& pixels, bool progressive) {
    return compressed(pixels.rgba.data(), pixels.width, pixels.height, false, progressive);
}

std::string jpeg_of_inks(int width, int height, const std::vector<std::uint8_t>& inks) {
    const Pixels pixels = filled(width, height, inks);
    return compressed(pixels.rgba.data(), width, height, true, false);
}

std::string webp(const Pixels& pixels) {
    std::uint8_t* out = nullptr;
    const std::size_t size = WebPEncodeLosslessRGBA(pixels.rgba.data(), pixels.width, pixels.height,
                                                    pixels.width * 4, &out);
    std::string bytes(reinterpret_cast<char*>(out), size);
    WebPFree(out);
    return bytes;
}

std::string with_orientation(const std::string& jpeg, int orientation, bool big_endian) {
    const auto number = [&](std::uint32_t value, int size) {
        std::string text;
        for (int byte = 0; byte < size; ++byte)
            text.push_back(
                static_cast<char>(value >> (8 * (big_endian ? size - 1 - byte : byte)) & 0xFFU));
        return text;
    };
    std::string block = big_endian ? "MM" : "II";
    block += number(42, 2) + number(8, 4);                     // the folder is at 8
    block += number(1, 2);                                     // of one entry
    block += number(0x0112, 2) + number(3, 2) + number(1, 4);  // orientation, a short
    block += number(static_cast<std::uint32_t>(orientation), 2) + number(0, 2) + number(0, 4);
    const std::string body = std::string("Exif\0\0", 6) + block;
    std::string segment = "\xFF\xE1";
    segment.push_back(static_cast<char>((body.size() + 2) >> 8U));
    segment.push_back(static_cast<char>((body.size() + 2) & 0xFFU));
    return jpeg.substr(0, 2) + segment + body + jpeg.substr(2);
}

}  // namespace wenlan::image::samples
