// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shot.h"

#include "catch.h"

namespace app = wenlan::app;
namespace ui = wenlan::ui;

TEST_CASE("A shot lists what is in view, in panel pixels") {
    ui::Semantics screen;
    screen.screen = "home";
    ui::Element button;
    button.role = ui::Role::button;
    button.label = "全部活动";
    button.rect = {812.004F, 1060, 212, 96};
    button.visible = button.rect;
    button.contrast = 7.1849F;
    button.large = true;
    ui::Element cut = button;
    cut.visible = {};
    ui::Element beside = button;
    beside.rect = beside.visible = {1080, 0, 100, 100};
    screen.elements = {button, cut, beside};
    CHECK(app::shot_json(screen, {1080, 1920}) == R"({
 "screen": "home",
 "size": [
  1080,
  1920
 ],
 "elements": [
  {
   "role": "button",
   "label": "全部活动",
   "rect": [
    812.0,
    1060.0,
    212.0,
    96.0
   ],
   "enabled": true,
   "clipped": false,
   "contrast": 7.18,
   "large": true
  }
 ]
}
)");
}

TEST_CASE("A shot of an empty screen is still a shot") {
    CHECK(app::shot_json({}, {1, 1}).find("\"elements\": []") != std::string::npos);
}
