// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "net/http_client.h"
#include "net/transport.h"

namespace wenlan::net {

// Objects of a web server under one address. Bytes in the middle are asked for as a range; a server
// that knows no ranges sends the whole again, of which the rest is taken.
class HttpTransport final : public Transport {
public:
    // "http://hub.example:8080/site"
    explicit HttpTransport(std::string address, HttpPatience patience = {});

    base::Result<Fetched> get(const Fetch& fetch) override;
    base::Result<void> put(std::string_view name, std::string_view bytes) override;
    // See HttpClient::stop().
    void stop() { client_.stop(); }

private:
    std::string address_;
    HttpClient client_;
};

}  // namespace wenlan::net
