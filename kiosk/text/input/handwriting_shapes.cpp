// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/handwriting_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace wenlan::text::input {
namespace {

constexpr std::string_view magic = "WLSHAPE2";
constexpr std::size_t point_bytes = 3 * ink_point_count;
// Points reach a little out of the square.
constexpr float square_from = -0.25F, square_size = 1.5F;
constexpr float turn = 2 * std::numbers::pi_v<float>;

std::uint8_t byte_of(float value) {
    return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

struct Turns {
    std::array<float, 256> cosine, sine;
};
const Turns& turns() {
    static const Turns table = [] {
        Turns made{};
        for (std::size_t i = 0; i < 256; ++i) {
            made.cosine[i] = std::cos(static_cast<float>(i) / 256 * turn);
            made.sine[i] = std::sin(static_cast<float>(i) / 256 * turn);
        }
        return made;
    }();
    return table;
}

void append_number(std::string& bytes, std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>((number >> shift) & 0xFF);
}

std::uint32_t number_at(const std::uint8_t* bytes) {
    return bytes[0] | bytes[1] << 8 | bytes[2] << 16 | static_cast<std::uint32_t>(bytes[3]) << 24;
}

}  // namespace

std::string HandwritingShapes::encode(const std::vector<Shape>& shapes) {
    std::string bytes(magic);
    append_number(bytes, static_cast<std::uint32_t>(shapes.size()));
    for (const Shape& shape : shapes)
        append_number(bytes, static_cast<std::uint32_t>(shape.character));
    for (const Shape& shape : shapes) bytes += static_cast<char>(byte_of(shape.use * 255));
    for (const Shape& shape : shapes)
        for (const float feature : shape.features)
            bytes += static_cast<char>(byte_of(feature * feature_scale));
    for (const Shape& shape : shapes) {
        const InkPoints& points = shape.points;
        for (std::size_t k = 0; k < ink_point_count; ++k) {
            const float angle = std::atan2(points.sine[k], points.cosine[k]);
            bytes += static_cast<char>(byte_of((points.x[k] - square_from) / square_size * 255));
            bytes += static_cast<char>(byte_of((points.y[k] - square_from) / square_size * 255));
            bytes += static_cast<char>(std::lround(angle / turn * 256) & 0xFF);
        }
    }
    return bytes;
}

base::Result<HandwritingShapes> HandwritingShapes::open(std::string_view bytes) {
    const base::Error damaged{"input.no-shapes", "Handwriting is not to be had just now.",
                              "the table of shapes is damaged"};
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + 4) return damaged;
    const auto* at = reinterpret_cast<const std::uint8_t*>(bytes.data()) + magic.size();
    const std::size_t count = number_at(at), left = bytes.size() - magic.size() - 4;
    at += 4;
    if (count == 0 || left != count * (5 + feature_count + point_bytes)) return damaged;
    HandwritingShapes shapes;
    shapes.characters_ = {at, count * 4};
    shapes.uses_ = {at + count * 4, count};
    shapes.features_ = {at + count * 5, count * feature_count};
    shapes.points_ = {at + count * (5 + feature_count), count * point_bytes};
    return shapes;
}

char32_t HandwritingShapes::character(std::size_t i) const {
    return static_cast<char32_t>(number_at(&characters_[i * 4]));
}

const std::uint8_t* HandwritingShapes::features(std::size_t i) const {
    return &features_[i * feature_count];
}

InkPoints HandwritingShapes::points(std::size_t i) const {
    InkPoints points;
    const std::uint8_t* at = &points_[i * point_bytes];
    for (std::size_t k = 0; k < ink_point_count; ++k, at += 3) {
        points.x[k] = static_cast<float>(at[0]) / 255 * square_size + square_from;
        points.y[k] = static_cast<float>(at[1]) / 255 * square_size + square_from;
        points.cosine[k] = turns().cosine[at[2]];
        points.sine[k] = turns().sine[at[2]];
    }
    return points;
}

}  // namespace wenlan::text::input
