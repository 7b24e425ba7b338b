// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "domain/arrival.h"
#include "domain/codes.h"
#include "domain/form.h"
#include "model/sign_up.h"
#include "store/outbox.h"
#include "sync/crypto/secret.h"
#include "sync/crypto/slow_hash.h"
#include "sync/sign_ups/delivery.h"

namespace wenlan::station {

// What a resident asks for, with what the screen knew of the occasion. An occasion of 0: of the
// listing alone, without seats (a call, a club).
struct SignUpRequest {
    domain::ListingId listing;
    domain::OccasionId occasion;
    domain::Form form;
    domain::Answers answers;
    domain::Source source = domain::Source::screen;
    bool walking_in = false;
    sync::HoldId hold;  // that the sheet got; none: all zeros
    bool seats_counted = false;
    int free_known = 0;  // by the newest numbers here
    int waiting_known = 0;
    bool may_promise = true;  // false: the programme's signature has run out
    base::Instant ends{};     // of the occasion or the listing's deadline, for forgetting
};

// Takes sign-ups at one kiosk. What it says was taken is on the disk; what it says was promised the
// hub will keep. Blocks for as long as the disk and, at most 1.5 s, the hub take: not for the
// frame's thread. Nothing typed is kept here.
class SignUps {
public:
    // How a code and a phone's last four become what the disk may hold: Argon2id; tests, which look
    // up thousands, take something cheap.
    using Verifier = std::function<base::Result<sync::Hash>(std::string_view, const sync::Salt&)>;
    static Verifier argon2();

    struct Parts {
        store::Outbox& outbox;
        sync::Delivery& delivery;
        sync::HubLine& line;
        const base::Clock& clock;
        base::Random& random;
        std::string_view
            kiosk_secret;  // of this kiosk's own, 32 bytes; outlives what it is lent to
        sync::Delivery::OnlineKeys online_keys;
        Verifier verifier;
    };
    explicit SignUps(Parts parts) : parts_(std::move(parts)) {}

    // Whether the hub answered the last exchange.
    bool online() const { return parts_.delivery.online(); }

    model::SignUpOutcome take(const SignUpRequest& request);

    // By what somebody typed. Online the hub is asked about any sign-up; offline only what this
    // kiosk took is found. Five wrong tries, and nothing is looked up for ten minutes.
    model::LookUpOutcome look_up(std::string_view typed_code, std::string_view tail);

    // What can be done with a sign-up by whoever has its code. `id` as found.
    struct Proof {
        domain::SignUpId id;
        domain::OccasionId occasion;
        std::string code;  // as typed, or as shown
        std::string tail;
    };
    model::ChangeOutcome cancel(const Proof& proof);
    // Of a cancellation. The seats may have gone: then it waits.
    model::ChangeOutcome undo(const Proof& proof);
    model::ChangeOutcome shrink(const Proof& proof, int party);
    model::ChangeOutcome check_in(const Proof& proof, int more);

    // Holds seats while a sheet is open; none where the hub cannot be asked. 0 seats: lets go.
    std::optional<sync::HoldReply> hold(const sync::HoldId& id, domain::OccasionId occasion,
                                        int seats);

private:
    struct Draft;
    base::Result<Draft> draft(const SignUpRequest& request);
    base::Result<void> keep(Draft& draft, const SignUpRequest& request);
    base::Result<sync::NumberedSealKey> seal_key();
    base::Result<sync::Hash> verifier(const domain::Code& code, std::string_view tail,
                                      const sync::Salt& salt);
    // The receipt for an operation that is kept, if the hub gives it in time.
    std::optional<sync::Receipt> ask_now(const domain::OperationId& id);
    model::SignUpOutcome answered(const Draft& draft, const sync::Receipt& receipt) const;
    model::SignUpOutcome unanswered(const Draft& draft, const SignUpRequest& request) const;

    base::Result<bool> locked();
    base::Result<void> count_try(bool right);
    // Here, on what this kiosk took.
    base::Result<std::optional<store::TakenSignUp>> find_here(const domain::Code& code,
                                                              std::string_view tail);
    std::optional<model::LookUpOutcome> ask_hub(const domain::Code& code, std::string_view tail);
    model::ChangeOutcome change(const Proof& proof, sync::OperationKind kind, int party,
                                std::optional<domain::SignUpState> shown);
    base::Result<domain::OperationId> keep_change(const Proof& proof, const domain::Code& code,
                                                  sync::OperationKind kind, int party,
                                                  std::optional<domain::SignUpState> shown);

    Parts parts_;
};

}  // namespace wenlan::station
