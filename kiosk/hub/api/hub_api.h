// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/api/kiosk_api.h"
#include "hub/api/sign_up_api.h"
#include "hub/api/site_api.h"

namespace wenlan::hub {

// All that a hub answers. Any thread.
class HubApi {
public:
    // The fleet and the sign-ups outlive it; without sign-ups none are taken.
    HubApi(base::Disk& disk, const base::Clock& clock, const SiteFolder& folder, Fleet& fleet,
           SignUpApi* sign_ups = nullptr)
        : kiosks_(fleet), site_(disk, clock, folder, &fleet), sign_ups_(sign_ups) {}

    net::HttpResponse handle(const net::HttpRequest& request) {
        if (auto answer = kiosks_.handle(request)) return site_.count(std::move(*answer));
        if (sign_ups_ != nullptr) {
            if (auto answer = sign_ups_->handle(request)) return site_.count(std::move(*answer));
        }
        return site_.handle(request);
    }

private:
    KioskApi kiosks_;
    SiteApi site_;
    SignUpApi* sign_ups_;
};

}  // namespace wenlan::hub
