// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/desk_api.h"

#include <utility>

#include "hub/desk/routes.h"
#include "hub/import/event.h"
#include "hub/posters/accept_poster.h"
#include "sync/crypto/hash.h"

namespace wenlan::hub::desk {

namespace {

constexpr std::string_view csrf_header = "x-wenlan-csrf";

Role role_of(const SignedIn& by) {
    if (!by) return Role::everyone;
    switch (by.account.role) {
        case store::StaffRole::desk:
            return Role::desk;
        case store::StaffRole::editor:
            return Role::editor;
        case store::StaffRole::manager:
            return Role::manager;
    }
    return Role::everyone;
}

net::HttpResponse response_of(Reply reply) {
    net::HttpResponse response;
    response.status = reply.status;
    response.headers = std::move(reply.headers);
    if (!reply.type.empty()) response.headers["content-type"] = reply.type;
    response.headers.try_emplace("cache-control", "no-store");
    response.headers["content-security-policy"] = "default-src 'none'; frame-ancestors 'none'";
    response.headers["referrer-policy"] = "no-referrer";
    response.cookies = std::move(reply.cookies);
    response.body = std::move(reply.body);
    return response;
}

base::Error none() { return {"desk.none", "There is nothing here."}; }

bool is_change(const net::HttpRequest& request) {
    return request.method != "GET" && request.method != "HEAD";
}

}  // namespace

struct DeskApi::Found {
    const DeskRoute* route = nullptr;  // none: no route has that path with that method
    bool path_known = false;
    Parameters parameters;
};

DeskApi::DeskApi(Desk& desk) : desk_(desk), pages_(desk.parts().pages) {}

DeskApi::Found DeskApi::route_of(const net::HttpRequest& request) const {
    Found found;
    const std::string_view path = std::string_view(request.path).substr(api_path.size());
    const std::string_view method = request.method == "HEAD" ? "GET" : request.method;
    Parameters parameters;
    for (const DeskRoute& route : api_routes()) {
        if (!fits(route.path, path, parameters)) continue;
        found.path_known = true;
        if (route.method != method) continue;
        found.route = &route;
        found.parameters = std::move(parameters);
        return found;
    }
    return found;
}

base::Result<void> DeskApi::let_in(const net::HttpRequest& request, const DeskRoute& route,
                                   const SignedIn& by) const {
    if (is_change(request) && !own_origin(request)) {
        return base::Error{"desk.bad-origin", "This was not sent by the desk's own page."};
    }
    if (route.role == Role::everyone) return {};
    if (!by) return base::Error{"desk.not-signed-in", "Sign in first."};
    if (is_change(request) &&
        !sync::equal_in_constant_time(net::header(request.headers, csrf_header), by.csrf)) {
        return base::Error{"desk.bad-csrf", "The page is too old. Load it again."};
    }
    const bool about_itself = route.path == "/password" || route.path == "/session";
    if (by.account.must_change && !about_itself) {
        return base::Error{"desk.must-change", "Change the password first."};
    }
    if (role_of(by) < route.role) {
        return base::Error{"desk.wrong-role", "Your account may not do this."};
    }
    return {};
}

base::Result<Reply> DeskApi::answer(const net::HttpRequest& request) {
    const SignedIn by = TRY(desk_.sessions().of(request));
    const std::string address = address_of(request);
    const base::Duration uptime = desk_.clock().uptime();
    if (!requests_.take(by ? by.session : address, uptime)) return too_fast(60);
    const Found found = route_of(request);
    if (found.route == nullptr) {
        if (!found.path_known) return none();
        Reply reply = refused(none());
        reply.status = 405;
        return reply;
    }
    TRY(let_in(request, *found.route, by));
    return found.route->handler(desk_,
                                Asked{request, by, found.parameters, desk_.clock().now(), address});
}

std::optional<net::HttpResponse> DeskApi::handle(const net::HttpRequest& request) {
    const std::string_view path = request.path;
    if (path == "/desk" || path.starts_with("/desk/")) return pages_.answer(request);
    if (!path.starts_with(std::string(api_path) + "/")) return std::nullopt;
    auto reply = answer(request);
    return response_of(reply ? std::move(reply).value() : refused(reply.error()));
}

std::optional<std::size_t> DeskApi::body_bytes_max(const net::HttpRequest& head) {
    const std::string_view path = head.path;
    const bool poster = path == "/api/desk/posters";
    const bool import = path == "/api/desk/import";
    if (head.method != "POST" || (!poster && !import)) return std::nullopt;
    const auto by = desk_.sessions().of(head);
    if (!by || !by.value()) return std::nullopt;
    return poster ? poster_limits::file_bytes_max : import_file_bytes_max;
}

}  // namespace wenlan::hub::desk
