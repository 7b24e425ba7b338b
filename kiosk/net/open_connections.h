// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>

#include "base/time.h"

namespace wenlan::net {

// Which connections a server has, and since when each owes a request. Any thread.
class OpenConnections {
public:
    void opened(int descriptor, base::Duration uptime);
    // A request was answered; the time for the next begins.
    void answered(int descriptor, base::Duration uptime);
    // To be told before the descriptor is closed: then it is never another's that is shut here.
    void closed(int descriptor);
    // Shuts those that have owed a request since before that time; their owner then closes them.
    void shut_older_than(base::Duration uptime);
    int count() const;

private:
    mutable std::mutex lock_;
    std::map<int, base::Duration> since_;
};

}  // namespace wenlan::net
