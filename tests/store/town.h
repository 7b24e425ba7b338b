// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/listing.h"
#include "store/programme.h"

namespace wenlan::test {

// A time in the centre's zone: "2026-11-22T14:20".
inline base::Instant at(std::string_view text) {
    return base::parse_iso8601(text, base::Zone::shanghai()).value();
}

// A small programme that a test fills with what it is about.
class Town {
public:
    Town() {
        domain::Centre& centre = programme.centre;
        centre.name = {"楚洲文化城", "Chuzhou Culture City"};
        centre.public_url = "https://wenlan.example/c";
        centre.phone = "0576-0000 0000";
        add_venue("hall", "二楼排练厅");
        add_venue("theatre", "大剧院");
        add_tag("opera", domain::Section::events, 1);
        add_tag("club", domain::Section::clubs, 2);
        add_tag("talk", domain::Section::reading, 3);
        add_tag("seniors", domain::Section::reading, 0);
    }

    void add_venue(const std::string& key, const std::string& name) {
        domain::Venue venue;
        venue.id = {static_cast<std::int64_t>(programme.venues.size()) + 1};
        venue.key = key;
        venue.name = {name, key};
        venue.short_name = {name, key};
        venue.floor = {"二楼", "2F"};
        venue.directions = {"上楼梯左手边", "left of the stairs"};
        programme.venues.push_back(venue);
    }

    void add_tag(const std::string& key, domain::Section section, int filter_order) {
        domain::Tag tag;
        tag.key = key;
        tag.name = {key + "类", key};
        tag.section = section;
        tag.filter_order = filter_order;
        programme.tags.push_back(tag);
    }

    domain::Tag tag(const std::string& key) const {
        for (const domain::Tag& tag : programme.tags) {
            if (tag.key == key) return tag;
        }
        return {};
    }

    // The reference is good until the next listing is added.
    domain::Listing& listing(const std::string& key, const std::string& tag_key = "club",
                             domain::Section section = domain::Section::clubs) {
        store::ProgrammeListing entry;
        domain::Listing& listing = entry.listing;
        listing.id = {static_cast<std::int64_t>(programme.listings.size()) + 1};
        listing.key = key;
        listing.section = section;
        listing.kind = domain::Kind::event;
        listing.title = {key + "的活动", "The " + key};
        listing.body = {"来坐一坐。", "Come and sit down."};
        listing.poster.name = "01-bridge";
        listing.join = domain::Join::sign_up;
        listing.tags = {tag(tag_key)};
        programme.listings.push_back(entry);
        return programme.listings.back().listing;
    }

    // Of the listing added last. The reference is good until the next occasion is added.
    store::ProgrammeOccasion& occasion(std::string_view start, std::string_view end,
                                       int capacity = 0, std::optional<int> taken = std::nullopt) {
        store::ProgrammeOccasion entry;
        entry.occasion.id = {static_cast<std::int64_t>(programme.occasions.size()) + 1};
        entry.occasion.listing = programme.listings.back().listing.id;
        entry.occasion.venue = programme.venues.front().id;
        entry.occasion.start = at(start);
        entry.occasion.end = at(end);
        entry.occasion.capacity = capacity;
        entry.taken = taken;
        programme.occasions.push_back(entry);
        return programme.occasions.back();
    }

    // The two at once, for the many events that need no more.
    store::ProgrammeOccasion& event(const std::string& key, std::string_view start,
                                    std::string_view end, int capacity = 0,
                                    std::optional<int> taken = std::nullopt) {
        listing(key);
        return occasion(start, end, capacity, taken);
    }

    store::Programme programme;
};

}  // namespace wenlan::test
