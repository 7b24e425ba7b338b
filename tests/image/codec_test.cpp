// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/codec.h"

#include <cstdlib>
#include <vector>

#include "catch.h"
#include "sample_pictures.h"

namespace wenlan::image {
namespace {

using samples::at;
using samples::bytes_of;

base::Result<Pixels> decoded(const std::string& bytes, const Limits& limits = {}) {
    return decode(bytes_of(bytes), limits);
}

std::vector<std::string> one_of_each_format(const Pixels& pixels) {
    return {encode_png(pixels).value(), samples::jpeg(pixels), samples::jpeg(pixels, true),
            samples::webp(pixels)};
}

bool near(const std::uint8_t* pixel, std::vector<int> colour, int tolerance) {
    for (std::size_t channel = 0; channel < colour.size(); ++channel)
        if (std::abs(pixel[channel] - colour[channel]) > tolerance) return false;
    return true;
}

}  // namespace

TEST_CASE("a picture saved as PNG comes back byte for byte", "[codec]") {
    for (const auto& [width, height] : {std::pair{1, 1}, {3, 2}, {17, 31}, {640, 5}}) {
        Pixels pixels = samples::gradient(width, height);
        for (std::size_t byte = 3; byte < pixels.rgba.size(); byte += 4)
            pixels.rgba[byte] = static_cast<std::uint8_t>(byte * 37 % 256);
        const auto bytes = encode_png(pixels);
        REQUIRE(bytes);
        const auto back = decoded(bytes.value());
        REQUIRE(back);
        CHECK(back.value().width == width);
        CHECK(back.value().height == height);
        CHECK(back.value().rgba == pixels.rgba);
    }
}

TEST_CASE("JPEG, progressive JPEG and WebP pictures are read", "[codec]") {
    const Pixels pixels = samples::gradient(64, 48);
    for (const std::string& bytes : one_of_each_format(pixels)) {
        const auto back = decoded(bytes);
        REQUIRE(back);
        REQUIRE(back.value().width == 64);
        REQUIRE(back.value().height == 48);
        for (const auto& [x, y] : {std::pair{0, 0}, {63, 0}, {0, 47}, {63, 47}, {30, 20}}) {
            const auto* wanted = at(pixels, x, y);
            CHECK(near(at(back.value(), x, y), {wanted[0], wanted[1], wanted[2], 255}, 12));
        }
    }
}

TEST_CASE("a JPEG in printing inks is shown in its colours", "[codec]") {
    // Adobe's inks are inverted: full magenta and yellow are 0, no cyan and no black are 255.
    const auto red = decoded(samples::jpeg_of_inks(16, 16, {255, 0, 0, 255}));
    REQUIRE(red);
    CHECK(near(at(red.value(), 8, 8), {255, 0, 0, 255}, 6));
    const auto black = decoded(samples::jpeg_of_inks(16, 16, {255, 255, 255, 0}));
    REQUIRE(black);
    CHECK(near(at(black.value(), 8, 8), {0, 0, 0, 255}, 6));
}

TEST_CASE("a photograph is turned upright as the camera says", "[codec]") {
    // Stored with its red growing to the right; where red grows after each turn.
    const std::string plain = samples::jpeg(samples::gradient(64, 32));
    struct Turn {
        int orientation;
        bool swaps_sides;
        std::pair<int, int> most_red, most_green;  // corner, as seen in the upright picture
    };
    const std::vector<Turn> turns{{1, false, {63, 0}, {0, 31}}, {2, false, {0, 0}, {63, 31}},
                                  {3, false, {0, 31}, {63, 0}}, {4, false, {63, 31}, {0, 0}},
                                  {5, true, {0, 63}, {31, 0}},  {6, true, {31, 63}, {0, 0}},
                                  {7, true, {31, 0}, {0, 63}},  {8, true, {0, 0}, {31, 63}}};
    for (const Turn& turn : turns) {
        for (const bool big_endian : {false, true}) {
            CAPTURE(turn.orientation, big_endian);
            const auto back =
                decoded(samples::with_orientation(plain, turn.orientation, big_endian));
            REQUIRE(back);
            CHECK(back.value().width == (turn.swaps_sides ? 32 : 64));
            CHECK(near(at(back.value(), turn.most_red.first, turn.most_red.second),
                       {255, 0, 60, 255}, 16));
            CHECK(near(at(back.value(), turn.most_green.first, turn.most_green.second),
                       {0, 255, 60, 255}, 16));
        }
    }
    for (const int nonsense : {0, 9, 65535}) {
        const auto back = decoded(samples::with_orientation(plain, nonsense, false));
        REQUIRE(back);
        CHECK(near(at(back.value(), 63, 0), {255, 0, 60, 255}, 16));
    }
}

TEST_CASE("what is no picture is refused as such", "[codec]") {
    for (const std::string& bytes :
         {std::string(), std::string("\x89"), std::string("GIF89a......"),
          std::string("RIFFxxxxWAVE"), std::string("<svg xmlns='http://www.w3.org/2000/svg'/>"),
          std::string(4096, '\0')}) {
        const auto result = decoded(bytes);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == "image.unknown-format");
    }
}

TEST_CASE("a picture over the limits is refused before its pixels are made", "[codec]") {
    for (const std::string& bytes : one_of_each_format(samples::gradient(40, 30))) {
        CHECK(decoded(bytes, {40, 1200}));
        for (const Limits& tight : {Limits{39, 1'000'000}, Limits{8192, 1199}, Limits{0, 0}}) {
            const auto result = decoded(bytes, tight);
            REQUIRE_FALSE(result);
            CHECK(result.error().code == "image.too-large");
        }
    }
}

