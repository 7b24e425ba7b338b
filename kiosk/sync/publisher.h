// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "store/seat_counts.h"
#include "sync/avail.h"
#include "sync/centre_keys.h"
#include "sync/folder_transport.h"
#include "sync/manifest.h"
#include "sync/poster_site.h"
#include "sync/release_history.h"

namespace wenlan::sync {

struct PublishSettings {
    std::size_t patches = 14;  // from so many of the last versions
    base::Duration life = std::chrono::hours{24 * 7};
    base::Duration seats_life = std::chrono::minutes{10};
    unsigned threads = 2;  // that pack at the same time
    // The objects of a programme stay so long after it was published, and while it is one of those
    // from which patches are made: a screen may just have read its manifest.
    base::Duration kept = std::chrono::hours{1};
    std::size_t kept_max = 60;
    // Packs the first whole database of a new epoch. None: as all others.
    std::function<base::Result<std::string>(std::string_view database)> pack_thoroughly = {};
};

// What a publishing came to. An object that was there already counts its bytes too.
struct PublishedRelease {
    Edition edition;
    bool new_version = true;  // false: nothing had changed
    std::int64_t snap_bytes = 0;
    std::int64_t patch_bytes = 0;  // from the version before; 0: there is none
    std::int64_t manifest_bytes = 0;
};

// Turns a database into files that any web server or stick can carry:
//   root/<n>  snap/<hash>.zst  patch/<base>-<new>.zst  poster/<hash>    never changed
//   manifest  avail                                                    replaced
// Objects are durable before the manifest that names them. One process at a time.
class Publisher {
public:
    // `site` is the folder that is served, `history` a file of the hub's own.
    Publisher(base::Disk& disk, std::filesystem::path site, std::filesystem::path history,
              const CentreKeys& keys, PublishSettings settings = {});

    // Publishes the database as the next version, unless it is the one that is published and has
    // more than half its life before it.
    base::Result<PublishedRelease> publish(const std::string& database, std::int64_t schema,
                                           const store::SeatCounts& seats, base::Instant now,
                                           const PostersToPublish& posters = {});
    // Publishes other seats for the version that is published, or the same anew. False: the same
    // ones are, and stay good for more than half their life.
    base::Result<bool> publish_seats(const store::SeatCounts& seats, base::Instant now);

    // What is published; "net.not-found" where nothing is yet.
    base::Result<SignedManifest> published();

private:
    struct Packed {
        Content snap;
        std::vector<Patch> patches;
        std::int64_t patch_bytes = 0;
    };

    base::Result<SignedManifest> published_ever();
    base::Result<std::vector<Release>> releases();
    base::Result<Packed> pack(const std::string& database, const Content& content,
                              const std::vector<Release>& releases);
    base::Result<Content> put_snap(const std::string& database, const Content& content,
                                   bool first_of_epoch);
    base::Result<std::string> packed(const std::string& database, bool first_of_epoch);
    base::Result<std::string> old_database(const Release& release);
    base::Result<std::vector<std::string>> make_patches(const std::string& database,
                                                        const std::vector<Release>& bases);
    base::Result<std::int64_t> last_serial(const SignedManifest& manifest);
    void forget_old(std::vector<Release>& releases, base::Instant now) const;
    void collect(const std::vector<Release>& releases);

    base::Disk& disk_;
    const std::filesystem::path site_folder_;
    FolderTransport site_;
    PosterSite posters_;
    const std::filesystem::path history_;
    const CentreKeys& keys_;
    const PublishSettings settings_;
};

}  // namespace wenlan::sync
