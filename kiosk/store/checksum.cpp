// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checksum.h"

#include <array>
#include <cinttypes>
#include <cstdio>

namespace wenlan::store {

namespace {

using Table = std::array<std::array<std::uint64_t, 256>, 8>;

// Eight tables: table[k] is a byte's effect after k more bytes, so that eight are taken at a time.
constexpr Table make_tables() {
    constexpr std::uint64_t polynomial = 0xC96C'5795'D787'0F42;
    Table tables{};
    for (std::uint64_t byte = 0; byte < 256; ++byte) {
        std::uint64_t value = byte;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
        }
        tables[0][byte] = value;
    }
    for (std::size_t k = 1; k < tables.size(); ++k) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint64_t before = tables[k - 1][byte];
            tables[k][byte] = tables[0][before & 0xFF] ^ (before >> 8);
        }
    }
    return tables;
}

constexpr Table tables = make_tables();

}  // namespace

void Checksum::add(std::string_view bytes) {
    std::uint64_t crc = crc_;
    std::size_t at = 0;
    const auto byte = [&bytes](std::size_t index) {
        return std::uint64_t{static_cast<unsigned char>(bytes[index])};
    };
    for (; at + 8 <= bytes.size(); at += 8) {
        for (std::size_t k = 0; k < 8; ++k) crc ^= byte(at + k) << (8 * k);
        std::uint64_t next = 0;
        for (std::size_t k = 0; k < 8; ++k) next ^= tables[7 - k][(crc >> (8 * k)) & 0xFF];
        crc = next;
    }
    for (; at < bytes.size(); ++at) crc = tables[0][(crc ^ byte(at)) & 0xFF] ^ (crc >> 8);
    crc_ = crc;
    length_ += bytes.size();
}

std::string Checksum::line() const {
    std::array<char, 64> line{};
    std::snprintf(line.data(), line.size(), "%" PRIu64 " %016" PRIx64 "\n", length_, value());
    return line.data();
}

std::uint64_t crc64(std::string_view bytes) {
    Checksum checksum;
    checksum.add(bytes);
    return checksum.value();
}

std::string checksum_line(std::string_view bytes) {
    Checksum checksum;
    checksum.add(bytes);
    return checksum.line();
}

}  // namespace wenlan::store
