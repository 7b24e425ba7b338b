// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/font.h"

namespace wenlan::text {
namespace {

// The Noto CJK collections: JP, KR, SC, TC, HK and, in the sans, their monospaced cuts.
constexpr unsigned simplified_chinese_index = 2;

base::Error unusable(const std::filesystem::path& path, const char* why) {
    return {"text.font-unusable", "A font file is missing or damaged: " + path.string(), why};
}

}  // namespace

base::Result<Font> Font::open(const std::filesystem::path& path) {
    Font opened;
    opened.path_ = path;
    opened.blob_.reset(hb_blob_create_from_file_or_fail(path.c_str()));
    if (!opened.blob_) return unusable(path, "cannot be read");
    const unsigned faces = hb_face_count(opened.blob_.get());
    if (faces == 0) return unusable(path, "is no font");
    const unsigned index = faces > simplified_chinese_index ? simplified_chinese_index : 0;
    opened.index_in_file_ = static_cast<int>(index);
    hb_face_t* face = hb_face_create(opened.blob_.get(), index);
    hb_face_make_immutable(face);
    opened.font_.reset(hb_font_create(face));
    const unsigned glyphs = hb_face_get_glyph_count(face);
    opened.units_per_em_ = static_cast<float>(hb_face_get_upem(face));
    hb_face_destroy(face);  // the font holds it
    hb_font_make_immutable(opened.font_.get());
    if (glyphs == 0 || !opened.has(U' ')) return unusable(path, "has no characters");
    return opened;
}

std::uint32_t Font::glyph(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_.get(), character, &glyph) ? glyph : 0;
}

Metrics Font::metrics(float px) const {
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font_.get(), &extents);
    const float scale = px / units_per_em_;
    return {static_cast<float>(extents.ascender) * scale,
            static_cast<float>(-extents.descender) * scale};
}

Font::Ink Font::ink(std::uint32_t glyph) const {
    hb_glyph_extents_t extents{};
    if (!hb_font_get_glyph_extents(font_.get(), glyph, &extents)) return {};
    return {static_cast<float>(extents.x_bearing) / units_per_em_,
            static_cast<float>(extents.x_bearing + extents.width) / units_per_em_};
}

std::span<const std::uint8_t> Font::bytes() const {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob_.get(), &length);
    return {reinterpret_cast<const std::uint8_t*>(data), length};
}

}  // namespace wenlan::text
