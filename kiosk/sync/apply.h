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

// Gives the manifest's database its name beside the others, durable and checked to the last byte:
// from the current one, by a patch on it, or else the whole, fetched. Nobody shows it yet.
// `current_hash`, where it is known, saves finding it out; a wrong one costs fetching the whole.
base::Result<void> bring_database(const Applying& applying, const Manifest& manifest,
                                  const std::optional<Hash>& current_hash);
// Points `current` to it. Whatever fails, and wherever the power goes, `current` names a whole
// programme.
base::Result<void> switch_to(const Applying& applying, const Manifest& manifest);

// Removes what is neither current, nor the one before, nor the factory's.
void remove_older(const Applying& applying, const std::optional<std::string>& previous);

// What a power cut left half written in the folders of a kiosk. Nobody else may be writing there.
void remove_unfinished(base::Disk& disk, const store::DataFolder& folder);

}  // namespace wenlan::sync
