// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "domain/ids.h"
#include "model/card.h"
#include "ui/screens/sign_up_receipt.h"
#include "ui/typing/key_repeat.h"

namespace wenlan::ui {

// Walking in to what is on now: how many, one press, in. Lies in the visit while its sheet is open.
struct WalkIn {
    enum class Step : std::uint8_t { party, name, done };
    enum class Undone : std::uint8_t { no, asked, yes, failed };

    domain::OccasionId occasion{};
    domain::ListingId listing{};
    Step step = Step::party;
    int party = 1;
    bool pad = false;  // more than the buttons offer
    int keyed = 0;
    KeyRepeat repeat{};
    bool name_missing = false;
    std::uint64_t ticket = 0;  // of a question that has no answer yet
    base::Duration asked_at{};
    bool failed = false;
    bool full = false;
    ReceiptShown receipt{};  // once done
    base::Duration done_at{};
    Undone undone = Undone::no;
};

// Whether the card is of something that one can walk into now and be registered for.
bool can_walk_in(const model::EventCard& card);

}  // namespace wenlan::ui
