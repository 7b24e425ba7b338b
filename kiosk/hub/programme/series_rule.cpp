// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/programme/series_rule.h"

#include <algorithm>

#include "hub/import/ics_rule.h"

namespace wenlan::hub {

namespace {

base::Result<std::vector<base::CivilTime>> walls(const domain::Series& series,
                                                 const base::CivilTime& from,
                                                 const base::CivilTime& until,
                                                 const SeriesFrame& frame) {
    if (series.rule.empty()) return std::vector<base::CivilTime>{};
    RuleBudget budget;
    budget.clock = frame.clock;
    const IcsTime start{series.first, false, false};
    return expand_rule(series.rule, {start, from, until, IcsZone(frame.zone)}, budget);
}

}  // namespace

base::Result<store::SeriesDates> dates_from_today(const domain::Series& series,
                                                  const SeriesFrame& frame) {
    const base::CivilTime from{frame.today(), 0, 0, 0};
    const base::CivilTime until{frame.until(), 0, 0, 0};
    const auto by_rule = TRY(walls(series, from, until, frame));
    return store::SeriesDates{dates_of(series, by_rule, frame.zone), from, frame.until()};
}

base::Result<std::vector<base::CivilTime>> walls_before(const domain::Series& series,
                                                        const base::CivilTime& before,
                                                        const SeriesFrame& frame) {
    auto found = TRY(walls(series, series.first, before, frame));
    std::erase_if(found, [&before](const base::CivilTime& wall) { return wall >= before; });
    return found;
}

}  // namespace wenlan::hub
