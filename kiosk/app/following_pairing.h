// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "net/http_client.h"
#include "store/data_folder.h"
#include "sync/kiosk_keys.h"

namespace wenlan::app {

// What a screen needs to be paired with the hub at `hub`, "http://office.example:8080".
struct PairingParts {
    net::HttpClient& client;
    base::Disk& disk;
    base::Random& random;
    const store::DataFolder& folder;
    const std::string& hub;
};

struct Paired {
    sync::PairedKiosk kiosk;
    std::string root;  // the centre's first root, to be trusted from now on
};

// Pairs the screen by the code that the office read out, and keeps who it is. Waits for the
// network. Codes: pair.*, kiosk.known, trust.other-centre, those of the client.
base::Result<Paired> pair_screen(const PairingParts& parts, std::string_view code);

// One exchange with a hub's API: the body that comes back, or what it refuses with.
base::Result<std::string> post_to_hub(net::HttpClient& client, const std::string& hub,
                                      std::string_view path, std::string body);

}  // namespace wenlan::app
