// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/http_hub_line.h"

#include "net/http_client.h"
#include "sync/sign_ups/reply.h"

namespace wenlan::sync {

base::Result<std::string> HttpHubLine::ask(std::string_view path, const std::string& body,
                                           base::Duration limit) {
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
    net::HttpResponse response = TRY(client.send(request, reply_bytes_max));
    if (response.cut || response.status != 200) {
        return base::Error{"hub.no-answer", "The centre's office gives no answer.",
                           "status " + std::to_string(response.status)};
    }
    return std::move(response.body);
}

}  // namespace wenlan::sync
