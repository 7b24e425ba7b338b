// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/programme_check.h"

#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/time.h"
#include "base/utf8.h"
#include "store/bounds.h"

namespace wenlan::store {

namespace {

base::Error invalid(const std::string& sentence) { return {"programme.invalid", sentence}; }

base::Result<void> check_key(std::set<std::string>& seen, const std::string& key,
                             const std::string& what) {
    if (key.empty()) return invalid("A " + what + " has no key.");
    if (!base::utf8::valid(key)) return invalid("The key of a " + what + " is not UTF-8.");
    if (!seen.insert(key).second) return invalid("The " + what + " " + key + " is there twice.");
    return {};
}

base::Result<void> check_centre(const domain::Centre& centre) {
    if (centre.name.empty()) return {};
    if (!base::Zone::named(centre.zone)) {
        return invalid("The centre's time zone " + centre.zone + " is not known.");
    }
    for (const domain::OpeningHours& hours : centre.hours) {
        if (hours.opens_minute < 0 || hours.closes_minute > 24 * 60 ||
            hours.opens_minute > hours.closes_minute) {
            return invalid("The centre's opening hours end before they begin.");
        }
    }
    for (const base::CivilDate date : centre.closure_days) {
        if (!date.valid()) return invalid("A closure day is not a date.");
    }
    return {};
}

base::Result<void> check_listing(const domain::Listing& listing) {
    if (listing.title.empty()) return invalid("The listing " + listing.key + " has no title.");
    const auto in_picture = [](float share) { return share >= 0.0F && share <= 1.0F; };
    if (!in_picture(listing.poster.focus_x) || !in_picture(listing.poster.focus_y)) {
        return invalid("The poster's focus of " + listing.key + " is outside its picture.");
    }
    for (const auto& instant : {listing.deadline, listing.shown_from, listing.shown_until}) {
        if (instant && !is_in_bounds(*instant)) {
            return invalid("A date of " + listing.key + " is too far away.");
        }
    }
    return {};
}

base::Result<void> check_occasion(const ProgrammeOccasion& entry, const std::string& key) {
    const domain::Occasion& occasion = entry.occasion;
    if (occasion.end <= occasion.start) {
        return invalid("An occasion of " + key + " ends before it begins.");
    }
    if (!is_in_bounds(occasion.start) || !is_in_bounds(occasion.end) ||
        !is_in_bounds(occasion.signup_opens.value_or(occasion.start)) ||
        !is_in_bounds(occasion.signup_closes.value_or(occasion.start))) {
        return invalid("An occasion of " + key + " is too far away.");
    }
    if (occasion.capacity < 0 || occasion.walk_in_places < 0) {
        return invalid("An occasion of " + key + " has less than no seats.");
    }
    if (occasion.capacity > seats_max || occasion.walk_in_places > seats_max) {
        return invalid("An occasion of " + key + " has more seats than can be counted.");
    }
    if (entry.taken && (*entry.taken < 0 || *entry.taken > occasion.capacity)) {
        return invalid("An occasion of " + key + " has more seats taken than it has.");
    }
    return {};
}

}  // namespace

base::Result<void> check(const Programme& programme) {
    TRY(check_centre(programme.centre));
    std::set<std::string> venue_keys;
    std::set<domain::VenueId> venues;
    for (const domain::Venue& venue : programme.venues) {
        TRY(check_key(venue_keys, venue.key, "venue"));
        if (!venue.id || !venues.insert(venue.id).second) {
            return invalid("The venue " + venue.key + " has no id of its own.");
        }
    }
    std::set<std::string> tag_keys;
    for (const domain::Tag& tag : programme.tags) TRY(check_key(tag_keys, tag.key, "tag"));

    std::set<std::string> listing_keys;
    std::unordered_map<domain::ListingId, std::string> listings;
    for (const ProgrammeListing& entry : programme.listings) {
        const domain::Listing& listing = entry.listing;
        TRY(check_key(listing_keys, listing.key, "listing"));
        TRY(check_listing(listing));
        if (!listing.id || !listings.emplace(listing.id, listing.key).second) {
            return invalid("The listing " + listing.key + " has no id of its own.");
        }
    }
    std::set<std::pair<domain::ListingId, base::Instant>> starts;
    for (const ProgrammeOccasion& entry : programme.occasions) {
        const auto listing = listings.find(entry.occasion.listing);
        if (listing == listings.end()) return invalid("An occasion belongs to no listing.");
        TRY(check_occasion(entry, listing->second));
        if (!venues.contains(entry.occasion.venue)) {
            return invalid("An occasion of " + listing->second + " has no venue.");
        }
        if (!starts.emplace(entry.occasion.listing, entry.occasion.start).second) {
            return invalid("Two occasions of " + listing->second + " begin at the same time.");
        }
    }
    return {};
}

}  // namespace wenlan::store
