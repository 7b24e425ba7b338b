// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wenlan::store {

// CRC-64 (ECMA-182 polynomial, reflected). Finds damage, not malice.
std::uint64_t crc64(std::string_view bytes);

// The contents of a checksum file: "<length> <16 hexadecimal digits>\n".
std::string checksum_line(std::string_view bytes);

}  // namespace wenlan::store
