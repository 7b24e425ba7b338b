// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wenlan::net {

// By their names in lower case.
using Headers = std::map<std::string, std::string, std::less<>>;

std::string_view header(const Headers& headers, std::string_view name);  // empty: not there

struct HttpRequest {
    std::string method = "GET";
    std::string path = {};  // decoded; of a client's request, the whole URL
    std::map<std::string, std::string, std::less<>> query = {};  // decoded
    Headers headers = {};
    std::string body = {};
    std::string peer = {};  // the address that it came from
};

// A file that is open for being sent.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();
    // It is the caller's from now on.
    int release();
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

struct HttpResponse {
    int status = 200;
    Headers headers = {};
    std::vector<std::string> cookies = {};  // each a set-cookie
    std::string body = {};
    // Instead of a body: so many bytes of a file.
    std::shared_ptr<OpenFile> file = {};
    std::uint64_t file_offset = 0;
    std::uint64_t file_bytes = 0;
    // Of a client's answer: less came than was announced.
    bool cut = false;
};

// A page of plain text.
HttpResponse plain(int status, std::string_view text);

}  // namespace wenlan::net
