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

bool is_count(int value) { return value >= 0 && value <= count_max; }

base::Result<void> check_centre(const domain::Centre& centre) {
    if (centre.name.empty()) return {};
    if (!base::Zone::named(centre.zone)) {
        return invalid("The centre's time zone " + centre.zone + " is not known.");
    }
    for (const auto* week : {&centre.hours, &centre.duty.hours}) {
        for (const domain::OpeningHours& hours : *week) {
            if (hours.opens_minute < 0 || hours.closes_minute > 24 * 60 ||
                hours.opens_minute > hours.closes_minute) {
                return invalid("The centre's opening hours end before they begin.");
            }
        }
    }
    if (!(centre.latitude_deg >= -90 && centre.latitude_deg <= 90 && centre.longitude_deg >= -180 &&
          centre.longitude_deg <= 180)) {
        return invalid("The centre is at no place on earth.");
    }
    const domain::VolunteerYear& year = centre.volunteer_year;
    if (!is_count(year.hours) || !is_count(year.volunteers) || !is_count(year.village_groups)) {
        return invalid("The sums of the volunteers' year are no counts.");
    }
    for (const base::CivilDate date : centre.closure_days) {
        if (!date.valid()) return invalid("A closure day is not a date.");
    }
    return {};
}

base::Result<void> check_club(const domain::Club& club, const std::string& key) {
    if (!is_count(club.members) || !is_count(club.places_open)) {
        return invalid("The members or places of " + key + " are no counts.");
    }
    if (club.founded_year < 0 || club.founded_year > 9999) {
        return invalid("The year in which " + key + " was founded is none.");
    }
    if (club.rests_until && !club.rests_until->valid()) {
        return invalid("The day until which " + key + " rests is not a date.");
    }
    return {};
}

base::Result<void> check_form(const domain::Form& form, const std::string& key) {
    if (form.version < 0) return invalid("The form of " + key + " has no version.");
    for (const domain::Question& question : form.questions) {
        if (question.prompt.empty()) return invalid("A question of " + key + " asks nothing.");
        const bool chosen = question.kind == domain::QuestionKind::choice ||
                            question.kind == domain::QuestionKind::choices;
        if (chosen == question.options.empty()) {
            return invalid("A question of " + key +
                           " has answers to choose where it should not, "
                           "or none where it should.");
        }
        for (const base::LocalText& option : question.options) {
            if (option.empty()) return invalid("An answer of " + key + " is empty.");
        }
        if (question.most != 0 && question.least > question.most) {
            return invalid("A question of " + key + " asks for more than it allows.");
        }
    }
    return {};
}

base::Result<void> check_parts(const domain::Listing& listing) {
    if (!is_count(listing.answered))
        return invalid("The answers to " + listing.key + " are no count.");
    if (listing.club) TRY(check_club(*listing.club, listing.key));
    if (listing.challenge) {
        const domain::Challenge& challenge = *listing.challenge;
        if (!challenge.first_day.valid() || !challenge.last_day.valid() ||
            challenge.last_day < challenge.first_day) {
            return invalid("The challenge " + listing.key + " ends before it begins.");
        }
        if (!is_count(challenge.readers)) {
            return invalid("The readers of " + listing.key + " are no count.");
        }
    }
    for (const domain::Item& item : listing.items) {
        if (item.title.empty()) return invalid("An item of " + listing.key + " has no title.");
        if (item.percent < 0 || item.percent > 100) {
            return invalid("The share of an item of " + listing.key + " is no percentage.");
        }
    }
    return check_form(listing.form, listing.key);
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
    return check_parts(listing);
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
        if (venue.storey < 0 || venue.storey > storey_max) {
            return invalid("The venue " + venue.key + " is on no storey.");
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
