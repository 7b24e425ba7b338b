// SPDX-License-Identifier: GPL-3.0-or-later
// The dates of listings, one by one and in series.
#include "hub/desk/dates.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "hub/desk/desk.h"
#include "hub/desk/handlers.h"
#include "hub/desk/listings.h"
#include "hub/programme/edit_series.h"
#include "store/hub/hub_dates.h"
#include "store/hub/hub_programme.h"
#include "store/hub/listing_json.h"
#include "store/hub/sign_up_store.h"

namespace wenlan::hub::desk {

namespace {

// The object of that name in a body.
std::optional<Json> part_of(const Json& body, std::string_view name, Faults& faults) {
    const Fields fields(body, "", faults);
    if (fields.inner(name)) return *fields.member(name);
    if (faults.empty()) fields.wrong(name);
    return std::nullopt;
}

base::Result<SeriesFrame> frame_of(Desk& desk, store::HubDatabase& database, base::Instant now) {
    const domain::Centre centre = TRY(store::HubProgramme(database).centre());
    return SeriesFrame{TRY(base::Zone::named(centre.zone)), now, &desk.clock()};
}

base::Result<Reply> with_revision(store::HubDatabase& database, domain::ListingId listing,
                                  std::int64_t id, int status = 200) {
    const store::HubListing entry = TRY(store::HubProgramme(database).listing(listing));
    Json page = {{"revision", entry.revision}};
    if (id != 0) page["id"] = id;
    return json(dumped(page), status);
}

base::Result<Reply> put_date(Desk& desk, const Asked& asked, store::HubDatabase& database,
                             domain::Occasion occasion) {
    if (const auto other = other_editor(desk, asked, occasion.listing)) return being_edited(*other);
    const Json body = TRY(object_in(asked));
    Faults faults;
    const auto part = part_of(body, "date", faults);
    if (!part) return refused(faults);
    const Fields fields(*part, "", faults);
    read_date(fields, occasion);
    if (faults.empty()) check_date(fields, occasion);
    if (!faults.empty()) return refused(faults);
    const int status = occasion.id ? 200 : 201;
    const auto id = TRY(store::HubDates(database).put_date(asked.log(), occasion));
    return with_revision(database, occasion.listing, id.value, status);
}

base::Result<Reply> add_date(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    domain::Occasion occasion;
    occasion.listing = {asked.id("listing")};
    TRY(store::HubProgramme(*database).listing(occasion.listing));
    return put_date(desk, asked, *database, occasion);
}

base::Result<Reply> change_date(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    const auto date = TRY(store::HubDates(*database).date({asked.id("date")}));
    return put_date(desk, asked, *database, date.entry.occasion);
}

base::Result<Reply> remove_date(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    store::HubDates dates(*database);
    const auto date = TRY(dates.date({asked.id("date")}));
    const domain::ListingId listing = date.entry.occasion.listing;
    if (const auto other = other_editor(desk, asked, listing)) return being_edited(*other);
    TRY(dates.remove_date(asked.log(), date.entry.occasion.id));
    return with_revision(*database, listing, 0);
}

Json before_after(const domain::SeatBook& before, const domain::SeatBook& after,
                  domain::Channel channel) {
    return {{"before", domain::free_seats(before, channel)},
            {"after", domain::free_seats(after, channel)}};
}

base::Result<Reply> effects(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    const auto date = TRY(store::HubDates(*database).date({asked.id("date")}));
    const domain::Occasion& now = date.entry.occasion;
    const Json body = TRY(object_in(asked));
    Faults faults;
    const auto part = part_of(body, "date", faults);
    domain::Occasion wanted = now;
    if (part) read_date(Fields(*part, "", faults), wanted);
    if (!faults.empty()) return refused(faults);
    const auto book = TRY(store::SignUpStore(*database).occasion(now.id));
    domain::SeatBook before{now.capacity, date.entry.taken.value_or(0), 0, 0, now.walk_in_places};
    if (book) before = book->seats;
    domain::SeatBook after = before;
    after.capacity = wanted.capacity;
    // What has been used of the places that were kept stays used.
    const int used = std::max(0, now.walk_in_places - before.walk_in_reserve);
    after.walk_in_reserve = std::max(0, wanted.walk_in_places - used);
    const int taken = after.confirmed + after.outstanding_rights + after.held;
    const int over = wanted.capacity > 0 ? std::max(0, taken - wanted.capacity) : 0;
    return json(dumped({{"free",
                         {{"screen", before_after(before, after, domain::Channel::screen)},
                          {"phone", before_after(before, after, domain::Channel::phone)}}},
                        {"signed_up", before.confirmed},
                        {"waiting", book ? book->waiting : 0},
                        {"over", over}}));
}

base::Result<Reply> put_series_in(Desk& desk, const Asked& asked, store::HubDatabase& database,
                                  domain::Series series) {
    if (const auto other = other_editor(desk, asked, series.listing)) return being_edited(*other);
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields whole(body, "", faults);
    const auto part = part_of(body, "series", faults);
    if (part) read_series(Fields(*part, "", faults), series);
    std::optional<base::CivilTime> from;
    whole.wall("from", from);
    if (!faults.empty()) return refused(faults);
    // What goes on begins there.
    if (from && series.first < *from) series.first = *from;
    const SeriesFrame frame = TRY(frame_of(desk, database, asked.now));
    store::HubDates dates(database);
    const int status = series.id ? 200 : 201;
    const auto id = from && series.id ? change_series_from(dates, asked.log(), series, *from, frame)
                                      : put_series(dates, asked.log(), series, frame);
    if (!id && id.error().code.starts_with("ics.")) return refused(id.error(), "rule");
    return with_revision(database, series.listing, TRY(id).value, status);
}

base::Result<Reply> add_series(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    domain::Series series;
    series.listing = {asked.id("listing")};
    TRY(store::HubProgramme(*database).listing(series.listing));
    return put_series_in(desk, asked, *database, series);
}

base::Result<Reply> change_series(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    const auto laid = TRY(store::HubDates(*database).series({asked.id("series")}));
    return put_series_in(desk, asked, *database, laid.series);
}

base::Result<Reply> end_series(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    store::HubDates dates(*database);
    const auto laid = TRY(dates.series({asked.id("series")}));
    const domain::ListingId listing = laid.series.listing;
    if (const auto other = other_editor(desk, asked, listing)) return being_edited(*other);
    const SeriesFrame frame = TRY(frame_of(desk, *database, asked.now));
    base::CivilTime from = frame.zone.local(frame.now);
    if (!asked.query("from").empty()) {
        const auto wall = store::parse_wall(asked.query("from"));
        if (!wall) return base::Error{"field.wrong", "This is not what belongs here."};
        from = *wall;
    }
    TRY(dates.end_series(asked.log(), laid.series.id, from));
    return with_revision(*database, listing, 0);
}

base::Result<Reply> lay_out(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    const auto part = part_of(body, "series", faults);
    domain::Series series;
    series.venue = {1};
    if (part) read_series(Fields(*part, "", faults), series);
    if (!faults.empty()) return refused(faults);
    auto database = TRY(desk.database());
    const SeriesFrame frame = TRY(frame_of(desk, *database, asked.now));
    const auto laid = dates_from_today(series, frame);
    if (!laid) return refused(laid.error(), "rule");
    Json dates = Json::array();
    for (const domain::SeriesDate& date : laid.value().dates) {
        dates.push_back({{"wall", store::wall_text(date.wall)},
                         {"start", base::to_iso8601(date.occasion.start)},
                         {"end", base::to_iso8601(date.occasion.end)}});
    }
    return json(dumped({{"dates", dates}}));
}

}  // namespace

std::span<const DeskRoute> date_routes() {
    static constexpr std::array<DeskRoute, 8> table{{
        {"POST", "/listings/:listing/dates", Role::editor, add_date},
        {"PUT", "/dates/:date", Role::editor, change_date},
        {"DELETE", "/dates/:date", Role::editor, remove_date},
        {"POST", "/dates/:date/effects", Role::editor, effects},
        {"POST", "/listings/:listing/series", Role::editor, add_series},
        {"PUT", "/series/:series", Role::editor, change_series},
        {"DELETE", "/series/:series", Role::editor, end_series},
        {"POST", "/series-dates", Role::editor, lay_out},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
