// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/crypto/signing.h"

#include <algorithm>
#include <utility>

#include "sync/crypto/hex.h"
#include "sync/crypto/sodium.h"

namespace wenlan::sync {

namespace {

// With its final zero byte no prefix is the beginning of another.
std::string prefixed(Purpose purpose, std::string_view bytes) {
    static constexpr std::array<std::string_view, 5> names = {"wenlan root 1", "wenlan manifest 1",
                                                              "wenlan avail 1", "wenlan receipt 1",
                                                              "wenlan message 1"};
    std::string text(names[static_cast<std::size_t>(purpose)]);
    text += '\0';
    text += bytes;
    return text;
}

}  // namespace

std::string PublicKey::hex() const { return to_hex(bytes); }

std::optional<PublicKey> PublicKey::of_hex(std::string_view text) {
    PublicKey key;
    if (!from_hex(text, key.bytes)) return std::nullopt;
    return key;
}

SigningKey SigningKey::make(base::Random& random) {
    Secret<32> seed;
    random.fill(seed.bytes());
    return of_seed(std::move(seed));
}

SigningKey SigningKey::of_seed(Secret<32> seed) {
    ready_sodium();
    SigningKey key;
    crypto_sign_seed_keypair(key.public_.bytes.data(), key.secret_.bytes().data(),
                             seed.bytes().data());
    return key;
}

std::optional<SigningKey> SigningKey::of_hex(std::string_view text) {
    Secret<32> seed;
    if (!from_hex(text, seed.bytes())) return std::nullopt;
    return of_seed(std::move(seed));
}

std::string SigningKey::hex() const {
    Secret<32> seed;
    crypto_sign_ed25519_sk_to_seed(seed.bytes().data(), secret_.bytes().data());
    return to_hex(seed.bytes());
}

Signature SigningKey::sign(Purpose purpose, std::string_view bytes) const {
    const std::string text = prefixed(purpose, bytes);
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, unsigned_bytes(text), text.size(),
                         secret_.bytes().data());
    return signature;
}

bool verified(const PublicKey& key, Purpose purpose, std::string_view bytes,
              const Signature& signature) {
    ready_sodium();
    const std::string text = prefixed(purpose, bytes);
    return crypto_sign_verify_detached(signature.bytes.data(), unsigned_bytes(text), text.size(),
                                       key.bytes.data()) == 0;
}

}  // namespace wenlan::sync
