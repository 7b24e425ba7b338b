// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_serve.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>

#include "app/desk_alerts.h"
#include "app/desk_folders.h"
#include "app/desk_previewer.h"
#include "app/hub_lock.h"
#include "app/stop_signal.h"
#include "base/log.h"
#include "hub/api/hub_api.h"
#include "hub/programme/publish_programme.h"
#include "hub/site/publish_site.h"
#include "hub/site/site_folder.h"
#include "net/http_server.h"
#include "text/readings.h"

namespace wenlan::app {
namespace {

constexpr std::chrono::seconds seats_every{15};
constexpr std::chrono::hours signatures_every{1};

// Waits until a signal comes.
class Pause {
public:
    explicit Pause(StopSignal& stop) : stop_(stop) {
        stop_.then([this] {
            const std::lock_guard guard(lock_);
            wake_.notify_all();
        });
    }
    ~Pause() { stop_.then({}); }
    // False: the program ends.
    bool go_on_after(std::chrono::seconds time) {
        std::unique_lock guard(lock_);
        return !wake_.wait_for(guard, time, [this] { return stop_.came(); });
    }

private:
    StopSignal& stop_;
    std::mutex lock_;
    std::condition_variable wake_;
};

// Other processes edit and publish: what they made of the programme is read anew each time.
base::Result<void> renew(const hub::SiteOffice& site, hub::SignUpApi* sign_ups, base::Instant now,
                         bool signatures) {
    const HubLock lock = TRY(HubLock::take(site.folder.root));
    auto office = TRY(hub::ProgrammeOffice::open(site.disk, site.folder, now));
    // Whatever keeps it from being published, what is published has to stay good.
    if (const auto due = hub::publish_what_is_due(site, office, now); !due) {
        base::log::error("publishing what is due", due.error());
    }
    store::SeatCounts seats = office.publication().seats();
    if (sign_ups != nullptr) TRY(sign_ups->add_to(seats, now));
    return signatures ? hub::renew_site(site, seats, now) : hub::renew_seats(site, seats, now);
}

std::unique_ptr<hub::desk::AlertPort> alerts_of(const ServeWords& words) {
    if (!words.alert_command.empty()) return std::make_unique<AlertCommand>(words.alert_command);
    if (!words.alert_webhook.empty()) return std::make_unique<AlertWebhook>(words.alert_webhook);
    return nullptr;
}

// A password or a preview takes a thread for a while: others go on answering.
net::HttpServerLimits limits_of(hub::HubApi& api) {
    net::HttpServerLimits limits;
    limits.threads = 6;
    limits.body_bytes_of = [&api](const net::HttpRequest& head) {
        return api.body_bytes_max(head);
    };
    return limits;
}

}  // namespace

base::Result<void> serve_hub(const store::DataFolder& folder, const ServeWords& words,
                             const base::Clock& clock) {
    StopSignal stop;
    base::PosixDisk disk;
    base::SystemRandom random;
    const hub::SiteOffice office{disk, random, folder};
    if (!disk.exists(folder.publication())) {
        return base::Error{"hub.no-programme", "There is no programme in " + folder.root.string() +
                                                   ". Begin one: wenlan-hub init --data " +
                                                   folder.root.string()};
    }
    TRY(renew(office, nullptr, clock.now(), true));
    const hub::SiteFolder site(folder);
    const auto fleet = TRY(hub::Fleet::open(disk, clock, random, site));
    const auto sign_up_hub = TRY(hub::SignUpHub::open(disk, clock, random, folder));
    hub::SignUpApi sign_ups(*sign_up_hub);
    TRY(sign_ups.tick());
    const DeskFolders folders = find_desk_folders();
    hub::desk::Desk::Parts parts{disk,          clock,          random,
                                 folder,        *fleet,         folder_lock(folder.root),
                                 folders.pages, folders.posters};
    parts.sign_ups = &sign_ups;
    DeskPreviewer previewer(DeskPreviewer::kiosk_beside_this(), folder.root);
    parts.previewer = &previewer;
    const auto alerts = alerts_of(words);
    parts.alerts = alerts.get();
    // Without the model of pinyin, rosters find names by their characters alone.
    const auto readings = text::PhraseReadings::create();
    if (readings) parts.readings = readings.value().get();
    hub::desk::Desk desk(parts);
    hub::desk::DeskApi desk_api(desk);
    hub::pocket::PocketApi pocket({disk, clock, random, folder, sign_ups});
    hub::HubApi api(disk, clock, site, *fleet, &sign_ups, &desk_api, &pocket);
    const auto server = TRY(net::HttpServer::listen(
        words.address, clock, limits_of(api),
        [&api](const net::HttpRequest& request) { return api.handle(request); }));
    const std::string host = words.address.substr(0, words.address.rfind(':'));
    const std::string url = "http://" + host + ":" + std::to_string(server->port()) + "/";
    std::printf("%s\n%s", url.c_str(), TRY(desk_in_words(desk, url)).c_str());
    std::fflush(stdout);

    Pause pause(stop);
    base::Duration signed_at = clock.uptime();
    while (pause.go_on_after(seats_every)) {
        const bool signatures = clock.uptime() - signed_at >= signatures_every;
        if (const auto kept = fleet->keep(); !kept) {
            base::log::error("keeping what the screens said", kept.error());
        }
        if (const auto kept = sign_ups.tick(); !kept) {
            base::log::error("keeping up with sign-ups", kept.error());
        }
        if (const auto kept = desk.tick(); !kept) {
            base::log::error("keeping the desk", kept.error());
        }
        const auto renewed = renew(office, &sign_ups, clock.now(), signatures);
        if (!renewed) base::log::error("keeping the site good", renewed.error());
        if (renewed && signatures) signed_at = clock.uptime();
    }
    return fleet->keep();
}

}  // namespace wenlan::app
