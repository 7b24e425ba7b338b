// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/crypto/code_exchange.h"

#include "sync/crypto/sodium.h"

namespace wenlan::sync {

namespace {

// With its final zero byte no label is the beginning of another.
void update(crypto_generichash_state& state, std::string_view label) {
    const char end = '\0';
    crypto_generichash_update(&state, unsigned_bytes(label), label.size());
    crypto_generichash_update(&state, unsigned_bytes({&end, 1}), 1);
}

std::array<std::uint8_t, 32> generator(std::string_view code) {
    std::array<std::uint8_t, crypto_core_ristretto255_HASHBYTES> hash{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    update(state, "wenlan pairing generator 1");
    crypto_generichash_update(&state, unsigned_bytes(code), code.size());
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::array<std::uint8_t, 32> point{};
    crypto_core_ristretto255_from_hash(point.data(), hash.data());
    return point;
}

}  // namespace

CodeExchange::CodeExchange(std::string_view code, base::Random& random) {
    ready_sodium();
    Secret<crypto_core_ristretto255_NONREDUCEDSCALARBYTES> wide;
    random.fill(wide.bytes());
    crypto_core_ristretto255_scalar_reduce(scalar_.bytes().data(), wide.bytes().data());
    const auto base_point = generator(code);
    const int made = crypto_scalarmult_ristretto255(share_.bytes.data(), scalar_.bytes().data(),
                                                    base_point.data());
    base::ensure(made == 0, "a hashed point is of the group and a drawn scalar is not zero");
}

std::optional<Secret<32>> CodeExchange::key(const Share& others, std::string_view context) const {
    Secret<32> product;
    // Fails for what is no point, and where the product would be the same for every code.
    if (crypto_scalarmult_ristretto255(product.bytes().data(), scalar_.bytes().data(),
                                       others.bytes.data()) != 0) {
        return std::nullopt;
    }
    const bool first = share_ < others;
    const Share& low = first ? share_ : others;
    const Share& high = first ? others : share_;
    Secret<32> key;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, key.bytes().size());
    update(state, "wenlan pairing key 1");
    crypto_generichash_update(&state, product.bytes().data(), product.bytes().size());
    crypto_generichash_update(&state, low.bytes.data(), low.bytes.size());
    crypto_generichash_update(&state, high.bytes.data(), high.bytes.size());
    crypto_generichash_update(&state, unsigned_bytes(context), context.size());
    crypto_generichash_final(&state, key.bytes().data(), key.bytes().size());
    return key;
}

Hash mac(const Secret<32>& key, std::string_view label, std::string_view text) {
    Hash hash;
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.bytes().data(), key.bytes().size(), hash.bytes.size());
    update(state, label);
    crypto_generichash_update(&state, unsigned_bytes(text), text.size());
    crypto_generichash_final(&state, hash.bytes.data(), hash.bytes.size());
    return hash;
}

}  // namespace wenlan::sync
