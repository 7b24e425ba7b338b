// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/locked_memory.h"

#include <algorithm>
#include <string>

#include "catch.h"

using wenlan::base::LockedMemory;
using wenlan::base::LockedText;

TEST_CASE(
    "a locked text takes whole texts, gives whole characters back and is empty when cleared") {
    LockedText text;
    CHECK(text.append("王"));
    CHECK(text.append("秀英a"));
    text.pop_character();
    text.pop_character();
    CHECK(text.view() == "王秀");
    text.clear();
    CHECK(text.empty());
    text.pop_character();
    CHECK(text.view().empty());
}

TEST_CASE("what does not fit changes nothing") {
    LockedText text;
    REQUIRE(text.assign(std::string(LockedText::bytes_max, 'a')));
    CHECK_FALSE(text.append("b"));
    CHECK(text.view().size() == LockedText::bytes_max);
    CHECK_FALSE(text.assign(std::string(LockedText::bytes_max + 1, 'a')));
}

TEST_CASE("nothing is left in the memory of a text that was cleared or shortened") {
    LockedText text;
    REQUIRE(text.append("王秀英"));
    const char* begin = text.view().data();
    text.pop_character();
    CHECK(std::string_view(begin, 9).substr(6) == std::string_view("\0\0\0", 3));
    text.clear();
    CHECK(std::all_of(begin, begin + 9, [](char byte) { return byte == 0; }));
}

TEST_CASE("locked memory moves without being copied") {
    LockedMemory first(100);
    first.bytes()[0] = std::byte{42};
    const auto* place = first.bytes().data();
    LockedMemory second(std::move(first));
    CHECK(second.bytes().data() == place);
    CHECK(second.bytes()[0] == std::byte{42});
}
