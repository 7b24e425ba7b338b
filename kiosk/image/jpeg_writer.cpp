// SPDX-License-Identifier: GPL-3.0-or-later
#include <csetjmp>
#include <cstddef>
#include <cstdio>
// libjpeg's header needs the two above.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <jpeglib.h>

#include "image/codec.h"

namespace wenlan::image {
namespace {

// libjpeg reports an error by a long jump; the frame that is jumped over (write_in_jump) owns
// nothing that needs a destructor.
struct Compress {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    std::jmp_buf escape{};
    std::array<char, JMSG_LENGTH_MAX> message{};
    unsigned char* bytes = nullptr;  // malloc's
    unsigned long count = 0;

    Compress() = default;
    ~Compress() {
        jpeg_destroy_compress(&info);
        std::free(bytes);
    }
    Compress(const Compress&) = delete;
    Compress& operator=(const Compress&) = delete;
};

[[noreturn]] void on_error(j_common_ptr info) {
    auto& self = *static_cast<Compress*>(info->client_data);
    info->err->format_message(info, self.message.data());
    std::longjmp(self.escape, 1);
}

// On white, three bytes a pixel.
void flatten(const std::uint8_t* rgba, std::uint8_t* rgb, int width) {
    for (int x = 0; x < width; ++x, rgba += 4, rgb += 3) {
        const unsigned alpha = rgba[3];
        for (int channel = 0; channel < 3; ++channel) {
            const unsigned color = rgba[channel] * alpha + 255U * (255U - alpha);
            rgb[channel] = static_cast<std::uint8_t>((color + 127) / 255);
        }
    }
}

bool write_in_jump(Compress& self, const Pixels& pixels, std::uint8_t* row, int quality) {
    self.info.err = jpeg_std_error(&self.errors);
    self.errors.error_exit = on_error;
    self.info.client_data = &self;
    if (setjmp(self.escape)) return false;
    jpeg_create_compress(&self.info);
    jpeg_mem_dest(&self.info, &self.bytes, &self.count);
    self.info.image_width = static_cast<JDIMENSION>(pixels.width);
    self.info.image_height = static_cast<JDIMENSION>(pixels.height);
    self.info.input_components = 3;
    self.info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&self.info);
    jpeg_set_quality(&self.info, quality, TRUE);
    self.info.optimize_coding = TRUE;
    jpeg_start_compress(&self.info, TRUE);
    const std::size_t stride = static_cast<std::size_t>(pixels.width) * 4;
    while (self.info.next_scanline < self.info.image_height) {
        flatten(pixels.rgba.data() + self.info.next_scanline * stride, row, pixels.width);
        JSAMPROW rows = row;
        jpeg_write_scanlines(&self.info, &rows, 1);
    }
    jpeg_finish_compress(&self.info);
    return true;
}

}  // namespace

base::Result<std::string> encode_jpeg(const Pixels& pixels, int quality) {
    if (pixels.empty())
        return base::Error{"image.empty", "There is no picture to save.", "a side is zero"};
    Compress jpeg;
    std::vector<std::uint8_t> row(static_cast<std::size_t>(pixels.width) * 3);
    if (!write_in_jump(jpeg, pixels, row.data(), std::clamp(quality, 1, 100)))
        return base::Error{"image.not-saved", "This picture could not be saved.",
                           jpeg.message.data()};
    return std::string(reinterpret_cast<const char*>(jpeg.bytes), jpeg.count);
}

}  // namespace wenlan::image
