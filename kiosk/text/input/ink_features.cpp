// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/ink_features.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wenlan::text::input {
namespace {

// More is no writing: a palm, or a test.
constexpr std::size_t strokes_max = 64, points_max = 2'000;
constexpr int steps_over_size = 48;  // of the larger side
constexpr float deviations_over_square = 4.6F, stretched_max = 2.8F;
// A dot is a stroke of this share of the size.
constexpr float dot = 0.04F;
constexpr float place_blur = 0.62F;  // in places

struct Bounds {
    float left = 1e30F, right = -1e30F, top = 1e30F, bottom = -1e30F;
    float size() const { return std::max(right - left, bottom - top); }
};

bool is_sane(const InkPoint& point) {
    return std::isfinite(point.x) && std::isfinite(point.y) && std::abs(point.x) < 1e6F &&
           std::abs(point.y) < 1e6F;
}

Ink sane_ink(const Ink& ink) {
    Ink sane;
    for (const Stroke& given : ink) {
        if (sane.size() == strokes_max) break;
        Stroke stroke;
        for (const InkPoint& point : given)
            if (stroke.size() < points_max && is_sane(point)) stroke.push_back(point);
        if (!stroke.empty()) sane.push_back(std::move(stroke));
    }
    return sane;
}

Bounds bounds_of(const Ink& ink) {
    Bounds bounds;
    for (const Stroke& stroke : ink) {
        for (const auto& [x, y] : stroke) {
            bounds.left = std::min(bounds.left, x);
            bounds.right = std::max(bounds.right, x);
            bounds.top = std::min(bounds.top, y);
            bounds.bottom = std::max(bounds.bottom, y);
        }
    }
    return bounds;
}

float length_of(const Stroke& stroke) {
    float length = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i)
        length += std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
    return length;
}

// Binomial; the ends stay.
void smooth(Stroke& stroke) {
    InkPoint before = stroke.front();
    for (std::size_t i = 1; i + 1 < stroke.size(); ++i) {
        const InkPoint here = stroke[i];
        stroke[i] = {(before.x + 2 * here.x + stroke[i + 1].x) / 4,
                     (before.y + 2 * here.y + stroke[i + 1].y) / 4};
        before = here;
    }
}

// As long as smoothing makes a stroke of many points much shorter, it was shaking that went away.
void calm(Stroke& stroke) {
    constexpr std::size_t points_min = 12;
    constexpr int rounds_max = 60;
    constexpr float much = 0.013F;
    if (stroke.size() < points_min) return;
    float before = length_of(stroke);
    for (int round = 0; round < rounds_max; ++round) {
        smooth(stroke);
        const float after = length_of(stroke);
        if (after > before * (1 - much)) return;
        before = after;
    }
}

Stroke in_steps(const Stroke& stroke, float step) {
    Stroke even{stroke.front()};
    float since = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        InkPoint from = stroke[i - 1];
        const InkPoint to = stroke[i];
        float left = std::hypot(to.x - from.x, to.y - from.y);
        while (since + left >= step) {
            const float share = (step - since) / left;
            from = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
            even.push_back(from);
            left -= step - since;
            since = 0;
        }
        since += left;
    }
    if (since > step / 4) even.push_back(stroke.back());
    return even;
}

struct Moments {
    float x = 0, y = 0;           // the middle
    float width = 0, height = 0;  // deviations
};

// Every piece of a line weighs as much as it is long.
Moments moments_of(const Ink& ink) {
    double weight = 0, x = 0, y = 0, xx = 0, yy = 0;
    for (const Stroke& stroke : ink) {
        for (std::size_t i = 1; i < stroke.size(); ++i) {
            const InkPoint a = stroke[i - 1], b = stroke[i];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            const double mx = (a.x + b.x) / 2, my = (a.y + b.y) / 2;
            weight += length;
            x += length * mx;
            y += length * my;
            xx += length * mx * mx;
            yy += length * my * my;
        }
    }
    if (weight <= 0) return {};
    x /= weight;
    y /= weight;
    return {static_cast<float>(x), static_cast<float>(y),
            static_cast<float>(std::sqrt(std::max(0.0, xx / weight - x * x))),
            static_cast<float>(std::sqrt(std::max(0.0, yy / weight - y * y)))};
}

