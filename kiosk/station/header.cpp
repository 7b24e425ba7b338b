// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/header.h"

#include <algorithm>
#include <chrono>

#include "base/lunar.h"
#include "base/sunset.h"
#include "station/opening.h"

namespace wenlan::station {

namespace {

model::SnapshotState state_of(store::SnapshotSource source) {
    switch (source) {
        case store::SnapshotSource::current:
            return model::SnapshotState::current;
        case store::SnapshotSource::previous:
            return model::SnapshotState::previous;
        case store::SnapshotSource::factory:
            return model::SnapshotState::factory;
    }
    return model::SnapshotState::factory;
}

}  // namespace

model::Header calendar_header(const base::CivilTime& now) {
    model::Header header;
    header.now = now;
    header.lunar = base::lunar_date(now.date);
    header.solar_term = base::solar_term_on(now.date);
    header.festival = base::festival_on(now.date);
    return header;
}

namespace {

bool is_dusk(const Standpoint& at) {
    const domain::Centre& centre = at.snapshot.centre();
    const auto set = base::sunset(at.today(), {centre.latitude_deg, centre.longitude_deg});
    return set && at.now >= *set && is_open(centre, at.local);
}

}  // namespace

model::Header header(const Standpoint& at, store::SnapshotSource source, const SyncShown& sync) {
    constexpr std::int64_t minutes_max = 60LL * 24 * 365 * 10;
    model::Header header = calendar_header(at.local);
    header.centre = at.snapshot.centre().name;
    header.snapshot = state_of(source);
    const auto age =
        std::chrono::duration_cast<std::chrono::minutes>(at.now - at.snapshot.issued()).count();
    // A clock that is behind the hub's makes the programme no older than new.
    header.updated_minutes_ago = static_cast<int>(std::clamp<std::int64_t>(age, 0, minutes_max));
    header.sync = sync.state;
    header.expired_of = sync.expired_of;
    header.dusk = is_dusk(at);
    return header;
}

}  // namespace wenlan::station
