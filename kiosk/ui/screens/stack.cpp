// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/stack.h"

namespace wenlan::ui {

namespace {
constexpr std::size_t depth_max = 16;

// The dock from left to right: three sections, home, three sections.
int dock_index(const Place& place) {
    if (place.screen == ScreenName::home || place.screen == ScreenName::attract) return 3;
    const int section = static_cast<int>(place.section);
    return section < 3 ? section : section + 1;
}
}  // namespace

bool lies_on_top(ScreenName screen) { return screen >= ScreenName::calendar; }

void ScreenStack::go(const Place& place) {
    if (!lies_on_top(place.screen)) {
        places_.assign(1, place);
        return;
    }
    if (here().screen == ScreenName::attract) places_.assign(1, Place{ScreenName::home});
    if (here() == place) return;
    if (places_.size() == depth_max) places_.erase(places_.begin() + 1);
    places_.push_back(place);
    // The dock keeps marking the section that the visitor came from.
    const Place& below = places_[places_.size() - 2];
    if (below.screen != ScreenName::home) places_.back().section = below.section;
}

void ScreenStack::back() {
    if (can_go_back()) {
        places_.pop_back();
    } else if (here().screen != ScreenName::attract) {
        places_.assign(1, Place{ScreenName::home});
    }
}

int ScreenStack::direction(const Place& from, const Place& to) {
    if (from.screen == ScreenName::attract || to.screen == ScreenName::attract) return 0;
    if (lies_on_top(from.screen) || lies_on_top(to.screen)) return 0;
    const int a = dock_index(from);
    const int b = dock_index(to);
    return a == b ? 0 : (b > a ? 1 : -1);
}

std::optional<model::Intent> intent_for(const Place& place, base::CivilDate today) {
    switch (place.screen) {
        case ScreenName::events:
            return model::ShowDay{today, {}};
        case ScreenName::detail:
            return model::ShowEvent{place.occasion, place.listing};
        case ScreenName::clubs:
            return model::ShowClubs{};
        case ScreenName::reading:
            return model::ShowReading{};
        case ScreenName::volunteering:
            return model::ShowVolunteering{};
        case ScreenName::neighbourhood:
            return model::ShowNeighbourhood{};
        case ScreenName::calendar:
            return model::ShowMonth{today.year, today.month, today};
        case ScreenName::list:
            return model::ShowList{place.list};
        case ScreenName::centre:
            return model::ShowCentre{place.room};
        case ScreenName::staff:
            return model::OpenStaff{};
        case ScreenName::attract:
        case ScreenName::home:
        case ScreenName::mine:
        case ScreenName::search:
        case ScreenName::receipt:
        case ScreenName::staff_office:
        case ScreenName::staff_touch:
        case ScreenName::staff_dark:
            break;
    }
    return std::nullopt;
}

}  // namespace wenlan::ui
