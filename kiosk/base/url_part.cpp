// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/url_part.h"

namespace wenlan::base {

std::string url_part(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string part;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '_' ||
                           byte == '.' || byte == '~';
        if (plain) {
            part += c;
        } else {
            part += '%';
            part += digits[byte >> 4U];
            part += digits[byte & 0xFU];
        }
    }
    return part;
}

}  // namespace wenlan::base
