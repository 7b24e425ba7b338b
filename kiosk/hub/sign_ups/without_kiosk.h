// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "hub/sign_ups/effects.h"

namespace wenlan::hub {

// A sign-up that no kiosk brings: from a phone, or entered by staff. Its answers are those of its
// form, without a fault.
struct Entry {
    domain::SignUpId id;  // the same again is the same sign-up
    domain::ListingId listing;
    domain::OccasionId occasion;  // zero: of the listing alone
    domain::Source source = domain::Source::phone;
    bool walking_in = false;
    domain::Answers answers;
};

// By the same way as from a kiosk, whole or not at all. The row as it is now.
base::Result<store::SignUpRow> enter(SignUpGround& ground, const Entry& entry, base::Instant now);

// What whoever has the code may do from a phone. Of an operation that was refused: none.
struct CodeChange {
    sync::OperationKind kind = sync::OperationKind::cancel;  // undo, shrink
    domain::SignUpId sign_up;
    std::string_view code;  // as domain::Code::plain()
    std::string_view tail;
    int party = 1;
};
base::Result<std::optional<store::SignUpRow>> change_by_code(SignUpGround& ground,
                                                             const CodeChange& change,
                                                             base::Instant now);

}  // namespace wenlan::hub
