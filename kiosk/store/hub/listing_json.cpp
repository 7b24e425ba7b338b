// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/listing_json.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "store/names.h"
#include "store/rows.h"

namespace wenlan::store {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const base::LocalText& text) { return {{"zh", text.zh}, {"en", text.en}}; }

Json json_of(const std::optional<base::Instant>& instant) {
    return instant ? Json(base::to_iso8601(*instant)) : Json();
}

Json json_of(const domain::Club& club) {
    return {{"members", club.members},
            {"places_open", club.places_open},
            {"founded_year", club.founded_year},
            {"recruiting", club.recruiting},
            {"weekly", json_of(club.weekly)},
            {"leader", json_of(club.leader)},
            {"leader_role", json_of(club.leader_role)},
            {"leader_note", json_of(club.leader_note)},
            {"place_note", json_of(club.place_note)},
            {"rests_until", club.rests_until ? Json(to_text(*club.rests_until)) : Json()}};
}

Json json_of(const domain::Question& question) {
    Json options = Json::array();
    for (const base::LocalText& option : question.options) options.push_back(json_of(option));
    return {{"kind", name_of(question.kind)},
            {"prompt", json_of(question.prompt)},
            {"options", options},
            {"required", question.required},
            {"least", question.least},
            {"most", question.most}};
}

Json json_of(const domain::Item& item) {
    return {{"title", json_of(item.title)},
            {"text", json_of(item.text)},
            {"by", json_of(item.by)},
            {"percent", item.percent}};
}

void add_texts(Json& json, const domain::Listing& listing) {
    json["title"] = json_of(listing.title);
    json["short_title"] = json_of(listing.short_title);
    json["full_title"] = json_of(listing.full_title);
    json["subtitle"] = json_of(listing.subtitle);
    json["body"] = json_of(listing.body);
    json["organiser"] = json_of(listing.organiser);
    json["audience"] = json_of(listing.audience);
    json["seating"] = json_of(listing.seating);
    json["feature_badge"] = json_of(listing.feature_badge);
    json["feature_line"] = json_of(listing.feature_line);
    json["needs"] = json_of(listing.needs);
}

void add_parts(Json& json, const domain::Listing& listing) {
    json["tags"] = Json::array();
    for (const domain::Tag& tag : listing.tags) json["tags"].push_back(tag.key);
    json["club"] = listing.club ? json_of(*listing.club) : Json();
    json["challenge"] = Json();
    if (const auto& challenge = listing.challenge) {
        json["challenge"] = {{"first_day", to_text(challenge->first_day)},
                             {"last_day", to_text(challenge->last_day)},
                             {"readers", challenge->readers}};
    }
    json["items"] = Json::array();
    for (const domain::Item& item : listing.items) json["items"].push_back(json_of(item));
    json["form_version"] = listing.form.version;
    json["form"] = Json::array();
    for (const domain::Question& question : listing.form.questions) {
        json["form"].push_back(json_of(question));
    }
}

Json json_of(const domain::Listing& listing) {
    Json json = {{"key", listing.key},
                 {"kind", name_of(listing.kind)},
                 {"section", name_of(listing.section)}};
    add_texts(json, listing);
    json["poster"] = {{"name", listing.poster.name},
                      {"focus_x", listing.poster.focus_x},
                      {"focus_y", listing.poster.focus_y}};
    json["join"] = name_of(listing.join);
    json["feature"] = name_of(listing.feature);
    json["shown_from"] = json_of(listing.shown_from);
    json["shown_until"] = json_of(listing.shown_until);
    json["deadline"] = json_of(listing.deadline);
    json["answered"] = listing.answered;
    add_parts(json, listing);
    return json;
}

Json json_of(const domain::OpeningHours (&week)[7]) {
    Json json = Json::array();
    for (const domain::OpeningHours& hours : week) {
        json.push_back({hours.opens_minute, hours.closes_minute});
    }
    return json;
}

Json json_of(const domain::Centre& centre) {
    Json closures = Json::array();
    for (const base::CivilDate date : centre.closure_days) closures.push_back(to_text(date));
    const domain::VolunteerYear& year = centre.volunteer_year;
    return {{"name", json_of(centre.name)},
            {"zone", centre.zone},
            {"public_url", centre.public_url},
            {"phone", centre.phone},
            {"hours", json_of(centre.hours)},
            {"closure_days", closures},
            {"address", json_of(centre.address)},
            {"closing_note", json_of(centre.closing_note)},
            {"place", {centre.latitude_deg, centre.longitude_deg}},
            {"duty_name", json_of(centre.duty.name)},
            {"duty_place", json_of(centre.duty.place)},
            {"duty_hours", json_of(centre.duty.hours)},
            {"volunteer_year", {year.hours, year.volunteers, year.village_groups}}};
}

Json json_of(const domain::Venue& venue) {
    return {{"key", venue.key},
            {"name", json_of(venue.name)},
            {"short_name", json_of(venue.short_name)},
            {"floor", json_of(venue.floor)},
            {"directions", json_of(venue.directions)},
            {"storey", venue.storey}};
}

Json json_of(const domain::Tag& tag) {
    return {{"key", tag.key},
            {"name", json_of(tag.name)},
            {"section", name_of(tag.section)},
            {"filter_order", tag.filter_order}};
}

