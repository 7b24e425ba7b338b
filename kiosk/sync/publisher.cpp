// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/publisher.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <set>
#include <span>
#include <thread>
#include <utility>

#include "base/log.h"
#include "sync/objects.h"

namespace wenlan::sync {

namespace {

constexpr std::int64_t object_bytes_max = database_bytes_max;

std::string snap_of(const Hash& database) { return "snap/" + database.hex() + ".zst"; }

Release release_of(const SignedManifest& manifest) {
    return {manifest.manifest.edition, manifest.hash, manifest.manifest.database,
            manifest.manifest.snap, manifest.manifest.issued};
}

// Whether something that lives from `issued` to `expires` is in the first half of its life.
bool young(base::Instant issued, base::Instant expires, base::Instant now) {
    return now >= issued && now < issued + (expires - issued) / 2;
}

}  // namespace

Publisher::Publisher(base::Disk& disk, std::filesystem::path site, std::filesystem::path history,
                     const CentreKeys& keys, PublishSettings settings)
    : disk_(disk),
      site_folder_(std::move(site)),
      site_(disk, site_folder_),
      posters_(disk, site_folder_, history.string() + "-posters"),
      history_(std::move(history)),
      keys_(keys),
      settings_(std::move(settings)) {}

base::Result<SignedManifest> Publisher::published() {
    const net::Fetched file =
        TRY(site_.get({.name = "manifest", .bytes_max = manifest_bytes_max + 1}));
    return read_manifest(file.bytes, keys_.root());
}

base::Result<PublishedRelease> Publisher::publish(const std::string& database, std::int64_t schema,
                                                  const store::SeatCounts& seats, base::Instant now,
                                                  const PostersToPublish& posters) {
    const Content content = content_of(database);
    if (content.bytes == 0 || content.bytes > database_bytes_max) {
        return base::Error{"publish.too-large", "The programme is larger than a screen can take.",
                           std::to_string(content.bytes) + " bytes"};
    }
    TRY(keys_.publish_roots(site_));
    TRY(posters_.put(posters));
    // One that was signed by keys that are gone is superseded, whatever it says.
    const auto before = published();
    if (before && before.value().manifest.database == content &&
        young(before.value().manifest.issued, before.value().manifest.expires, now)) {
        TRY(publish_seats(seats, now));
        return PublishedRelease{before.value().manifest.edition, false,
                                before.value().manifest.snap.bytes, 0,
                                static_cast<std::int64_t>(before.value().file.size())};
    }
    std::vector<Release> known = TRY(releases());
    const Packed packed = TRY(pack(database, content, known));

    Manifest manifest;
    manifest.centre = keys_.root().centre;
    manifest.schema_oldest = schema;
    manifest.schema = schema;
    manifest.edition = {keys_.root().epoch, 1};
    if (!known.empty() && known.back().edition.epoch == keys_.root().epoch) {
        manifest.edition.version = known.back().edition.version + 1;
    }
    manifest.issued = now;
    manifest.expires = now + settings_.life;
    manifest.database = content;
    manifest.snap = packed.snap;
    manifest.patches = packed.patches;
    manifest.avail_serial = (before ? TRY(last_serial(before.value())) : 0) + 1;
    if (!known.empty()) manifest.previous = known.back().manifest;
    const SignedManifest signed_manifest = sign_manifest(std::move(manifest), keys_.online());

    known.push_back(release_of(signed_manifest));
    forget_old(known, now);
    TRY(write_releases(disk_, history_, known));
    TRY(posters_.note(posters.needed, signed_manifest.manifest.edition));
    TRY(site_.put("manifest", signed_manifest.file));
    TRY(publish_seats(seats, now));
    collect(known);
    posters_.collect(known.front().edition);
    return PublishedRelease{signed_manifest.manifest.edition, true, packed.snap.bytes,
                            packed.patch_bytes,
                            static_cast<std::int64_t>(signed_manifest.file.size())};
}

// Under the newest root, or under an earlier one: keys may have changed since.
base::Result<SignedManifest> Publisher::published_ever() {
    const net::Fetched file =
        TRY(site_.get({.name = "manifest", .bytes_max = manifest_bytes_max + 1}));
    base::Result<SignedManifest> read = read_manifest(file.bytes, keys_.root());
    std::optional<Root> root;
    for (const std::string& root_file : keys_.root_files()) {
        if (read) break;
        auto next = root ? read_next_root(root_file, *root) : read_first_root(root_file);
        if (!next) return next.error();
        root = std::move(next).value();
        read = read_manifest(file.bytes, *root);
    }
    return read;
}

// A number that was written down is never given again, whether or not its manifest was published.
base::Result<std::vector<Release>> Publisher::releases() {
    auto releases = read_releases(disk_, history_);
    const auto before = published_ever();
    if (!releases) {
        base::log::error("publishing", releases.error());
        if (!before) return releases.error();
        releases = std::vector<Release>{};
    }
    std::vector<Release> known = std::move(releases).value();
    if (before) {
        const Manifest& manifest = before.value().manifest;
        if (known.empty() || known.back().edition < manifest.edition) {
            known.push_back(release_of(before.value()));
        }
    }
    return known;
}

base::Result<Publisher::Packed> Publisher::pack(const std::string& database, const Content& content,
                                                const std::vector<Release>& releases) {
    Packed packed;
    const bool first_of_epoch =
        !releases.empty() && releases.back().edition.epoch != keys_.root().epoch;
    packed.snap = TRY(put_snap(database, content, first_of_epoch));
    std::vector<Release> bases;
    const std::size_t first =
        releases.size() > settings_.patches ? releases.size() - settings_.patches : 0;
    for (const Release& release : std::span(releases).subspan(first)) {
        // The same database again needs no patch, whether new or published twice.
        const bool again = std::any_of(bases.begin(), bases.end(), [&](const Release& base) {
            return base.database.hash == release.database.hash;
        });
        if (!again && release.database.hash != content.hash) bases.push_back(release);
    }
    const std::vector<std::string> objects = TRY(make_patches(database, bases));
    for (std::size_t i = 0; i < bases.size(); ++i) {
        const std::string& object = objects[i];
        if (object.empty() || static_cast<std::int64_t>(object.size()) >= packed.snap.bytes)
            continue;
        const Patch patch{bases[i].database.hash, content_of(object)};
        TRY(site_.put("patch/" + patch.base.hex() + "-" + content.hash.hex() + ".zst", object));
        if (&bases[i] == &bases.back()) packed.patch_bytes = patch.object.bytes;
        packed.patches.push_back(patch);
    }
    return packed;
}

base::Result<std::string> Publisher::packed(const std::string& database, bool first_of_epoch) {
    if (first_of_epoch && settings_.pack_thoroughly) {
        auto object = settings_.pack_thoroughly(database);
        // Checked as a screen would: it may have been made by another process.
        if (object && decompress(object.value(), {}, content_of(database))) return object;
        if (!object) base::log::warning("packing thoroughly", object.error());
    }
    return compress(database);
}

base::Result<Content> Publisher::put_snap(const std::string& database, const Content& content,
                                          bool first_of_epoch) {
    const std::string name = snap_of(content.hash);
    // A name is given once: what lies there under it is kept, if it is whole.
    const auto there = site_.get({.name = name, .bytes_max = object_bytes_max});
    if (there && decompress(there.value().bytes, {}, content)) {
        return content_of(there.value().bytes);
    }
    const std::string object = TRY(packed(database, first_of_epoch));
    TRY(site_.put(name, object));
    return content_of(object);
}

base::Result<std::string> Publisher::old_database(const Release& release) {
    const net::Fetched object =
        TRY(site_.get({.name = snap_of(release.database.hash), .bytes_max = object_bytes_max}));
    // It has a checksum of its own: what was made from rotten bytes would be refused by screens.
    return decompress_unchecked(object.bytes, release.database.bytes);
}

// One for each base; empty where the base cannot be had any more.
base::Result<std::vector<std::string>> Publisher::make_patches(const std::string& database,
                                                               const std::vector<Release>& bases) {
    std::vector<std::string> objects(bases.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < bases.size(); i = next++) {
            const auto base = old_database(bases[i]);
            auto object = base ? compress_patch(base.value(), database) : base.error();
            if (object) {
                objects[i] = std::move(object).value();
            } else {
                base::log::warning("no patch from the programme " + bases[i].edition.name(),
                                   object.error());
            }
        }
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < settings_.threads; ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
    return objects;
}

base::Result<std::int64_t> Publisher::last_serial(const SignedManifest& manifest) {
    const auto file = site_.get({.name = "avail", .bytes_max = avail_bytes_max + 1});
    if (!file) return manifest.manifest.avail_serial;
    const auto avail = read_avail(file.value().bytes, keys_.root(), manifest);
    return avail ? avail.value().serial : manifest.manifest.avail_serial;
}

base::Result<bool> Publisher::publish_seats(const store::SeatCounts& seats, base::Instant now) {
    const SignedManifest manifest = TRY(published());
    std::int64_t serial = manifest.manifest.avail_serial;
    const auto file = site_.get({.name = "avail", .bytes_max = avail_bytes_max + 1});
    if (file) {
        const auto before = read_avail(file.value().bytes, keys_.root(), manifest);
        if (before) {
            if (before.value().seats == seats &&
                young(before.value().issued, before.value().expires, now)) {
                return false;
            }
            serial = before.value().serial + 1;
        }
    }
    Avail avail;
    avail.centre = keys_.root().centre;
    avail.edition = manifest.manifest.edition;
    avail.manifest = manifest.hash;
    avail.serial = serial;
    avail.issued = now;
    avail.expires = now + settings_.seats_life;
    avail.seats = seats;
    TRY(site_.put("avail", sign_avail(avail, keys_.online())));
    return true;
}

void Publisher::forget_old(std::vector<Release>& releases, base::Instant now) const {
    const auto old = [&](const Release& release) {
        return release.issued + settings_.kept <= now || releases.size() > settings_.kept_max;
    };
    while (releases.size() > settings_.patches + 1 && old(releases.front())) {
        releases.erase(releases.begin());
    }
}

// What no manifest names that a screen may still go by: databases, and patches to them.
void Publisher::collect(const std::vector<Release>& releases) {
    std::set<std::string> snaps;
    std::set<std::string> targets;
    for (const Release& release : releases) {
        snaps.insert(release.database.hash.hex() + ".zst");
        targets.insert("-" + release.database.hash.hex() + ".zst");
    }
    const auto remove_unless = [this](const char* folder, const auto& wanted) {
        const auto names = disk_.list(site_folder_ / folder);
        if (!names) return;
        for (const std::string& name : names.value()) {
            if (wanted(name)) continue;
            const auto removed = disk_.remove(site_folder_ / folder / name);
            if (!removed) base::log::warning("removing an old object", removed.error());
        }
    };
    remove_unless("snap", [&](const std::string& name) { return snaps.contains(name); });
    remove_unless("patch", [&](const std::string& name) {
        return std::any_of(targets.begin(), targets.end(),
                           [&](const std::string& target) { return name.ends_with(target); });
    });
}

}  // namespace wenlan::sync
