// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/fleet/paired_kiosks.h"

#include <algorithm>

#include "base/log.h"
#include "sync/sign_ups/operation.h"

namespace wenlan::hub {

bool PairedKiosks::vouches(int kiosk, std::string_view message) const {
    const auto key = fleet_.signing_key(kiosk);
    if (!key) return false;
    return sync::signed_by(message, *key);
}

int PairedKiosks::count() const {
    const auto kiosks = fleet_.kiosks();
    if (!kiosks) {
        base::log::error("the screens of this hub", kiosks.error());
        return 0;
    }
    return static_cast<int>(
        std::count_if(kiosks.value().begin(), kiosks.value().end(),
                      [](const store::KioskRow& kiosk) { return !kiosk.revoked; }));
}

}  // namespace wenlan::hub
