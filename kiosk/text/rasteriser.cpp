// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/rasteriser.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cmath>

#include "base/log.h"

namespace wenlan::text {
namespace {

constexpr float px_max = 2048;

Typesetter::Bitmap copied(const FT_GlyphSlotRec_& slot) {
    const FT_Bitmap& from = slot.bitmap;
    Typesetter::Bitmap bitmap;
    if (from.pixel_mode != FT_PIXEL_MODE_GRAY || from.width == 0 || from.rows == 0) return bitmap;
    bitmap.width = static_cast<int>(from.width);
    bitmap.height = static_cast<int>(from.rows);
    bitmap.left = slot.bitmap_left;
    bitmap.top = slot.bitmap_top;
    bitmap.coverage.reserve(std::size_t{from.width} * from.rows);
    // A negative pitch means that the rows go up from the last one in memory.
    const auto pitch = static_cast<std::ptrdiff_t>(from.pitch);
    const std::uint8_t* row =
        pitch >= 0 ? from.buffer
                   : from.buffer - pitch * (static_cast<std::ptrdiff_t>(from.rows) - 1);
    for (unsigned y = 0; y < from.rows; ++y, row += pitch)
        bitmap.coverage.insert(bitmap.coverage.end(), row, row + from.width);
    return bitmap;
}

}  // namespace

void Rasteriser::Release::operator()(FT_LibraryRec_* library) const { FT_Done_FreeType(library); }
void Rasteriser::Release::operator()(FT_FaceRec_* face) const { FT_Done_Face(face); }

base::Result<Rasteriser> Rasteriser::create(const FontSet& fonts) {
    FT_Library library = nullptr;
    if (const FT_Error error = FT_Init_FreeType(&library); error != 0)
        return base::Error{"text.no-rasteriser", "Glyphs cannot be drawn.",
                           "FT_Init_FreeType " + std::to_string(error)};
    Rasteriser made;
    made.fonts_ = &fonts;
    made.library_.reset(library);
    made.opened_.resize(fonts.size());
    return made;
}

FT_FaceRec_* Rasteriser::face_at(std::uint16_t font, float px) {
    Opened& opened = opened_[font];
    if (!opened.tried) {
        opened.tried = true;
        const Font& file = fonts_->at(font);
        const auto bytes = file.bytes();
        FT_Face face = nullptr;
        if (const FT_Error error =
                FT_New_Memory_Face(library_.get(), bytes.data(), static_cast<FT_Long>(bytes.size()),
                                   file.index_in_file(), &face);
            error != 0)
            base::log::error("cannot draw from " + file.path().string() + ": FreeType error " +
                             std::to_string(error));
        opened.face.reset(face);
    }
    if (!opened.face) return nullptr;
    const auto size_26_6 = std::max(std::lround(px * 64), 1L);
    if (opened.size_26_6 != size_26_6) {
        // 72 dots an inch: points are pixels.
        if (FT_Set_Char_Size(opened.face.get(), 0, size_26_6, 72, 72) != 0) return nullptr;
        opened.size_26_6 = size_26_6;
    }
    return opened.face.get();
}

Typesetter::Bitmap Rasteriser::draw(std::uint16_t font, std::uint32_t glyph, float px) {
    if (font >= opened_.size() || !(px > 0) || px > px_max) return {};
    FT_Face face = face_at(font, px);
    if (face == nullptr) return {};
    constexpr FT_Int32 flags = FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP;
    if (FT_Load_Glyph(face, glyph, flags) != 0) return {};
    if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_LIGHT) != 0) return {};
    return copied(*face->glyph);
}

}  // namespace wenlan::text
