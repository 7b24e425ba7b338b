// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview_request.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/preview_listing.h"
#include "store/names.h"

namespace wenlan::app {
namespace {

using Json = nlohmann::json;

constexpr int width_px_min = 320;
constexpr int width_px_max = 1080;

base::Error bad(const std::string& detail) {
    return {"preview.bad-request", "The preview was asked for something that it does not know.",
            detail};
}

ui::ScreenName page_named(const std::string& name) {
    if (name == "home") return ui::ScreenName::home;
    if (name == "events") return ui::ScreenName::events;
    if (name == "attract") return ui::ScreenName::attract;
    return ui::ScreenName::detail;
}

gfx::Size size_of(const Json& json) {
    const int width =
        std::clamp(preview::number(json, "width_px", width_px_max), width_px_min, width_px_max);
    const int height = width * 16 / 9;
    return preview::words(json, "orientation") == "landscape" ? gfx::Size{height, width}
                                                              : gfx::Size{width, height};
}

domain::Centre centre_of(const Json& json) {
    domain::Centre centre;
    centre.name = preview::text(json, "name");
    if (centre.name.empty()) centre.name = {"…", "…"};
    const std::string zone = preview::words(json, "zone");
    if (base::Zone::named(zone)) centre.zone = zone;
    centre.public_url = preview::words(json, "public_url");
    centre.phone = preview::words(json, "phone");
    const Json& week = preview::part(json, "hours");
    for (std::size_t day = 0; day < 7 && week.is_array() && day < week.size(); ++day) {
        if (!week[day].is_array() || week[day].size() != 2) continue;
        const int opens = preview::element(week[day], 0);
        const int closes = preview::element(week[day], 1);
        if (opens >= 0 && opens <= closes && closes <= 24 * 60) centre.hours[day] = {opens, closes};
    }
    return centre;
}

void take_surroundings(store::Programme& programme, const Json& json) {
    programme.centre = centre_of(preview::part(json, "centre"));
    for (const Json& entry : preview::list(json, "venues")) {
        domain::Venue venue;
        venue.id = domain::VenueId{preview::number(entry, "id")};
        venue.key = preview::words(entry, "key");
        venue.name = preview::text(entry, "name");
        venue.short_name = preview::text(entry, "short_name");
        venue.floor = preview::text(entry, "floor");
        venue.directions = preview::text(entry, "directions");
        venue.storey = std::max(0, preview::number(entry, "storey"));
        if (venue.id && !venue.key.empty()) programme.venues.push_back(std::move(venue));
    }
    for (const Json& entry : preview::list(json, "tags")) {
        domain::Tag tag;
        tag.key = preview::words(entry, "key");
        tag.name = preview::text(entry, "name");
        tag.section = preview::named(entry, "section", domain::Section::events);
        tag.filter_order = std::max(0, preview::number(entry, "filter_order"));
        if (!tag.key.empty()) programme.tags.push_back(std::move(tag));
    }
}

}  // namespace

base::Result<PreviewRequest> parse_preview_request(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return bad("not an object of JSON");
    if (!preview::part(json, "listing").is_object()) return bad("no listing");
    PreviewRequest request;
    request.page = page_named(preview::words(json, "page"));
    request.size = size_of(json);
    request.settings.language =
        preview::words(json, "language") == "en" ? base::Language::en : base::Language::zh;
    request.settings.large_text = preview::flag(json, "large_text");
    request.settings.high_contrast = preview::flag(json, "high_contrast");
    request.now = preview::instant(json, "now");
    take_surroundings(request.programme, json);
    request.draft_key = "the-draft";
    preview::add_listing(request.programme, preview::part(json, "listing"), request.draft_key);
    request.draft_kind = request.programme.listings.front().listing.kind;
    for (const Json& other : preview::list(json, "others")) {
        const std::string key = "other-" + std::to_string(request.programme.listings.size());
        if (other.is_object()) preview::add_listing(request.programme, other, key);
    }
    return request;
}

}  // namespace wenlan::app
