// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/site/publish_site.h"

#include <string>
#include <vector>

#include "hub/site/site_folder.h"
#include "store/poster_names.h"
#include "store/publish.h"
#include "store/schema.h"
#include "sync/centre_keys.h"
#include "sync/folder_transport.h"
#include "sync/pack_in_child.h"
#include "sync/poster_shelf.h"

namespace wenlan::hub {

namespace {

constexpr std::size_t object_bytes_max = sync::database_bytes_max;

base::Result<sync::CentreKeys> keys_of(const SiteOffice& office, base::Instant now) {
    const SiteFolder site(office.folder);
    auto keys = sync::CentreKeys::load(office.disk, site.keys());
    if (keys || keys.error().code != "keys.none") return keys;
    return sync::CentreKeys::make(office.disk, site.keys(), office.random, now);
}

// The database of what the folder's own screens show.
base::Result<sync::PublishedRelease> release(const SiteOffice& office, const std::string& name,
                                             const store::SeatCounts& seats, base::Instant now) {
    const SiteFolder site(office.folder);
    const sync::CentreKeys keys = TRY(keys_of(office, now));
    const std::string database =
        TRY(office.disk.read(office.folder.snapshot(name), object_bytes_max));
    sync::PublishSettings settings;
    settings.pack_thoroughly = sync::pack_in_child;
    sync::Publisher publisher(office.disk, site.served(), site.releases(), keys, settings);
    const auto posters = TRY(store::poster_names(office.folder.snapshot(name)));
    return publisher.publish(database, static_cast<std::int64_t>(store::snapshot_schema().size()),
                             seats, now, {sync::poster_objects(posters), office.folder.posters()});
}

base::Result<void> copy(sync::FolderTransport& from, sync::FolderTransport& to,
                        const std::string& name) {
    const net::Fetched object = TRY(from.get({.name = name, .bytes_max = object_bytes_max}));
    const auto there = to.get({.name = name, .bytes_max = object_bytes_max});
    if (there && there.value().bytes == object.bytes) return {};
    return to.put(name, object.bytes);
}

}  // namespace

base::Result<sync::PublishedRelease> publish_site(const SiteOffice& office,
                                                  store::Publication& publication,
                                                  base::Instant now) {
    const store::Published published =
        TRY(store::publish(publication, office.disk, office.folder, now));
    return release(office, std::to_string(published.version), publication.seats(), now);
}

base::Result<void> renew_site(const SiteOffice& office, const store::SeatCounts& seats,
                              base::Instant now) {
    const auto current = store::read_current(office.disk, office.folder);
    if (!current) {
        return base::Error{"hub.nothing-published", "Nothing has been published yet.",
                           current.error().code};
    }
    TRY(release(office, current.value(), seats, now));
    return {};
}

base::Result<void> renew_seats(const SiteOffice& office, const store::SeatCounts& seats,
                               base::Instant now) {
    const SiteFolder site(office.folder);
    const sync::CentreKeys keys = TRY(sync::CentreKeys::load(office.disk, site.keys()));
    sync::Publisher publisher(office.disk, site.served(), site.releases(), keys);
    TRY(publisher.publish_seats(seats, now));
    return {};
}

base::Result<std::filesystem::path> export_site(const SiteOffice& office,
                                                const std::filesystem::path& to) {
    const std::filesystem::path target = to / "wenlan";
    const std::filesystem::path served = SiteFolder(office.folder).served();
    if (!office.disk.exists(served / "manifest")) {
        return base::Error{"hub.nothing-published",
                           "Nothing has been published yet: wenlan-hub publish"};
    }
    if (!office.disk.exists(to)) {
        return base::Error{"hub.no-stick", "There is no folder " + to.string() + "."};
    }
    sync::FolderTransport from(office.disk, served);
    sync::FolderTransport stick(office.disk, target);
    for (const std::string folder : {"root", "snap", "patch", "poster"}) {
        const auto names = office.disk.list(served / folder);
        for (const std::string& name : names ? names.value() : std::vector<std::string>{}) {
            if (net::valid_object_name(name)) TRY(copy(from, stick, folder + "/" + name));
        }
    }
    TRY(copy(from, stick, "manifest"));
    TRY(copy(from, stick, "avail"));
    return target;
}

}  // namespace wenlan::hub
