// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/handwriting.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.h"
#include "text/embedded.h"

namespace wenlan::text::input {
namespace {

std::size_t place_of(const std::string& character, const Ink& ink) {
    static const auto recogniser = HandwritingRecogniser::create().value();
    const auto found = recogniser->recognise(ink, 20);
    return static_cast<std::size_t>(std::find(found.begin(), found.end(), character) -
                                    found.begin());
}

// Points along the corners, as a finger leaves them.
Stroke line(const std::vector<InkPoint>& corners) {
    Stroke stroke;
    for (std::size_t i = 1; i < corners.size(); ++i)
        for (int k = 0; k <= 10; ++k) {
            const float share = static_cast<float>(k) / 10;
            stroke.push_back({corners[i - 1].x + (corners[i].x - corners[i - 1].x) * share,
                              corners[i - 1].y + (corners[i].y - corners[i - 1].y) * share});
        }
    return stroke;
}

Ink ten() { return {line({{100, 300}, {500, 290}}), line({{300, 80}, {305, 560}})}; }
Ink tree() {
    return {line({{80, 200}, {520, 195}}), line({{300, 60}, {300, 580}}),
            line({{295, 205}, {200, 340}, {70, 440}}), line({{305, 205}, {400, 340}, {540, 430}})};
}
Ink field() {
    return {line({{120, 120}, {122, 500}}), line({{120, 120}, {500, 115}, {495, 500}}),
            line({{125, 300}, {495, 298}}), line({{310, 120}, {310, 495}}),
            line({{122, 495}, {500, 490}})};
}
Ink middle() {
    return {line({{140, 200}, {150, 380}}), line({{140, 200}, {460, 195}, {450, 370}}),
            line({{150, 365}, {450, 360}}), line({{300, 60}, {300, 580}})};
}

Ink changed(Ink ink, InkPoint (*change)(InkPoint, int)) {
    int number = 0;
    for (Stroke& stroke : ink)
        for (InkPoint& point : stroke) point = change(point, number++);
    return ink;
}

}  // namespace

TEST_CASE("Plainly written characters are recognised") {
    CHECK(place_of("十", ten()) == 0);
    CHECK(place_of("木", tree()) == 0);
    CHECK(place_of("田", field()) == 0);
    CHECK(place_of("中", middle()) == 0);
}

TEST_CASE("The order of the strokes and where they begin do not matter") {
    for (const auto& [character, written] :
         {std::pair<const char*, Ink>{"木", tree()}, {"田", field()}, {"中", middle()}}) {
        Ink ink = written;
        std::reverse(ink.begin(), ink.end());
        for (Stroke& stroke : ink) std::reverse(stroke.begin(), stroke.end());
        CAPTURE(character);
        CHECK(place_of(character, ink) == 0);
    }
}

TEST_CASE("Two strokes drawn as one are still the character") {
    Ink ink = field();
    ink[2].insert(ink[2].end(), ink[3].begin(), ink[3].end());
    ink.erase(ink.begin() + 3);
    CHECK(place_of("田", ink) < 10);
    ink = tree();
    ink[2].insert(ink[2].end(), ink[3].begin(), ink[3].end());
    ink.pop_back();
    CHECK(place_of("木", ink) < 10);
}

TEST_CASE("A slanted, a shaking and a small hand are read too") {
    const auto slanted = [](InkPoint point, int) {
        return InkPoint{point.x - 0.25F * point.y, point.y};
    };
    const auto shaking = [](InkPoint point, int number) {
        const auto phase = static_cast<float>(number);
        return InkPoint{point.x + 7 * std::sin(phase * 2.1F), point.y + 7 * std::sin(phase * 1.7F)};
    };
    const auto small = [](InkPoint point, int) {
        return InkPoint{point.x / 20 + 900, point.y / 20 + 40};
    };
    for (const auto& [character, written] :
         {std::pair<const char*, Ink>{"木", tree()}, {"田", field()}, {"中", middle()}}) {
        CAPTURE(character);
        CHECK(place_of(character, changed(written, slanted)) < 10);
        CHECK(place_of(character, changed(written, shaking)) < 10);
        CHECK(place_of(character, changed(written, small)) == 0);
    }
}

TEST_CASE("Nothing is read from no ink") {
    const auto recogniser = HandwritingRecogniser::create().value();
    CHECK(recogniser->recognise({}, 10).empty());
    CHECK(recogniser->recognise({{}, {}}, 10).empty());
    const float none = std::numeric_limits<float>::quiet_NaN();
    CHECK(recogniser->recognise({{{none, none}}}, 10).empty());
}

TEST_CASE("A dot, a thousand strokes and strokes far outside end calmly") {
    const auto recogniser = HandwritingRecogniser::create().value();
    CHECK(recogniser->recognise({{{5, 5}}}, 10).size() == 10);
    CHECK(recogniser->recognise(Ink(1'000, line({{0, 0}, {90, 40}})), 10).size() == 10);
    CHECK(recogniser->recognise({Stroke(100'000, {1, 1})}, 10).size() == 10);
    CHECK(recogniser->recognise({{{-1e5F, 0}, {1e5F, 1}}}, 3).size() == 3);
    CHECK(recogniser->recognise({{{1e30F, 0}, {2, 2}, {80, 80}}}, 3).size() == 3);
}

TEST_CASE("The characters of names are known") {
    const auto shapes = HandwritingShapes::open(embedded_handwriting()).value();
    CHECK(shapes.size() > 20'000);
    std::vector<char32_t> known;
    for (std::size_t i = 0; i < shapes.size(); ++i) known.push_back(shapes.character(i));
    for (const char32_t character : std::u32string(U"喆堃垚珺玥楚郏筠一龘"))
        CHECK(std::find(known.begin(), known.end(), character) != known.end());
}

TEST_CASE("A damaged table of shapes is an error") {
    CHECK(!HandwritingRecogniser::create("").ok());
    CHECK(!HandwritingRecogniser::create("WLSHAPE2").ok());
    const std::string_view whole = embedded_handwriting();
    CHECK(!HandwritingRecogniser::create(whole.substr(0, whole.size() - 1)).ok());
    CHECK(HandwritingRecogniser::create(whole).ok());
}

}  // namespace wenlan::text::input
