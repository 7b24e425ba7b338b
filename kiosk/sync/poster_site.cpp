// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/poster_site.h"

#include "base/log.h"
#include "sync/poster_shelf.h"
#include "sync/poster_use.h"

namespace wenlan::sync {

base::Result<void> PosterSite::put(const PostersToPublish& posters) {
    for (const Hash& poster : posters.needed) {
        if (disk_.exists(folder_ / poster.hex())) continue;
        const auto bytes = disk_.read(posters.folder / (poster.hex() + ".jpg"), poster_bytes_max);
        if (!bytes || hash_of(bytes.value()) != poster) {
            base::log::warning("the poster " + poster.hex() + " cannot be published: it is " +
                               (bytes ? "damaged" : "missing"));
            continue;
        }
        TRY(site_.put(poster_name(poster), bytes.value()));
    }
    return {};
}

base::Result<void> PosterSite::note(const std::vector<Hash>& needed, const Edition& programme) {
    const auto known = read_poster_use(disk_, use_);
    if (!known) base::log::error("publishing", known.error());
    PosterUse use = known ? known.value() : PosterUse{};
    // What is there and not known may be needed by whatever was published.
    const auto there = disk_.list(folder_);
    for (const std::string& name : there ? there.value() : std::vector<std::string>{}) {
        if (const auto poster = Hash::of_hex(name)) use.try_emplace(*poster, programme);
    }
    for (const Hash& poster : needed) use[poster] = programme;
    if (known && use == known.value()) return {};
    return write_poster_use(disk_, use_, use);
}

void PosterSite::collect(const Edition& oldest) {
    const auto known = read_poster_use(disk_, use_);
    if (!known) return;
    PosterUse use = known.value();
    for (auto at = use.begin(); at != use.end();) {
        if (at->second >= oldest) {
            ++at;
            continue;
        }
        const std::filesystem::path path = folder_ / at->first.hex();
        if (disk_.exists(path)) {
            const auto removed = disk_.remove(path);
            if (!removed) base::log::warning("removing an old poster", removed.error());
        }
        at = use.erase(at);
    }
    if (use == known.value()) return;
    const auto written = write_poster_use(disk_, use_, use);
    if (!written) base::log::warning("the list of published posters", written.error());
}

}  // namespace wenlan::sync
