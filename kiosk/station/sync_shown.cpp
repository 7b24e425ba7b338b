// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/sync_shown.h"

#include <algorithm>
#include <chrono>

namespace wenlan::station {

namespace {

using From = model::StaffSync::From;
using State = model::StaffSync::State;

// One try may fail by chance; from the second on it is the network. What is wrong with the hub
// itself is shown to residents only when it stays so.
constexpr int failures_away = 2;
constexpr int failures_wrong = 4;

bool is_of_network(const base::Error& error) { return error.code.starts_with("net."); }

State state_of(const OfficeReport& report, base::Instant now) {
    const sync::FollowStatus& status = report.status;
    if (status.alarm) return State::needs_staff;
    const sync::Freshness fresh = sync::freshness(status, now);
    if (fresh == sync::Freshness::clock_behind) return State::clock_wrong;
    if (status.error && !is_of_network(*status.error) && status.failures >= failures_wrong) {
        return State::needs_staff;
    }
    if (fresh == sync::Freshness::expired) return State::expired;
    if (status.error && status.failures >= failures_away) return State::away;
    if (!status.answered && !status.issued) return State::waiting;
    return State::fine;
}

std::optional<model::StaffSync::Fault> fault_of(const std::optional<base::Error>& error) {
    if (!error) return std::nullopt;
    return model::StaffSync::Fault{error->code,
                                   error->detail.empty() ? error->message : error->detail};
}

}  // namespace

SyncShown sync_shown(const OfficeReport& report, base::Instant now, const base::Zone& zone) {
    SyncShown shown;
    if (report.from == From::nothing) return shown;
    const State state = state_of(report, now);
    const bool expired = sync::freshness(report.status, now) == sync::Freshness::expired;
    if (expired) shown.expired_of = zone.local(*report.status.issued).date;
    if (state == State::needs_staff || state == State::clock_wrong) {
        shown.state = model::SyncState::needs_staff;
    } else if (state == State::away || expired) {
        shown.state = model::SyncState::away;
    }
    return shown;
}

model::StaffSync staff_sync(const OfficeReport& report, base::Instant now, const base::Zone& zone) {
    const sync::FollowStatus& status = report.status;
    model::StaffSync page;
    page.from = report.from;
    if (report.from == From::nothing) return page;
    page.state = state_of(report, now);
    page.address = report.address;
    if (status.answered) {
        const auto ago = std::chrono::duration_cast<std::chrono::minutes>(now - *status.answered);
        page.minutes_ago = static_cast<int>(std::max<std::int64_t>(0, ago.count()));
    }
    if (report.asks_at) page.next = zone.local(std::max(*report.asks_at, now));
    if (status.shown) page.version = status.shown->version;
    if (status.highest) page.newest = status.highest->version;
    if (status.issued) page.issued = zone.local(*status.issued);
    if (status.expires) page.expires = zone.local(*status.expires);
    if (report.skew) {
        page.skew_s = static_cast<int>(
            std::chrono::duration_cast<std::chrono::seconds>(*report.skew).count());
    }
    page.error = fault_of(status.error);
    page.alarm = fault_of(status.alarm);
    return page;
}

}  // namespace wenlan::station
