// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "store/programme.h"
#include "store/seat_counts.h"

namespace wenlan::store {

// What a change of the publication came to, in listings and occasions.
struct PutReport {
    int listings_added = 0;
    int listings_changed = 0;  // the listing itself or any of its occasions
    int listings_unchanged = 0;
    int listings_removed = 0;
    int occasions_added = 0;
    int occasions_changed = 0;
    int occasions_removed = 0;

    bool operator==(const PutReport&) const = default;
};

enum class PutMode {
    apply,
    dry_run,  // the same checks and the same report, and nothing is kept
};

// What has changed in the hub's programme, with the hub's ids.
struct ProgrammeChange {
    // The surroundings, and the listings that residents see from now on, or see otherwise than
    // before, each with all of its occasions.
    Programme programme;
    std::vector<domain::ListingId> gone;  // that are not shown any more
    bool whole = false;  // `programme` is all that is shown, whatever the publication holds
};

// The hub's programme on disk, edited in place so that small edits change few pages. Residents see
// an edit once it is published (publish.h). One thread; other processes wait for each other's
// edits.
class Publication {
public:
    // Opens or makes DIR/publication.db.
    static base::Result<std::unique_ptr<Publication>> open(base::Disk& disk, DataFolder folder);
    ~Publication();

    // Everything, with the publication's ids. Those of listings and venues fit put() again.
    base::Result<Programme> programme();

    // Adds or changes what the programme holds, whole or not at all. A listing that it holds gets
    // exactly the occasions that it holds for it; listings that it does not hold stay. What does
    // not fit together is refused with "programme.invalid" before anything is written.
    base::Result<PutReport> put(const Programme& programme, PutMode mode = PutMode::apply);
    // As put, and listings of that origin that the programme does not hold are removed.
    base::Result<PutReport> replace(const Programme& programme, Origin origin);

    // Takes over what has changed at the hub. Only rows that differ are written.
    base::Result<PutReport> follow(const ProgrammeChange& change);
    // A checksum of the file: another after every edit of it, whoever makes it.
    base::Result<std::int64_t> stamp();

    struct Standing {
        std::int64_t edition = 0;  // the version last published; 0: none yet
        bool edited = true;        // since then
        bool demonstration = false;
        std::optional<base::CivilDate> laid_out_on;
    };
    base::Result<Standing> standing();

    // Seats taken, by the publication's occasion ids: of every occasion that counts seats.
    const SeatCounts& seats() const;

    // Writes a copy to `path` that says which edition it is and when it was issued, not yet synced.
    // The publication remembers both.
    base::Result<void> issue(std::int64_t edition, base::Instant now,
                             const std::filesystem::path& path);

private:
    class Impl;
    explicit Publication(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace wenlan::store
