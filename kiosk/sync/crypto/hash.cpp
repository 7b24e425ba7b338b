// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/crypto/hash.h"

#include "sync/crypto/hex.h"
#include "sync/crypto/sodium.h"

namespace wenlan::sync {

std::string Hash::hex() const { return to_hex(bytes); }

std::optional<Hash> Hash::of_hex(std::string_view text) {
    Hash hash;
    if (!from_hex(text, hash.bytes)) return std::nullopt;
    return hash;
}

Hash hash_of(std::string_view bytes) {
    ready_sodium();
    Hash hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(), unsigned_bytes(bytes), bytes.size(),
                       nullptr, 0);
    return hash;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    ready_sodium();
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace wenlan::sync
