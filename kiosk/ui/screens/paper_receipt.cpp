// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/paper_receipt.h"

#include <algorithm>

#include "ui/i18n/strings.h"

namespace wenlan::ui::receipt {

namespace {

model::SignUpStamp stamp_of(domain::SignUpState state) {
    switch (state) {
        case domain::SignUpState::confirmed:
        case domain::SignUpState::checked_in:
            return model::SignUpStamp::kept;
        case domain::SignUpState::waitlisted:
            return model::SignUpStamp::waiting;
        case domain::SignUpState::requested:
            return model::SignUpStamp::stored;
        default:
            return model::SignUpStamp::declined;
    }
}

}  // namespace

model::Receipt on_paper(const ReceiptShown& shown, const base::LocalText& centre,
                        base::Language language) {
    using Look = model::Receipt::Look;
    model::Receipt paper;
    const auto add = [&](Look look, std::string words) {
        if (!words.empty()) paper.lines.push_back({look, std::move(words)});
    };
    add(Look::centre, centre.in(language));
    add(Look::title, shown.card.title.in(language));
    add(Look::line, when(shown.card, language));
    add(Look::line, place(shown.card, language));
    for (const Fact& fact : facts(shown, language)) add(Look::line, fact.label + "  " + fact.value);
    const Stamp seal = stamp(shown, language);
    const bool spaced = language == base::Language::en && !seal.second.empty();
    add(Look::stamp, seal.first + (spaced ? " " : "") + seal.second);
    paper.lines.push_back({Look::rule, {}});
    add(Look::caption, std::string(text(Key::paper_code, language)));
    add(Look::code, shown.outcome.code);
    const Key how = shown.outcome.code_suffices ? Key::paper_code_only : Key::paper_code_tail;
    add(Look::caption, std::string(text(how, language)));
    add(Look::caption, std::string(text(Key::paper_keep, language)));
    paper.qr = qr_text(shown.outcome);
    return paper;
}

ReceiptShown of(const HeldSignUp& held) {
    ReceiptShown shown;
    shown.outcome.stamp = stamp_of(held.sign_up.state);
    shown.outcome.id = held.sign_up.id;
    shown.outcome.code = held.sign_up.code;
    shown.outcome.code_suffices = held.tail.empty();
    shown.outcome.place = held.sign_up.place;
    shown.outcome.party = held.sign_up.party;
    shown.outcome.provisional = held.sign_up.state == domain::SignUpState::requested;
    if (held.card) shown.card = *held.card;
    const std::string_view tail = held.tail.view();
    if (tail.size() == shown.tail.size()) std::copy(tail.begin(), tail.end(), shown.tail.begin());
    return shown;
}

}  // namespace wenlan::ui::receipt
