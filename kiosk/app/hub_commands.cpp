// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/hub_cli.h"
#include "app/hub_lock.h"
#include "app/hub_serve.h"
#include "app/shifted_clock.h"
#include "base/ports.h"
#include "hub/api/routes.h"
#include "hub/new_centre.h"
#include "hub/site/publish_site.h"
#include "hub/site/site_folder.h"
#include "store/demonstration.h"
#include "store/names.h"
#include "store/publication.h"
#include "store/publish.h"
#include "sync/centre_keys.h"

namespace wenlan::app {
namespace {

using base::Error;
using base::Result;
using store::Publication;

base::Instant now_at(const HubPlace& place) {
    return place.now ? *place.now : base::SystemClock{}.now();
}

std::unique_ptr<base::Clock> clock_at(const HubPlace& place) {
    if (place.now) return std::make_unique<ShiftedClock>(*place.now);
    return std::make_unique<base::SystemClock>();
}

Result<std::unique_ptr<Publication>> open_existing(base::Disk& disk,
                                                   const store::DataFolder& folder) {
    if (!disk.exists(folder.publication())) {
        return Error{"hub.no-programme", "There is no programme in " + folder.root.string() +
                                             ". Begin one: wenlan-hub init --data " +
                                             folder.root.string()};
    }
    return Publication::open(disk, folder);
}

// One line of JSON about what is published, now or since before.
void print_published(const sync::PublishedRelease& published, base::Duration took) {
    const nlohmann::ordered_json line = {{"version", published.edition.version},
                                         {"snap_bytes", published.snap_bytes},
                                         {"patch_bytes", published.patch_bytes},
                                         {"manifest_bytes", published.manifest_bytes},
                                         {"ms", took.count()}};
    std::printf("%s\n", line.dump().c_str());
}

// What was published for the screens of this folder, for all others too.
Result<void> bring_site_up_to_date(base::Disk& disk, const store::DataFolder& folder,
                                   base::Instant now) {
    base::SystemRandom random;
    const HubLock lock = TRY(HubLock::take(folder.root));
    const auto publication = TRY(open_existing(disk, folder));
    return hub::renew_site({disk, random, folder}, publication->seats(), now);
}

Result<void> run(const HubInit& init) {
    base::PosixDisk disk;
    const store::DataFolder folder{init.place.data};
    const bool begun = disk.exists(folder.publication());
    if (begun && !init.demonstration) {
        return Error{"hub.programme-exists",
                     "There is a programme in " + folder.root.string() + " already."};
    }
    TRY(disk.make_folder(folder.root));
    const base::Instant now = now_at(init.place);
    if (init.demonstration) {
        TRY(store::lay_out_demonstration(disk, folder, init.demo, now));
        if (init.name.empty()) return bring_site_up_to_date(disk, folder, now);
    }
    const auto publication = TRY(Publication::open(disk, folder));
    store::Programme programme;
    programme.centre =
        init.demonstration ? TRY(publication->programme()).centre : hub::new_centre();
    if (!init.name.empty()) programme.centre.name = {init.name, init.name_en};
    TRY(publication->put(programme));
    // A new centre has nothing to show yet: what comes in first is published then.
    if (!init.demonstration) return {};
    TRY(store::publish(*publication, disk, folder, now));
    return bring_site_up_to_date(disk, folder, now);
}

Result<void> run(const HubImport& import) {
    base::PosixDisk disk;
    const store::DataFolder folder{import.place.data};
    const auto clock = clock_at(import.place);
    const auto outcome = TRY(hub::import_file(import.request, disk, folder, *clock));
    std::fputs(outcome.text(import.request.file.filename().string()).c_str(), stdout);
    std::fflush(stdout);
    if (!outcome.put) {
        return Error{"import.refused",
                     "Nothing was imported: " + std::to_string(outcome.report.refused()) + " of " +
                         std::to_string(outcome.entries) +
                         " entries cannot be taken. Mend them, or use --skip-bad."};
    }
    if (outcome.version) {
        TRY(bring_site_up_to_date(disk, folder, clock->now()));
        std::fprintf(stderr, "Published as version %lld.\n",
                     static_cast<long long>(*outcome.version));
    } else {
        std::fputs("Dry run: nothing was changed.\n", stderr);
    }
    return {};
}

Result<void> run(const HubPublish& publish) {
    base::PosixDisk disk;
    const base::SystemClock clock;
    const base::Duration began = clock.uptime();
    const store::DataFolder folder{publish.place.data};
    base::SystemRandom random;
    const HubLock lock = TRY(HubLock::take(folder.root));
    const auto publication = TRY(open_existing(disk, folder));
    const auto published =
        TRY(hub::publish_site({disk, random, folder}, *publication, now_at(publish.place)));
    print_published(published, clock.uptime() - began);
    return {};
}

Result<void> run(const HubListingList& list) {
    base::PosixDisk disk;
    const auto publication = TRY(open_existing(disk, {list.place.data}));
    for (const auto& entry : TRY(publication->programme()).listings) {
        const domain::Listing& listing = entry.listing;
        std::printf("%lld\t%s\t%s\n", static_cast<long long>(listing.id.value),
                    std::string{store::name_of(listing.kind)}.c_str(),
                    listing.title.in(base::Language::zh).c_str());
    }
    return {};
}

Result<void> run(const HubListingSet& set) {
    base::PosixDisk disk;
    const HubLock lock = TRY(HubLock::take(set.place.data));
    const auto publication = TRY(open_existing(disk, {set.place.data}));
    return hub::edit_listing(*publication, set.listing, set.edits);
}

Result<void> run(const HubListingPoster& poster) {
    return run_poster(poster.place.data, poster.words);
}

Result<void> run(const HubServe& serve) {
    const auto clock = clock_at(serve.place);
    return serve_hub({serve.place.data}, serve.address, *clock);
}

Result<void> run(const HubExport& stick) {
    base::PosixDisk disk;
    base::SystemRandom random;
    const HubLock lock = TRY(HubLock::take(stick.place.data));
    const auto written = TRY(hub::export_site({disk, random, {stick.place.data}}, stick.stick));
    std::printf("%s\n", written.c_str());
    return {};
}

Result<void> run(const HubRotateKeys& rotate) {
    base::PosixDisk disk;
    base::SystemRandom random;
    const store::DataFolder folder{rotate.place.data};
    const base::Instant now = now_at(rotate.place);
    {
        const HubLock lock = TRY(HubLock::take(folder.root));
        auto keys = TRY(sync::CentreKeys::load(disk, hub::SiteFolder(folder).keys()));
        TRY(keys.rotate(disk, random, now,
                        rotate.new_epoch ? sync::NextEpoch::new_one : sync::NextEpoch::same));
    }
    return bring_site_up_to_date(disk, folder, now);
}

Result<void> run(const HubKiosk& kiosk) {
    return run_kiosk_command(kiosk.place.data, *clock_at(kiosk.place), kiosk.words);
}

Result<void> run(const HubRoutes&) {
    for (const hub::Route& route : hub::all_routes()) {
        std::printf("%s %s %s\n", std::string{route.method}.c_str(),
                    std::string{route.path}.c_str(), std::string{name_of(route.role)}.c_str());
    }
    return {};
}

int ended(const Result<void>& result) {
    if (result) return 0;
    const Error& error = result.error();
    const std::string detail = error.detail.empty() ? "" : " (" + error.detail + ")";
    std::fprintf(stderr, "wenlan-hub: %s%s\n", error.message.c_str(), detail.c_str());
    return 1;
}

}  // namespace

int run_hub_command(const HubCommand& command) {
    return std::visit(
        [](const auto& asked) {
            if constexpr (std::is_same_v<decltype(asked), const HubEnded&>) {
                return asked.code;
            } else {
                return ended(run(asked));
            }
        },
        command);
}

}  // namespace wenlan::app
