// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wenlan::store {

// CRC-64 (ECMA-182 polynomial, reflected). Finds damage, not malice. Taken of bytes that come in
// parts.
class Checksum {
public:
    void add(std::string_view bytes);
    std::uint64_t value() const { return ~crc_; }
    // The contents of a checksum file: "<length> <16 hexadecimal digits>\n".
    std::string line() const;

private:
    std::uint64_t crc_ = ~std::uint64_t{0};
    std::uint64_t length_ = 0;
};

std::uint64_t crc64(std::string_view bytes);
std::string checksum_line(std::string_view bytes);

}  // namespace wenlan::store