TEST_CASE("a PNG that claims to be huge is refused by its header", "[codec]") {
    std::string bytes = encode_png(samples::gradient(4, 4)).value();
    // IHDR with 60000 x 60000 and the check sum that belongs to it.
    const std::string header("IHDR\x00\x00\xEA\x60\x00\x00\xEA\x60\x08\x06\x00\x00\x00", 17);
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char letter : header) {
        sum ^= static_cast<std::uint8_t>(letter);
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1U ^ (sum & 1U ? 0xEDB88320U : 0U);
    }
    sum = ~sum;
    bytes.replace(12, 17, header);
    for (std::size_t byte = 0; byte < 4; ++byte)
        bytes[29 + byte] = static_cast<char>(sum >> (24 - 8 * byte) & 0xFFU);
    const auto result = decoded(bytes);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "image.too-large");
}

TEST_CASE("a picture cut short is damaged at every length", "[codec]") {
    for (const std::string& bytes : one_of_each_format(samples::gradient(24, 20))) {
        for (std::size_t length = 12; length + 2 < bytes.size(); ++length) {
            CAPTURE(length, bytes.size());
            const auto result = decoded(bytes.substr(0, length));
            // A PNG whose pixels are whole but whose end mark is missing still shows; so does a
            // WebP whose last bytes are padding.
            if (result) {
                CHECK(result.value().rgba == decoded(bytes).value().rgba);
                CHECK(length + 16 >= bytes.size());
            } else {
                CHECK(result.error().code == "image.damaged");
            }
        }
    }
}

TEST_CASE("a picture with changed bytes is read or refused, never worse", "[codec]") {
    samples::Dice dice(20261122);
    for (const std::string& bytes : one_of_each_format(samples::gradient(33, 21))) {
        for (int round = 0; round < 1500; ++round) {
            std::string changed = bytes;
            const std::uint32_t changes = 1 + dice.roll(6);
            for (std::uint32_t change = 0; change < changes; ++change)
                changed[dice.roll(static_cast<std::uint32_t>(changed.size()))] =
                    static_cast<char>(dice.roll(256));
            if (dice.roll(4) == 0)
                changed.resize(dice.roll(static_cast<std::uint32_t>(changed.size())));
            const auto result = decoded(changed, {4096, 1'000'000});
            if (result) {
                const Pixels& pixels = result.value();
                CHECK(pixels.rgba.size() == static_cast<std::size_t>(pixels.width) *
                                                static_cast<std::size_t>(pixels.height) * 4);
            } else {
                const std::string& code = result.error().code;
                CHECK((code == "image.damaged" || code == "image.too-large" ||
                       code == "image.unknown-format"));
            }
        }
    }
}

TEST_CASE("an EXIF block that points outside itself is ignored", "[codec]") {
    const std::string turned =
        samples::with_orientation(samples::jpeg(samples::gradient(16, 8)), 6, true);
    samples::Dice dice(7);
    for (int round = 0; round < 2000; ++round) {
        std::string changed = turned;
        // Past the marker and its length, within the block.
        for (int change = 0; change < 3; ++change)
            changed[12 + dice.roll(26)] = static_cast<char>(dice.roll(256));
        CHECK(decoded(changed));
    }
}

TEST_CASE("a picture saved as JPEG comes back near to what it was", "[codec]") {
    const Pixels pixels = samples::gradient(64, 48);
    const auto back = decoded(encode_jpeg(pixels, 90).value()).value();
    REQUIRE(back.width == 64);
    REQUIRE(back.height == 48);
    for (const auto& [x, y] : {std::pair{0, 0}, {63, 47}, {30, 20}}) {
        const auto* wanted = at(pixels, x, y);
        CHECK(near(at(back, x, y), {wanted[0], wanted[1], wanted[2], 255}, 12));
    }
    CHECK(encode_jpeg(pixels, 30).value().size() < encode_jpeg(pixels, 95).value().size());
}

TEST_CASE("what is transparent is white in a JPEG", "[codec]") {
    const auto back = decoded(encode_jpeg(samples::filled(16, 16, {200, 0, 0, 0}), 90).value());
    CHECK(near(at(back.value(), 8, 8), {255, 255, 255, 255}, 3));
    const auto half = decoded(encode_jpeg(samples::filled(16, 16, {0, 0, 0, 128}), 90).value());
    CHECK(near(at(half.value(), 8, 8), {127, 127, 127, 255}, 4));
}

TEST_CASE("a large JPEG is read smaller where that is enough", "[codec]") {
    const Pixels pixels = samples::gradient(800, 500);
    const std::string bytes = samples::jpeg(pixels);
    const auto width = [&](const Limits& limits) { return decoded(bytes, limits).value().width; };
    CHECK(width({.enough_px = 500}) == 800);
    CHECK(width({.enough_px = 250}) == 400);
    CHECK(width({.enough_px = 100}) == 200);
    CHECK(width({.enough_px = 1}) == 100);
    const auto small = decoded(bytes, {.enough_px = 125}).value();
    CHECK(near(at(small, 0, 0), {0, 0, 60, 255}, 14));
    CHECK(near(at(small, 199, 124), {255, 255, 60, 255}, 14));
    // The limit is on what has to be held: of one that comes in several passes, all of it.
    const Limits few{.pixels_max = 30'000, .enough_px = 125};
    CHECK(width(few) == 200);
    CHECK(decoded(samples::jpeg(pixels, true), few).error().code == "image.too-large");
}

TEST_CASE("an empty picture cannot be saved", "[codec]") {
    CHECK(encode_jpeg({}, 90).error().code == "image.empty");
    const auto result = encode_png({});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "image.empty");
}

}  // namespace wenlan::image
