// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "base/utf8.h"
#include "catch.h"
#include "setting.h"
#include "text/typesetter.h"

namespace wenlan::text {
namespace {

const std::u32string rare_name_characters =
    U"㛃𬍛𠅤䶮喆堃垚珺玥𬴂𬱖翀燚犇骉昇淼頔";
constexpr Face faces[] = {Face::sans, Face::sans_bold, Face::serif, Face::serif_bold, Face::kai};

Glyph only_glyph(Typesetter& typesetter, char32_t character, Face face) {
    std::string text;
    base::utf8::append(text, character);
    const Line& line = typesetter.line(text, {.face = face, .px = 40});
    REQUIRE(line.glyphs.size() == 1);
    return line.glyphs.front();
}

}  // namespace

TEST_CASE("a missing font file is named", "[fonts]") {
    for (auto field : {&FontFiles::sans, &FontFiles::sans_bold, &FontFiles::serif,
                       &FontFiles::serif_bold, &FontFiles::kai}) {
        FontFiles files = FontFiles::debian();
        files.*field = "/nowhere/Missing.otf";
        const auto result = Typesetter::create(files);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == "text.font-unusable");
        CHECK(result.error().message.find("/nowhere/Missing.otf") != std::string::npos);
    }
}

TEST_CASE("a file that is no font is an error, not a crash", "[fonts]") {
    FontFiles files = FontFiles::debian();
    for (const char* path : {WENLAN_SOURCE_DIR "/CMakeLists.txt", WENLAN_SOURCE_DIR, "/dev/null"}) {
        files.kai = path;
        const auto result = Typesetter::create(files);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == "text.font-unusable");
    }
}

TEST_CASE("the screens do without a missing fallback", "[fonts]") {
    FontFiles files = FontFiles::debian();
    files.fallbacks.insert(files.fallbacks.begin(), "/nowhere/Rare.ttf");
    const auto result = Typesetter::create(files);
    REQUIRE(result);
    CHECK(result.value()->covers(U'文'));
    CHECK(result.value()->covers(U'𠅤'));
}

TEST_CASE("rare characters of names are shown in every face", "[fonts]") {
    const auto typesetter = setting::typesetter();
    for (const char32_t character : rare_name_characters) {
        CAPTURE(static_cast<std::uint32_t>(character));
        CHECK(typesetter->covers(character));
        for (const Face face : faces) {
            const Glyph glyph = only_glyph(*typesetter, character, face);
            CHECK(glyph.id != 0);
            const auto bitmap = typesetter->rasterise(glyph.font, glyph.id, 40);
            CHECK(bitmap.width > 10);
            CHECK(glyph.id != only_glyph(*typesetter, U'〓', face).id);
        }
    }
}

TEST_CASE("a character that no font has is shown as a geta mark", "[fonts]") {
    const auto typesetter = setting::typesetter();
    for (const char32_t character : {U'\u0378', U'\U0010FFFD', U'\U0001F9FF', U'\U000EFFFF'}) {
        CAPTURE(static_cast<std::uint32_t>(character));
        REQUIRE_FALSE(typesetter->covers(character));
        for (const Face face : faces) {
            const Glyph mark = only_glyph(*typesetter, U'〓', face);
            const Glyph glyph = only_glyph(*typesetter, character, face);
            CHECK(glyph.font == mark.font);
            CHECK(glyph.id == mark.id);
        }
    }
}

TEST_CASE("each character comes from the first font that has it", "[fonts]") {
    const auto typesetter = setting::typesetter();
    // The five faces are the first five files, then the fallbacks that are new: HanaMinA, HanaMinB.
    for (const char32_t common : std::u32string(U"文澜Ag9，。")) {
        std::uint16_t own = 0;
        for (const Face face : faces) CHECK(only_glyph(*typesetter, common, face).font == own++);
    }
    // Not in LXGW WenKai, but in Noto Sans: the first fallback.
    CHECK(only_glyph(*typesetter, U'㐆', Face::kai).font == 0);
    // Extension B, only in HanaMinB.
    CHECK(only_glyph(*typesetter, U'\U0002A6A5', Face::sans).font >= 5);
}

TEST_CASE("a fallback is asked before the other faces", "[fonts]") {
    FontFiles files = FontFiles::debian();
    files.fallbacks = {files.fallbacks.at(1)};
    const auto typesetter = std::move(Typesetter::create(files)).value();
    CHECK(only_glyph(*typesetter, U'㐆', Face::kai).font == 5);
    CHECK(only_glyph(*typesetter, U'㐆', Face::serif).font == 2);
}

