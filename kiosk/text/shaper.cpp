// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/shaper.h"

#include <algorithm>
#include <cmath>

#include "text/punctuation.h"
#include "text/wipe.h"

namespace wenlan::text {
namespace {

constexpr char32_t geta = U'〓';
// A form's field is far shorter; a buffer that grows leaves what was typed in the memory it leaves.
constexpr unsigned glyphs_expected_max = 2048;
// Accents on one character; more are left out, they would only pile up over other lines.
constexpr std::uint32_t characters_in_cluster_max = 16;
// Of the em: how far a mark's ink may reach over the middle, and what counts as full width.
constexpr float half_em = 0.52F;
constexpr float full_width_em = 0.9F;

float to_26_6(float px) { return std::round(px * 64) / 64; }

// Kana and bopomofo are set with the ideographs they stand among.
hb_script_t shaping_script(char32_t character) {
    const hb_script_t script =
        hb_unicode_script(hb_unicode_funcs_get_default(), static_cast<hb_codepoint_t>(character));
    switch (script) {
        case HB_SCRIPT_HIRAGANA:
        case HB_SCRIPT_KATAKANA:
        case HB_SCRIPT_BOPOMOFO:
            return HB_SCRIPT_HAN;
        default:
            return script;
    }
}

bool belongs_to_any_script(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
           script == HB_SCRIPT_UNKNOWN;
}

hb_feature_t feature(const char (&name)[5], std::uint32_t value,
                     unsigned begin = HB_FEATURE_GLOBAL_START,
                     unsigned end = HB_FEATURE_GLOBAL_END) {
    return {HB_TAG(name[0], name[1], name[2], name[3]), value, begin, end};
}

hb_buffer_t* new_buffer() {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_pre_allocate(buffer, glyphs_expected_max);
    return buffer;
}

bool is_full_width(const Cluster& cluster, float px) {
    return cluster.glyph_end == cluster.glyph_begin + 1 && cluster.advance >= full_width_em * px;
}

// Where two marks meet, the blank halves between them close up: 》， is one and a half wide.
void close_up(ShapedText& text, const FontSet& fonts, float px) {
    for (Cluster& cluster : text.clusters) {
        if (!has_blank_right_half(cluster.first) || !is_full_width(cluster, px)) continue;
        const ShapedGlyph& glyph = text.glyphs[cluster.glyph_begin];
        if (fonts.at(glyph.font).ink(glyph.id).right <= half_em)
            cluster.blank_end = cluster.advance - to_26_6(px / 2);
    }
    for (std::size_t at = 0; at + 1 < text.clusters.size(); ++at) {
        Cluster& left = text.clusters[at];
        Cluster& right = text.clusters[at + 1];
        const bool right_opens = has_blank_left_half(right.first);
        if (!is_full_width(right, px) || !(right_opens || has_blank_right_half(right.first)))
            continue;
        if (left.blank_end > 0) {
            left.advance -= left.blank_end;
            left.blank_end = 0;
        } else if (right_opens && has_blank_left_half(left.first) && is_full_width(left, px)) {
            ShapedGlyph& glyph = text.glyphs[right.glyph_begin];
            if (fonts.at(glyph.font).ink(glyph.id).left < 1 - half_em) continue;
            const float blank = right.advance - to_26_6(px / 2);
            glyph.dx -= blank;
            right.advance -= blank;
            ++at;  // the next mark looks at what is no longer full width
        }
    }
}

}  // namespace

void ShapedText::forget() {
    wipe(clusters);
    wipe(glyphs);
}

Shaper::Shaper(const FontSet& fonts) : fonts_(fonts), buffer_(new_buffer()) {}

void Shaper::shape(const CleanText& text, const std::vector<std::uint32_t>& begins,
                   const Style& style, Surroundings surroundings, ShapedText& out) {
    empty_for(out.clusters, begins.size());
    empty_for(out.glyphs, text.characters.size());
    for (const std::uint32_t begin : begins)
        out.clusters.push_back(
            {.byte_begin = text.byte_at(begin), .first = text.characters[begin]});
    choose_fonts(text, begins, style.face);
    itemise(text, begins);
    find_narrow_marks(out, style.vertical ? Surroundings::chinese : surroundings);
    for (const Item& item : items_) shape_item(item, style, out);
    if (!style.vertical) close_up(out, fonts_, style.px);
}

void Shaper::choose_fonts(const CleanText& text, const std::vector<std::uint32_t>& begins,
                          Face face) {
    empty_for(stands_, begins.size());
    empty_for(standing_, text.characters.size() + 1);
    for (std::size_t at = 0; at < begins.size(); ++at) {
        const auto end = at + 1 < begins.size()
                             ? begins[at + 1]
                             : static_cast<std::uint32_t>(text.characters.size());
        stands_.push_back(stand_in(text, begins[at],
                                   std::min(end, begins[at] + characters_in_cluster_max), face));
    }
}

Shaper::Stand Shaper::stand_in(const CleanText& text, std::uint32_t begin, std::uint32_t end,
                               Face face) {
    const auto first = static_cast<std::uint32_t>(standing_.size());
    const auto stand = [&](std::uint16_t font) {
        return Stand{font, first, static_cast<std::uint32_t>(standing_.size())};
    };
    const auto covering = [&] {
        return fonts_.covering(face, std::span(standing_).subspan(first));
    };
    const auto characters = std::span(text.characters).subspan(begin, end - begin);
    if (characters.front() == '\n' ||
        std::all_of(characters.begin(), characters.end(), is_ignorable))
        return stand(0);
    for (std::uint32_t at = begin; at < end; ++at) {
        hb_codepoint_t composed = 0;
        if (at > begin && hb_unicode_compose(hb_unicode_funcs_get_default(), standing_.back(),
                                             text.characters[at], &composed))
            standing_.back() = composed;
        else
            standing_.push_back(text.characters[at]);
    }
    if (const auto font = covering()) return stand(*font);
    // No font has the character with all its accents: the bare character, before a mark that says
    // nothing.
    standing_.resize(first + 1);
    if (const auto font = covering()) return stand(*font);
    standing_.back() = geta;
    return stand(covering().value_or(0));
}

void Shaper::itemise(const CleanText& text, const std::vector<std::uint32_t>& begins) {
    items_.clear();
    bool joins = false;  // to the last item
    hb_script_t script = HB_SCRIPT_HAN;
    for (std::size_t at = 0; at < begins.size(); ++at) {
        const char32_t character = text.characters[begins[at]];
        if (character == '\n') {
            joins = false;
            continue;
        }
        const hb_script_t own = shaping_script(character);
        const hb_script_t wanted = belongs_to_any_script(own) ? script : own;
        const std::uint16_t font =
            joins && stands_[at].is_silent() ? items_.back().font : stands_[at].font;
        if (joins && items_.back().font == font && script == wanted)
            items_.back().end = at + 1;
        else
            items_.push_back({at, at + 1, font, wanted});
        script = wanted;
        joins = true;
    }
}

void Shaper::find_narrow_marks(const ShapedText& text, Surroundings surroundings) {
    features_.clear();
    // Ligatures would join what a cursor or a line's end must part.
    features_.push_back(feature("liga", 0));
    features_.push_back(feature("clig", 0));
    const auto& clusters = text.clusters;
    for (std::size_t at = 0; at < clusters.size(); ++at) {
        if (!is_wide_in_chinese(clusters[at].first)) continue;
        const bool apostrophe = clusters[at].first == U'’' && at > 0 && at + 1 < clusters.size() &&
                                is_latin_letter(clusters[at - 1].first) &&
                                is_latin_letter(clusters[at + 1].first);
        if (apostrophe || surroundings == Surroundings::latin)
            features_.push_back(
                feature("pwid", 1, static_cast<unsigned>(at), static_cast<unsigned>(at + 1)));
    }
}

void Shaper::run_harfbuzz(const Item& item, bool vertical) {
    hb_buffer_t* const buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, item.script);
    static const hb_language_t chinese = hb_language_from_string("zh-Hans", -1);
    hb_buffer_set_language(buffer, chinese);
    // Clusters are found before; HarfBuzz is not to join them.
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    for (std::size_t at = item.begin; at < item.end; ++at)
        for (std::uint32_t c = stands_[at].begin; c < stands_[at].end; ++c)
            hb_buffer_add(buffer, standing_[c], static_cast<unsigned>(at));
    hb_shape(fonts_.at(item.font).shaping(), buffer, features_.data(),
             static_cast<unsigned>(features_.size()));
    longest_ = std::max(longest_, hb_buffer_get_length(buffer));
}

