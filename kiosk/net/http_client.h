// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "base/result.h"
#include "net/http_message.h"

namespace wenlan::net {

// How long the other side may take. A server that sends less than the least speed for `slow` is
// given up, however alive it looks.
struct HttpPatience {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds whole{120'000};
    std::chrono::seconds slow{20};
    long bytes_per_second_min = 512;
};

enum class MoreBytes {
    refuse,  // an answer that is longer is an error, net.too-large
    leave,   // the rest is not wanted
};

// An HTTP client with one connection that it keeps. The proxy is the environment's (http_proxy,
// https_proxy, no_proxy), certificates are the system's. Redirects are followed three times. One
// thread.
class HttpClient {
public:
    explicit HttpClient(HttpPatience patience = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    // The answer, whatever its status. Codes: net.no-answer, net.slow, net.too-large, net.bad-url,
    // net.failed. After a cut in the body what came is given, marked `cut`.
    base::Result<HttpResponse> send(const HttpRequest& request, std::size_t body_bytes_max,
                                    MoreBytes more = MoreBytes::refuse);
    // Ends what is under way within a second, and all that is sent after it. From any thread.
    void stop();

private:
    class Connection;
    std::unique_ptr<Connection> connection_;
};

}  // namespace wenlan::net
