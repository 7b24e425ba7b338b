// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <hb.h>
#include <memory>
#include <vector>

#include "text/clean_text.h"
#include "text/font_set.h"
#include "text/typesetter.h"

namespace wenlan::text {

struct ShapedGlyph {
    std::uint16_t font = 0;
    std::uint32_t id = 0;
    float dx = 0, dy = 0;  // from the pen at the cluster's begin
};

// What is never parted: one character as a reader sees it, with its glyphs. It has none where it is
// not seen, or where it is the second of two dashes that the font draws as one.
struct Cluster {
    std::uint32_t byte_begin = 0;
    std::uint32_t glyph_begin = 0, glyph_end = 0;
    char32_t first = 0;   // its first character
    float advance = 0;    // device pixels, without tracking
    float blank_end = 0;  // how much of the advance is blank and may go at a line's end
};

struct ShapedText {
    std::vector<Cluster> clusters;
    std::vector<ShapedGlyph> glyphs;

    void forget();
};

// Which letters surround a text decides how wide its quotes and ellipses are.
enum class Surroundings : std::uint8_t { chinese, latin };

// Characters to glyphs with advances, at any size, without line breaks. One belongs to one thread.
class Shaper {
public:
    explicit Shaper(const FontSet& fonts);  // which outlives it

    // `begins`: the characters of `text` where clusters begin. Newlines get no glyph and no
    // advance.
    void shape(const CleanText& text, const std::vector<std::uint32_t>& begins, const Style& style,
               Surroundings surroundings, ShapedText& out);
    void forget();

private:
    // Neighbouring clusters that are shaped together.
    struct Item {
        std::size_t begin = 0, end = 0;  // clusters
        std::uint16_t font = 0;
        hb_script_t script = HB_SCRIPT_HAN;
    };
    // The characters that stand for a cluster: composed, or 〓 where no font has them; none for what
    // is not seen.
    struct Stand {
        std::uint16_t font = 0;
        std::uint32_t begin = 0, end = 0;  // of standing_

        bool is_silent() const { return begin == end; }
    };
    struct Release {
        void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
    };

    void choose_fonts(const CleanText& text, const std::vector<std::uint32_t>& begins, Face face);
    Stand stand_in(const CleanText& text, std::uint32_t begin, std::uint32_t end, Face face);
    void itemise(const CleanText& text, const std::vector<std::uint32_t>& begins);
    void shape_item(const Item& item, const Style& style, ShapedText& out);
    void run_harfbuzz(const Item& item, bool vertical);
    void find_narrow_marks(const ShapedText& text, Surroundings surroundings);

    const FontSet& fonts_;
    std::unique_ptr<hb_buffer_t, Release> buffer_;
    std::vector<char32_t> standing_;
    std::vector<Stand> stands_;
    std::vector<Item> items_;
    std::vector<hb_feature_t> features_;
    unsigned longest_ = 0;
};

}  // namespace wenlan::text
