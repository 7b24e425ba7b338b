// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/day_marks.h"

#include <algorithm>
#include <chrono>

#include "base/lunar.h"

namespace wenlan::station {

namespace {

constexpr std::size_t dots_max = 4;

void count(model::DayMark& mark, domain::Section section) {
    ++mark.count;
    const bool there = std::find(mark.dots.begin(), mark.dots.end(), section) != mark.dots.end();
    if (!there && mark.dots.size() < dots_max) mark.dots.push_back(section);
}

}  // namespace

base::Result<std::vector<model::DayMark>> day_marks(const Standpoint& at, base::CivilDate first,
                                                    int days) {
    std::vector<model::DayMark> marks(static_cast<std::size_t>(days));
    for (int ahead = 0; ahead < days; ++ahead) {
        model::DayMark& mark = marks[static_cast<std::size_t>(ahead)];
        mark.date = first.plus_days(ahead);
        mark.lunar = base::lunar_date(mark.date);
        mark.solar_term = base::solar_term_on(mark.date);
        mark.festival = base::festival_on(mark.date);
    }
    const auto query = at.days(first, first.plus_days(days));
    TRY(at.snapshot.each_time(query, [&](const store::OccasionTime& one) {
        if (one.state == domain::OccasionState::cancelled) return true;
        // The moment at which it ends is no longer of it.
        const base::Instant last_moment = one.end - std::chrono::milliseconds{1};
        const int from = std::max(0, first.days_until(at.zone.local(one.start).date));
        const int to = std::min(days - 1, first.days_until(at.zone.local(last_moment).date));
        for (int day = from; day <= to; ++day) {
            count(marks[static_cast<std::size_t>(day)], one.section);
        }
        return true;
    }));
    return marks;
}

}  // namespace wenlan::station
