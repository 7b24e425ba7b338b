// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "store/publication.h"

namespace wenlan::store {

struct Published {
    std::int64_t version = 0;
    std::int64_t bytes = 0;
    bool new_version = true;  // false: nothing had changed since that version
};

// Makes the publication as it stands the current snapshot: a copy under the next version number
// with its seats, synced, then `current` is pointed to it. The one before it stays, older ones are
// removed. After an error `current` is what it was.
base::Result<Published> publish(Publication& publication, base::Disk& disk,
                                const DataFolder& folder, base::Instant now);

// Publishes what is in the folder's publication: after an update, in the new schema.
base::Result<Published> republish(base::Disk& disk, const DataFolder& folder, base::Instant now);

// The same copy under the name "factory", which nothing but this replaces. `current` is not
// touched.
base::Result<void> publish_factory(Publication& publication, base::Disk& disk,
                                   const DataFolder& folder, base::Instant now);

}  // namespace wenlan::store
