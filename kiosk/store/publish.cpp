// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/publish.h"

#include <algorithm>
#include <string>

#include "base/log.h"
#include "store/checksum.h"
#include "store/snapshot_check.h"

namespace wenlan::store {

namespace {

constexpr std::size_t snapshot_bytes_max = std::size_t{1} << 30;

base::Result<void> remove_if_there(base::Disk& disk, const std::filesystem::path& path) {
    if (!disk.exists(path)) return {};
    return disk.remove(path);
}

// Makes NAME.db, NAME.sum and NAME.avail whole and durable, the database last: where there is a
// database, everything of it is there. Gives its length.
base::Result<std::int64_t> write_snapshot(Publication& publication, base::Disk& disk,
                                          const DataFolder& folder, const std::string& name,
                                          std::int64_t edition, base::Instant now) {
    TRY(disk.make_folder(folder.snapshots()));
    const auto part = folder.snapshots() / (name + ".db.part");
    TRY(remove_if_there(disk, part));
    TRY(publication.issue(edition, now, part));
    TRY(disk.sync(part));
    const std::string bytes = TRY(disk.read(part, snapshot_bytes_max));
    TRY(disk.replace(folder.checksum(name), checksum_line(bytes)));
    TRY(disk.replace(folder.seats(name), to_json(publication.seats())));
    TRY(disk.rename(part, folder.snapshot(name)));
    TRY(disk.sync(folder.snapshots()));
    return static_cast<std::int64_t>(bytes.size());
}

// Whether what residents see already is the publication as it stands.
bool is_published(Publication& publication, const Publication::Standing& standing, base::Disk& disk,
                  const DataFolder& folder, const std::string& current) {
    if (standing.edited || current != std::to_string(standing.edition)) return false;
    if (!disk.exists(folder.snapshot(current))) return false;
    const std::string seats = to_json(publication.seats());
    const auto published = disk.read(folder.seats(current), seats.size());
    return published.ok() && published.value() == seats;
}

// What a power cut left half written. Only one process publishes at a time.
void remove_unfinished(base::Disk& disk, const DataFolder& folder) {
    const auto names = disk.list(folder.snapshots());
    if (!names) return;
    for (const std::string& name : names.value()) {
        if (!name.ends_with(".part") && name.find(".new-") == std::string::npos) continue;
        const auto removed = disk.remove(folder.snapshots() / name);
        if (!removed) base::log::warning("removing an unfinished file", removed.error());
    }
}

// What is left behind costs only space, so a failure here is merely logged.
void remove_versions_but(base::Disk& disk, const DataFolder& folder, std::int64_t current,
                         std::optional<std::int64_t> previous) {
    for (const std::int64_t version : versions_present(disk, folder)) {
        if (version == current || version == previous) continue;
        const std::string name = std::to_string(version);
        for (const auto& path :
             {folder.snapshot(name), folder.seats(name), folder.checksum(name)}) {
            const auto removed = remove_if_there(disk, path);
            if (!removed) base::log::warning("removing an old programme", removed.error());
        }
    }
    remove_unfinished(disk, folder);
}

}  // namespace

base::Result<Published> publish(Publication& publication, base::Disk& disk,
                                const DataFolder& folder, base::Instant now) {
    const auto named = read_current(disk, folder);
    const std::string current = named ? named.value() : std::string();
    const Publication::Standing standing = TRY(publication.standing());
    if (is_published(publication, standing, disk, folder, current)) {
        return Published{standing.edition, 0, false};
    }
    const auto present = versions_present(disk, folder);
    const std::int64_t newest = present.empty() ? 0 : present.front();
    const std::int64_t version =
        std::max({newest, standing.edition, version_of(current).value_or(0)}) + 1;
    const std::string name = std::to_string(version);
    const std::int64_t bytes = TRY(write_snapshot(publication, disk, folder, name, version, now));
    // A kiosk would refuse it too: better to say so here than to make every screen fall back.
    TRY(check_whole(disk, folder, name));
    TRY(disk.replace(folder.current(), name + ".db\n"));
    // Where `current` was lost, the newest one that is there takes its part.
    std::optional<std::int64_t> previous = version_of(current);
    if (!previous && newest > 0) previous = newest;
    remove_versions_but(disk, folder, version, previous);
    return Published{version, bytes, true};
}

base::Result<Published> republish(base::Disk& disk, const DataFolder& folder, base::Instant now) {
    const auto publication = TRY(Publication::open(disk, folder));
    return publish(*publication, disk, folder, now);
}

base::Result<void> publish_factory(Publication& publication, base::Disk& disk,
                                   const DataFolder& folder, base::Instant now) {
    const Publication::Standing standing = TRY(publication.standing());
    TRY(write_snapshot(publication, disk, folder, std::string(factory_name), standing.edition,
                       now));
    return {};
}

}  // namespace wenlan::store
