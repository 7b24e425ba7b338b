// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "sync/crypto/secret.h"

namespace wenlan::sync {

// Curve25519: whoever has it can seal, only the holder of the secret half can open.
struct SealKey {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const SealKey&) const = default;

    std::string hex() const;
    static std::optional<SealKey> of_hex(std::string_view text);
};

inline constexpr std::size_t seal_overhead_bytes = 48;

// libsodium's sealed box. Its one-time key comes from `random`: the same seed gives the same bytes.
// "seal.bad-key": nothing can be sealed to what is no key.
base::Result<std::string> seal(const SealKey& to, std::string_view bytes, base::Random& random);

class OpeningKey {
public:
    static OpeningKey make(base::Random& random);
    static OpeningKey of_seed(Secret<32> seed);
    static std::optional<OpeningKey> of_hex(std::string_view text);

    const SealKey& seal_key() const { return public_; }
    // "seal.broken": not sealed to this key, or changed since.
    base::Result<std::string> open(std::string_view sealed) const;
    // To be kept in a private file only.
    std::string hex() const;

private:
    OpeningKey() = default;
    Secret<32> seed_;
    Secret<32> secret_;
    SealKey public_;
};

}  // namespace wenlan::sync
