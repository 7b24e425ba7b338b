// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/crypto/slow_hash.h"

#include "sync/crypto/sodium.h"

namespace wenlan::sync {

base::Result<Hash> slow_hash(std::string_view secret, const Salt& salt, SlowHashCost cost) {
    ready_sodium();
    static_assert(sizeof(Salt) == crypto_pwhash_argon2id_SALTBYTES);
    constexpr std::size_t light_bytes = std::size_t{8} << 20;
    const bool light = cost == SlowHashCost::light;
    Hash hash;
    if (crypto_pwhash_argon2id(hash.bytes.data(), hash.bytes.size(), secret.data(), secret.size(),
                               salt.data(), crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE,
                               light ? light_bytes : crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE,
                               crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
        return base::Error{"slow-hash.no-memory", "The machine has too little memory."};
    }
    return hash;
}

}  // namespace wenlan::sync
