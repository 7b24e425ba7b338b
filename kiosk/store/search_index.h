// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "domain/title_scan.h"
#include "store/snapshot.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// What search looks at of a snapshot's listings, in a file of its own beside it: made once for each
// snapshot, bound to its checksum, opened into at most a few dozen megabytes. One thread.
class SearchIndex {
public:
    struct Hit {
        domain::ListingId listing;
        domain::Kind kind = domain::Kind::event;
    };
    struct Hits {
        std::vector<Hit> best;  // in the order of screens.md 13
        int count = 0;          // of all
    };
    // The listings that are shown at `now` and meant by the query. An event that is over is not
    // found.
    Hits find(std::string_view query, base::Instant now, std::size_t best_max) const;

    // When the listings take place next, as seen from `now`; to be read anew every few minutes.
    base::Result<void> read_times(const Snapshot& snapshot, base::Instant now);
    base::Instant times_of() const { return times_of_; }
    std::size_t size() const { return rows_.size(); }
    std::size_t bytes() const;

    // In its file for this snapshot; an error where there is none, or it is of another one.
    static base::Result<std::unique_ptr<SearchIndex>> open(base::Disk& disk,
                                                           const DataFolder& folder,
                                                           const Snapshot& snapshot);

private:
    friend class SearchIndexBuilder;
    static constexpr std::size_t titles_max =
        4;  // Chinese and English, short of their series or not

    struct Row {
        std::int64_t listing = 0;
        std::int32_t from_minute = 0, until_minute = 0;  // while it is shown
        std::uint32_t letters = 0;                       // where its titles begin
        std::uint32_t more = 0;                          // where what else is said of it begins
        std::uint8_t titles[titles_max] = {};            // letters of each
        std::uint8_t more_count = 0;
        std::uint8_t kind = 0;
    };
    struct Times {
        std::int32_t next_minute = 0;
        bool takes_place = true;  // has no occasion, or one that is still to come
    };
    // What a scan found of one listing; the smaller the better.
    struct Rank {
        bool not_in_title = false, loose = false;
        std::uint8_t group = 0;
        std::int32_t minute = 0;
        std::uint32_t row = 0;
        auto operator<=>(const Rank&) const = default;
    };
    using MoreFound = std::vector<std::vector<std::uint8_t>>;  // by term, of each text

    std::optional<Rank> rank(const domain::TitleScan& scan, const MoreFound& more,
                             std::uint32_t row) const;
    std::span<const domain::TitleLetter> more_text(std::size_t i) const;
    base::Result<void> read(sqlite::Database& database);
    base::Result<void> read_piece(std::string_view bytes);

    domain::TitleAlphabet alphabet_;
    std::vector<Row> rows_;  // by listing
    std::vector<Times> times_;
    std::vector<domain::TitleLetter> letters_;
    std::vector<std::uint32_t> more_of_;  // of the rows, one after the other: which texts
    std::vector<std::uint32_t> more_ends_;
    std::vector<domain::TitleLetter> more_letters_;
    base::Instant times_of_{};
};

// Makes the index of a snapshot, piece by piece, so that nobody waits for it.
class SearchIndexBuilder {
public:
    // The snapshot and the readings must outlive it.
    SearchIndexBuilder(base::Disk& disk, DataFolder folder, const Snapshot& snapshot,
                       const domain::Readings& readings);

    // A further piece, a few milliseconds. True: the index is in its place; those of other
    // snapshots are gone.
    base::Result<bool> go_on();
    std::unique_ptr<SearchIndex> take() { return std::move(index_); }

private:
    base::Result<bool> add_piece();
    void add(const SearchedListing& listing);
    std::uint32_t more_text(const std::string& text);
    base::Result<void> write() const;
    base::Result<void> write_pieces(sqlite::Database& database) const;

    base::Disk& disk_;
    DataFolder folder_;
    const Snapshot& snapshot_;
    const domain::Readings& readings_;
    std::unique_ptr<SearchIndex> index_;
    std::unordered_map<std::string, std::uint32_t> more_texts_;
    domain::ListingId last_{};
};

}  // namespace wenlan::store
