// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/demonstration.h"

#include <algorithm>
#include <string>
#include <vector>

#include "store/demo/loader.h"
#include "store/programme_check.h"

namespace wenlan::store {

namespace {

struct File {
    std::string name;
    demo::Fields fields;

    demo::StrictTable table() const { return {fields, name, 0, "the file"}; }
};

base::Result<File> read_file(base::Disk& disk, const std::filesystem::path& folder,
                             const std::string& name) {
    constexpr std::size_t bytes_max = 4 << 20;
    const auto bytes = disk.read(folder / name, bytes_max);
    if (!bytes) {
        return base::Error{"demonstration.missing",
                           "The demonstration's file " + name + " cannot be read.",
                           bytes.error().detail};
    }
    return File{name, TRY(demo::parse_toml(bytes.value(), name))};
}

}  // namespace

base::Result<Programme> load_demonstration(base::Disk& disk, const std::filesystem::path& demo,
                                           base::CivilDate today) {
    demo::Loader loader(today);
    const File centre = TRY(read_file(disk, demo, "centre.toml"));
    const File venues = TRY(read_file(disk, demo, "venues.toml"));
    const File tags = TRY(read_file(disk, demo, "tags.toml"));
    TRY(loader.centre(centre.table()));
    TRY(loader.venues(venues.table()));
    TRY(loader.tags(tags.table()));

    std::vector<std::string> names = TRY(disk.list(demo));
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
        const bool read_already = name == centre.name || name == venues.name || name == tags.name;
        if (read_already || !name.ends_with(".toml")) continue;
        const File file = TRY(read_file(disk, demo, name));
        TRY(loader.listings(file.table()));
    }
    Programme programme = loader.take();
    if (programme.listings.empty()) {
        return base::Error{"demonstration.empty", "The demonstration programme has no listings."};
    }
    TRY(check(programme));
    return programme;
}

base::Result<Published> lay_out_demonstration(base::Disk& disk, const DataFolder& folder,
                                              const std::filesystem::path& demo,
                                              base::Instant now) {
    // The zone decides which day it is, and the files decide the zone.
    const base::CivilDate guess = base::Zone::shanghai().local(now).date;
    Programme programme = TRY(load_demonstration(disk, demo, guess));
    const auto zone = TRY(base::Zone::named(programme.centre.zone));
    const base::CivilDate today = zone.local(now).date;
    if (today != guess) programme = TRY(load_demonstration(disk, demo, today));

    const auto publication = TRY(Publication::open(disk, folder));
    TRY(publication->replace(programme, Origin::demonstration));
    if (!disk.exists(folder.snapshot(factory_name))) {
        TRY(publish_factory(*publication, disk, folder, now));
    }
    return publish(*publication, disk, folder, now);
}

}  // namespace wenlan::store
