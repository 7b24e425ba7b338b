// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "base/time.h"

namespace CLI {
class App;
}

namespace wenlan::app {

// wenlan-hub listing poster ID FILE
struct PosterWords {
    std::int64_t listing = 0;
    std::string file;
};

// Adds the command to `listing`.
CLI::App& describe_poster(CLI::App& listing, PosterWords& words);
base::Result<void> run_poster(const std::filesystem::path& data, base::Instant now,
                              const PosterWords& words);

}  // namespace wenlan::app