void Shaper::shape_item(const Item& item, const Style& style, ShapedText& out) {
    run_harfbuzz(item, style.vertical);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer_.get(), &count);
    const float scale = style.px / fonts_.at(item.font).units_per_em();
    unsigned at = 0;
    for (std::size_t index = item.begin; index < item.end; ++index) {
        Cluster& cluster = out.clusters[index];
        cluster.glyph_begin = static_cast<std::uint32_t>(out.glyphs.size());
        // Font units, x to the right, y up.
        hb_position_t pen_x = 0;
        hb_position_t pen_y = 0;
        for (; at < count && infos[at].cluster == index; ++at) {
            // HarfBuzz parts some characters into others that the font lacks.
            if (infos[at].codepoint == 0) continue;
            const hb_glyph_position_t& place = places[at];
            out.glyphs.push_back({item.font, infos[at].codepoint,
                                  static_cast<float>(pen_x + place.x_offset) * scale,
                                  -static_cast<float>(pen_y + place.y_offset) * scale});
            pen_x += place.x_advance;
            pen_y += place.y_advance;
        }
        cluster.glyph_end = static_cast<std::uint32_t>(out.glyphs.size());
        // A column sets every character in a cell of one em.
        cluster.advance = to_26_6(style.vertical ? style.px : static_cast<float>(pen_x) * scale);
    }
}

void Shaper::forget() {
    // Shaping leaves the characters in HarfBuzz' own memory; setting a length fills it with zeros.
    hb_buffer_clear_contents(buffer_.get());
    hb_buffer_set_length(buffer_.get(), longest_);
    buffer_.reset(new_buffer());
    longest_ = 0;
    wipe(standing_);
    wipe(stands_);
    wipe(items_);
    wipe(features_);
}

}  // namespace wenlan::text
