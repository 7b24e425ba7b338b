// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/calendar_page.h"

#include <algorithm>

#include "station/cards.h"
#include "station/day_marks.h"

namespace wenlan::station {

namespace {

constexpr int months_back = 1;
constexpr int months_ahead = 3;
constexpr int week_days = 7;
constexpr std::size_t cards_max = 8;
constexpr std::size_t occasions_a_day_max = 1000;

int number_of(int year, int month) { return year * 12 + month - 1; }

// From the month that `today` is in: -1 is the one before.
int months_from(base::CivilDate today, const model::ShowMonth& month) {
    return number_of(month.year, month.month) - number_of(today.year, today.month);
}

struct Grid {
    base::CivilDate first;  // a Monday
    int days = 0;
};

Grid grid_of(int year, int month) {
    const base::CivilDate first{year, month, 1};
    const int before = static_cast<int>(first.weekday()) - 1;
    base::CivilDate last = first.plus_days(31);
    last = last.plus_days(-last.day);
    const int weeks = (before + last.day + week_days - 1) / week_days;
    return {first.plus_days(-before), std::max(weeks, 5) * week_days};
}

}  // namespace

bool is_reachable(const model::ShowMonth& month, base::CivilDate today) {
    if (month.month < 1 || month.month > 12 || !month.chosen.valid()) return false;
    if (month.year < today.year - 1 || month.year > today.year + 1) return false;
    const int away = months_from(today, month);
    if (away < -months_back || away > months_ahead) return false;
    const Grid grid = grid_of(month.year, month.month);
    return month.chosen >= grid.first && month.chosen < grid.first.plus_days(grid.days);
}

base::Result<model::CalendarPage> calendar_page(const Standpoint& at,
                                                const model::ShowMonth& month) {
    model::CalendarPage page;
    page.year = month.year;
    page.month = month.month;
    page.chosen = month.chosen;
    const Grid grid = grid_of(month.year, month.month);
    page.days = TRY(day_marks(at, grid.first, grid.days));
    const int away = months_from(at.today(), month);
    page.has_before = away > -months_back;
    page.has_after = away < months_ahead;
    auto of_day =
        TRY(collect(at, at.days(month.chosen, month.chosen.plus_days(1)), occasions_a_day_max));
    std::stable_partition(of_day.begin(), of_day.end(), is_left);
    page.cards = cards_of(of_day, cards_max);
    page.chosen_count =
        page.days[static_cast<std::size_t>(grid.first.days_until(month.chosen))].count;
    return page;
}

}  // namespace wenlan::station
