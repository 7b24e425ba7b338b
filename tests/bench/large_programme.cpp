// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/large_programme.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace wenlan::test {

namespace {

using std::chrono::hours;

constexpr int clubs_first = 60;
constexpr int weeks_away = 27;  // beyond what the calendar and the lists reach

// Copies one listing after the other, each to another week.
class Growth {
public:
    Growth(const store::Programme& demonstration, base::CivilDate today)
        : grown_(demonstration), today_(base::Zone::shanghai().instant({today, 0, 0, 0})) {
        for (const auto& entry : demonstration.listings) {
            originals_.push_back(entry);
            clubs_ += entry.listing.kind == domain::Kind::club ? 1 : 0;
        }
        for (const auto& entry : demonstration.occasions) {
            // A week of what recurs is enough: the copies fill the weeks between them.
            const auto ahead = entry.occasion.start - today_;
            if (ahead < hours{0} || ahead >= hours{24 * 14}) continue;
            occasions_[entry.occasion.listing].push_back(entry);
        }
    }

    void grow_to(std::size_t listings) {
        for (std::size_t i = 0; clubs_ < clubs_first; i = (i + 1) % originals_.size()) {
            if (originals_[i].listing.kind == domain::Kind::club) copy(originals_[i]);
        }
        for (std::size_t i = 0; grown_.listings.size() < listings;
             i = (i + 1) % originals_.size()) {
            copy(originals_[i]);
        }
    }

    store::Programme take() { return std::move(grown_); }

private:
    void copy(const store::ProgrammeListing& original) {
        const std::size_t number = grown_.listings.size();
        const int round = static_cast<int>(number / originals_.size());
        const int weeks = (round % 2 == 0 ? 1 : -1) * (weeks_away + round / 2);
        const base::Duration away = hours{24 * 7 * weeks};
        store::ProgrammeListing entry = original;
        domain::Listing& listing = entry.listing;
        listing.id = {static_cast<std::int64_t>(number) + 1};
        listing.key += "-" + std::to_string(number);
        listing.title.zh += std::to_string(number);
        if (listing.kind == domain::Kind::club) {
            ++clubs_;
        } else {
            listing.shown_from = today_ + away - hours{24 * 60};
            listing.shown_until = today_ + away + hours{24 * 60};
        }
        if (listing.deadline) *listing.deadline += away;
        if (listing.challenge) {
            listing.challenge->first_day = listing.challenge->first_day.plus_days(weeks * 7);
            listing.challenge->last_day = listing.challenge->last_day.plus_days(weeks * 7);
        }
        for (store::ProgrammeOccasion occasion : occasions_[original.listing.id]) {
            occasion.occasion.id = {static_cast<std::int64_t>(grown_.occasions.size()) + 1};
            occasion.occasion.listing = listing.id;
            occasion.occasion.start += away;
            occasion.occasion.end += away;
            grown_.occasions.push_back(std::move(occasion));
        }
        grown_.listings.push_back(std::move(entry));
    }

    store::Programme grown_;
    base::Instant today_;
    int clubs_ = 0;
    std::vector<store::ProgrammeListing> originals_;
    std::map<domain::ListingId, std::vector<store::ProgrammeOccasion>> occasions_;
};

}  // namespace

store::Programme large_programme(const store::Programme& demonstration, base::CivilDate today,
                                 std::size_t listings) {
    Growth growth(demonstration, today);
    growth.grow_to(listings);
    return growth.take();
}

}  // namespace wenlan::test
