// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "hub/site/site_folder.h"
#include "store/hub/kiosk_registry.h"
#include "sync/health.h"
#include "sync/pairing_hub.h"

namespace wenlan::hub {

inline constexpr base::Duration pairing_code_life = std::chrono::minutes{10};
inline constexpr int pairing_tries_max = 5;

// Where a centre keeps what only its hub may open; see hub/sign_ups/sign_up_keys.h.
inline std::filesystem::path sign_up_keys_file(const SiteFolder& folder) {
    return folder.keys() / "sign-ups";
}

// Opens a code for the next screen, which gets this name. Gives the code.
base::Result<std::string> invite_kiosk(store::KioskRegistry& registry, base::Random& random,
                                       const std::string& name, const store::By& by);

// The screens of a hub that serves: pairs them and hears how they are. Any thread.
class Fleet {
public:
    static base::Result<std::unique_ptr<Fleet>> open(base::Disk& disk, const base::Clock& clock,
                                                     base::Random& random, SiteFolder folder);

    base::Result<std::string> invite(const std::string& name, const store::By& by);

    // The two steps of a pairing; see sync/pairing_messages.h. Codes: pair.none (no code is open,
    // or it has expired), pair.wrong, pair.too-many, pair.malformed, kiosk.known.
    base::Result<std::string> welcome(std::string_view hello);
    base::Result<std::string> grant(std::string_view request);

    // A report of how a screen is. Codes: kiosk.unknown, kiosk.revoked, kiosk.replayed, health.*.
    base::Result<std::string> hear(std::string_view report);

    // Of a screen that may speak; none: it is not known, or was revoked.
    std::optional<sync::PublicKey> signing_key(int number);

    // Keeps what was heard since the last time; other processes see it then.
    base::Result<void> keep();
    // With what was heard and is not kept yet.
    base::Result<std::vector<store::KioskRow>> kiosks();

private:
    Fleet(base::Disk& disk, const base::Clock& clock, base::Random& random, SiteFolder folder,
          store::HubDatabase hub);
    base::Result<std::string> grant_new(std::string_view request,
                                        const sync::PairingRequest& wanted);
    base::Result<store::KioskInvitation> open_invitation();
    std::int64_t last_serial(const store::KioskRow& kiosk) const;

    base::Disk& disk_;
    const base::Clock& clock_;
    base::Random& random_;
    const SiteFolder folder_;

    std::mutex lock_;  // of all below
    store::HubDatabase hub_;
    store::KioskRegistry registry_;
    sync::PairingHub pairing_;
    std::map<int, store::KioskReport> heard_;
};

}  // namespace wenlan::hub
