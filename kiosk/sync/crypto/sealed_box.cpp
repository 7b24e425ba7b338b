// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/crypto/sealed_box.h"

#include <algorithm>
#include <utility>

#include "sync/crypto/hex.h"
#include "sync/crypto/sodium.h"

namespace wenlan::sync {

static_assert(seal_overhead_bytes == crypto_box_SEALBYTES);

std::string SealKey::hex() const { return to_hex(bytes); }

std::optional<SealKey> SealKey::of_hex(std::string_view text) {
    SealKey key;
    if (!from_hex(text, key.bytes)) return std::nullopt;
    return key;
}

// As crypto_box_seal, which takes its one-time key from a source of its own.
base::Result<std::string> seal(const SealKey& to, std::string_view bytes, base::Random& random) {
    ready_sodium();
    Secret<crypto_box_SEEDBYTES> seed;
    random.fill(seed.bytes());
    SealKey once;
    Secret<crypto_box_SECRETKEYBYTES> secret;
    crypto_box_seed_keypair(once.bytes.data(), secret.bytes().data(), seed.bytes().data());

    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, once.bytes.data(), once.bytes.size());
    crypto_generichash_update(&state, to.bytes.data(), to.bytes.size());
    crypto_generichash_final(&state, nonce.data(), nonce.size());

    std::string sealed(seal_overhead_bytes + bytes.size(), '\0');
    auto* const out = reinterpret_cast<unsigned char*>(sealed.data());
    std::copy(once.bytes.begin(), once.bytes.end(), out);
    if (crypto_box_easy(out + once.bytes.size(), unsigned_bytes(bytes), bytes.size(), nonce.data(),
                        to.bytes.data(), secret.bytes().data()) != 0) {
        return base::Error{"seal.bad-key", "The centre's key cannot be used.", to.hex()};
    }
    return sealed;
}

OpeningKey OpeningKey::make(base::Random& random) {
    Secret<32> seed;
    random.fill(seed.bytes());
    return of_seed(std::move(seed));
}

OpeningKey OpeningKey::of_seed(Secret<32> seed) {
    ready_sodium();
    OpeningKey key;
    crypto_box_seed_keypair(key.public_.bytes.data(), key.secret_.bytes().data(),
                            seed.bytes().data());
    key.seed_ = std::move(seed);
    return key;
}

std::optional<OpeningKey> OpeningKey::of_hex(std::string_view text) {
    Secret<32> seed;
    if (!from_hex(text, seed.bytes())) return std::nullopt;
    return of_seed(std::move(seed));
}

std::string OpeningKey::hex() const { return to_hex(seed_.bytes()); }

base::Result<std::string> OpeningKey::open(std::string_view sealed) const {
    const base::Error broken{"seal.broken", "What was sealed cannot be opened with this key."};
    if (sealed.size() < seal_overhead_bytes) return broken;
    std::string bytes(sealed.size() - seal_overhead_bytes, '\0');
    if (crypto_box_seal_open(reinterpret_cast<unsigned char*>(bytes.data()), unsigned_bytes(sealed),
                             sealed.size(), public_.bytes.data(), secret_.bytes().data()) != 0) {
        return broken;
    }
    return bytes;
}

}  // namespace wenlan::sync
