// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/hub_dates.h"

#include <string>

#include "store/bounds.h"
#include "store/hub/listing_json.h"
#include "store/hub/listing_table.h"
#include "store/hub/series_dates.h"
#include "store/hub/series_table.h"
#include "store/programme_check.h"
#include "store/programme_reader.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

base::Error no_date() {
    return {"programme.no-date", "There is no such date, or it was taken away."};
}

base::Error no_listing(domain::ListingId id) {
    return {"programme.no-listing", "There is no listing " + std::to_string(id.value) + "."};
}

base::Error no_series() {
    return {"programme.no-series", "There is no such series, or it has ended."};
}

base::Error two_at_once() {
    return {"programme.invalid", "Two dates of one listing cannot begin at the same time."};
}

// The rules of the domain for all dates of a listing as they are now.
base::Result<void> check_dates(sqlite::Database& database, domain::ListingId listing) {
    auto entry = TRY(read_hub_listing(database, listing));
    if (!entry) {
        return no_listing(listing);
    }
    Programme one;
    one.venues = TRY(read_venues(database));
    one.listings.push_back({std::move(entry->listing), entry->origin});
    for (DatedOccasion& date : TRY(read_dates_of(database, listing))) {
        one.occasions.push_back(std::move(date.entry));
    }
    return check(one);
}

base::Result<void> check_venue(sqlite::Database& database, domain::VenueId id) {
    for (const domain::Venue& venue : TRY(read_venues(database))) {
        if (venue.id == id) return {};
    }
    return base::Error{"programme.invalid", "There is no such venue."};
}

base::Result<void> check_series(sqlite::Database& database, const domain::Series& series) {
    constexpr int length_min_max = 366 * 24 * 60;
    if (series.length_min <= 0 || series.length_min > length_min_max) {
        return base::Error{"programme.invalid", "A date of a series ends before it begins."};
    }
    if (series.capacity < 0 || series.capacity > seats_max || series.walk_in_places < 0 ||
        series.walk_in_places > seats_max) {
        return base::Error{"programme.invalid", "A series has more seats than can be counted."};
    }
    if (!TRY(read_hub_listing(database, series.listing))) {
        return no_listing(series.listing);
    }
    for (const domain::DateChange& change : series.changes) {
        TRY(check_venue(database, change.venue));
    }
    return check_venue(database, series.venue);
}

base::Result<bool> begins_with_another(sqlite::Database& database,
                                       const domain::Occasion& occasion) {
    for (const DatedOccasion& date : TRY(read_dates_of(database, occasion.listing))) {
        const domain::Occasion& other = date.entry.occasion;
        if (other.id != occasion.id && other.start == occasion.start) return true;
    }
    return false;
}

}  // namespace

base::Result<std::vector<DatedOccasion>> HubDates::of_listing(domain::ListingId listing) {
    return read_dates_of(database_, listing);
}

base::Result<DatedOccasion> HubDates::date(domain::OccasionId id) {
    auto found = TRY(read_date(database_, id));
    if (!found) return no_date();
    return std::move(*found);
}

base::Result<domain::OccasionId> HubDates::put_date(const By& by,
                                                    const domain::Occasion& occasion) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    DatedOccasion wanted;
    BeforeAfter words;
    if (occasion.id) {
        auto before = TRY(read_date(database_, occasion.id));
        if (!before) return no_date();
        words.before = words_of(before->entry.occasion);
        wanted = *before;
        wanted.entry.taken = std::nullopt;
    }
    wanted.entry.occasion = occasion;
    if (occasion.end <= occasion.start) {
        return base::Error{"programme.invalid", "A date ends before it begins."};
    }
    TRY(check_venue(database_, occasion.venue));
    if (TRY(begins_with_another(database_, occasion))) return two_at_once();
    const std::int64_t change = TRY(next_change(database_));
    domain::OccasionId id = occasion.id;
    if (id) {
        TRY(change_occasion(database_, wanted));
    } else {
        if (!TRY(read_hub_listing(database_, occasion.listing))) {
            return no_listing(occasion.listing);
        }
        id = TRY(add_occasion(database_, wanted));
        wanted.entry.occasion.id = id;
    }
    if (wanted.series) {
        TRY(write_change(
            database_, *wanted.series,
            {*wanted.wall, occasion.start, occasion.end, occasion.venue, occasion.capacity,
             occasion.walk_in_places, occasion.state, occasion.reason}));
    }
    TRY(check_dates(database_, occasion.listing));
    TRY(mark_changed(database_, occasion.listing, change));
    words.after = words_of(wanted.entry.occasion);
    TRY(audit_.append(by, words.before.empty() ? "date.added" : "date.changed",
                      subject_of(occasion.listing), words.before, words.after));
    TRY(transaction.commit());
    return id;
}

