// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/make/skeleton.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wenlan::text::input {
namespace {

// Clockwise from above.
constexpr std::array<std::pair<int, int>, 8> around{
    {{0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}}};

std::array<bool, 8> neighbours(const Bitmap& bitmap, int x, int y) {
    std::array<bool, 8> on{};
    for (std::size_t i = 0; i < 8; ++i)
        on[i] = bitmap.at(x + around[i].first, y + around[i].second);
    return on;
}

// For every set of neighbours, one bit each in the order of `around`: whether a pixel goes in the
// first (bit 0) and in the second pass (bit 1).
std::array<std::uint8_t, 256> passes() {
    std::array<std::uint8_t, 256> table{};
    for (unsigned set = 0; set < 256; ++set) {
        const auto on = [set](unsigned i) { return ((set >> (i % 8)) & 1) != 0; };
        int count = 0, rises = 0;
        for (unsigned i = 0; i < 8; ++i) {
            count += on(i) ? 1 : 0;
            rises += !on(i) && on(i + 1) ? 1 : 0;
        }
        if (count < 2 || count > 6 || rises != 1) continue;
        const bool up = on(0), right = on(2), down = on(4), left = on(6);
        if (!(up && right && down) && !(right && down && left)) table[set] |= 1;
        if (!(up && right && left) && !(up && down && left)) table[set] |= 2;
    }
    return table;
}

// Walks along the line from a pixel until it ends, crosses another or meets itself.
class Tracer {
public:
    explicit Tracer(const Bitmap& bitmap) : bitmap_(bitmap), walked_(bitmap.on.size(), 0) {}

    Ink trace() {
        for (const bool ends_first : {true, false})
            for (int y = 0; y < bitmap_.height; ++y)
                for (int x = 0; x < bitmap_.width; ++x)
                    if (bitmap_.at(x, y) && (!ends_first || degree(x, y) != 2)) begin_at(x, y);
        return std::move(lines_);
    }

private:
    long degree(int x, int y) const {
        const auto on = neighbours(bitmap_, x, y);
        return std::count(on.begin(), on.end(), true);
    }
    std::uint8_t& walked(int x, int y) {
        return walked_[static_cast<std::size_t>(y * bitmap_.width + x)];
    }

    void begin_at(int x, int y) {
        const bool crossing = degree(x, y) > 2;
        for (const auto& [dx, dy] : around) {
            const int nx = x + dx, ny = y + dy;
            if (!bitmap_.at(nx, ny) || walked(nx, ny) != 0) continue;
            if (!crossing && walked(x, y) != 0) return;
            if (crossing && degree(nx, ny) > 2) continue;
            walk(x, y, nx, ny);
        }
        walked(x, y) = 1;
    }

    void walk(int from_x, int from_y, int x, int y) {
        Stroke line{{static_cast<float>(from_x), static_cast<float>(from_y)}};
        walked(from_x, from_y) = 1;
        int before_x = from_x, before_y = from_y;
        while (true) {
            line.push_back({static_cast<float>(x), static_cast<float>(y)});
            if (degree(x, y) > 2) break;
            walked(x, y) = 1;
            bool on = false;
            // Straight neighbours before diagonal ones, so that corners are not cut.
            for (const std::size_t i : {0, 2, 4, 6, 1, 3, 5, 7}) {
                const int nx = x + around[i].first, ny = y + around[i].second;
                if (!bitmap_.at(nx, ny) || (nx == before_x && ny == before_y)) continue;
                if (walked(nx, ny) != 0 && degree(nx, ny) <= 2) continue;
                if (nx == from_x && ny == from_y && line.size() < 4) continue;
                before_x = x, before_y = y;
                x = nx, y = ny;
                on = true;
                break;
            }
            if (!on) break;
        }
        lines_.push_back(std::move(line));
    }

    const Bitmap& bitmap_;
    std::vector<std::uint8_t> walked_;
    Ink lines_;
};

}  // namespace

void thin(Bitmap& bitmap) {
    static const std::array<std::uint8_t, 256> goes = passes();
    // With a rim, so that every pixel has neighbours.
    const int stride = bitmap.width + 2;
    std::vector<std::uint8_t> on(static_cast<std::size_t>(stride * (bitmap.height + 2)), 0);
    std::vector<int> left, gone;
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) {
            if (!bitmap.at(x, y)) continue;
            left.push_back((y + 1) * stride + x + 1);
            on[static_cast<std::size_t>(left.back())] = 1;
        }
    }
    const auto set_around = [&](int pixel) {
        unsigned set = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            const int other = pixel + around[i].second * stride + around[i].first;
            set |= static_cast<unsigned>(on[static_cast<std::size_t>(other)]) << i;
        }
        return set;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (const unsigned pass : {1U, 2U}) {
            gone.clear();
            for (const int pixel : left)
                if ((goes[set_around(pixel)] & pass) != 0) gone.push_back(pixel);
            for (const int pixel : gone) on[static_cast<std::size_t>(pixel)] = 0;
            if (gone.empty()) continue;
            std::erase_if(left,
                          [&](int pixel) { return on[static_cast<std::size_t>(pixel)] == 0; });
            changed = true;
        }
    }
    std::fill(bitmap.on.begin(), bitmap.on.end(), std::uint8_t{0});
    for (const int pixel : left) {
        const int x = pixel % stride - 1, y = pixel / stride - 1;
        bitmap.on[static_cast<std::size_t>(y * bitmap.width + x)] = 1;
    }
}

Ink lines_of(const Bitmap& thinned) { return Tracer(thinned).trace(); }

}  // namespace wenlan::text::input
