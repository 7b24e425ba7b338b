// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "net/http_message.h"
#include "net/static_folder.h"

namespace wenlan::hub::desk {

// What a browser may do with anything that the desk serves: nothing from elsewhere, no script or
// style that is written into a page.
inline constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "font-src 'self'; connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; "
    "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// The files of the desk's pages, under /desk/. Any thread.
class Pages {
public:
    explicit Pages(const std::filesystem::path& folder) : files_(folder) {}
    net::HttpResponse answer(const net::HttpRequest& request) const;

private:
    net::StaticFolder files_;
};

}  // namespace wenlan::hub::desk
