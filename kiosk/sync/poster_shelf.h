// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>
#include <utility>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "net/transport.h"
#include "store/data_folder.h"
#include "sync/crypto/hash.h"
#include "sync/follow_record.h"

namespace wenlan::sync {

// No poster is longer: whatever the other side sends, no more is taken.
inline constexpr std::size_t poster_bytes_max = 256 << 10;

std::string poster_name(const Hash& poster);

// Those of the names by which listings call their posters that are objects; the others are
// pictures that come with the program.
std::vector<Hash> poster_objects(const std::vector<std::string>& names);

// The posters that a kiosk has, each under its hash, as which it was checked before it got that
// name. One thread; the flag may be set from any other.
class PosterShelf {
public:
    PosterShelf(base::Disk& disk, net::Transport& transport, const store::DataFolder& folder,
                const std::atomic<bool>& stopping)
        : disk_(disk), transport_(transport), folder_(folder), own_(folder), stopping_(stopping) {}

    bool has(const Hash& poster) const { return disk_.exists(folder_.poster(poster.hex())); }
    // Fetches one, going on where it was cut before. Codes besides those of the transport and of
    // the disk: poster.wrong-hash, download.cut, download.stopped.
    base::Result<void> fetch(const Hash& poster);
    // Makes the names of what was fetched durable.
    base::Result<void> settle();
    // Removes every poster that is not among these, and what was begun of others.
    void keep_only(const std::vector<Hash>& posters);
    // Removes what has rotted on the disk. True: something had.
    bool drop_damaged();

private:
    base::Result<void> fetch_from(const Hash& poster, const std::filesystem::path& part,
                                  std::string bytes);
    base::Result<std::string> had(const std::filesystem::path& part);
    base::Result<void> shelve(const Hash& poster, const std::filesystem::path& part);
    std::vector<Hash> all() const;
    void remove(const std::filesystem::path& path);

    base::Disk& disk_;
    net::Transport& transport_;
    const store::DataFolder& folder_;
    const FollowFolder own_;
    const std::atomic<bool>& stopping_;
    bool unsettled_ = false;
};

}  // namespace wenlan::sync
