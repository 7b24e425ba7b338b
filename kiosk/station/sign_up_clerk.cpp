// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/sign_up_clerk.h"

#include <chrono>
#include <utility>

namespace wenlan::station {

namespace {

model::ChangeOutcome change(const SignUpQuestion::Change& wanted, SignUps& sign_ups) {
    using What = model::ChangeSignUp::What;
    switch (wanted.what) {
        case What::cancel:
            return sign_ups.cancel(wanted.proof);
        case What::undo_cancelling:
            return sign_ups.undo(wanted.proof);
        case What::shrink:
            return sign_ups.shrink(wanted.proof, wanted.party);
        case What::check_in:
            return sign_ups.check_in(wanted.proof, wanted.party);
    }
    return {};
}

}  // namespace

SignUpAnswer SignUpClerk::serve(const SignUpQuestion& question, SignUps& sign_ups) {
    SignUpAnswer answer{question.visit, question.ticket, false, model::HoldOutcome{}};
    if (const auto* wanted = std::get_if<SignUpQuestion::Hold>(&question.what)) {
        const auto held = hold(question.visit, *wanted, sign_ups);
        answer.online = held.did != model::HoldOutcome::Did::unasked;
        answer.what = held;
    } else if (const auto* request = std::get_if<SignUpRequest>(&question.what)) {
        answer.what = take(question.visit, *request, sign_ups);
        answer.online = sign_ups.online();
    } else if (const auto* look = std::get_if<SignUpQuestion::LookUp>(&question.what)) {
        auto found = sign_ups.look_up(look->code, look->tail);
        answer.online = found.from_hub;
        answer.what = std::move(found);
    } else if (const auto* wish = std::get_if<SignUpQuestion::Change>(&question.what)) {
        answer.what = change(*wish, sign_ups);
        answer.online = sign_ups.online();
    }
    return answer;
}

SignUpAnswer SignUpClerk::refuse(const SignUpQuestion& question, const base::Error& why) {
    SignUpAnswer answer{question.visit, question.ticket, false, model::HoldOutcome{}};
    if (std::holds_alternative<SignUpRequest>(question.what)) {
        answer.what.emplace<model::SignUpOutcome>().failure = why;
    } else if (std::holds_alternative<SignUpQuestion::LookUp>(question.what)) {
        answer.what.emplace<model::LookUpOutcome>().failure = why;
    } else if (std::holds_alternative<SignUpQuestion::Change>(question.what)) {
        answer.what.emplace<model::ChangeOutcome>().failure = why;
    }
    return answer;
}

model::HoldOutcome SignUpClerk::hold(std::uint64_t visit, const SignUpQuestion::Hold& wanted,
                                     SignUps& sign_ups) {
    model::HoldOutcome outcome;
    const bool same = held_ && held_->visit == visit && held_->occasion == wanted.occasion;
    if (held_ && (!same || wanted.seats <= 0)) let_go(sign_ups);
    if (wanted.seats <= 0) return outcome;
    if (!held_) {
        held_ = Held{visit, {}, wanted.occasion};
        random_.fill(held_->id.bytes);
    }
    const auto reply = sign_ups.hold(held_->id, wanted.occasion, wanted.seats);
    // The hub may have heard and held: the same hold is asked for, or let go, again.
    if (!reply) return outcome;
    outcome.seats = reply->seats;
    if (reply->seats >= wanted.seats) {
        outcome.did = model::HoldOutcome::Did::held;
        const auto left =
            std::chrono::duration_cast<std::chrono::seconds>(reply->until - reply->at);
        outcome.seconds = static_cast<int>(left.count());
        return outcome;
    }
    outcome.did = model::HoldOutcome::Did::gone;
    outcome.seats = reply->free;
    // A hold that has been lost is not taken up again; another may be.
    held_.reset();
    return outcome;
}

model::SignUpOutcome SignUpClerk::take(std::uint64_t visit, SignUpRequest request,
                                       SignUps& sign_ups) {
    const bool own = held_ && held_->visit == visit && held_->occasion == request.occasion;
    if (own) request.hold = held_->id;
    model::SignUpOutcome outcome = sign_ups.take(request);
    // What is kept here lets its seats go at the hub as it gets there.
    if (own && outcome.stamp != model::SignUpStamp::none) held_.reset();
    return outcome;
}

void SignUpClerk::let_go(SignUps& sign_ups) {
    static_cast<void>(sign_ups.hold(held_->id, held_->occasion, 0));
    held_.reset();
}

void SignUpClerk::end_visit(std::uint64_t visit, SignUps& sign_ups) {
    if (held_ && held_->visit <= visit) let_go(sign_ups);
}

}  // namespace wenlan::station
