// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ports.h"
#include "base/result.h"

namespace wenlan::store {

// Where things lie in the data folder. A file whose name has a version never changes once it has
// that name; `current` names the one to show and is replaced whole.
struct DataFolder {
    std::filesystem::path root;

    std::filesystem::path publication() const { return root / "publication.db"; }
    std::filesystem::path publication_seats() const { return root / "publication.avail"; }
    std::filesystem::path snapshots() const { return root / "snapshot"; }
    std::filesystem::path current() const { return snapshots() / "current"; }
    std::filesystem::path snapshot(std::string_view name) const;  // "12" or "factory"
    std::filesystem::path seats(std::string_view name) const;
    std::filesystem::path checksum(std::string_view name) const;
    // Pictures that came with a programme, by the names that its listings call them by.
    std::filesystem::path posters() const { return root / "poster"; }
    std::filesystem::path poster(std::string_view name) const;
};

inline constexpr std::string_view factory_name = "factory";

// The version of a snapshot's name: "12" is 12, anything that is not a plain number is none.
std::optional<std::int64_t> version_of(std::string_view name);

// From this number on names are of a hub's programmes, which nothing but following replaces. A
// screen's own are below.
inline constexpr std::int64_t followed_from = 1'000'000'000;
bool is_followed(std::string_view name);

// The name in `current`: "12" or "factory". Anything else there is an error, so that no file
// outside the folder can be named.
base::Result<std::string> read_current(base::Disk& disk, const DataFolder& folder);

// The versions whose database is in the folder, newest first. An unreadable folder has none.
std::vector<std::int64_t> versions_present(base::Disk& disk, const DataFolder& folder);

}  // namespace wenlan::store
