// SPDX-License-Identifier: GPL-3.0-or-later
// What comes as a file: calendars, tables, posters; and the preview, which goes as one.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "hub/desk/dates.h"
#include "hub/desk/desk.h"
#include "hub/desk/handlers.h"
#include "hub/desk/listing_fields.h"
#include "hub/import/import.h"
#include "hub/posters/accept_poster.h"
#include "hub/posters/poster_folder.h"
#include "hub/programme/office.h"
#include "store/hub/hub_programme.h"
#include "store/hub/listing_json.h"

namespace wenlan::hub::desk {

namespace {

constexpr std::size_t posters_listed_max = 200;
constexpr std::size_t picture_bytes_max = 8 << 20;

std::string_view word_of(Verdict verdict) {
    constexpr std::array<std::string_view, 3> words{"refused", "skipped", "note"};
    return words[static_cast<std::size_t>(verdict)];
}

Json json_of(const ImportOutcome& outcome, bool taken) {
    Json lines = Json::array();
    for (const ReportLine& line : outcome.report.lines()) {
        lines.push_back({{"line", line.line},
                         {"verdict", word_of(line.verdict)},
                         {"code", line.code},
                         {"sentence", line.sentence},
                         {"title", line.title}});
    }
    Json put;
    if (outcome.put) {
        put = {{"added", outcome.put->listings_added},
               {"changed", outcome.put->listings_changed},
               {"unchanged", outcome.put->listings_unchanged},
               {"dates_added", outcome.put->occasions_added},
               {"dates_changed", outcome.put->occasions_changed},
               {"dates_removed", outcome.put->occasions_removed}};
    }
    return {{"taken", taken},
            {"entries", outcome.entries},
            {"events", outcome.events},
            {"dates", outcome.occasions},
            {"refused", outcome.report.refused()},
            {"skipped", outcome.report.skipped()},
            {"notes", outcome.report.notes()},
            {"lines", lines},
            {"put", put}};
}

base::Result<Reply> import(Desk& desk, const Asked& asked) {
    ImportRequest request;
    const std::string_view format = asked.query("format");
    if (format != "ics" && format != "csv") {
        return refused(base::Error{"field.wrong", "Say which format it is: ics or csv."}, "format");
    }
    request.format = format == "ics" ? ImportFormat::ics : ImportFormat::csv;
    const bool only_try = asked.query("try") == "1";
    request.mode = only_try ? store::PutMode::dry_run : store::PutMode::apply;
    request.bad_entries =
        asked.query("skip_bad") == "1" ? BadEntries::leave_out : BadEntries::refuse_file;
    request.who = asked.by.account.name;
    const auto lock = TRY(desk.parts().lock_folder());
    auto office = TRY(ProgrammeOffice::open(desk.parts().disk, desk.parts().folder, asked.now));
    const ImportOutcome outcome = TRY(import_bytes(request, asked.http.body, office, desk.clock()));
    return json(dumped(json_of(outcome, outcome.put && !only_try)));
}

base::Result<Reply> add_poster(Desk& desk, const Asked& asked) {
    const PosterObject poster = TRY(accept_poster(asked.http.body));
    TRY(PosterFolder(desk.parts().disk, desk.parts().folder).keep(poster));
    return json(
        dumped({{"name", poster.name()}, {"width", poster.width}, {"height", poster.height}}), 201);
}

bool plain_name(std::string_view name) {
    return !name.empty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

base::Result<Reply> list_posters(Desk& desk, const Asked&) {
    auto database = TRY(desk.database());
    Json names = Json::array();
    for (const std::string& name :
         TRY(store::HubProgramme(*database).posters(posters_listed_max))) {
        if (PosterFolder(desk.parts().disk, desk.parts().folder).has(name)) names.push_back(name);
    }
    const auto built_in = desk.parts().disk.list(desk.parts().posters);
    std::vector<std::string> own;
    if (built_in) own = built_in.value();
    std::sort(own.begin(), own.end());
    for (const std::string& file : own) {
        if (file.ends_with(".png")) names.push_back(file.substr(0, file.size() - 4));
    }
    return json(dumped({{"posters", names}}));
}

std::string_view type_of(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG")) return "image/png";
    return bytes.starts_with("RIFF") ? "image/webp" : "image/jpeg";
}

base::Result<Reply> show_poster(Desk& desk, const Asked& asked) {
    const std::string_view name = asked.parameter("poster");
    const base::Error none{"desk.none", "There is nothing here."};
    if (!plain_name(name)) return none;
    base::Disk& disk = desk.parts().disk;
    const PosterFolder folder(disk, desk.parts().folder);
    std::filesystem::path path = folder.thumbnail(name);
    if (!disk.exists(path)) path = desk.parts().posters / (std::string(name) + ".png");
    if (!disk.exists(path)) return none;
    Reply reply;
    reply.body = TRY(disk.read(path, picture_bytes_max));
    reply.type = type_of(reply.body);
    reply.headers["cache-control"] = "private, max-age=86400";
    return reply;
}

// The draft as the process that draws it takes it (app/preview.h).
base::Result<Json> draft_of(store::HubDatabase& database, const Json& body, Faults& faults) {
    store::HubProgramme programme(database);
    const Fields fields(body, "", faults);
    domain::Listing listing;
    std::int64_t id = 0;
    fields.id("id", id);
    Json dates;
    if (id > 0) {
        const auto known = TRY(programme.listing({id}));
        listing = known.listing;
        TRY(add_dates(database, {id}, dates));
    }
    if (const Json* const part = fields.member("listing"); part != nullptr && part->is_object()) {
        // While somebody types a field may be wrong: then it is shown as it was.
        Faults passed_over;
        read_listing(Fields(*part, "", passed_over), TRY(programme.tags()), listing, passed_over);
    }
    Json draft = desk::json_of(listing);
    draft["dates"] = dates.value("dates", Json::array());
    if (const Json* const part = fields.member("dates"); part != nullptr && part->is_array()) {
        draft["dates"] = *part;
    }
    return draft;
}

base::Result<Reply> preview(Desk& desk, const Asked& asked) {
    const base::Error none{"desk.no-preview", "There is no preview just now."};
    if (desk.parts().previewer == nullptr) return none;
    const Json body = TRY(object_in(asked));
    Faults faults;
    Json request;
    {
        auto database = TRY(desk.database());
        store::HubProgramme programme(*database);
        request["listing"] = TRY(draft_of(*database, body, faults));
        request["centre"] = Json::parse(store::json_text(TRY(programme.centre())));
        request["venues"] = Json::array();
        for (const domain::Venue& venue : TRY(programme.venues())) {
            Json one = Json::parse(store::json_text(venue));
            one["id"] = venue.id.value;
            request["venues"].push_back(std::move(one));
        }
        request["tags"] = Json::array();
        for (const domain::Tag& tag : TRY(programme.tags())) {
            request["tags"].push_back(Json::parse(store::json_text(tag)));
        }
    }
    std::string size = "portrait", language = "zh", page = "detail";
    bool large_text = false, high_contrast = false;
    if (const auto mode = Fields(body, "", faults).inner("mode")) {
        mode->text("size", size, 20);
        mode->text("language", language, 20);
        mode->text("page", page, 20);
        mode->flag("large_text", large_text);
        mode->flag("high_contrast", high_contrast);
    }
    if (!faults.empty()) return refused(faults);
    request["page"] = page;
    request["orientation"] = size;
    request["language"] = language;
    request["large_text"] = large_text;
    request["high_contrast"] = high_contrast;
    request["width_px"] = 540;
    request["now"] = base::to_iso8601(asked.now);
    Reply reply;
    reply.body = TRY(desk.parts().previewer->draw(dumped(request)));
    reply.type = "image/png";
    return reply;
}

}  // namespace

std::span<const DeskRoute> file_routes() {
    static constexpr std::array<DeskRoute, 5> table{{
        {"POST", "/import", Role::editor, import},
        {"GET", "/posters", Role::desk, list_posters},
        {"POST", "/posters", Role::editor, add_poster},
        {"GET", "/posters/:poster", Role::desk, show_poster},
        {"POST", "/preview", Role::editor, preview},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
