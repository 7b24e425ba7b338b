// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "net/http_message.h"

namespace wenlan::net {

// Sends the files of one folder as any web server does: with an ETag, for one range or the whole,
// GET and HEAD only. Links are not followed. Any thread.
class StaticFolder {
public:
    explicit StaticFolder(std::filesystem::path root) : root_(std::move(root)) {}

    // `name` is the path within the folder, without a slash before it.
    HttpResponse answer(const HttpRequest& request, std::string_view name) const;

private:
    std::filesystem::path root_;
};

}  // namespace wenlan::net
