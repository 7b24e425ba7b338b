// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/sign_up_talk.h"

#include <utility>

#include "domain/codes.h"
#include "station/cards.h"
#include "station/sign_up_clerk.h"
#include "station/sign_up_request.h"

namespace wenlan::station {

namespace {

base::Error nowhere_to_go() {
    return {"sign-up.no-office", "This screen is not in touch with a centre's office."};
}

base::Result<std::optional<model::EventCard>> card_of_found(const Standpoint& at,
                                                            const model::FoundSignUp& found) {
    if (found.occasion) {
        const auto when = TRY(at.snapshot.occasion(found.occasion));
        if (when) return std::optional(seen(at, *when).card);
    }
    const auto listing = TRY(at.snapshot.listing(found.listing));
    if (!listing) return std::optional<model::EventCard>{};
    return std::optional(card_of(at, store::summary_of(*listing)));
}

}  // namespace

base::Result<bool> SignUpTalk::ask(const model::Intent& intent, std::uint64_t visit,
                                   const Standpoint* at) {
    if (const auto* hold = std::get_if<model::HoldSeats>(&intent)) {
        const auto when = at != nullptr ? TRY(at->snapshot.occasion(hold->occasion))
                                        : std::optional<store::OccasionSummary>{};
        // Where no seat is counted none can go.
        if (when && when->occasion.capacity == 0) {
            answer({visit, hold->ticket, page_ && page_->online, model::HoldOutcome{}});
            return true;
        }
        hand_in({visit, hold->ticket, SignUpQuestion::Hold{hold->occasion, hold->seats}});
    } else if (const auto* take_in = std::get_if<model::TakeSignUp>(&intent)) {
        TRY(take(*take_in, visit, at));
    } else if (const auto* look = std::get_if<model::LookUpSignUp>(&intent)) {
        hand_in({visit, look->ticket, SignUpQuestion::LookUp{look->code, look->tail}});
    } else if (const auto* change = std::get_if<model::ChangeSignUp>(&intent)) {
        hand_in({visit, change->ticket,
                 SignUpQuestion::Change{change->what,
                                        {change->id, change->occasion, change->code, change->tail},
                                        change->party}});
    } else {
        return false;
    }
    return true;
}

base::Result<void> SignUpTalk::take(const model::TakeSignUp& wanted, std::uint64_t visit,
                                    const Standpoint* at) {
    model::SignUpOutcome outcome;
    if (at == nullptr) {
        outcome.failure = base::Error{"sign-up.gone", "This is not in the programme any more."};
    } else {
        RequestMade made = TRY(request_for(*at, wanted));
        if (!made.refused) {
            hand_in({visit, wanted.ticket, std::move(made.request)});
            return {};
        }
        outcome.failure = std::move(made.refused);
        outcome.why = made.why;
    }
    answer({visit, wanted.ticket, page_ && page_->online, std::move(outcome)});
    return {};
}

void SignUpTalk::hand_in(SignUpQuestion question) {
    if (!page_) {
        page_.emplace();
        unseen_ = true;
    }
    if (desk_ != nullptr) {
        desk_->ask(std::move(question));
    } else {
        answer(SignUpClerk::refuse(question, nowhere_to_go()));
    }
}

void SignUpTalk::answer(SignUpAnswer answer) {
    if (!page_) page_.emplace();
    page_->online = answer.online;
    if (auto* held = std::get_if<model::HoldOutcome>(&answer.what)) {
        page_->held = {answer.ticket, *held};
    } else if (auto* taken = std::get_if<model::SignUpOutcome>(&answer.what)) {
        page_->taken = {answer.ticket, std::move(*taken)};
    } else if (auto* found = std::get_if<model::LookUpOutcome>(&answer.what)) {
        page_->looked_up = {answer.ticket, std::move(*found), {}};
    } else if (auto* changed = std::get_if<model::ChangeOutcome>(&answer.what)) {
        page_->changed = {answer.ticket, std::move(*changed)};
    }
    unseen_ = true;
}

bool SignUpTalk::listen(std::uint64_t visit) {
    if (desk_ != nullptr) {
        for (SignUpAnswer& one : desk_->take_answers()) {
            // What somebody asked who has gone is nobody else's.
            if (one.visit == visit) answer(std::move(one));
        }
    }
    return std::exchange(unseen_, false);
}

void SignUpTalk::end(std::uint64_t visit) {
    if (page_ && desk_ != nullptr) desk_->end_visit(visit);
    page_.reset();
    unseen_ = false;
}

base::Result<std::shared_ptr<const model::SignUpsPage>> SignUpTalk::page(
    const Standpoint* at) const {
    if (!page_) return std::shared_ptr<const model::SignUpsPage>{};
    auto page = std::make_shared<model::SignUpsPage>(*page_);
    const auto& found = page->looked_up.outcome.found;
    if (found && at != nullptr) page->looked_up.card = TRY(card_of_found(*at, *found));
    return std::shared_ptr<const model::SignUpsPage>(std::move(page));
}

std::shared_ptr<const SignUpsWaiting> SignUpTalk::news_for_staff() {
    if (desk_ == nullptr) return nullptr;
    auto waiting = desk_->waiting();
    if (waiting == told_) return nullptr;
    told_ = std::move(waiting);
    return told_;
}

base::Result<model::StaffOutbox> staff_outbox(const SignUpsWaiting& waiting, const Standpoint* at,
                                              const base::Zone& zone) {
    model::StaffOutbox outbox;
    outbox.count = waiting.count;
    for (const SignUpsWaiting::Row& row : waiting.rows) {
        model::StaffOutbox::Row shown;
        const auto code = domain::read_code(row.code);
        if (code) shown.code = code->shown();
        shown.party = row.party;
        shown.taken = zone.local(row.taken);
        shown.tries = waiting.tries;
        const auto listing = at != nullptr ? TRY(at->snapshot.listing(row.listing))
                                           : std::optional<domain::Listing>{};
        if (listing) shown.title = at->english.named(listing->title);
        outbox.rows.push_back(std::move(shown));
    }
    return outbox;
}

}  // namespace wenlan::station
