// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>

#include "base/ports.h"
#include "base/result.h"
#include "sync/crypto/hash.h"
#include "sync/edition.h"

namespace wenlan::sync {

// Which programme was the last to name each poster that was published: a poster may go once no
// programme names it that a screen may still take. A file of the hub's own.
using PosterUse = std::map<Hash, Edition>;

// "publish.bad-history" for what cannot be understood; where there is no file, nothing is known.
base::Result<PosterUse> read_poster_use(base::Disk& disk, const std::filesystem::path& path);
base::Result<void> write_poster_use(base::Disk& disk, const std::filesystem::path& path,
                                    const PosterUse& use);

}  // namespace wenlan::sync
