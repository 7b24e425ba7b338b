// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/this_week.h"

#include <algorithm>

namespace wenlan::station {

namespace {

constexpr int week_days_after = 7;

}  // namespace

bool is_this_week(const Standpoint& at, const Seen& one) {
    return at.today().days_until(one.card.start.date) <= week_days_after;
}

base::Result<std::vector<Seen>> all_coming_of_kind(const Standpoint& at, domain::Kind kind,
                                                   std::size_t count_max) {
    store::OccasionQuery query = at.days(at.today(), at.today().plus_days(coming_days));
    query.kind = kind;
    return collect(at, query, count_max, is_left);
}

base::Result<ComingOfKind> coming_of_kind(const Standpoint& at, domain::Kind kind,
                                          std::size_t count_max) {
    store::OccasionQuery query = at.days(at.today(), at.today().plus_days(week_days_after + 1));
    query.kind = kind;
    ComingOfKind coming{TRY(collect(at, query, count_max, is_left)), false};
    if (!coming.ones.empty()) return coming;
    coming.ones = TRY(all_coming_of_kind(at, kind, count_max));
    coming.later = !coming.ones.empty();
    return coming;
}

}  // namespace wenlan::station
