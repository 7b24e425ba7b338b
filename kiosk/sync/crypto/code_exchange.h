// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "sync/crypto/hash.h"
#include "sync/crypto/secret.h"

namespace wenlan::sync {

// What one side sends of a key exchange: a point of ristretto255.
struct Share {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const Share&) const = default;
};

// A key exchange that a short code authenticates (CPace over ristretto255: a Diffie-Hellman whose
// generator is made of the code). Both sides have the same key in the end if, and only if, both
// knew the code. Who listens learns nothing about the code, however long he computes; who takes
// part in it can try one code in each exchange, and no more. To be used once.
class CodeExchange {
public:
    CodeExchange(std::string_view code, base::Random& random);

    const Share& share() const { return share_; }
    // The key; none: what came is no share, or one that says nothing. `context` is what both sides
    // say of the exchange: with another the key is another.
    std::optional<Secret<32>> key(const Share& others, std::string_view context) const;

private:
    Secret<32> scalar_;
    Share share_;
};

// Keyed BLAKE2b: who has the key wrote the text. `label` says what for.
Hash mac(const Secret<32>& key, std::string_view label, std::string_view text);

}  // namespace wenlan::sync
