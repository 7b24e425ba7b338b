// SPDX-License-Identifier: GPL-3.0-or-later
// Draft, review, publish, withdraw; a listing as it was last year.
#include <array>
#include <nlohmann/json.hpp>

#include "hub/api/published.h"
#include "hub/desk/desk.h"
#include "hub/desk/handlers.h"
#include "hub/desk/limits.h"
#include "hub/desk/listings.h"
#include "hub/programme/edit_series.h"
#include "hub/programme/office.h"
#include "hub/programme/publish_programme.h"
#include "store/hub/desk_marks.h"
#include "store/hub/hub_dates.h"
#include "store/hub/hub_programme.h"
#include "store/hub/listing_search.h"

namespace wenlan::hub::desk {

namespace {

using store::ListingState;

constexpr int weeks_max = 520;

// What is wanted of a listing's state.
struct Wanted {
    std::string state;
    std::optional<base::Instant> publish_at;
    std::string note;
    std::int64_t revision = 0;
};

Wanted wanted_in(const Json& body, base::Instant now, Faults& faults) {
    Wanted wanted;
    wanted.revision = revision_in(body, faults);
    const Fields fields(body, "", faults);
    wanted.state = fields.string("state").value_or("");
    fields.instant("publish_at", wanted.publish_at);
    fields.text("note", wanted.note, short_text_max);
    const bool known = wanted.state == "draft" || wanted.state == "review" ||
                       wanted.state == "published" || wanted.state == "withdrawn";
    if (!known) fields.wrong("state");
    if (wanted.publish_at && *wanted.publish_at <= now) wanted.publish_at.reset();
    if (wanted.publish_at && wanted.state != "published") fields.wrong("publish_at");
    return wanted;
}

bool is_shown(const store::HubListing& entry, base::Instant now) {
    return entry.state == ListingState::published &&
           (!entry.publish_at || *entry.publish_at <= now);
}

// True: it is to go to the screens, or from them, now.
base::Result<bool> set(store::HubDatabase& database, const Asked& asked,
                       const store::HubListing& entry, const Wanted& wanted) {
    auto transaction = TRY(database.begin());
    store::HubProgramme programme(database);
    store::DeskMarks marks(database);
    const domain::ListingId id = entry.listing.id;
    const bool was_shown = is_shown(entry, asked.now);
    bool at_once = was_shown;
    TRY(marks.end_review(id));
    if (wanted.state == "published") {
        TRY(programme.set_state(asked.log(), id, ListingState::published, wanted.publish_at));
        at_once = !wanted.publish_at;
    } else if (wanted.state == "withdrawn") {
        TRY(programme.set_state(asked.log(), id, ListingState::withdrawn));
    } else {
        TRY(programme.set_state(asked.log(), id, ListingState::draft));
        if (wanted.state == "review") TRY(marks.ask_review(asked.log(), id, wanted.note));
    }
    if (at_once) TRY(marks.ask_publish(id));
    TRY(transaction.commit());
    return at_once;
}

base::Result<Reply> set_state(Desk& desk, const Asked& asked) {
    const domain::ListingId id{asked.id("listing")};
    if (const auto other = other_editor(desk, asked, id)) return being_edited(*other);
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Wanted wanted = wanted_in(body, asked.now, faults);
    if (!faults.empty()) return refused(faults);
    bool at_once = false;
    {
        auto database = TRY(desk.database());
        const store::HubListing entry = TRY(store::HubProgramme(*database).listing(id));
        if (entry.revision != wanted.revision) {
            return base::Error{"programme.changed-meanwhile",
                               "Somebody else has changed this listing meanwhile."};
        }
        if (wanted.publish_at && is_shown(entry, asked.now)) {
            const Fields fields(body, "", faults);
            fields.fault("publish_at", "field.already-shown",
                         {"它已经在屏上了，改动只能现在发布。",
                          "It is on the screens already: changes of it are published now."});
            return refused(faults);
        }
        at_once = TRY(set(*database, asked, entry, wanted));
    }
    Json page = {{"id", id.value}, {"state", wanted.state}};
    if (at_once) page["version"] = TRY(publish_asked(desk, asked.now));
    auto database = TRY(desk.database());
    page["revision"] = TRY(store::HubProgramme(*database).listing(id)).revision;
    return json(dumped(page));
}

base::Duration weeks_of(int weeks) { return std::chrono::hours{24 * 7} * weeks; }

void shift(std::optional<base::Instant>& instant, base::Duration by) {
    if (instant) *instant += by;
}

// "UNTIL=20261231T000000Z" of a rule, so many days later.
std::string later(std::string rule, int days) {
    const std::size_t at = rule.find("UNTIL=");
    if (at == std::string::npos || rule.size() < at + 14) return rule;
    const auto digits = [&rule](std::size_t from, std::size_t count) {
        int number = 0;
        for (std::size_t i = from; i < from + count; ++i) number = number * 10 + (rule[i] - '0');
        return number;
    };
    const base::CivilDate date{digits(at + 6, 4), digits(at + 10, 2), digits(at + 12, 2)};
    if (!date.valid()) return rule;
    const base::CivilDate moved = date.plus_days(days);
    const std::string text = std::to_string(moved.year * 10000 + moved.month * 100 + moved.day);
    return rule.replace(at + 6, 8, text);
}

base::Result<void> copy_dates(Desk& desk, store::HubDatabase& database, const Asked& asked,
                              domain::ListingId from, domain::ListingId to, int weeks) {
    store::HubDates dates(database);
    for (const store::DatedOccasion& date : TRY(dates.of_listing(from))) {
        if (date.series) continue;
        domain::Occasion occasion = date.entry.occasion;
        occasion.id = {};
        occasion.listing = to;
        occasion.start += weeks_of(weeks);
        occasion.end += weeks_of(weeks);
        shift(occasion.signup_opens, weeks_of(weeks));
        shift(occasion.signup_closes, weeks_of(weeks));
        occasion.state = domain::OccasionState::scheduled;
        occasion.reason = {};
        if (occasion.end > asked.now) TRY(dates.put_date(asked.log(), occasion));
    }
    const domain::Centre centre = TRY(store::HubProgramme(database).centre());
    const SeriesFrame frame{TRY(base::Zone::named(centre.zone)), asked.now, &desk.clock()};
    for (const store::LaidOutSeries& laid : TRY(dates.series_of(from))) {
        domain::Series series = laid.series;
        series.id = {};
        series.listing = to;
        series.first.date = series.first.date.plus_days(weeks * 7);
        if (series.ends_before) {
            series.ends_before->date = series.ends_before->date.plus_days(weeks * 7);
        }
        series.rule = later(series.rule, weeks * 7);
        series.extra.clear();
        series.excluded.clear();
        series.changes.clear();
        TRY(put_series(dates, asked.log(), series, frame));
    }
    return {};
}

base::Result<Reply> duplicate(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    int weeks = 52;
    bool with_dates = true;
    fields.number("weeks", weeks, 0, weeks_max);
    fields.flag("dates", with_dates);
    if (!faults.empty()) return refused(faults);
    auto database = TRY(desk.database());
    auto transaction = TRY(database->begin());
    store::HubProgramme programme(*database);
    const domain::ListingId from{asked.id("listing")};
    store::HubListing copy;
    copy.listing = TRY(programme.listing(from)).listing;
    copy.listing.id = {};
    copy.listing.key = new_key(desk.random());
    copy.listing.answered = 0;
    shift(copy.listing.shown_from, weeks_of(weeks));
    shift(copy.listing.shown_until, weeks_of(weeks));
    shift(copy.listing.deadline, weeks_of(weeks));
    if (auto& challenge = copy.listing.challenge) {
        challenge->first_day = challenge->first_day.plus_days(weeks * 7);
        challenge->last_day = challenge->last_day.plus_days(weeks * 7);
        challenge->readers = 0;
    }
    const domain::ListingId id = TRY(programme.put_listing(asked.log(), copy));
    if (with_dates) TRY(copy_dates(desk, *database, asked, from, id, weeks));
    TRY(transaction.commit());
    return saved(*database, id, 201);
}

base::Result<Reply> publication(Desk& desk, const Asked&) {
    auto database = TRY(desk.database());
    const auto manifest = published_manifest(desk.parts().disk, SiteFolder(desk.parts().folder));
    Json page = {{"version", manifest ? manifest->edition.version : 0},
                 {"issued", manifest ? Json(base::to_iso8601(manifest->issued)) : Json()},
                 {"pending", TRY(store::count_pending(*database))},
                 {"surroundings_pending", TRY(store::surroundings_pending(*database))}};
    return json(dumped(page));
}

base::Result<Reply> publish_all(Desk& desk, const Asked& asked) {
    const auto lock = TRY(desk.parts().lock_folder());
    auto office = TRY(ProgrammeOffice::open(desk.parts().disk, desk.parts().folder, asked.now));
    const auto published = TRY(publish_programme(desk.site_office(), office, asked.now));
    return json(dumped({{"version", published.edition.version}}));
}

}  // namespace

base::Result<std::int64_t> publish_asked(Desk& desk, base::Instant now) {
    const auto lock = TRY(desk.parts().lock_folder());
    auto office = TRY(ProgrammeOffice::open(desk.parts().disk, desk.parts().folder, now));
    return TRY(publish_at_once(desk.site_office(), office, now)).edition.version;
}

std::span<const DeskRoute> publishing_routes() {
    static constexpr std::array<DeskRoute, 4> table{{
        {"PUT", "/listings/:listing/state", Role::editor, set_state},
        {"POST", "/listings/:listing/duplicate", Role::editor, duplicate},
        {"GET", "/publication", Role::desk, publication},
        {"POST", "/publication", Role::editor, publish_all},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
