// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listing.h"

namespace wenlan::domain {

// What whoever signs up is asked: the listing's own form, or where it has none and one can sign up,
// what is usual for its kind. Empty: nothing is asked, for nobody signs up. The screen, the station
// and the desk show and check the same form.
Form form_of(const Listing& listing);
// The same of whoever walks in: without a form of its own, how many they are and nothing else.
Form walk_in_form_of(const Listing& listing);

}  // namespace wenlan::domain
