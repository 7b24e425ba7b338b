// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/static_folder.h"

#include <charconv>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <utility>

#include "net/transport.h"

namespace wenlan::net {

namespace {

// Files are never changed but replaced, so these three tell one content from another.
std::string etag_of(const struct stat& status) {
    return "\"" + std::to_string(status.st_ino) + "-" + std::to_string(status.st_size) + "-" +
           std::to_string(status.st_mtim.tv_sec) + "." + std::to_string(status.st_mtim.tv_nsec) +
           "\"";
}

struct Range {
    std::uint64_t first = 0;
    std::uint64_t last = 0;  // within the file
};

enum class Wanted { whole, part, past_end };

// "bytes=5-9" or "bytes=5-". Other forms may be answered with the whole.
Wanted wanted_range(std::string_view text, std::uint64_t file_bytes, Range& range) {
    constexpr std::string_view unit = "bytes=";
    if (!text.starts_with(unit)) return Wanted::whole;
    text.remove_prefix(unit.size());
    const char* const end = text.data() + text.size();
    auto [dash, problem] = std::from_chars(text.data(), end, range.first);
    if (problem != std::errc{} || dash == end || *dash != '-') return Wanted::whole;
    range.last = ~std::uint64_t{0};
    if (dash + 1 != end) {
        const auto [stopped, wrong] = std::from_chars(dash + 1, end, range.last);
        if (wrong != std::errc{} || stopped != end || range.last < range.first)
            return Wanted::whole;
    }
    if (range.first >= file_bytes) return Wanted::past_end;
    range.last = std::min(range.last, file_bytes - 1);
    return Wanted::part;
}

// Objects are named after what is in them.
bool named_by_content(std::string_view name) { return name.find('/') != std::string_view::npos; }

}  // namespace

HttpResponse StaticFolder::answer(const HttpRequest& request, std::string_view name) const {
    if (request.method != "GET" && request.method != "HEAD") {
        HttpResponse response = plain(405, "Files are only read here.");
        response.headers["allow"] = "GET, HEAD";
        return response;
    }
    if (!valid_object_name(name)) return plain(404, "There is no such file.");
    const int descriptor =
        ::open((root_ / name).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return plain(404, "There is no such file.");
    auto file = std::make_shared<OpenFile>(descriptor);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        return plain(404, "There is no such file.");
    }
    const auto file_bytes = static_cast<std::uint64_t>(status.st_size);
    HttpResponse response;
    response.headers["etag"] = etag_of(status);
    response.headers["accept-ranges"] = "bytes";
    response.headers["content-type"] = "application/octet-stream";
    response.headers["cache-control"] =
        named_by_content(name) ? "public, max-age=31536000, immutable" : "no-cache";
    if (header(request.headers, "if-none-match") == response.headers["etag"]) {
        response.status = 304;
        return response;
    }
    Range range;
    const Wanted wanted = wanted_range(header(request.headers, "range"), file_bytes, range);
    if (wanted == Wanted::past_end) {
        response.status = 416;
        response.headers["content-range"] = "bytes */" + std::to_string(file_bytes);
        return response;
    }
    response.file = std::move(file);
    response.file_bytes = file_bytes;
    if (wanted == Wanted::part) {
        response.status = 206;
        response.file_offset = range.first;
        response.file_bytes = range.last - range.first + 1;
        response.headers["content-range"] = "bytes " + std::to_string(range.first) + "-" +
                                            std::to_string(range.last) + "/" +
                                            std::to_string(file_bytes);
    }
    return response;
}

}  // namespace wenlan::net
