// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "net/transport.h"

namespace wenlan::test {

// Objects in memory, and what can happen on the way.
class MemoryTransport final : public net::Transport {
public:
    std::map<std::string, std::string, std::less<>> objects;
    // Asked before each answer; an error is given instead.
    std::function<std::optional<base::Error>(const net::Fetch&)> fault;
    // Changes what is sent.
    std::function<void(const net::Fetch&, std::string&)> tamper;
    bool same_etag = false;  // whatever the object
    int gets = 0;
    std::size_t bytes_sent = 0;

    base::Result<net::Fetched> get(const net::Fetch& fetch) override {
        ++gets;
        if (fault) {
            if (auto error = fault(fetch)) return std::move(*error);
        }
        const auto found = objects.find(fetch.name);
        if (found == objects.end()) {
            return base::Error{"net.not-found", "The other side does not have this.", fetch.name};
        }
        net::Fetched fetched;
        fetched.etag = std::to_string(std::hash<std::string>{}(found->second));
        if (same_etag) fetched.etag = "same";
        if (!fetch.etag.empty() && fetch.etag == fetched.etag) {
            fetched.unchanged = true;
            return fetched;
        }
        if (fetch.offset < found->second.size()) {
            fetched.bytes = found->second.substr(fetch.offset, fetch.bytes_max);
        }
        if (tamper) tamper(fetch, fetched.bytes);
        bytes_sent += fetched.bytes.size();
        return fetched;
    }
    base::Result<void> put(std::string_view name, std::string_view bytes) override {
        objects.insert_or_assign(std::string(name), std::string(bytes));
        return {};
    }
};

}  // namespace wenlan::test
