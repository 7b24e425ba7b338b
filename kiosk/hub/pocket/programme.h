// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include "store/snapshot_reader.h"

namespace wenlan::hub::pocket {

// The programme as residents see it: what the hub published last. Any thread, one at a time.
class Programme {
public:
    Programme(base::Disk& disk, const base::Clock& clock, store::DataFolder folder)
        : clock_(clock), reader_(disk, std::move(folder)) {}

    // What `work` gives, a Result, of the newest snapshot. "snapshot.none".
    template <typename Work>
    auto with(Work work) -> decltype(work(std::declval<const store::Snapshot&>())) {
        const std::lock_guard guard(lock_);
        if (const auto fresh = look(); !fresh) return fresh.error();
        return work(*reader_.snapshot());
    }

private:
    base::Result<void> look();

    const base::Clock& clock_;
    std::mutex lock_;
    store::SnapshotReader reader_;
    base::Duration looked_at_{-1};
};

}  // namespace wenlan::hub::pocket
