// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "store/snapshot.h"

namespace wenlan::store {

// Where a snapshot's index lies, and what ties it to its bytes.
std::filesystem::path search_file(const DataFolder& folder, std::string_view snapshot);
std::string search_binding(base::Disk& disk, const DataFolder& folder, const Snapshot& snapshot);

inline constexpr std::string_view search_schema =
    "CREATE TABLE bound (binding TEXT NOT NULL) STRICT;"
    "CREATE TABLE letter (id INTEGER PRIMARY KEY, character INTEGER NOT NULL,"
    " begins INTEGER NOT NULL, keys TEXT NOT NULL) STRICT;"
    "CREATE TABLE said (id INTEGER PRIMARY KEY, letters BLOB NOT NULL) STRICT;"
    "CREATE TABLE piece (id INTEGER PRIMARY KEY, listings BLOB NOT NULL) STRICT;";

// Numbers as bytes, the low one first.
void put_number(std::string& bytes, std::uint64_t value, int size);
// Takes them off the front; 0 where there are too few, and `bytes` is then empty.
std::uint64_t take_number(std::string_view& bytes, std::size_t size);

}  // namespace wenlan::store
