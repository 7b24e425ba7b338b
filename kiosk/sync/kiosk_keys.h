// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "sync/centre_id.h"
#include "sync/crypto/sealed_box.h"
#include "sync/crypto/signing.h"
#include "sync/sign_ups/sealed_form.h"

namespace wenlan::sync {

// By which a hub knows a kiosk, and writes to it alone. Made at the kiosk, and never leave it.
struct KioskKeys {
    SigningKey signing;
    OpeningKey opening;

    static KioskKeys make(base::Random& random) {
        return {SigningKey::make(random), OpeningKey::make(random)};
    }
};

// Who a paired kiosk is.
struct PairedKiosk {
    CentreId centre;
    int number = 1;  // as the hub counts its kiosks
    std::string name;
    NumberedSealKey seal;  // for what only the hub may read
    bool operator==(const PairedKiosk&) const = default;
};

// In the kiosk's data folder, in files that nobody else may read:
//   sync/kiosk.key   its two keys
//   sync/paired      who it is; missing: it is not paired
class KioskKeyRing {
public:
    KioskKeyRing(base::Disk& disk, const store::DataFolder& folder)
        : disk_(disk), folder_(folder.root / "sync") {}

    // Makes the keys where there are none. "keys.broken": what is there cannot be read, and is not
    // replaced, for the hub knows this kiosk by it.
    base::Result<KioskKeys> keys(base::Random& random);
    // None: it is not paired.
    base::Result<std::optional<PairedKiosk>> paired();
    base::Result<void> keep(const PairedKiosk& paired);

private:
    std::filesystem::path key_file() const { return folder_ / "kiosk.key"; }
    std::filesystem::path paired_file() const { return folder_ / "paired"; }

    base::Disk& disk_;
    std::filesystem::path folder_;
};

}  // namespace wenlan::sync
