// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "store/seat_counts.h"
#include "sync/download.h"
#include "sync/manifest.h"

namespace wenlan::sync {

// What is needed to bring a data folder to one manifest.
struct Applying {
    base::Disk& disk;
    const store::DataFolder& folder;
    Download& download;
};

// Whether the manifest's programme is the one that `current` names.
bool is_current(const Applying& applying, const Manifest& manifest);

// The manifest's database, from what is here: the same one under another name, a patch on the
// current one, or else the whole, fetched. Checked to the last byte.
// `current_hash`, where it is known, saves finding it out; a wrong one costs fetching the whole.
base::Result<std::string> obtain_database(const Applying& applying, const Manifest& manifest,
                                          const std::optional<Hash>& current_hash);

// Gives the database its name beside the others, durable. Nobody shows it yet.
base::Result<void> put_beside(const Applying& applying, const Manifest& manifest,
                              const std::string& database, const store::SeatCounts& seats);
// Points `current` to it. Whatever fails, and wherever the power goes, `current` names a whole
// programme.
base::Result<void> switch_to(const Applying& applying, const Manifest& manifest);

// Removes what is neither current, nor the one before, nor the factory's.
void remove_older(const Applying& applying, const std::optional<std::string>& previous);

// What a power cut left half written in the folders of a kiosk. Nobody else may be writing there.
void remove_unfinished(base::Disk& disk, const store::DataFolder& folder);

}  // namespace wenlan::sync
