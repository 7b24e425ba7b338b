// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/result.h"
#include "base/time.h"
#include "store/hub/hub_database.h"
#include "store/publication.h"

namespace wenlan::store {

// What is taken over into the publication.
enum class Scope {
    everything,  // all that staff have changed: somebody publishes
    due,  // what falls due by itself: listings whose time to be published has come, and those
          // that are named. Other edits wait for somebody to publish them.
};

// Makes the publication from the hub's programme: only what has changed since the last time is read
// and written, unless the publication is not as it was left then. Drafts, what was withdrawn, and
// what is to be published later stay out.
class Derivation {
public:
    explicit Derivation(HubDatabase& hub) : database_(hub.connection()) {}

    // True: the publication has changed. `also`: listings that are due for another reason.
    base::Result<bool> bring_up_to_date(Publication& publication, base::Instant now, Scope scope,
                                        const std::vector<domain::ListingId>& also = {});
    // To be called once the publication has been published, which edits it.
    base::Result<void> note(Publication& publication);

    // Whether the time of some listing has come.
    base::Result<bool> anything_due(base::Instant now);
    // Of this listing something waits to be published.
    base::Result<bool> pending(domain::ListingId listing);

private:
    struct Line {
        domain::ListingId id;
        std::int64_t changed = 0;
        bool visible = false;
        bool shown = false;
    };

    base::Result<std::vector<Line>> lines(bool whole, base::Instant now, Scope scope,
                                          const std::vector<domain::ListingId>& also);
    base::Result<ProgrammeChange> change_of(const std::vector<Line>& lines, bool whole,
                                            Scope scope);
    base::Result<void> mark(const std::vector<Line>& lines, Scope scope);
    base::Result<bool> surroundings_pending();
    base::Result<void> note_stamp(std::int64_t stamp);

    sqlite::Database& database_;
};

}  // namespace wenlan::store
