// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qr.h"

#include <string>

#include "catch.h"

namespace wenlan::image {
namespace {

bool dark(const Mask& code, int x, int y) {
    return code.coverage[static_cast<std::size_t>(y * code.width + x)] == 255;
}

// A 7x7 finder at (left, top): dark ring, light ring, dark core.
bool finder_at(const Mask& code, int left, int top) {
    for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 7; ++x) {
            const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
            if (dark(code, left + x, top + y) != (ring != 2)) return false;
        }
    }
    return true;
}

// The error correction level as the format bits beside the upper left finder say (mask 101
// removed).
int level_bits(const Mask& code) {
    return (dark(code, 0, 8) ? 2 : 0) + (dark(code, 1, 8) ? 1 : 0) ^ 0b10;
}

}  // namespace

TEST_CASE("a QR code has the structure that a phone's camera looks for", "[qr]") {
    std::string text = "https://wenlan.example/l/";
    for (int round = 0; round < 40; ++round, text += round % 3 ? "文澜" : "0123456789") {
        const auto result = qr_modules(text);
        REQUIRE(result);
        const Mask& code = result.value();
        REQUIRE(code.width == code.height);
        REQUIRE(code.coverage.size() == static_cast<std::size_t>(code.width * code.width));
        REQUIRE(code.width >= 21);
        REQUIRE((code.width - 17) % 4 == 0);
        for (const std::uint8_t module : code.coverage) REQUIRE((module == 0 || module == 255));
        CHECK(finder_at(code, 0, 0));
        CHECK(finder_at(code, code.width - 7, 0));
        CHECK(finder_at(code, 0, code.width - 7));
        CHECK_FALSE(finder_at(code, code.width - 7, code.width - 7));
        for (int at = 8; at < code.width - 8; ++at) {  // the timing lines
            CHECK(dark(code, at, 6) == (at % 2 == 0));
            CHECK(dark(code, 6, at) == (at % 2 == 0));
        }
        CHECK(dark(code, 8, code.width - 8));  // the module that is always dark
        const int level = level_bits(code);
        CHECK(level != 0b01);  // never as weak as L; M, or better where it costs no size
    }
}

TEST_CASE("different texts give different codes, the same text the same", "[qr]") {
    const auto first = qr_modules("wenlan/1").value().coverage;
    CHECK(first == qr_modules("wenlan/1").value().coverage);
    CHECK(first != qr_modules("wenlan/2").value().coverage);
    CHECK(qr_modules(std::string("a\0b", 3)).value().coverage !=
          qr_modules(std::string("a\0c", 3)).value().coverage);
}

TEST_CASE("a text too long for any QR code is an error", "[qr]") {
    CHECK(qr_modules(std::string(2331, 'a')));  // the most bytes at level M
    for (const std::size_t length : {2332U, 100'000U}) {
        const auto result = qr_modules(std::string(length, 'a'));
        REQUIRE_FALSE(result);
        CHECK(result.error().code == "image.qr-too-long");
    }
    CHECK(qr_modules(""));
}

}  // namespace wenlan::image
