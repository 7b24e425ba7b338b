// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <span>

#include "hub/api/route.h"
#include "hub/sign_ups/sign_up_office.h"
#include "hub/site/site_folder.h"
#include "net/http_message.h"
#include "store/hub/kiosk_registry.h"
#include "store/seat_counts.h"
#include "sync/centre_keys.h"

namespace wenlan::hub {

// The screens in the hub's register, for sign-ups.
class RegisteredKiosks final : public KnownKiosks {
public:
    explicit RegisteredKiosks(store::KioskRegistry& registry) : registry_(registry) {}
    bool vouches(int kiosk, std::string_view message) const override;
    int count() const override;

private:
    store::KioskRegistry& registry_;
};

// A hub's sign-ups, opened with their keys: for the server and for commands. One thread at a time.
class SignUpHub {
public:
    static base::Result<std::unique_ptr<SignUpHub>> open(base::Disk& disk, const base::Clock& clock,
                                                         base::Random& random,
                                                         const store::DataFolder& folder);
    SignUpOffice& office() { return *office_; }
    SignUpKeys& keys() { return keys_; }
    store::HubDatabase& database() { return database_; }
    // What the programme says now; nothing is done where it says what it said before.
    base::Result<void> take_programme();
    // Who signs now: keys may have been changed by a command.
    base::Result<void> take_keys();

private:
    SignUpHub(base::Disk& disk, const base::Clock& clock, base::Random& random,
              store::DataFolder folder, store::HubDatabase database, SignUpKeys keys,
              sync::CentreKeys centre);

    base::Disk& disk_;
    const store::DataFolder folder_;
    store::HubDatabase database_;
    SignUpKeys keys_;
    sync::CentreKeys centre_;
    store::KioskRegistry registry_;
    RegisteredKiosks kiosks_;
    std::unique_ptr<SignUpOffice> office_;
    std::optional<std::int64_t> stamp_;
};

// What a hub answers about sign-ups. Bodies are the bytes of sync/sign_ups, signed or sealed; an
// answer that is none is a status and a word:
//   POST /api/v1/kiosk/sign-ups   a submission (submission.h); a reply (reply.h)
//   POST /api/v1/kiosk/hold       a hold request; a hold reply
//   POST /api/v1/look-up          a sealed question (look_up.h); a sealed answer
// Any thread.
class SignUpApi {
public:
    explicit SignUpApi(SignUpHub& hub) : hub_(hub) {}

    static std::span<const Route> routes();
    // None: it is not for this one.
    std::optional<net::HttpResponse> handle(const net::HttpRequest& request);

    // What happens by itself; some times a minute.
    base::Result<void> tick();
    // Seats taken, over what was counted apart: for what is published.
    base::Result<void> add_to(store::SeatCounts& seats, base::Instant now);
    // Works on the hub while nobody else does: for the pages of phones and staff.
    template <typename Work>
    auto with_hub(Work work) {
        const std::lock_guard guard(lock_);
        return work(hub_);
    }

private:
    SignUpHub& hub_;
    std::mutex lock_;  // of the hub
};

}  // namespace wenlan::hub
