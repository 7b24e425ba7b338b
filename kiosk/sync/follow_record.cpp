// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/follow_record.h"

#include "sync/field_reader.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view head = "wenlan-follow 1";

}  // namespace

FollowRecord record_of(const SignedManifest& manifest) {
    return {manifest.manifest.edition, manifest.hash, manifest.manifest.issued,
            manifest.manifest.expires};
}

base::Result<std::optional<FollowRecord>> read_record(base::Disk& disk,
                                                      const FollowFolder& folder) {
    constexpr std::size_t bytes_max = 1024;
    const auto text = disk.read(folder.record(), bytes_max);
    if (!text && text.error().code == "disk.not-found") return std::optional<FollowRecord>{};
    if (!text) return text.error();
    FieldReader reader(text.value());
    FollowRecord record;
    reader.head(head);
    reader.line("epoch");
    record.edition.epoch = reader.number(1, Edition::epoch_max);
    reader.line("version");
    record.edition.version = reader.number(0, Edition::version_max);
    reader.line("manifest");
    record.manifest = reader.hash();
    reader.line("issued");
    record.issued = reader.instant();
    reader.line("expires");
    record.expires = reader.instant();
    if (!reader.whole()) {
        return base::Error{"follow.bad-record", "What this screen knew of its hub is damaged.",
                           reader.fault()};
    }
    return std::optional(record);
}

base::Result<void> write_record(base::Disk& disk, const FollowFolder& folder,
                                const FollowRecord& record) {
    FieldWriter writer;
    writer.head(head);
    writer.line("epoch").value(record.edition.epoch);
    writer.line("version").value(record.edition.version);
    writer.line("manifest").value(record.manifest);
    writer.line("issued").value(record.issued);
    writer.line("expires").value(record.expires);
    TRY(disk.make_folder(folder.root));
    return disk.replace(folder.record(), writer.take());
}

}  // namespace wenlan::sync
