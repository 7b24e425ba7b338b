// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_index.h"

#include <algorithm>
#include <chrono>
#include <limits>

#include "store/search_file.h"

namespace wenlan::store {
namespace {

using domain::TitleScan;

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

std::int32_t minute_of(base::Instant at) {
    return static_cast<std::int32_t>(
        std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count());
}

// screens.md 13: a club called so, events by time, reading, volunteering, neighbourhood; clubs that
// only have it somewhere in their name after the events.
std::uint8_t group_of(domain::Kind kind, bool at_begin) {
    switch (kind) {
        case domain::Kind::club:
            return at_begin ? 0 : 2;
        case domain::Kind::event:
        case domain::Kind::call:
            return 1;
        case domain::Kind::reading:
        case domain::Kind::challenge:
            return 3;
        case domain::Kind::volunteering:
            return 4;
        case domain::Kind::service:
        case domain::Kind::survey:
        case domain::Kind::notice:
            break;
    }
    return 5;
}

bool is_dated(domain::Kind kind) {
    return kind == domain::Kind::event || kind == domain::Kind::reading ||
           kind == domain::Kind::volunteering;
}

}  // namespace

std::span<const domain::TitleLetter> SearchIndex::more_text(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : more_ends_[i - 1];
    return {&more_letters_[begin], more_ends_[i] - begin};
}

// Every part of the query has to be somewhere: in a title, or else in what else is said.
std::optional<SearchIndex::Rank> SearchIndex::rank(const TitleScan& scan, const MoreFound& more,
                                                   std::uint32_t index) const {
    const Row& row = rows_[index];
    Rank rank{.row = index};
    bool at_begin = true;
    for (std::size_t term = 0; term < scan.terms(); ++term) {
        std::optional<TitleScan::Found> best;
        std::uint32_t letters = row.letters;
        for (const std::uint8_t length : row.titles) {
            if (length > 0) {
                const auto found = scan.find(term, {&letters_[letters], length});
                if (found && (!best || (best->loose && !found->loose))) best = found;
                if (found && best && found->at_begin) best->at_begin = true;
            }
            letters += length;
        }
        if (!best) {
            const auto* first = &more_of_[row.more];
            const bool found = std::any_of(first, first + row.more_count, [&](std::uint32_t text) {
                return more[term][text] != 0;
            });
            if (!found) return std::nullopt;
            rank.not_in_title = true;
            continue;
        }
        rank.loose = rank.loose || best->loose;
        at_begin = at_begin && best->at_begin;
    }
    const auto kind = static_cast<domain::Kind>(row.kind);
    rank.group = group_of(kind, at_begin && !rank.not_in_title);
    rank.minute = times_.empty() ? never : times_[index].next_minute;
    return rank;
}

SearchIndex::Hits SearchIndex::find(std::string_view query, base::Instant now,
                                    std::size_t best_max) const {
    Hits hits;
    const TitleScan scan(query, alphabet_);
    if (scan.terms() == 0) return hits;
    MoreFound more(scan.terms());
    for (std::size_t term = 0; term < scan.terms(); ++term) {
        for (std::size_t i = 0; i < more_ends_.size(); ++i) {
            const auto text = more_text(i);
            // A mere sequence of beginnings in what is not even a title would be found too often.
            const auto found = scan.find(term, text);
            more[term].push_back(found && !found->loose && found->at_begin ? 1 : 0);
        }
    }
    const std::int32_t minute = minute_of(now);
    std::vector<Rank> ranks;
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        if (row.from_minute > minute || row.until_minute <= minute) continue;
        const bool over = !times_.empty() && !times_[i].takes_place;
        if (over && is_dated(static_cast<domain::Kind>(row.kind))) continue;
        if (const auto found = rank(scan, more, i)) ranks.push_back(*found);
    }
    hits.count = static_cast<int>(ranks.size());
    const std::size_t best = std::min(best_max, ranks.size());
    std::partial_sort(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(best),
                      ranks.end());
    for (std::size_t i = 0; i < best; ++i) {
        const Row& row = rows_[ranks[i].row];
        hits.best.push_back({{row.listing}, static_cast<domain::Kind>(row.kind)});
    }
    return hits;
}

base::Result<void> SearchIndex::read_times(const Snapshot& snapshot, base::Instant now) {
    std::vector<Times> times(rows_.size(), {never, true});
    TRY(snapshot.each_next_time(
        now, [&](domain::ListingId listing, std::optional<base::Instant> next) {
            const auto row =
                std::lower_bound(rows_.begin(), rows_.end(), listing.value,
                                 [](const Row& one, std::int64_t id) { return one.listing < id; });
            if (row == rows_.end() || row->listing != listing.value) return;
            Times& one = times[static_cast<std::size_t>(row - rows_.begin())];
            one.takes_place = next.has_value();
            if (next) one.next_minute = minute_of(*next);
        }));
    times_ = std::move(times);
    times_of_ = now;
    return {};
}

std::size_t SearchIndex::bytes() const {
    return rows_.size() * (sizeof(Row) + sizeof(Times)) + letters_.size() * 2 +
           more_of_.size() * 4 + more_letters_.size() * 2 + more_ends_.size() * 4 +
           alphabet_.entries().size() * sizeof(domain::TitleAlphabet::Entry);
}

base::Result<std::unique_ptr<SearchIndex>> SearchIndex::open(base::Disk& disk,
                                                             const DataFolder& folder,
                                                             const Snapshot& snapshot) {
    const auto path = search_file(folder, snapshot.name());
    if (!disk.exists(path)) return base::Error{"search.none", "Search is being made ready.", {}};
    auto database = TRY(sqlite::Database::open_immutable(path));
    auto index = std::make_unique<SearchIndex>();
    {
        auto bound = TRY(database.prepare("SELECT binding FROM bound"));
        if (!TRY(bound.step()) || bound.text(0) != search_binding(disk, folder, snapshot))
            return base::Error{"search.other", "Search is being made ready.", {}};
    }
    TRY(index->read(database));
    TRY(index->read_times(snapshot, snapshot.issued()));
    return index;
}

}  // namespace wenlan::store
