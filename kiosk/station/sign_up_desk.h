// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "model/sign_up.h"
#include "station/sign_ups.h"

namespace wenlan::station {

// What a resident asks, with what the station knows of it.
struct SignUpQuestion {
    struct Hold {
        domain::OccasionId occasion;
        int seats = 0;
    };
    struct LookUp {
        std::string code;
        std::string tail;
    };
    struct Change {
        model::ChangeSignUp::What what = model::ChangeSignUp::What::cancel;
        SignUps::Proof proof;
        int party = 1;
    };
    std::uint64_t visit = 0;
    std::uint64_t ticket = 0;
    // Of a sign-up, whoever answers knows the seats that are held for it.
    std::variant<Hold, SignUpRequest, LookUp, Change> what;
};

struct SignUpAnswer {
    std::uint64_t visit = 0;
    std::uint64_t ticket = 0;
    bool online = false;  // the hub has answered
    std::variant<model::HoldOutcome, model::SignUpOutcome, model::LookUpOutcome,
                 model::ChangeOutcome>
        what;
};

// What has not left this screen, for its staff. Immutable once it was published.
struct SignUpsWaiting {
    struct Row {
        std::string code;  // as it is kept
        domain::ListingId listing;
        int party = 1;
        base::Instant taken{};
    };
    int count = 0;
    int tries = 0;          // in a row that nobody answered
    std::vector<Row> rows;  // the first few, oldest first
};

// Port: where the station hands in what residents ask. Nothing of it waits: the disk and the hub
// are somebody else's to wait for. Any thread.
class SignUpDesk {
public:
    virtual ~SignUpDesk() = default;
    // Answered once, later or before this returns.
    virtual void ask(SignUpQuestion question) = 0;
    // What has been answered since.
    virtual std::vector<SignUpAnswer> take_answers() = 0;
    // Seats that are held for it are let go. A sign-up that was handed in is still taken; all else
    // that it asked needs no answer any more.
    virtual void end_visit(std::uint64_t visit) = 0;
    // The newest; never null. Another pointer is another state.
    virtual std::shared_ptr<const SignUpsWaiting> waiting() const = 0;
};

}  // namespace wenlan::station
