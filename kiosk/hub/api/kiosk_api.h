// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "hub/api/route.h"
#include "hub/fleet/fleet.h"
#include "net/http_message.h"

namespace wenlan::hub {

// What a hub answers to its screens about themselves: pairing, and how they are. Bodies are the
// texts of sync/pairing_messages.h and sync/health.h; a refusal is its code on a line, and a
// sentence. Any thread.
class KioskApi {
public:
    explicit KioskApi(Fleet& fleet) : fleet_(fleet) {}

    static std::span<const Route> routes();
    // None: it is not for this one.
    std::optional<net::HttpResponse> handle(const net::HttpRequest& request);

private:
    Fleet& fleet_;
};

}  // namespace wenlan::hub
