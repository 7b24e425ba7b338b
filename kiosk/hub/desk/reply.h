// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/local_text.h"
#include "base/result.h"
#include "net/http_message.h"

namespace wenlan::hub::desk {

// What a handler says.
struct Reply {
    int status = 200;
    std::string body = {};
    std::string type = "application/json";
    net::Headers headers = {};  // besides
    std::vector<std::string> cookies = {};
};

inline Reply nothing() { return {204, "", ""}; }
inline Reply json(std::string text, int status = 200) { return {status, std::move(text)}; }

// One thing in what came in that cannot be taken, by where it is.
struct Fault {
    std::string field;  // "title.zh"
    std::string code;   // "text.too-long"
    base::LocalText message;
    int most = 0;  // of a length or a number; 0: it is not about that
};
using Faults = std::vector<Fault>;

// 422 with each of them.
Reply refused(const Faults& faults);
// With the status that fits its code. What is wrong inside the hub goes to the log only.
Reply refused(const base::Error& error, std::string_view field = {});
// 429
Reply too_fast(int retry_after_s);
// 423
Reply being_edited(const std::string& who);

}  // namespace wenlan::hub::desk
