// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/data_folder.h"

#include <algorithm>

namespace wenlan::store {

std::filesystem::path DataFolder::snapshot(std::string_view name) const {
    return snapshots() / (std::string(name) + ".db");
}

std::filesystem::path DataFolder::seats(std::string_view name) const {
    return snapshots() / (std::string(name) + ".avail");
}

std::filesystem::path DataFolder::checksum(std::string_view name) const {
    return snapshots() / (std::string(name) + ".sum");
}

std::filesystem::path DataFolder::poster(std::string_view name) const {
    return posters() / (std::string(name) + ".jpg");
}

std::optional<std::int64_t> version_of(std::string_view name) {
    constexpr std::size_t digits_max = 15;
    if (name.empty() || name.size() > digits_max || name.front() == '0') return std::nullopt;
    std::int64_t version = 0;
    for (const char c : name) {
        if (c < '0' || c > '9') return std::nullopt;
        version = version * 10 + (c - '0');
    }
    return version;
}

bool is_followed(std::string_view name) { return version_of(name).value_or(0) >= followed_from; }

base::Result<std::string> read_current(base::Disk& disk, const DataFolder& folder) {
    constexpr std::size_t bytes_max = 64;
    std::string name = TRY(disk.read(folder.current(), bytes_max));
    constexpr std::string_view ending = ".db\n";
    const bool ends = name.ends_with(ending);
    if (ends) name.resize(name.size() - ending.size());
    if (!ends || (name != factory_name && !version_of(name))) {
        return base::Error{"snapshot.bad-pointer", "The file `current` names no programme.", name};
    }
    return name;
}

std::vector<std::int64_t> versions_present(base::Disk& disk, const DataFolder& folder) {
    std::vector<std::int64_t> versions;
    const auto names = disk.list(folder.snapshots());
    if (!names) return versions;
    for (const std::string& file : names.value()) {
        if (!file.ends_with(".db")) continue;
        if (const auto version = version_of(std::string_view(file).substr(0, file.size() - 3))) {
            versions.push_back(*version);
        }
    }
    std::sort(versions.rbegin(), versions.rend());
    return versions;
}

}  // namespace wenlan::store