// Into the square from 0 to 1: flat and narrow characters stay so, but less.
void into_square(Ink& ink) {
    const Moments moments = moments_of(ink);
    const float larger = std::max(moments.width, moments.height);
    if (larger <= 0) return;
    const auto scale = [&](float deviation) {
        const float ratio = deviation / larger;
        const float shown = std::sqrt(std::sin(std::numbers::pi_v<float> / 2 * ratio));
        // How much a side is stretched so that it takes the `shown` share of the square; the
        // unevenness of a single level line is not made large.
        return std::min(shown / std::max(deviation, 1e-9F), stretched_max / larger) /
               deviations_over_square;
    };
    const float by_x = scale(moments.width), by_y = scale(moments.height);
    for (Stroke& stroke : ink)
        for (auto& [x, y] : stroke)
            x = 0.5F + (x - moments.x) * by_x, y = 0.5F + (y - moments.y) * by_y;
}

// The weights of the places along one side.
struct Weights {
    int first = 0;
    std::array<float, 4> of{};
};
Weights weights_at(float position) {
    const float place = position * feature_places - 0.5F;
    Weights weights{.first = static_cast<int>(std::floor(place)) - 1};
    for (int i = 0; i < 4; ++i) {
        const float off = (place - static_cast<float>(weights.first + i)) / place_blur;
        weights.of[static_cast<std::size_t>(i)] = std::exp(-off * off / 2);
    }
    return weights;
}

void add_piece(InkFeatures& features, InkPoint a, InkPoint b) {
    const float dx = b.x - a.x, dy = b.y - a.y;
    const float length = std::hypot(dx, dy);
    if (length <= 0) return;
    constexpr float half_turn = std::numbers::pi_v<float>;
    const float angle = std::atan2(dy, dx) / half_turn * feature_directions + feature_directions;
    const float lower = std::floor(angle);
    const float upper_share = angle - lower;
    const std::array<std::size_t, 2> directions{
        static_cast<std::size_t>(lower) % feature_directions,
        (static_cast<std::size_t>(lower) + 1) % feature_directions};
    const std::array<float, 2> shares{length * (1 - upper_share), length * upper_share};
    const Weights across = weights_at((a.x + b.x) / 2), down = weights_at((a.y + b.y) / 2);
    constexpr int places = feature_places;
    for (int j = 0; j < 4; ++j) {
        const int row = std::clamp(down.first + j, 0, places - 1);
        for (int i = 0; i < 4; ++i) {
            const int column = std::clamp(across.first + i, 0, places - 1);
            const float weight =
                down.of[static_cast<std::size_t>(j)] * across.of[static_cast<std::size_t>(i)];
            float* place =
                &features[static_cast<std::size_t>(row * places + column) * feature_directions];
            place[directions[0]] += weight * shares[0];
            place[directions[1]] += weight * shares[1];
        }
    }
}

}  // namespace

Ink even_ink(const Ink& given) {
    Ink ink = sane_ink(given);
    if (ink.empty()) return ink;
    const Bounds bounds = bounds_of(ink);
    const float size = std::max(bounds.size(), 1e-3F);
    for (Stroke& stroke : ink) {
        calm(stroke);
        stroke = in_steps(stroke, size / steps_over_size);
        if (stroke.size() == 1)
            stroke.push_back({stroke[0].x + size * dot / 2, stroke[0].y + size * dot});
        smooth(stroke);
        smooth(stroke);
    }
    into_square(ink);
    return ink;
}

InkFeatures features_of(const Ink& even) {
    InkFeatures features{};
    for (const Stroke& stroke : even)
        for (std::size_t i = 1; i < stroke.size(); ++i)
            add_piece(features, stroke[i - 1], stroke[i]);
    double sum = 0;
    for (float& value : features) {
        sum += value;
        value = std::sqrt(value);
    }
    if (sum > 0)
        for (float& value : features) value /= static_cast<float>(std::sqrt(sum));
    return features;
}

}  // namespace wenlan::text::input
