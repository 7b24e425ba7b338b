// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "hub/pocket/offer.h"
#include "hub/pocket/question_form.h"
#include "hub/pocket/visitor.h"
#include "net/http_message.h"

namespace wenlan::hub::pocket {

// What is on, by days.
struct Overview {
    domain::Centre centre;
    std::vector<store::OccasionSummary> occasions;  // by their start
};
net::HttpResponse overview_page(const Visitor& visitor, const Overview& overview);

net::HttpResponse detail_page(const Visitor& visitor, const Offer& offer,
                              const std::optional<PhoneSeats>& seats);

// The form, empty or as it was filled.
struct FormShown {
    std::string token;
    Fields filled;
    std::vector<domain::Refusal> refusals;
    bool too_old = false;  // the page that was sent
};
net::HttpResponse form_page(const Visitor& visitor, const Offer& offer, Way way,
                            const FormShown& shown);

}  // namespace wenlan::hub::pocket
