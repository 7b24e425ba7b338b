// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/sign_up.h"
#include "net/http_message.h"
#include "sync/sign_ups/field_cipher.h"

namespace wenlan::hub::pocket {

inline constexpr std::size_t form_bytes_max = 16 << 10;
inline constexpr std::size_t form_fields_max = 120;

// What a form sent, in its order.
struct Fields {
    std::vector<std::pair<std::string, std::string>> all;

    std::string_view first(std::string_view name) const;  // empty: not there
    std::vector<std::string_view> every(std::string_view name) const;
};

// Of application/x-www-form-urlencoded. None: too much, or not of that kind.
std::optional<Fields> read_fields(const net::HttpRequest& request);

// Whether a form that was sent came from a page of this host, by what the browser says.
bool from_own_page(const net::HttpRequest& request);

// Goes out in a form and has to come back with it: that the hub made the form for this use, when,
// and the id of what it makes, so that the same form sent twice is one sign-up.
struct FormToken {
    base::Instant made{};
    domain::SignUpId id;
};
std::string write_token(const FormToken& token, std::string_view use, const sync::FieldKey& key);
// None: the hub did not make it for that.
std::optional<FormToken> read_token(std::string_view text, std::string_view use,
                                    const sync::FieldKey& key);

}  // namespace wenlan::hub::pocket
