// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checksum.h"

#include <string>

#include "catch.h"

using namespace wenlan::store;

TEST_CASE("The checksum is the well-known one", "[checksum]") {
    CHECK(crc64("123456789") == 0x995D'C9BB'DF19'39FA);
    CHECK(crc64("") == 0);
    CHECK(checksum_line("123456789") == "9 995dc9bbdf1939fa\n");
}

TEST_CASE("Any flipped bit changes the checksum", "[checksum]") {
    std::string bytes;
    for (int i = 0; i < 100; ++i) bytes += static_cast<char>(i * 37);
    const auto whole = crc64(bytes);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        REQUIRE(crc64(damaged) != whole);
    }
}

TEST_CASE("Every beginning of a text has its own checksum", "[checksum]") {
    const std::string bytes(70, 'a');
    for (std::size_t length = 1; length <= bytes.size(); ++length) {
        REQUIRE(crc64(bytes.substr(0, length)) != crc64(bytes.substr(0, length - 1)));
    }
}

TEST_CASE("A checksum of parts is that of the whole, wherever it is cut", "[checksum]") {
    const std::string bytes = "one and another and a third, of no round length";
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        Checksum checksum;
        checksum.add(std::string_view(bytes).substr(0, cut));
        checksum.add(std::string_view(bytes).substr(cut));
        REQUIRE(checksum.line() == checksum_line(bytes));
    }
}
