// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/pocket/programme.h"
#include "hub/pocket/seats.h"
#include "hub/pocket/visitor.h"

namespace wenlan::hub::pocket {

// What a page is about: a listing, and of what happens on days one of its occasions.
struct Offer {
    domain::Centre centre;
    domain::Listing listing;
    domain::Form form;  // what whoever signs up is asked
    std::optional<store::OccasionSummary> when;
    std::vector<store::OccasionTime> dates;  // that are still to come, the first few
    bool other_date = false;                 // the one in the address is not there any more

    std::string path() const;          // "/c/taiji/202611281400"
    std::string listing_path() const;  // "/c/taiji"
    const base::LocalText& title() const {
        return listing.full_title.empty() ? listing.title : listing.full_title;
    }
};

// "/c/taiji/202611281400" as a kiosk's QR codes carry it, or without a time: the next one. None:
// there is no such page, or it is not shown now.
base::Result<std::optional<Offer>> find_offer(Programme& programme, const std::string& listing_key,
                                              std::string_view start, base::Instant now);
// By what a sign-up names; none: it is not in the programme any more.
base::Result<std::optional<Offer>> find_offer(Programme& programme, domain::ListingId listing,
                                              domain::OccasionId occasion, base::Instant now);

// What may be done about it from a phone, now.
enum class Way {
    none,  // nothing to sign up for
    walk_in,
    at_the_screen,
    over,  // or cancelled
    not_yet,
    closed,
    wait,  // full: the waiting list
    sign_up,
};
Way way_of(const Offer& offer, const std::optional<PhoneSeats>& seats, base::Instant now);

// "202611281400"
std::string start_text(base::Instant start);

}  // namespace wenlan::hub::pocket
