// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "net/memory_transport.h"
#include "sync/objects.h"
#include "sync/poster_shelf.h"
#include "sync/town_keys.h"

namespace wenlan::test {

// A centre that publishes into memory. Its databases are any bytes: following looks into none.
struct PublishingTown {
    TownKeys keys;
    MemoryTransport site;
    std::map<sync::Hash, std::int64_t> signed_databases;  // with their numbers
    std::vector<std::string> databases;
    std::vector<std::string> posters{
        "02-opera"};  // as the listings of the next programme call them
    std::map<sync::Hash, std::vector<std::string>> posters_of;  // by database
    std::vector<sync::SignedManifest> manifests;
    sync::Root root;
    sync::SigningKey online;
    std::int64_t next_version = 1;

    explicit PublishingTown(std::uint64_t seed = 1)
        : keys(seed), root(keys.root()), online(*sync::SigningKey::of_hex(keys.online.hex())) {
        site.objects["root/1"] = keys.signed_root(root);
    }

    // A database that differs a little from the one before.
    std::string edited() {
        std::string bytes = databases.empty() ? std::string() : databases.back();
        if (bytes.empty()) {
            for (int i = 0; i < 3000; ++i) bytes += static_cast<char>(keys.random.below(256));
        }
        for (int i = 0; i < 20; ++i) {
            bytes[keys.random.below(bytes.size())] = static_cast<char>(keys.random.below(256));
        }
        return bytes;
    }

    // A picture that the next programme shows.
    sync::Hash add_poster(std::size_t bytes = 5000) {
        std::string picture;
        while (picture.size() < bytes) picture += static_cast<char>(keys.random.below(256));
        const sync::Hash hash = sync::hash_of(picture);
        site.objects[sync::poster_name(hash)] = std::move(picture);
        posters.push_back(hash.hex());
        return hash;
    }

    const sync::SignedManifest& publish() {
        const std::string database = edited();
        sync::Manifest manifest = keys.manifest(next_version++);
        manifest.edition.epoch = root.epoch;
        manifest.issued = keys.now;
        manifest.expires = keys.now + std::chrono::hours{24 * 7};
        manifest.database = sync::content_of(database);
        manifest.previous = manifests.empty() ? sync::Hash{} : manifests.back().hash;
        const std::string snap = sync::compress(database).value();
        manifest.snap = sync::content_of(snap);
        site.objects[sync::snap_name(manifest)] = snap;
        manifest.patches.clear();
        for (std::size_t i = databases.size() > 3 ? databases.size() - 3 : 0; i < databases.size();
             ++i) {
            const std::string object = sync::compress_patch(databases[i], database).value();
            manifest.patches.push_back({sync::hash_of(databases[i]), sync::content_of(object)});
            site.objects[sync::patch_name(manifest, manifest.patches.back())] = object;
        }
        signed_databases[manifest.database.hash] = manifest.edition.number();
        posters_of[manifest.database.hash] = posters;
        databases.push_back(database);
        manifests.push_back(sync::sign_manifest(manifest, online));
        site.objects["manifest"] = manifests.back().file;
        publish_seats(manifest.avail_serial + 1);
        return manifests.back();
    }

    void publish_seats(std::int64_t serial) {
        sync::Avail avail = keys.avail(manifests.back());
        avail.serial = serial;
        avail.seats.taken[domain::OccasionId{3}] = static_cast<int>(serial);
        site.objects["avail"] = sync::sign_avail(avail, online);
    }

    // New online keys, and if asked a new epoch, in a root that follows on the last.
    void rotate(bool new_epoch) {
        online = sync::SigningKey::make(keys.random);
        ++root.number;
        root.online = {online.public_key()};
        if (new_epoch) {
            ++root.epoch;
            next_version = 1;
        }
        site.objects["root/" + std::to_string(root.number)] = keys.signed_root(root);
    }
};

}  // namespace wenlan::test
