// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/http_hub_line.h"

#include <utility>

#include "sync/sign_ups/reply.h"

namespace wenlan::sync {

namespace {

std::string without_slash(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    return url;
}

base::Error gave_way() { return {std::string(line_gave_way), "The question was taken back."}; }

}  // namespace

HttpHubLine::HttpHubLine(std::string url) : url_(without_slash(std::move(url))) {}

base::Result<std::string> HttpHubLine::ask(std::string_view path, const std::string& body,
                                           base::Duration limit) {
    if (url_.empty()) return base::Error{"hub.nowhere", "No centre's office is known here."};
    // A client has one patience, and each question its own.
    net::HttpPatience patience;
    patience.connect = limit;
    patience.whole = limit;
    net::HttpClient client(patience);
    net::HttpRequest request;
    request.method = "POST";
    request.path = url_ + std::string(path);
    request.headers["content-type"] = "application/octet-stream";
    request.body = body;
    {
        const std::lock_guard guard(lock_);
        if (cut_) return gave_way();
        asking_ = &client;
    }
    auto answered = client.send(request, reply_bytes_max);
    {
        const std::lock_guard guard(lock_);
        asking_ = nullptr;
    }
    if (!answered && is_cut()) return gave_way();
    net::HttpResponse response = TRY(std::move(answered));
    if (response.cut || response.status != 200) {
        return base::Error{"hub.no-answer", "The centre's office gives no answer.",
                           "status " + std::to_string(response.status)};
    }
    return std::move(response.body);
}

void HttpHubLine::cut() {
    const std::lock_guard guard(lock_);
    cut_ = true;
    if (asking_ != nullptr) asking_->stop();
}

void HttpHubLine::mend() {
    const std::lock_guard guard(lock_);
    cut_ = false;
}

bool HttpHubLine::is_cut() const {
    const std::lock_guard guard(lock_);
    return cut_;
}

}  // namespace wenlan::sync
