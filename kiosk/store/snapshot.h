// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "domain/listing.h"
#include "store/data_folder.h"
#include "store/inspection.h"
#include "store/published_seats.h"
#include "store/sqlite/database.h"
#include "store/summaries.h"

namespace wenlan::store {

// Which occasions are wanted: those that are going on at some time from `from` until just before
// `to` and whose listing is shown at `now`, by start. Bookings of services are only among them
// where they are asked for, by kind or listing.
struct OccasionQuery {
    base::Instant now;
    base::Instant from;
    base::Instant to;
    bool starting_only = false;      // they must also start in that time
    std::string tag_key = {};        // any of the listing's tags; empty: all
    std::string type_key = {};       // the listing's first tag; empty: all
    domain::ListingId listing = {};  // zero: all
    std::optional<domain::Kind> kind = {};
    bool put_forward = false;  // only listings that are
};

// An occasion without what it is of and where.
struct OccasionTime {
    domain::OccasionId id;
    domain::Section section = domain::Section::events;
    base::Instant start;
    base::Instant end;
    domain::OccasionState state = domain::OccasionState::scheduled;
};

// Which listings are wanted: those of a kind in a section that are shown at `now`.
struct ListingQuery {
    base::Instant now;
    domain::Kind kind = domain::Kind::notice;
    domain::Section section = domain::Section::neighbourhood;
    bool newest_first = false;  // by the day from which they are shown; else as in the programme
    bool with_items_only = false;
    int first = 0;  // so many are passed over
    int count_max = 60;
};

// Which clubs are wanted: those shown at `now`, in the order of the programme.
struct ClubQuery {
    base::Instant now;
    std::string tag_key = {};  // any of their tags; empty: all
    bool recruiting_only = false;
    int first = 0;  // so many are passed over
    int count_max = 60;
};

struct ClubSummary {
    ListingSummary listing;
    domain::Club club;
};

struct ClubCount {
    int clubs = 0;
    int members = 0;
    int recruiting = 0;  // clubs
};

// What search looks at of a listing.
struct SearchedListing {
    domain::ListingId id;
    domain::Kind kind = domain::Kind::event;
    std::vector<std::string> titles;  // Chinese, English, and both with their series
    std::vector<std::string> more;    // subtitle, organiser, tags
    std::optional<base::Instant> shown_from, shown_until;
};

// One whole, checked programme, opened read-only. It cannot change under its reader: its file is
// replaced by name only, and stays readable here when the name is gone. One thread.
//
// A failing read means that the file was damaged while it was open; the caller opens another.
class Snapshot {
public:
    // Opens what looks whole: its header, length, schema and surroundings. That costs the same
    // however much is in it; the rest is looked at by inspect_further. `name` is "12" or "factory".
    static base::Result<std::unique_ptr<Snapshot>> open(base::Disk& disk, const DataFolder& folder,
                                                        std::string name);

    const std::string& name() const { return name_; }
    const domain::Centre& centre() const { return centre_; }
    base::Instant issued() const { return issued_; }
    bool demonstration() const { return demonstration_; }
    std::optional<base::CivilDate> laid_out_on() const { return laid_out_on_; }
    // Seats taken; none known for any occasion where the file beside the snapshot is lost.
    const PublishedSeats& seats() const { return seats_; }
    // Takes the seats that lie beside it now; where they cannot be read, those from before stay.
    // True: they were taken.
    bool reread_seats(base::Disk& disk, const DataFolder& folder) const;

    // Looks at a further piece of what open() left unread: the bytes against their checksum, every
    // row. Takes a few milliseconds. True: all of it is as it should be. An error: it is damaged.
    base::Result<bool> inspect_further() const;

    // Hands over one after the other until `take` returns false. `take` must not read the snapshot.
    base::Result<void> each_occasion(const OccasionQuery& query,
                                     const std::function<bool(OccasionSummary)>& take) const;
    // The same without what they are of.
    base::Result<void> each_time(const OccasionQuery& query,
                                 const std::function<bool(const OccasionTime&)>& take) const;

    base::Result<std::optional<OccasionSummary>> occasion(domain::OccasionId id) const;
    // The listing's occasion that ends next after `now`, else the last one.
    base::Result<std::optional<OccasionSummary>> next_occasion(domain::ListingId listing,
                                                               base::Instant now) const;
    base::Result<std::optional<domain::Listing>> listing(domain::ListingId id) const;
    base::Result<domain::ListingId> listing_id(const std::string& key) const;  // zero: none

    base::Result<std::vector<ListingSummary>> listings(const ListingQuery& query) const;
    base::Result<int> count(const ListingQuery& query) const;
    // Calls that are put forward, shown at `now` and over within half a year, by their deadline.
    base::Result<std::vector<domain::Listing>> calls_put_forward(base::Instant now,
                                                                 int count_max) const;
    // The challenge under way on `today` and shown at `now`, else the next to come. Zero: none.
    base::Result<domain::ListingId> challenge(base::CivilDate today, base::Instant now) const;
    // The latest survey that has a result.
    base::Result<domain::ListingId> survey_result(base::Instant now) const;

    // The rooms of the house, from the ground up.
    base::Result<std::vector<domain::Venue>> rooms() const;
    base::Result<std::optional<domain::Venue>> venue(domain::VenueId id) const;

    // Of a listing, those that start from `from` until before `to`, by start.
    base::Result<std::vector<OccasionTime>> times_of(domain::ListingId listing, base::Instant from,
                                                     base::Instant to) const;

    base::Result<std::vector<ClubSummary>> clubs(const ClubQuery& query) const;
    // Of the clubs with a tag, or of all, that are shown at `now`.
    base::Result<ClubCount> club_count(const std::string& tag_key, base::Instant now) const;
    // The tags of clubs, in the order of the programme.
    base::Result<std::vector<domain::Tag>> club_tags() const;

    // For the search index: the listings after this one, in the order of their numbers.
    base::Result<std::vector<SearchedListing>> searched_after(domain::ListingId last,
                                                              int count_max) const;
    // For every listing that has occasions, when it takes place next; none: it is over.
    base::Result<void> each_next_time(
        base::Instant now,
        const std::function<void(domain::ListingId, std::optional<base::Instant>)>& take) const;
    // Titles, places and tags as words: what residents of this town type.
    base::Result<std::vector<std::string>> own_words(int count_max) const;

    // The chips: tags that have a place among them and are used by what the query finds.
    base::Result<std::vector<domain::Tag>> filter_tags(const OccasionQuery& query) const;
    base::Result<bool> has_tag(const std::string& key) const;

private:
    Snapshot(std::string name, sqlite::Database database)
        : name_(std::move(name)), database_(std::move(database)) {}
    base::Result<void> read_surroundings();
    base::Result<std::vector<domain::Tag>> tags_of(domain::ListingId listing) const;

    std::string name_;
    mutable sqlite::Database database_;  // reading moves only its cursors
    domain::Centre centre_;
    base::Instant issued_{};
    bool demonstration_ = false;
    std::optional<base::CivilDate> laid_out_on_;
    mutable PublishedSeats seats_;  // dropped where an inspection finds them damaged
    mutable std::optional<Inspection> inspection_;  // none: all has been looked at
};

}  // namespace wenlan::store
