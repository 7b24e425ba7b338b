// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/staff_use.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <utility>

#include "base/log.h"
#include "sync/field_reader.h"

namespace wenlan::station {

namespace {

constexpr std::string_view head = "wenlan-use 1";
constexpr std::size_t bytes_max = 4096;
constexpr std::int64_t count_max = 100'000'000;
constexpr std::int64_t days_max = 10'000'000;
constexpr std::chrono::minutes keep_every{1};
constexpr int hours_min = 6;  // of the page

std::int64_t number_of(base::CivilDate day) { return day.days().time_since_epoch().count(); }

}  // namespace

DayOfUse::DayOfUse(base::Disk& disk, std::filesystem::path file)
    : disk_(disk), file_(std::move(file)) {
    const auto text = disk_.read(file_, bytes_max);
    if (!text) return;
    sync::FieldReader reader(text.value());
    reader.head(head);
    reader.line("day");
    const auto day = reader.number(0, days_max);
    reader.line("visits");
    const auto visits = reader.number(0, count_max);
    reader.line("touches");
    std::array<int, 24> touches{};
    for (int& hour : touches) hour = static_cast<int>(reader.number(0, count_max));
    if (!reader.whole()) {
        base::log::warning("what was counted of the day's use is damaged: " + reader.fault());
        return;
    }
    day_ = base::CivilDate::of(std::chrono::sys_days{std::chrono::days{day}});
    visits_ = static_cast<int>(visits);
    touches_ = touches;
}

void DayOfUse::begin(base::CivilDate day) {
    if (day == day_) return;
    day_ = day;
    touches_ = {};
    visits_ = 0;
}

void DayOfUse::count(const base::CivilTime& now, int touches, int visits) {
    if (touches <= 0 && visits <= 0) return;
    begin(now.date);
    int& hour = touches_[static_cast<std::size_t>(now.hour)];
    hour = static_cast<int>(std::min<std::int64_t>(std::int64_t{hour} + touches, count_max));
    visits_ = static_cast<int>(std::min<std::int64_t>(std::int64_t{visits_} + visits, count_max));
    changed_ = true;
}

void DayOfUse::keep(base::Duration uptime) {
    if (!changed_ || (kept_at_ && uptime - *kept_at_ < keep_every)) return;
    kept_at_ = uptime;
    changed_ = false;
    sync::FieldWriter writer;
    writer.head(head);
    writer.line("day").value(number_of(day_));
    writer.line("visits").value(std::int64_t{visits_});
    writer.line("touches");
    for (const int hour : touches_) writer.value(std::int64_t{hour});
    auto kept = disk_.make_folder(file_.parent_path());
    if (kept) kept = disk_.replace(file_, writer.take());
    if (!kept) base::log::warning("the day's use", kept.error());
}

model::StaffUse DayOfUse::page(const base::CivilTime& now,
                               const std::optional<domain::OpeningHours>& open) const {
    const bool today = day_ == now.date;
    int first = open ? open->opens_minute / 60 : now.hour;
    int last = open ? (open->closes_minute - 1) / 60 : now.hour;
    first = std::min(first, now.hour);
    last = std::max(last, now.hour);
    for (int hour = 0; hour < 24; ++hour) {
        if (!today || touches_[static_cast<std::size_t>(hour)] == 0) continue;
        first = std::min(first, hour);
        last = std::max(last, hour);
    }
    first = std::clamp(first, 0, 23);
    last = std::clamp(std::max(last, first + hours_min - 1), first, 23);
    model::StaffUse page;
    page.first_hour = first;
    for (int hour = first; hour <= last; ++hour) {
        page.touches.push_back(today ? touches_[static_cast<std::size_t>(hour)] : 0);
    }
    page.touches_today = std::accumulate(page.touches.begin(), page.touches.end(), 0);
    page.visits_today = today ? visits_ : 0;
    return page;
}

}  // namespace wenlan::station
