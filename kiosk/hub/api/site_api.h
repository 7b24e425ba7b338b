// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/ports.h"
#include "hub/api/route.h"
#include "hub/fleet/fleet.h"
#include "hub/site/site_folder.h"
#include "net/http_message.h"
#include "net/static_folder.h"

namespace wenlan::hub {

// What a hub answers to anyone: the published files, whether it is well, what it counts. Any
// thread.
class SiteApi {
public:
    // `fleet`: of its screens; null: it knows none. It outlives the API.
    SiteApi(base::Disk& disk, const base::Clock& clock, SiteFolder folder, Fleet* fleet = nullptr);

    static std::span<const Route> routes();
    net::HttpResponse handle(const net::HttpRequest& request);
    // Another's answer, counted among these.
    net::HttpResponse count(net::HttpResponse response);

private:
    net::HttpResponse health() const;
    net::HttpResponse metrics() const;
    std::vector<store::KioskRow> kiosks() const;

    base::Disk& disk_;
    const base::Clock& clock_;
    const SiteFolder folder_;
    const net::StaticFolder files_;
    Fleet* const fleet_;
    std::array<std::atomic<std::int64_t>, 6> answered_{};  // by the first digit of the status
};

}  // namespace wenlan::hub
