// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/sign_up_flow.h"

#include <algorithm>
#include <utility>

#include "text/wipe.h"

namespace wenlan::ui {

namespace {

using domain::Question;
using domain::QuestionKind;

constexpr base::Duration hold_early{20000};    // before it runs out it is asked for again
constexpr base::Duration hold_retry{30000};    // while the hub is out of reach
constexpr base::Duration hold_patience{4000};  // for an answer

bool typed(QuestionKind kind) {
    return kind == QuestionKind::name || kind == QuestionKind::phone || kind == QuestionKind::text;
}

// The rest stands on the review.
bool has_page(QuestionKind kind) {
    return kind != QuestionKind::party && kind != QuestionKind::consent;
}

bool said(const DraftAnswer& answer, QuestionKind kind) {
    if (kind == QuestionKind::party) return false;
    const bool text = answer.text && !answer.text->empty();
    return text || answer.number >= 0 || !answer.chosen.empty() || answer.ticked;
}

}  // namespace

void SignUpFlow::begin(const std::shared_ptr<const model::EventDetail>& detail) {
    detail_ = detail;
    news = News::none;
    // An occasion that was not named is the one that the page shows; of a club or a service it is
    // only the next of many.
    const domain::Kind kind = detail->card.kind;
    const bool dated = kind == domain::Kind::event || kind == domain::Kind::reading ||
                       kind == domain::Kind::volunteering;
    if (!occasion_ && dated) occasion_ = detail->card.occasion;
    take_up(detail->form);
    waiting_list_ = detail->card.seats.kind == model::SeatsShown::Kind::full;
    if (detail->card.state == domain::OccasionState::cancelled) news = News::cancelled;
    if (detail->card.moment == model::Moment::ended) news = News::ended;
}

void SignUpFlow::take_up(const domain::Form& form) {
    form_ = form;
    answers_.clear();
    pages_.clear();
    for (std::size_t i = 0; i < form.questions.size(); ++i) {
        const Question& question = form.questions[i];
        DraftAnswer& answer = answers_.emplace_back();
        if (typed(question.kind)) answer.text.emplace();
        if (question.kind == QuestionKind::party) answer.number = domain::limits_of(question).least;
        if (has_page(question.kind)) pages_.push_back(static_cast<int>(i));
    }
    pages_.push_back(-1);
}

// The same questions keep their answers; whoever was further than a new one goes back to it.
void SignUpFlow::changed(const std::shared_ptr<const model::EventDetail>& detail) {
    const model::EventCard before = std::exchange(detail_, detail)->card;
    const model::EventCard& card = detail->card;
    if (!(form_ == detail->form)) {
        const domain::Form old = form_;
        std::vector<DraftAnswer> kept = std::move(answers_);
        const bool at_review = at_ + 1 >= pages_.size();
        take_up(detail->form);
        std::size_t first_new = pages_.size() - 1;
        for (std::size_t i = 0; i < form_.questions.size(); ++i) {
            const auto same = std::find(old.questions.begin(), old.questions.end(), question(i));
            if (same != old.questions.end()) {
                answers_[i] =
                    std::move(kept[static_cast<std::size_t>(same - old.questions.begin())]);
                continue;
            }
            const auto page = std::find(pages_.begin(), pages_.end(), static_cast<int>(i));
            if (page != pages_.end())
                first_new = std::min(first_new, static_cast<std::size_t>(page - pages_.begin()));
        }
        at_ = at_review ? first_new : std::min(at_, first_new);
        seen_ = at_;
        to_review_ = false;
        refusal.reset();
        news = News::form_changed;
    }
    if (card.occasion && (card.start != before.start || !(card.venue == before.venue)))
        news = News::moved;
    if (card.state == domain::OccasionState::cancelled) news = News::cancelled;
    if (card.moment == model::Moment::ended) news = News::ended;
}

std::optional<std::size_t> SignUpFlow::first_of(QuestionKind kind) const {
    for (std::size_t i = 0; i < form_.questions.size(); ++i) {
        if (form_.questions[i].kind == kind) return i;
    }
    return std::nullopt;
}

bool SignUpFlow::needs_guardian() const {
    const auto age = first_of(QuestionKind::age);
    return age && answers_[*age].number >= 0 &&
           answers_[*age].number < domain::guardian_below_years;
}

domain::Answers SignUpFlow::answers() const {
    domain::Answers all;
    all.form_version = form_.version;
    for (std::size_t i = 0; i < form_.questions.size(); ++i) {
        const DraftAnswer& draft = answers_[i];
        domain::Answer& answer = all.answers.emplace_back();
        answer.kind = form_.questions[i].kind;
        if (draft.text) answer.text = draft.text->view();
        answer.number = draft.number;
        answer.chosen = draft.chosen;
        answer.ticked = draft.ticked;
    }
    all.guardian_agrees = guardian && needs_guardian();
    return domain::tidied(std::move(all));
}

int SignUpFlow::party() const {
    const auto asked = first_of(QuestionKind::party);
    return asked ? static_cast<int>(answers_[*asked].number) : 1;
}

int SignUpFlow::party_most() const {
    const auto asked = first_of(QuestionKind::party);
    return asked ? static_cast<int>(domain::limits_of(question(*asked)).most) : 1;
}

void SignUpFlow::set_party(int party) {
    const auto asked = first_of(QuestionKind::party);
    if (!asked) return;
    const domain::Limits limits = domain::limits_of(question(*asked));
    answers_[*asked].number = std::clamp<std::int64_t>(party, limits.least, limits.most);
}

bool SignUpFlow::filled() const {
    if (!phone.digits().empty() || !digits.empty()) return true;
    for (std::size_t i = 0; i < answers_.size(); ++i) {
        if (said(answers_[i], form_.questions[i].kind)) return true;
    }
    return false;
}

// --- where the visitor is

SignUpFlow::Step SignUpFlow::step_of(int page) const {
    if (page < 0) return Step::check;
    switch (form_.questions[static_cast<std::size_t>(page)].kind) {
        case QuestionKind::name:
            return Step::name;
        case QuestionKind::phone:
            return Step::phone;
        default:
            return Step::more;
    }
}

std::vector<SignUpFlow::Step> SignUpFlow::steps() const {
    std::vector<Step> all;
    for (const int page : pages_) {
        const Step one = step_of(page);
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }
    return all;
}

SignUpFlow::Step SignUpFlow::step() const { return step_of(pages_[at_]); }

bool SignUpFlow::can_go(Step wanted) const {
    for (std::size_t i = 0; i <= seen_ && i < pages_.size(); ++i) {
        if (step_of(pages_[i]) == wanted) return wanted != step();
    }
    return false;
}

void SignUpFlow::go(Step wanted) {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        if (step_of(pages_[i]) != wanted) continue;
        direction = i < at_ ? -1 : 1;
        at_ = i;
        break;
    }
    to_review_ = seen_ + 1 >= pages_.size() && !reviewing();
    refusal.reset();
}

