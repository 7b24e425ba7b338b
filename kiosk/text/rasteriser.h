// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "text/font_set.h"
#include "text/typesetter.h"

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace wenlan::text {

// Draws glyphs in grey. A font is opened when its first glyph is drawn (up to 14 ms for the
// largest).
class Rasteriser {
public:
    // `fonts` outlives it.
    static base::Result<Rasteriser> create(const FontSet& fonts);

    Typesetter::Bitmap draw(std::uint16_t font, std::uint32_t glyph, float px);

private:
    struct Release {
        void operator()(FT_LibraryRec_* library) const;
        void operator()(FT_FaceRec_* face) const;
    };
    struct Opened {
        std::unique_ptr<FT_FaceRec_, Release> face;
        bool tried = false;
        long size_26_6 = 0;
    };

    Rasteriser() = default;
    FT_FaceRec_* face_at(std::uint16_t font, float px);

    const FontSet* fonts_ = nullptr;
    std::unique_ptr<FT_LibraryRec_, Release> library_;
    std::vector<Opened> opened_;
};

}  // namespace wenlan::text
