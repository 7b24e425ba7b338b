// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// Characters to positioned glyphs, no GL. One Typesetter belongs to one thread.
namespace wenlan::text {

// The type faces of tokens.md section 2. Weights 400 and 500 are the regular cuts, 600 and 700 the
// bold ones.
enum class Face : std::uint8_t { sans, sans_bold, serif, serif_bold, kai };
inline constexpr int face_count = 5;

struct FontFiles {
    // Regular and Bold of Noto Sans/Serif CJK (index 2 of the collection is SC), LXGW WenKai, and the
    // last fallbacks for rare characters, in order.
    std::filesystem::path sans, sans_bold, serif, serif_bold, kai;
    std::vector<std::filesystem::path> fallbacks;

    static FontFiles debian();
};

struct Style {
    Face face = Face::sans;
    float px = 34;        // em size in device pixels
    float tracking = 0;   // added after every character, device pixels
    bool vertical = false;  // top to bottom, one column
    bool operator==(const Style&) const = default;
};

// One glyph with the pen position of its origin: x to the right, y down, from the line's start on the
// baseline (vertical: from the column's top on its centre line).
struct Glyph {
    std::uint16_t font = 0;  // index of the font file that has it
    std::uint32_t id = 0;
    float x = 0;
    float y = 0;
    std::uint32_t byte = 0;  // of the text, where its cluster begins
};

struct Line {
    std::vector<Glyph> glyphs;
    float width = 0;  // advance along the line, device pixels
    std::uint32_t byte_begin = 0;
    std::uint32_t byte_end = 0;
};

struct Paragraph {
    std::vector<Line> lines;
    float width = 0;         // of the longest line
    bool truncated = false;  // the last line ends with an ellipsis
};

// Of the first font of the face, device pixels, both positive.
struct Metrics {
    float ascent = 0;
    float descent = 0;
};

class Typesetter {
public:
    static base::Result<std::unique_ptr<Typesetter>> create(const FontFiles& files);
    virtual ~Typesetter() = default;

    virtual Metrics metrics(Face face, float px) const = 0;

    // One line, unbroken; newlines and control characters are dropped, ill-formed bytes repaired.
    // Full-width marks that meet close up their blank halves (》，). The reference holds until the next
    // call. Cached (LRU).
    virtual const Line& line(std::string_view text, const Style& style) = 0;

    // Broken by UAX #14 (with number and unit kept together, no punctuation at a line's start) into
    // lines of at most width_max; newlines always break. With lines_max > 0 the rest is cut and the
    // last line ends with an ellipsis. The reference holds until the next call. Cached (LRU).
    virtual const Paragraph& paragraph(std::string_view text, const Style& style, float width_max,
                                       int lines_max = 0) = 0;

    // A glyph drawn at `px`, with its offset from the pen: left to the right, top upwards. Light
    // hinting, no gamma. Empty for blanks.
    struct Bitmap {
        int width = 0, height = 0, left = 0, top = 0;
        std::vector<std::uint8_t> coverage;
    };
    virtual Bitmap rasterise(std::uint16_t font, std::uint32_t id, float px) = 0;

    // False where no font has a character (it would be drawn as the replacement mark).
    virtual bool covers(char32_t code_point) const = 0;

    // Forgets every cached text, so that nothing a visitor typed stays behind.
    virtual void forget_texts() = 0;
};

}  // namespace wenlan::text
