// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_message.h"

#include <unistd.h>
#include <utility>

namespace wenlan::net {

std::string_view header(const Headers& headers, std::string_view name) {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

int OpenFile::release() { return std::exchange(descriptor_, -1); }

HttpResponse plain(int status, std::string_view text) {
    HttpResponse response;
    response.status = status;
    response.headers["content-type"] = "text/plain; charset=utf-8";
    response.body = std::string(text) + "\n";
    return response;
}

}  // namespace wenlan::net
