// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/api/kiosk_api.h"
#include "hub/api/site_api.h"

namespace wenlan::hub {

// All that a hub answers. Any thread.
class HubApi {
public:
    // The fleet outlives it.
    HubApi(base::Disk& disk, const base::Clock& clock, const SiteFolder& folder, Fleet& fleet)
        : kiosks_(fleet), site_(disk, clock, folder, &fleet) {}

    net::HttpResponse handle(const net::HttpRequest& request) {
        if (auto answer = kiosks_.handle(request)) return site_.count(std::move(*answer));
        return site_.handle(request);
    }

private:
    KioskApi kiosks_;
    SiteApi site_;
};

}  // namespace wenlan::hub
