// SPDX-License-Identifier: GPL-3.0-or-later
// The fleet: what each screen really shows, and what every one has to show at once.
#include <array>
#include <nlohmann/json.hpp>

#include "hub/api/published.h"
#include "hub/desk/alerts.h"
#include "hub/desk/desk.h"
#include "hub/desk/handlers.h"
#include "hub/desk/limits.h"
#include "hub/desk/listings.h"
#include "hub/fleet/standing.h"
#include "hub/import/stand_in_poster.h"
#include "store/hub/desk_marks.h"
#include "store/hub/hub_programme.h"

namespace wenlan::hub::desk {

namespace {

std::optional<sync::Manifest> manifest_of(Desk& desk) {
    return published_manifest(desk.parts().disk, SiteFolder(desk.parts().folder));
}

Json json_of(const store::KioskRow& screen, const std::optional<sync::Edition>& published,
             base::Instant now) {
    Json json = {{"number", screen.number},
                 {"name", screen.name},
                 {"standing", name_of(standing_of(screen, published, now))},
                 {"paired", base::to_iso8601(screen.paired)},
                 {"software", screen.software},
                 {"heard", nullptr},
                 {"alerts", Json::array()}};
    if (!screen.report) return json;
    const store::KioskReport& report = *screen.report;
    json["heard"] = base::to_iso8601(report.heard);
    json["epoch"] = report.epoch;
    json["version"] = report.version;
    json["newest_whole"] = report.newest_whole;
    json["outbox"] = report.outbox;
    json["disk_free"] = report.disk_free;
    json["skew_ms"] = report.skew.count();
    json["running_s"] = report.running_s;
    json["failures"] = report.failures;
    json["trouble"] = report.error;
    json["software"] = report.software;
    return json;
}

base::Result<Reply> list(Desk& desk, const Asked& asked) {
    const auto manifest = manifest_of(desk);
    const auto published = manifest ? std::optional(manifest->edition) : std::nullopt;
    const auto rows = TRY(desk.parts().fleet.kiosks());
    const auto alerts = alerts_of(rows, manifest, asked.now);
    Json screens = Json::array();
    for (const store::KioskRow& row : rows) {
        Json one = json_of(row, published, asked.now);
        for (const Alert& alert : alerts) {
            if (alert.screen == row.number) one["alerts"].push_back(alert.code);
        }
        screens.push_back(std::move(one));
    }
    Json page = {
        {"published", nullptr},
        {"silent_after_s", std::chrono::duration_cast<std::chrono::seconds>(silent_after).count()},
        {"screens", screens},
        {"invitation", nullptr}};
    if (published)
        page["published"] = {{"epoch", published->epoch}, {"version", published->version}};
    auto database = TRY(desk.database());
    const auto open = TRY(store::KioskRegistry(*database).invitation());
    if (open && open->expires > asked.now) {
        page["invitation"] = {{"name", open->name},
                              {"expires", base::to_iso8601(open->expires)},
                              {"wrong", open->wrong}};
    }
    return json(dumped(page));
}

base::Result<Reply> pair(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    std::string name;
    Fields(body, "", faults).text("name", name, short_text_max);
    if (!faults.empty()) return refused(faults);
    const auto code = desk.parts().fleet.invite(name, asked.log());
    if (!code) return refused(code.error(), "name");
    return json(dumped({{"code", code.value()},
                        {"expires", base::to_iso8601(asked.now + pairing_code_life)}}),
                201);
}

base::Result<Reply> rename(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    std::string name;
    Fields(body, "", faults).text("name", name, short_text_max);
    if (!faults.empty()) return refused(faults);
    auto database = TRY(desk.database());
    const auto renamed = store::KioskRegistry(*database).rename(
        static_cast<int>(asked.id("screen")), name, asked.log());
    if (!renamed) return refused(renamed.error(), "name");
    return nothing();
}

base::Result<Reply> revoke(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    TRY(store::KioskRegistry(*database).revoke(static_cast<int>(asked.id("screen")), asked.log()));
    return nothing();
}

base::Result<Reply> list_alerts(Desk& desk, const Asked& asked) {
    const auto rows = TRY(desk.parts().fleet.kiosks());
    Json alerts = Json::array();
    for (const Alert& alert : alerts_of(rows, manifest_of(desk), asked.now)) {
        alerts.push_back({{"screen", alert.screen},
                          {"name", alert.name},
                          {"code", alert.code},
                          {"since", base::to_iso8601(alert.since)},
                          {"sentence", desk::json_of(base::LocalText{alert.sentence, ""})}});
    }
    Json sent_to = Json::array();
    if (desk.parts().alerts != nullptr) sent_to.push_back(desk.parts().alerts->kind());
    return json(dumped({{"alerts", alerts}, {"sent_to", sent_to}}));
}

// Whether the screen has confirmed a programme that has the notice.
bool has(const store::KioskRow& screen, const store::UrgentNotice& notice) {
    if (!screen.report || !notice.epoch || !notice.version || screen.report->version == 0) {
        return false;
    }
    return std::pair(screen.report->epoch, screen.report->version) >=
           std::pair(*notice.epoch, *notice.version);
}

base::Result<Reply> list_notices(Desk& desk, const Asked&) {
    const auto rows = TRY(desk.parts().fleet.kiosks());
    auto database = TRY(desk.database());
    store::HubProgramme programme(*database);
    Json notices = Json::array();
    for (const store::UrgentNotice& notice : TRY(store::DeskMarks(*database).notices())) {
        const domain::Listing listing = TRY(programme.listing(notice.listing)).listing;
        Json screens = Json::array();
        for (const store::KioskRow& row : rows) {
            if (row.revoked) continue;
            screens.push_back(
                {{"number", row.number},
                 {"name", row.name},
                 {"has", has(row, notice)},
                 {"heard", row.report ? Json(base::to_iso8601(row.report->heard)) : Json()}});
        }
        notices.push_back({{"id", notice.listing.value},
                           {"title", desk::json_of(listing.title)},
                           {"body", desk::json_of(listing.body)},
                           {"until", desk::json_of(listing.shown_until)},
                           {"who", notice.by.who},
                           {"at", base::to_iso8601(notice.by.at)},
                           {"version", notice.version ? Json(*notice.version) : Json()},
                           {"screens", screens}});
    }
    return json(dumped({{"notices", notices}}));
}

base::Result<domain::ListingId> write_notice(store::HubDatabase& database, const Asked& asked,
                                             const store::HubListing& entry) {
    auto transaction = TRY(database.begin());
    store::HubProgramme programme(database);
    store::DeskMarks marks(database);
    const domain::ListingId id = TRY(programme.put_listing(asked.log(), entry));
    TRY(programme.set_state(asked.log(), id, store::ListingState::published));
    TRY(marks.add_notice(asked.log(), id));
    TRY(marks.ask_publish(id));
    TRY(transaction.commit());
    return id;
}

base::Result<Reply> add_notice(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    store::HubListing entry;
    domain::Listing& listing = entry.listing;
    listing.key = new_key(desk.random());
    listing.kind = domain::Kind::notice;
    listing.section = domain::Section::neighbourhood;
    listing.feature = domain::Feature::both;
    fields.text("title", listing.title, title_max);
    fields.text("body", listing.body, body_max, Lines::many);
    fields.instant("until", listing.shown_until);
    if (listing.title.zh.empty()) {
        fields.fault("title.zh", "text.no-title", {"请写标题。", "The listing has no title."});
    }
    if (listing.shown_until && *listing.shown_until <= asked.now) fields.wrong("until");
    if (!faults.empty()) return refused(faults);
    listing.poster = stand_in_poster(listing);
    domain::ListingId id;
    {
        auto database = TRY(desk.database());
        id = TRY(write_notice(*database, asked, entry));
    }
    const std::int64_t version = TRY(publish_asked(desk, asked.now));
    TRY(desk.note_notices());
    return json(dumped({{"id", id.value}, {"version", version}}), 201);
}

base::Result<Reply> end_notice(Desk& desk, const Asked& asked) {
    {
        auto database = TRY(desk.database());
        auto transaction = TRY(database->begin());
        const domain::ListingId id{asked.id("listing")};
        store::DeskMarks marks(*database);
        bool known = false;
        for (const store::UrgentNotice& one : TRY(marks.notices())) known |= one.listing == id;
        if (!known) return base::Error{"desk.none", "There is nothing here."};
        TRY(store::HubProgramme(*database).set_state(asked.log(), id,
                                                     store::ListingState::withdrawn));
        TRY(marks.end_notice(id));
        TRY(marks.ask_publish(id));
        TRY(transaction.commit());
    }
    return json(dumped({{"version", TRY(publish_asked(desk, asked.now))}}));
}

}  // namespace

std::span<const DeskRoute> screen_routes() {
    static constexpr std::array<DeskRoute, 8> table{{
        {"GET", "/screens", Role::desk, list},
        {"POST", "/screens", Role::manager, pair},
        {"PUT", "/screens/:screen", Role::manager, rename},
        {"DELETE", "/screens/:screen", Role::manager, revoke},
        {"GET", "/alerts", Role::desk, list_alerts},
        {"GET", "/notices", Role::desk, list_notices},
        {"POST", "/notices", Role::editor, add_notice},
        {"DELETE", "/notices/:listing", Role::editor, end_notice},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
