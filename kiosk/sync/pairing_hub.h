// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <list>
#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "sync/pairing_messages.h"

namespace wenlan::sync {

struct PairingLimits {
    base::Duration session = std::chrono::minutes{1};
    std::size_t sessions = 8;  // open at the same time
    std::size_t hellos = 12;   // within `hellos_in`
    base::Duration hellos_in = std::chrono::minutes{1};
};

// The hub's side: keeps the exchanges that are under way. Which code is open, and how often a wrong
// one may be tried, is for its caller to say. One thread at a time.
class PairingHub {
public:
    PairingHub(const base::Clock& clock, base::Random& random, PairingLimits limits = {})
        : clock_(clock), random_(random), limits_(limits) {}

    // A kiosk begins, while `code` is open. Codes: pair.malformed, pair.too-many.
    base::Result<std::string> welcome(std::string_view hello, std::string_view code);

    // What a kiosk asks for is checked once: after a wrong mac ("pair.wrong") the exchange is over.
    // "pair.none": there is no such exchange. The same request again is recognised: see answered().
    base::Result<PairingRequest> check(std::string_view request);
    // The answer to what check() let pass.
    base::Result<std::string> grant(std::string_view request, const PairingGrant& grant);
    // What was answered to the very same request before: the answer may have been lost.
    std::optional<std::string> answered(std::string_view request);

private:
    struct Session {
        PairingSession id;
        base::Duration began;
        Secret<32> key;
        std::string request;  // that was let pass
        std::string answer;
    };
    void forget_old();
    std::list<Session>::iterator find(const PairingSession& id);

    const base::Clock& clock_;
    base::Random& random_;
    const PairingLimits limits_;
    std::list<Session> sessions_;
    std::deque<base::Duration> hellos_;
};

}  // namespace wenlan::sync
