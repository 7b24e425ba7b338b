// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/handwriting.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/embedded.h"

namespace wenlan::text::input {
namespace {

// So many shapes are looked at by the maps of their lines, by their points as they are, and by
// their points when bent: each look is dearer and sharper than the one before.
constexpr std::size_t by_points_max = 240, by_bending_max = 72;
constexpr int rounds = 3;
// What the first look says still counts a little.
constexpr float maps_share = 0.01F;
// Of two that are as like, the commoner one.
constexpr float use_share = 0.0013F;

struct Likeness {
    float distance = 0;
    std::size_t shape = 0;
    float of_maps = 0;
    bool operator<(const Likeness& other) const { return distance < other.distance; }
};

void keep_likest(std::vector<Likeness>& all, std::size_t count) {
    count = std::min(count, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end());
    all.resize(count);
}

}  // namespace

base::Result<std::unique_ptr<HandwritingRecogniser>> HandwritingRecogniser::create() {
    return create(embedded_handwriting());
}

base::Result<std::unique_ptr<HandwritingRecogniser>> HandwritingRecogniser::create(
    std::string_view shapes) {
    return std::unique_ptr<HandwritingRecogniser>(
        new HandwritingRecogniser(TRY(HandwritingShapes::open(shapes))));
}

std::vector<std::string> HandwritingRecogniser::recognise(const Ink& ink,
                                                          std::size_t characters_max) const {
    const Ink even = even_ink(ink);
    if (even.empty()) return {};
    const InkFeatures features = features_of(even);
    std::array<std::int32_t, feature_count> scaled;
    for (std::size_t k = 0; k < feature_count; ++k)
        scaled[k] =
            static_cast<std::int32_t>(features[k] * HandwritingShapes::feature_scale + 0.5F);
    constexpr float unit = HandwritingShapes::feature_scale * HandwritingShapes::feature_scale;
    std::vector<Likeness> all(shapes_.size());
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        const std::uint8_t* shape = shapes_.features(i);
        std::int32_t apart = 0;
        for (std::size_t k = 0; k < feature_count; ++k) {
            const std::int32_t off = scaled[k] - shape[k];
            apart += off * off;
        }
        const float distance = static_cast<float>(apart) / unit;
        all[i] = {distance, i, distance};
    }
    keep_likest(all, by_points_max);
    const InkPoints points = points_of(even);
    for (const int round : {0, rounds}) {
        for (Likeness& one : all)
            one.distance = bent_distance(points, shapes_.points(one.shape), round) +
                           maps_share * one.of_maps - use_share * shapes_.use(one.shape);
        keep_likest(all, by_bending_max);
    }
    std::vector<std::string> characters;
    for (const Likeness& one : all) {
        if (characters.size() == characters_max) break;
        std::string text;
        base::utf8::append(text, shapes_.character(one.shape));
        characters.push_back(std::move(text));
    }
    return characters;
}

}  // namespace wenlan::text::input
