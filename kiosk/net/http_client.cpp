// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <curl/curl.h>
#include <mutex>

namespace wenlan::net {

namespace {

struct Free {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// What comes back, as it comes.
struct Incoming {
    HttpResponse response;
    std::size_t body_bytes_max = 0;
    std::size_t header_bytes = 0;
    bool too_much = false;
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* pointer) {
    auto& incoming = *static_cast<Incoming*>(pointer);
    const std::size_t got = size * count;
    std::string& body = incoming.response.body;
    const std::size_t room = incoming.body_bytes_max - body.size();
    body.append(bytes, std::min(got, room));
    incoming.too_much = got > room;
    return incoming.too_much ? 0 : got;
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) {
        text.remove_prefix(1);
    }
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) {
        text.remove_suffix(1);
    }
    return std::string(text);
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* pointer) {
    constexpr std::size_t headers_bytes_max = 32 << 10;
    auto& incoming = *static_cast<Incoming*>(pointer);
    const std::string_view line(bytes, size * count);
    incoming.header_bytes += line.size();
    if (incoming.header_bytes > headers_bytes_max) return 0;
    if (line.starts_with("HTTP/")) incoming.response.headers.clear();  // after a redirect
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return line.size();
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    incoming.response.headers[name] = trimmed(line.substr(colon + 1));
    return line.size();
}

base::Error failure(CURLcode code, const char* detail) {
    const std::string text = std::string(curl_easy_strerror(code)) + ": " + detail;
    switch (code) {
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return {"net.bad-url", "The hub's address cannot be used.", text};
        case CURLE_ABORTED_BY_CALLBACK:
            return {"net.stopped", "The program ends.", text};
        case CURLE_OPERATION_TIMEDOUT:
            return {"net.slow", "The other side takes too long to answer.", text};
        case CURLE_COULDNT_RESOLVE_PROXY:
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
            return {"net.no-answer", "The other side does not answer.", text};
        default:
            return {"net.failed", "The other side cannot be understood.", text};
    }
}

int ask_whether_to_stop(void* pointer, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return *static_cast<const std::atomic<bool>*>(pointer) ? 1 : 0;
}

// This machine itself, to which no proxy leads.
bool loopback(std::string_view url) {
    const std::size_t at = url.find("://");
    if (at == std::string_view::npos) return false;
    url.remove_prefix(at + 3);
    for (const std::string_view host : {"127.0.0.1", "localhost", "[::1]"}) {
        if (!url.starts_with(host)) continue;
        const std::string_view rest = url.substr(host.size());
        if (rest.empty() || rest[0] == ':' || rest[0] == '/') return true;
    }
    return false;
}

}  // namespace

class HttpClient::Connection {
public:
    explicit Connection(HttpPatience patience) : patience_(patience) {
        static std::once_flag once;
        std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
        handle_.reset(curl_easy_init());
        base::ensure(handle_ != nullptr, "curl has memory");
    }

    base::Result<HttpResponse> send(const HttpRequest& request, std::size_t body_bytes_max,
                                    MoreBytes more) {
        curl_easy_reset(handle_.get());  // keeps the connection
        char detail[CURL_ERROR_SIZE] = "";
        Incoming incoming;
        incoming.body_bytes_max = body_bytes_max;
        const auto headers = header_list(request);
        prepare(request, headers.get());
        set(CURLOPT_ERRORBUFFER, detail);
        set(CURLOPT_WRITEFUNCTION, take_body);
        set(CURLOPT_WRITEDATA, &incoming);
        set(CURLOPT_HEADERFUNCTION, take_header);
        set(CURLOPT_HEADERDATA, &incoming);

        const CURLcode code = curl_easy_perform(handle_.get());
        long status = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
        incoming.response.status = static_cast<int>(status);
        if (code == CURLE_OK) return std::move(incoming.response);
        if (incoming.too_much) {
            if (more == MoreBytes::leave) return std::move(incoming.response);
            return base::Error{"net.too-large", "The other side sends more than allowed.",
                               request.path};
        }
        if (!incoming.response.body.empty()) {
            incoming.response.cut = true;
            return std::move(incoming.response);
        }
        return failure(code, detail);
    }

    void stop() { stopped_ = true; }

private:
    template <typename Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(handle_.get(), option, value);
    }

    static std::unique_ptr<curl_slist, Free> header_list(const HttpRequest& request) {
        curl_slist* list = curl_slist_append(nullptr, "Expect:");
        for (const auto& [name, value] : request.headers) {
            list = curl_slist_append(list, (name + ": " + value).c_str());
        }
        return std::unique_ptr<curl_slist, Free>(list);
    }

    void prepare(const HttpRequest& request, curl_slist* headers) {
        constexpr long redirects_max = 3;
        set(CURLOPT_URL, request.path.c_str());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 1L);
        set(CURLOPT_MAXREDIRS, redirects_max);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, ask_whether_to_stop);
        set(CURLOPT_XFERINFODATA, &stopped_);
        if (loopback(request.path)) set(CURLOPT_PROXY, "");
        set(CURLOPT_USERAGENT, "wenlan");
        set(CURLOPT_HTTPHEADER, headers);
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(patience_.connect.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(patience_.whole.count()));
        set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(patience_.slow.count()));
        set(CURLOPT_LOW_SPEED_LIMIT, patience_.bytes_per_second_min);
        if (request.method == "HEAD") set(CURLOPT_NOBODY, 1L);
        if (request.method == "GET" || request.method == "HEAD") return;
        set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
        set(CURLOPT_POSTFIELDS, request.body.data());
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }

    HttpPatience patience_;
    std::atomic<bool> stopped_ = false;
    std::unique_ptr<CURL, Free> handle_;
};

HttpClient::HttpClient(HttpPatience patience)
    : connection_(std::make_unique<Connection>(patience)) {}
HttpClient::~HttpClient() = default;
void HttpClient::stop() { connection_->stop(); }

base::Result<HttpResponse> HttpClient::send(const HttpRequest& request, std::size_t body_bytes_max,
                                            MoreBytes more) {
    return connection_->send(request, body_bytes_max, more);
}

}  // namespace wenlan::net
