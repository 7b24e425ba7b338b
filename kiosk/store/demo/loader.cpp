// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/demo/loader.h"

#include <algorithm>
#include <cstdint>

#include "store/bounds.h"

namespace wenlan::store::demo {

namespace {

// Seats taken of a later occasion of a recurrence: fewer the further away it is, with a little
// unrest from the date, always the same for the same file and day.
int taken_later(int taken_first, int nth, base::CivilDate date, const std::string& key) {
    std::uint32_t mix = 2166136261U;
    for (const char c : key) mix = (mix ^ static_cast<unsigned char>(c)) * 16777619U;
    mix = (mix ^ static_cast<std::uint32_t>(date.days().time_since_epoch().count())) * 16777619U;
    mix ^= mix >> 15;
    const int permille = 880 - 70 * std::min(nth, 9) - static_cast<int>(mix % 90);
    return std::max(0, taken_first * permille / 1000);
}

}  // namespace

Loader::Loader(base::CivilDate today) : today_(today) {
    programme_.demonstration = true;
    programme_.laid_out_on = today;
}

base::Result<void> Loader::centre(StrictTable table) {
    domain::Centre& centre = programme_.centre;
    centre.name = TRY(table.local_text("name"));
    centre.zone = TRY(table.text("zone"));
    auto zone = base::Zone::named(centre.zone);
    if (!zone) return table.wrong("zone", "\"" + centre.zone + "\" is not a time zone");
    zone_ = std::move(zone).value();
    centre.public_url = TRY(table.text("public_url"));
    if (centre.public_url.ends_with('/')) {
        return table.wrong("public_url", "this must not end with a slash");
    }
    centre.phone = TRY(table.text("phone"));
    TRY(week(table, "hours", centre.hours));
    for (const std::string& closure : TRY(table.texts("closures"))) {
        const auto date = parse_offset(closure, today_);
        if (!date) return table.wrong("closures", "\"" + closure + "\" is not like +12");
        centre.closure_days.push_back(*date);
    }
    TRY(house(table, centre));
    return table.done();
}

base::Result<void> Loader::week(StrictTable& table, std::string_view key,
                                domain::OpeningHours (&hours)[7]) const {
    const auto texts = TRY(table.texts(key));
    if (texts.size() != 7) return table.wrong(key, "there must be seven, Monday first");
    for (std::size_t day = 0; day < texts.size(); ++day) {
        if (texts[day] == "closed") {
            hours[day] = {0, 0};
            continue;
        }
        const auto parsed = parse_hours(texts[day]);
        if (!parsed) return table.wrong(key, "\"" + texts[day] + "\" is not like 09:00-21:00");
        hours[day] = {parsed->start_minute, parsed->end_minute};
    }
    return {};
}

// What the house says of itself besides its hours.
base::Result<void> Loader::house(StrictTable& table, domain::Centre& centre) {
    centre.address = TRY(table.local_text_if_any("address"));
    centre.closing_note = TRY(table.local_text_if_any("closing_note"));
    if (table.has("latitude_deg")) {
        centre.latitude_deg = TRY(table.real("latitude_deg", -90, 90));
        centre.longitude_deg = TRY(table.real("longitude_deg", -180, 180));
    }
    if (auto duty = TRY(table.table_if_any("duty"))) {
        centre.duty.name = TRY(duty->local_text("name"));
        centre.duty.place = TRY(duty->local_text("place"));
        TRY(week(*duty, "hours", centre.duty.hours));
        TRY(duty->done());
    }
    if (auto year = TRY(table.table_if_any("volunteer_year"))) {
        centre.volunteer_year.hours = TRY(year->number("hours", 0, count_max));
        centre.volunteer_year.volunteers = TRY(year->number("volunteers", 0, count_max));
        centre.volunteer_year.village_groups = TRY(year->number("village_groups", 0, count_max));
        TRY(year->done());
    }
    return {};
}

base::Result<void> Loader::venues(StrictTable file) {
    for (StrictTable& table : TRY(file.tables("venue"))) {
        domain::Venue venue;
        venue.key = TRY(table.text("key"));
        table.call("venue \"" + venue.key + "\"");
        venue.id = {static_cast<std::int64_t>(programme_.venues.size()) + 1};
        if (!venues_.emplace(venue.key, venue.id).second) {
            return table.wrong("key", "this venue is there twice");
        }
        venue.name = TRY(table.local_text("name"));
        venue.short_name = TRY(table.local_text("short_name"));
        venue.floor = TRY(table.local_text_if_any("floor"));
        venue.directions = TRY(table.local_text_if_any("directions"));
        venue.storey = TRY(table.number_if_any("storey", 0, storey_max)).value_or(0);
        TRY(table.done());
        programme_.venues.push_back(std::move(venue));
    }
    return file.done();
}

base::Result<void> Loader::tags(StrictTable file) {
    for (StrictTable& table : TRY(file.tables("tag"))) {
        domain::Tag tag;
        tag.key = TRY(table.text("key"));
        table.call("tag \"" + tag.key + "\"");
        tag.name = TRY(table.local_text("name"));
        tag.section = TRY(table.word<domain::Section>("section"));
        tag.filter_order = TRY(table.number("filter_order", 0, 1000));
        TRY(table.done());
        if (!tags_.emplace(tag.key, tag).second) {
            return table.wrong("key", "this tag is there twice");
        }
        programme_.tags.push_back(std::move(tag));
    }
    return file.done();
}

base::Result<void> Loader::listings(StrictTable file) {
    for (StrictTable& table : TRY(file.tables("listing"))) TRY(listing(std::move(table)));
    return file.done();
}

base::Result<void> Loader::listing(StrictTable table) {
    domain::Listing listing;
    listing.key = TRY(table.text("key"));
    table.call("listing \"" + listing.key + "\"");
    if (!listing_keys_.insert(listing.key).second) {
        return table.wrong("key", "this listing is there twice");
    }
    listing.id = {static_cast<std::int64_t>(programme_.listings.size()) + 1};
    listing.kind = TRY(table.word<domain::Kind>("kind"));
    listing.section = TRY(table.word<domain::Section>("section"));
    listing.title = TRY(table.local_text("title"));
    listing.short_title = TRY(table.local_text_if_any("short_title"));
    listing.full_title = TRY(table.local_text_if_any("full_title"));
    listing.subtitle = TRY(table.local_text_if_any("subtitle"));
    listing.body = TRY(table.local_text("body"));
    listing.organiser = TRY(table.local_text_if_any("organiser"));
    listing.audience = TRY(table.local_text_if_any("audience"));
    listing.seating = TRY(table.local_text_if_any("seating"));
    listing.poster.name = TRY(table.text("poster"));
    if (const auto focus = TRY(table.reals_if_any("focus"))) {
        const auto outside = [](double share) { return !(share >= 0.0 && share <= 1.0); };
        if (focus->size() != 2 || outside(focus->front()) || outside(focus->back())) {
            return table.wrong("focus", "this must be two shares from 0 to 1");
        }
        listing.poster.focus_x = static_cast<float>(focus->front());
        listing.poster.focus_y = static_cast<float>(focus->back());
    }
    listing.join = TRY(table.word<domain::Join>("join"));
    TRY(feature(table, listing));
    TRY(tags_of(table, listing));
    TRY(parts(table, listing));
    for (StrictTable& occasion : TRY(table.tables("occasion"))) {
        TRY(occasions(std::move(occasion), listing));
    }
    TRY(table.done());
    programme_.listings.push_back({std::move(listing), Origin::demonstration});
    return {};
}

base::Result<void> Loader::feature(StrictTable& table, domain::Listing& listing) {
    listing.feature = TRY(table.word_or("feature", domain::Feature::none));
    listing.feature_badge = TRY(table.local_text_if_any("feature_badge"));
    listing.feature_line = TRY(table.local_text_if_any("feature_line"));
    // The whole of that day still counts.
    listing.deadline = TRY(day_if_any(table, "deadline", 23 * 60 + 59));
    listing.shown_from = TRY(day_if_any(table, "shown_from", 0));
    listing.shown_until = TRY(day_if_any(table, "shown_until", 24 * 60));
    return {};
}

base::Result<std::optional<base::Instant>> Loader::day_if_any(StrictTable& table,
                                                              std::string_view key,
                                                              int minute_of_day) const {
    if (!table.has(key)) return std::optional<base::Instant>{};
    const std::string text = TRY(table.text(key));
    const auto date = parse_offset(text, today_);
    if (!date) return table.wrong(key, "\"" + text + "\" is not like +28");
    return std::optional{instant(*date, minute_of_day)};
}

base::Result<void> Loader::tags_of(StrictTable& table, domain::Listing& listing) {
    for (const std::string& key : TRY(table.texts("tags"))) {
        const auto tag = tags_.find(key);
        if (tag == tags_.end()) return table.wrong("tags", "there is no tag \"" + key + "\"");
        const bool again =
            std::find(listing.tags.begin(), listing.tags.end(), tag->second) != listing.tags.end();
        if (again) return table.wrong("tags", "the tag \"" + key + "\" is there twice");
        listing.tags.push_back(tag->second);
    }
    if (listing.tags.empty()) return table.wrong("tags", "there must be at least one, the type");
    return {};
}

base::Result<void> Loader::occasions(StrictTable table, const domain::Listing& listing) {
    const std::string venue_key = TRY(table.text("venue"));
    const auto venue = venues_.find(venue_key);
    if (venue == venues_.end()) {
        return table.wrong("venue", "there is no venue \"" + venue_key + "\"");
    }
    const std::string at = TRY(table.text("at"));
    const auto when = parse_when(at, today_);
    if (!when) return table.wrong("at", "\"" + at + "\" is not like \"Sat 09:00-11:00\"");

    Planned planned;
    planned.recurring = when->recurring;
    domain::Occasion& occasion = planned.entry.occasion;
    occasion.listing = listing.id;
    occasion.venue = venue->second;
    occasion.capacity = TRY(table.number_if_any("capacity", 0, seats_max)).value_or(0);
    const int taken = TRY(table.number_if_any("taken", 0, occasion.capacity)).value_or(0);
    const int walk_in_max = occasion.capacity > 0 ? occasion.capacity : seats_max;
    occasion.walk_in_places =
        TRY(table.number_if_any("walk_in_places", 0, walk_in_max)).value_or(0);
    occasion.state = TRY(table.word_or("state", domain::OccasionState::scheduled));
    occasion.reason = TRY(table.local_text_if_any("reason"));
    TRY(table.done());
    if ((occasion.state == domain::OccasionState::scheduled) != occasion.reason.empty()) {
        return table.wrong("reason", "whatever is moved or cancelled has a reason, nothing else");
    }

    int nth = 0;
    for (const base::CivilDate date : when->dates) {
        if (when->recurring && closed(date)) continue;
        occasion.start = instant(date, when->start_minute);
        occasion.end = instant(date, when->end_minute);
        planned.entry.taken = nth == 0 ? taken : taken_later(taken, nth, date, listing.key);
        if (date >= today_) ++nth;
        plan(planned);
    }
    return {};
}

// A single day stands before a recurrence that has the same start: that is how one week of a club
// is cancelled. Otherwise the first one in the file stands.
void Loader::plan(const Planned& planned) {
    const auto [there, is_new] = planned_.try_emplace(
        {planned.entry.occasion.listing, planned.entry.occasion.start}, planned);
    if (!is_new && there->second.recurring && !planned.recurring) there->second = planned;
}

base::Instant Loader::instant(base::CivilDate date, int minute_of_day) const {
    if (minute_of_day == 24 * 60) return instant(date.plus_days(1), 0);
    return zone_.instant({date, minute_of_day / 60, minute_of_day % 60, 0});
}

bool Loader::closed(base::CivilDate date) const {
    const auto& days = programme_.centre.closure_days;
    const domain::OpeningHours& hours =
        programme_.centre.hours[static_cast<int>(date.weekday()) - 1];
    return hours.opens_minute == hours.closes_minute ||
           std::find(days.begin(), days.end(), date) != days.end();
}

Programme Loader::take() {
    for (auto& [at, planned] : planned_) {
        planned.entry.occasion.id = {static_cast<std::int64_t>(programme_.occasions.size()) + 1};
        programme_.occasions.push_back(planned.entry);
    }
    return std::move(programme_);
}

}  // namespace wenlan::store::demo
