// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <filesystem>

#include "catch.h"
#include "station/station.h"
#include "store/folder.h"
#include "store/town.h"

using namespace wenlan;
using test::at;
using test::Folder;

namespace {

const std::filesystem::path demo = std::filesystem::path(WENLAN_SOURCE_DIR) / "data" / "demo";

// On now, or beginning within this time.
bool something_within(const model::View& view, std::chrono::minutes wait) {
    const int latest = view.header->now.minute_of_day() + static_cast<int>(wait.count());
    for (const model::EventCard& card : view.events->cards) {
        if (card.state == domain::OccasionState::cancelled || card.days_ahead != 0) continue;
        if (card.moment == model::Moment::on_now) return true;
        if (card.start.minute_of_day() <= latest) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("Whatever day it is, the lobby has something on now, later today and this week",
          "[demo-content]") {
    base::PosixDisk disk;
    for (int day = 0; day < 14; ++day) {
        const Folder root;
        base::VirtualClock clock(at("2026-11-22T09:00") + std::chrono::hours{24 * day});
        station::Station station(clock, disk, root.path(), demo);
        int quiet_half_hours = 0;
        for (int half_hour = 0; half_hour <= 23; ++half_hour) {
            const auto view = station.view();
            const base::CivilTime now = view->header->now;
            CAPTURE(now.date.month, now.date.day, now.hour, now.minute);
            CHECK(something_within(*view, std::chrono::minutes{60}));
            quiet_half_hours += something_within(*view, std::chrono::minutes{30}) ? 0 : 1;
            if (now.hour < 18) CHECK_FALSE(view->home->today_is_tomorrow);
            if (now.hour < 18) CHECK(view->home->today.size() >= 1);
            CHECK(view->events->week_count >= 10);
            CHECK(view->attract->slips.size() >= 1);
            CHECK(view->home->features.size() == 2);
            clock.advance(std::chrono::minutes{30});
            station.tick();
        }
        // The town may have its supper.
        CHECK(quiet_half_hours <= 1);
    }
}
