// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "sync/crypto/hash.h"
#include "sync/crypto/secret.h"

namespace wenlan::sync {

using FieldKey = Secret<32>;

// XChaCha20-Poly1305 with a nonce by chance before it. `belongs_to` is bound to it and not kept:
// what was encrypted for one row opens in no other.
std::string encrypt_field(const FieldKey& key, std::string_view plain, std::string_view belongs_to,
                          base::Random& random);
// "field.broken": another key, another row, or changed.
base::Result<std::string> decrypt_field(const FieldKey& key, std::string_view field,
                                        std::string_view belongs_to);

// Finds equal texts without telling them to who lacks the key. `use` keeps kinds of texts apart.
Hash keyed_hash(const FieldKey& key, std::string_view use, std::string_view text);

}  // namespace wenlan::sync
