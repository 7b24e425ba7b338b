// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include "base/utf8.h"
#include "catch.h"
#include "setting.h"
#include "text/typesetter.h"

namespace wenlan::text {
namespace {

using setting::clusters;

constexpr Style sans_40{.face = Face::sans, .px = 40};

bool same(const Line& left, const Line& right) {
    const auto equal = [](const Glyph& a, const Glyph& b) {
        return a.font == b.font && a.id == b.id && a.x == b.x && a.y == b.y && a.byte == b.byte;
    };
    return left.width == right.width && left.byte_begin == right.byte_begin &&
           left.byte_end == right.byte_end &&
           std::equal(left.glyphs.begin(), left.glyphs.end(), right.glyphs.begin(),
                      right.glyphs.end(), equal);
}

float width(Typesetter& typesetter, std::string_view text, const Style& style = sans_40) {
    return typesetter.line(text, style).width;
}

// The middle of a glyph's ink, from the pen of the line.
std::pair<float, float> ink_middle(Typesetter& typesetter, const Glyph& glyph, float px) {
    const auto bitmap = typesetter.rasterise(glyph.font, glyph.id, px);
    REQUIRE(bitmap.width > 0);
    return {glyph.x + static_cast<float>(bitmap.left) + static_cast<float>(bitmap.width) / 2,
            glyph.y - static_cast<float>(bitmap.top) + static_cast<float>(bitmap.height) / 2};
}

}  // namespace

TEST_CASE("Chinese characters stand one em apart, each with its own byte", "[line]") {
    const auto typesetter = setting::typesetter();
    const Line& line = typesetter->line("文澜社区", sans_40);
    REQUIRE(line.glyphs.size() == 4);
    CHECK(line.width == 160);
    CHECK(line.byte_begin == 0);
    CHECK(line.byte_end == 12);
    for (std::size_t at = 0; at < 4; ++at) {
        CHECK(line.glyphs[at].x == static_cast<float>(at) * 40);
        CHECK(line.glyphs[at].y == 0);
        CHECK(line.glyphs[at].byte == at * 3);
    }
}

TEST_CASE("tracking is added after every character", "[line]") {
    const auto typesetter = setting::typesetter();
    const Style wide{.face = Face::serif_bold, .px = 40, .tracking = 4};
    const Line& line = typesetter->line("我要报名", wide);
    CHECK(line.width == 176);
    CHECK(line.glyphs[3].x == 132);
}

TEST_CASE("widths follow the size exactly, also between whole pixels", "[line]") {
    const auto typesetter = setting::typesetter();
    for (const char* text : {"余 37 位", "Story hour", "19:00–21:10"}) {
        const float wide = width(*typesetter, text, {.px = 64});
        CHECK(width(*typesetter, text, {.px = 32}) == Approx(wide / 2).margin(0.2));
        CHECK(width(*typesetter, text, {.px = 33.5F}) == Approx(wide * 33.5 / 64).margin(0.2));
    }
}

TEST_CASE("Latin letters are kerned and never joined", "[line]") {
    const auto typesetter = setting::typesetter();
    CHECK(width(*typesetter, "AV") < width(*typesetter, "A") + width(*typesetter, "V") - 0.5F);
    CHECK(typesetter->line("office", sans_40).glyphs.size() == 6);
}

TEST_CASE("digits and Latin letters in Chinese text come from the same font", "[line]") {
    const auto typesetter = setting::typesetter();
    for (const Face face : {Face::sans, Face::serif, Face::kai}) {
        const Line& line = typesetter->line("周日 14:30 在 A 厅", {.face = face, .px = 40});
        for (const Glyph& glyph : line.glyphs) CHECK(glyph.font == line.glyphs.front().font);
    }
}

TEST_CASE("marks that meet close up their blank halves", "[line]") {
    const auto typesetter = setting::typesetter();
    for (const Face face : {Face::sans, Face::serif_bold}) {
        const Style style{.face = face, .px = 40};
        CHECK(width(*typesetter, "《书》，", style) == 140);
        CHECK(width(*typesetter, "》《", style) == 60);
        CHECK(width(*typesetter, "（《", style) == 60);
        CHECK(width(*typesetter, "书《", style) == 80);
        CHECK(width(*typesetter, "，书", style) == 80);
        CHECK(width(*typesetter, "，A", style) == 40 + width(*typesetter, "A", style));
    }
}

TEST_CASE("closed-up marks do not touch", "[line]") {
    const auto typesetter = setting::typesetter();
    for (const Face face :
         {Face::sans, Face::sans_bold, Face::serif, Face::serif_bold, Face::kai}) {
        const Style style{.face = face, .px = 48};
        for (const char* text :
             {"》，", "。”", "》《", "（《", "）、", "：“", "！」", "；（", "。》（“"}) {
            const Line line = typesetter->line(text, style);
            float end = -1;
            for (const Glyph& glyph : line.glyphs) {
                const auto bitmap = typesetter->rasterise(glyph.font, glyph.id, 48);
                const float begin = glyph.x + static_cast<float>(bitmap.left);
                CAPTURE(text, static_cast<int>(face), begin, end);
                CHECK(begin >= end);
                end = begin + static_cast<float>(bitmap.width);
            }
            CHECK(end <= line.width + 1);
        }
    }
}

TEST_CASE("quotes are wide in Chinese and narrow in English", "[line]") {
    const auto typesetter = setting::typesetter();
    CHECK(width(*typesetter, "“文”") == 120);
    CHECK(width(*typesetter, "“A”") < width(*typesetter, "A") + 40);
    // An apostrophe stays narrow in any surroundings.
    const float narrow = width(*typesetter, "It’s") - width(*typesetter, "Its");
    CHECK(width(*typesetter, "说It’s好") ==
          Approx(80 + width(*typesetter, "Its") + narrow).margin(2));
    CHECK(narrow < 16);
}

TEST_CASE("two em dashes are one stroke, two em wide", "[line]") {
    const auto typesetter = setting::typesetter();
    for (const Face face :
         {Face::sans, Face::sans_bold, Face::serif, Face::serif_bold, Face::kai}) {
        for (const bool vertical : {false, true}) {
            const Style style{.face = face, .px = 40, .vertical = vertical};
            const Line line = typesetter->line("春——秋", style);
            CHECK(line.width == 160);
            CHECK((line.glyphs.size() == 3 || line.glyphs.size() == 4));
            const Glyph& autumn = line.glyphs.back();
            CHECK(autumn.byte == 9);
            const Glyph alone = typesetter->line("秋", style).glyphs.front();
            CHECK(autumn.id == alone.id);
            CHECK((vertical ? autumn.y - alone.y : autumn.x) == 120);
        }
    }
}

TEST_CASE("a column goes down one em a character, centred", "[line]") {
    const auto typesetter = setting::typesetter();
    const Style column{.face = Face::kai, .px = 50, .tracking = 6, .vertical = true};
    const Line line = typesetter->line("春风又绿A1", column);
    REQUIRE(line.glyphs.size() == 6);
    CHECK(line.width == 6 * 56);
    for (std::size_t at = 0; at < 6; ++at) {
        const auto [x, y] = ink_middle(*typesetter, line.glyphs[at], 50);
        CHECK(std::abs(x) < 5);
        CHECK(std::abs(y - (static_cast<float>(at) * 56 + 25)) < 9);
    }
}

TEST_CASE("in a column 。 and ， sit at the top right and brackets lie down", "[line]") {
    const auto typesetter = setting::typesetter();
    for (const Face face :
         {Face::sans, Face::sans_bold, Face::serif, Face::serif_bold, Face::kai}) {
        CAPTURE(static_cast<int>(face));
        for (const char* mark : {"，", "。", "、"}) {
            const Line across = typesetter->line(mark, {.face = face, .px = 60});
            const auto [across_x, across_y] = ink_middle(*typesetter, across.glyphs[0], 60);
            CHECK(across_x < 30);
            CHECK(across_y > -30);
            const Line down = typesetter->line(mark, {.face = face, .px = 60, .vertical = true});
            const auto [down_x, down_y] = ink_middle(*typesetter, down.glyphs[0], 60);
            CHECK(down_x > 5);
            CHECK(down_y < 25);
        }
        const Line bracket = typesetter->line("《", {.face = face, .px = 60, .vertical = true});
        const auto lying = typesetter->rasterise(bracket.glyphs[0].font, bracket.glyphs[0].id, 60);
        CHECK(lying.width > lying.height);
    }
}

TEST_CASE("a character with its accents is one, in either spelling", "[line]") {
    const auto typesetter = setting::typesetter();
    for (const auto& [composed, apart] : {std::pair{"lǜ", "lu\u0308\u0300"}, {"é", "e\u0301"}}) {
        const Line first = typesetter->line(composed, sans_40);
        const Line second = typesetter->line(apart, sans_40);
        CHECK(first.width == second.width);
        REQUIRE(first.glyphs.size() == second.glyphs.size());
        for (std::size_t at = 0; at < first.glyphs.size(); ++at)
            CHECK(first.glyphs[at].id == second.glyphs[at].id);
    }
    // An accent that no font can put on this letter is left out; the letter is not lost.
    const Line bare = typesetter->line("文\u0353", sans_40);
    CHECK(bare.glyphs.front().id == typesetter->line("文", sans_40).glyphs.front().id);
}

TEST_CASE("invisible characters take no room", "[line]") {
    const auto typesetter = setting::typesetter();
    const Line plain = typesetter->line("文澜", sans_40);
    for (const char* text :
         {"\uFEFF文澜", "文\u00AD澜", "文\u200B澜", "文澜\u202E", "文\u2060澜\u200D", "文\uFE00澜",
          "\x01文\x1B\x7F澜\u0085", "文\n澜\r\n"}) {
        CAPTURE(text);
        const Line& line = typesetter->line(text, sans_40);
        CHECK(line.width == plain.width);
        CHECK(clusters(line) == 2);
    }
    CHECK(width(*typesetter, "文\t澜") == width(*typesetter, "文 澜"));
}

TEST_CASE("what is not seen leaves its neighbours their bytes", "[line]") {
    const auto typesetter = setting::typesetter();
    const std::string text = "\u200B《\u200B\u0301A\u200D，";
    const Line& line = typesetter->line(text, sans_40);
    std::vector<std::uint32_t> bytes;
    for (const Glyph& glyph : line.glyphs) bytes.push_back(glyph.byte);
    CHECK(bytes == std::vector<std::uint32_t>{3, 9, 11, 15});
}

TEST_CASE("ill-formed text is repaired and keeps its bytes in order", "[line]") {
    const auto typesetter = setting::typesetter();
    const Line mark = typesetter->line("\uFFFD", sans_40);
    for (const std::string& text :
         {std::string("\xFF"), std::string("\xC0\x80").substr(0, 1), std::string("\xE6\x96")}) {
        const Line& line = typesetter->line(text, sans_40);
        REQUIRE(line.glyphs.size() == 1);
        CHECK(line.glyphs[0].id == mark.glyphs[0].id);
        CHECK(line.byte_end == text.size());
    }
    const std::string surrogate = "文\xED\xA0\xBD澜";
    const Line& line = typesetter->line(surrogate, sans_40);
    CHECK(line.glyphs.front().byte == 0);
    CHECK(line.glyphs.back().byte == 6);
    CHECK(line.byte_end == 9);
    CHECK(std::string_view(surrogate).substr(line.glyphs.back().byte) == "澜");
}

TEST_CASE("nothing gives an empty line, and so does a size that is none", "[line]") {
    const auto typesetter = setting::typesetter();
    CHECK(typesetter->line("", sans_40).glyphs.empty());
    CHECK(typesetter->line("\n\x01", sans_40).width == 0);
    for (const float px : {0.0F, -4.0F, std::nanf("")}) {
        CHECK(typesetter->line("文澜", {.px = px}).glyphs.empty());
        CHECK(typesetter->line("文澜", {.px = px}).width == 0);
    }
    CHECK(typesetter->line("文", {.px = 40, .tracking = std::nanf("")}).width == 40);
    CHECK(std::isfinite(width(*typesetter, "文", {.px = std::numeric_limits<float>::infinity()})));
}

TEST_CASE("the same text gives the same glyphs, fresh, cached or after others", "[line]") {
    const auto first = setting::typesetter();
    const auto second = setting::typesetter();
    for (const char* text : {"《牡丹亭》，19:00–21:10", "It’s 3 pm", "𬍛é《（", "文\xFF澜"}) {
        const Line fresh = first->line(text, sans_40);
        CHECK(same(fresh, first->line(text, sans_40)));
        second->line("别的字", {.face = Face::kai, .px = 12.5F, .vertical = true});
        CHECK(same(fresh, second->line(text, sans_40)));
        first->forget_texts();
        CHECK(same(fresh, first->line(text, sans_40)));
    }
}

TEST_CASE("very long and very odd texts are set without harm", "[line]") {
    const auto typesetter = setting::typesetter();
    std::string accents = "e";
    for (int round = 0; round < 50'000; ++round) accents += "\u0301";
    CHECK(clusters(typesetter->line(accents, sans_40)) == 1);
    CHECK(typesetter->line(accents, sans_40).glyphs.size() < 40);
    std::string many;
    for (int round = 0; round < 100'000; ++round) many += "文";
    CHECK(typesetter->line(many, sans_40).width == 4'000'000);
    std::string surrogates;
    for (int round = 0; round < 10'000; ++round) surrogates += "\xED\xA0\x80\xED\xB0\x80";
    CHECK(typesetter->line(surrogates, sans_40).byte_end == surrogates.size());
    CHECK(typesetter->line(std::string(100'000, '\0'), sans_40).glyphs.empty());
    std::string family;
    for (int round = 0; round < 20'000; ++round) family += "\U0001F468\u200D";
    CHECK(typesetter->line(family, sans_40).width > 0);
}

TEST_CASE("random bytes are set in order within their text", "[line]") {
    const auto typesetter = setting::typesetter();
    std::uint32_t seed = 1;
    const auto roll = [&seed](std::uint32_t sides) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 8U) % sides;
    };
    for (int round = 0; round < 400; ++round) {
        std::string text;
        for (std::uint32_t count = roll(60); count > 0; --count) {
            if (roll(2) == 0)
                text.push_back(static_cast<char>(roll(256)));
            else
                base::utf8::append(text,
                                   roll(5) == 0 ? 0x20000U + roll(0x2000) : 0x20U + roll(0xFF00));
        }
        const Style style{.face = static_cast<Face>(roll(5)),
                          .px = 8 + static_cast<float>(roll(60)),
                          .vertical = roll(4) == 0};
        const Line& line = typesetter->line(text, style);
        std::uint32_t before = 0;
        for (const Glyph& glyph : line.glyphs) {
            CHECK(glyph.id != 0);
            CHECK(glyph.byte >= before);
            CHECK(glyph.byte < text.size());
            before = glyph.byte;
        }
        CHECK(line.byte_end == text.size());
        CHECK(std::isfinite(line.width));
    }
}

}  // namespace wenlan::text
