// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "sync/centre_id.h"
#include "sync/crypto/hash.h"
#include "sync/edition.h"
#include "sync/root.h"

namespace wenlan::sync {

// So many bytes, with this hash.
struct Content {
    Hash hash;
    std::int64_t bytes = 0;
    bool operator==(const Content&) const = default;
};

// The compressed difference from the database with the hash `base`.
struct Patch {
    Hash base;
    Content object;
    bool operator==(const Patch&) const = default;
};

// What a centre publishes, in one signed page.
struct Manifest {
    CentreId centre;
    std::int64_t schema_oldest = 1;  // who knows this schema can read the database
    std::int64_t schema = 1;         // of the database
    Edition edition;
    base::Instant issued{};
    base::Instant expires{};
    Content database;
    Content snap;                   // the whole database, compressed
    std::vector<Patch> patches;     // ascending by base
    std::int64_t avail_serial = 0;  // seats older than these are not this manifest's
    Hash previous;                  // of the manifest before; zero for the first

    bool operator==(const Manifest&) const = default;
};

inline constexpr std::size_t manifest_bytes_max = 16 << 10;
inline constexpr std::size_t patches_max = 32;
inline constexpr std::int64_t database_bytes_max = 128 << 20;

// A manifest that was verified, as it came.
struct SignedManifest {
    Manifest manifest;
    Hash hash;  // of the text, without its signatures
    std::string file;
};

// Sorts the patches.
SignedManifest sign_manifest(Manifest manifest, const SigningKey& online_key);

// Verified first, then parsed. Codes: those of signed_text.h for "manifest", manifest.bad-field,
// manifest.wrong-centre, manifest.wrong-epoch (not that of the root).
base::Result<SignedManifest> read_manifest(std::string_view file, const Root& root);

// Where its objects lie.
std::string snap_name(const Manifest& manifest);
std::string patch_name(const Manifest& manifest, const Patch& patch);

}  // namespace wenlan::sync
