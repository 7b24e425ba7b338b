// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <hb.h>
#include <memory>
#include <span>

#include "base/result.h"
#include "text/typesetter.h"

namespace wenlan::text {

// One font file, mapped into memory, and what shaping asks of it. Everything is in font units, so
// one serves every size; tables are read when first asked for.
class Font {
public:
    static base::Result<Font> open(const std::filesystem::path& path);

    // Zero where the font does not have the character.
    std::uint32_t glyph(char32_t character) const;
    bool has(char32_t character) const { return glyph(character) != 0; }
    float units_per_em() const { return units_per_em_; }
    Metrics metrics(float px) const;
    // Where a glyph's ink begins and ends from its pen, in em.
    struct Ink {
        float left = 0, right = 0;
    };
    Ink ink(std::uint32_t glyph) const;

    hb_font_t* shaping() const { return font_.get(); }
    std::span<const std::uint8_t> bytes() const;
    int index_in_file() const { return index_in_file_; }
    const std::filesystem::path& path() const { return path_; }

private:
    struct Release {
        void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
        void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    };
    Font() = default;

    std::filesystem::path path_;
    int index_in_file_ = 0;
    std::unique_ptr<hb_blob_t, Release> blob_;
    std::unique_ptr<hb_font_t, Release> font_;
    float units_per_em_ = 1000;
};

}  // namespace wenlan::text
