// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/local_text.h"
#include "base/time.h"
#include "net/http_message.h"

namespace wenlan::hub::pocket {

// Who reads a page on a phone, as far as a page has to know.
struct Visitor {
    base::Language language = base::Language::zh;
    bool chose_language = false;  // by the link: other links go on with it
    std::string address;          // where the request came from, for limits only
    base::Instant now{};

    std::string say(const base::LocalText& text) const { return text.in(language); }
    // "?lang=en" behind a path, where it was chosen.
    std::string query() const;
};

Visitor visitor_of(const net::HttpRequest& request, base::Instant now);

// What the browser prefers of the two, by the weights that it gives; Chinese where it says nothing.
base::Language preferred_language(std::string_view accept_language);
// The address behind the proxy on this machine; a proxy elsewhere is not believed. Of version 6 the
// network, since a phone changes the rest as it likes.
std::string address_of(const net::HttpRequest& request);

}  // namespace wenlan::hub::pocket
