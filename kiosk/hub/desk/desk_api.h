// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "hub/api/route.h"
#include "hub/desk/asked.h"
#include "hub/desk/desk.h"
#include "hub/desk/pages.h"
#include "net/http_message.h"

namespace wenlan::hub::desk {

// All that the desk answers to staff; shapes in api_shapes.h and roster_api.h.
std::vector<Route> desk_routes();

// Lets in who may come in, and hands over to the handlers. Any thread.
class DeskApi {
public:
    // The desk outlives it.
    explicit DeskApi(Desk& desk);

    // None: it is not for this one.
    std::optional<net::HttpResponse> handle(const net::HttpRequest& request);
    // How large the body of a request may be, by its head: files are only taken from who is signed
    // in. None: as the server has it.
    std::optional<std::size_t> body_bytes_max(const net::HttpRequest& head);

private:
    struct Found;
    Found route_of(const net::HttpRequest& request) const;
    base::Result<Reply> answer(const net::HttpRequest& request);
    base::Result<void> let_in(const net::HttpRequest& request, const DeskRoute& route,
                              const SignedIn& by) const;

    Desk& desk_;
    Pages pages_;
    AddressRate requests_{1200, std::chrono::minutes{1}};
};

}  // namespace wenlan::hub::desk
