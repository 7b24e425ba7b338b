// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "text/line_breaks.h"
#include "text/shaper.h"
#include "text/typesetter.h"

namespace wenlan::text {

// Shaped clusters to lines. Widths are device pixels; for a column they are heights.
class ParagraphSetter {
public:
    // All of these outlive it. `byte_count`: of the text.
    ParagraphSetter(const ShapedText& text, std::span<const Boundary> boundaries,
                    std::uint32_t byte_count, const Style& style);

    Line one_line() const;
    // `ellipsis`: … shaped in the same style; used only with lines_max > 0.
    Paragraph paragraph(float width_max, int lines_max, const ShapedText& ellipsis) const;

private:
    struct Span {
        std::size_t begin = 0, end = 0;  // clusters
    };

    std::size_t line_end(std::size_t begin, float width_max) const;
    std::size_t without_blanks(Span span) const;
    bool is_empty_from(std::size_t begin) const;
    float step(std::size_t cluster) const;
    std::uint32_t byte_at(std::size_t cluster) const;
    Line line(Span span, float width_max) const;
    Line cut_line(std::size_t begin, float width_max, const ShapedText& ellipsis) const;
    std::size_t cut_before(std::size_t end, std::size_t begin) const;
    float append(const ShapedText& from, Span span, float pen, Line& to) const;

    const ShapedText& text_;
    std::span<const Boundary> boundaries_;
    std::uint32_t byte_count_;
    const Style& style_;
};

}  // namespace wenlan::text
