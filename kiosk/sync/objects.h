// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "sync/manifest.h"

namespace wenlan::sync {

Content content_of(std::string_view bytes);

// How a database travels: compressed as a whole, or as what differs from `base`, in which it is
// looked for up to 128 MiB back.
base::Result<std::string> compress(std::string_view database);
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
base::Result<std::string> decompress_unchecked(std::string_view object, std::string_view base,
                                               std::int64_t database_bytes);

}  // namespace wenlan::sync
