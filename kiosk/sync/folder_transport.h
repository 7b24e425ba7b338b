// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/ports.h"
#include "net/transport.h"

namespace wenlan::sync {

// Objects as files of one folder: a USB stick, a share, what a web server serves. Whatever else
// lies there, links and pipes too, is not followed and not waited for.
class FolderTransport final : public net::Transport {
public:
    FolderTransport(base::Disk& disk, std::filesystem::path root)
        : disk_(disk), root_(std::move(root)) {}

    base::Result<net::Fetched> get(const net::Fetch& fetch) override;
    // Written beside, synced and renamed.
    base::Result<void> put(std::string_view name, std::string_view bytes) override;

private:
    base::Disk& disk_;
    std::filesystem::path root_;
};

}  // namespace wenlan::sync