TEST_CASE("what only one face has, the others borrow", "[fonts]") {
    FontFiles files = FontFiles::debian();
    files.fallbacks.clear();
    const auto typesetter = std::move(Typesetter::create(files)).value();
    CHECK(only_glyph(*typesetter, U'㐆', Face::kai).id != 0);
    CHECK(only_glyph(*typesetter, U'㐆', Face::kai).font == 0);
}

TEST_CASE("every text of the town and its screens is shown without a gap", "[fonts]") {
    const auto typesetter = setting::typesetter();
    const auto texts = setting::town_texts();
    REQUIRE(texts.size() > 200);
    const std::uint32_t geta = only_glyph(*typesetter, U'〓', Face::sans).id;
    std::set<std::pair<std::uint16_t, std::uint32_t>> drawn;
    for (const std::string& text : texts) {
        CAPTURE(text);
        const Line& line = typesetter->line(text, {.face = Face::sans, .px = 20});
        for (const Glyph& glyph : line.glyphs) {
            CHECK(glyph.id != 0);
            CHECK((glyph.font != 0 || glyph.id != geta));
            if (setting::character_at(text, glyph.byte) > U' ' &&
                setting::character_at(text, glyph.byte) != U'\u3000' &&
                drawn.insert({glyph.font, glyph.id}).second)
                CHECK(typesetter->rasterise(glyph.font, glyph.id, 20).width > 0);
        }
    }
}

TEST_CASE("metrics grow with the size and hold the ink of tall characters", "[fonts]") {
    const auto typesetter = setting::typesetter();
    for (const Face face : faces) {
        const Metrics small = typesetter->metrics(face, 20);
        const Metrics large = typesetter->metrics(face, 40);
        CHECK(large.ascent == Approx(2 * small.ascent));
        CHECK(large.descent == Approx(2 * small.descent));
        for (const char32_t tall : std::u32string(U"鬱jÂ（")) {
            const Glyph glyph = only_glyph(*typesetter, tall, face);
            const auto bitmap = typesetter->rasterise(glyph.font, glyph.id, 40);
            CHECK(static_cast<float>(bitmap.top) <= large.ascent + 1);
            CHECK(static_cast<float>(bitmap.height - bitmap.top) <= large.descent + 1);
        }
    }
}

TEST_CASE("glyphs are drawn in grey at any size, blanks and nonsense not at all", "[fonts]") {
    const auto typesetter = setting::typesetter();
    const Glyph glyph = only_glyph(*typesetter, U'澜', Face::serif_bold);
    for (const float px : {1.0F, 9.5F, 26.0F, 34.3F, 176.0F, 700.0F}) {
        const auto bitmap = typesetter->rasterise(glyph.font, glyph.id, px);
        REQUIRE(bitmap.width > 0);
        CHECK(bitmap.coverage.size() == static_cast<std::size_t>(bitmap.width * bitmap.height));
        CHECK(static_cast<float>(bitmap.width) <= px + 2);
        CHECK(*std::max_element(bitmap.coverage.begin(), bitmap.coverage.end()) > 20);
    }
    const auto blank = only_glyph(*typesetter, U'\u3000', Face::sans);
    CHECK(typesetter->rasterise(blank.font, blank.id, 40).coverage.empty());
    for (const float px : {0.0F, -3.0F, std::nanf(""), 1e9F})
        CHECK(typesetter->rasterise(glyph.font, glyph.id, px).coverage.empty());
    CHECK(typesetter->rasterise(999, glyph.id, 20).coverage.empty());
    CHECK(typesetter->rasterise(0, 0xFFFFFFU, 20).coverage.empty());
}

TEST_CASE("a glyph looks the same whenever it is drawn", "[fonts]") {
    const auto first = setting::typesetter();
    const auto second = setting::typesetter();
    const Glyph glyph = only_glyph(*first, U'鑫', Face::kai);
    second->rasterise(0, 100, 55);
    second->rasterise(glyph.font, 200, 12);
    const auto one = first->rasterise(glyph.font, glyph.id, 33.5F);
    const auto two = second->rasterise(glyph.font, glyph.id, 33.5F);
    CHECK(one.coverage == two.coverage);
    CHECK(one.left == two.left);
    CHECK(one.top == two.top);
}

}  // namespace wenlan::text
