// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/mine_state.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "domain/codes.h"
#include "ui/screens/mine_parts.h"
#include "ui/screens/sign_up_receipt.h"

namespace wenlan::ui {

namespace {

using model::ChangeOutcome;
using model::ChangeSignUp;
using model::SignUpStamp;

// By time; what has none comes last.
void keep(MineState& mine, HeldSignUp held) {
    const auto same = std::find_if(mine.held.begin(), mine.held.end(), [&](const HeldSignUp& one) {
        return one.sign_up.id == held.sign_up.id;
    });
    if (same != mine.held.end()) mine.held.erase(same);
    const auto when = [](const HeldSignUp& one) {
        const bool dated = one.card && one.card->occasion;
        return std::tuple(!dated, dated ? one.card->start : base::CivilTime{});
    };
    const auto place = std::find_if(mine.held.begin(), mine.held.end(),
                                    [&](const HeldSignUp& one) { return when(held) < when(one); });
    mine.held.insert(place, std::move(held));
}

domain::SignUpState state_of(SignUpStamp stamp) {
    switch (stamp) {
        case SignUpStamp::kept:
            return domain::SignUpState::confirmed;
        case SignUpStamp::waiting:
            return domain::SignUpState::waitlisted;
        case SignUpStamp::declined:
            return domain::SignUpState::declined;
        case SignUpStamp::none:
        case SignUpStamp::stored:
            break;
    }
    return domain::SignUpState::requested;
}

}  // namespace

void remember(MineState& mine, const ReceiptShown& receipt) {
    const model::SignUpOutcome& outcome = receipt.outcome;
    const bool taken = outcome.stamp != SignUpStamp::none && outcome.stamp != SignUpStamp::declined;
    if (!taken || !outcome.id) return;
    HeldSignUp held;
    held.sign_up.id = outcome.id;
    held.sign_up.listing = receipt.card.listing;
    held.sign_up.occasion = receipt.card.occasion;
    held.sign_up.state = state_of(outcome.stamp);
    held.sign_up.party = outcome.party;
    held.sign_up.place = outcome.place;
    held.sign_up.code = outcome.code;
    held.card = receipt.card;
    held.from_hub = !receipt.offline;
    if (receipt.tail[0] != 0)
        held.tail.assign(std::string_view(receipt.tail.data(), receipt.tail.size()));
    keep(mine, std::move(held));
    mine.typing = false;
}

void forget(MineState& mine, const ReceiptShown& receipt) {
    std::erase_if(mine.held,
                  [&](const HeldSignUp& held) { return held.sign_up.id == receipt.outcome.id; });
}

bool take_scanned(MineState& mine, std::string_view text) {
    // A receipt's code holds the digits alone; one that leads to a page ends with them.
    const std::size_t from = text.find_last_of("/=");
    if (from != std::string_view::npos) text = text.substr(from + 1);
    const auto code = domain::read_code(text);
    if (!code || mine.ticket != 0) return false;
    mine.code.assign(code->plain());
    mine.tail.clear();
    mine.at_tail = !code->suffices();
    mine.typing = true;
    mine.scanned = code->suffices();
    mine.trouble = MineState::Trouble::none;
    return true;
}

namespace mine {

namespace {

void found(Frame& frame, const model::SignUpsPage::LookedUp& answer) {
    MineState& mine = frame.visit.mine;
    HeldSignUp held;
    held.sign_up = *answer.outcome.found;
    held.card = answer.card;
    held.from_hub = answer.outcome.from_hub;
    if (!mine.as_long_code) held.tail.assign(mine.tail.view());
    if (can_check_in(held)) held.band = HeldSignUp::Band::check_in;
    held.number = std::max(1, held.sign_up.party - held.sign_up.present);
    keep(mine, std::move(held));
    mine.code.clear();
    mine.tail.clear();
    mine.at_tail = mine.typing = mine.as_long_code = false;
    mine.trouble = MineState::Trouble::none;
    mine.list.jump_to(0);
}

std::optional<Action> take_look_up(Frame& frame) {
    using Trouble = MineState::Trouble;
    MineState& mine = frame.visit.mine;
    const model::SignUpsPage* page = frame.view.sign_ups.get();
    if (mine.ticket == 0 || page == nullptr || page->looked_up.ticket != mine.ticket)
        return std::nullopt;
    mine.ticket = 0;
    const model::LookUpOutcome& outcome = page->looked_up.outcome;
    mine.offline = !outcome.from_hub;
    frame.animate();
    if (outcome.found) {
        found(frame, page->looked_up);
        return std::nullopt;
    }
    mine.trouble = outcome.locked    ? Trouble::locked
                   : outcome.failure ? Trouble::failed
                                     : Trouble::not_found;
    // The first eight of twelve digits may look like a code of their own.
    std::string both(mine.code.view());
    both += mine.tail.view();
    const auto code = domain::read_code(both);
    const bool again = mine.trouble == Trouble::not_found && !mine.as_long_code &&
                       !mine.tail.empty() && code && code->suffices();
    mine.as_long_code = again;
    if (!again) return std::nullopt;
    mine.trouble = Trouble::none;
    mine.ticket = frame.visit.next_ticket();
    return model::Intent{model::LookUpSignUp{mine.ticket, both, {}}};
}

void did(HeldSignUp& held, const ChangeOutcome& outcome, base::Duration now) {
    using Said = HeldSignUp::Said;
    using Band = HeldSignUp::Band;
    using What = ChangeSignUp::What;
    const bool noted = outcome.did == ChangeOutcome::Did::noted;
    model::FoundSignUp& sign_up = held.sign_up;
    held.band = Band::said;
    switch (held.asked) {
        case What::cancel:
            sign_up.state = domain::SignUpState::cancelled;
            held.band = Band::undo;
            held.said = noted ? Said::noted : Said::nothing;
            held.cancelled = now;
            return;
        case What::undo_cancelling: {
            sign_up.state = noted ? domain::SignUpState::requested : outcome.state;
            sign_up.place = outcome.place;
            const bool waits = sign_up.state == domain::SignUpState::waitlisted;
            held.said = noted ? Said::noted : waits ? Said::back_waiting : Said::back;
            return;
        }
        case What::shrink:
            sign_up.party = held.number;
            held.said = noted ? Said::noted : Said::fewer;
            return;
        case What::check_in:
            sign_up.state = domain::SignUpState::checked_in;
            sign_up.present = std::min(sign_up.party, sign_up.present + held.number);
            held.said = noted ? Said::noted : Said::here;
            return;
    }
}

void take_change(Frame& frame, HeldSignUp& held) {
    using Said = HeldSignUp::Said;
    using Did = ChangeOutcome::Did;
    const model::SignUpsPage* page = frame.view.sign_ups.get();
    if (held.ticket == 0 || page == nullptr || page->changed.ticket != held.ticket) return;
    held.ticket = 0;
    frame.animate();
    const ChangeOutcome& outcome = page->changed.outcome;
    if (outcome.did == Did::done || outcome.did == Did::noted) {
        did(held, outcome, frame.now);
        return;
    }
    held.band = HeldSignUp::Band::said;
    held.said = outcome.did == Did::refused  ? Said::refused
                : outcome.did == Did::locked ? Said::locked
                                             : Said::failed;
}

}  // namespace

std::optional<Action> follow(Frame& frame) {
    MineState& mine = frame.visit.mine;
    for (HeldSignUp& held : mine.held) take_change(frame, held);
    if (auto again = take_look_up(frame)) return again;
    // What a scanner has read needs no press.
    if (!mine.scanned || mine.ticket != 0) return std::nullopt;
    mine.scanned = false;
    return look_up(frame);
}

std::optional<Action> look_up(Frame& frame) {
    MineState& mine = frame.visit.mine;
    mine.trouble = MineState::Trouble::none;
    mine.printed = false;
    mine.as_long_code = false;
    mine.ticket = frame.visit.next_ticket();
    return model::Intent{model::LookUpSignUp{mine.ticket, std::string(mine.code.view()),
                                             std::string(mine.tail.view())}};
}

bool can(const HeldSignUp& held, domain::SignUpStep step) {
    return held.ticket == 0 && !past(held) && domain::after(held.sign_up.state, step).has_value();
}

bool can_check_in(const HeldSignUp& held) {
    if (!held.card || held.card->days_ahead != 0) return false;
    const bool time =
        held.card->moment == model::Moment::soon || held.card->moment == model::Moment::on_now;
    return time && held.sign_up.present < held.sign_up.party &&
           can(held, domain::SignUpStep::check_in);
}

std::optional<Action> change(Frame& frame, HeldSignUp& held, ChangeSignUp::What what, int party) {
    if (held.ticket != 0) return std::nullopt;
    held.ticket = frame.visit.next_ticket();
    held.asked = what;
    const model::FoundSignUp& sign_up = held.sign_up;
    return model::Intent{ChangeSignUp{held.ticket, what, sign_up.id, sign_up.occasion, sign_up.code,
                                      std::string(held.tail.view()), party}};
}

int undo_seconds(Frame& frame, const HeldSignUp& held) {
    constexpr base::Duration window{10000};
    if (held.band != HeldSignUp::Band::undo) return 0;
    const base::Duration left = held.cancelled + window - frame.now;
    if (left.count() <= 0) return 0;
    frame.redraw_after(base::Duration{(left.count() - 1) % 1000 + 1});
    return static_cast<int>((left.count() + 999) / 1000);
}

}  // namespace mine
}  // namespace wenlan::ui
