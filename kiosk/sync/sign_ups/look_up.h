// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "sync/sign_ups/reply.h"
#include "sync/sign_ups/sealed_form.h"

namespace wenlan::sync {

// Asks what stands behind a code. Sealed to the hub; the answer is sealed to a key made for this
// one question.
struct LookUpQuestion {
    SealKey answer_to;
    std::string code;  // as domain::Code::plain()
    std::string tail;  // the phone's last four; empty for a code that suffices

    bool operator==(const LookUpQuestion&) const = default;
};

// What may be shown to whoever has the code. Nothing found looks the same whatever was wrong, and
// the answer is as long as any other.
struct LookUpAnswer {
    bool found = false;
    bool wait = false;  // too many wrong ones: nothing is looked up for a while
    SignUpStatus status;
    domain::OccasionId occasion;
    domain::ListingId listing;
    std::string name;
    std::string masked_phone;

    bool operator==(const LookUpAnswer&) const = default;
};

base::Result<std::string> seal_question(const LookUpQuestion& question, const NumberedSealKey& hub,
                                        base::Random& random);
base::Result<LookUpQuestion> open_question(std::string_view sealed, const OpeningKey& hub);
base::Result<std::string> seal_answer(const LookUpAnswer& answer, const SealKey& to,
                                      base::Random& random);
base::Result<LookUpAnswer> open_answer(std::string_view sealed, const OpeningKey& key);

// 138****1234
std::string masked_phone(std::string_view digits);

}  // namespace wenlan::sync
