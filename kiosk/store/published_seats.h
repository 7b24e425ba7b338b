// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "domain/ids.h"
#include "store/seat_counts.h"

namespace wenlan::store {

// The seats taken as they were published with a snapshot. A small file is read at once; in a large
// one an occasion is looked up in the file's text, whose keys are in order, so that opening does
// not cost more the more is in it.
class PublishedSeats {
public:
    PublishedSeats() = default;
    // An error: this is not a file of seats.
    static base::Result<PublishedSeats> of_file(std::string json);

    std::optional<int> of(domain::OccasionId occasion) const;
    // What of_file left unread: whether all of it is as it should be.
    base::Result<void> check() const;
    bool empty() const { return json_.empty() && counts_.taken.empty(); }

private:
    std::string json_;  // of a large file
    SeatCounts counts_;
};

}  // namespace wenlan::store
