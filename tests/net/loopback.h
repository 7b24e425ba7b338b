// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace wenlan::test {

// A client that speaks as badly as it likes.
class RawClient {
public:
    explicit RawClient(int port) : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ =
            ::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        const timeval patience{10, 0};
        ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient() { ::close(descriptor_); }

    bool connected() const { return connected_; }
    bool say(std::string_view bytes) const {
        return ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(bytes.size());
    }
    // Until the other side closes, or for ten seconds.
    std::string hear_all() const {
        std::string heard;
        char bytes[4096];
        for (;;) {
            const ssize_t got = ::recv(descriptor_, bytes, sizeof bytes, 0);
            if (got <= 0) {
                closed_ = got == 0 || errno == ECONNRESET;
                return heard;
            }
            heard.append(bytes, static_cast<std::size_t>(got));
        }
    }
    // After hear_all(): it was the other side that ended it.
    bool was_closed() const { return closed_; }

private:
    int descriptor_;
    bool connected_ = false;
    mutable bool closed_ = false;
};

}  // namespace wenlan::test
