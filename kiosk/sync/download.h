// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "net/transport.h"
#include "sync/follow_record.h"
#include "sync/manifest.h"

namespace wenlan::sync {

// Fetches objects piece by piece into files of their own, so that after a cut, or a restart, only
// the rest is fetched. One thread; the flag may be set from any other.
class Download {
public:
    Download(base::Disk& disk, net::Transport& transport, FollowFolder folder,
             const std::atomic<bool>& stopping)
        : disk_(disk), transport_(transport), folder_(std::move(folder)), stopping_(stopping) {}

    // The object, checked. Codes besides those of the transport and of check_object():
    // download.cut (the other side has less than it announced), download.stopped.
    base::Result<std::string> fetch(const std::string& name, const Content& object);

    // Removes all that was begun.
    void drop_all();

private:
    base::Result<std::int64_t> had(const Content& object);
    base::Result<void> fetch_rest(const std::string& name, const Content& object,
                                  std::int64_t from);
    base::Result<std::string> checked(const Content& object);

    base::Disk& disk_;
    net::Transport& transport_;
    FollowFolder folder_;
    const std::atomic<bool>& stopping_;
};

}  // namespace wenlan::sync
