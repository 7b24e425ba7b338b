// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_server.h"

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <microhttpd.h>
#include <mutex>
#include <thread>

#include "base/log.h"
#include "net/open_connections.h"
#include "net/socket_address.h"

namespace wenlan::net {

namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

MHD_Result take_header(void* pointer, MHD_ValueKind, const char* name, const char* value) {
    auto& headers = *static_cast<Headers*>(pointer);
    if (name != nullptr) headers[lower(name)] = value == nullptr ? "" : value;
    return MHD_YES;
}

MHD_Result take_argument(void* pointer, MHD_ValueKind, const char* name, const char* value) {
    auto& query = static_cast<HttpRequest*>(pointer)->query;
    if (name != nullptr) query[name] = value == nullptr ? "" : value;
    return MHD_YES;
}

MHD_Response* response_for(HttpResponse& answer) {
    if (answer.file) {
        MHD_Response* const response = MHD_create_response_from_fd_at_offset64(
            answer.file_bytes, answer.file->descriptor(), answer.file_offset);
        if (response != nullptr) answer.file->release();  // closed with the response
        return response;
    }
    return MHD_create_response_from_buffer(answer.body.size(), answer.body.data(),
                                           MHD_RESPMEM_MUST_COPY);
}

MHD_Result reply(MHD_Connection* connection, HttpResponse answer) {
    MHD_Response* const response = response_for(answer);
    if (response == nullptr) return MHD_NO;
    for (const auto& [name, value] : answer.headers) {
        MHD_add_response_header(response, name.c_str(), value.c_str());
    }
    for (const std::string& cookie : answer.cookies) {
        MHD_add_response_header(response, "set-cookie", cookie.c_str());
    }
    MHD_add_response_header(response, "x-content-type-options", "nosniff");
    const MHD_Result queued =
        MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return queued;
}

int descriptor_of(MHD_Connection* connection) {
    const auto* const info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == nullptr ? -1 : info->connect_fd;
}

}  // namespace

class HttpServer::Daemon {
public:
    Daemon(const base::Clock& clock, HttpServerLimits limits, HttpHandler handler)
        : clock_(clock), limits_(limits), handler_(std::move(handler)) {}

    ~Daemon() {
        if (daemon_ == nullptr) return;
        {
            const std::lock_guard guard(lock_);
            stopping_ = true;
        }
        wake_.notify_all();
        watch_.join();
        MHD_stop_daemon(daemon_);
    }

    base::Result<void> start(const std::string& text) {
        const SocketAddress address = TRY(SocketAddress::parse(text));
        unsigned flags = MHD_USE_EPOLL | MHD_USE_INTERNAL_POLLING_THREAD;
        if (address.v6()) flags |= MHD_USE_IPv6;
        daemon_ = MHD_start_daemon(
            flags, 0, nullptr, nullptr, &Daemon::on_request, this, MHD_OPTION_SOCK_ADDR,
            address.get(), MHD_OPTION_CONNECTION_LIMIT, limits_.connections,
            MHD_OPTION_PER_IP_CONNECTION_LIMIT, limits_.connections_of_one_address,
            MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(limits_.silence.count()),
            MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits_.head_bytes, MHD_OPTION_THREAD_POOL_SIZE,
            limits_.threads > 1 ? limits_.threads : 0U, MHD_OPTION_NOTIFY_CONNECTION,
            &Daemon::on_connection, this, MHD_OPTION_NOTIFY_COMPLETED, &Daemon::on_completed, this,
            MHD_OPTION_END);
        if (daemon_ == nullptr) {
            return base::Error{"net.cannot-listen",
                               "The address " + text + " is in use, or may not be used."};
        }
        watch_ = std::thread([this] { watch(); });
        return {};
    }

    int port() const {
        const auto* const info = MHD_get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT);
        return info == nullptr ? 0 : info->port;
    }

    void close_overdue() { connections_.shut_older_than(clock_.uptime() - limits_.request); }
    int connections() const { return connections_.count(); }

