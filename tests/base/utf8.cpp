// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <string>

#include "catch.h"

using namespace wenlan::base;
using namespace std::string_literals;

namespace {
constexpr const char* replacement = "\xEF\xBF\xBD";
}

TEST_CASE("Text in any script survives decoding and encoding", "[utf8]") {
    const std::string text = "文澜 Wénlán 𠮷 é \U0001F3EE";
    CHECK(utf8::valid(text));
    CHECK(utf8::encode(utf8::decode(text)) == text);
    CHECK(utf8::repaired(text) == text);
    CHECK(utf8::length(text) == 15);
    CHECK(utf8::decode("𠮷") == std::vector<char32_t>{0x20BB7});
}

TEST_CASE("Every ill-formed kind of bytes is seen", "[utf8]") {
    const std::string bad[] = {
        "\x80"s,              // continuation alone
        "\xC0\xAF"s,          // overlong solidus
        "\xC1\xBF"s,          // overlong in two bytes
        "\xE0\x9F\xBF"s,      // overlong in three
        "\xF0\x8F\xBF\xBF"s,  // overlong in four
        "\xED\xA0\x80"s,      // a surrogate
        "\xF4\x90\x80\x80"s,  // above U+10FFFF
        "\xF5\x80\x80\x80"s,  // no such lead
        "\xFF"s,              //
        "\xE6\x96"s,          // cut off at the end
        "\xE6\x96 "s,         // cut off by another character
        "\xF0\xA0\xAE"s,      //
    };
    for (const std::string& bytes : bad) {
        INFO(bytes);
        CHECK_FALSE(utf8::valid(bytes));
        const std::string fixed = utf8::repaired(bytes);
        CHECK(utf8::valid(fixed));
        CHECK(fixed.find(replacement) != std::string::npos);
        CHECK(utf8::encode(utf8::decode(bytes)) == fixed);
    }
}

TEST_CASE("Each maximal subpart becomes one replacement character", "[utf8]") {
    // The example of the Unicode standard, section 3.9: 61 F1 80 80 E1 80 C2 62 80 63 80 BF 64.
    const std::string bytes = "\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64";
    const std::u32string want = U"a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd";
    const auto got = utf8::decode(bytes);
    CHECK(std::u32string(got.begin(), got.end()) == want);
    CHECK(utf8::length(bytes) == want.size());
    CHECK(utf8::decode("\xED\xA0\x80").size() == 3);
}

TEST_CASE("A code point that is none is written as the replacement character", "[utf8]") {
    std::string out;
    utf8::append(out, 0xD800);
    utf8::append(out, 0x110000);
    CHECK(out == replacement + std::string{replacement});
}

TEST_CASE("The borders of each length encode to the shortest form", "[utf8]") {
    for (const char32_t c :
         {0x0U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xD7FFU, 0xE000U, 0xFFFFU, 0x10000U, 0x10FFFFU}) {
        std::string out;
        utf8::append(out, c);
        CHECK(utf8::valid(out));
        CHECK(utf8::decode(out) == std::vector<char32_t>{c});
    }
}

TEST_CASE("Cutting a text never splits a character", "[utf8]") {
    const std::string text = "a文𠮷";  // 1 + 3 + 4 bytes
    const std::size_t kept[] = {0, 1, 1, 1, 4, 4, 4, 4, 8, 8};
    for (std::size_t max = 0; max < std::size(kept); ++max) {
        CHECK(utf8::prefix(text, max).size() == kept[max]);
    }
    CHECK(utf8::prefix("\x80\x80\x80\x80\x80", 4).size() == 4);
    CHECK(utf8::prefix("", 5).empty());
}
