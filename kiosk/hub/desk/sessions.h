// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "hub/desk/asked.h"
#include "hub/desk/connections.h"
#include "net/http_message.h"

namespace wenlan::hub::desk {

inline constexpr base::Duration session_idle = std::chrono::minutes{60};
inline constexpr base::Duration session_longest = std::chrono::hours{14};

// Somebody has signed in: the cookies that say so from now on.
struct Begun {
    SignedIn by;
    std::vector<std::string> cookies;
};

// Who is signed in, by the cookies of a request: 256 random bits of which only the hash is kept.
// Any thread.
class Sessions {
public:
    Sessions(const base::Clock& clock, base::Random& random, Connections& connections)
        : clock_(clock), random_(random), connections_(connections) {}

    // Nobody, where nobody is, or not any more.
    base::Result<SignedIn> of(const net::HttpRequest& request);
    base::Result<Begun> begin(const net::HttpRequest& request, const store::Account& account);
    base::Result<std::vector<std::string>> end(const net::HttpRequest& request, const SignedIn& by);
    // Whether the account has signed in before in the browser that asks. Gives its mark; empty: no.
    base::Result<std::string> known_browser(const net::HttpRequest& request,
                                            const store::Account& account);
    // Forgets those that are over. To be called now and then.
    base::Result<void> tick();

private:
    std::string token();

    const base::Clock& clock_;
    base::Random& random_;
    Connections& connections_;
};

// The address that a request came from: as the proxy of this machine says, where there is one.
std::string address_of(const net::HttpRequest& request);
// No other site's page sent it.
bool own_origin(const net::HttpRequest& request);
// The value of a cookie; empty: none.
std::string_view cookie(const net::HttpRequest& request, std::string_view name);

}  // namespace wenlan::hub::desk
