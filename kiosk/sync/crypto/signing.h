// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "sync/crypto/secret.h"

namespace wenlan::sync {

// Ed25519.
struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const PublicKey&) const = default;

    std::string hex() const;
    static std::optional<PublicKey> of_hex(std::string_view text);
};

struct Signature {
    std::array<std::uint8_t, 64> bytes{};
    bool operator==(const Signature&) const = default;
};

// What a signature is for. Each has a prefix of its own over which it is made, so that a signature
// of one kind is never good for another.
enum class Purpose { root, manifest, avail, receipt, message };

class SigningKey {
public:
    static SigningKey make(base::Random& random);
    static SigningKey of_seed(Secret<32> seed);
    // The 64 digits of the seed.
    static std::optional<SigningKey> of_hex(std::string_view text);

    const PublicKey& public_key() const { return public_; }
    Signature sign(Purpose purpose, std::string_view bytes) const;
    // To be kept in a private file only.
    std::string hex() const;

private:
    SigningKey() = default;
    Secret<64> secret_;
    PublicKey public_;
};

bool verified(const PublicKey& key, Purpose purpose, std::string_view bytes,
              const Signature& signature);

}  // namespace wenlan::sync
