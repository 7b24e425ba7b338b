// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "store/outbox.h"
#include "sync/sign_ups/hub_line.h"
#include "sync/sign_ups/reply.h"
#include "sync/sign_ups/submission.h"

namespace wenlan::sync {

// Who a kiosk is to its hub. The key outlives what it is lent to.
struct KioskIdentity {
    CentreId centre;
    int number = 1;
    const SigningKey* key = nullptr;
};

// Brings what the outbox keeps to the hub, in its order, until a receipt that the hub signed names
// the very bytes; brings back where sign-ups stand, and seat rights. One thread, the outbox's.
class Delivery {
public:
    // The keys that the hub may sign with, as the newest root that is known names them.
    using OnlineKeys = std::function<std::vector<PublicKey>()>;

    Delivery(store::Outbox& outbox, HubLine& line, const base::Clock& clock, base::Random& random,
             KioskIdentity identity, OnlineKeys online_keys);

    // One exchange, now. An error does not say that the hub has not heard.
    base::Result<Reply> exchange(base::Duration limit);

    // Exchanges when it is time: at once while something waits, at longer and longer intervals
    // while nobody answers, now and then otherwise. Gives unused rights back when they have run
    // out.
    void tick();
    // Until tick() has something to do.
    base::Duration due_in() const;
    void due_now() { due_at_ = {}; }

    // Whether the last exchange succeeded.
    bool online() const { return online_; }
    // Nobody answered so short a time ago that asking again would only keep a resident waiting.
    bool just_failed() const;

    // In a row that nobody answered.
    int failures() const { return failures_; }

    // The same on a stick: what to write, each a message of its own, and what came back.
    static constexpr std::size_t carried_max = 200;
    base::Result<std::vector<std::string>> carried_out();
    base::Result<Reply> take_reply(std::string_view message);

    // The hub's clock, as far as it can be told here; none before it has ever been heard.
    std::optional<base::Instant> hub_time() const;
    const KioskIdentity& identity() const { return identity_; }

private:
    base::Result<Submission> next_submission();
    base::Result<Submission> submission_after(std::int64_t sequence);
    base::Result<std::optional<store::PendingOperation>> waiting_for(const Receipt& receipt);
    base::Result<void> settle(const Reply& reply);
    base::Result<void> return_expired_rights();
    std::string sealed_anew(const std::string& message);  // a mistake that can be planted
    void failed();
    void succeeded(bool more);

    store::Outbox& outbox_;
    HubLine& line_;
    const base::Clock& clock_;
    base::Random& random_;
    KioskIdentity identity_;
    OnlineKeys online_keys_;
    bool online_ = false;
    int failures_ = 0;
    base::Duration failed_at_{-1};
    base::Duration due_at_{0};
    domain::SignUpId watched_last_;
    std::int64_t sequence_carried_ = 0;  // the last that was put into a submission
    // The hub's time at some moment of this kiosk's uptime, which does not jump.
    std::optional<base::Instant> hub_at_;
    base::Duration hub_heard_uptime_{0};
};

}  // namespace wenlan::sync
