// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/release_history.h"

#include "sync/field_reader.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view head = "wenlan-releases 2";
constexpr std::string_view head_without_times = "wenlan-releases 1";
constexpr std::size_t bytes_max = 64 << 10;

}  // namespace

base::Result<std::vector<Release>> read_releases(base::Disk& disk,
                                                 const std::filesystem::path& path) {
    std::vector<Release> releases;
    if (!disk.exists(path)) return releases;
    const std::string text = TRY(disk.read(path, bytes_max));
    FieldReader reader(text);
    const bool without_times = text.starts_with(head_without_times);
    reader.head(without_times ? head_without_times : head);
    while (reader.next_is("release") && !reader.failed()) {
        reader.line("release");
        Release release;
        release.edition.epoch = reader.number(1, Edition::epoch_max);
        release.edition.version = reader.number(1, Edition::version_max);
        release.manifest = reader.hash();
        release.database.hash = reader.hash();
        release.database.bytes = reader.number(1, database_bytes_max);
        release.snap.hash = reader.hash();
        release.snap.bytes = reader.number(1, database_bytes_max);
        if (!without_times) release.issued = reader.instant();
        releases.push_back(release);
    }
    if (!reader.whole()) {
        return base::Error{"publish.bad-history", "The list of what was published is damaged.",
                           reader.fault()};
    }
    return releases;
}

base::Result<void> write_releases(base::Disk& disk, const std::filesystem::path& path,
                                  const std::vector<Release>& releases) {
    FieldWriter writer;
    writer.head(head);
    for (const Release& release : releases) {
        writer.line("release")
            .value(release.edition.epoch)
            .value(release.edition.version)
            .value(release.manifest)
            .value(release.database.hash)
            .value(release.database.bytes)
            .value(release.snap.hash)
            .value(release.snap.bytes)
            .value(release.issued);
    }
    return disk.replace(path, writer.take());
}

}  // namespace wenlan::sync
