// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/survey_state.h"

#include <algorithm>

namespace wenlan::ui {

void SurveyState::follow(const model::SurveyCard& survey, const model::SignUpsPage* answers) {
    if (listing_ != survey.card.listing || !(form_ == survey.form)) {
        *this = {};
        listing_ = survey.card.listing;
        form_ = survey.form;
        chosen_.assign(form_.questions.size(), -1);
    }
    if (ticket_ == 0 || answers == nullptr || answers->taken.ticket != ticket_) return;
    ticket_ = 0;
    const model::SignUpOutcome& outcome = answers->taken.outcome;
    failed_ = outcome.failure.has_value() || outcome.stamp == model::SignUpStamp::none;
    handed_in_ = !failed_;
}

int SurveyState::answered() const {
    return static_cast<int>(
        std::count_if(chosen_.begin(), chosen_.end(), [](int option) { return option >= 0; }));
}

std::optional<model::Intent> SurveyState::hand_in(const Ticket& ticket) {
    if (handed_in_ || sending() || answered() == 0) return std::nullopt;
    failed_ = false;
    ticket_ = ticket();
    model::TakeSignUp take;
    take.ticket = ticket_;
    take.listing = listing_;
    take.answers.form_version = form_.version;
    for (std::size_t i = 0; i < form_.questions.size(); ++i) {
        domain::Answer& answer = take.answers.answers.emplace_back();
        answer.kind = form_.questions[i].kind;
        answer.number = chosen_[i];
    }
    return take;
}

}  // namespace wenlan::ui
