// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>

#include "image/formats.h"

namespace wenlan::image {
namespace {

using Bytes = std::span<const std::uint8_t>;

// Numbers of a TIFF block, in its own byte order; nothing outside the block is read.
class TiffReader {
public:
    TiffReader(Bytes block, bool big_endian) : block_(block), big_endian_(big_endian) {}

    std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
        if (at > block_.size() || size > block_.size() - at) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t byte = 0; byte < size; ++byte)
            value = value << 8U | block_[at + (big_endian_ ? byte : size - 1 - byte)];
        return value;
    }

private:
    Bytes block_;
    bool big_endian_;
};

constexpr std::uint32_t orientation_tag = 0x0112;

int orientation_of_tiff(Bytes block) {
    if (block.size() < 8 || block[0] != block[1] || (block[0] != 'M' && block[0] != 'I')) return 1;
    const TiffReader reader(block, block[0] == 'M');
    const std::size_t folder = reader.number(4, 4).value_or(0);
    const std::uint32_t count = reader.number(folder, 2).value_or(0);
    for (std::uint32_t entry = 0; entry < count; ++entry) {
        const std::size_t at = folder + 2 + std::size_t{entry} * 12;
        const auto tag = reader.number(at, 2);
        if (!tag) break;
        if (*tag != orientation_tag) continue;
        const std::uint32_t value = reader.number(at + 8, 2).value_or(1);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

}  // namespace

int exif_orientation(Bytes jpeg) {
    static constexpr std::array<std::uint8_t, 6> exif_mark{'E', 'x', 'i', 'f', 0, 0};
    std::size_t at = 2;
    // Segments up to the start of the scan: FF, kind, length (big-endian, counting itself).
    while (at + 4 <= jpeg.size() && jpeg[at] == 0xFF && jpeg[at + 1] != 0xDA) {
        if (jpeg[at + 1] == 0xFF) {  // fill byte
            ++at;
            continue;
        }
        const std::size_t length = std::size_t{jpeg[at + 2]} << 8U | jpeg[at + 3];
        if (length < 2 || length > jpeg.size() - at - 2) return 1;
        const Bytes body = jpeg.subspan(at + 4, length - 2);
        if (jpeg[at + 1] == 0xE1 && body.size() > exif_mark.size() &&
            std::equal(exif_mark.begin(), exif_mark.end(), body.begin()))
            return orientation_of_tiff(body.subspan(exif_mark.size()));
        at += 2 + length;
    }
    return 1;
}

Pixels turned_upright(Pixels pixels, int orientation) {
    if (orientation <= 1 || orientation > 8) return pixels;
    const bool transposed = orientation >= 5;
    const bool from_right =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool from_bottom =
        orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const int width = transposed ? pixels.height : pixels.width;
    const int height = transposed ? pixels.width : pixels.height;
    Pixels out{width, height, std::vector<std::uint8_t>(pixels.rgba.size())};
    auto to = out.rgba.begin();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int across = transposed ? y : x;
            const int down = transposed ? x : y;
            const int source_x = from_right ? pixels.width - 1 - across : across;
            const int source_y = from_bottom ? pixels.height - 1 - down : down;
            const auto* from = pixels.rgba.data() + (static_cast<std::size_t>(source_y) *
                                                         static_cast<std::size_t>(pixels.width) +
                                                     static_cast<std::size_t>(source_x)) *
                                                        4;
            to = std::copy(from, from + 4, to);
        }
    }
    return out;
}

}  // namespace wenlan::image
