// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "sync/manifest.h"

namespace wenlan::sync {

Content content_of(std::string_view bytes);

inline constexpr int quick_level = 3;
inline constexpr int thorough_level = 19;  // takes seconds and much memory

// How a database travels: compressed as a whole, or as the pages that are not the same in `base`,
// compressed against what those pages were. The database is edited in place, so a small edit
// changes few pages, and neither making nor applying a patch has to pack the others.
base::Result<std::string> compress(std::string_view database, int level = quick_level);
base::Result<std::string> compress_patch(std::string_view base, std::string_view database);

// Whether the bytes that came are the ones that the manifest names. Nothing is decompressed that is
// not: a decoder takes bytes behind the end, and more. Codes: object.wrong-length,
// object.wrong-hash.
base::Result<void> check_object(std::string_view object, const Content& expected);

// The database out of an object that was checked; `base` is empty for a whole one. Memory is taken
// for the expected length and no more, whatever the object says of itself. Codes: object.broken,
// object.wrong-database.
base::Result<std::string> decompress(std::string_view object, std::string_view base,
                                     const Content& database);
// The same without the hash at the end, for who made the object or looks at it in another way.
base::Result<std::string> decompress_unchecked(std::string_view object,
                                               std::int64_t database_bytes);
base::Result<std::string> patch_unchecked(std::string_view object, std::string base,
                                          std::int64_t database_bytes);

}  // namespace wenlan::sync
