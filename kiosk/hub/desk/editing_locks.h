// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/time.h"
#include "domain/ids.h"

namespace wenlan::hub::desk {

// Whoever has a listing open says so this often; silent for so long, it is free again.
inline constexpr std::chrono::seconds editing_beat{15};
inline constexpr std::chrono::seconds editing_free_after{45};

struct Editing {
    std::string session;
    std::string who;
    base::Instant since;
};

// Who edits which listing: of two the second reads only. Any thread.
class EditingLocks {
public:
    // Takes it, or keeps it; gives who has it.
    Editing beat(domain::ListingId listing, const Editing& wanted, base::Duration now);
    void leave(domain::ListingId listing, const std::string& session);
    std::optional<Editing> of(domain::ListingId listing, base::Duration now);
    // Somebody else edits it.
    std::optional<Editing> other(domain::ListingId listing, const std::string& session,
                                 base::Duration now);

private:
    struct Held {
        Editing by;
        base::Duration heard{};
    };
    std::mutex lock_;
    std::map<domain::ListingId, Held> held_;
};

}  // namespace wenlan::hub::desk
