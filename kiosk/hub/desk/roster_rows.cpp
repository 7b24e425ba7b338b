// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/roster_rows.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "domain/codes.h"
#include "domain/usual_form.h"
#include "domain/waiting_list.h"
#include "store/hub/hub_dates.h"
#include "store/hub/hub_programme.h"
#include "sync/sign_ups/look_up.h"

namespace wenlan::hub::desk {

using domain::QuestionKind;

namespace {

std::string shown(const std::string& plain) {
    const auto code = domain::read_code(plain);
    return code ? code->shown() : std::string();
}

std::string text_of(const domain::Question& question, const domain::Answer& answer) {
    const auto option = [&question](std::int64_t index) {
        const bool known = index >= 0 && index < static_cast<std::int64_t>(question.options.size());
        return known ? question.options[static_cast<std::size_t>(index)].zh : std::string();
    };
    switch (question.kind) {
        case QuestionKind::choice:
            return option(answer.number);
        case QuestionKind::choices: {
            std::string all;
            for (const int one : answer.chosen) all += (all.empty() ? "" : "、") + option(one);
            return all;
        }
        case QuestionKind::number:
        case QuestionKind::age:
            return answer.number < 0 ? std::string() : std::to_string(answer.number);
        case QuestionKind::consent:
            return answer.ticked && !question.required ? "是" : "";
        default:
            return answer.text;
    }
}

Json answers_json(const domain::Form& form, const domain::Answers& answers) {
    Json all = Json::array();
    if (answers.answers.size() != form.questions.size()) return all;
    for (std::size_t i = 0; i < form.questions.size(); ++i) {
        const domain::Question& question = form.questions[i];
        const bool shown_apart = question.kind == QuestionKind::name ||
                                 question.kind == QuestionKind::phone ||
                                 question.kind == QuestionKind::party;
        const std::string text = text_of(question, answers.answers[i]);
        if (shown_apart || text.empty()) continue;
        all.push_back({{"prompt", json_of(question.prompt)}, {"text", text}});
    }
    return all;
}

Json check_in_json(const RosterEntry& entry, base::Instant now) {
    if (!entry.check_in || entry.sign_up.row.present == 0) return nullptr;
    const base::Zone zone = base::Zone::shanghai();
    const bool today = zone.local(entry.check_in->at).date == zone.local(now).date;
    return {{"at", base::to_iso8601(entry.check_in->at)},
            {"who", entry.check_in->who},
            {"can_undo", today && entry.check_in->present == entry.sign_up.row.present}};
}

}  // namespace

base::Result<Json> row_json(SignUpGround& ground, const RosterFrame& frame,
                            const RosterEntry& entry) {
    const store::SignUpRow& row = entry.sign_up.row;
    Json json = {{"id", row.id.hex()},
                 {"version", row.version},
                 {"occasion", row.occasion.value},
                 {"arrival", row.arrival},
                 {"code", shown(row.code)},
                 {"kiosk_code", shown(row.kiosk_code)},
                 {"name", entry.name},
                 {"phone", entry.phone.empty() ? "" : sync::masked_phone(entry.phone)},
                 {"party", row.party},
                 {"present", row.present},
                 {"state", domain::name_of(row.state)},
                 {"why", domain::name_of(row.why)},
                 {"source", domain::name_of(row.source)},
                 {"by", entry.entry ? entry.entry->who : std::string()},
                 {"walking_in", row.walking_in}};
    json["late"] = nullptr;
    if (entry.entry && entry.entry->entered) {
        json["late"] = {{"entered", base::to_iso8601(*entry.entry->entered)}};
    }
    json["arrived"] = base::to_iso8601(row.arrived);
    json["checked_in"] = check_in_json(entry, frame.now);
    json["place"] = TRY(ground.store.place(row));
    json["promoted"] = nullptr;
    if (row.to_tell == "promoted") {
        json["promoted"] = {{"tell_until", base::to_iso8601(domain::told_until(frame.start))}};
    }
    json["to_tell"] = row.to_tell;
    json["answers"] = answers_json(frame.form, entry.sign_up.answers);
    return json;
}

base::Result<RosterOccasion> roster_occasion(SignUpHub& hub, domain::OccasionId id) {
    const auto book = TRY(hub.office().rows().occasion(id));
    if (!book) return base::Error{"roster.none", "There is no such roster."};
    RosterOccasion occasion;
    occasion.book = *book;
    const auto date = store::HubDates(hub.database()).date(id);
    if (date) {
        occasion.date = date.value().entry.occasion;
    } else {
        // The programme has put it aside; its people stay.
        occasion.date.id = id;
        occasion.date.listing = book->listing;
        occasion.date.start = book->rules.start;
        occasion.date.end = book->rules.end;
        occasion.date.state = domain::OccasionState::cancelled;
    }
    store::HubProgramme programme(hub.database());
    const auto listing = programme.listing(book->listing);
    if (listing) occasion.listing = listing.value().listing;
    for (const domain::Venue& venue : TRY(programme.venues())) {
        if (venue.id == occasion.date.venue) occasion.venue = venue.name;
    }
    return occasion;
}

RosterFrame frame_of(const RosterOccasion& occasion, base::Instant now) {
    return {domain::form_of(occasion.listing), occasion.date.start, now};
}

Json needs_json(const domain::Form& form, const std::vector<RosterEntry>& roster) {
    std::map<std::string, int> counts;
    for (const RosterEntry& entry : roster) {
        const domain::Answers& answers = entry.sign_up.answers;
        const bool fits = answers.answers.size() == form.questions.size();
        if (!fits || !domain::live(entry.sign_up.row.state)) continue;
        for (std::size_t i = 0; i < form.questions.size(); ++i) {
            const domain::Question& question = form.questions[i];
            const std::string text = text_of(question, answers.answers[i]);
            const bool ticked = question.kind == QuestionKind::consent;
            const bool chosen =
                question.kind == QuestionKind::choice || question.kind == QuestionKind::choices;
            if (text.empty() || (!ticked && !chosen)) continue;
            ++counts[ticked ? question.prompt.zh : text];
        }
    }
    std::vector<std::pair<std::string, int>> order(counts.begin(), counts.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    Json needs = Json::array();
    for (const auto& [text, parties] : order) {
        needs.push_back({{"text", text}, {"parties", parties}});
    }
    return needs;
}

Json occasion_json(const RosterOccasion& occasion, const std::vector<RosterEntry>& roster) {
    const domain::Listing& listing = occasion.listing;
    const domain::Occasion& date = occasion.date;
    const domain::SeatBook& seats = occasion.book.seats;
    int signed_up = 0;
    int present = 0;
    int to_tell = 0;
    for (const RosterEntry& entry : roster) {
        const store::SignUpRow& row = entry.sign_up.row;
        if (domain::holds_seats(row.state)) signed_up += row.party;
        present += row.present;
        to_tell += row.to_tell.empty() ? 0 : 1;
    }
    const domain::Poster& poster = listing.poster;
    return {{"id", date.id.value},
            {"listing", listing.id.value},
            {"title", json_of(listing.title)},
            {"poster",
             {{"name", poster.name}, {"focus_x", poster.focus_x}, {"focus_y", poster.focus_y}}},
            {"venue", json_of(occasion.venue)},
            {"start", base::to_iso8601(date.start)},
            {"end", base::to_iso8601(date.end)},
            {"state", store::name_of(date.state)},
            {"reason", json_of(date.reason)},
            {"capacity", seats.capacity},
            {"signed_up", signed_up},
            {"present", present},
            {"free",
             {{"screen", domain::free_seats(seats, domain::Channel::screen)},
              {"phone", domain::free_seats(seats, domain::Channel::phone)}}},
            {"walk_in_left", seats.walk_in_reserve},
            {"waiting", occasion.book.waiting},
            {"to_tell", to_tell}};
}

}  // namespace wenlan::hub::desk
