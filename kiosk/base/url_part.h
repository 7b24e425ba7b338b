// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace wenlan::base {

// One part of an address: all but what is plain there is escaped (RFC 3986, section 2.3).
std::string url_part(std::string_view text);

}  // namespace wenlan::base
