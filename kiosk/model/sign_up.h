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
#include "model/card.h"

// What a resident may ask about a sign-up, and what a screen may say then. Every question has a
// ticket of the visit's own; the answer in SignUpsPage carries it back.
namespace wenlan::model {

// --- what is asked; the station knows the form, the seats and the deadline

// Holds seats while a sheet is open. 0 seats: lets go.
struct HoldSeats {
    std::uint64_t ticket = 0;
    domain::OccasionId occasion;
    int seats = 0;
};

// An occasion of 0: of the listing alone, without seats (a call, a club).
struct TakeSignUp {
    std::uint64_t ticket = 0;
    domain::ListingId listing;
    domain::OccasionId occasion;
    domain::Answers answers;  // in the order of the form that EventDetail showed
    bool walking_in = false;
};

// As typed or scanned.
struct LookUpSignUp {
    std::uint64_t ticket = 0;
    std::string code;
    std::string tail;  // the phone's last four digits; empty for a code that suffices
};

// What whoever has found a sign-up may do with it; its code and tail are the proof.
struct ChangeSignUp {
    enum class What : std::uint8_t { cancel, undo_cancelling, shrink, check_in };
    std::uint64_t ticket = 0;
    What what = What::cancel;
    domain::SignUpId id;
    domain::OccasionId occasion;
    std::string code;
    std::string tail;
    int party = 1;  // what shrinks to; how many more have come
};

// --- what is answered

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

struct HoldOutcome {
    enum class Did : std::uint8_t {
        held,     // `seats` are this visit's until `seconds` from the answer on
        gone,     // not that many are left; `seats` could be had
        unasked,  // the hub is out of reach: nothing is held
    };
    Did did = Did::unasked;
    int seats = 0;
    int seconds = 0;
};

// The newest answer to each kind of question of this visit; forgotten with it. A ticket of 0:
// nothing was asked yet.
struct SignUpsPage {
    struct Held {
        std::uint64_t ticket = 0;
        HoldOutcome outcome;
    };
    struct Taken {
        std::uint64_t ticket = 0;
        SignUpOutcome outcome;
    };
    struct LookedUp {
        std::uint64_t ticket = 0;
        LookUpOutcome outcome;
        std::optional<EventCard> card;  // of what was found, if the programme still has it
    };
    struct Changed {
        std::uint64_t ticket = 0;
        ChangeOutcome outcome;
    };
    bool online = false;  // the hub answered the last question
    Held held;
    Taken taken;
    LookedUp looked_up;
    Changed changed;
};

}  // namespace wenlan::model
