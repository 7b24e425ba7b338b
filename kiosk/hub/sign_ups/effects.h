// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "hub/sign_ups/ground.h"
#include "sync/sign_ups/operation.h"

namespace wenlan::hub {

// What an operation did. Inside the transaction that also keeps the answer.
struct Effect {
    sync::Verdict verdict = sync::Verdict::done;
    std::optional<store::SignUpRow> row;  // of the sign-up, after it
    std::string odd;                      // of a dead letter: why
    base::Instant keep_until{};           // how long its answer is kept at least
};

base::Result<Effect> take_sign_up(SignUpGround& ground, const sync::Operation& operation,
                                  base::Instant now);
base::Result<Effect> change_sign_up(SignUpGround& ground, const sync::Operation& operation,
                                    base::Instant now);
base::Result<Effect> take_rights_back(SignUpGround& ground, const sync::Operation& operation);

// The hash by which a code, with the phone's last four where it needs them, finds its sign-up.
store::Digest code_key(const SignUpKeys& keys, std::string_view plain_code, std::string_view tail);
store::Digest person_key(const SignUpKeys& keys, std::string_view phone_digits);

}  // namespace wenlan::hub