base::Result<void> HubDates::remove_date(const By& by, domain::OccasionId id) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    const auto before = TRY(read_date(database_, id));
    if (!before) return no_date();
    const domain::Occasion& occasion = before->entry.occasion;
    const std::int64_t change = TRY(next_change(database_));
    TRY(put_aside(database_, id));
    if (before->series) TRY(exclude_date(database_, *before->series, *before->wall));
    TRY(mark_changed(database_, occasion.listing, change));
    TRY(audit_.append(by, "date.removed", subject_of(occasion.listing), words_of(occasion), ""));
    return transaction.commit();
}

base::Result<LaidOutSeries> HubDates::series(domain::SeriesId id) {
    auto found = TRY(read_series(database_, id));
    if (!found) return no_series();
    return std::move(*found);
}

base::Result<std::vector<LaidOutSeries>> HubDates::series_of(domain::ListingId listing) {
    return read_series_of(database_, listing);
}

base::Result<std::vector<LaidOutSeries>> HubDates::series_until(base::CivilDate day) {
    return read_series_until(database_, day);
}

base::Result<domain::SeriesId> HubDates::put_series(const By& by, const domain::Series& series,
                                                    const SeriesDates& dates) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    TRY(check_series(database_, series));
    BeforeAfter words{"", words_of(series)};
    if (series.id) {
        const auto before = TRY(read_series(database_, series.id));
        if (!before) return no_series();
        words = changes_of(before->series, series);
    }
    const std::int64_t change = TRY(next_change(database_));
    domain::Series written = series;
    written.id = TRY(write_series(database_, series, dates.until));
    TRY(lay_out(database_, written, dates, std::nullopt, Clashing::refused));
    TRY(check_dates(database_, series.listing));
    TRY(mark_changed(database_, series.listing, change));
    if (!words.same()) {
        TRY(audit_.append(by, series.id ? "series.changed" : "series.added",
                          subject_of(series.listing), words.before, words.after));
    }
    TRY(transaction.commit());
    return written.id;
}

base::Result<domain::SeriesId> HubDates::split_series(const By& by, const domain::Series& ending,
                                                      const domain::Series& going_on,
                                                      const SeriesDates& dates) {
    base::ensure(ending.id && !going_on.id && ending.listing == going_on.listing,
                 "a series goes on in a new one of its listing");
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    TRY(check_series(database_, going_on));
    const auto before = TRY(read_series(database_, ending.id));
    if (!before) return no_series();
    const std::int64_t change = TRY(next_change(database_));
    TRY(write_series(database_, ending, before->until));
    domain::Series written = going_on;
    written.id = TRY(write_series(database_, going_on, dates.until));
    TRY(lay_out(database_, written, dates, ending.id, Clashing::refused));
    TRY(check_dates(database_, ending.listing));
    TRY(mark_changed(database_, ending.listing, change));
    const BeforeAfter ended = changes_of(before->series, ending);
    const std::string subject = subject_of(ending.listing);
    TRY(audit_.append(by, "series.changed", subject, ended.before, ended.after));
    TRY(audit_.append(by, "series.added", subject, "", words_of(written)));
    TRY(transaction.commit());
    return written.id;
}

base::Result<bool> HubDates::lay_out_further(const domain::Series& series,
                                             const SeriesDates& dates) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    const bool touched = TRY(lay_out(database_, series, dates, std::nullopt, Clashing::left_out));
    if (touched) {
        const std::int64_t change = TRY(next_change(database_));
        TRY(mark_changed(database_, series.listing, change));
    }
    TRY(mark_laid_out(database_, series.id, dates.until));
    TRY(transaction.commit());
    return touched;
}

base::Result<void> HubDates::end_series(const By& by, domain::SeriesId id,
                                        const base::CivilTime& from) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    const auto before = TRY(read_series(database_, id));
    if (!before) return no_series();
    domain::Series series = before->series;
    series.ends_before = from;
    const std::int64_t change = TRY(next_change(database_));
    TRY(write_series(database_, series, before->until));
    TRY(lay_out(database_, series, {{}, from, before->until}, std::nullopt, Clashing::refused));
    TRY(mark_changed(database_, series.listing, change));
    const BeforeAfter words = changes_of(before->series, series);
    TRY(audit_.append(by, "series.ended", subject_of(series.listing), words.before, words.after));
    return transaction.commit();
}

}  // namespace wenlan::store