Json json_of(const std::vector<base::CivilTime>& walls) {
    Json json = Json::array();
    for (const base::CivilTime& wall : walls) json.push_back(wall_text(wall));
    return json;
}

Json json_of(const domain::DateChange& change) {
    return {{"date", wall_text(change.wall)},      {"start", base::to_iso8601(change.start)},
            {"end", base::to_iso8601(change.end)}, {"venue", change.venue.value},
            {"capacity", change.capacity},         {"walk_in_places", change.walk_in_places},
            {"state", name_of(change.state)},      {"reason", json_of(change.reason)}};
}

Json json_of(const domain::Series& series) {
    Json changes = Json::array();
    for (const domain::DateChange& change : series.changes) changes.push_back(json_of(change));
    const auto minutes = [](std::optional<int> value) { return value ? Json(*value) : Json(); };
    return {{"series", series.id.value},
            {"first", wall_text(series.first)},
            {"length_min", series.length_min},
            {"rule", series.rule},
            {"ends_before", series.ends_before ? Json(wall_text(*series.ends_before)) : Json()},
            {"venue", series.venue.value},
            {"capacity", series.capacity},
            {"walk_in_places", series.walk_in_places},
            {"signup_opens_before_min", minutes(series.signup_opens_before_min)},
            {"signup_closes_before_min", minutes(series.signup_closes_before_min)},
            {"extra", json_of(series.extra)},
            {"excluded", json_of(series.excluded)},
            {"changes", changes}};
}

Json json_of(const domain::Occasion& occasion) {
    return {{"occasion", occasion.id.value},
            {"start", base::to_iso8601(occasion.start)},
            {"end", base::to_iso8601(occasion.end)},
            {"venue", occasion.venue.value},
            {"capacity", occasion.capacity},
            {"walk_in_places", occasion.walk_in_places},
            {"signup_opens", json_of(occasion.signup_opens)},
            {"signup_closes", json_of(occasion.signup_closes)},
            {"state", name_of(occasion.state)},
            {"reason", json_of(occasion.reason)}};
}

std::string dumped(const Json& json) {
    return json.empty() ? std::string()
                        : json.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace);
}

BeforeAfter differing(const Json& before, const Json& after) {
    Json was;
    Json is;
    for (const auto& [key, value] : after.items()) {
        if (before.at(key) == value) continue;
        was[key] = before.at(key);
        is[key] = value;
    }
    return {dumped(was), dumped(is)};
}

// Without what says nothing: empty texts, lists and zeros.
std::string without_silence(const Json& json) {
    static const Json silent = json_of(base::LocalText{});
    Json out;
    for (const auto& [key, value] : json.items()) {
        const bool nothing = value.is_null() || value == silent || value == 0 || value == "" ||
                             (value.is_array() && value.empty());
        if (!nothing) out[key] = value;
    }
    return dumped(out);
}

}  // namespace

BeforeAfter changes_of(const domain::Listing& before, const domain::Listing& after) {
    return differing(json_of(before), json_of(after));
}
std::string words_of(const domain::Listing& listing) { return without_silence(json_of(listing)); }

BeforeAfter changes_of(const domain::Centre& before, const domain::Centre& after) {
    return differing(json_of(before), json_of(after));
}

BeforeAfter changes_of(const domain::Venue& before, const domain::Venue& after) {
    return differing(json_of(before), json_of(after));
}

BeforeAfter changes_of(const domain::Tag& before, const domain::Tag& after) {
    return differing(json_of(before), json_of(after));
}

BeforeAfter changes_of(const domain::Series& before, const domain::Series& after) {
    return differing(json_of(before), json_of(after));
}
std::string words_of(const domain::Series& series) { return without_silence(json_of(series)); }

std::string words_of(const domain::Occasion& occasion) {
    return without_silence(json_of(occasion));
}

std::string json_text(const domain::Listing& listing) { return dumped(json_of(listing)); }
std::string json_text(const domain::Centre& centre) { return dumped(json_of(centre)); }
std::string json_text(const domain::Venue& venue) { return dumped(json_of(venue)); }
std::string json_text(const domain::Tag& tag) { return dumped(json_of(tag)); }
std::string json_text(const domain::Series& series) { return dumped(json_of(series)); }
std::string json_text(const domain::Occasion& occasion) { return dumped(json_of(occasion)); }

std::string wall_text(const base::CivilTime& wall) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d", wall.date.year,
                  wall.date.month, wall.date.day, wall.hour, wall.minute, wall.second);
    return text.data();
}

std::optional<base::CivilTime> parse_wall(std::string_view text) {
    if (text.size() != 19 || text[10] != 'T' || text[13] != ':' || text[16] != ':') {
        return std::nullopt;
    }
    const auto date = parse_date(text.substr(0, 10));
    const auto number = [text](std::size_t from) {
        const int tens = text[from] - '0';
        const int ones = text[from + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    };
    const base::CivilTime wall{date.value_or(base::CivilDate{}), number(11), number(14),
                               number(17)};
    const bool good = date && wall.hour >= 0 && wall.hour < 24 && wall.minute >= 0 &&
                      wall.minute < 60 && wall.second >= 0 && wall.second < 60;
    return good ? std::optional(wall) : std::nullopt;
}

}  // namespace wenlan::store
