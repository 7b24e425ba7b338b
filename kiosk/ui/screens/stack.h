// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

#include "ui/screens/action.h"

namespace wenlan::ui {

// Where the visitor is and how they came there. The bottom is attract, home or one section.
class ScreenStack {
public:
    const Place& here() const { return places_.back(); }
    bool can_go_back() const { return places_.size() > 1; }
    bool holds(ScreenName screen) const {
        return std::any_of(places_.begin(), places_.end(),
                           [screen](const Place& place) { return place.screen == screen; });
    }

    // Sections and home start anew; a detail, a list, a calendar lie on top of what led to them.
    void go(const Place& place);
    void back();
    void leave() { places_.assign(1, Place{}); }

    // Towards which side a change from one place to another moves: -1, 0 or 1.
    static int direction(const Place& from, const Place& to);

private:
    std::vector<Place> places_{Place{}};
};

// What the station must be asked when a place is shown; none for those that are there anyway.
std::optional<model::Intent> intent_for(const Place& place, base::CivilDate today);

}  // namespace wenlan::ui
