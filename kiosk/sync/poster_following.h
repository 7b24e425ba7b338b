// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "net/transport.h"
#include "store/data_folder.h"
#include "sync/poster_shelf.h"

namespace wenlan::sync {

// By which names the listings of a database call their posters. None: nothing is known of posters,
// none is fetched and none removed.
using PostersOf =
    std::function<base::Result<std::vector<std::string>>(const std::filesystem::path& database)>;

// Brings a kiosk the posters of its programmes. A poster that cannot be had keeps no programme
// away: the screen shows its ground instead, and it is asked for again later. One thread.
class PosterFollowing {
public:
    PosterFollowing(base::Disk& disk, const base::Clock& clock, net::Transport& transport,
                    const store::DataFolder& folder, const std::atomic<bool>& stopping,
                    PostersOf posters_of)
        : clock_(clock),
          folder_(folder),
          posters_of_(std::move(posters_of)),
          shelf_(disk, transport, folder, stopping) {}

    // From now on it is the posters of this programme that are wanted.
    void want(const std::string& programme);
    // Fetches what is wanted and not there, until all is or the time is over. An error is one of
    // the line or of the disk: it would be the same for every other poster.
    base::Result<void> fetch(base::Duration time);
    // How many of the wanted are not there.
    std::size_t missing() const;
    // Removes what neither the wanted programme nor one of these needs.
    void collect(const std::vector<std::string>& programmes);
    // Looks at all that are there; what has rotted is fetched again.
    void drop_damaged();

private:
    base::Result<std::vector<Hash>> needed_by(const std::string& programme);

    const base::Clock& clock_;
    const store::DataFolder& folder_;
    const PostersOf posters_of_;
    PosterShelf shelf_;
    std::map<std::string, std::vector<Hash>> known_;  // of programmes that do not change
    std::vector<Hash> wanted_;
    std::string wanted_by_;
    bool wanted_known_ = false;
    bool complete_ = false;
    std::map<Hash, base::Duration> again_at_;  // what the other side does not have
};

}  // namespace wenlan::sync
