// SPDX-License-Identifier: GPL-3.0-or-later
// The house, its hours, its rooms and floors, the words that residents filter by.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "hub/desk/desk.h"
#include "hub/desk/handlers.h"
#include "hub/desk/limits.h"
#include "hub/desk/listings.h"
#include "store/bounds.h"
#include "store/hub/hub_programme.h"
#include "store/hub/listing_json.h"
#include "store/rows.h"

namespace wenlan::hub::desk {

namespace {

constexpr int name_max = 40;
constexpr int minutes_of_day = 24 * 60;
constexpr std::size_t closure_days_max = 200;

void read_week(const Fields& fields, std::string_view name, domain::OpeningHours (&week)[7]) {
    const Json* const json = fields.member(name);
    if (json == nullptr) return;
    if (!json->is_array() || json->size() != 7) return fields.wrong(name);
    for (std::size_t day = 0; day < 7; ++day) {
        const Json& one = (*json)[day];
        const bool pair = one.is_array() && one.size() == 2 && one[0].is_number_integer() &&
                          one[1].is_number_integer();
        const auto opens = pair ? one[0].get<std::int64_t>() : -1;
        const auto closes = pair ? one[1].get<std::int64_t>() : -1;
        if (opens < 0 || closes < opens || closes > minutes_of_day) {
            return fields.fault(std::string(name) + "." + std::to_string(day), "field.bad-hours",
                                {"关门不能早于开门。", "It closes before it opens."});
        }
        week[day] = {static_cast<int>(opens), static_cast<int>(closes)};
    }
}

void read_closures(const Fields& fields, std::vector<base::CivilDate>& days) {
    const Json* const json = fields.member("closure_days");
    if (json == nullptr) return;
    if (!json->is_array() || json->size() > closure_days_max) return fields.wrong("closure_days");
    std::vector<base::CivilDate> read;
    for (const Json& one : *json) {
        const auto day = one.is_string() ? store::parse_date(one.get<std::string>()) : std::nullopt;
        if (!day || !day->valid()) return fields.wrong("closure_days");
        read.push_back(*day);
    }
    std::sort(read.begin(), read.end());
    read.erase(std::unique(read.begin(), read.end()), read.end());
    days = std::move(read);
}

void read_numbers(const Fields& fields, domain::Centre& centre) {
    if (const Json* const place = fields.member("place")) {
        const bool pair = place->is_array() && place->size() == 2;
        const Json named = {{"latitude", pair ? (*place)[0] : Json()},
                            {"longitude", pair ? (*place)[1] : Json()}};
        Faults faults;
        const Fields inner(named, "place", faults);
        inner.degrees("latitude", centre.latitude_deg, 90);
        inner.degrees("longitude", centre.longitude_deg, 180);
        if (!faults.empty()) fields.wrong("place");
    }
    const Json* const year = fields.member("volunteer_year");
    if (year == nullptr) return;
    const bool three = year->is_array() && year->size() == 3;
    const Json named = {{"hours", three ? (*year)[0] : Json()},
                        {"people", three ? (*year)[1] : Json()},
                        {"groups", three ? (*year)[2] : Json()}};
    Faults faults;
    const Fields inner(named, "volunteer_year", faults);
    inner.number("hours", centre.volunteer_year.hours, 0, store::count_max);
    inner.number("people", centre.volunteer_year.volunteers, 0, store::count_max);
    inner.number("groups", centre.volunteer_year.village_groups, 0, store::count_max);
    if (!faults.empty()) fields.wrong("volunteer_year");
}

void read_centre(const Fields& fields, domain::Centre& centre) {
    fields.text("name", centre.name, name_max);
    fields.text("zone", centre.zone, name_max);
    fields.text("public_url", centre.public_url, short_text_max);
    fields.text("phone", centre.phone, name_max);
    fields.text("address", centre.address, short_text_max);
    fields.text("closing_note", centre.closing_note, short_text_max);
    fields.text("duty_name", centre.duty.name, name_max);
    fields.text("duty_place", centre.duty.place, name_max);
    read_week(fields, "hours", centre.hours);
    read_week(fields, "duty_hours", centre.duty.hours);
    read_closures(fields, centre.closure_days);
    read_numbers(fields, centre);
    if (centre.name.zh.empty()) {
        fields.fault("name.zh", "text.no-title", {"请写名称。", "The centre has no name."});
    }
    if (!base::Zone::named(centre.zone)) fields.wrong("zone");
    const std::string& url = centre.public_url;
    const bool web = url.starts_with("https://") || url.starts_with("http://");
    if (!url.empty() && (!web || url.ends_with('/'))) fields.wrong("public_url");
}

base::Result<Reply> show_centre(Desk& desk, const Asked&) {
    auto database = TRY(desk.database());
    return json(store::json_text(TRY(store::HubProgramme(*database).centre())));
}

base::Result<Reply> change_centre(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    auto database = TRY(desk.database());
    store::HubProgramme programme(*database);
    domain::Centre centre = TRY(programme.centre());
    Faults faults;
    read_centre(Fields(body, "", faults), centre);
    if (!faults.empty()) return refused(faults);
    TRY(programme.put_centre(asked.log(), centre));
    return json(store::json_text(centre));
}

Json json_of(const domain::Venue& venue) {
    Json json = Json::parse(store::json_text(venue));
    json["id"] = venue.id.value;
    return json;
}

base::Result<Reply> list_venues(Desk& desk, const Asked&) {
    auto database = TRY(desk.database());
    Json venues = Json::array();
    for (const domain::Venue& venue : TRY(store::HubProgramme(*database).venues())) {
        venues.push_back(json_of(venue));
    }
    return json(dumped({{"venues", venues}}));
}

base::Result<Reply> put_venue(store::HubProgramme& programme, const Asked& asked,
                              domain::Venue venue, int status) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    fields.text("name", venue.name, name_max);
    fields.text("short_name", venue.short_name, name_max);
    fields.text("floor", venue.floor, name_max);
    fields.text("directions", venue.directions, short_text_max);
    fields.number("storey", venue.storey, 0, store::storey_max);
    if (venue.name.zh.empty()) {
        fields.fault("name.zh", "text.no-title", {"请写名称。", "The venue has no name."});
    }
    if (!faults.empty()) return refused(faults);
    if (venue.short_name.empty()) venue.short_name = venue.name;
    venue.id = TRY(programme.put_venue(asked.log(), venue));
    return json(dumped(json_of(venue)), status);
}

base::Result<Reply> add_venue(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    store::HubProgramme programme(*database);
    domain::Venue venue;
    venue.key = new_key(desk.random());
    return put_venue(programme, asked, std::move(venue), 201);
}

base::Result<Reply> change_venue(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    store::HubProgramme programme(*database);
    for (const domain::Venue& venue : TRY(programme.venues())) {
        if (venue.id.value == asked.id("venue")) return put_venue(programme, asked, venue, 200);
    }
    return base::Error{"desk.none", "There is nothing here."};
}

base::Result<Reply> list_tags(Desk& desk, const Asked&) {
    auto database = TRY(desk.database());
    Json tags = Json::array();
    for (const domain::Tag& tag : TRY(store::HubProgramme(*database).tags())) {
        tags.push_back(Json::parse(store::json_text(tag)));
    }
    return json(dumped({{"tags", tags}}));
}

base::Result<Reply> put_tag(store::HubProgramme& programme, const Asked& asked, domain::Tag tag,
                            int status) {
    constexpr int tag_name_max = 12;
    constexpr int filter_order_max = 1000;
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    fields.text("name", tag.name, tag_name_max * 2);
    fields.word("section", tag.section);
    fields.number("filter_order", tag.filter_order, 0, filter_order_max);
    if (tag.name.zh.empty()) {
        fields.fault("name.zh", "text.no-title", {"请写名称。", "The tag has no name."});
    }
    if (!faults.empty()) return refused(faults);
    store::Programme change;
    change.tags.push_back(tag);
    TRY(programme.put(asked.log(), change));
    return json(store::json_text(tag), status);
}

base::Result<Reply> add_tag(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    store::HubProgramme programme(*database);
    domain::Tag tag;
    tag.key = new_key(desk.random());
    return put_tag(programme, asked, std::move(tag), 201);
}

base::Result<Reply> change_tag(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    store::HubProgramme programme(*database);
    for (const domain::Tag& tag : TRY(programme.tags())) {
        if (tag.key == asked.parameter("tag")) return put_tag(programme, asked, tag, 200);
    }
    return base::Error{"desk.none", "There is nothing here."};
}

}  // namespace

std::span<const DeskRoute> surroundings_routes() {
    static constexpr std::array<DeskRoute, 8> table{{
        {"GET", "/centre", Role::desk, show_centre},
        {"PUT", "/centre", Role::editor, change_centre},
        {"GET", "/venues", Role::desk, list_venues},
        {"POST", "/venues", Role::editor, add_venue},
        {"PUT", "/venues/:venue", Role::editor, change_venue},
        {"GET", "/tags", Role::desk, list_tags},
        {"POST", "/tags", Role::editor, add_tag},
        {"PUT", "/tags/:tag", Role::editor, change_tag},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
