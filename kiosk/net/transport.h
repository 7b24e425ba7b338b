// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wenlan::net {

// Which bytes of an object are wanted.
struct Fetch {
    std::string name;
    std::uint64_t offset = 0;
    std::size_t bytes_max = 0;
    std::string etag = {};  // if the object still has it, nothing is sent
};

struct Fetched {
    std::string bytes;       // from the offset on; fewer than wanted at the end or after a cut
    std::string etag = {};   // empty: none
    bool unchanged = false;  // it still has the etag that was asked for
};

// Where named objects are fetched from and put to: a server, a folder, a stick. It knows nothing of
// what they are, and nothing that it says is to be trusted. One thread.
//
// Codes: net.not-found, net.refused, net.no-answer, net.slow, net.failed; what the disk says.
class Transport {
public:
    virtual ~Transport() = default;
    virtual base::Result<Fetched> get(const Fetch& fetch) = 0;
    // Whole or not at all.
    virtual base::Result<void> put(std::string_view name, std::string_view bytes) = 0;
};

// Words of a-z, 0-9, "-", "_" and "." between single slashes, none of which begins with a dot: such
// a name cannot lead out of the folder that it is in.
bool valid_object_name(std::string_view name);

}  // namespace wenlan::net
