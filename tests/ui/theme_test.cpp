// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <string>
#include <vector>

#include "catch.h"

using namespace wenlan;
using ui::Color;
using ui::contrast;
using ui::Growth;
using ui::Palette;
using ui::Theme;
using ui::Type;

namespace {

const std::vector<domain::Section> sections{
    domain::Section::events,       domain::Section::clubs,         domain::Section::reading,
    domain::Section::volunteering, domain::Section::neighbourhood, domain::Section::mine};

const std::vector<Type> types{Type::poem,      Type::display,    Type::title,     Type::question,
                              Type::section,   Type::card_title, Type::button,    Type::tile_title,
                              Type::row_title, Type::row_time,   Type::body,      Type::small_body,
                              Type::seats,     Type::clock,      Type::secondary, Type::caption,
                              Type::dock,      Type::strip,      Type::badge};

// A text colour on what it stands on, as the tables of tokens.md section 1 pair them.
struct Pair {
    std::string name;
    Color text;
    Color ground;
};

std::vector<Pair> pairs_of(const Theme& theme) {
    const Palette& c = theme.color;
    std::vector<Pair> pairs;
    const auto on_all_grounds = [&](const std::string& name, Color text) {
        pairs.push_back({name + " on paper", text, c.paper});
        pairs.push_back({name + " on card", text, c.card});
        pairs.push_back({name + " on sunk", text, c.sunk});
    };
    on_all_grounds("ink", c.ink);
    on_all_grounds("ink2", c.ink2);
    on_all_grounds("ink3", c.ink3);
    on_all_grounds("action_deep", c.action_deep);
    on_all_grounds("good", c.good);
    on_all_grounds("waiting", c.waiting);
    pairs.push_back({"action on paper", c.action, c.paper});
    pairs.push_back({"action on card", c.action, c.card});
    pairs.push_back({"action_deep on action_tint", c.action_deep, c.action_tint});
    pairs.push_back({"on_action on action", c.on_action, c.action});
    pairs.push_back({"on_action on action_deep", c.on_action, c.action_deep});
    pairs.push_back({"on_fill on good", c.on_fill, c.good});
    pairs.push_back({"on_fill on waiting", c.on_fill, c.waiting});
    pairs.push_back({"on_fill on ink", c.on_fill, c.ink});
    pairs.push_back({"on_secondary on secondary", c.on_secondary, c.secondary});
    pairs.push_back({"strip_text on strip_ground", c.strip_text, c.strip_ground});
    pairs.push_back({"strip_active on strip_ground", c.strip_active, c.strip_ground});
    for (const domain::Section section : sections) {
        const ui::Pigment pigment = theme.pigment(section);
        const std::string name = "pigment " + std::to_string(static_cast<int>(section));
        pairs.push_back({name + " on paper", pigment.fill, c.paper});
        pairs.push_back({name + " on card", pigment.fill, c.card});
        pairs.push_back({name + " on its tint", pigment.fill, pigment.tint});
        pairs.push_back({"on_fill on " + name, c.on_fill, pigment.fill});
    }
    return pairs;
}

Theme theme_of(bool large, bool high_contrast, base::Language language = base::Language::zh) {
    return Theme::of({language, large, high_contrast});
}

}  // namespace

TEST_CASE("Contrast is what WCAG says it is") {
    const Color black = Color::hex(0x000000);
    const Color white = Color::hex(0xFFFFFF);
    CHECK(contrast(white, black) == Approx(21).margin(0.01));
    CHECK(contrast(black, white) == Approx(21).margin(0.01));
    CHECK(contrast(white, white) == Approx(1));
    CHECK(contrast(Color::hex(0x777777), white) == Approx(4.48).margin(0.01));
    // A text that lets its ground through is lighter than its colour says.
    CHECK(contrast(black.with_alpha(0.5F), white) < 4);
    CHECK(contrast(black.with_alpha(0), white) == Approx(1));
}

