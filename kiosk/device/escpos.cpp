// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/escpos.h"

#include <algorithm>
#include <cstddef>

namespace wenlan::device::escpos {

namespace {

constexpr int band_rows = 128;

char low(int number) { return static_cast<char>(number & 0xFF); }
char high(int number) { return static_cast<char>((number >> 8) & 0xFF); }

// GS v 0: rows of bits, the leftmost dot the highest.
void band(std::string& bytes, const image::Mask& paper, int from, int rows) {
    const int across = (paper.width + 7) / 8;
    bytes += {'\x1D', 'v', '0', '\0', low(across), high(across), low(rows), high(rows)};
    for (int y = from; y < from + rows; ++y) {
        for (int byte = 0; byte < across; ++byte) {
            unsigned bits = 0;
            for (int bit = 0; bit < 8; ++bit) {
                const int x = byte * 8 + bit;
                const bool black =
                    x < paper.width &&
                    paper.coverage[static_cast<std::size_t>(y * paper.width + x)] > 127;
                bits = bits << 1U | (black ? 1U : 0U);
            }
            bytes += static_cast<char>(bits);
        }
    }
}

}  // namespace

std::string page(const image::Mask& paper) {
    std::string bytes = "\x1B@";  // as it was switched on
    for (int y = 0; y < paper.height; y += band_rows)
        band(bytes, paper, y, std::min(band_rows, paper.height - y));
    bytes += "\x1B\x64\x04";                        // four lines on, to the cutter
    bytes += std::string_view{"\x1DV\x42\x00", 4};  // a cut, but for a corner
    return bytes;
}

std::optional<bool> has_paper(unsigned char answer) {
    // Bits 0, 1, 4 and 7 tell such an answer from other bytes.
    if ((answer & 0x93U) != 0x12U) return std::nullopt;
    return (answer & 0x60U) == 0;
}

}  // namespace wenlan::device::escpos
