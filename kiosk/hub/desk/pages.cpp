// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/pages.h"

#include <array>
#include <string>
#include <utility>

namespace wenlan::hub::desk {

namespace {

constexpr std::string_view folder_path = "/desk/";

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".webp", "image/webp"},
    {".jpg", "image/jpeg"},
    {".woff2", "font/woff2"},
    {".ico", "image/x-icon"},
    {".mp3", "audio/mpeg"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view type_of(std::string_view name) {
    for (const auto& [ending, type] : types) {
        if (name.ends_with(ending)) return type;
    }
    return "application/octet-stream";
}

}  // namespace

net::HttpResponse Pages::answer(const net::HttpRequest& request) const {
    if (request.path == "/desk") {
        net::HttpResponse elsewhere = net::plain(308, "The desk is at /desk/.");
        elsewhere.headers["location"] = "/desk/";
        return elsewhere;
    }
    std::string_view name = std::string_view(request.path).substr(folder_path.size());
    if (name.empty()) name = "index.html";
    net::HttpResponse response = files_.answer(request, name);
    if (response.status < 400) {
        response.headers["content-type"] = type_of(name);
        // A new program has new pages.
        response.headers["cache-control"] = "no-cache";
    }
    response.headers["content-security-policy"] = content_policy;
    response.headers["x-frame-options"] = "DENY";
    response.headers["referrer-policy"] = "no-referrer";
    response.headers["cross-origin-opener-policy"] = "same-origin";
    response.headers["permissions-policy"] =
        "camera=(self), microphone=(), geolocation=(), payment=()";
    return response;
}

}  // namespace wenlan::hub::desk
