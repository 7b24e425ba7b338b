// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "sync/centre_id.h"
#include "sync/crypto/code_exchange.h"
#include "sync/crypto/sealed_box.h"
#include "sync/crypto/signing.h"
#include "sync/sign_ups/sealed_form.h"

// What a new kiosk and its hub say to each other, in this order. Each is a text of fields; the two
// last end with a line `mac` over all that stands before it.
//
// What the code protects: whoever stands between the two, or answers instead of the hub, gets
// nothing but one guess at the code for each try that somebody makes at a screen, and each kiosk
// one guess of the five that the hub allows within the ten minutes that a code lives (28^6 codes).
// Keys cannot be swapped, and nothing said before is of use again. What it does not protect
// against: somebody who sees the code while it lives, and pairs first (the screen that was meant is
// then refused, and the office's list has one too many); a hub or a screen that is a thief's
// already; keeping a screen from pairing by using up the five tries.
namespace wenlan::sync {

inline constexpr std::size_t pairing_bytes_max = 48 << 10;
inline constexpr std::size_t kiosk_name_bytes_max = 120;
inline constexpr int kiosk_number_max = 9999;

// Drawn by the hub for each exchange.
using PairingSession = CentreId;

struct PairingHello {
    Share share;
};
struct PairingWelcome {
    PairingSession session;
    Share share;
};
// The kiosk's keys.
struct PairingRequest {
    PairingSession session;
    PublicKey signing;
    SealKey sealing;
    std::string software;
};
// The hub's, and who the kiosk is from now on.
struct PairingGrant {
    PairingSession session;
    int number = 1;
    std::string name;
    CentreId centre;
    std::string root;      // the first root's file; those after it follow from it
    NumberedSealKey seal;  // for what only the hub may read
};

std::string write(const PairingHello& hello);
std::string write(const PairingWelcome& welcome);
std::string write(const PairingRequest& request, const Secret<32>& key);
// `request`: the message that it answers, which its mac covers too.
std::string write(const PairingGrant& grant, const Secret<32>& key, std::string_view request);

// Codes: pair.malformed, and pair.wrong where the mac is not of this key.
base::Result<PairingHello> read_hello(std::string_view text);
base::Result<PairingWelcome> read_welcome(std::string_view text);
// Whose session it is, before its key is known.
base::Result<PairingSession> session_of(std::string_view request);
base::Result<PairingRequest> read_request(std::string_view text, const Secret<32>& key);
base::Result<PairingGrant> read_grant(std::string_view text, const Secret<32>& key,
                                      std::string_view request);

}  // namespace wenlan::sync
