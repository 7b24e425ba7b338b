// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/typesetter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "text/clean_text.h"
#include "text/font_set.h"
#include "text/line_breaks.h"
#include "text/paragraph.h"
#include "text/rasteriser.h"
#include "text/segmentation.h"
#include "text/shaper.h"
#include "text/text_cache.h"
#include "text/wipe.h"

namespace wenlan::text {
namespace {

// A busy screen shows about 200 texts. A glyph is 20 bytes: the caches stay below 20 MB.
constexpr std::size_t lines_kept_max = 4096;
constexpr std::size_t paragraphs_kept_max = 1024;
constexpr std::size_t glyphs_kept_max = 400'000;
constexpr float px_max = 4096;

// Sizes that come out of an animation or a broken layout give nothing or something sane, never a
// key that is not equal to itself.
Style sane(Style style) {
    style.px = style.px > 0 ? std::min(style.px, px_max) : 0;
    style.tracking = std::isfinite(style.tracking) ? style.tracking + 0.0F : 0.0F;
    return style;
}

float sane_width(float width_max) {
    return width_max > 0 ? std::min(width_max, std::numeric_limits<float>::max()) : 0.0F;
}

class FontTypesetter final : public Typesetter {
public:
    FontTypesetter(FontSet fonts, std::unique_ptr<Segmentation> segmentation)
        : fonts_(std::move(fonts)), segmentation_(std::move(segmentation)), shaper_(fonts_) {}

    base::Result<void> start() {
        rasteriser_ = std::make_unique<Rasteriser>(TRY(Rasteriser::create(fonts_)));
        return {};
    }

    Metrics metrics(Face face, float px) const override {
        return fonts_.first(face).metrics(sane({.px = px}).px);
    }

    const Line& line(std::string_view text, const Style& style) override {
        const TextKey key{text, sane(style), 0, 0};
        if (const Line* kept = lines_.find(key)) return *kept;
        if (!prepare(text, key.style, Newlines::dropped)) return lines_.insert(key, {}, 0);
        Line line = ParagraphSetter(shaped_, {}, clean_.byte_count, key.style).one_line();
        const std::size_t glyphs = line.glyphs.size();
        return lines_.insert(key, std::move(line), glyphs);
    }

    const Paragraph& paragraph(std::string_view text, const Style& style, float width_max,
                               int lines_max) override {
        const TextKey key{text, sane(style), sane_width(width_max), std::max(lines_max, 0)};
        if (const Paragraph* kept = paragraphs_.find(key)) return *kept;
        if (!prepare(text, key.style, Newlines::kept)) return paragraphs_.insert(key, {}, 0);
        segmentation_->line_breaks(clean_, allowed_);
        const std::vector<Boundary> found = boundaries(shaped_.clusters, begins_, allowed_);
        if (key.lines_max > 0) shape_ellipsis(key.style);
        Paragraph made = ParagraphSetter(shaped_, found, clean_.byte_count, key.style)
                             .paragraph(key.width_max, key.lines_max, ellipsis_);
        return paragraphs_.insert(key, std::move(made), shaped_.glyphs.size());
    }

    Bitmap rasterise(std::uint16_t font, std::uint32_t id, float px) override {
        return rasteriser_->draw(font, id, px);
    }

    bool covers(char32_t code_point) const override {
        return fonts_.covering(Face::sans, std::array{code_point}).has_value();
    }

    void forget_texts() override {
        lines_.forget();
        paragraphs_.forget();
        clean_.forget();
        shaped_.forget();
        shaper_.forget();
        wipe(begins_);
        wipe(allowed_);
    }

private:
    // Leaves the text in clean_, begins_ and shaped_. False where there is nothing to lay out.
    bool prepare(std::string_view text, const Style& style, Newlines newlines) {
        clean_.assign(text, newlines);
        if (clean_.characters.empty() || style.px == 0) return false;
        segmentation_->graphemes(clean_, begins_);
        surroundings_ = is_chinese(clean_) ? Surroundings::chinese : Surroundings::latin;
        shaper_.shape(clean_, begins_, style, surroundings_, shaped_);
        return true;
    }

    void shape_ellipsis(const Style& style) {
        CleanText mark;
        mark.assign("…", Newlines::dropped);
        shaper_.shape(mark, {0}, style, surroundings_, ellipsis_);
    }

    FontSet fonts_;
    std::unique_ptr<Segmentation> segmentation_;
    Shaper shaper_;
    std::unique_ptr<Rasteriser> rasteriser_;
    TextCache<Line> lines_{lines_kept_max, glyphs_kept_max};
    TextCache<Paragraph> paragraphs_{paragraphs_kept_max, glyphs_kept_max};
    // The text being laid out; kept so that its memory is used again.
    CleanText clean_;
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint8_t> allowed_;
    ShapedText shaped_;
    ShapedText ellipsis_;
    Surroundings surroundings_ = Surroundings::chinese;
};

}  // namespace

base::Result<std::unique_ptr<Typesetter>> Typesetter::create(const FontFiles& files) {
    auto made =
        std::make_unique<FontTypesetter>(TRY(FontSet::open(files)), TRY(Segmentation::create()));
    if (auto started = made->start(); !started) return started.error();
    return std::unique_ptr<Typesetter>(std::move(made));
}

}  // namespace wenlan::text
