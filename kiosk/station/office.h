// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "model/staff.h"
#include "sync/follow_status.h"

namespace wenlan::station {

// What is known of the line to the office. Immutable once it was published.
struct OfficeReport {
    model::StaffSync::From from = model::StaffSync::From::nothing;
    std::string address;  // of the hub
    sync::FollowStatus status;
    // Grows when there is another programme, or other seats of the same.
    std::uint64_t changes = 0;
    std::optional<base::Instant> asks_at;  // the next time
    model::StaffPairing pairing;
    std::optional<base::Duration> skew;  // of this clock before the hub's
    std::string disk_free;               // "12 GB"
};

// What the screen really shows: what staff of the office are told.
struct ShownReport {
    std::string snapshot;  // its name; empty: none
    bool current = true;   // it is what the folder names, not one before it
    int outbox = 0;        // sign-ups that have not left
    bool operator==(const ShownReport&) const = default;
};

// The line to the office as a station sees it. Nothing of it waits. Any thread.
class Office {
public:
    virtual ~Office() = default;
    // The newest; never null. Another pointer is another report.
    virtual std::shared_ptr<const OfficeReport> report() const = 0;
    virtual void shows(const ShownReport& shown) = 0;
    virtual void ask_now() = 0;
    virtual void pair(std::string code) = 0;
};

}  // namespace wenlan::station
