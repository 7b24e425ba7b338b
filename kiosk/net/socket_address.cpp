// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/socket_address.h"

#include <arpa/inet.h>
#include <charconv>
#include <cstring>

namespace wenlan::net {

base::Result<SocketAddress> SocketAddress::parse(const std::string& text) {
    const base::Error wrong{"net.bad-address", "An address to listen on looks like 127.0.0.1:8080.",
                            text};
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos) return wrong;
    std::uint16_t port = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data() + colon + 1, end, port);
    if (problem != std::errc{} || stopped != end) return wrong;
    std::string host = text.substr(0, colon);
    if (host == "localhost") host = "127.0.0.1";

    SocketAddress address;
    sockaddr_in v4{};
    if (inet_pton(AF_INET, host.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&address.storage, &v4, sizeof v4);
        return address;
    }
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    sockaddr_in6 v6{};
    if (bracketed &&
        inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        std::memcpy(&address.storage, &v6, sizeof v6);
        return address;
    }
    return wrong;
}

std::string host_of(const sockaddr* address) {
    if (address == nullptr) return {};
    char text[INET6_ADDRSTRLEN] = "";
    if (address->sa_family == AF_INET) {
        sockaddr_in v4;
        std::memcpy(&v4, address, sizeof v4);
        inet_ntop(AF_INET, &v4.sin_addr, text, sizeof text);
    } else if (address->sa_family == AF_INET6) {
        sockaddr_in6 v6;
        std::memcpy(&v6, address, sizeof v6);
        inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
    }
    return text;
}

}  // namespace wenlan::net
