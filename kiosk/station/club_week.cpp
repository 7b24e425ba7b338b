// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/club_week.h"

#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <string>

namespace wenlan::station {

namespace {

constexpr int week_days = 7;
constexpr int weeks_searched = 5;

std::string clock_text(int minute_of_day) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", minute_of_day / 60, minute_of_day % 60);
    return text.data();
}

base::LocalText line_of(const std::set<int>& weekdays, int minute_of_day) {
    constexpr std::array<const char*, 7> zh{"一", "二", "三", "四", "五", "六", "日"};
    constexpr std::array<const char*, 7> en{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const std::string time = " " + clock_text(minute_of_day);
    if (weekdays.size() == week_days) return {"每天" + time, "Daily" + time};
    base::LocalText line;
    for (const int day : weekdays) {
        const auto index = static_cast<std::size_t>(day - 1);
        line.zh += (line.zh.empty() ? "周" : "、") + std::string(zh[index]);
        line.en += (line.en.empty() ? "" : ", ") + std::string(en[index]);
    }
    line.zh += time;
    line.en += time;
    return line;
}

// The time at which most of these begin, the earlier of two, with its weekdays.
base::LocalText habit(const Standpoint& at, const std::vector<store::OccasionTime>& times) {
    std::map<int, std::set<int>> days_by_time;
    for (const store::OccasionTime& one : times) {
        const base::CivilTime start = at.zone.local(one.start);
        days_by_time[start.minute_of_day()].insert(static_cast<int>(start.date.weekday()));
    }
    const std::pair<const int, std::set<int>>* most = nullptr;
    for (const auto& entry : days_by_time) {
        if (most == nullptr || entry.second.size() > most->second.size()) most = &entry;
    }
    return most == nullptr ? base::LocalText{} : line_of(most->second, most->first);
}

base::Result<std::vector<store::OccasionTime>> times_ahead(const Standpoint& at,
                                                           domain::ListingId listing, int days) {
    return at.snapshot.times_of(listing, at.start_of(at.today()),
                                at.start_of(at.today().plus_days(days)));
}

}  // namespace

base::Result<std::vector<model::ClubDay>> club_week(const Standpoint& at,
                                                    domain::ListingId listing) {
    std::vector<model::ClubDay> week(week_days);
    week[static_cast<std::size_t>(at.today().weekday()) - 1].today = true;
    for (const store::OccasionTime& one : TRY(times_ahead(at, listing, week_days))) {
        const base::CivilTime start = at.zone.local(one.start);
        model::ClubDay& day = week[static_cast<std::size_t>(start.date.weekday()) - 1];
        const bool cancelled = one.state == domain::OccasionState::cancelled;
        // The first of a day, but one that takes place before one that does not.
        if (day.start && (!day.cancelled || cancelled)) continue;
        day.start = start;
        day.occasion = one.id;
        day.cancelled = cancelled;
    }
    return week;
}

base::Result<base::LocalText> weekly_line(const Standpoint& at, const domain::Club& club,
                                          domain::ListingId listing) {
    if (!club.weekly.empty()) return at.english.named(club.weekly);
    const auto week = TRY(times_ahead(at, listing, week_days));
    if (!week.empty()) return habit(at, week);
    return habit(at, TRY(times_ahead(at, listing, week_days * weeks_searched)));
}

std::optional<base::CivilDate> rests_until(const Standpoint& at, const domain::Club& club) {
    if (!club.rests_until || *club.rests_until < at.today()) return std::nullopt;
    return club.rests_until;
}

}  // namespace wenlan::station
