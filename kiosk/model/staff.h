// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/local_text.h"
#include "base/time.h"

// What staff see behind the seal: how the screen is, no names and no numbers of residents.
namespace wenlan::model {

enum class StaffGate : std::uint8_t {
    code,     // the code is asked for
    wrong,    // what was entered is not it
    locked,   // too many were wrong
    no_code,  // nobody has set one: the panel stays closed
    open,
};

// How the screen stands with whatever it follows. Codes and details are for staff alone.
struct StaffSync {
    enum class From : std::uint8_t { nothing, hub, stick, demonstration };
    enum class State : std::uint8_t {
        waiting,  // nothing has been heard yet
        fine,
        away,  // no answer: it mends itself
        expired,
        clock_wrong,
        needs_staff,
    };
    struct Fault {
        std::string code;
        std::string detail;
        bool operator==(const Fault&) const = default;
    };
    From from = From::nothing;
    State state = State::waiting;
    std::string address;                    // of the hub
    std::optional<int> minutes_ago;         // since all was last well
    std::optional<base::CivilTime> next;    // when it is asked next
    std::optional<std::int64_t> version;    // that is shown, of the hub's
    std::optional<std::int64_t> newest;     // that was seen
    std::optional<base::CivilTime> issued;  // the newest
    std::optional<base::CivilTime> expires;
    std::optional<int> skew_s;  // how far this clock is before the hub's
    std::optional<Fault> error;
    std::optional<Fault> alarm;
};

struct StaffPairing {
    enum class State : std::uint8_t { none, under_way, paired, failed, revoked };
    State state = State::none;
    bool possible = false;  // there is a hub to pair with
    int number = 0;         // of this screen, as the hub counts them
    std::string name;
    std::string error;  // code of what failed
};

struct StaffOutbox {
    struct Row {
        std::string code;  // "H063"
        base::LocalText title;
        int party = 1;
        base::CivilTime taken;
        int tries = 0;
    };
    int count = 0;
    std::vector<Row> rows;  // the first few, oldest first
};

// Counts of one day.
struct StaffUse {
    int first_hour = 6;        // of `touches`
    std::vector<int> touches;  // by the hour
    int touches_today = 0;
    int visits_today = 0;
};

struct StaffPage {
    StaffGate gate = StaffGate::code;
    int tries_left = 0;                // before it is locked
    int locked_minutes = 0;            // that it stays so
    std::string demonstration_code{};  // that opens a screen which only demonstrates

    // What follows is known while the gate is open.
    base::CivilTime opened_at{};
    StaffSync sync{};
    StaffPairing pairing{};
    StaffOutbox outbox{};
    StaffUse use{};
    std::string version{};    // of the software
    int running_minutes = 0;  // since it was started
    bool printer = false;     // one is connected
    std::string disk_free{};  // "12 GB"; empty: not known
    std::optional<base::CivilDate> touch_tested{};
};

}  // namespace wenlan::model
