// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/api/kiosk_api.h"

#include <array>
#include <string>

#include "base/log.h"
#include "sync/health_paths.h"

namespace wenlan::hub {

namespace {

int status_of(const base::Error& error) {
    struct Row {
        std::string_view begins;
        int status;
    };
    static constexpr std::array<Row, 10> rows{{
        {"pair.none", 404},
        {"pair.wrong", 403},
        {"pair.too-many", 429},
        {"pair.", 400},
        {"kiosk.unknown", 404},
        {"kiosk.revoked", 403},
        {"kiosk.replayed", 409},
        {"kiosk.known", 409},
        {"health.unknown-key", 403},
        {"health.", 400},
    }};
    for (const Row& row : rows) {
        if (error.code.starts_with(row.begins)) return row.status;
    }
    return 500;
}

net::HttpResponse answer(const base::Result<std::string>& result) {
    net::HttpResponse response;
    if (result) {
        response = net::plain(200, result.value());
        response.body = result.value();
    } else {
        const base::Error& error = result.error();
        const int status = status_of(error);
        const bool own_fault = status == 500;
        if (own_fault) base::log::error("answering a screen", error);
        response = net::plain(status, "");
        // What is wrong inside the hub is for its log.
        response.body = own_fault ? "hub.failed\nThe hub cannot answer just now.\n"
                                  : error.code + "\n" + error.message + "\n";
    }
    response.headers["cache-control"] = "no-store";
    return response;
}

}  // namespace

std::span<const Route> KioskApi::routes() {
    static constexpr std::array<Route, 3> table{{
        {"POST", sync::pair_path, Role::everyone},
        {"POST", sync::pair_confirm_path, Role::everyone},
        {"POST", sync::health_path, Role::kiosk},
    }};
    return table;
}

std::optional<net::HttpResponse> KioskApi::handle(const net::HttpRequest& request) {
    const bool pair = request.path == sync::pair_path;
    const bool confirm = request.path == sync::pair_confirm_path;
    if (!pair && !confirm && request.path != sync::health_path) return std::nullopt;
    if (request.method != "POST") return net::plain(405, "This is only sent to.");
    if (pair) return answer(fleet_.welcome(request.body));
    return answer(confirm ? fleet_.grant(request.body) : fleet_.hear(request.body));
}

}  // namespace wenlan::hub
