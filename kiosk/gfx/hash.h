// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace wenlan::gfx {

// A fast 64-bit hash for telling equal frames apart from changed ones. Not for input that somebody
// might choose to collide.
class Hash {
public:
    void add_bytes(const void* data, std::size_t size) {
        const auto* byte = static_cast<const unsigned char*>(data);
        mix(0, size);
        while (size >= 32) {
            for (std::size_t lane = 0; lane < 4; ++lane) mix(lane, load(byte + lane * 8, 8));
            byte += 32;
            size -= 32;
        }
        for (std::size_t lane = 0; size > 0; ++lane) {
            const std::size_t part = size < 8 ? size : 8;
            mix(lane % 4, load(byte, part));
            byte += part;
            size -= part;
        }
    }

    template <typename T>
    void add(const T& value) {
        static_assert(std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>);
        add_bytes(&value, sizeof value);
    }

    std::uint64_t value() const {
        std::uint64_t sum = 0;
        for (const std::uint64_t lane : lanes_) sum = scramble(sum ^ lane);
        return sum;
    }

private:
    static std::uint64_t load(const unsigned char* byte, std::size_t size) {
        std::uint64_t word = 0;
        std::memcpy(&word, byte, size);
        return word;
    }
    static std::uint64_t scramble(std::uint64_t word) {
        word = (word ^ (word >> 32U)) * 0xD6E8FEB86659FD93ULL;
        word = (word ^ (word >> 32U)) * 0xD6E8FEB86659FD93ULL;
        return word ^ (word >> 32U);
    }
    void mix(std::size_t lane, std::uint64_t word) {
        lanes_[lane] = std::rotl((lanes_[lane] ^ word) * 0x9E3779B97F4A7C15ULL, 29);
    }

    std::array<std::uint64_t, 4> lanes_{0x243F6A8885A308D3ULL, 0x13198A2E03707344ULL,
                                        0xA4093822299F31D0ULL, 0x082EFA98EC4E6C89ULL};
};

}  // namespace wenlan::gfx
