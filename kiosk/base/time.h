// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wenlan::base {

// A moment, UTC, to the millisecond. All stored times are instants.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

enum class Weekday { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

// A day in the centre's calendar, proleptic Gregorian. Default is not a date: use std::optional
// for "none".
struct CivilDate {
    int year = 1970;
    int month = 1;  // 1-12
    int day = 1;    // 1-31

    auto operator<=>(const CivilDate&) const = default;

    std::chrono::sys_days days() const {
        return std::chrono::year{year} / month / day;
    }
    static CivilDate of(std::chrono::sys_days days) {
        const std::chrono::year_month_day ymd{days};
        return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
                static_cast<int>(static_cast<unsigned>(ymd.day()))};
    }
    bool valid() const {
        return std::chrono::year_month_day{std::chrono::year{year} / month / day}.ok();
    }
    CivilDate plus_days(int count) const { return of(days() + std::chrono::days{count}); }
    int days_until(CivilDate other) const {
        return static_cast<int>((other.days() - days()).count());
    }
    Weekday weekday() const {
        return static_cast<Weekday>(std::chrono::weekday{days()}.iso_encoding());
    }
};

// A wall-clock reading in the centre's zone.
struct CivilTime {
    CivilDate date;
    int hour = 0;
    int minute = 0;
    int second = 0;

    auto operator<=>(const CivilTime&) const = default;
    int minute_of_day() const { return hour * 60 + minute; }
};

// A time zone by its IANA name. Copyable, safe from any thread.
class Zone {
public:
    static Result<Zone> named(std::string_view iana_name);
    // By the name that Windows gives it: "China Standard Time".
    static Result<Zone> of_windows_name(std::string_view name);
    // The centre's zone, Asia/Shanghai.
    static Zone shanghai();

    CivilTime local(Instant instant) const;
    // A time that a zone skips moves forward; one that happens twice is the earlier.
    Instant instant(const CivilTime& time) const;
    const std::string& name() const { return name_; }

private:
    struct Rules;
    Zone(std::string name, std::shared_ptr<const Rules> rules);

    std::string name_;
    std::shared_ptr<const Rules> rules_;
};

// "2026-11-22T06:20:00.000Z"; the inverse also reads an offset ("+08:00"), a missing fraction or
// seconds, and, given a zone, a time without offset ("2026-11-22T14:20") or a plain date.
std::string to_iso8601(Instant instant);
Result<Instant> parse_iso8601(std::string_view text, const Zone& zone);

}  // namespace wenlan::base
