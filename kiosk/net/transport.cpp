// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transport.h"

namespace wenlan::net {

bool valid_object_name(std::string_view name) {
    constexpr std::size_t bytes_max = 200;
    if (name.empty() || name.size() > bytes_max || name.back() == '/') return false;
    char before = '/';
    for (const char c : name) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        const bool inner = c == '.' || c == '/';
        if (!word && !(inner && before != '/')) return false;
        before = c;
    }
    return true;
}

}  // namespace wenlan::net
