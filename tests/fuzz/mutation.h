// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "sync/seeded_random.h"

namespace wenlan::test {

enum class Mutation { bit, byte, cut, insert, repeat, swap, number, count };

// Changes `bytes` in one way. It may come out as it was.
inline void mutate(std::string& bytes, Mutation kind, SeededRandom& random) {
    const std::size_t at = random.below(bytes.size());
    const std::size_t length = 1 + random.below(std::min<std::size_t>(bytes.size() - at, 40));
    switch (kind) {
        case Mutation::bit:
            if (!bytes.empty()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
            break;
        case Mutation::byte:
            if (!bytes.empty()) bytes[at] = static_cast<char>(random.below(256));
            break;
        case Mutation::cut:
            if (random.chance(30)) {
                bytes.resize(at);
            } else {
                bytes.erase(at, length);
            }
            break;
        case Mutation::insert:
            for (std::size_t i = 0; i < length; ++i) {
                bytes.insert(at, 1, static_cast<char>(random.below(256)));
            }
            break;
        case Mutation::repeat:
            bytes.insert(at, bytes.substr(at, length));
            break;
        case Mutation::swap: {
            const std::size_t other = random.below(bytes.size());
            if (!bytes.empty()) std::swap(bytes[at], bytes[other]);
            break;
        }
        case Mutation::number: {
            const std::size_t digit = bytes.find_first_of("0123456789", at);
            if (digit != std::string::npos)
                bytes[digit] = static_cast<char>('0' + random.below(10));
            break;
        }
        case Mutation::count:
            break;
    }
}

}  // namespace wenlan::test
