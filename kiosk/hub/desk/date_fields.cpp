// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "hub/desk/dates.h"
#include "hub/desk/limits.h"
#include "store/bounds.h"
#include "store/hub/hub_dates.h"
#include "store/hub/listing_json.h"
#include "store/hub/sign_up_store.h"

namespace wenlan::hub::desk {

namespace {

constexpr int rule_max = 500;
constexpr int length_min_max = 366 * 24 * 60;
constexpr int before_min_max = 366 * 24 * 60;

}  // namespace

void read_date(const Fields& fields, domain::Occasion& occasion) {
    fields.instant("start", occasion.start);
    fields.instant("end", occasion.end);
    fields.id("venue", occasion.venue.value);
    fields.number("capacity", occasion.capacity, 0, store::seats_max);
    fields.number("walk_in_places", occasion.walk_in_places, 0, store::seats_max);
    fields.instant("signup_opens", occasion.signup_opens);
    fields.instant("signup_closes", occasion.signup_closes);
    fields.word("state", occasion.state);
    fields.text("reason", occasion.reason, reason_max);
}

void check_date(const Fields& fields, const domain::Occasion& occasion) {
    if (occasion.end <= occasion.start) {
        fields.fault("end", "field.ends-before",
                     {"结束不能早于开始。", "A date ends before it begins."});
    }
    if (!occasion.venue) {
        fields.fault("venue", "field.no-venue", {"请选地点。", "There is no such venue."});
    }
    if (occasion.walk_in_places > occasion.capacity && occasion.capacity > 0) {
        fields.fault("walk_in_places", "field.more-than-capacity",
                     {"留给现场的比座位总数还多。", "More places are kept than there are."},
                     occasion.capacity);
    }
    const bool scheduled = occasion.state == domain::OccasionState::scheduled;
    if (!scheduled && occasion.reason.zh.empty()) {
        fields.fault("reason.zh", "field.no-reason",
                     {"请写原因，居民会看到。", "Say why: residents see it."});
    }
    if (occasion.signup_opens && occasion.signup_closes &&
        *occasion.signup_closes <= *occasion.signup_opens) {
        fields.fault("signup_closes", "field.ends-before",
                     {"结束不能早于开始。", "Sign-up closes before it opens."});
    }
}

void read_series(const Fields& fields, domain::Series& series) {
    fields.wall("first", series.first);
    fields.number("length_min", series.length_min, 1, length_min_max);
    fields.text("rule", series.rule, rule_max);
    fields.id("venue", series.venue.value);
    fields.number("capacity", series.capacity, 0, store::seats_max);
    fields.number("walk_in_places", series.walk_in_places, 0, store::seats_max);
    fields.number("signup_opens_before_min", series.signup_opens_before_min, 0, before_min_max);
    fields.number("signup_closes_before_min", series.signup_closes_before_min, 0, before_min_max);
    fields.walls("extra", series.extra);
    fields.walls("excluded", series.excluded);
    fields.wall("ends_before", series.ends_before);
    if (!series.venue) {
        fields.fault("venue", "field.no-venue", {"请选地点。", "There is no such venue."});
    }
    if (series.walk_in_places > series.capacity && series.capacity > 0) {
        fields.fault("walk_in_places", "field.more-than-capacity",
                     {"留给现场的比座位总数还多。", "More places are kept than there are."},
                     series.capacity);
    }
}

Json json_of(const domain::Series& series) {
    Json json = Json::parse(store::json_text(series));
    json["id"] = series.id.value;
    json.erase("series");
    return json;
}

base::Result<void> add_dates(store::HubDatabase& database, domain::ListingId id, Json& page) {
    store::HubDates dates(database);
    store::SignUpStore sign_ups(database);
    page["dates"] = Json::array();
    for (const store::DatedOccasion& date : TRY(dates.of_listing(id))) {
        const domain::Occasion& occasion = date.entry.occasion;
        Json json = Json::parse(store::json_text(occasion));
        json.erase("occasion");
        json["id"] = occasion.id.value;
        json["series"] = date.series ? Json(date.series->value) : Json();
        const auto book = TRY(sign_ups.occasion(occasion.id));
        json["taken"] = book ? book->seats.confirmed : date.entry.taken.value_or(0);
        json["waiting"] = book ? book->waiting : 0;
        page["dates"].push_back(std::move(json));
    }
    page["series"] = Json::array();
    for (const store::LaidOutSeries& laid : TRY(dates.series_of(id))) {
        page["series"].push_back(json_of(laid.series));
    }
    return {};
}

}  // namespace wenlan::hub::desk