void SignUpFlow::change(std::size_t question) {
    const auto page = std::find(pages_.begin(), pages_.end(), static_cast<int>(question));
    if (page == pages_.end()) return;
    at_ = static_cast<std::size_t>(page - pages_.begin());
    direction = -1;
    to_review_ = true;
    refusal.reset();
}

std::optional<domain::Refusal> SignUpFlow::refusal_of(std::size_t question) const {
    domain::Answers given = answers();
    // Whether a parent agrees is asked at the review.
    given.guardian_agrees = true;
    std::optional<domain::Refusal> found;
    for (const domain::Refusal& one : domain::refusals(form_, given)) {
        if (one.question == static_cast<int>(question)) found = one;
    }
    for (domain::Answer& one : given.answers) text::wipe(one.text);
    return found;
}

bool SignUpFlow::next() {
    if (reviewing()) return false;
    refusal = refusal_of(current());
    if (refusal) return false;
    at_ = to_review_ ? pages_.size() - 1 : at_ + 1;
    to_review_ = false;
    direction = 1;
    seen_ = std::max(seen_, at_);
    return true;
}

void SignUpFlow::back() {
    if (at_ == 0) return;
    refusal.reset();
    --at_;
    direction = -1;
    to_review_ = false;
}

// --- what happens meanwhile

void SignUpFlow::join_waiting_list() {
    waiting_list_ = true;
    news = News::none;
}

bool SignUpFlow::holds_seats() const {
    const auto kind = detail_ ? detail_->card.seats.kind : model::SeatsShown::Kind::none_needed;
    return occasion_ && kind != model::SeatsShown::Kind::none_needed && !waiting_list_ && !taken_ &&
           take_ticket_ == 0 && !over();
}

void SignUpFlow::follow(const model::View& view, base::Duration now) {
    const auto& detail = view.detail;
    const bool here = detail && (occasion_ ? detail->card.occasion == occasion_
                                           : detail->card.listing == listing_);
    if (here && !detail_)
        begin(detail);
    else if (here && detail != detail_ && take_ticket_ == 0)
        changed(detail);
    else if (!here && (detail_ || view.outcome == model::Outcome::not_found) && !taken_)
        news = News::removed;
    if (!view.sign_ups) return;
    const model::SignUpsPage& page = *view.sign_ups;
    if (hold_ticket_ != 0 && !hold_answered_ && page.held.ticket == hold_ticket_) {
        hold_answered_ = true;
        take_hold(page.held.outcome, now);
    }
    if (take_ticket_ != 0 && page.taken.ticket == take_ticket_) {
        take_ticket_ = 0;
        online_ = page.online;
        take_outcome(page.taken.outcome);
    }
}

