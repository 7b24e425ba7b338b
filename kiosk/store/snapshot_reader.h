// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "store/snapshot.h"

namespace wenlan::store {

// Which of the snapshots is shown.
enum class SnapshotSource { current, previous, factory };

// Keeps the best snapshot there is open: what `current` names, else the newest whole one before it,
// else the factory's. A new one has to look whole before the old one is let go; inspect() then
// reads it to its end, and gives it up if it is not. One thread.
class SnapshotReader {
public:
    SnapshotReader(base::Disk& disk, DataFolder folder) : disk_(disk), folder_(std::move(folder)) {}

    // Looks at `current`, which costs the reading of a few bytes while it stays the same. True:
    // another snapshot is open now, or the same one in another role. An error: not even a factory
    // one is whole; what was open stays open.
    base::Result<bool> poll(base::Duration uptime);
    // Looks at further pieces of what is open for as long as `go_on` says, a few milliseconds each.
    // False: it turned out to be damaged and was discarded.
    bool inspect(const std::function<bool()>& go_on);
    // The seats of what is open have changed. True: they were read anew.
    bool reread_seats();
    bool inspected() const { return inspected_ == snapshot_ && snapshot_ != nullptr; }
    // What is open turned out to be damaged: the next poll() looks for another.
    void discard();
    // The factory's programme was made anew: the next poll() looks even where it would wait.
    void look_again();
    // What `current` names was made by an older program, and has to be published again.
    bool outdated() const { return outdated_; }

    std::shared_ptr<const Snapshot> snapshot() const { return snapshot_; }
    SnapshotSource source() const { return source_; }

private:
    struct Choice {
        std::shared_ptr<const Snapshot> snapshot;
        SnapshotSource source = SnapshotSource::current;
    };
    std::optional<Choice> choose(const base::Result<std::string>& current);
    std::shared_ptr<const Snapshot> open(const std::string& name);
    void log_once(const std::string& sentence);

    base::Disk& disk_;
    DataFolder folder_;
    std::shared_ptr<const Snapshot> snapshot_;
    SnapshotSource source_ = SnapshotSource::current;
    std::shared_ptr<const Snapshot> inspected_;  // the last that was looked at to its end
    std::set<std::string> discarded_;            // not opened again until `current` changes
    bool outdated_ = false;
    bool looked_ = false;
    std::string seen_;           // `current` at the last choice; empty: unreadable
    base::Duration retry_at_{};  // while something other than `current` is shown
    std::string logged_;
};

}  // namespace wenlan::store
