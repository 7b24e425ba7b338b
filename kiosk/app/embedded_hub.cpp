// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/embedded_hub.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/kiosk_sign_ups.h"
#include "base/log.h"
#include "base/memory.h"
#include "hub/programme/demonstration.h"
#include "hub/programme/publish_programme.h"
#include "hub/site/publish_site.h"
#include "hub/site/site_folder.h"
#include "store/snapshot.h"
#include "sync/follow_record.h"

namespace wenlan::app {
namespace {

constexpr std::chrono::minutes renew_every{5};
constexpr std::chrono::seconds sign_ups_every{15};

// Says that what was followed in a kiosk's folder is a demonstration.
std::filesystem::path marker(const store::DataFolder& kiosk) {
    return sync::FollowFolder(kiosk).root / "demonstration";
}

bool is_a_hubs(base::Disk& disk, const store::DataFolder& kiosk) {
    return disk.exists(hub::SiteFolder(kiosk).keys());
}

bool shows_demonstration(base::Disk& disk, const store::DataFolder& kiosk) {
    const auto current = store::read_current(disk, kiosk);
    if (!current || store::is_followed(current.value())) return false;
    const auto snapshot = store::Snapshot::open(disk, kiosk, current.value());
    return snapshot && snapshot.value()->demonstration();
}

}  // namespace

EmbeddedHub::EmbeddedHub(base::Disk& disk, const base::Clock& clock, base::Random& random,
                         const store::DataFolder& kiosk, std::filesystem::path demo)
    : disk_(disk),
      clock_(clock),
      random_(random),
      kiosk_(kiosk),
      folder_{kiosk.root / "demonstration"},
      demo_(std::move(demo)) {}

base::Result<std::unique_ptr<EmbeddedHub>> EmbeddedHub::open(base::Disk& disk,
                                                             const base::Clock& clock,
                                                             base::Random& random,
                                                             const store::DataFolder& kiosk,
                                                             const std::filesystem::path& demo) {
    if (is_a_hubs(disk, kiosk) || !shows_demonstration(disk, kiosk)) {
        return base::Error{"embedded.other-programme",
                           "This screen has a programme of its own to show."};
    }
    std::unique_ptr<EmbeddedHub> hub(new EmbeddedHub(disk, clock, random, kiosk, demo));
    TRY(disk.make_folder(hub->folder_.root));
    TRY(hub->lay_out());
    const hub::SiteFolder site(hub->folder_);
    hub->fleet_ = TRY(hub::Fleet::open(disk, clock, random, site));
    hub->sign_up_hub_ = TRY(hub::SignUpHub::open(disk, clock, random, hub->folder_));
    hub->sign_ups_.emplace(*hub->sign_up_hub_);
    TRY(hub->sign_ups_->tick());
    hub->sign_ups_at_ = clock.uptime();
    hub->api_.emplace(disk, clock, site, *hub->fleet_, &*hub->sign_ups_);
    net::HttpServerLimits limits;
    limits.threads = 1;
    limits.connections = 8;
    hub::HubApi& api = *hub->api_;
    hub->server_ = TRY(net::HttpServer::listen(
        "127.0.0.1:0", clock, limits,
        [&api](const net::HttpRequest& request) { return api.handle(request); }));
    TRY(disk.make_folder(marker(kiosk).parent_path()));
    TRY(disk.replace(marker(kiosk), "demonstration\n"));
    base::give_free_memory_back();
    return hub;
}

base::Result<void> EmbeddedHub::lay_out() {
    const base::Instant now = clock_.now();
    auto office = TRY(hub::lay_out_demonstration(disk_, folder_, demo_, now));
    TRY(hub::publish_programme({disk_, random_, folder_}, office, now));
    laid_out_on_ = zone_.local(now).date;
    renewed_at_ = clock_.uptime();
    return {};
}

base::Result<void> EmbeddedHub::renew() {
    TRY(fleet_->keep());
    if (zone_.local(clock_.now()).date != laid_out_on_) return lay_out();
    const hub::SiteOffice site{disk_, random_, folder_};
    auto office = TRY(hub::ProgrammeOffice::open(disk_, folder_, clock_.now()));
    TRY(hub::publish_what_is_due(site, office, clock_.now()));
    store::SeatCounts seats = office.publication().seats();
    TRY(sign_ups_->add_to(seats, clock_.now()));
    return hub::renew_site(site, seats, clock_.now());
}

// What happens by itself, and the seats if there are other ones.
base::Result<void> EmbeddedHub::keep_sign_ups() {
    TRY(sign_ups_->tick());
    const hub::SiteOffice site{disk_, random_, folder_};
    auto office = TRY(hub::ProgrammeOffice::open(disk_, folder_, clock_.now()));
    store::SeatCounts seats = office.publication().seats();
    TRY(sign_ups_->add_to(seats, clock_.now()));
    if (seats == published_seats_) return {};
    TRY(hub::renew_seats(site, seats, clock_.now()));
    published_seats_ = std::move(seats);
    return {};
}

base::Duration EmbeddedHub::due_in() const {
    return std::max(base::Duration{0}, sign_ups_at_ + sign_ups_every - clock_.uptime());
}

std::string EmbeddedHub::address() const {
    return "http://127.0.0.1:" + std::to_string(server_->port());
}

base::Result<std::string> EmbeddedHub::invite() {
    return fleet_->invite("演示屏", {"demonstration", clock_.now()});
}

bool EmbeddedHub::keep_good() {
    if (is_a_hubs(disk_, kiosk_)) return false;
    if (due_in().count() <= 0) {
        sign_ups_at_ = clock_.uptime();
        if (const auto kept = keep_sign_ups(); !kept) {
            base::log::warning("the sign-ups of the demonstration", kept.error());
        }
    }
    const bool new_day = zone_.local(clock_.now()).date != laid_out_on_;
    if (!new_day && clock_.uptime() - renewed_at_ < renew_every) return true;
    renewed_at_ = clock_.uptime();
    if (const auto renewed = renew(); !renewed) {
        base::log::warning("the hub of the demonstration", renewed.error());
    }
    base::give_free_memory_back();
    return true;
}

base::Result<void> leave_demonstration(base::Disk& disk, const store::DataFolder& kiosk,
                                       AfterDemonstration after) {
    if (!disk.exists(marker(kiosk))) return {};
    const auto current = store::read_current(disk, kiosk);
    if (current && store::is_followed(current.value())) {
        std::string own(store::factory_name);
        for (const std::int64_t version : store::versions_present(disk, kiosk)) {
            if (version >= store::followed_from) continue;
            own = std::to_string(version);
            break;
        }
        TRY(disk.replace(kiosk.current(), own + ".db\n"));
    }
    // Numbers of its own go on from those that are there.
    for (const std::int64_t version : store::versions_present(disk, kiosk)) {
        if (version < store::followed_from) continue;
        const std::string name = std::to_string(version);
        TRY(disk.remove(kiosk.snapshot(name)));
        for (const auto& path : {kiosk.seats(name), kiosk.checksum(name)}) {
            if (disk.exists(path)) TRY(disk.remove(path));
        }
    }
    if (after == AfterDemonstration::goes_on) return {};
    // What was signed up to in a demonstration is nobody's.
    if (const auto paired = sync::KioskKeyRing(disk, kiosk).paired(); paired && paired.value()) {
        const std::string outbox = outbox_file(kiosk, paired.value()->centre).string();
        for (const char* beside : {"", "-wal", "-shm"}) {
            if (disk.exists(outbox + beside)) TRY(disk.remove(outbox + beside));
        }
    }
    const std::filesystem::path sync = sync::FollowFolder(kiosk).root;
    for (const std::string& name : TRY(disk.list(sync))) {
        const bool own = name == "root" || name == "record" || name == "paired" ||
                         name == "kiosk.key" || name == "health";
        if (own) TRY(disk.remove(sync / name));
    }
    return disk.remove(marker(kiosk));
}

}  // namespace wenlan::app
