// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/checks.h"

#include "catch.h"

using namespace wenlan;
using test::Faults;
using test::faults_of;
using ui::Element;
using ui::PanelRect;
using ui::Part;
using ui::Role;

namespace {

Element element(Role role, std::string label, PanelRect rect, Part part = Part::page) {
    Element it;
    it.role = role;
    it.part = part;
    it.label = std::move(label);
    it.rect = it.visible = rect;
    it.contrast = role == Role::text ? 12.0F : 0.0F;
    return it;
}

Faults faults(std::vector<Element> elements, test::Mode mode = {}) {
    ui::Semantics screen;
    screen.elements = std::move(elements);
    screen.scrolls = {{{0, 0, 1080, 1600}, false, 0, 900}, {{0, 0, 1080, 200}, true, 0, 900}};
    return faults_of(screen, mode, "page");
}

}  // namespace

TEST_CASE("A page without faults has none") {
    CHECK(faults({element(Role::card, "戏", {56, 300, 400, 200}),
                  element(Role::text, "戏", {80, 320, 200, 50}),
                  element(Role::text, "今天", {80, 380, 200, 50}),
                  element(Role::button, "报名", {500, 300, 96, 96}),
                  element(Role::tab, "活动", {0, 1700, 150, 148}, Part::dock)})
              .empty());
}

TEST_CASE("texts that lie on each other") {
    const auto two = [](float y) {
        return faults({element(Role::text, "上", {80, 300, 200, 50}),
                       element(Role::text, "下", {80, y, 200, 50})});
    };
    CHECK(two(346).empty());
    REQUIRE(two(345).size() == 1);
    CHECK(two(345)[0] ==
          "page [1080x1920 zh]: text \"上\" (200x50 at 80,300) and text \"下\" "
          "(200x50 at 80,345) overlap by 200x5 at 80,345");
}

TEST_CASE("What is scrolled away lies on nothing") {
    Element away = element(Role::text, "下", {80, 300, 200, 50});
    away.scroll = 0;
    away.visible = {};
    CHECK(faults({element(Role::text, "上", {80, 300, 200, 50}), away}).empty());
}

TEST_CASE("controls that lie on each other, unless one lies above in the dock") {
    const auto two = [](Part part) {
        return faults({element(Role::card, "戏", {0, 1600, 500, 200}),
                       element(Role::tab, "活动", {0, 1700, 150, 148}, part)});
    };
    CHECK(two(Part::page).size() == 1);
    CHECK(two(Part::dock).empty());
}

TEST_CASE("a control that is too small for a finger, in the panel's measure") {
    CHECK(faults({element(Role::button, "小", {0, 0, 95, 96})}).size() == 1);
    CHECK(faults({element(Role::button, "小", {0, 0, 96, 95})}).size() == 1);
    CHECK(faults({element(Role::button, "小", {0, 0, 180, 180})}, {.panel = {3840, 2160}}).size() ==
          1);
    CHECK(faults({element(Role::button, "大", {0, 0, 192, 192})}, {.panel = {3840, 2160}}).empty());
}

TEST_CASE("what the panel's edge cuts off") {
    Element cut = element(Role::text, "长", {1000, 0, 200, 50});
    cut.visible.width = 80;
    CHECK(faults({cut}).size() == 1);
    Element button = element(Role::button, "低", {0, 1900, 200, 100});
    button.visible.height = 20;
    CHECK(faults({button}).size() == 1);
    // A list may cut along its own axis only.
    button.scroll = 0;
    CHECK(faults({button}).empty());
    button.scroll = 1;
    CHECK(faults({button}).size() == 1);
}

TEST_CASE("a text that is larger than its own place") {
    Element text = element(Role::text, "长", {0, 0, 200, 50});
    text.clipped = true;
    CHECK(faults({text}).size() == 1);
}

TEST_CASE("a text without contrast") {
    Element text = element(Role::text, "淡", {0, 0, 200, 50});
    test::Mode high;
    high.high_contrast = true;
    const auto with = [&](float contrast, bool large, const test::Mode& mode) {
        text.contrast = contrast;
        text.large = large;
        return !faults({text}, mode).empty();
    };
    CHECK(with(4.4F, false, {}));
    CHECK_FALSE(with(4.5F, false, {}));
    CHECK_FALSE(with(3.1F, true, {}));
    CHECK(with(2.9F, true, {}));
    CHECK(with(6.9F, true, high));
    CHECK_FALSE(with(7, false, high));
}

TEST_CASE("a text over the edge of a control") {
    const Element button = element(Role::button, "报名", {100, 100, 300, 120});
    CHECK(faults({button, element(Role::text, "我要报名", {120, 140, 200, 50})}).empty());
    CHECK(faults({button, element(Role::text, "我要报名", {250, 140, 200, 50})}).size() == 1);
    CHECK(faults({button, element(Role::text, "我要报名", {97, 140, 200, 50})}).empty());
    Element listed = element(Role::text, "我要报名", {120, 140, 200, 50});
    listed.scroll = 0;
    CHECK(faults({button, listed}).size() == 1);
}

TEST_CASE("a text that stands still under the dock") {
    const Element tab = element(Role::tab, "活动", {0, 1676, 154, 148}, Part::dock);
    Element text = element(Role::text, "页脚", {20, 1700, 200, 50});
    CHECK(faults({text, tab}).size() == 1);
    text.scroll = 0;  // a list runs on under it
    CHECK(faults({text, tab}).empty());
}

TEST_CASE("a control without a name") {
    CHECK(faults({element(Role::button, "", {0, 0, 100, 100})}).size() == 1);
}
