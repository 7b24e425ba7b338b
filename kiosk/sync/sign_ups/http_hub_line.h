// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>

#include "net/http_client.h"
#include "sync/sign_ups/hub_line.h"

namespace wenlan::sync {

// Over HTTP. One thread, except for cut().
class HttpHubLine final : public HubLine {
public:
    // `url` with or without a trailing slash: "http://office.example:8080". Empty: nowhere.
    explicit HttpHubLine(std::string url);
    base::Result<std::string> ask(std::string_view path, const std::string& body,
                                  base::Duration limit) override;

    // Ends what is under way within a second: error line_gave_way. From any thread. Until mend() so
    // does all that is asked.
    void cut();
    void mend();

private:
    bool is_cut() const;

    const std::string url_;
    mutable std::mutex lock_;
    bool cut_ = false;
    net::HttpClient* asking_ = nullptr;
};

}  // namespace wenlan::sync
