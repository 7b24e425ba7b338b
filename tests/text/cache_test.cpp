// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include "base/utf8.h"
#include "catch.h"
#include "setting.h"
#include "text/text_cache.h"
#include "text/typesetter.h"

namespace wenlan::text {
namespace {

TextKey key(std::string_view text, float width_max = 0) { return {text, {.px = 20}, width_max, 0}; }

// How often these bytes occur in the memory that this program can write to, but in `except`.
std::size_t found_in_memory(std::string_view masked, std::uint8_t mask,
                            std::pair<std::uintptr_t, std::uintptr_t> except) {
    std::size_t found = 0;
    std::ifstream maps("/proc/self/maps");
    const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    REQUIRE(memory >= 0);
    std::string map;
    while (std::getline(maps, map)) {
        std::uintptr_t begin = 0;
        std::uintptr_t end = 0;
        char dash = 0;
        std::string rights;
        std::istringstream(map) >> std::hex >> begin >> dash >> end >> rights;
        const bool is_heap = map.ends_with("[heap]") || map.find('/') == std::string::npos;
        // A sanitizer's shadow of the address space is no memory of ours.
        if (end - begin > std::uintptr_t{1} << 30U) continue;
        if (!rights.starts_with("rw") || !is_heap || map.ends_with("[stack]")) continue;
        constexpr std::size_t chunk = 1 << 16;
        // Masked as it is read, and on the stack, which is not searched: the search must not find
        // its own copies.
        char buffer[chunk];
        for (std::uintptr_t at = begin; at < end; at += chunk - masked.size()) {
            const ssize_t size = pread(memory, buffer, std::min<std::size_t>(chunk, end - at),
                                       static_cast<off_t>(at));
            if (size <= 0) break;
            for (ssize_t byte = 0; byte < size; ++byte)
                buffer[byte] = static_cast<char>(static_cast<std::uint8_t>(buffer[byte]) ^ mask);
            const std::string_view seen(buffer, static_cast<std::size_t>(size));
            for (std::size_t hit = seen.find(masked); hit != std::string_view::npos;
                 hit = seen.find(masked, hit + 1)) {
                const std::uintptr_t place = at + hit;
                if (place < except.first || place >= except.second) ++found;
            }
            if (at + static_cast<std::size_t>(size) >= end) break;
        }
    }
    close(memory);
    return found;
}

}  // namespace

TEST_CASE("a cache gives back what was put in, by text, style and width", "[cache]") {
    TextCache<Line> cache(10, 1000);
    cache.insert(key("甲"), Line{{}, 11, 0, 3}, 1);
    cache.insert(key("甲", 50), Line{{}, 22, 0, 3}, 1);
    REQUIRE(cache.find(key("甲")) != nullptr);
    CHECK(cache.find(key("甲"))->width == 11);
    CHECK(cache.find(key("甲", 50))->width == 22);
    CHECK(cache.find(key("乙")) == nullptr);
    TextKey other = key("甲");
    other.style.vertical = true;
    CHECK(cache.find(other) == nullptr);
}

TEST_CASE("a cache never holds more texts or glyphs than its bounds", "[cache]") {
    TextCache<Line> cache(100, 1000);
    for (int at = 0; at < 5000; ++at) {
        cache.insert(key("文" + std::to_string(at)), {}, 3);
        CHECK(cache.size() <= 100);
    }
    for (int at = 0; at < 100; ++at) {
        cache.insert(key("长" + std::to_string(at)), {}, 300);
        CHECK(cache.size() <= 100);
    }
    CHECK(cache.size() == 3);
    // Even what alone is over the bound is there for the one who asked.
    CHECK(cache.insert(key("巨"), Line{{}, 5, 0, 0}, 50'000).width == 5);
    CHECK(cache.size() == 1);
}

TEST_CASE("a cache drops what was used longest ago", "[cache]") {
    TextCache<Line> cache(3, 1000);
    for (const char* text : {"甲", "乙", "丙"}) cache.insert(key(text), {}, 1);
    CHECK(cache.find(key("甲")) != nullptr);
    cache.insert(key("丁"), {}, 1);
    CHECK(cache.find(key("乙")) == nullptr);
    CHECK(cache.find(key("甲")) != nullptr);
    CHECK(cache.find(key("丙")) != nullptr);
}

TEST_CASE("a forgotten cache is empty and can be filled again", "[cache]") {
    TextCache<Paragraph> cache(10, 1000);
    cache.insert(key("甲"), {}, 1);
    cache.forget();
    CHECK(cache.size() == 0);
    CHECK(cache.find(key("甲")) == nullptr);
    cache.insert(key("甲"), {}, 1);
    CHECK(cache.find(key("甲")) != nullptr);
}

TEST_CASE("a line asked for again is the very same one", "[cache]") {
    const auto typesetter = setting::typesetter();
    const Style style{.px = 20};
    const Line* first = &typesetter->line("文澜", style);
    typesetter->line("别的", style);
    CHECK(&typesetter->line("文澜", style) == first);
    // Other texts push it out.
    for (int at = 0; at < 5000; ++at) typesetter->line(std::to_string(at), style);
    CHECK(typesetter->line("文澜", style).width == 40);
}

TEST_CASE("once forgotten, nothing a visitor typed is left in memory", "[cache]") {
    constexpr std::uint8_t mask = 0x5A;
    const auto typesetter = setting::typesetter();
    // Typed letter by letter, as on the keyboard, long enough to be on the heap.
    std::string typed;
    typed.reserve(256);
    for (char32_t at = 0; at < 40; ++at) {
        base::utf8::append(typed, 0x5F20 + at * 7);
        typesetter->line(typed, {.px = 30});
        typesetter->paragraph(typed, {.face = Face::serif, .px = 30}, 200, 2);
    }
    // Twelve characters from the middle, in each of the forms that layout uses.
    std::string utf8 = typed.substr(30, 36);
    const auto characters = base::utf8::decode(utf8);
    std::string utf32(reinterpret_cast<const char*>(characters.data()), characters.size() * 4);
    std::string utf16;
    for (const char32_t c : characters) {
        utf16.push_back(static_cast<char>(c & 0xFFU));
        utf16.push_back(static_cast<char>(c >> 8U));
    }
    for (std::string* form : {&utf8, &utf16, &utf32})
        for (char& byte : *form) byte = static_cast<char>(static_cast<std::uint8_t>(byte) ^ mask);
    const auto own = reinterpret_cast<std::uintptr_t>(typed.data());
    const std::pair except{own, own + typed.capacity()};
    CHECK(found_in_memory(utf8, mask, except) > 0);
    typesetter->forget_texts();
    CHECK(found_in_memory(utf8, mask, except) == 0);
    CHECK(found_in_memory(utf16, mask, except) == 0);
    // The decoded characters above are the test's own.
    const auto decoded = reinterpret_cast<std::uintptr_t>(characters.data());
    CHECK(found_in_memory(utf32, mask, {decoded, decoded + characters.size() * 4}) == 0);
}

}  // namespace wenlan::text