TEST_CASE("The colours have the contrast that the design measured") {
    const Palette c = theme_of(false, false).color;
    CHECK(contrast(c.ink, c.paper) == Approx(13.24).margin(0.02));
    CHECK(contrast(c.ink2, c.card) == Approx(7.69).margin(0.02));
    CHECK(contrast(c.ink3, c.sunk) == Approx(4.71).margin(0.02));
    CHECK(contrast(c.action, c.paper) == Approx(4.80).margin(0.02));
    CHECK(contrast(c.on_action, c.action) == Approx(5.04).margin(0.02));
    CHECK(contrast(c.strip_active, c.strip_ground) == Approx(10.24).margin(0.02));
    const Palette high = theme_of(false, true).color;
    CHECK(contrast(high.action, high.paper) == Approx(15.17).margin(0.02));
    CHECK(contrast(high.ink3, high.paper) == Approx(16.21).margin(0.02));
}

TEST_CASE("Every text can be read on every ground that it stands on") {
    for (const Pair& pair : pairs_of(theme_of(false, false))) {
        CAPTURE(pair.name);
        CHECK(contrast(pair.text, pair.ground) >= 4.5F);
    }
}

TEST_CASE("In high contrast every text has seven to one") {
    for (const Pair& pair : pairs_of(theme_of(false, true))) {
        CAPTURE(pair.name);
        CHECK(contrast(pair.text, pair.ground) >= 7);
    }
}

TEST_CASE("Vermilion on sunk is for large text only, and on its tint the deep one is needed") {
    const Palette c = theme_of(false, false).color;
    CHECK(contrast(c.action, c.sunk) < 4.5F);
    CHECK(contrast(c.action, c.sunk) >= 3);
    CHECK(contrast(c.action, c.action_tint) < 4.5F);
}

TEST_CASE("Large text enlarges body by 1.35, headings by 1.2, the dock's words by 1.4") {
    const Theme normal = theme_of(false, false);
    const Theme large = theme_of(true, false);
    CHECK(large.type(Type::body).px == Approx(34 * 1.35F));
    CHECK(large.type(Type::row_title).px == Approx(36 * 1.35F));
    CHECK(large.type(Type::title).px == Approx(64 * 1.2F));
    CHECK(large.type(Type::dock).px == Approx(30 * 1.4F));
    CHECK(normal.grown(50, Growth::body) == 50);
    CHECK(large.grown(50, Growth::none) == 50);
    CHECK(large.grown(20, Growth::body) == 34);
    CHECK(large.grown(20, Growth::heading) == 34);
}

TEST_CASE("In large text nothing is smaller than 34 px, and nothing becomes smaller") {
    for (const bool high_contrast : {false, true}) {
        for (const base::Language language : {base::Language::zh, base::Language::en}) {
            const Theme normal = theme_of(false, high_contrast, language);
            const Theme large = theme_of(true, high_contrast, language);
            for (const Type type : types) {
                CAPTURE(static_cast<int>(type), high_contrast, static_cast<int>(language));
                CHECK(large.type(type).px >= 34);
                CHECK(large.type(type).px >= normal.type(type).px);
                CHECK(normal.type(type).px >= 26);
            }
        }
    }
}

TEST_CASE("Verses are written by brush in Chinese only, and never thin on black") {
    CHECK(theme_of(false, false).type(Type::poem).face == text::Face::kai);
    const Theme english = theme_of(false, false, base::Language::en);
    CHECK(english.type(Type::poem).face == text::Face::serif);
    CHECK(english.type(Type::poem).px < theme_of(false, false).type(Type::poem).px);
    CHECK(theme_of(false, true).type(Type::poem).face == text::Face::serif_bold);
}

TEST_CASE("High contrast keeps still: only cross-fades") {
    CHECK(theme_of(false, true).motion.reduced);
    CHECK_FALSE(theme_of(false, false).motion.reduced);
}

TEST_CASE("Each section has a pigment of its own, and in high contrast none has one") {
    const Theme paper = theme_of(false, false);
    const Theme black = theme_of(false, true);
    for (const domain::Section one : sections) {
        CHECK(black.pigment(one).fill == Color::hex(0xFFFFFF));
        for (const domain::Section other : sections) {
            if (one != other) CHECK_FALSE(paper.pigment(one).fill == paper.pigment(other).fill);
        }
    }
}
