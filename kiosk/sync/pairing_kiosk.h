// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "sync/kiosk_keys.h"
#include "sync/pairing_messages.h"

namespace wenlan::sync {

// The kiosk's side of one try, step by step. To be used once.
class PairingKiosk {
public:
    // `code` as read_pairing_code() gives it.
    PairingKiosk(std::string_view code, base::Random& random) : exchange_(code, random) {}

    std::string hello() const { return write(PairingHello{exchange_.share()}); }
    // What is asked for after the hub's welcome. Codes: pair.malformed.
    base::Result<std::string> request(std::string_view welcome, const KioskKeys& keys,
                                      std::string_view software);
    // What the hub grants. "pair.wrong": it did not know the code.
    base::Result<PairingGrant> granted(std::string_view grant) const;

private:
    CodeExchange exchange_;
    Secret<32> key_;
    PairingSession session_;
    std::string request_;
};

}  // namespace wenlan::sync
