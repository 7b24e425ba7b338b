// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/paragraph.h"

#include <algorithm>
#include <array>

#include "text/clean_text.h"
#include "text/punctuation.h"

namespace wenlan::text {
namespace {

// Sums of floats may end a hair above what was measured.
constexpr float tolerance_px = 1.0F / 64;

}  // namespace

ParagraphSetter::ParagraphSetter(const ShapedText& text, std::span<const Boundary> boundaries,
                                 std::uint32_t byte_count, const Style& style)
    : text_(text), boundaries_(boundaries), byte_count_(byte_count), style_(style) {}

float ParagraphSetter::step(std::size_t cluster) const {
    return text_.clusters[cluster].advance + style_.tracking;
}

std::uint32_t ParagraphSetter::byte_at(std::size_t cluster) const {
    if (cluster == 0) return 0;
    return cluster < text_.clusters.size() ? text_.clusters[cluster].byte_begin : byte_count_;
}

std::size_t ParagraphSetter::without_blanks(Span span) const {
    const auto invisible = [](char32_t c) { return c == '\n' || is_blank(c); };
    while (span.end > span.begin && invisible(text_.clusters[span.end - 1].first)) --span.end;
    return span.end;
}

bool ParagraphSetter::is_empty_from(std::size_t begin) const {
    return without_blanks({begin, text_.clusters.size()}) == begin;
}

// Where the line that begins here ends: at a newline, at the text's end, or at the last of the best
// places that fit.
std::size_t ParagraphSetter::line_end(std::size_t begin, float width_max) const {
    const auto& clusters = text_.clusters;
    std::array<std::size_t, cut_count> last_fitting{};
    double width = 0;
    double blanks = 0;
    for (std::size_t at = begin; at < clusters.size(); ++at) {
        const Cluster& cluster = clusters[at];
        if (cluster.first == '\n') return at + 1;
        if (is_blank(cluster.first)) {
            blanks += step(at);
        } else {
            width += blanks + step(at);
            blanks = 0;
            if (width - cluster.blank_end > width_max + tolerance_px) break;
        }
        if (at + 1 == clusters.size()) return at + 1;
        last_fitting[static_cast<std::size_t>(boundaries_[at + 1].cut)] = at + 1;
    }
    for (const std::size_t end : last_fitting)
        if (end > begin) return end;
    // Not even one cluster fits: it stands alone, with what takes no room behind it.
    std::size_t end = begin + 1;
    for (; end < clusters.size(); ++end) {
        if (clusters[end].first == '\n') return end + 1;
        if (clusters[end].advance > 0 && !is_blank(clusters[end].first)) break;
    }
    return end;
}

float ParagraphSetter::append(const ShapedText& from, Span span, float pen, Line& to) const {
    double at = pen;
    for (std::size_t index = span.begin; index < span.end; ++index) {
        const Cluster& cluster = from.clusters[index];
        const auto along = static_cast<float>(at);
        for (std::uint32_t glyph = cluster.glyph_begin; glyph < cluster.glyph_end; ++glyph) {
            const ShapedGlyph& shaped = from.glyphs[glyph];
            to.glyphs.push_back(
                {shaped.font, shaped.id, style_.vertical ? shaped.dx : along + shaped.dx,
                 style_.vertical ? along + shaped.dy : shaped.dy, cluster.byte_begin});
        }
        if (cluster.first != '\n') at += cluster.advance + style_.tracking;
    }
    return static_cast<float>(at);
}

Line ParagraphSetter::one_line() const {
    Line line;
    line.glyphs.reserve(text_.glyphs.size());
    line.width = append(text_, {0, text_.clusters.size()}, 0, line);
    line.byte_end = byte_count_;
    return line;
}

Line ParagraphSetter::line(Span span, float width_max) const {
    const std::size_t visible_end = without_blanks(span);
    Line line;
    line.glyphs.reserve(visible_end - span.begin);
    line.width = append(text_, {span.begin, visible_end}, 0, line);
    if (visible_end > span.begin && line.width > width_max + tolerance_px)
        line.width -= text_.clusters[visible_end - 1].blank_end;
    line.byte_begin = byte_at(span.begin);
    line.byte_end = byte_at(span.end);
    return line;
}

// The visible end of a line that is cut before cluster `end`, or `begin` where it must not be cut.
std::size_t ParagraphSetter::cut_before(std::size_t end, std::size_t begin) const {
    if (end < text_.clusters.size() && boundaries_[end].kept_whole) return begin;
    while (end > begin && dropped_before_ellipsis(text_.clusters[end - 1].first)) --end;
    if (end < text_.clusters.size() && boundaries_[end].kept_whole) return begin;
    return end;
}

Line ParagraphSetter::cut_line(std::size_t begin, float width_max,
                               const ShapedText& ellipsis) const {
    const Span mark{0, ellipsis.clusters.size()};
    Line measured;
    const float mark_width = append(ellipsis, mark, 0, measured);
    std::size_t end = begin;
    double width = 0;
    std::vector<double> widths{0};  // up to each cluster from `begin`
    for (std::size_t at = begin; at < text_.clusters.size(); ++at) {
        if (text_.clusters[at].first == '\n') break;
        width += step(at);
        widths.push_back(width);
        const std::size_t candidate = cut_before(at + 1, begin);
        if (widths[candidate - begin] + mark_width <= width_max + tolerance_px)
            end = std::max(end, candidate);
        else if (width > width_max)
            break;
    }
    Line line;
    line.glyphs.reserve(end - begin + ellipsis.glyphs.size());
    const float pen = append(text_, {begin, end}, 0, line);
    line.width = append(ellipsis, mark, pen, line);
    line.byte_begin = byte_at(begin);
    line.byte_end = end > begin ? byte_at(end) : line.byte_begin;
    for (std::size_t glyph = line.glyphs.size() - ellipsis.glyphs.size();
         glyph < line.glyphs.size(); ++glyph)
        line.glyphs[glyph].byte = line.byte_end;
    return line;
}

Paragraph ParagraphSetter::paragraph(float width_max, int lines_max,
                                     const ShapedText& ellipsis) const {
    Paragraph paragraph;
    for (std::size_t begin = 0; begin < text_.clusters.size();) {
        const std::size_t end = line_end(begin, width_max);
        const bool is_last =
            lines_max > 0 && paragraph.lines.size() + 1 == static_cast<std::size_t>(lines_max);
        paragraph.truncated = is_last && !is_empty_from(end);
        paragraph.lines.push_back(paragraph.truncated ? cut_line(begin, width_max, ellipsis)
                                                      : line({begin, end}, width_max));
        paragraph.width = std::max(paragraph.width, paragraph.lines.back().width);
        if (is_last) break;
        begin = end;
    }
    return paragraph;
}

}  // namespace wenlan::text
