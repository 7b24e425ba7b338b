// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/csv_when.h"

#include <algorithm>

#include "hub/import/clean_text.h"

namespace wenlan::hub {
namespace {

using base::CivilDate;
using base::Error;
using base::Result;

constexpr int days_max = 120;
constexpr int day_minutes = 24 * 60;

// The row's time columns put together.
struct Parts {
    std::optional<CivilDate> date;
    std::optional<CivilDate> end_date;
    std::optional<int> start_minute;
    std::optional<int> end_minute;
    bool all_day = false;
    bool daily = false;  // the hours were given as hours of any day
    bool weekday_differs = false;
};

Result<When> read_cell(const CsvRow& row, const Columns& columns, Column column,
                       const WhenFrame& frame) {
    const std::string_view cell = columns.cell(row, column);
    if (clean_line(cell).empty()) return When{};
    return read_when(cell, frame);
}

// "是", "TRUE", "1" and the like.
bool says_yes(std::string_view cell) {
    const std::string word = folded(cell);
    return word == "true" || word == "yes" || word == "y" || word == "1" || word == "是" ||
           word == "全天" || word == "x" || word == "√";
}

template <typename T>
void fill(std::optional<T>& place, const std::optional<T>& value) {
    if (!place) place = value;
}

Result<Parts> gather(const CsvRow& row, const Columns& columns, const WhenFrame& frame) {
    const When start = TRY(read_cell(row, columns, Column::start, frame));
    const When date = TRY(read_cell(row, columns, Column::date, frame));
    const When time = TRY(read_cell(row, columns, Column::time, frame));
    const When end = TRY(read_cell(row, columns, Column::end, frame));
    const When end_date = TRY(read_cell(row, columns, Column::end_date, frame));
    Parts parts;
    for (const When* cell : {&start, &date, &time}) {
        if (parts.date && cell->date && *cell->date != *parts.date) {
            return Error{"csv.two-dates", "The row names two different dates for its start."};
        }
        fill(parts.date, cell->date);
        fill(parts.start_minute, cell->start_minute);
        const bool hours_only = cell->start_minute && cell->end_minute && !cell->end_date;
        parts.daily = parts.daily || hours_only;
        parts.all_day = parts.all_day || cell->all_day;
        parts.weekday_differs =
            parts.weekday_differs || (cell->weekday && parts.date && !cell->end_date &&
                                      parts.date->weekday() != *cell->weekday);
    }
    // An end column holds a date, a time, or both, and they read as a start.
    fill(parts.end_date, end.date);
    fill(parts.end_date, end_date.date);
    fill(parts.end_minute, end.start_minute);
    for (const When* cell : {&start, &date, &time}) {
        fill(parts.end_date, cell->end_date);
        fill(parts.end_minute, cell->end_minute);
    }
    parts.all_day = parts.all_day || says_yes(columns.cell(row, Column::all_day));
    if (parts.all_day) parts.start_minute = parts.end_minute = std::nullopt;
    return parts;
}

base::Instant at(CivilDate date, int minute, const base::Zone& zone) {
    return zone.instant(
        {date.plus_days(minute / day_minutes), minute % day_minutes / 60, minute % 60});
}

// The end of hours that begin at `start`: after midnight if it would else be before.
Span hours_on(CivilDate date, int start, std::optional<int> end, const base::Zone& zone) {
    const base::Instant begin = at(date, start, zone);
    if (!end || *end == start) return {begin, begin + assumed_length};
    return {begin, at(date, *end < start ? *end + day_minutes : *end, zone)};
}

Result<RowTimes> lay_out(const Parts& parts, const ImportFrame& frame) {
    RowTimes times;
    times.first_day = *parts.date;
    times.last_day = parts.end_date.value_or(*parts.date);
    times.weekday_differs = parts.weekday_differs;
    const int days = times.first_day.days_until(times.last_day) + 1;
    if (days < 1) return Error{"csv.end-before-start", "The event ends before it begins."};
    if (days > 367) return Error{"time.too-long", "The event is longer than a year."};
    if (!parts.start_minute) {
        if (parts.end_minute) {
            return Error{"csv.no-start-time", "The row has a time to end but none to begin."};
        }
        times.spans = all_day_spans(times.first_day, days, frame);
        return times;
    }
    times.length_assumed = !parts.end_minute && days == 1;
    if (days == 1 || (!parts.daily && parts.end_minute)) {
        if (days == 1) {
            times.spans.push_back(
                hours_on(times.first_day, *parts.start_minute, parts.end_minute, frame.zone));
        } else {
            times.spans.emplace_back(at(times.first_day, *parts.start_minute, frame.zone),
                                     at(times.last_day, *parts.end_minute, frame.zone));
        }
        return times;
    }
    times.length_assumed = !parts.end_minute;
    const int over = std::clamp(times.first_day.days_until(frame.today()), 0, days - 1);
    for (int day = over; day < std::min(days, over + days_max); ++day) {
        times.spans.push_back(hours_on(times.first_day.plus_days(day), *parts.start_minute,
                                       parts.end_minute, frame.zone));
    }
    return times;
}

}  // namespace

Result<RowTimes> read_row_times(const CsvRow& row, const Columns& columns,
                                const WhenFrame& when_frame, const ImportFrame& frame) {
    const Parts parts = TRY(gather(row, columns, when_frame));
    if (!parts.date) return Error{"csv.no-date", "The row has no date."};
    RowTimes times = TRY(lay_out(parts, frame));
    for (const auto& [start, end] : times.spans) {
        if (end <= start) return Error{"csv.end-before-start", "The event ends before it begins."};
    }
    return times;
}

}  // namespace wenlan::hub
