// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_transport.h"

#include <utility>

namespace wenlan::net {

namespace {

base::Error refused(int status, const std::string& name) {
    const std::string detail = name + ": " + std::to_string(status);
    if (status == 404 || status == 410) {
        return {"net.not-found", "The other side does not have this.", detail};
    }
    if (status == 401 || status == 403) {
        return {"net.refused", "The other side does not answer this screen.", detail};
    }
    return {"net.failed", "The other side cannot answer.", detail};
}

base::Result<void> check_name(std::string_view name) {
    if (valid_object_name(name)) return {};
    return base::Error{"net.bad-name", "This is not the name of an object.", std::string(name)};
}

}  // namespace

HttpTransport::HttpTransport(std::string address, HttpPatience patience)
    : address_(std::move(address)), client_(patience) {
    if (!address_.ends_with('/')) address_ += '/';
}

base::Result<Fetched> HttpTransport::get(const Fetch& fetch) {
    TRY(check_name(fetch.name));
    HttpRequest request;
    request.path = address_ + fetch.name;
    const std::uint64_t end = fetch.offset + fetch.bytes_max;
    if (fetch.bytes_max > 0) {
        request.headers["range"] =
            "bytes=" + std::to_string(fetch.offset) + "-" + std::to_string(end - 1);
    }
    if (!fetch.etag.empty()) request.headers["if-none-match"] = fetch.etag;
    HttpResponse response =
        TRY(client_.send(request, static_cast<std::size_t>(end), MoreBytes::leave));
    constexpr int ok = 200, partial = 206, not_modified = 304, past_end = 416;
    Fetched fetched;
    fetched.etag = header(response.headers, "etag");
    if (response.status == not_modified && !fetch.etag.empty()) {
        fetched.unchanged = true;
        return fetched;
    }
    if (response.status == past_end) return fetched;
    if (response.status == partial) {
        const std::string from = "bytes " + std::to_string(fetch.offset) + "-";
        if (!header(response.headers, "content-range").starts_with(from)) {
            return base::Error{"net.failed", "The other side cannot be understood.",
                               fetch.name + ": another range than was asked for"};
        }
        fetched.bytes = std::move(response.body);
        if (fetched.bytes.size() > fetch.bytes_max) fetched.bytes.resize(fetch.bytes_max);
        return fetched;
    }
    if (response.status != ok) return refused(response.status, fetch.name);
    if (response.body.size() > fetch.offset) fetched.bytes = response.body.substr(fetch.offset);
    return fetched;
}

base::Result<void> HttpTransport::put(std::string_view name, std::string_view bytes) {
    TRY(check_name(name));
    constexpr std::size_t answer_bytes_max = 64 << 10;
    HttpRequest request;
    request.method = "PUT";
    request.path = address_ + std::string(name);
    request.body = bytes;
    const HttpResponse response = TRY(client_.send(request, answer_bytes_max));
    if (response.status >= 200 && response.status < 300) return {};
    return refused(response.status, std::string(name));
}

}  // namespace wenlan::net