void SignUpFlow::take_hold(const model::HoldOutcome& outcome, base::Duration now) {
    held_ = outcome.did == model::HoldOutcome::Did::held;
    switch (outcome.did) {
        case model::HoldOutcome::Did::held:
            hold_again_ = now + base::Duration{std::int64_t{1000} * outcome.seconds} - hold_early;
            if (news == News::gone || news == News::gone_some) news = News::none;
            break;
        case model::HoldOutcome::Did::gone:
            if (!holds_seats()) break;
            seats_left = outcome.seats;
            news = outcome.seats > 0 ? News::gone_some : News::gone;
            break;
        case model::HoldOutcome::Did::unasked:
            hold_again_ = now + hold_retry;
            break;
    }
}

std::optional<model::Intent> SignUpFlow::ask_seats(base::Duration now, const Ticket& ticket) {
    if (!begun() || !holds_seats()) return std::nullopt;
    const bool gone = news == News::gone || news == News::gone_some;
    const bool other = hold_asked_ != party();
    const bool due =
        hold_ticket_ == 0 || (hold_answered_ ? !gone && now >= hold_again_ : now >= hold_again_);
    if (!other && !due) return std::nullopt;
    hold_ticket_ = ticket();
    hold_answered_ = false;
    hold_asked_ = party();
    hold_again_ = now + hold_patience;
    return model::HoldSeats{hold_ticket_, occasion_, hold_asked_};
}

std::optional<model::Intent> SignUpFlow::let_go(const Ticket& ticket) const {
    if (hold_ticket_ == 0 || taken_ || take_ticket_ != 0) return std::nullopt;
    return model::HoldSeats{ticket(), occasion_, 0};
}

base::Duration SignUpFlow::next_look(base::Duration now) const {
    if (take_ticket_ != 0) return base::Duration{250};
    if (!holds_seats() || news == News::gone || news == News::gone_some)
        return base::Duration::max();
    return std::max(base::Duration{50}, hold_again_ - now);
}

// --- the end

bool SignUpFlow::ready() const {
    for (std::size_t i = 0; i < form_.questions.size(); ++i) {
        const Question& one = form_.questions[i];
        if (one.kind == QuestionKind::consent && one.required && !answers_[i].ticked) return false;
    }
    return !needs_guardian() || guardian;
}

void SignUpFlow::refuse(const domain::Refusal& refused) {
    if (refused.question >= 0) {
        const auto page = std::find(pages_.begin(), pages_.end(), refused.question);
        if (page != pages_.end()) change(static_cast<std::size_t>(refused.question));
    }
    refusal = refused;
}

std::optional<model::Intent> SignUpFlow::send(base::Duration now, const Ticket& ticket) {
    confirmed_early = !ready();
    if (confirmed_early) return std::nullopt;
    failed = false;
    domain::Answers given = answers();
    const auto wrong = domain::refusals(form_, given);
    if (!wrong.empty()) {
        refuse(wrong.front());
        for (domain::Answer& one : given.answers) text::wipe(one.text);
        return std::nullopt;
    }
    take_ticket_ = ticket();
    sent_at_ = now;
    model::TakeSignUp take;
    take.ticket = take_ticket_;
    take.listing = detail_->card.listing;
    take.occasion = occasion_;
    take.answers = std::move(given);
    return take;
}

void SignUpFlow::take_outcome(const model::SignUpOutcome& outcome) {
    if (!outcome.refusals.empty()) {
        refuse(outcome.refusals.front());
    } else if (outcome.failure && outcome.why != domain::Why::none) {
        news = News::refused;
        why = outcome.why;
    } else if (outcome.failure || outcome.stamp == model::SignUpStamp::none) {
        failed = true;
    } else {
        taken_ = outcome;
    }
}

std::array<char, 4> SignUpFlow::tail() const {
    std::array<char, 4> tail{};
    const auto asked = first_of(QuestionKind::phone);
    if (!asked) return tail;
    const std::string_view phone_text = answers_[*asked].text->view();
    if (phone_text.size() < tail.size()) return tail;
    std::copy(phone_text.end() - 4, phone_text.end(), tail.begin());
    return tail;
}

}  // namespace wenlan::ui
