// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include "base/utf8.h"
#include "catch.h"
#include "setting.h"
#include "text/typesetter.h"

namespace wenlan::text {
namespace {

using setting::parts;
using setting::shown;

constexpr float em = 20;
constexpr Style body{.face = Face::sans, .px = em};

// What a reader would call wrong, written down apart from the code.
const std::u32string_view not_first = U"，。、；：？！」』》〉）】”’…—–·,.;:?!)%";
const std::u32string_view not_last = U"「『《〈（【“‘([¥";

const std::vector<std::string> texts{
    "文澜社区戏曲周将于11月22日14:30在二楼多功能厅举行，票价80元，共3场，每场约 90 "
    "分钟（19:00–21:10）。"
    "请提前 15 分钟到场，凭《观演证》入场；“老年人”优先！咨询电话：0571-8888 1234，报名码 1234 "
    "5678。",
    "《牡丹亭》《西厢记》《长生殿》……都唱；“好！”“再来一段！”——台下喊：“《游园》！《惊梦》！”（掌声"
    "）",
    "Drop-in story hour, 14:30–16:00 every Saturday (ages 3–6). Bring “The Very Hungry "
    "Caterpillar”, "
    "a cushion… and ¥20. It’s fun, isn’t it? Ask at the desk · 2nd floor · room B-12.",
    "周六 14:30 · 二楼多功能厅 · 余 37 位。\n\n第二段：中英混排 mixed "
    "text，数字1,280.50和85%，\n网址 "
    "https://wenlan.example/activities/2026/spring-festival-gala?from=kiosk。\n",
    "一、二、三、四；五？六！七：八。九……十——百·千（万）【亿】「兆」『京』〈垓〉《秭》。",
    "姓名含罕见字：㛃、𬍛、𠅤、䶮、𬴂；“𬱖”也行。e\u0301te\u0301 "
    "a\u0308u\u0308o\u0308 "
    "nǚ’ér，ok。"};

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool may_part(char32_t left, char32_t right) {
    return !in(not_first, right) && !in(not_last, left) && right != U' ' && right != U'\n';
}

// Could this line have ended earlier at a place that kinsoku allows?
bool had_a_choice(const std::u32string& line) {
    for (std::size_t at = 1; at < line.size(); ++at)
        if (may_part(line[at - 1], line[at])) return true;
    return false;
}

void check_whole(std::string_view text, const Paragraph& paragraph) {
    std::uint32_t end = 0;
    for (const Line& line : paragraph.lines) {
        CHECK(line.byte_begin == end);
        CHECK(line.byte_end > line.byte_begin);
        end = line.byte_end;
        for (const Glyph& glyph : line.glyphs) {
            CHECK(glyph.byte >= line.byte_begin);
            CHECK(glyph.byte < line.byte_end);
        }
    }
    CHECK(end == text.size());
}

void check_widths(const Paragraph& paragraph, float width_max) {
    float longest = 0;
    for (const Line& line : paragraph.lines) {
        CHECK((line.width <= width_max + 0.05F || setting::clusters(line) <= 1));
        longest = std::max(longest, line.width);
    }
    CHECK(paragraph.width == longest);
    CHECK_FALSE(paragraph.truncated);
}

// Every character that is seen has glyphs of its own, but for the second of two dashes, and none is
// shown as the mark for what no font has.
void check_glyphs(std::string_view text, const Paragraph& paragraph, std::uint32_t geta) {
    std::size_t at = 0;
    for (const Line& line : paragraph.lines) {
        for (const Glyph& glyph : line.glyphs) {
            CHECK(glyph.id != 0);
            CHECK(glyph.id != geta);
            for (; at < glyph.byte; ++at) {
                if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
                const char32_t skipped = setting::character_at(text, at);
                CAPTURE(at, static_cast<std::uint32_t>(skipped));
                CHECK(in(U" \n—\u0301\u0308", skipped));
            }
            if (at == glyph.byte) ++at;
        }
    }
}

void check_kinsoku(std::string_view text, const Paragraph& paragraph) {
    for (std::size_t at = 0; at + 1 < paragraph.lines.size(); ++at) {
        const Line& line = paragraph.lines[at];
        const Line& next = paragraph.lines[at + 1];
        if (text[line.byte_end - 1] == '\n') continue;
        const std::u32string above = shown(text, line);
        CAPTURE(parts(text, paragraph)[at], parts(text, paragraph)[at + 1]);
        if (in(not_first, setting::character_at(text, next.byte_begin)) ||
            in(not_last, above.back()))
            CHECK_FALSE(had_a_choice(above));
    }
}

// At every width, no line ends within these.
void check_kept_whole(std::string_view text, const std::vector<std::string_view>& wholes) {
    const auto typesetter = setting::typesetter();
    for (const std::string_view whole : wholes) {
        const std::size_t begin = text.find(whole);
        REQUIRE(begin != std::string_view::npos);
        // Room for a mark of punctuation on each side, which must stay with it.
        const float narrowest = typesetter->line(whole, body).width + 2 * em;
        for (float width = narrowest; width < 30 * em; width += em / 4) {
            const Paragraph& paragraph = typesetter->paragraph(text, body, width);
            for (const Line& line : paragraph.lines) {
                CAPTURE(whole, width, parts(text, paragraph));
                CHECK_FALSE((line.byte_end > begin && line.byte_end < begin + whole.size()));
            }
        }
    }
}

}  // namespace

TEST_CASE("at every width each byte is in one line, and no line is too wide or ends badly",
          "[paragraph]") {
    const auto typesetter = setting::typesetter();
    for (const Style& style : {body, Style{.face = Face::serif_bold, .px = em, .tracking = 1.5F},
                               Style{.face = Face::kai, .px = em}}) {
        const std::uint32_t geta = typesetter->line("〓", style).glyphs.front().id;
        for (const std::string& text : texts) {
            for (float width = em; width <= 30 * em; width += em / 4) {
                CAPTURE(text, width, static_cast<int>(style.face));
                const Paragraph& paragraph = typesetter->paragraph(text, style, width);
                check_whole(text, paragraph);
                check_widths(paragraph, width);
                check_glyphs(text, paragraph, geta);
                check_kinsoku(text, paragraph);
            }
        }
    }
}

TEST_CASE("from six em on, no line begins or ends with what kinsoku forbids", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    for (const std::string& text : texts) {
        for (float width = 6 * em; width <= 30 * em; width += em / 4) {
            const Paragraph& paragraph = typesetter->paragraph(text, body, width);
            for (std::size_t at = 1; at < paragraph.lines.size(); ++at) {
                if (text[paragraph.lines[at].byte_begin - 1] == '\n') continue;
                CAPTURE(width, parts(text, paragraph)[at - 1], parts(text, paragraph)[at]);
                CHECK_FALSE(
                    in(not_first, setting::character_at(text, paragraph.lines[at].byte_begin)));
                CHECK_FALSE(in(not_last, shown(text, paragraph.lines[at - 1]).back()));
            }
        }
    }
}

TEST_CASE("the town's own texts keep to the same rules", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    for (const std::string& text : setting::town_texts()) {
        for (const float width : {4.0F, 9.5F, 20.0F}) {
            CAPTURE(text, width);
            const Paragraph& paragraph = typesetter->paragraph(text, body, width * em);
            check_whole(text, paragraph);
            check_widths(paragraph, width * em);
            check_kinsoku(text, paragraph);
        }
    }
}

TEST_CASE("a number stays with its unit, a price with its sign, a date in one piece",
          "[paragraph]") {
    check_kept_whole(texts[0], {"11月22日", "14:30", "80元", "3场", "90 分钟", "15 分钟",
                                "19:00–21:10", "8888 1234", "1234 5678"});
    check_kept_whole(
        "门票成人¥1,280.50起，儿童85%折扣，第3届大会2026年开，走 3 站到 2 号楼，半价 40 元，"
        "全程 2.5 小时，气温 28℃，分机 138 0000 1234，共 12 个月",
        {"¥1,280.50", "85%", "第3届", "2026年", "3 站", "2 号楼", "40 元", "2.5 小时", "28℃",
         "138 0000 1234", "12 个月"});
    check_kept_whole(
        "展期11月22日–24日，开放 9:00 – 17:30，周末9:00至21:00，票价80～120元，3-6岁，请排队入场。",
        {"11月22日–24日", "9:00 – 17:30", "9:00至21:00", "80～120元", "3-6岁"});
}

TEST_CASE("a range that must part does so at its dash, a date after its month", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const std::string range = "11月22日–24日";
    const float width = typesetter->line(range, body).width;
    CHECK(parts(range, typesetter->paragraph(range, body, width - 1)) ==
          std::vector<std::string>{"11月22日–", "24日"});
    CHECK(parts("11月22日", typesetter->paragraph("11月22日", body, 3 * em)) ==
          std::vector<std::string>{"11月", "22日"});
    CHECK(parts("共100分钟", typesetter->paragraph("共100分钟", body, 3 * em)) ==
          std::vector<std::string>{"共", "100", "分钟"});
}

TEST_CASE("a place and a time apart may part", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const std::string text = "14:30 文化中心";
    const float width = typesetter->line("14:30 文", body).width - 1;
    CHECK(parts(text, typesetter->paragraph(text, body, width))[0] == "14:30 ");
    // A list of numbers is no number.
    const std::string list = "本月在8，15，22，29号开放";
    CHECK(parts(list, typesetter->paragraph(list, body, 5 * em))[0] == "本月在8，");
}

TEST_CASE("Chinese quotes let a line end outside them", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const std::string text = "他说“你好”然后走了";
    CHECK(parts(text, typesetter->paragraph(text, body, 2 * em))[0] == "他说");
    CHECK(parts(text, typesetter->paragraph(text, body, 3.9F * em))[0] == "他说");
    CHECK(parts(text, typesetter->paragraph(text, body, 6 * em))[0] == "他说“你好”");
}

TEST_CASE("a mark at a line's end may hang its blank half", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    for (const char* mark : {"，", "。", "》", "）", "”", "；"}) {
        const std::string text = std::string("春风又绿") + mark + "江南岸";
        CAPTURE(mark);
        const Paragraph fits = typesetter->paragraph(text, body, 4.5F * em);
        REQUIRE(parts(text, fits)[0] == std::string("春风又绿") + mark);
        CHECK(fits.lines[0].width == Approx(4.5 * em).margin(0.1));
        CHECK(parts(text, typesetter->paragraph(text, body, 4.4F * em))[0] == "春风又");
        // With room for all of it nothing is taken away.
        CHECK(typesetter->paragraph(text, body, 5 * em).lines[0].width == 5 * em);
    }
}

TEST_CASE("blanks at a line's end do not count", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const std::string text = "春风    又绿 \n江南\u3000";
    const Paragraph& paragraph = typesetter->paragraph(text, body, 2 * em);
    CHECK(parts(text, paragraph) == std::vector<std::string>{"春风    ", "又绿 \n", "江南\u3000"});
    for (const Line& line : paragraph.lines) {
        CHECK(line.width == 2 * em);
        CHECK(line.glyphs.size() == 2);
    }
}

TEST_CASE("newlines break, empty lines stay, the last newline opens no line", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const auto lines = [&](std::string_view text) {
        return parts(text, typesetter->paragraph(text, body, 10 * em));
    };
    CHECK(lines("甲\n乙") == std::vector<std::string>{"甲\n", "乙"});
    CHECK(lines("甲\r\n\r\n乙\r\n") == std::vector<std::string>{"甲\r\n", "\r\n", "乙\r\n"});
    CHECK(lines("甲\r乙\u2028丙") == std::vector<std::string>{"甲\r", "乙\u2028", "丙"});
    CHECK(lines("\n") == std::vector<std::string>{"\n"});
    CHECK(lines("").empty());
    CHECK(lines("\x01\x02").empty());
}

TEST_CASE("an overlong word breaks rather than leave its box", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const std::string word(300, 'w');
    const Paragraph& paragraph = typesetter->paragraph(word, body, 5 * em);
    check_whole(word, paragraph);
    check_widths(paragraph, 5 * em);
    CHECK(paragraph.lines.size() > 10);
    // A word that fits in a line of its own is not broken.
    const std::string text = "我们 activities";
    CHECK(parts(text, typesetter->paragraph(text, body,
                                            typesetter->line("activities", body).width + 1)) ==
          std::vector<std::string>{"我们 ", "activities"});
}

TEST_CASE("two dashes in a box too small for them stay one stroke", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const std::string text = "春——秋";
    CHECK(parts(text, typesetter->paragraph(text, body, 1.5F * em)) ==
          std::vector<std::string>{"春", "——", "秋"});
}

TEST_CASE("an accented character is never parted", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    std::string text;
    for (int round = 0; round < 20; ++round) text += "e\u0301\u0323";
    for (float width = 1; width < 6 * em; width += 3) {
        for (const Line& line : typesetter->paragraph(text, body, width).lines)
            CHECK(line.byte_begin % 5 == 0);
        for (const Line& line : typesetter->paragraph(text, body, width, 1).lines)
            CHECK(line.byte_end % 5 == 0);
    }
}

TEST_CASE("what does not fit ends in an ellipsis that fits", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const Glyph mark = typesetter->line("文…", body).glyphs.back();
    for (const std::string& text : {texts[0], texts[1], texts[4]}) {
        for (float width = 2 * em; width <= 30 * em; width += em / 4) {
            const Paragraph whole = typesetter->paragraph(text, body, width);
            for (int lines_max = 1; lines_max <= 4; ++lines_max) {
                const Paragraph& cut = typesetter->paragraph(text, body, width, lines_max);
                CAPTURE(width, lines_max, parts(text, cut));
                const bool too_long = whole.lines.size() > static_cast<std::size_t>(lines_max);
                REQUIRE(cut.truncated == too_long);
                REQUIRE(cut.lines.size() ==
                        (too_long ? static_cast<std::size_t>(lines_max) : whole.lines.size()));
                if (!too_long) continue;
                for (std::size_t at = 0; at + 1 < cut.lines.size(); ++at)
                    CHECK(cut.lines[at].byte_end == whole.lines[at].byte_end);
                const Line& last = cut.lines.back();
                CHECK(last.width <= width + 0.05F);
                REQUIRE_FALSE(last.glyphs.empty());
                CHECK(last.glyphs.back().id == mark.id);
                CHECK(last.glyphs.back().byte == last.byte_end);
                const std::u32string words = shown(text, last);
                if (!words.empty()) CHECK_FALSE(in(U"，、：·（《“", words.back()));
            }
        }
    }
}

TEST_CASE("an ellipsis never shortens a price, a time, a date or a number", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const std::string text =
        "报名截止11月22日，票价¥1,280.50，演出19:00–21:10，共 120 分钟，电话0571-88881234，第3届";
    const std::vector<std::string> wholes{"11月22日", "¥1,280.50",     "19:00–21:10",
                                          "120 分钟", "0571-88881234", "第3届"};
    for (float width = em; width < 45 * em; width += em / 5) {
        const Paragraph& cut = typesetter->paragraph(text, body, width, 1);
        const std::size_t end = cut.lines.back().byte_end;
        for (const std::string& whole : wholes) {
            const std::size_t begin = text.find(whole);
            CAPTURE(width, text.substr(0, end));
            CHECK_FALSE((end > begin && end < begin + whole.size()));
        }
    }
}

TEST_CASE("an ellipsis stands where a hidden paragraph follows, not for blanks", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const Paragraph hidden = typesetter->paragraph("甲乙\n丙", body, 10 * em, 1);
    CHECK(hidden.truncated);
    CHECK(hidden.lines[0].byte_end == 6);
    CHECK(hidden.lines[0].glyphs.size() == 3);
    CHECK_FALSE(typesetter->paragraph("甲乙\n \n", body, 10 * em, 1).truncated);
    // A full line gives way to the mark.
    const Paragraph full = typesetter->paragraph("甲乙\n丙", body, 2 * em, 1);
    CHECK(full.lines[0].byte_end == 3);
    CHECK(full.width == 2 * em);
}

TEST_CASE("an ellipsis alone is what a box too small shows", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const Paragraph& cut = typesetter->paragraph("20261122场", body, 2 * em, 1);
    CHECK(cut.truncated);
    REQUIRE(cut.lines.size() == 1);
    CHECK(cut.lines[0].glyphs.size() == 1);
    CHECK(cut.lines[0].byte_end == 0);
}

TEST_CASE("widths that are none or endless are survived", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    for (const float width : {0.0F, -5.0F, std::nanf("")}) {
        const Paragraph& paragraph = typesetter->paragraph("文澜，ab", body, width);
        CHECK(paragraph.lines.size() == 5);
        CHECK(typesetter->paragraph("文澜", body, width, -3).lines.size() == 2);
    }
    CHECK(typesetter->paragraph(texts[0], body, std::numeric_limits<float>::infinity())
              .lines.size() == 1);
}

TEST_CASE("a column may be a paragraph of columns", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const Style column{.face = Face::kai, .px = em, .vertical = true};
    const Paragraph& paragraph =
        typesetter->paragraph("春风又绿江南岸，明月何时照我还", column, 5 * em);
    check_whole("春风又绿江南岸，明月何时照我还", paragraph);
    CHECK(paragraph.lines.size() == 3);
    for (const Line& line : paragraph.lines) CHECK(line.width <= 5 * em);
}

TEST_CASE("a paragraph of a hundred thousand characters is set whole", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    std::string text;
    while (text.size() < 300'000) text += texts[0];
    const Paragraph& paragraph = typesetter->paragraph(text, body, 20 * em);
    CHECK(paragraph.lines.back().byte_end == text.size());
    CHECK(paragraph.lines.size() > 3000);
    const std::string spaces(100'000, ' ');
    CHECK(typesetter->paragraph(spaces, body, em).lines.size() == 1);
    const std::string digits(20'000, '7');
    check_widths(typesetter->paragraph(digits, body, 10 * em), 10 * em);
    CHECK(typesetter->paragraph(digits, body, 10 * em, 2).truncated);
}

TEST_CASE("random texts at random widths keep every byte and their width", "[paragraph]") {
    const auto typesetter = setting::typesetter();
    const std::u32string letters =
        U"文澜社区春秋，。、：；？！“”‘’《》（）…—–·  "
        U"\n0123456789:¥%元场月日abcXYZ'-é\u0301𠅤\u200B第至";
    std::uint32_t seed = 7;
    const auto roll = [&seed](std::size_t sides) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 8U) % sides;
    };
    for (int round = 0; round < 600; ++round) {
        std::string text;
        for (std::size_t count = 1 + roll(80); count > 0; --count)
            base::utf8::append(text, letters[roll(letters.size())]);
        const float width = em + static_cast<float>(roll(400));
        CAPTURE(text, width);
        const Paragraph whole = typesetter->paragraph(text, body, width);
        check_whole(text, whole);
        check_widths(whole, width);
        const int lines_max = 1 + static_cast<int>(roll(4));
        const Paragraph& cut = typesetter->paragraph(text, body, width, lines_max);
        CHECK(cut.lines.size() <= static_cast<std::size_t>(lines_max));
        for (const Line& line : cut.lines)
            CHECK((line.width <= width + 0.05F || setting::clusters(line) <= 1));
    }
}

}  // namespace wenlan::text
