// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/hub_cli.h"
#include "app/hub_lock.h"
#include "app/hub_serve.h"
#include "app/shifted_clock.h"
#include "base/ports.h"
#include "hub/api/routes.h"
#include "hub/new_centre.h"
#include "hub/programme/demonstration.h"
#include "hub/programme/office.h"
#include "hub/programme/publish_programme.h"
#include "hub/site/publish_site.h"
#include "hub/site/site_folder.h"
#include "sync/centre_keys.h"

namespace wenlan::app {
namespace {

using base::Error;
using base::Result;
using hub::ProgrammeOffice;

base::Instant now_at(const HubPlace& place) {
    return place.now ? *place.now : base::SystemClock{}.now();
}

std::unique_ptr<base::Clock> clock_at(const HubPlace& place) {
    if (place.now) return std::make_unique<ShiftedClock>(*place.now);
    return std::make_unique<base::SystemClock>();
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
    auto office = TRY(ProgrammeOffice::open(disk, folder, now));
    return hub::renew_site({disk, random, folder}, office.publication().seats(), now);
}

// What is there already is gone on with only by the demonstration.
Result<ProgrammeOffice> begin(base::Disk& disk, const HubInit& init, base::Instant now) {
    const store::DataFolder folder{init.place.data};
    if (init.demonstration) return hub::lay_out_demonstration(disk, folder, init.demo, now);
    auto office = TRY(ProgrammeOffice::open(disk, folder, now, hub::Missing::begun));
    if (TRY(office.programme().begun())) {
        return Error{"hub.programme-exists",
                     "There is a programme in " + folder.root.string() + " already."};
    }
    return office;
}

Result<void> run(const HubInit& init) {
    base::PosixDisk disk;
    base::SystemRandom random;
    const store::DataFolder folder{init.place.data};
    const base::Instant now = now_at(init.place);
    TRY(disk.make_folder(folder.root));
    const HubLock lock = TRY(HubLock::take(folder.root));
    ProgrammeOffice office = TRY(begin(disk, init, now));
    store::HubProgramme programme = office.programme();
    domain::Centre centre = init.demonstration ? TRY(programme.centre()) : hub::new_centre();
    if (!init.name.empty()) centre.name = {init.name, init.name_en};
    TRY(programme.put_centre({who_at_the_command_line(), now}, centre));
    // A new centre has nothing to show yet: what comes in first is published then.
    if (!init.demonstration) return {};
    TRY(hub::publish_programme({disk, random, folder}, office, now));
    return {};
}

Result<void> run(const HubImport& import) {
    base::PosixDisk disk;
    const store::DataFolder folder{import.place.data};
    const auto clock = clock_at(import.place);
    std::optional<HubLock> lock;
    if (disk.exists(folder.root)) lock.emplace(TRY(HubLock::take(folder.root)));
    hub::ImportRequest request = import.request;
    request.who = who_at_the_command_line();
    const auto outcome = TRY(hub::import_file(request, disk, folder, *clock));
    lock.reset();
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
    const base::Instant now = now_at(publish.place);
    auto office = TRY(ProgrammeOffice::open(disk, folder, now));
    const auto published = TRY(hub::publish_programme({disk, random, folder}, office, now));
    print_published(published, clock.uptime() - began);
    return {};
}

Result<void> run(const HubListing& listing) {
    return run_listing(listing.place.data, *clock_at(listing.place), listing.words);
}

Result<void> run(const HubUpkeep& upkeep) {
    return run_upkeep(upkeep.place.data, *clock_at(upkeep.place), upkeep.words);
}

Result<void> run(const HubListingPoster& poster) {
    return run_poster(poster.place.data, now_at(poster.place), poster.words);
}

Result<void> run(const HubServe& serve) {
    const auto clock = clock_at(serve.place);
    return serve_hub({serve.place.data}, serve.words, *clock);
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

Result<void> run(const HubSignUps& sign_ups) {
    return run_sign_up_command(sign_ups.place.data, *clock_at(sign_ups.place), sign_ups.words);
}

Result<void> run(const HubUser& user) {
    return run_user_command(user.place.data, *clock_at(user.place), user.words);
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
