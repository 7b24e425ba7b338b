// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "base/ports.h"
#include "hub/sign_ups/sign_up_keys.h"
#include "store/hub/sign_up_store.h"
#include "sync/centre_id.h"
#include "sync/crypto/signing.h"
#include "sync/sign_ups/reply.h"

namespace wenlan::hub {

// Port: the kiosks that are paired with this hub.
class KnownKiosks {
public:
    virtual ~KnownKiosks() = default;
    // Whether a kiosk that may still speak signed this: with its key of now, or one that it had
    // when it took what it brings.
    virtual bool vouches(int kiosk, std::string_view message) const = 0;
    virtual int count() const = 0;
};

struct SignUpPolicy {
    base::Duration personal_kept = std::chrono::hours{24 * 30};  // after the occasion has ended
    base::Duration without_occasion_kept = std::chrono::hours{24 * 180};
    base::Duration replies_kept = std::chrono::hours{24 * 60};
    base::Duration rights_for = std::chrono::hours{24};        // how long rights are of use
    base::Duration rights_ahead = std::chrono::hours{24 * 7};  // for occasions so near
};

// What everything that happens to sign-ups at the hub works on. One thread at a time.
struct SignUpGround {
    store::SignUpStore& store;
    SignUpKeys& keys;
    base::Disk& disk;
    base::Random& random;
    const KnownKiosks& kiosks;
    sync::CentreId centre;
    SignUpPolicy policy;
    std::vector<store::ReplyRow> late_replies = {};  // of a mistake that can be planted
};

// Where a row stands, for a kiosk or a phone.
base::Result<sync::SignUpStatus> status_of(store::SignUpStore& store, const store::SignUpRow& row);

// Steps by the domain's table. False: this cannot happen in its state, and nothing changed.
[[nodiscard]] bool step(store::SignUpRow& row, domain::SignUpStep step, domain::Why why);

// Whether somebody waits whom these books would take.
base::Result<bool> somebody_fits(store::SignUpStore& store, const store::OccasionBook& book);

// What is kept of a person, read again; empty where it is gone.
domain::Answers personal_of(const SignUpKeys& keys, const store::SignUpRow& row);

}  // namespace wenlan::hub
