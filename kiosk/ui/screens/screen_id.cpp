// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/screen_id.h"

namespace wenlan::ui {

namespace {

std::string_view detail_id(domain::Kind kind) {
    switch (kind) {
        case domain::Kind::club:
            return "club-detail";
        case domain::Kind::challenge:
            return "challenge-detail";
        case domain::Kind::notice:
            return "notice-detail";
        case domain::Kind::service:
            return "service-detail";
        default:
            return "event-detail";
    }
}

std::string_view staff_id(ScreenName screen, const model::View& view) {
    switch (screen) {
        case ScreenName::staff_office:
            return "staff-office";
        case ScreenName::staff_touch:
            return "staff-touch";
        case ScreenName::staff_dark:
            return "staff-dark";
        default:
            return view.staff && view.staff->gate == model::StaffGate::open ? "staff"
                                                                            : "staff-code";
    }
}

}  // namespace

std::string_view screen_id(const Place& place, const model::View& view) {
    switch (place.screen) {
        case ScreenName::attract:
            return "attract";
        case ScreenName::home:
            return "home";
        case ScreenName::events:
            return "events";
        case ScreenName::calendar:
            return "calendar";
        case ScreenName::clubs:
            return "clubs";
        case ScreenName::reading:
            return "reading";
        case ScreenName::volunteering:
            return "volunteering";
        case ScreenName::neighbourhood:
            return "neighbourhood";
        case ScreenName::mine:
            return "mine";
        case ScreenName::list:
            return "list";
        case ScreenName::centre:
            return "centre";
        case ScreenName::search:
            return "search";
        case ScreenName::receipt:
            return "receipt";
        case ScreenName::detail:
            return detail_id(place.kind);
        case ScreenName::staff:
        case ScreenName::staff_office:
        case ScreenName::staff_touch:
        case ScreenName::staff_dark:
            return staff_id(place.screen, view);
    }
    return "home";
}

}  // namespace wenlan::ui
