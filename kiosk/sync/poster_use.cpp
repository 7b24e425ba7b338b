// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/poster_use.h"

#include "sync/field_reader.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view head = "wenlan-posters 1";
constexpr std::size_t bytes_max = 8 << 20;

}  // namespace

base::Result<PosterUse> read_poster_use(base::Disk& disk, const std::filesystem::path& path) {
    PosterUse use;
    if (!disk.exists(path)) return use;
    const std::string text = TRY(disk.read(path, bytes_max));
    FieldReader reader(text);
    reader.head(head);
    while (reader.next_is("poster") && !reader.failed()) {
        reader.line("poster");
        const Hash poster = reader.hash();
        Edition last;
        last.epoch = reader.number(1, Edition::epoch_max);
        last.version = reader.number(1, Edition::version_max);
        use[poster] = last;
    }
    if (!reader.whole()) {
        return base::Error{"publish.bad-history", "The list of published posters is damaged.",
                           reader.fault()};
    }
    return use;
}

base::Result<void> write_poster_use(base::Disk& disk, const std::filesystem::path& path,
                                    const PosterUse& use) {
    FieldWriter writer;
    writer.head(head);
    for (const auto& [poster, last] : use) {
        writer.line("poster").value(poster).value(last.epoch).value(last.version);
    }
    return disk.replace(path, writer.take());
}

}  // namespace wenlan::sync