private:
    // What is known of a request until it is whole.
    struct Exchange {
        HttpRequest request;
        std::size_t body_bytes_max = 0;
    };

    void watch() {
        std::unique_lock guard(lock_);
        while (!wake_.wait_for(guard, std::chrono::seconds{1}, [this] { return stopping_; })) {
            close_overdue();
        }
    }

    static void on_connection(void* self, MHD_Connection* connection, void**,
                              MHD_ConnectionNotificationCode code) {
        auto& daemon = *static_cast<Daemon*>(self);
        const int descriptor = descriptor_of(connection);
        if (code == MHD_CONNECTION_NOTIFY_STARTED) {
            daemon.connections_.opened(descriptor, daemon.clock_.uptime());
        } else {
            daemon.connections_.closed(descriptor);
        }
    }

    static void on_completed(void* self, MHD_Connection* connection, void** exchange,
                             MHD_RequestTerminationCode) {
        auto& daemon = *static_cast<Daemon*>(self);
        delete static_cast<Exchange*>(*exchange);
        *exchange = nullptr;
        daemon.connections_.answered(descriptor_of(connection), daemon.clock_.uptime());
    }

    static MHD_Result on_request(void* self, MHD_Connection* connection, const char* url,
                                 const char* method, const char*, const char* upload,
                                 std::size_t* upload_bytes, void** exchange) {
        auto& daemon = *static_cast<Daemon*>(self);
        if (*exchange == nullptr) {
            auto fresh = std::make_unique<Exchange>();
            fresh->request = daemon.head_of(connection, url, method);
            fresh->body_bytes_max = daemon.body_bytes_max(fresh->request);
            const bool too_large = announces_too_much(*fresh);
            *exchange = fresh.release();
            return too_large ? reply(connection, plain(413, "This is too much.")) : MHD_YES;
        }
        Exchange& known = *static_cast<Exchange*>(*exchange);
        HttpRequest& request = known.request;
        if (*upload_bytes > 0) {
            if (request.body.size() + *upload_bytes > known.body_bytes_max) return MHD_NO;
            request.body.append(upload, *upload_bytes);
            *upload_bytes = 0;
            return MHD_YES;
        }
        return reply(connection, daemon.answer(request));
    }

    HttpRequest head_of(MHD_Connection* connection, const char* url, const char* method) const {
        HttpRequest request;
        request.method = method;
        request.path = url;
        MHD_get_connection_values(connection, MHD_HEADER_KIND, take_header, &request.headers);
        MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take_argument, &request);
        const auto* const info =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
        if (info != nullptr) request.peer = host_of(info->client_addr);
        return request;
    }

    std::size_t body_bytes_max(const HttpRequest& head) const {
        try {
            if (!limits_.body_bytes_of) return limits_.body_bytes;
            return limits_.body_bytes_of(head).value_or(limits_.body_bytes);
        } catch (const std::exception& fault) {
            base::log::error("a request failed: " + std::string(fault.what()));
            return limits_.body_bytes;
        }
    }

    static bool announces_too_much(const Exchange& exchange) {
        const std::string_view text = header(exchange.request.headers, "content-length");
        if (text.empty()) return false;
        std::uint64_t bytes = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), bytes);
        return problem != std::errc{} || bytes > exchange.body_bytes_max;
    }

    HttpResponse answer(const HttpRequest& request) const {
        try {
            return handler_(request);
        } catch (const std::exception& fault) {
            // Nothing may unwind into the library.
            base::log::error("a request failed: " + std::string(fault.what()));
            return plain(500, "This cannot be answered.");
        }
    }

    const base::Clock& clock_;
    const HttpServerLimits limits_;
    const HttpHandler handler_;
    OpenConnections connections_;
    MHD_Daemon* daemon_ = nullptr;
    std::mutex lock_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread watch_;
};

HttpServer::HttpServer(std::unique_ptr<Daemon> daemon) : daemon_(std::move(daemon)) {}
HttpServer::~HttpServer() = default;

base::Result<std::unique_ptr<HttpServer>> HttpServer::listen(const std::string& address,
                                                             const base::Clock& clock,
                                                             HttpServerLimits limits,
                                                             HttpHandler handler) {
    auto daemon = std::make_unique<Daemon>(clock, limits, std::move(handler));
    TRY(daemon->start(address));
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(daemon)));
}

int HttpServer::port() const { return daemon_->port(); }
int HttpServer::connections() const { return daemon_->connections(); }
void HttpServer::close_overdue() { daemon_->close_overdue(); }

}  // namespace wenlan::net
