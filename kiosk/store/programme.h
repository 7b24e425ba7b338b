// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "domain/listing.h"

namespace wenlan::store {

// Who put a listing into the programme. Laying the demonstration out anew touches only its own.
enum class Origin : std::uint8_t { desk, demonstration, imported };

struct ProgrammeListing {
    domain::Listing listing;
    Origin origin = Origin::desk;
};

struct ProgrammeOccasion {
    domain::Occasion occasion;
    // Seats taken. None: whatever is known already stays, and a new occasion begins with none
    // taken.
    std::optional<int> taken;
};

// A programme in memory: the whole of a publication, or what is to be added to one.
//
// Ids tie its parts together (Occasion::listing, Occasion::venue) and mean nothing outside it: they
// only have to be unique and not zero. Publication::put matches venues and listings by `key` and
// occasions by listing and start, and gives them the publication's own ids.
struct Programme {
    domain::Centre centre;  // without a name: the publication's centre stays as it is
    std::vector<domain::Venue> venues;
    std::vector<domain::Tag> tags;
    std::vector<ProgrammeListing> listings;
    std::vector<ProgrammeOccasion> occasions;
    bool demonstration = false;
    std::optional<base::CivilDate> laid_out_on;  // of a demonstration: the day taken as today
};

}  // namespace wenlan::store
