// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "base/result.h"

namespace wenlan::image {
namespace {

// A stretch of one axis of the source, in source pixels.
struct Span {
    float begin = 0;
    float length = 0;
};

// Which source pixels one target pixel is made of, along one axis; the weights sum to one.
struct Taps {
    int first = 0;
    std::vector<float> weights;
};

void normalise(Taps& taps) {
    float sum = 0;
    for (const float weight : taps.weights) sum += weight;
    for (float& weight : taps.weights) weight /= sum;
}

Taps averaged(float begin, float end, int source_size) {
    Taps taps;
    taps.first = std::clamp(static_cast<int>(std::floor(begin)), 0, source_size - 1);
    const int last = std::clamp(static_cast<int>(std::ceil(end)) - 1, taps.first, source_size - 1);
    for (int at = taps.first; at <= last; ++at) {
        const float low = std::max(begin, static_cast<float>(at));
        const float high = std::min(end, static_cast<float>(at + 1));
        taps.weights.push_back(std::max(high - low, 1e-6F));
    }
    normalise(taps);
    return taps;
}

Taps interpolated(float centre, int source_size) {
    const float at = std::clamp(centre - 0.5F, 0.0F, static_cast<float>(source_size - 1));
    Taps taps;
    taps.first = static_cast<int>(at);
    const float part = at - static_cast<float>(taps.first);
    taps.weights = {1 - part};
    if (part > 0) taps.weights.push_back(part);
    return taps;
}

std::vector<Taps> taps_along(Span span, int source_size, int target_size) {
    std::vector<Taps> all;
    all.reserve(static_cast<std::size_t>(target_size));
    const float step = span.length / static_cast<float>(target_size);
    for (int at = 0; at < target_size; ++at) {
        const float begin = span.begin + static_cast<float>(at) * step;
        all.push_back(step > 1 ? averaged(begin, begin + step, source_size)
                               : interpolated(begin + step / 2, source_size));
    }
    return all;
}

// One source row, squeezed or stretched to the target's width. Colour is multiplied by alpha, so
// that what is transparent does not tint its neighbours.
void squeeze_row(const std::uint8_t* row, const std::vector<Taps>& columns,
                 std::vector<float>& out) {
    float* to = out.data();
    for (const Taps& taps : columns) {
        std::array<float, 4> sum{};
        const std::uint8_t* from = row + static_cast<std::size_t>(taps.first) * 4;
        for (const float weight : taps.weights) {
            const float alpha = weight * from[3];
            sum[0] += alpha * from[0];
            sum[1] += alpha * from[1];
            sum[2] += alpha * from[2];
            sum[3] += alpha;
            from += 4;
        }
        to = std::copy(sum.begin(), sum.end(), to);
    }
}

std::uint8_t rounded(float value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

void store_row(const std::vector<float>& sums, std::uint8_t* to) {
    for (std::size_t at = 0; at < sums.size(); at += 4, to += 4) {
        const float alpha = sums[at + 3];
        const float scale = alpha > 0 ? 1 / alpha : 0;
        to[0] = rounded(sums[at] * scale);
        to[1] = rounded(sums[at + 1] * scale);
        to[2] = rounded(sums[at + 2] * scale);
        to[3] = rounded(alpha);
    }
}

// Rows of the source at the target's width. Target rows ask in order and neighbours share at most
// two source rows, so two are kept and no picture of the full height is ever held in floats.
class SqueezedRows {
public:
    SqueezedRows(const Pixels& source, std::vector<Taps> columns)
        : source_(source), columns_(std::move(columns)) {
        for (auto& row : rows_) row.values.resize(columns_.size() * 4);
    }

    const std::vector<float>& row(int y) {
        Row& slot = rows_[static_cast<std::size_t>(y) % rows_.size()];
        if (slot.y != y) {
            const std::size_t stride = static_cast<std::size_t>(source_.width) * 4;
            squeeze_row(source_.rgba.data() + static_cast<std::size_t>(y) * stride, columns_,
                        slot.values);
            slot.y = y;
        }
        return slot.values;
    }

private:
    struct Row {
        int y = -1;
        std::vector<float> values;
    };
    const Pixels& source_;
    std::vector<Taps> columns_;
    std::array<Row, 2> rows_;
};

Pixels resampled(const Pixels& source, Span across, Span down, int width, int height) {
    const std::vector<Taps> rows = taps_along(down, source.height, height);
    SqueezedRows squeezed(source, taps_along(across, source.width, width));
    const std::size_t stride = static_cast<std::size_t>(width) * 4;
    Pixels out{width, height, std::vector<std::uint8_t>(stride * static_cast<std::size_t>(height))};
    std::vector<float> sums(stride);
    for (int y = 0; y < height; ++y) {
        std::fill(sums.begin(), sums.end(), 0.0F);
        const Taps& taps = rows[static_cast<std::size_t>(y)];
        for (std::size_t tap = 0; tap < taps.weights.size(); ++tap) {
            const float weight = taps.weights[tap];
            const std::vector<float>& row = squeezed.row(taps.first + static_cast<int>(tap));
            for (std::size_t at = 0; at < stride; ++at) sums[at] += weight * row[at];
        }
        store_row(sums, out.rgba.data() + static_cast<std::size_t>(y) * stride);
    }
    return out;
}

// The part of an axis that is kept when `kept` of `whole` source pixels fit, as near to the focus
// as the edges allow.
Span around(float focus, float kept, float whole) {
    const float inside = focus >= 0 ? std::min(focus, 1.0F) : 0.0F;  // NaN is the near edge
    return {std::clamp(inside * whole - kept / 2, 0.0F, std::max(whole - kept, 0.0F)), kept};
}

void ensure_whole(int width, int height, std::size_t bytes, std::size_t channels) {
    base::ensure(
        width >= 0 && height >= 0 &&
            bytes == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * channels,
        "an image has as many bytes as its size says");
}

}  // namespace

Pixels cover(const Pixels& source, int width, int height, float focus_x, float focus_y) {
    ensure_whole(source.width, source.height, source.rgba.size(), 4);
    if (source.empty() || width <= 0 || height <= 0) return {};
    if (source.width == width && source.height == height) return source;
    const auto source_width = static_cast<float>(source.width);
    const auto source_height = static_cast<float>(source.height);
    const float scale = std::max(static_cast<float>(width) / source_width,
                                 static_cast<float>(height) / source_height);
    const float kept_width = std::min(static_cast<float>(width) / scale, source_width);
    const float kept_height = std::min(static_cast<float>(height) / scale, source_height);
    return resampled(source, around(focus_x, kept_width, source_width),
                     around(focus_y, kept_height, source_height), width, height);
}

Pixels scaled(const Pixels& source, int width, int height) {
    ensure_whole(source.width, source.height, source.rgba.size(), 4);
    if (source.empty() || width <= 0 || height <= 0) return {};
    if (source.width == width && source.height == height) return source;
    return resampled(source, {0, static_cast<float>(source.width)},
                     {0, static_cast<float>(source.height)}, width, height);
}

Mask scaled(const Mask& source, int width, int height) {
    ensure_whole(source.width, source.height, source.coverage.size(), 1);
    if (source.empty() || width <= 0 || height <= 0) return {};
    if (source.width == width && source.height == height) return source;
    // A mask is the alpha of a picture; masks are small (glyphs, icons), so the detour costs
    // little.
    Pixels pixels{source.width, source.height,
                  std::vector<std::uint8_t>(source.coverage.size() * 4)};
    for (std::size_t at = 0; at < source.coverage.size(); ++at)
        pixels.rgba[at * 4 + 3] = source.coverage[at];
    const Pixels shrunk = scaled(pixels, width, height);
    Mask mask{width, height, std::vector<std::uint8_t>(shrunk.rgba.size() / 4)};
    for (std::size_t at = 0; at < mask.coverage.size(); ++at)
        mask.coverage[at] = shrunk.rgba[at * 4 + 3];
    return mask;
}

}  // namespace wenlan::image
