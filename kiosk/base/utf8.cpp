// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <cstdint>

namespace wenlan::base::utf8 {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Step {
    char32_t code_point = replacement;
    std::size_t bytes = 1;  // read; of an ill-formed sequence, its maximal subpart
    bool well_formed = false;
};

struct Lead {
    std::size_t bytes = 0;  // of the whole sequence; 0: cannot lead one
    std::uint8_t second_min = 0x80;
    std::uint8_t second_max = 0xBF;
};

// Table 3-7 of the Unicode standard: the second byte rules out overlong forms, surrogates and what
// is above U+10FFFF.
Lead lead_of(std::uint8_t byte) {
    if (byte < 0x80) return {1};
    if (byte < 0xC2) return {};
    if (byte < 0xE0) return {2};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {};
}

Step step(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(bytes[index]); };
    const Lead lead = lead_of(byte(at));
    if (lead.bytes == 0) return {};
    if (lead.bytes == 1) return {byte(at), 1, true};
    char32_t code_point = byte(at) & (0xFFU >> (lead.bytes + 1));
    for (std::size_t index = 1; index < lead.bytes; ++index) {
        const std::uint8_t min = index == 1 ? lead.second_min : 0x80;
        const std::uint8_t max = index == 1 ? lead.second_max : 0xBF;
        if (at + index >= bytes.size() || byte(at + index) < min || byte(at + index) > max) {
            return {replacement, index, false};
        }
        code_point = (code_point << 6) | (byte(at + index) & 0x3FU);
    }
    return {code_point, lead.bytes, true};
}

}  // namespace

bool valid(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const Step next = step(bytes, at);
        if (!next.well_formed) return false;
        at += next.bytes;
    }
    return true;
}

std::string repaired(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Step next = step(bytes, at);
        if (next.well_formed) {
            out.append(bytes.substr(at, next.bytes));
        } else {
            append(out, replacement);
        }
        at += next.bytes;
    }
    return out;
}

std::vector<char32_t> decode(std::string_view bytes) {
    std::vector<char32_t> out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Step next = step(bytes, at);
        out.push_back(next.code_point);
        at += next.bytes;
    }
    return out;
}

void append(std::string& out, char32_t code_point) {
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (surrogate || code_point > 0x10FFFF) code_point = replacement;
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

std::string encode(std::span<const char32_t> code_points) {
    std::string out;
    out.reserve(code_points.size() * 3);
    for (const char32_t code_point : code_points) append(out, code_point);
    return out;
}

std::size_t length(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size(); ++count) at += step(bytes, at).bytes;
    return count;
}

std::string_view prefix(std::string_view bytes, std::size_t bytes_max) {
    if (bytes.size() <= bytes_max) return bytes;
    // A sequence that ends beyond the limit begins at most three bytes before it.
    std::size_t start = bytes_max;
    for (int back = 0; back < 3 && start > 0; ++back) {
        if ((static_cast<std::uint8_t>(bytes[start]) & 0xC0U) != 0x80U) break;
        --start;
    }
    const bool splits = start < bytes_max && start + step(bytes, start).bytes > bytes_max;
    return bytes.substr(0, splits ? start : bytes_max);
}

}  // namespace wenlan::base::utf8
