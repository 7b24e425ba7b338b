// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <optional>

#include "base/ports.h"
#include "base/time.h"
#include "domain/listing.h"
#include "model/staff.h"

namespace wenlan::station {

// How often the screen was touched today, by the hour: counts and nothing else. One thread.
class DayOfUse {
public:
    DayOfUse(base::Disk& disk, std::filesystem::path file);

    void count(const base::CivilTime& now, int touches, int visits);
    // To be called now and then: keeps what was counted, at most once a minute. A power cut loses
    // no more than that.
    void keep(base::Duration uptime);

    // The hours in which the centre is open, and those in which somebody was there besides.
    model::StaffUse page(const base::CivilTime& now,
                         const std::optional<domain::OpeningHours>& open) const;

private:
    void begin(base::CivilDate day);

    base::Disk& disk_;
    std::filesystem::path file_;
    base::CivilDate day_;
    std::array<int, 24> touches_{};
    int visits_ = 0;
    bool changed_ = false;
    std::optional<base::Duration> kept_at_;
};

}  // namespace wenlan::station
