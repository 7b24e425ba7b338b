// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "net/http_message.h"

namespace wenlan::net {

// What one server bears. Who comes when it is full waits in the kernel's queue.
struct HttpServerLimits {
    unsigned threads = 2;
    unsigned connections = 1000;
    unsigned connections_of_one_address = 0;  // 0: any; behind a proxy all come from one
    std::size_t head_bytes = 16 << 10;
    std::size_t body_bytes = 256 << 10;
    std::chrono::seconds silence{15};  // a connection on which nothing moves is closed
    // Of a request with this head, where it is another than `body_bytes`.
    std::function<std::optional<std::size_t>(const HttpRequest& head)> body_bytes_of = {};
    std::chrono::seconds request{60};  // and one on which no request is completed, at the latest
};

// Answers on the server's threads, several at a time.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

// An HTTP server that waits for all its connections at once, so that slow and silent ones cost no
// thread. Stops when it goes; no handler runs after that.
class HttpServer {
public:
    // "127.0.0.1:8080", "[::1]:0"; port 0 takes a free one.
    static base::Result<std::unique_ptr<HttpServer>> listen(const std::string& address,
                                                            const base::Clock& clock,
                                                            HttpServerLimits limits,
                                                            HttpHandler handler);
    ~HttpServer();
    int port() const;
    // How many connections there are.
    int connections() const;
    // Closes those that have used up the time for a request. Done every second; tests that move the
    // clock ask for it.
    void close_overdue();

private:
    class Daemon;
    explicit HttpServer(std::unique_ptr<Daemon> daemon);
    std::unique_ptr<Daemon> daemon_;
};

}  // namespace wenlan::net
