// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/intent.h"
#include "model/view.h"

// The browsing pages of the programme made by hand.
namespace wenlan::test {

// How many clubs there are, and how many a page brings.
inline constexpr int club_count = 120;
inline constexpr int window_size = 30;
inline constexpr int reading_count = 90;

std::string club_name(int n);
// The station has no club of this kind.
inline const std::string empty_tag = "fishing";

model::ClubsPage clubs_page(const model::ShowClubs& wanted);
model::ReadingPage reading_page();
model::VolunteeringPage volunteering_page();
model::NeighbourhoodPage neighbourhood_page();
model::ListPage list_page(const model::ShowList& wanted);
// The page of a club, of the challenge or of the swap shelf; null if the listing is none of them.
std::shared_ptr<const model::EventDetail> listing_page(domain::ListingId listing);

}  // namespace wenlan::test
