// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/field_cipher.h"

#include <algorithm>
#include <array>

#include "sync/crypto/sodium.h"

namespace wenlan::sync {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

}  // namespace

std::string encrypt_field(const FieldKey& key, std::string_view plain, std::string_view belongs_to,
                          base::Random& random) {
    ready_sodium();
    std::array<std::uint8_t, nonce_bytes> nonce{};
    random.fill(nonce);
    std::string field(nonce_bytes + plain.size() + tag_bytes, '\0');
    std::copy(nonce.begin(), nonce.end(), field.begin());
    auto* const out = reinterpret_cast<unsigned char*>(field.data()) + nonce_bytes;
    crypto_aead_xchacha20poly1305_ietf_encrypt(out, nullptr, unsigned_bytes(plain), plain.size(),
                                               unsigned_bytes(belongs_to), belongs_to.size(),
                                               nullptr, nonce.data(), key.bytes().data());
    return field;
}

base::Result<std::string> decrypt_field(const FieldKey& key, std::string_view field,
                                        std::string_view belongs_to) {
    ready_sodium();
    const base::Error broken{"field.broken", "What is kept of a person cannot be read."};
    if (field.size() < nonce_bytes + tag_bytes) return broken;
    std::string plain(field.size() - nonce_bytes - tag_bytes, '\0');
    const std::string_view rest = field.substr(nonce_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, unsigned_bytes(rest),
            rest.size(), unsigned_bytes(belongs_to), belongs_to.size(), unsigned_bytes(field),
            key.bytes().data()) != 0) {
        return broken;
    }
    return plain;
}

Hash keyed_hash(const FieldKey& key, std::string_view use, std::string_view text) {
    ready_sodium();
    std::string all(use);
    all += '\0';
    all += text;
    Hash hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(), unsigned_bytes(all), all.size(),
                       key.bytes().data(), key.bytes().size());
    wipe(all.data(), all.size());
    return hash;
}

}  // namespace wenlan::sync
