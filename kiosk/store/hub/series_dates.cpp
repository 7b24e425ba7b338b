// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/series_dates.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace wenlan::store {

namespace {

// A date as it is to be, and the row that it was, if it was one.
struct Planned {
    DatedOccasion wanted;
    std::optional<DatedOccasion> was;

    bool unchanged() const {
        return was && was->series == wanted.series && was->wall == wanted.wall &&
               same_occasion(was->entry.occasion, wanted.entry.occasion);
    }
};

class Layout {
public:
    Layout(const domain::Series& series, const SeriesDates& dates) {
        for (const domain::SeriesDate& date : dates.dates) {
            if (date.wall < dates.from) continue;
            Planned planned;
            planned.wanted.entry.occasion = date.occasion;
            planned.wanted.series = series.id;
            planned.wanted.wall = date.wall;
            plan_.push_back(std::move(planned));
        }
    }

    // Gives the rows to the dates: first to those at the same place in the series, then to those
    // on the same day.
    void match(std::vector<DatedOccasion> rows) {
        const auto give = [&](const auto& fits) {
            for (Planned& planned : plan_) {
                if (planned.was) continue;
                const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) {
                    return fits(*one.wall, *planned.wanted.wall);
                });
                if (row == rows.end()) continue;
                planned.wanted.entry.occasion.id = row->entry.occasion.id;
                planned.was = std::move(*row);
                rows.erase(row);
            }
        };
        give([](const base::CivilTime& a, const base::CivilTime& b) { return a == b; });
        give([](const base::CivilTime& a, const base::CivilTime& b) { return a.date == b.date; });
        left_ = std::move(rows);
    }

    // False: two would begin at once.
    bool make_room(std::set<base::Instant> taken, Clashing clashing) {
        for (auto planned = plan_.begin(); planned != plan_.end();) {
            if (taken.insert(planned->wanted.entry.occasion.start).second) {
                ++planned;
                continue;
            }
            if (clashing == Clashing::refused) return false;
            if (planned->was) left_.push_back(std::move(*planned->was));
            planned = plan_.erase(planned);
        }
        return true;
    }

    base::Result<bool> write(sqlite::Database& database) {
        bool touched = !left_.empty();
        for (const DatedOccasion& gone : left_) {
            TRY(put_aside(database, gone.entry.occasion.id));
        }
        // Dates may change places with each other.
        for (const Planned& planned : plan_) {
            if (!planned.was || planned.unchanged()) continue;
            TRY(put_aside(database, planned.wanted.entry.occasion.id));
        }
        for (const Planned& planned : plan_) {
            if (!planned.was || planned.unchanged()) continue;
            TRY(change_occasion(database, planned.wanted));
            touched = true;
        }
        // Only now: a new one may take up again what stays aside.
        for (const Planned& planned : plan_) {
            if (planned.was) continue;
            TRY(add_occasion(database, planned.wanted));
            touched = true;
        }
        return touched;
    }

private:
    std::vector<Planned> plan_;
    std::vector<DatedOccasion> left_;
};

}  // namespace

base::Result<bool> lay_out(sqlite::Database& database, const domain::Series& series,
                           const SeriesDates& dates, std::optional<domain::SeriesId> taken_over,
                           Clashing clashing) {
    std::vector<DatedOccasion> own;
    std::set<base::Instant> others;
    for (DatedOccasion& row : TRY(read_dates_of(database, series.listing))) {
        const bool of_series = row.series && (row.series == series.id || row.series == taken_over);
        if (of_series && *row.wall >= dates.from) {
            own.push_back(std::move(row));
        } else {
            others.insert(row.entry.occasion.start);
        }
    }
    Layout layout(series, dates);
    layout.match(std::move(own));
    if (!layout.make_room(std::move(others), clashing)) {
        return base::Error{"programme.invalid",
                           "Two dates of one listing cannot begin at the same time."};
    }
    return layout.write(database);
}

}  // namespace wenlan::store
