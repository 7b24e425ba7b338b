// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "model/intent.h"
#include "model/view.h"

namespace wenlan::ui {

// What a visitor has answered to the survey on the neighbourhood's page: no name, no number. What
// was answered counts, however far they went.
class SurveyState {
public:
    using Ticket = std::function<std::uint64_t()>;

    // Once a frame, with what the page shows: another survey, or another version, begins anew.
    void follow(const model::SurveyCard& survey, const model::SignUpsPage* answers);
    std::size_t at() const { return at_; }
    int chosen() const { return at_ < chosen_.size() ? chosen_[at_] : -1; }
    void choose(int option) { chosen_[at_] = option; }
    bool last() const { return at_ + 1 >= chosen_.size(); }
    void next() { ++at_; }
    int answered() const;

    // All at once: after the last question, or when the visitor goes. None: nothing was answered,
    // or it was handed in already.
    std::optional<model::Intent> hand_in(const Ticket& ticket);
    bool sending() const { return ticket_ != 0; }
    bool handed_in() const { return handed_in_; }
    bool failed() const { return failed_; }

private:
    domain::ListingId listing_;
    domain::Form form_;
    std::vector<int> chosen_;
    std::size_t at_ = 0;
    std::uint64_t ticket_ = 0;
    bool handed_in_ = false, failed_ = false;
};

}  // namespace wenlan::ui
