// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/ports.h"
#include "hub/site/site_folder.h"
#include "net/http_message.h"
#include "net/static_folder.h"

namespace wenlan::hub {

enum class Role { everyone, kiosk, desk, editor, manager };
std::string_view name_of(Role role);  // "public", "kiosk", ...

struct Route {
    std::string_view method;
    std::string_view path;  // parameters as :name
    Role role;
};

// What a hub answers to anyone: the published files, whether it is well, what it counts. Any
// thread.
class SiteApi {
public:
    SiteApi(base::Disk& disk, const base::Clock& clock, SiteFolder folder);

    static std::span<const Route> routes();
    net::HttpResponse handle(const net::HttpRequest& request);

private:
    net::HttpResponse health() const;
    net::HttpResponse metrics() const;

    base::Disk& disk_;
    const base::Clock& clock_;
    const SiteFolder folder_;
    const net::StaticFolder files_;
    std::array<std::atomic<std::int64_t>, 6> answered_{};  // by the first digit of the status
};

}  // namespace wenlan::hub
