// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "sync/centre_id.h"
#include "sync/signed_text.h"

namespace wenlan::sync {

// Which keys speak for a centre. Signed by offline keys, which sign nothing else; the online keys
// that it names sign what is published.
struct Root {
    CentreId centre;
    std::int64_t number = 1;  // each root is one more than the one before
    std::int64_t epoch = 1;   // of everything published under it; never falls
    base::Instant issued{};
    base::Instant expires{};
    std::int64_t need = 1;           // so many of the offline keys sign a root
    std::vector<PublicKey> offline;  // one to eight, ascending
    std::vector<PublicKey> online;   // one to eight, ascending

    bool operator==(const Root&) const = default;
};

inline constexpr std::size_t root_bytes_max = 16 << 10;

// Sorts the keys.
std::string sign_root(Root root, std::span<const SigningKey* const> offline_keys);

// The first root that a kiosk learns, signed by its own keys only: whether it is the centre's is
// for pairing to say. Codes: those of signed_text.h for "root", and root.bad-field.
base::Result<Root> read_first_root(std::string_view file);

// The one that follows. It is signed by enough keys of the old root and of its own. Codes besides:
// root.wrong-centre, root.wrong-number (an old one, or one too far ahead), root.lower-epoch.
base::Result<Root> read_next_root(std::string_view file, const Root& old);

}  // namespace wenlan::sync
