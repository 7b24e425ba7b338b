// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/programme/edit_series.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/log.h"
#include "store/hub/derivation.h"

namespace wenlan::hub {

namespace {

// Where a date that was meant lies now that the series has other times: where it lay, else at the
// only date of that day.
base::CivilTime carried(const base::CivilTime& wall, const std::vector<base::CivilTime>& walls) {
    if (std::find(walls.begin(), walls.end(), wall) != walls.end()) return wall;
    const auto same_day = [&wall](const base::CivilTime& one) { return one.date == wall.date; };
    if (std::count_if(walls.begin(), walls.end(), same_day) != 1) return wall;
    return *std::find_if(walls.begin(), walls.end(), same_day);
}

void carry_over(domain::Series& series, const std::vector<domain::SeriesDate>& regular) {
    std::vector<base::CivilTime> walls;
    for (const domain::SeriesDate& date : regular) walls.push_back(date.wall);
    for (base::CivilTime& wall : series.excluded) wall = carried(wall, walls);
    for (domain::DateChange& change : series.changes) change.wall = carried(change.wall, walls);
    // Of two that have come together the later one holds.
    std::set<base::CivilTime> seen;
    std::erase_if(series.excluded, [&](const auto& wall) { return !seen.insert(wall).second; });
    seen.clear();
    std::reverse(series.changes.begin(), series.changes.end());
    std::erase_if(series.changes, [&](const auto& one) { return !seen.insert(one.wall).second; });
    std::reverse(series.changes.begin(), series.changes.end());
}

// The dates as the series would have them without what was said of single ones, then with it.
base::Result<store::SeriesDates> carried_dates(domain::Series& series, const SeriesFrame& frame) {
    domain::Series regular = series;
    regular.excluded.clear();
    regular.changes.clear();
    carry_over(series, TRY(dates_from_today(regular, frame)).dates);
    return dates_from_today(series, frame);
}

// "FREQ=WEEKLY;COUNT=10" of which three have been: "FREQ=WEEKLY;COUNT=7". Empty: none is left.
std::string with_fewer(const std::string& rule, int been) {
    constexpr std::string_view key = "COUNT=";
    const std::size_t at = rule.find(key);
    if (at == std::string::npos) return rule;
    const char* const digits = rule.data() + at + key.size();
    int count = 0;
    const auto read = std::from_chars(digits, rule.data() + rule.size(), count);
    const std::string rest(read.ptr, rule.data() + rule.size());
    if (count <= been) return {};
    return rule.substr(0, at + key.size()) + std::to_string(count - been) + rest;
}

void keep_before(domain::Series& series, const base::CivilTime& from) {
    const auto after = [&from](const base::CivilTime& wall) { return wall >= from; };
    std::erase_if(series.extra, after);
    std::erase_if(series.excluded, after);
    std::erase_if(series.changes, [&](const auto& change) { return after(change.wall); });
}

void keep_after(domain::Series& series, const base::CivilTime& from) {
    const auto before = [&from](const base::CivilTime& wall) { return wall < from; };
    std::erase_if(series.extra, before);
    std::erase_if(series.excluded, before);
    std::erase_if(series.changes, [&](const auto& change) { return before(change.wall); });
}

}  // namespace

base::Result<domain::SeriesId> put_series(store::HubDates& dates, const store::By& by,
                                          domain::Series series, const SeriesFrame& frame) {
    const store::SeriesDates laid_out = TRY(carried_dates(series, frame));
    return dates.put_series(by, series, laid_out);
}

base::Result<domain::SeriesId> change_series_from(store::HubDates& dates, const store::By& by,
                                                  const domain::Series& changed,
                                                  const base::CivilTime& from,
                                                  const SeriesFrame& frame) {
    const domain::Series before = TRY(dates.series(changed.id)).series;
    if (from <= before.first) return put_series(dates, by, changed, frame);
    domain::Series ending = before;
    ending.ends_before = from;
    keep_before(ending, from);
    domain::Series going_on = changed;
    going_on.id = {};
    going_on.listing = before.listing;
    going_on.ends_before = before.ends_before;
    keep_after(going_on, from);
    if (going_on.rule == before.rule) {
        const auto been = TRY(walls_before(before, from, frame));
        going_on.rule = with_fewer(before.rule, static_cast<int>(been.size()));
    }
    store::SeriesDates laid_out = TRY(carried_dates(going_on, frame));
    laid_out.from = std::max(laid_out.from, from);
    return dates.split_series(by, ending, going_on, laid_out);
}

base::Result<std::vector<domain::ListingId>> lay_series_out(store::HubDatabase& database,
                                                            const SeriesFrame& frame) {
    store::HubDates dates(database);
    store::Derivation derivation(database);
    std::vector<domain::ListingId> extended;
    std::set<domain::ListingId> waiting;
    for (const store::LaidOutSeries& laid : TRY(dates.series_until(frame.until()))) {
        const domain::ListingId listing = laid.series.listing;
        if (TRY(derivation.pending(listing)) &&
            std::find(extended.begin(), extended.end(), listing) == extended.end()) {
            waiting.insert(listing);
        }
        auto coming = dates_from_today(laid.series, frame);
        if (!coming) {
            // One series that cannot be laid out holds up no other.
            base::log::error("laying a series out", coming.error());
            continue;
        }
        const bool more = TRY(dates.lay_out_further(laid.series, coming.value()));
        if (more && !waiting.contains(listing)) extended.push_back(listing);
    }
    return extended;
}

}  // namespace wenlan::hub
