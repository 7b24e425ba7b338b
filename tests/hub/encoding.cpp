// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/encoding.h"

#include "catch.h"
#include "hub/import/clean_text.h"

using namespace wenlan::hub;
using namespace std::string_literals;

namespace {

// "春节联欢会" and "𠮷" as a Chinese Windows writes them.
const std::string gala_gb = "\xB4\xBA\xBD\xDA\xC1\xAA\xBB\xB6\xBB\xE1";
const std::string rare_gb = "\x95\x34\xB3\x35";  // GB18030 in four bytes

std::string decoded(std::string_view bytes) {
    const auto text = decode_text(bytes);
    return text ? text.value().text : text.error().code;
}

}  // namespace

TEST_CASE("A text file is read in the encoding that it is in", "[encoding]") {
    CHECK(decoded("春节") == "春节");
    CHECK(decoded("\xEF\xBB\xBF春节") == "春节");
    CHECK(decoded(gala_gb) == "春节联欢会");
    CHECK(decoded(gala_gb + "\r\n" + rare_gb + "\n").starts_with("春节联欢会\r\n"));
    CHECK(decode_text(rare_gb).value().encoding == Encoding::gb18030);
    CHECK(decoded("\xFF\xFE\x25\x66\x0A\x00"s) == "春\n");
    CHECK(decoded("\xFE\xFF\x66\x25\x00\x0A"s) == "春\n");
    CHECK(decoded("").empty());
    CHECK(decoded("\xEF\xBB\xBF").empty());
}

TEST_CASE("Every GB18030 character that a town needs comes through", "[encoding]") {
    // 楚门 喆 镕 洺 玊 with two bytes each
    CHECK(decoded("\xB3\xFE\xC3\xC5 \x86\xB4 \xE9\x46 \x9B\xB3") == "楚门 喆 镕 洺");
}

TEST_CASE("A UTF-8 file with a broken byte stays UTF-8 and shows where", "[encoding]") {
    const std::string text = "标题,日期\n春节联欢\xE4\xBC,2026-11-28\n重阳登高,2026-11-29\n";
    const auto read = decode_text(text);
    REQUIRE(read.ok());
    CHECK(read.value().encoding == Encoding::utf8);
    CHECK(damaged(read.value().text));
    CHECK(read.value().text.find("重阳登高") != std::string::npos);
}

TEST_CASE("What is no text in a known encoding is refused with its line", "[encoding]") {
    CHECK(decoded("PK\x03\x04\0\0"s) == "encoding.binary");
    CHECK(decoded("\xFF\xFE\x00\xD8\x41\x00"s) == "encoding.damaged-utf16");
    const auto latin = decode_text("title\nCaf\xE9 \xE0 la carte \xE8 \xE9 \xE8 \xE9\n");
    REQUIRE_FALSE(latin.ok());
    CHECK(latin.error().code == "encoding.unknown");
    CHECK(latin.error().message.find("Line 2") != std::string::npos);
}

TEST_CASE("Text for a screen is cleaned of what a screen cannot show", "[encoding]") {
    CHECK(clean_line("  a\t\r\n b　c\xC2\xA0 ") == "a b c");
    CHECK(clean_line("\xE2\x80\xAE"
                     "evil\xE2\x80\x8B\x01\x7F") == "evil");
    CHECK(clean_paragraphs("一\r\n\r\n\n 二 \r三") == "一\n二\n三");
    CHECK(clean_paragraphs("<p>Come &amp; see</p><b>us</b><br/>at <a href=\"x\">home</a>") ==
          "Come & see\nus\nat home");
    CHECK(clean_paragraphs("3 < 5 and 6 > 2 & so on") == "3 < 5 and 6 > 2 & so on");
    CHECK(clean_paragraphs("<br><unclosed") == "<unclosed");
    CHECK(cut("一二三四五", 3) == "一二…");
    CHECK(cut("一二三", 3) == "一二三");
    CHECK(folded(" Ａbc　书 ") == "abc书");
    CHECK(has_han("a书"));
    CHECK_FALSE(has_han("abc é"));
}
