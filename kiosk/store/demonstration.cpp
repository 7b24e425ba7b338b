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

// A journal is left behind by a power cut; it must not be applied to a new file.
base::Result<void> clear(base::Disk& disk, const DataFolder& workshop) {
    std::filesystem::path journal = workshop.publication();
    journal += "-journal";
    for (const auto& path : {workshop.publication(), journal, workshop.publication_seats()}) {
        if (disk.exists(path)) TRY(disk.remove(path));
    }
    return {};
}

// Built in a folder of its own, which goes again: the factory's programme holds nothing of what
// staff have made, and does not need a sound publication.
base::Result<void> make_factory(base::Disk& disk, const DataFolder& folder,
                                const Programme& programme, base::Instant now) {
    const DataFolder workshop{folder.root / "factory-build"};
    TRY(disk.make_folder(folder.root));
    TRY(clear(disk, workshop));
    {
        const auto publication = TRY(Publication::open(disk, workshop));
        TRY(publication->put(programme));
        TRY(publish_factory(*publication, disk, folder, now));
    }
    TRY(clear(disk, workshop));
    return disk.remove(workshop.root);
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

// The zone decides which day that is, and the files decide the
// zone.
base::Result<Programme> load_demonstration_for(base::Disk& disk, const std::filesystem::path& demo,
                                               base::Instant now) {
    const base::CivilDate guess = base::Zone::shanghai().local(now).date;
    Programme programme = TRY(load_demonstration(disk, demo, guess));
    const auto zone = TRY(base::Zone::named(programme.centre.zone));
    const base::CivilDate today = zone.local(now).date;
    if (today == guess) return programme;
    return load_demonstration(disk, demo, today);
}

base::Result<Published> lay_out_demonstration(base::Disk& disk, const DataFolder& folder,
                                              const std::filesystem::path& demo,
                                              base::Instant now) {
    const Programme programme = TRY(load_demonstration_for(disk, demo, now));
    if (!disk.exists(folder.snapshot(factory_name))) {
        TRY(make_factory(disk, folder, programme, now));
    }
    const auto publication = TRY(Publication::open(disk, folder));
    TRY(publication->replace(programme, Origin::demonstration));
    return publish(*publication, disk, folder, now);
}

base::Result<void> rebuild_factory(base::Disk& disk, const DataFolder& folder,
                                   const std::filesystem::path& demo, base::Instant now) {
    return make_factory(disk, folder, TRY(load_demonstration_for(disk, demo, now)), now);
}

}  // namespace wenlan::store
