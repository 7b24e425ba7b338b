// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview_listing.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "store/bounds.h"
#include "store/rows.h"

namespace wenlan::app::preview {

const Json& part(const Json& json, const char* key) {
    static const Json none;
    if (!json.is_object()) return none;
    const auto found = json.find(key);
    return found == json.end() ? none : *found;
}

const Json& list(const Json& json, const char* key) {
    static const Json none = Json::array();
    const Json& found = part(json, key);
    return found.is_array() ? found : none;
}

std::string words(const Json& json, const char* key) {
    const Json& found = part(json, key);
    return found.is_string() ? found.get<std::string>() : std::string();
}

base::LocalText text(const Json& json, const char* key) {
    const Json& found = part(json, key);
    if (found.is_string()) return {found.get<std::string>(), {}};
    return {words(found, "zh"), words(found, "en")};
}

namespace {

int whole(const Json& value, int otherwise) {
    if (value.is_boolean() || !value.is_number()) return otherwise;
    const double number = value.get<double>();
    return number >= -1e9 && number <= 1e9 ? static_cast<int>(number) : otherwise;
}

std::optional<base::CivilDate> date(const Json& json, const char* key) {
    return store::parse_date(words(json, key));
}

int count(const Json& json, const char* key) {
    return std::clamp(number(json, key), 0, store::count_max);
}

int seats(const Json& json, const char* key) {
    return std::clamp(number(json, key), 0, store::seats_max);
}

float share(const Json& json, const char* key, float otherwise) {
    const Json& found = part(json, key);
    return found.is_number() ? std::clamp(found.get<float>(), 0.0F, 1.0F) : otherwise;
}

domain::Club club_of(const Json& json) {
    domain::Club club;
    club.members = count(json, "members");
    club.places_open = count(json, "places_open");
    club.founded_year = std::clamp(number(json, "founded_year"), 0, 9999);
    club.recruiting = flag(json, "recruiting");
    club.weekly = text(json, "weekly");
    club.leader = text(json, "leader");
    club.leader_role = text(json, "leader_role");
    club.leader_note = text(json, "leader_note");
    club.place_note = text(json, "place_note");
    club.rests_until = date(json, "rests_until");
    return club;
}

std::optional<domain::Challenge> challenge_of(const Json& json) {
    const auto first = date(json, "first_day");
    const auto last = date(json, "last_day");
    if (!first || !last || *last < *first) return std::nullopt;
    return domain::Challenge{*first, *last, count(json, "readers")};
}

// A question that asks nothing yet, or a choice without answers, is not shown yet.
std::optional<domain::Question> question_of(const Json& json) {
    domain::Question question;
    question.kind = named(json, "kind", domain::QuestionKind::text);
    question.prompt = text(json, "prompt");
    const bool chosen = question.kind == domain::QuestionKind::choice ||
                        question.kind == domain::QuestionKind::choices;
    if (chosen) {
        for (const Json& option : list(json, "options")) {
            const base::LocalText words_of_it{words(option, "zh"), words(option, "en")};
            if (!words_of_it.empty()) question.options.push_back(words_of_it);
        }
    }
    question.required = flag(json, "required", true);
    question.least = std::max(0, number(json, "least"));
    question.most = std::max(0, number(json, "most"));
    if (question.most != 0) question.most = std::max(question.most, question.least);
    if (question.prompt.empty() || (chosen && question.options.empty())) return std::nullopt;
    return question;
}

domain::Poster poster_of(const Json& json) {
    domain::Poster poster;
    poster.name = words(json, "name");
    // A name, and no way to any other file.
    if (poster.name.find('/') != std::string::npos || poster.name.find("..") != std::string::npos)
        poster.name.clear();
    poster.focus_x = share(json, "focus_x", poster.focus_x);
    poster.focus_y = share(json, "focus_y", poster.focus_y);
    return poster;
}

void take_texts(domain::Listing& listing, const Json& json) {
    listing.title = text(json, "title");
    if (listing.title.empty()) listing.title = {"…", "…"};
    listing.short_title = text(json, "short_title");
    listing.full_title = text(json, "full_title");
    listing.subtitle = text(json, "subtitle");
    listing.body = text(json, "body");
    listing.organiser = text(json, "organiser");
    listing.audience = text(json, "audience");
    listing.seating = text(json, "seating");
    listing.feature_badge = text(json, "feature_badge");
    listing.feature_line = text(json, "feature_line");
    listing.needs = text(json, "needs");
}

void take_parts(domain::Listing& listing, const Json& json) {
    if (part(json, "club").is_object()) listing.club = club_of(part(json, "club"));
    if (listing.kind == domain::Kind::club && !listing.club) listing.club.emplace();
    if (part(json, "challenge").is_object()) {
        listing.challenge = challenge_of(part(json, "challenge"));
    }
    for (const Json& entry : list(json, "items")) {
        domain::Item item{text(entry, "title"), text(entry, "text"), text(entry, "by"),
                          std::clamp(number(entry, "percent"), 0, 100)};
        if (!item.title.empty()) listing.items.push_back(std::move(item));
    }
    for (const Json& entry : list(json, "form")) {
        if (auto question = question_of(entry)) listing.form.questions.push_back(*question);
    }
}

domain::VenueId venue_for(store::Programme& programme, int id) {
    const auto known = [&programme](domain::VenueId venue) {
        return std::any_of(programme.venues.begin(), programme.venues.end(),
                           [venue](const domain::Venue& one) { return one.id == venue; });
    };
    if (known(domain::VenueId{id})) return domain::VenueId{id};
    constexpr int nowhere = 1'000'000'001;
    if (!known(domain::VenueId{nowhere})) {
        domain::Venue venue;
        venue.id = domain::VenueId{nowhere};
        venue.key = "nowhere-yet";
        venue.name = venue.short_name = {"…", "…"};
        programme.venues.push_back(std::move(venue));
    }
    return domain::VenueId{nowhere};
}

void add_dates(store::Programme& programme, const Json& json, domain::ListingId listing) {
    std::set<base::Instant> starts;
    for (const Json& entry : list(json, "dates")) {
        const auto start = instant(entry, "start");
        const auto end = instant(entry, "end");
        // Half written, or twice at the same time: the date is not shown yet.
        if (!start || !end || *end <= *start || !starts.insert(*start).second) continue;
        store::ProgrammeOccasion date;
        domain::Occasion& occasion = date.occasion;
        occasion.id = domain::OccasionId{static_cast<std::int64_t>(programme.occasions.size()) + 1};
        occasion.listing = listing;
        occasion.venue = venue_for(programme, number(entry, "venue"));
        occasion.start = *start;
        occasion.end = *end;
        occasion.capacity = seats(entry, "capacity");
        occasion.walk_in_places = std::min(seats(entry, "walk_in_places"), occasion.capacity);
        occasion.signup_opens = instant(entry, "signup_opens");
        occasion.signup_closes = instant(entry, "signup_closes");
        occasion.state = named(entry, "state", domain::OccasionState::scheduled);
        occasion.reason = text(entry, "reason");
        date.taken = std::min(seats(entry, "taken"), occasion.capacity);
        programme.occasions.push_back(std::move(date));
    }
}

}  // namespace

int number(const Json& json, const char* key, int otherwise) {
    return whole(part(json, key), otherwise);
}

int element(const Json& list, std::size_t index) { return whole(list.at(index), 0); }

bool flag(const Json& json, const char* key, bool otherwise) {
    const Json& found = part(json, key);
    return found.is_boolean() ? found.get<bool>() : otherwise;
}

std::optional<base::Instant> instant(const Json& json, const char* key) {
    const std::string written = words(json, key);
    if (written.empty()) return std::nullopt;
    const auto read = base::parse_iso8601(written, base::Zone::shanghai());
    if (!read || !store::is_in_bounds(read.value())) return std::nullopt;
    return read.value();
}

void add_listing(store::Programme& programme, const Json& json, const std::string& key) {
    store::ProgrammeListing entry;
    domain::Listing& listing = entry.listing;
    listing.id = domain::ListingId{static_cast<std::int64_t>(programme.listings.size()) + 1};
    listing.key = key;
    listing.kind = named(json, "kind", domain::Kind::event);
    listing.section = named(json, "section", domain::Section::events);
    take_texts(listing, json);
    listing.poster = poster_of(part(json, "poster"));
    listing.join = named(json, "join", domain::Join::none);
    listing.feature = named(json, "feature", domain::Feature::none);
    listing.deadline = instant(json, "deadline");
    listing.answered = count(json, "answered");
    for (const Json& wanted : list(json, "tags")) {
        const auto tag = std::find_if(
            programme.tags.begin(), programme.tags.end(),
            [&wanted](const domain::Tag& one) { return wanted.is_string() && one.key == wanted; });
        const auto same = [&](const domain::Tag& one) { return one.key == tag->key; };
        if (tag == programme.tags.end()) continue;
        if (std::none_of(listing.tags.begin(), listing.tags.end(), same))
            listing.tags.push_back(*tag);
    }
    take_parts(listing, json);
    add_dates(programme, json, listing.id);
    programme.listings.push_back(std::move(entry));
}

}  // namespace wenlan::app::preview
