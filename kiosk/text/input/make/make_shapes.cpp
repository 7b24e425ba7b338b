// SPDX-License-Identifier: GPL-3.0-or-later
// make_shapes FONT OUTPUT: the shapes of the Chinese characters of a font, for handwriting. Run
// once when the program is built.
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <pinyin.h>

#include "base/utf8.h"
#include "text/input/handwriting_shapes.h"
#include "text/input/make/skeleton.h"

namespace wenlan::text::input {
namespace {

constexpr unsigned size_px = 96;

bool is_written(FT_ULong character) {
    return (character >= 0x4E00 && character <= 0x9FFF) ||    // what everyone writes
           (character >= 0x3400 && character <= 0x4DBF) ||    // extension A
           (character >= 0x20000 && character <= 0x323AF) ||  // extensions B to H
           character == 0x3007;
}

Bitmap bitmap_of(const FT_Bitmap& drawn) {
    Bitmap bitmap{static_cast<int>(drawn.width), static_cast<int>(drawn.rows), {}};
    for (unsigned y = 0; y < drawn.rows; ++y)
        for (unsigned x = 0; x < drawn.width; ++x)
            bitmap.on.push_back(
                (drawn.buffer[y * static_cast<unsigned>(drawn.pitch) + x / 8] >> (7 - x % 8)) & 1);
    return bitmap;
}

// How often characters are used, as libpinyin's model has it.
std::map<char32_t, float> uses() {
    std::map<char32_t, float> counts;
    pinyin_context_t* context = pinyin_init(WENLAN_PINYIN_MODEL, "/nonexistent");
    if (context == nullptr) return counts;
    for (const guint library : {GB_DICTIONARY, GBK_DICTIONARY}) {
        export_iterator_t* phrases = pinyin_begin_get_phrases(context, library);
        while (pinyin_iterator_has_next_phrase(phrases)) {
            gchar *phrase = nullptr, *pinyin = nullptr;
            gint count = 0;
            if (!pinyin_iterator_get_next_phrase(phrases, &phrase, &pinyin, &count)) break;
            const auto characters = base::utf8::decode(phrase);
            if (characters.size() == 1)
                counts[characters[0]] += static_cast<float>(std::max(count, 0));
            g_free(phrase);
            g_free(pinyin);
        }
        pinyin_end_get_phrases(phrases);
    }
    pinyin_fini(context);
    float most = 1;
    for (const auto& [character, count] : counts) most = std::max(most, count);
    for (auto& [character, count] : counts) count = std::log1p(count / 50) / std::log1p(most / 50);
    return counts;
}

std::vector<HandwritingShapes::Shape> shapes_of(FT_Face face) {
    const auto used = uses();
    std::vector<HandwritingShapes::Shape> shapes;
    FT_UInt glyph = 0;
    for (FT_ULong character = FT_Get_First_Char(face, &glyph); glyph != 0;
         character = FT_Get_Next_Char(face, character, &glyph)) {
        if (!is_written(character) ||
            FT_Load_Glyph(face, glyph, FT_LOAD_RENDER | FT_LOAD_TARGET_MONO) != 0)
            continue;
        Bitmap bitmap = bitmap_of(face->glyph->bitmap);
        thin(bitmap);
        const Ink even = even_ink(lines_of(bitmap));
        if (even.empty()) continue;
        const auto use = used.find(static_cast<char32_t>(character));
        shapes.push_back({static_cast<char32_t>(character), use == used.end() ? 0 : use->second,
                          features_of(even), points_of(even)});
    }
    return shapes;
}

int make(const char* font, const char* output) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (FT_Init_FreeType(&library) != 0 || FT_New_Face(library, font, 0, &face) != 0 ||
        FT_Set_Pixel_Sizes(face, 0, size_px) != 0) {
        std::fprintf(stderr, "make_shapes: %s cannot be read as a font\n", font);
        return 1;
    }
    std::ofstream out(output, std::ios::binary);
    out << HandwritingShapes::encode(shapes_of(face));
    FT_Done_FreeType(library);
    return out.flush() ? 0 : 1;
}

}  // namespace
}  // namespace wenlan::text::input

int main(int count, char** words) {
    if (count != 3) {
        std::fprintf(stderr, "make_shapes FONT OUTPUT\n");
        return 2;
    }
    return wenlan::text::input::make(words[1], words[2]);
}
