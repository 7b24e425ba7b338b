// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/open_connections.h"

#include <sys/socket.h>

namespace wenlan::net {

void OpenConnections::opened(int descriptor, base::Duration uptime) {
    const std::lock_guard guard(lock_);
    since_[descriptor] = uptime;
}

void OpenConnections::answered(int descriptor, base::Duration uptime) {
    const std::lock_guard guard(lock_);
    const auto found = since_.find(descriptor);
    if (found != since_.end()) found->second = uptime;
}

void OpenConnections::closed(int descriptor) {
    const std::lock_guard guard(lock_);
    since_.erase(descriptor);
}

void OpenConnections::shut_older_than(base::Duration uptime) {
    const std::lock_guard guard(lock_);
    for (const auto& [descriptor, since] : since_) {
        if (since < uptime) ::shutdown(descriptor, SHUT_RDWR);
    }
}

int OpenConnections::count() const {
    const std::lock_guard guard(lock_);
    return static_cast<int>(since_.size());
}

}  // namespace wenlan::net
