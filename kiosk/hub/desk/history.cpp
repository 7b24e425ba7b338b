// SPDX-License-Identifier: GPL-3.0-or-later
// What was changed, by whom, and taking it back.
#include <array>
#include <nlohmann/json.hpp>

#include "hub/desk/dates.h"
#include "hub/desk/desk.h"
#include "hub/desk/handlers.h"
#include "hub/desk/listing_fields.h"
#include "hub/desk/listings.h"
#include "store/hub/audit.h"
#include "store/hub/desk_marks.h"
#include "store/hub/hub_dates.h"
#include "store/hub/hub_programme.h"
#include "store/hub/listing_json.h"
#include "store/hub/listing_table.h"

namespace wenlan::hub::desk {

namespace {

constexpr int entries_max = 200;
constexpr std::array<std::string_view, 5> undone{"listing.changed", "listing.state", "date.added",
                                                 "date.changed", "date.removed"};

bool can_undo(std::string_view kind) {
    return std::find(undone.begin(), undone.end(), kind) != undone.end();
}

// JSON as such, a short text as a text, nothing as null.
Json said(const std::string& text) {
    if (text.empty()) return nullptr;
    Json json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? Json(text) : json;
}

Json json_of(const store::AuditEntry& entry) {
    return {{"number", entry.number},     {"at", base::to_iso8601(entry.by.at)},
            {"who", entry.by.who},        {"kind", entry.kind},
            {"subject", entry.subject},   {"before", said(entry.before)},
            {"after", said(entry.after)}, {"can_undo", can_undo(entry.kind)}};
}

std::int64_t before_of(const Asked& asked) {
    const int before = asked.query_number("before", 0, 0, INT32_MAX);
    return before > 0 ? before : INT64_MAX;
}

Reply entries(const std::vector<store::AuditEntry>& found) {
    Json json = Json::array();
    for (const store::AuditEntry& entry : found) json.push_back(json_of(entry));
    return desk::json(dumped({{"entries", json}}));
}

base::Result<Reply> history(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    const domain::ListingId id{asked.id("listing")};
    TRY(store::HubProgramme(*database).listing(id));
    const int limit = asked.query_number("limit", 50, 1, entries_max);
    return entries(
        TRY(store::Audit(*database).of_subject(store::subject_of(id), limit, before_of(asked))));
}

base::Result<Reply> log(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    const int limit = asked.query_number("limit", 50, 1, entries_max);
    return entries(TRY(store::Audit(*database).newest(limit, before_of(asked))));
}

base::Error cannot() {
    return {"desk.cannot-undo", "It was changed again since, or cannot be taken back."};
}

base::Result<void> undo_words(store::HubDatabase& database, const Asked& asked,
                              const store::AuditEntry& entry, store::HubListing listing) {
    const Json before = said(entry.before);
    const Json after = said(entry.after);
    const Json now = desk::json_of(listing.listing);
    if (!before.is_object() || !after.is_object()) return cannot();
    for (const auto& [key, value] : after.items()) {
        // A form's version only goes on.
        if (key != "form_version" && now.value(key, Json()) != value) return cannot();
    }
    store::HubProgramme programme(database);
    Faults faults;
    read_listing(Fields(before, "", faults), TRY(programme.tags()), listing.listing, faults);
    if (faults.empty()) check_listing(listing.listing, faults);
    if (!faults.empty()) return cannot();
    TRY(programme.put_listing(asked.log(), listing));
    return {};
}

// True: the screens are to follow at once.
base::Result<bool> undo_state(store::HubDatabase& database, const Asked& asked,
                              const store::AuditEntry& entry, const store::HubListing& listing) {
    const Json before = said(entry.before);
    const Json after = said(entry.after);
    if (!before.is_object() || !after.is_object()) return cannot();
    if (after.value("state", "") != store::name_of(listing.state)) return cannot();
    Faults faults;
    const Fields fields(before, "", faults);
    store::ListingState state = listing.state;
    std::optional<base::Instant> publish_at;
    fields.word("state", state);
    fields.instant("publish_at", publish_at);
    if (!faults.empty()) return cannot();
    const domain::ListingId id = listing.listing.id;
    TRY(store::HubProgramme(database).set_state(asked.log(), id, state, publish_at));
    TRY(store::DeskMarks(database).ask_publish(id));
    return true;
}

domain::Occasion occasion_in(const Json& json, domain::ListingId listing) {
    Faults faults;
    domain::Occasion occasion;
    occasion.listing = listing;
    const Fields fields(json, "", faults);
    fields.id("occasion", occasion.id.value);
    read_date(fields, occasion);
    return occasion;
}

base::Result<void> undo_date(store::HubDatabase& database, const Asked& asked,
                             const store::AuditEntry& entry, domain::ListingId listing) {
    store::HubDates dates(database);
    const Json before = said(entry.before);
    const Json after = said(entry.after);
    if (entry.kind == "date.removed") {
        if (!before.is_object()) return cannot();
        domain::Occasion occasion = occasion_in(before, listing);
        occasion.id = {};
        TRY(dates.put_date(asked.log(), occasion));
        return {};
    }
    if (!after.is_object()) return cannot();
    const domain::OccasionId id = occasion_in(after, listing).id;
    const auto now = dates.date(id);
    if (!now || store::words_of(now.value().entry.occasion) != entry.after) return cannot();
    if (entry.kind == "date.added") return dates.remove_date(asked.log(), id);
    if (!before.is_object()) return cannot();
    TRY(dates.put_date(asked.log(), occasion_in(before, listing)));
    return {};
}

base::Result<bool> undo_entry(store::HubDatabase& database, const Asked& asked,
                              const store::AuditEntry& entry, const store::HubListing& listing) {
    auto transaction = TRY(database.begin());
    bool at_once = false;
    if (entry.kind == "listing.changed") {
        TRY(undo_words(database, asked, entry, listing));
    } else if (entry.kind == "listing.state") {
        at_once = TRY(undo_state(database, asked, entry, listing));
    } else {
        TRY(undo_date(database, asked, entry, listing.listing.id));
    }
    TRY(transaction.commit());
    return at_once;
}

base::Result<Reply> undo(Desk& desk, const Asked& asked) {
    const domain::ListingId id{asked.id("listing")};
    if (const auto other = other_editor(desk, asked, id)) return being_edited(*other);
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    std::int64_t number = 0;
    fields.id("number", number);
    const std::int64_t revision = revision_in(body, faults);
    if (!faults.empty()) return refused(faults);
    bool at_once = false;
    {
        auto database = TRY(desk.database());
        const store::HubListing listing = TRY(store::HubProgramme(*database).listing(id));
        if (listing.revision != revision) {
            return base::Error{"programme.changed-meanwhile",
                               "Somebody else has changed this listing meanwhile."};
        }
        if (number <= 0 || number == INT64_MAX) return cannot();
        const auto found =
            TRY(store::Audit(*database).of_subject(store::subject_of(id), 1, number + 1));
        const bool its = !found.empty() && found.front().number == number;
        if (!its || !can_undo(found.front().kind)) return cannot();
        at_once = TRY(undo_entry(*database, asked, found.front(), listing));
    }
    if (at_once) TRY(publish_asked(desk, asked.now));
    auto database = TRY(desk.database());
    return saved(*database, id);
}

}  // namespace

std::span<const DeskRoute> history_routes() {
    static constexpr std::array<DeskRoute, 3> table{{
        {"GET", "/listings/:listing/history", Role::editor, history},
        {"POST", "/listings/:listing/undo", Role::editor, undo},
        {"GET", "/audit", Role::manager, log},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
