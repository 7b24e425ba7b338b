// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "store/demo/strict_table.h"
#include "store/demo/when.h"
#include "store/programme.h"

namespace wenlan::store::demo {

// Turns the demonstration's files, one after the other, into a programme laid out around `today`.
class Loader {
public:
    explicit Loader(base::CivilDate today);

    base::Result<void> centre(StrictTable table);
    base::Result<void> venues(StrictTable file);
    base::Result<void> tags(StrictTable file);
    // Once the three above are known.
    base::Result<void> listings(StrictTable file);

    Programme take();

private:
    base::Result<void> listing(StrictTable table);
    base::Result<void> house(StrictTable& table, domain::Centre& centre);
    base::Result<void> week(StrictTable& table, std::string_view key,
                            domain::OpeningHours (&hours)[7]) const;
    base::Result<void> feature(StrictTable& table, domain::Listing& listing);
    base::Result<void> parts(StrictTable& table, domain::Listing& listing);
    base::Result<domain::Club> club(StrictTable table) const;
    base::Result<domain::Challenge> challenge(StrictTable table) const;
    // The beginning of the day that a key names, or its end; none without the key.
    base::Result<std::optional<base::Instant>> day_if_any(StrictTable& table, std::string_view key,
                                                          int minute_of_day) const;
    base::Result<void> tags_of(StrictTable& table, domain::Listing& listing);
    base::Result<void> occasions(StrictTable table, const domain::Listing& listing);
    base::Instant instant(base::CivilDate date, int minute_of_day) const;
    bool closed(base::CivilDate date) const;

    struct Planned {
        ProgrammeOccasion entry;
        bool recurring = false;
    };
    void plan(const Planned& planned);

    base::CivilDate today_;
    base::Zone zone_ = base::Zone::shanghai();
    Programme programme_;
    std::map<std::string, domain::VenueId> venues_;
    std::map<std::string, domain::Tag> tags_;
    std::set<std::string> listing_keys_;
    std::map<std::pair<domain::ListingId, base::Instant>, Planned> planned_;
};

}  // namespace wenlan::store::demo
