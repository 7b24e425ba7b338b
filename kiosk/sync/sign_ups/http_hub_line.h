// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "sync/sign_ups/hub_line.h"

namespace wenlan::sync {

// Over HTTP. `url` without a trailing slash: "http://office.example:8080".
class HttpHubLine final : public HubLine {
public:
    explicit HttpHubLine(std::string url) : url_(std::move(url)) {}
    base::Result<std::string> ask(std::string_view path, const std::string& body,
                                  base::Duration limit) override;

private:
    std::string url_;
};

}  // namespace wenlan::sync
