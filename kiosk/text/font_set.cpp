// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/font_set.h"

#include <algorithm>

#include "base/log.h"
#include "text/clean_text.h"

namespace wenlan::text {
namespace {

void append_new(std::vector<std::uint16_t>& order, std::uint16_t font) {
    if (std::find(order.begin(), order.end(), font) == order.end()) order.push_back(font);
}

}  // namespace

base::Result<FontSet> FontSet::open(const FontFiles& files) {
    FontSet set;
    const auto index_of = [&](const std::filesystem::path& path) -> base::Result<std::uint16_t> {
        const auto known = std::find_if(set.fonts_.begin(), set.fonts_.end(),
                                        [&](const Font& font) { return font.path() == path; });
        if (known == set.fonts_.end()) {
            set.fonts_.push_back(TRY(Font::open(path)));
            return static_cast<std::uint16_t>(set.fonts_.size() - 1);
        }
        return static_cast<std::uint16_t>(known - set.fonts_.begin());
    };
    const std::array<const std::filesystem::path*, face_count> own{
        &files.sans, &files.sans_bold, &files.serif, &files.serif_bold, &files.kai};
    for (std::size_t face = 0; face < own.size(); ++face)
        set.order_[face].push_back(TRY(index_of(*own[face])));
    for (const std::filesystem::path& path : files.fallbacks) {
        const auto font = index_of(path);
        if (!font) {
            base::log::warning("fallback font", font.error());
            continue;
        }
        for (auto& order : set.order_) append_new(order, font.value());
    }
    for (auto& order : set.order_)
        for (std::size_t font = 0; font < set.fonts_.size(); ++font)
            append_new(order, static_cast<std::uint16_t>(font));
    return set;
}

std::optional<std::uint16_t> FontSet::covering(Face face,
                                               std::span<const char32_t> characters) const {
    for (const std::uint16_t font : order(face)) {
        const bool all = std::all_of(characters.begin(), characters.end(), [&](char32_t c) {
            return fonts_[font].has(c) || is_ignorable(c) || is_blank(c);
        });
        if (all) return font;
    }
    return std::nullopt;
}

}  // namespace wenlan::text
