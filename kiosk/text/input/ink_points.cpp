// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/ink_points.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace wenlan::text::input {
namespace {

constexpr std::size_t count = ink_point_count;
// Found by trial on real writing. A line across counts as far as a point at the square root of
// twice `across`; what is farther than `far` matches nothing (a join, a stroke left out).
constexpr float across = 0.014F, far = 0.03F;
// How wide a neighbourhood bends as one; twice as wide in the first round.
constexpr float neighbourhood = 0.15F;
// A lone point does not pull its whole way.
constexpr float firmness = 0.5F;

double length_of(const Ink& ink) {
    double length = 0;
    for (const Stroke& stroke : ink)
        for (std::size_t i = 1; i < stroke.size(); ++i)
            length += std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
    return length;
}

// For every point of the ink the nearest of the shape, and the other way round.
struct Nearest {
    std::array<float, count> of_ink, of_shape;  // distances
    std::array<std::uint8_t, count> to_shape{}, to_ink{};
};

void find_nearest(const InkPoints& ink, const InkPoints& shape, Nearest& nearest) {
    nearest.of_shape.fill(1e9F);
    std::array<float, count> distance;
    for (std::size_t i = 0; i < count; ++i) {
        const float x = ink.x[i], y = ink.y[i], c = ink.cosine[i], s = ink.sine[i];
        for (std::size_t j = 0; j < count; ++j) {
            const float dx = x - shape.x[j], dy = y - shape.y[j];
            distance[j] =
                dx * dx + dy * dy + across * (1 - (c * shape.cosine[j] + s * shape.sine[j]));
        }
        float least = distance[0];
        for (std::size_t j = 1; j < count; ++j) least = std::min(least, distance[j]);
        nearest.of_ink[i] = least;
        for (std::size_t j = 0; j < count; ++j) {
            if (distance[j] == least) nearest.to_shape[i] = static_cast<std::uint8_t>(j);
            const bool nearer = distance[j] < nearest.of_shape[j];
            nearest.of_shape[j] = nearer ? distance[j] : nearest.of_shape[j];
            nearest.to_ink[j] = nearer ? static_cast<std::uint8_t>(i) : nearest.to_ink[j];
        }
    }
}

void bend(const InkPoints& ink, InkPoints& shape, const Nearest& nearest, float reach) {
    std::array<float, count> pull_x{}, pull_y{}, weight{};
    const auto pull = [&](std::size_t i, std::size_t j) {
        pull_x[j] += ink.x[i] - shape.x[j];
        pull_y[j] += ink.y[i] - shape.y[j];
        weight[j] += 1;
    };
    for (std::size_t k = 0; k < count; ++k) {
        if (nearest.of_shape[k] < far) pull(nearest.to_ink[k], k);
        if (nearest.of_ink[k] < far) pull(k, nearest.to_shape[k]);
    }
    const InkPoints before = shape;
    const float by_reach = 1 / (reach * reach);
    for (std::size_t j = 0; j < count; ++j) {
        float x = 0, y = 0, all = firmness;
        for (std::size_t k = 0; k < count; ++k) {
            const float dx = before.x[j] - before.x[k], dy = before.y[j] - before.y[k];
            const float off = (dx * dx + dy * dy) * by_reach;
            const float share = 1 / (1 + off * off);
            x += share * pull_x[k];
            y += share * pull_y[k];
            all += share * weight[k];
        }
        shape.x[j] += x / all;
        shape.y[j] += y / all;
    }
}

}  // namespace

InkPoints points_of(const Ink& even) {
    InkPoints points;
    const double step = length_of(even) / static_cast<double>(count);
    std::size_t made = 0;
    double next = step / 2;
    for (const Stroke& stroke : even) {
        for (std::size_t i = 1; i < stroke.size(); ++i) {
            const InkPoint a = stroke[i - 1], b = stroke[i];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            if (length <= 0) continue;
            // The way of the line, over a few steps.
            const InkPoint from = stroke[i >= 2 ? i - 2 : 0];
            const InkPoint to = stroke[std::min(i + 1, stroke.size() - 1)];
            const float dx = to.x - from.x, dy = to.y - from.y;
            const float square = std::max(dx * dx + dy * dy, 1e-12F);
            for (; next <= length && made < count; next += step, ++made) {
                const auto share = static_cast<float>(next / length);
                points.x[made] = a.x + (b.x - a.x) * share;
                points.y[made] = a.y + (b.y - a.y) * share;
                points.cosine[made] = (dx * dx - dy * dy) / square;
                points.sine[made] = 2 * dx * dy / square;
            }
            next -= length;
        }
    }
    // Rounding may leave the last one out.
    for (; made > 0 && made < count; ++made) {
        points.x[made] = points.x[made - 1];
        points.y[made] = points.y[made - 1];
        points.cosine[made] = points.cosine[made - 1];
        points.sine[made] = points.sine[made - 1];
    }
    return points;
}

float bent_distance(const InkPoints& ink, const InkPoints& given, int rounds) {
    InkPoints shape = given;
    Nearest nearest;
    find_nearest(ink, shape, nearest);
    for (int round = 0; round < rounds; ++round) {
        bend(ink, shape, nearest, round == 0 ? 2 * neighbourhood : neighbourhood);
        find_nearest(ink, shape, nearest);
    }
    float distance = 0;
    for (std::size_t k = 0; k < count; ++k)
        distance += std::min(nearest.of_ink[k], far) + std::min(nearest.of_shape[k], far);
    return distance / static_cast<float>(count);
}

}  // namespace wenlan::text::input
