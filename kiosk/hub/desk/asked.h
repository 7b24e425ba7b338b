// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "hub/api/route.h"
#include "hub/desk/reply.h"
#include "net/http_message.h"
#include "store/hub/accounts.h"

namespace wenlan::hub::desk {

class Desk;

// Who is signed in; of a route for everyone, perhaps nobody.
struct SignedIn {
    store::Account account;  // id 0: nobody
    std::string session;     // the hash of its token
    std::string csrf;        // what its changes have to bring
    base::Instant ends;      // at the latest

    explicit operator bool() const { return account.id != 0; }
};

// A request that is let in, as a handler gets it.
struct Asked {
    const net::HttpRequest& http;
    const SignedIn& by;
    const std::map<std::string, std::string, std::less<>>& parameters;  // of the path
    base::Instant now;
    std::string address;  // that it came from, seen through the proxy

    store::By log() const { return {by.account.name, now}; }
    std::string_view parameter(std::string_view name) const;
    // Zero: it is no number.
    std::int64_t id(std::string_view name) const;
    // "?q=..."; empty where there is none.
    std::string_view query(std::string_view name) const;
    // What is asked for, within bounds.
    int query_number(std::string_view name, int otherwise, int least, int most) const;
};

using Handler = base::Result<Reply> (*)(Desk&, const Asked&);

// What the desk answers, who may ask, and who answers.
struct DeskRoute {
    std::string_view method;
    std::string_view path;  // below /api/desk, parameters as :name
    Role role;
    Handler handler;
};

}  // namespace wenlan::hub::desk
