// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "net/transport.h"
#include "store/data_folder.h"
#include "sync/apply.h"
#include "sync/avail.h"
#include "sync/download.h"
#include "sync/follow_record.h"
#include "sync/follow_status.h"
#include "sync/poster_following.h"
#include "sync/trust.h"

namespace wenlan::sync {

struct FollowSettings {
    std::int64_t schema = 1;         // the newest that this program reads
    std::int64_t schema_oldest = 1;  // and the oldest
    // A screen that knows no centre believes the one that answers first, and none other after it.
    bool trust_the_first = false;
    base::Duration every = std::chrono::seconds{30};
    base::Duration retry_first = std::chrono::seconds{5};  // doubles with every failure
    base::Duration retry_last = std::chrono::minutes{10};
    base::Duration roots_every = std::chrono::hours{1};
    // So often it is asked without an ETag: some servers make theirs of a time in whole seconds.
    base::Duration whole_every = std::chrono::minutes{10};
    PostersOf posters_of = {};
    // A new programme waits so long for its posters; the rest come later, a while in each try.
    base::Duration posters_first = std::chrono::seconds{10};
    base::Duration posters_each = std::chrono::seconds{20};
};

// Keeps a kiosk's data folder at its hub's newest programme. Waits for disks and networks: it
// belongs on a thread of its own. Only status(), mend() and stop() may be called from others.
//
// Whatever comes, `current` names a whole programme that the centre signed, or the one from before
// there was a hub; versions only grow.
class Follower {
public:
    Follower(base::Disk& disk, const base::Clock& clock, base::Random& random,
             net::Transport& transport, store::DataFolder folder, FollowSettings settings);

    // Learns the centre, see Trust::learn().
    base::Result<void> learn(std::string_view root_file) { return trust_.learn(root_file); }

    // Asks the hub if it is time to. True: there is another programme, or other seats, to show.
    bool tick();
    // The next tick() asks, whatever the time.
    void ask_now() { due_.reset(); }
    // How long until it is time.
    base::Duration due_in() const;
    // What `current` names cannot be read: it is fetched again.
    void mend() { mending_ = true; }
    // Looks at all the posters; what has rotted is fetched again.
    void mend_posters() { posters_.drop_damaged(); }
    // Ends a tick() that is under way, between two pieces.
    void stop() { stopping_ = true; }

    FollowStatus status() const;

private:
    struct Seen {
        SignedManifest manifest;
        std::string etag;
    };

    base::Result<bool> ask();
    base::Result<void> take_up_what_is_here();
    base::Result<void> begin_trust();
    base::Result<void> follow_roots();
    base::Result<std::optional<Seen>> fetch_manifest();
    base::Result<SignedManifest> read_with_newest_root(const std::string& file);
    base::Result<void> accept(const SignedManifest& manifest);
    base::Result<bool> apply(const SignedManifest& manifest);
    base::Result<void> fetch_posters_first(const Manifest& manifest);
    void remove_what_is_old(const Applying& applying, const std::optional<std::string>& previous);
    base::Result<bool> follow_seats(const SignedManifest& manifest);
    void note_failure(const base::Error& error);
    void note_success();
    void alarm(const base::Error& error);
    template <typename Change>
    void change_status(Change change);

    base::Disk& disk_;
    const base::Clock& clock_;
    base::Random& random_;
    net::Transport& transport_;
    const store::DataFolder folder_;
    const FollowFolder own_;
    const FollowSettings settings_;
    std::atomic<bool> stopping_ = false;
    std::atomic<bool> mending_ = false;
    Trust trust_;
    Download download_;
    PosterFollowing posters_;

    bool taken_up_ = false;
    bool alarmed_ = false;  // in this try
    std::optional<FollowRecord> record_;
    std::optional<Seen> seen_;
    std::optional<Hash> shown_database_;  // as this program itself has written it
    std::optional<Avail> avail_;
    std::string avail_etag_;
    std::optional<base::Duration> due_;
    std::optional<base::Duration> roots_due_;
    std::optional<base::Duration> whole_due_;

    mutable std::mutex status_lock_;
    FollowStatus status_;
};

}  // namespace wenlan::sync
