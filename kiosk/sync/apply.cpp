// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "base/log.h"
#include "store/checksum.h"
#include "sync/objects.h"

namespace wenlan::sync {

namespace {

// Whether it is of no use to try another way: the disk or the line fails, or the program ends.
bool stops_everything(const base::Error& error) {
    if (error.code == "net.not-found") return false;
    return error.code.starts_with("disk.") || error.code.starts_with("net.") ||
           error.code == "download.stopped";
}

base::Result<std::string> from_patch(const Applying& applying, const Manifest& manifest,
                                     const Patch& patch, std::string base) {
    const std::string object =
        TRY(applying.download.fetch(patch_name(manifest, patch), patch.object));
    return patch_unchecked(object, std::move(base), manifest.database.bytes);
}

base::Result<std::string> from_whole(const Applying& applying, const Manifest& manifest) {
    const std::string object = TRY(applying.download.fetch(snap_name(manifest), manifest.snap));
    return decompress_unchecked(object, manifest.database.bytes);
}

constexpr const char* unfinished = ".new-";

base::Result<void> write_part(base::Disk& disk, const std::filesystem::path& part,
                              std::string_view bytes) {
    TRY(disk.append(part, bytes));
    return disk.sync(part);
}

// Whether the bytes are the manifest's, and their checksum.
struct Looked {
    bool good = false;
    std::string checksum;
};

void remove_if_there(base::Disk& disk, const std::filesystem::path& path) {
    if (!disk.exists(path)) return;
    const auto removed = disk.remove(path);
    if (!removed) base::log::warning("removing what is old", removed.error());
}

// On two processors a file is looked at while it is written: until it has its name it can be thrown
// away.
base::Result<void> put_beside(const Applying& applying, const Manifest& manifest,
                              const std::string& database) {
    const std::string name = manifest.edition.name();
    const store::DataFolder& folder = applying.folder;
    const std::filesystem::path part = folder.snapshot(name).string() + unfinished + "0";
    TRY(applying.disk.make_folder(folder.snapshots()));
    remove_if_there(applying.disk, part);
    Looked looked;
    base::Result<void> written;
    {
        const std::jthread looking([&] { looked.checksum = store::checksum_line(database); });
        const std::jthread also([&] { looked.good = hash_of(database) == manifest.database.hash; });
        written = write_part(applying.disk, part, database);
    }
    if (!written || !looked.good) {
        remove_if_there(applying.disk, part);
        if (!written) return written;
        return base::Error{"object.wrong-database",
                           "What was unpacked is not the programme that was announced.",
                           manifest.database.hash.hex()};
    }
    // The database last: where there is one, all that belongs to it is there.
    TRY(applying.disk.replace(folder.checksum(name), looked.checksum));
    TRY(applying.disk.replace(folder.seats(name), store::to_json({})));
    TRY(applying.disk.rename(part, folder.snapshot(name)));
    return applying.disk.sync(folder.snapshots());
}

// From the current one, where it is the same, or where there is a patch on it ("patch.none").
base::Result<void> bring_from(const Applying& applying, const Manifest& manifest, std::string base,
                              const Hash& hash) {
    if (hash == manifest.database.hash) return put_beside(applying, manifest, base);
    const auto patch =
        std::find_if(manifest.patches.begin(), manifest.patches.end(),
                     [&hash](const Patch& candidate) { return candidate.base == hash; });
    if (patch == manifest.patches.end() || patch->object.bytes >= manifest.snap.bytes) {
        return base::Error{"patch.none", "There is no patch on what is shown."};
    }
    return put_beside(applying, manifest,
                      TRY(from_patch(applying, manifest, *patch, std::move(base))));
}

}  // namespace

bool is_current(const Applying& applying, const Manifest& manifest) {
    const auto current = store::read_current(applying.disk, applying.folder);
    return current && current.value() == manifest.edition.name() &&
           applying.disk.exists(applying.folder.snapshot(current.value()));
}

base::Result<void> bring_database(const Applying& applying, const Manifest& manifest,
                                  const std::optional<Hash>& current_hash) {
    const auto current = store::read_current(applying.disk, applying.folder);
    base::Result<std::string> base{std::string()};
    if (current) {
        base = applying.disk.read(applying.folder.snapshot(current.value()), database_bytes_max);
    }
    if (current && base && !base.value().empty()) {
        const Hash hash = current_hash ? *current_hash : hash_of(base.value());
        auto brought = bring_from(applying, manifest, std::move(base).value(), hash);
        if (brought || stops_everything(brought.error())) return brought;
        if (brought.error().code != "patch.none") {
            base::log::warning("a patch does not fit, taking the whole programme", brought.error());
        }
    }
    return put_beside(applying, manifest, TRY(from_whole(applying, manifest)));
}

base::Result<void> switch_to(const Applying& applying, const Manifest& manifest) {
    return applying.disk.replace(applying.folder.current(), manifest.edition.name() + ".db\n");
}

void remove_older(const Applying& applying, const std::optional<std::string>& previous) {
    const auto current = store::read_current(applying.disk, applying.folder);
    if (!current) return;
    for (const std::int64_t version : store::versions_present(applying.disk, applying.folder)) {
        const std::string name = std::to_string(version);
        if (name == current.value() || name == previous) continue;
        // The database first: one without its companions is never there.
        for (const auto& path : {applying.folder.snapshot(name), applying.folder.seats(name),
                                 applying.folder.checksum(name)}) {
            remove_if_there(applying.disk, path);
        }
    }
}

void remove_unfinished(base::Disk& disk, const store::DataFolder& folder) {
    for (const std::filesystem::path& place : {folder.snapshots(), FollowFolder(folder).root}) {
        const auto names = disk.list(place);
        if (!names) continue;
        for (const std::string& name : names.value()) {
            if (name.find(unfinished) != std::string::npos) remove_if_there(disk, place / name);
        }
    }
}

}  // namespace wenlan::sync
