// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/finder.h"

#include "catch.h"

namespace app = wenlan::app;
using wenlan::ui::Element;
using wenlan::ui::PanelRect;
using wenlan::ui::Part;
using wenlan::ui::Role;
using wenlan::ui::Semantics;

namespace {

constexpr wenlan::gfx::Size panel{1080, 1920};

Element element(Role role, Part part, std::string label, PanelRect rect) {
    Element it;
    it.role = role;
    it.part = part;
    it.label = std::move(label);
    it.rect = it.visible = rect;
    return it;
}

Element hidden(Element it) {
    it.visible = {};
    return it;
}

}  // namespace

TEST_CASE("The dock comes before the page, what can be pressed before text") {
    Semantics screen;
    screen.elements = {element(Role::text, Part::page, "活动", {0, 0, 100, 40}),
                       element(Role::card, Part::page, "活动", {0, 100, 100, 40}),
                       element(Role::tab, Part::dock, "活动", {0, 1700, 100, 140})};
    CHECK(app::find(screen, "活动")->part == Part::dock);
    screen.elements.pop_back();
    CHECK(app::find(screen, "活动")->role == Role::card);
    screen.elements.pop_back();
    CHECK(app::find(screen, "活动")->role == Role::text);
}

TEST_CASE("An exact label comes before one that only contains it, wherever it stands") {
    Semantics screen;
    screen.elements = {element(Role::tab, Part::dock, "全部活动", {0, 1700, 100, 140}),
                       element(Role::text, Part::page, "活动", {0, 0, 100, 40})};
    CHECK(app::find(screen, "活动")->role == Role::text);
    CHECK(app::find(screen, "全部")->role == Role::tab);
    CHECK(app::find(screen, "没有") == nullptr);
}

TEST_CASE("Among equals the one in view is found, else the first") {
    Semantics screen;
    screen.elements = {hidden(element(Role::card, Part::page, "报名", {0, -300, 9, 9})),
                       element(Role::card, Part::page, "报名", {0, 500, 9, 9})};
    CHECK(app::find(screen, "报名")->rect.y == 500);
    screen.elements[1] = hidden(screen.elements[1]);
    CHECK(app::find(screen, "报名")->rect.y == -300);
}

TEST_CASE("Only what is in view is on the screen") {
    Semantics screen;
    screen.elements = {hidden(element(Role::text, Part::page, "余 37 位", {0, 2000, 9, 9}))};
    CHECK(!app::shows(screen, "37"));
    screen.elements.push_back(element(Role::text, Part::page, "余 37 位", {0, 0, 9, 9}));
    CHECK(app::shows(screen, "37"));
}

TEST_CASE("A finger does not reach through the dock") {
    Semantics screen;
    const Element card = element(Role::card, Part::page, "戏", {0, 1600, 1000, 200});
    screen.elements = {card};
    REQUIRE(app::touch_point(screen, card));
    CHECK(app::touch_point(screen, card)->y == 1700);
    screen.elements.push_back(element(Role::tab, Part::dock, "首页", {400, 1676, 200, 148}));
    CHECK(!app::touch_point(screen, card));
    CHECK(!app::touch_point(screen, hidden(card)));
}

TEST_CASE("A list ends where the dock begins, but a bar beside or above it takes nothing") {
    Semantics screen;
    const wenlan::ui::ScrollArea list{{0, 600, 1080, 1320}, false, 0, 900};
    CHECK(app::usable(screen, list, panel).height == 1320);
    screen.elements = {element(Role::tab, Part::dock, "活动", {0, 1676, 154, 148}),
                       element(Role::button, Part::strip, "大字", {0, 1824, 200, 96})};
    CHECK(app::usable(screen, list, panel).height == 1076);
    screen.elements = {element(Role::tab, Part::dock, "活动", {1080, 1676, 154, 148}),
                       element(Role::tab, Part::dock, "首页", {0, 500, 154, 148})};
    CHECK(app::usable(screen, list, panel).height == 1320);
}

TEST_CASE("The way into view is as long as needed and never beyond the list's ends") {
    Semantics screen;
    screen.scrolls = {{{0, 600, 1080, 1000}, false, 0, 900}};
    Element card = element(Role::card, Part::page, "戏", {0, 700, 1000, 200});
    CHECK(app::way_into_view(screen, card, panel) == 0);  // in no list
    card.scroll = 0;
    CHECK(app::way_into_view(screen, card, panel) == 0);  // in view
    card.rect.y = 1500;
    CHECK(app::way_into_view(screen, card, panel) == -124);
    card.rect.y = 5000;
    CHECK(app::way_into_view(screen, card, panel) == -900);
    card.rect.y = 500;
    CHECK(app::way_into_view(screen, card, panel) == 0);  // the list is at its start
    screen.scrolls[0].offset = 900;
    CHECK(app::way_into_view(screen, card, panel) == 124);
    card.rect = {0, 1500, 1000, 3000};  // longer than the list: its beginning
    screen.scrolls[0].offset = 0;
    CHECK(app::way_into_view(screen, card, panel) == -900);
    screen.scrolls[0].offset_max = 5000;
    CHECK(app::way_into_view(screen, card, panel) == 600 - 1500);
}

TEST_CASE("The summary names the screen and what is in view, on one line") {
    Semantics screen;
    screen.screen = "home";
    screen.elements = {element(Role::text, Part::page, "小雪日，\n且来听一出戏", {0, 0, 9, 9}),
                       hidden(element(Role::text, Part::page, "不见", {0, 0, 9, 9})),
                       element(Role::tab, Part::dock, "活动", {0, 0, 9, 9})};
    CHECK(app::summary(screen) == "home shows: 小雪日， 且来听一出戏 | 活动");
}
