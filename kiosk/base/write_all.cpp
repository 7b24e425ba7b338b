// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/write_all.h"

#include <cerrno>
#include <unistd.h>

namespace wenlan::base {

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace wenlan::base
