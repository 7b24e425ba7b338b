// SPDX-License-Identifier: GPL-3.0-or-later
// Finding, reading, adding and changing listings.
#include "hub/desk/listings.h"

#include <array>
#include <nlohmann/json.hpp>

#include "hub/desk/dates.h"
#include "hub/desk/desk.h"
#include "hub/desk/handlers.h"
#include "hub/desk/limits.h"
#include "hub/desk/listing_fields.h"
#include "store/bounds.h"
#include "store/hub/desk_marks.h"
#include "store/hub/hub_programme.h"
#include "store/hub/listing_search.h"
#include "store/rows.h"
#include "sync/crypto/hex.h"

namespace wenlan::hub::desk {

namespace {

constexpr int page_max = 200;
constexpr std::size_t words_bytes_max = 200;

std::string_view state_name(store::ListingState state, bool in_review) {
    if (in_review && state == store::ListingState::draft) return "review";
    return store::name_of(state);
}

Json json_of_hit(const store::ListingHit& hit, const std::optional<Editing>& editing) {
    Json next;
    if (hit.next) {
        next = {{"id", hit.next->id.value},
                {"start", base::to_iso8601(hit.next->start)},
                {"end", base::to_iso8601(hit.next->end)},
                {"venue", hit.next->venue.value},
                {"state", store::name_of(hit.next->state)},
                {"capacity", hit.next->capacity}};
    }
    Json changed;
    if (hit.changed) {
        changed = {{"who", hit.changed->who}, {"at", base::to_iso8601(hit.changed->at)}};
    }
    return {{"id", hit.line.id.value},
            {"kind", store::name_of(hit.line.kind)},
            {"section", store::name_of(hit.section)},
            {"title", json_of(hit.line.title)},
            {"subtitle", json_of(hit.subtitle)},
            {"poster",
             {{"name", hit.poster.name},
              {"focus_x", hit.poster.focus_x},
              {"focus_y", hit.poster.focus_y}}},
            {"state", state_name(hit.line.state, hit.in_review)},
            {"publish_at", json_of(hit.line.publish_at)},
            {"pending", hit.line.pending},
            {"origin", store::name_of(hit.origin)},
            {"feature", store::name_of(hit.feature)},
            {"next", next},
            {"coming", hit.coming},
            {"changed", changed},
            {"editing", editing ? Json(editing->who) : Json()}};
}

base::Result<store::ListingQuery> query_in(const Asked& asked, const base::Zone& zone) {
    store::ListingQuery query;
    query.now = asked.now;
    query.words = clean(asked.query("q").substr(0, words_bytes_max), Lines::one);
    query.kind = store::named<domain::Kind>(asked.query("kind"));
    query.section = store::named<domain::Section>(asked.query("section"));
    query.in_review = asked.query("state") == "review";
    query.state = store::named<store::ListingState>(asked.query("state"));
    query.tag = asked.query("tag");
    if (const auto from = store::parse_date(asked.query("from"))) {
        query.from = zone.instant({*from});
    }
    if (const auto until = store::parse_date(asked.query("until"))) {
        query.until = zone.instant({until->plus_days(1)});
    }
    query.pending = asked.query("pending") == "1";
    query.order = store::named<store::ListingOrder>(asked.query("order"))
                      .value_or(store::ListingOrder::changed);
    query.offset = asked.query_number("offset", 0, 0, 1'000'000);
    query.limit = asked.query_number("limit", 50, 1, page_max);
    return query;
}

base::Result<Reply> list(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    const domain::Centre centre = TRY(store::HubProgramme(*database).centre());
    const base::Zone zone = TRY(base::Zone::named(centre.zone));
    const store::ListingQuery query = TRY(query_in(asked, zone));
    const store::ListingHits found = TRY(store::search_listings(*database, query));
    Json listings = Json::array();
    for (const store::ListingHit& hit : found.hits) {
        listings.push_back(json_of_hit(hit, desk.editing().of(hit.line.id, desk.clock().uptime())));
    }
    const int pending = TRY(store::count_pending(*database));
    return json(dumped({{"total", found.total}, {"pending", pending}, {"listings", listings}}));
}

base::Result<Reply> read(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    const domain::ListingId id{asked.id("listing")};
    const store::HubListing entry = TRY(store::HubProgramme(*database).listing(id));
    const auto review = TRY(store::DeskMarks(*database).review(id));
    const auto editing = desk.editing().of(id, desk.clock().uptime());
    Json page = {{"id", id.value},
                 {"revision", entry.revision},
                 {"state", state_name(entry.state, review.has_value())},
                 {"publish_at", json_of(entry.publish_at)},
                 {"pending", entry.pending},
                 {"origin", store::name_of(entry.origin)},
                 {"review", nullptr},
                 {"editing", nullptr},
                 {"listing", json_of(entry.listing)}};
    if (review) {
        page["review"] = {{"who", review->by.who},
                          {"at", base::to_iso8601(review->by.at)},
                          {"note", review->note}};
    }
    if (editing) {
        page["editing"] = {{"who", editing->who},
                           {"mine", editing->session == asked.by.session},
                           {"since", base::to_iso8601(editing->since)}};
    }
    TRY(add_dates(*database, id, page));
    return json(dumped(page));
}

// The listing of the body; an error or faults where there is none.
base::Result<void> read_body(store::HubProgramme& programme, const Json& body,
                             domain::Listing& listing, Faults& faults) {
    const Fields fields(body, "", faults);
    const auto inner = fields.inner("listing");
    if (!inner) {
        if (faults.empty()) fields.wrong("listing");
        return {};
    }
    // The fields of a listing are named from it on.
    const Fields named(*fields.member("listing"), "", faults);
    read_listing(named, TRY(programme.tags()), listing, faults);
    if (faults.empty()) check_listing(listing, faults);
    return {};
}

base::Result<Reply> add(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    auto database = TRY(desk.database());
    store::HubProgramme programme(*database);
    store::HubListing entry;
    entry.listing.key = new_key(desk.random());
    Faults faults;
    TRY(read_body(programme, body, entry.listing, faults));
    if (!faults.empty()) return refused(faults);
    const domain::ListingId id = TRY(programme.put_listing(asked.log(), entry));
    return saved(*database, id, 201);
}

base::Result<Reply> change(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    const domain::ListingId id{asked.id("listing")};
    if (const auto other = other_editor(desk, asked, id)) return being_edited(*other);
    auto database = TRY(desk.database());
    store::HubProgramme programme(*database);
    store::HubListing entry = TRY(programme.listing(id));
    Faults faults;
    entry.revision = revision_in(body, faults);
    TRY(read_body(programme, body, entry.listing, faults));
    if (!faults.empty()) return refused(faults);
    TRY(programme.put_listing(asked.log(), entry));
    return saved(*database, id);
}

base::Result<Reply> limits(Desk&, const Asked&) {
    Json texts = Json::object();
    for (const TextLimit& limit : text_limits) {
        texts[std::string(limit.name)] = {{"most", limit.most},
                                          {"fits_zh", limit.fits_zh},
                                          {"fits_en", limit.fits_en},
                                          {"lines", limit.lines == Lines::many ? "many" : "one"}};
    }
    return json(dumped({{"texts", texts},
                        {"reason_most", reason_max},
                        {"prompt_most", prompt_max},
                        {"option_most", option_max},
                        {"questions_most", questions_max},
                        {"options_most", options_max},
                        {"items_most", items_max},
                        {"tags_most", tags_max},
                        {"capacity_most", store::seats_max},
                        {"number_most", answer_most}}));
}

base::Result<Reply> beat(Desk& desk, const Asked& asked) {
    const domain::ListingId id{asked.id("listing")};
    {
        auto database = TRY(desk.database());
        TRY(store::HubProgramme(*database).listing(id));
    }
    const Editing held = desk.editing().beat(
        id, {asked.by.session, asked.by.account.name, asked.now}, desk.clock().uptime());
    return json(dumped({{"mine", held.session == asked.by.session},
                        {"who", held.who},
                        {"since", base::to_iso8601(held.since)},
                        {"beat_s", editing_beat.count()}}));
}

base::Result<Reply> leave(Desk& desk, const Asked& asked) {
    desk.editing().leave({asked.id("listing")}, asked.by.session);
    return nothing();
}

}  // namespace

base::Result<Reply> saved(store::HubDatabase& database, domain::ListingId id, int status) {
    const store::HubListing entry = TRY(store::HubProgramme(database).listing(id));
    return json(dumped({{"id", id.value}, {"revision", entry.revision}}), status);
}

std::optional<std::string> other_editor(Desk& desk, const Asked& asked, domain::ListingId id) {
    const auto other = desk.editing().other(id, asked.by.session, desk.clock().uptime());
    return other ? std::optional(other->who) : std::nullopt;
}

std::int64_t revision_in(const Json& body, Faults& faults) {
    const Fields fields(body, "", faults);
    std::int64_t revision = 0;
    fields.id("revision", revision);
    if (revision <= 0 && faults.empty()) fields.wrong("revision");
    return revision;
}

std::string new_key(base::Random& random) {
    std::array<std::uint8_t, 8> bytes{};
    random.fill(bytes);
    return "desk:" + sync::to_hex(bytes);
}

std::span<const DeskRoute> listing_routes() {
    static constexpr std::array<DeskRoute, 7> table{{
        {"GET", "/listings", Role::desk, list},
        {"POST", "/listings", Role::editor, add},
        {"GET", "/listings/:listing", Role::desk, read},
        {"PUT", "/listings/:listing", Role::editor, change},
        {"PUT", "/listings/:listing/editing", Role::editor, beat},
        {"DELETE", "/listings/:listing/editing", Role::editor, leave},
        {"GET", "/limits", Role::desk, limits},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
