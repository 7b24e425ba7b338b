// SPDX-License-Identifier: GPL-3.0-or-later
#include <csetjmp>
#include <cstddef>
#include <cstdio>
// libjpeg's header needs the two above.
#include <algorithm>
#include <array>
#include <jerror.h>
#include <jpeglib.h>

#include "image/formats.h"

namespace wenlan::image {
namespace {

// A progressive file may hold any number of scans over all its pixels; real ones have about ten.
constexpr int scans_max = 64;

// libjpeg reports a fatal error by a long jump; the frames that are jumped over (start_in_jump,
// rows_in_jump) own nothing that needs a destructor.
struct Decompress {
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf escape{};
    bool corrupt = false;
    std::array<char, JMSG_LENGTH_MAX> message{};

    Decompress() = default;
    ~Decompress() { jpeg_destroy_decompress(&info); }
    Decompress(const Decompress&) = delete;
    Decompress& operator=(const Decompress&) = delete;
};

Decompress& of(j_common_ptr info) { return *static_cast<Decompress*>(info->client_data); }

[[noreturn]] void on_error(j_common_ptr info) {
    Decompress& self = of(info);
    info->err->format_message(info, self.message.data());
    std::longjmp(self.escape, 1);
}

// Negative levels are libjpeg's "corrupt data, carrying on with grey". Only what does not touch the
// pixels is let pass.
void on_message(j_common_ptr info, int level) {
    if (level >= 0) return;
    const int code = info->err->msg_code;
    if (code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR) return;
    Decompress& self = of(info);
    if (!self.corrupt) info->err->format_message(info, self.message.data());
    self.corrupt = true;
}

void on_progress(j_common_ptr info) {
    Decompress& self = of(info);
    if (self.info.input_scan_number <= scans_max) return;
    std::snprintf(self.message.data(), self.message.size(), "more than %d scans", scans_max);
    std::longjmp(self.escape, 1);
}

// The largest of libjpeg's reductions after which enough is left.
unsigned whole_over(unsigned side_px, int enough_px) {
    unsigned by = 1;
    if (enough_px <= 0) return by;
    while (by < 8 && side_px / (by * 2) >= static_cast<unsigned>(enough_px)) by *= 2;
    return by;
}

// A picture that comes in one pass costs only what is made of it; one in several is held whole.
base::Result<void> fits(const Decompress& self, const Limits& limits) {
    const bool held_whole = self.info.progressive_mode || self.info.scale_denom == 1;
    Limits of_the_file = limits;
    if (!held_whole)
        of_the_file.pixels_max *= std::size_t{self.info.scale_denom} * self.info.scale_denom;
    return within(of_the_file, self.info.image_width, self.info.image_height);
}

// Reads the header and asks for RGBA, or for CMYK where there is no other way.
bool start_in_jump(Decompress& self, const std::uint8_t* bytes, std::size_t size, int enough_px) {
    self.info.err = jpeg_std_error(&self.errors);
    self.errors.error_exit = on_error;
    self.errors.emit_message = on_message;
    self.info.client_data = &self;
    if (setjmp(self.escape)) return false;
    jpeg_create_decompress(&self.info);
    self.progress.progress_monitor = on_progress;
    self.info.progress = &self.progress;
    jpeg_mem_src(&self.info, bytes, static_cast<unsigned long>(size));
    jpeg_read_header(&self.info, TRUE);
    const bool four_inks =
        self.info.jpeg_color_space == JCS_CMYK || self.info.jpeg_color_space == JCS_YCCK;
    self.info.out_color_space = four_inks ? JCS_CMYK : JCS_EXT_RGBA;
    const auto shorter = std::min(self.info.image_width, self.info.image_height);
    self.info.scale_denom = whole_over(shorter, enough_px);
    jpeg_calc_output_dimensions(&self.info);
    return true;
}

bool rows_in_jump(Decompress& self, std::uint8_t* out, std::size_t stride) {
    if (setjmp(self.escape)) return false;
    jpeg_start_decompress(&self.info);
    while (self.info.output_scanline < self.info.output_height) {
        JSAMPROW row = out + std::size_t{self.info.output_scanline} * stride;
        jpeg_read_scanlines(&self.info, &row, 1);
    }
    jpeg_finish_decompress(&self.info);
    return true;
}

// Printing inks to RGBA in place. Adobe's files hold the inks inverted: 255 is no ink.
void inks_to_rgba(Pixels& pixels, bool inverted) {
    for (std::size_t at = 0; at < pixels.rgba.size(); at += 4) {
        const auto paper = [&](std::size_t ink) -> unsigned {
            const std::uint8_t value = pixels.rgba[at + ink];
            return inverted ? value : 255U - value;
        };
        const unsigned black = paper(3);
        for (std::size_t channel = 0; channel < 3; ++channel)
            pixels.rgba[at + channel] =
                static_cast<std::uint8_t>((paper(channel) * black + 127) / 255);
        pixels.rgba[at + 3] = 255;
    }
}

}  // namespace

base::Result<Pixels> decode_jpeg(std::span<const std::uint8_t> bytes, const Limits& limits) {
    Decompress jpeg;
    if (!start_in_jump(jpeg, bytes.data(), bytes.size(), limits.enough_px))
        return damaged(jpeg.message.data());
    TRY(fits(jpeg, limits));
    const std::size_t stride = std::size_t{jpeg.info.output_width} * 4;
    Pixels pixels{static_cast<int>(jpeg.info.output_width),
                  static_cast<int>(jpeg.info.output_height),
                  std::vector<std::uint8_t>(stride * jpeg.info.output_height)};
    if (!rows_in_jump(jpeg, pixels.rgba.data(), stride) || jpeg.corrupt)
        return damaged(jpeg.message.data());
    if (jpeg.info.out_color_space == JCS_CMYK)
        inks_to_rgba(pixels, jpeg.info.saw_Adobe_marker != 0);
    return turned_upright(std::move(pixels), exif_orientation(bytes));
}

}  // namespace wenlan::image
