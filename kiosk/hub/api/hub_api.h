// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/api/kiosk_api.h"
#include "hub/api/sign_up_api.h"
#include "hub/api/site_api.h"
#include "hub/desk/desk_api.h"
#include "hub/pocket/pocket_api.h"

namespace wenlan::hub {

// All that a hub answers. Any thread.
class HubApi {
public:
    // The fleet, the sign-ups and the desk outlive it; without sign-ups none are taken, without a
    // desk or pages for phones there are none.
    HubApi(base::Disk& disk, const base::Clock& clock, const SiteFolder& folder, Fleet& fleet,
           SignUpApi* sign_ups = nullptr, desk::DeskApi* desk = nullptr,
           pocket::PocketApi* pocket = nullptr)
        : kiosks_(fleet),
          site_(disk, clock, folder, &fleet),
          sign_ups_(sign_ups),
          desk_(desk),
          pocket_(pocket) {}

    net::HttpResponse handle(const net::HttpRequest& request) {
        if (auto answer = kiosks_.handle(request)) return site_.count(std::move(*answer));
        if (sign_ups_ != nullptr) {
            if (auto answer = sign_ups_->handle(request)) return site_.count(std::move(*answer));
        }
        if (desk_ != nullptr) {
            if (auto answer = desk_->handle(request)) return site_.count(std::move(*answer));
        }
        if (pocket_ != nullptr) {
            if (auto answer = pocket_->handle(request)) return site_.count(std::move(*answer));
        }
        return site_.handle(request);
    }
    // How large the body of a request may be; none: as the server has it.
    std::optional<std::size_t> body_bytes_max(const net::HttpRequest& head) {
        return desk_ == nullptr ? std::nullopt : desk_->body_bytes_max(head);
    }

private:
    KioskApi kiosks_;
    SiteApi site_;
    SignUpApi* sign_ups_;
    desk::DeskApi* desk_;
    pocket::PocketApi* pocket_;
};

}  // namespace wenlan::hub
