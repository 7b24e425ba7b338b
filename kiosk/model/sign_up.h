// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "domain/answers.h"
#include "domain/ids.h"
#include "domain/sign_up.h"

// What a screen may say after a resident has signed up, looked something up or taken it back.
namespace wenlan::model {

// What the receipt is stamped with; each only when it is true.
enum class SignUpStamp : std::uint8_t {
    none,     // nothing was taken: see refusals or failure
    kept,     // 已留座位: the hub said so, or seats were set aside for this screen
    stored,   // 已存: it lies safe here, and the hub will answer
    waiting,  // 候补
    declined,
};

struct SignUpOutcome {
    SignUpStamp stamp = SignUpStamp::none;
    std::vector<domain::Refusal> refusals;  // of the answers, by field
    std::optional<base::Error> failure;     // nothing was taken, and why
    domain::SignUpId id;
    std::string code;            // as domain::Code::shown()
    bool code_suffices = false;  // no phone was left: this code alone finds it
    bool provisional = false;    // the hub has not answered: the place in the list is a guess
    int place = 0;               // on the waiting list
    int party = 1;
    domain::Why why = domain::Why::none;
};

// What was found behind a code.
struct FoundSignUp {
    domain::SignUpId id;
    domain::ListingId listing;
    domain::OccasionId occasion;
    domain::SignUpState state = domain::SignUpState::requested;
    domain::Why why = domain::Why::none;
    int party = 1;
    int present = 0;
    int place = 0;
    std::string code;
    std::string name;          // only when the hub answered
    std::string masked_phone;  // the same
};

struct LookUpOutcome {
    std::optional<FoundSignUp> found;
    bool locked = false;    // too many wrong tries; this again in ten minutes
    bool from_hub = false;  // else only what this kiosk took was looked at
    std::optional<base::Error> failure;
};

struct ChangeOutcome {
    enum class Did : std::uint8_t {
        done,     // the hub has done it
        noted,    // it lies safe here and will reach the hub
        refused,  // it cannot be done any more, or the code was wrong
        locked,
        failed,  // nothing was noted, and `failure` says why
    };
    Did did = Did::failed;
    domain::SignUpState state = domain::SignUpState::requested;
    int place = 0;
    int party = 1;
    std::optional<base::Error> failure;
};

}  // namespace wenlan::model
