// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bounds.h"
#include "store/demo/loader.h"

namespace wenlan::store::demo {

namespace {

base::Result<domain::Item> item(StrictTable table) {
    domain::Item item;
    item.title = TRY(table.local_text("title"));
    item.text = TRY(table.local_text_if_any("text"));
    item.by = TRY(table.local_text_if_any("by"));
    item.percent = TRY(table.number_if_any("percent", 0, 100)).value_or(0);
    TRY(table.done());
    return item;
}

base::Result<domain::Question> question(StrictTable table) {
    using domain::QuestionKind;
    domain::Question question;
    question.kind = TRY(table.word<QuestionKind>("kind"));
    question.prompt = TRY(table.local_text("prompt"));
    question.options = TRY(table.local_texts_if_any("options"));
    question.required = TRY(table.flag_or("required", true));
    question.least = TRY(table.number_if_any("least", 0, count_max)).value_or(0);
    question.most = TRY(table.number_if_any("most", 0, count_max)).value_or(0);
    TRY(table.done());
    const bool chosen =
        question.kind == QuestionKind::choice || question.kind == QuestionKind::choices;
    if (chosen && question.options.size() < 2) {
        return table.wrong("options", "there must be at least two to choose from");
    }
    if (!chosen && !question.options.empty()) {
        return table.wrong("options", "only choice and choices have them");
    }
    return question;
}

}  // namespace

// What only some kinds of listings have.
base::Result<void> Loader::parts(StrictTable& table, domain::Listing& listing) {
    listing.needs = TRY(table.local_text_if_any("needs"));
    listing.answered = TRY(table.number_if_any("answered", 0, count_max)).value_or(0);
    if (auto found = TRY(table.table_if_any("club"))) {
        if (listing.kind != domain::Kind::club) return table.wrong("club", "this is no club");
        listing.club = TRY(club(std::move(*found)));
    }
    if (auto found = TRY(table.table_if_any("challenge"))) {
        if (listing.kind != domain::Kind::challenge) {
            return table.wrong("challenge", "this is no challenge");
        }
        listing.challenge = TRY(challenge(std::move(*found)));
    }
    for (StrictTable& one : TRY(table.tables("item"))) {
        listing.items.push_back(TRY(item(std::move(one))));
    }
    for (StrictTable& one : TRY(table.tables("question"))) {
        listing.form.questions.push_back(TRY(question(std::move(one))));
    }
    return {};
}

base::Result<domain::Club> Loader::club(StrictTable table) const {
    domain::Club club;
    club.members = TRY(table.number("members", 0, count_max));
    club.places_open = TRY(table.number_if_any("places_open", 0, count_max)).value_or(0);
    club.founded_year = TRY(table.number_if_any("founded_year", 0, 9999)).value_or(0);
    club.recruiting = TRY(table.flag_or("recruiting", false));
    club.weekly = TRY(table.local_text_if_any("weekly"));
    club.leader = TRY(table.local_text_if_any("leader"));
    club.leader_role = TRY(table.local_text_if_any("leader_role"));
    club.leader_note = TRY(table.local_text_if_any("leader_note"));
    club.place_note = TRY(table.local_text_if_any("place_note"));
    if (table.has("rests_until")) {
        const std::string text = TRY(table.text("rests_until"));
        club.rests_until = parse_offset(text, today_);
        if (!club.rests_until) {
            return table.wrong("rests_until", "\"" + text + "\" is not like +90");
        }
    }
    TRY(table.done());
    return club;
}

base::Result<domain::Challenge> Loader::challenge(StrictTable table) const {
    const std::string text = TRY(table.text("span"));
    const auto span = parse_span(text, today_);
    if (!span) return table.wrong("span", "\"" + text + "\" is not like month or \"-3 +26\"");
    const int readers = TRY(table.number("readers", 0, count_max));
    TRY(table.done());
    return domain::Challenge{span->first, span->last, readers};
}

}  // namespace wenlan::store::demo
