// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "hub/import/ics_reader.h"

namespace wenlan::hub {

// A DATE or DATE-TIME as it is written.
struct IcsTime {
    base::CivilTime wall;
    bool date_only = false;
    bool utc = false;

    bool operator==(const IcsTime&) const = default;
};

// "20261122", "20261122T140000", "20261122T060000Z"; also without seconds or with hyphens and
// colons. Years 1600 to 2200.
std::optional<IcsTime> read_ics_time(std::string_view text);

// "PT1H30M", "P1D", "P2W" and negative ones, in milliseconds; at most ten years.
std::optional<base::Duration> read_ics_duration(std::string_view text);

// "+0800", "-033000", in seconds.
std::optional<int> read_ics_offset(std::string_view text);

// A zone that a calendar speaks of: one of the time zone database, or one that the calendar itself
// defines. Copyable.
class IcsZone {
public:
    IcsZone() = default;  // UTC
    explicit IcsZone(base::Zone zone);
    // By the rules of a VTIMEZONE, read by libical. Error: there are none, or not such as a zone
    // has.
    static base::Result<IcsZone> defined_by(const IcsComponent& vtimezone);

    base::Instant instant(const base::CivilTime& wall) const;

private:
    struct Rules;  // libical's

    std::optional<base::Zone> zone_;
    std::shared_ptr<const Rules> rules_;
};

// Finds zones by TZID: names of the database, also at the end of a longer path ("/citadel.org/
// 20210210_1/Asia/Shanghai"), names of Windows, whole offsets ("UTC+8"), then the calendar's own
// VTIMEZONE.
class IcsZones {
public:
    IcsZones(base::Zone centre, const IcsComponent& root);
    ~IcsZones();
    IcsZones(const IcsZones&) = delete;
    IcsZones& operator=(const IcsZones&) = delete;

    // An empty name is the centre's zone.
    base::Result<IcsZone> named(std::string_view tzid);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace wenlan::hub
