// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "hub/desk/roster_api.h"
#include "hub/desk/roster_rows.h"

// What is read of rosters.
namespace wenlan::hub::desk {

namespace {

constexpr std::array<std::string_view, roster_filters> filter_names = {
    "all", "expected", "present", "cancelled", "waiting", "staff", "to_tell"};

RosterFilter filter_in(const Asked& asked) {
    for (std::size_t i = 0; i < filter_names.size(); ++i) {
        if (filter_names[i] == asked.query("filter")) return static_cast<RosterFilter>(i);
    }
    return RosterFilter::all;
}

Json filters_json(const std::vector<RosterEntry>& roster) {
    std::array<int, roster_filters> counts{};
    for (const RosterEntry& entry : roster) {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (belongs(entry, static_cast<RosterFilter>(i))) ++counts[i];
        }
    }
    Json json = Json::object();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        json[std::string(filter_names[i])] = counts[i];
    }
    return json;
}

Json late_json(const std::vector<RosterEntry>& roster) {
    constexpr std::size_t shown_max = 5;
    Json late = Json::array();
    for (auto entry = roster.rbegin(); entry != roster.rend() && late.size() < shown_max; ++entry) {
        if (!entry->entry || !entry->entry->entered) continue;
        const store::SignUpRow& row = entry->sign_up.row;
        late.push_back({{"id", row.id.hex()},
                        {"code", row.code},
                        {"kiosk_code", row.kiosk_code},
                        {"entered", base::to_iso8601(*entry->entry->entered)},
                        {"arrived", base::to_iso8601(row.arrived)}});
    }
    return late;
}

base::Result<Json> rows_json(SignUpGround& ground, const RosterFrame& frame, const Asked& asked,
                             const std::vector<RosterEntry>& roster, Json& page) {
    constexpr int rows_usual = 50;
    constexpr int rows_max = 200;
    const std::string_view query = asked.query("q");
    const RosterFilter filter = filter_in(asked);
    std::vector<const RosterEntry*> matching;
    const RosterEntry* by_code = nullptr;
    for (const RosterEntry& entry : roster) {
        if (!query.empty() && RosterBook::is_code(query, entry)) by_code = &entry;
        if (belongs(entry, filter) && RosterBook::finds(query, entry)) matching.push_back(&entry);
    }
    const bool only = !query.empty() && matching.size() == 1;
    if (by_code == nullptr && only) by_code = matching.front();
    page["total"] = matching.size();
    page["found"] = nullptr;
    if (by_code != nullptr) page["found"] = by_code->sign_up.row.id.hex();
    const int offset = asked.query_number("offset", 0, 0, 1'000'000);
    const int limit = asked.query_number("limit", rows_usual, 1, rows_max);
    Json rows = Json::array();
    for (std::size_t i = static_cast<std::size_t>(offset);
         i < matching.size() && rows.size() < static_cast<std::size_t>(limit); ++i) {
        rows.push_back(TRY(row_json(ground, frame, *matching[i])));
    }
    return rows;
}

base::Result<Reply> list(Desk& desk, const Asked& asked) {
    const base::Zone zone = base::Zone::shanghai();
    const auto day = [&](std::string_view name, base::CivilDate otherwise) {
        const auto at = base::parse_iso8601(asked.query(name), zone);
        return at ? zone.local(at.value()).date : otherwise;
    };
    const base::CivilDate from = day("from", zone.local(asked.now).date);
    const base::CivilDate until = day("until", from);
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        Json occasions = Json::array();
        for (const auto& book : TRY(hub.office().rows().current_occasions(asked.now))) {
            const base::CivilDate date = zone.local(book.rules.start).date;
            if (date < from || date > until) continue;
            const auto occasion = TRY(roster_occasion(hub, book.occasion));
            const auto rows = TRY(hub.office().rows().of_occasion(book.occasion));
            const bool signs_up = occasion.listing.join == domain::Join::sign_up;
            if (rows.empty() && !signs_up) continue;
            std::vector<RosterEntry> counted;
            for (const auto& row : rows) counted.emplace_back().sign_up.row = row;
            occasions.push_back(occasion_json(occasion, counted));
        }
        return json(dumped({{"now", base::to_iso8601(asked.now)}, {"occasions", occasions}}));
    });
}

base::Result<Reply> show(Desk& desk, const Asked& asked) {
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        const auto occasion = TRY(roster_occasion(hub, {asked.id("occasion")}));
        SignUpGround& ground = hub.office().ground();
        const auto& roster = *TRY(desk.rosters().open(ground, {asked.id("occasion")}));
        if (!asked.query("stamp").empty() && asked.query("stamp") == desk.rosters().stamp()) {
            return nothing();
        }
        Json page = {{"stamp", desk.rosters().stamp()}, {"now", base::to_iso8601(asked.now)}};
        page["occasion"] = occasion_json(occasion, roster);
        const Json filters = filters_json(roster);
        int no_show = 0;
        for (const RosterEntry& entry : roster) {
            no_show += entry.sign_up.row.state == domain::SignUpState::no_show ? 1 : 0;
        }
        page["numbers"] = {{"signed_up", page["occasion"]["signed_up"]},
                           {"parties", roster.size()},
                           {"present", page["occasion"]["present"]},
                           {"free", page["occasion"]["free"]["screen"]},
                           {"walk_in_left", page["occasion"]["walk_in_left"]},
                           {"cancelled", filters["cancelled"]},
                           {"no_show", no_show},
                           {"waiting", filters["waiting"]},
                           {"needs", needs_json(frame_of(occasion, asked.now).form, roster)}};
        page["filters"] = filters;
        const RosterFrame frame = frame_of(occasion, asked.now);
        page["rows"] = TRY(rows_json(ground, frame, asked, roster, page));
        page["late"] = late_json(roster);
        return json(dumped(page));
    });
}

base::Result<Reply> to_tell(Desk& desk, const Asked& asked) {
    return on_sign_ups(desk, [&](SignUpHub& hub) -> base::Result<Reply> {
        SignUpGround& ground = hub.office().ground();
        Json rows = Json::array();
        for (SignUpForStaff& one : TRY(to_be_told(ground))) {
            const auto occasion = roster_occasion(hub, one.row.occasion);
            RosterEntry entry;
            entry.name = one.name();
            entry.phone = one.phone();
            entry.sign_up = std::move(one);
            const RosterFrame frame =
                occasion ? frame_of(occasion.value(), asked.now) : RosterFrame{};
            Json row = TRY(row_json(ground, frame, entry));
            row["title"] = json_of(occasion ? occasion.value().listing.title : base::LocalText{});
            row["start"] = base::to_iso8601(frame.start);
            row["reason"] = json_of(occasion ? occasion.value().date.reason : base::LocalText{});
            rows.push_back(std::move(row));
        }
        return json(dumped({{"rows", rows}}));
    });
}

}  // namespace

std::span<const DeskRoute> roster_view_routes() {
    static constexpr std::array<DeskRoute, 3> table{{
        {"GET", "/rosters", Role::desk, list},
        {"GET", "/rosters/:occasion", Role::desk, show},
        {"GET", "/to-tell", Role::desk, to_tell},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
