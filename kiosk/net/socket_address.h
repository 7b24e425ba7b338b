// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <netinet/in.h>
#include <string>
#include <sys/socket.h>

#include "base/result.h"

namespace wenlan::net {

// A numeric address and a port, as the system takes it.
struct SocketAddress {
    sockaddr_storage storage{};

    // "127.0.0.1:8080", "[::1]:8080".
    static base::Result<SocketAddress> parse(const std::string& text);
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
    bool v6() const { return storage.ss_family == AF_INET6; }
};

// "192.0.2.7", without the port; empty for what is no internet address.
std::string host_of(const sockaddr* address);

}  // namespace wenlan::net
