// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/readings.h"
#include "hub/sign_ups/staff.h"

namespace wenlan::hub::desk {

// One line of a roster, with what it is found by.
struct RosterEntry {
    SignUpForStaff sign_up;
    std::string name;
    std::string phone;                      // whole: not for pages
    std::vector<std::string> keys;          // of each character of the name, as it may be typed
    std::optional<store::EntryNote> entry;  // who entered it, or that it came late
    std::optional<store::CheckInNote> check_in;
};

enum class RosterFilter { all, expected, present, cancelled, waiting, staff, to_tell };
inline constexpr int roster_filters = 7;
bool belongs(const RosterEntry& entry, RosterFilter filter);

// The whole roster of an occasion, read again only where it has changed. Names lie in the memory of
// the hub for as long as it is the last one looked at. One thread at a time.
class RosterBook {
public:
    // Without readings, names are found by their characters alone.
    explicit RosterBook(const domain::Readings* readings = nullptr) : readings_(readings) {}

    // In the order of arrival. It holds until the next call.
    base::Result<const std::vector<RosterEntry>*> open(SignUpGround& ground,
                                                       domain::OccasionId occasion);
    const std::string& stamp() const { return stamp_; }

    // Whether somebody who typed this may mean the entry: a code in any spelling, four digits of a
    // phone, or a name, a part of it, its initials or pinyin. An empty query finds everybody.
    static bool finds(std::string_view query, const RosterEntry& entry);
    // Whether the query is exactly the entry's code.
    static bool is_code(std::string_view query, const RosterEntry& entry);

private:
    RosterEntry entry_of(const SignUpKeys& keys, store::SignUpRow row);
    const std::string& keys_of(char32_t character);

    const domain::Readings* readings_;
    domain::OccasionId occasion_;
    std::string stamp_;
    std::vector<RosterEntry> entries_;
    std::unordered_map<char32_t, std::string> keys_;
};

}  // namespace wenlan::hub::desk
