// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace wenlan::store {

// What the listings of a snapshot call their posters by, each once, in order: names of objects and
// of built-in pictures.
base::Result<std::vector<std::string>> poster_names(const std::filesystem::path& snapshot);

}  // namespace wenlan::store
