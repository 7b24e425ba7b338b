// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/time.h"

// A scripted visit: a JSON list of steps, each an object with one key.
namespace wenlan::app {

// Panel pixels, from the top left.
struct PanelPoint {
    float x = 0, y = 0;
};

struct Tap {  // {"tap": "label"}
    std::string label;
};
struct Type {  // {"type": "text on the on-screen keyboard"}
    std::string text;
};
struct Draw {  // {"draw": [[[x,y],...],...]}
    std::vector<std::vector<PanelPoint>> strokes;
};
struct Swipe {  // {"swipe": [x1,y1,x2,y2,ms]}
    PanelPoint from, to;
    base::Duration over{};
};
struct Wait {  // {"wait_ms": n}
    base::Duration time{};
};
struct Shot {  // {"shot": "name"}
    std::string name;
};
struct Expect {  // {"expect": "text that must be on the screen"}
    std::string text;
};
struct Network {  // {"network": "off|on"}
    bool on = true;
};

struct Step {
    std::variant<Tap, Type, Draw, Swipe, Wait, Shot, Expect, Network> what;
    std::string source;  // the step as it stands in the file, on one line
};

using Tour = std::vector<Step>;

// "tour.syntax" for what is no JSON; "tour.step" names the step, counted from 1, and what it lacks.
// A shot's name is a file name, and no two shots have the same.
base::Result<Tour> parse_tour(std::string_view json);

}  // namespace wenlan::app
