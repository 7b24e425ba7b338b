// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "hub/api/sign_up_api.h"
#include "hub/pocket/programme.h"
#include "hub/pocket/visitor.h"
#include "net/http_message.h"

namespace wenlan::hub::pocket {

inline constexpr std::string_view calendar_path = "/calendar/";

// The calendars that one subscribes to: everything, a listing, a venue; and one date to be kept.
// Any thread.
class Feeds {
public:
    Feeds(Programme& programme, SignUpApi& sign_ups) : programme_(programme), sign_ups_(sign_ups) {}

    // `name` is what comes after calendar_path: "all.ics", "listing/taiji.ics", "venue/hall.ics",
    // "date/12.ics".
    net::HttpResponse answer(const net::HttpRequest& request, std::string_view name,
                             const Visitor& visitor);

private:
    struct Made {
        std::string text;
        std::string tag;
    };
    // Empty text: there is no such calendar.
    base::Result<Made> made(std::string_view name, const Visitor& visitor);
    base::Result<Made> make(std::string_view name, const Visitor& visitor);
    base::Result<void> follow(base::Instant now);

    Programme& programme_;
    SignUpApi& sign_ups_;
    std::mutex lock_;
    std::string edition_;  // of the programme that the book was told of last
    base::Instant followed_{};
    std::map<std::string, Made, std::less<>> kept_;  // of that edition
    domain::Centre centre_;
};

}  // namespace wenlan::hub::pocket
