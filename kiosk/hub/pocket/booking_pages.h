// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "hub/pocket/offer.h"
#include "sync/sign_ups/look_up.h"

namespace wenlan::hub::pocket {

// What became of a sign-up, for whoever has just made it.
struct Receipt {
    sync::SignUpStatus status;
    bool with_phone = false;  // the code needs its last four digits beside it
};
net::HttpResponse receipt_page(const Visitor& visitor, const Offer& offer, const Receipt& receipt);

// Asks for a code; with a sentence above where something was wrong.
struct LookUpShown {
    const domain::Centre& centre;
    std::string token;
    std::string code;
    const base::LocalText* sentence = nullptr;
};
net::HttpResponse look_up_page(const Visitor& visitor, const LookUpShown& shown, int status = 200);

// What stands behind it, and what may be done. The code goes along, so that nothing has to be
// remembered between two pages.
struct Booking {
    sync::LookUpAnswer found;
    std::string code;  // plain
    std::string tail;
    std::string token;
    const base::LocalText* sentence = nullptr;
};
net::HttpResponse booking_page(const Visitor& visitor, const domain::Centre& centre,
                               const std::optional<Offer>& offer, const Booking& booking);

}  // namespace wenlan::hub::pocket
