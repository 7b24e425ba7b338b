// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/fleet/fleet.h"

#include <utility>

#include "base/log.h"
#include "hub/sign_ups/sign_up_keys.h"
#include "sync/centre_keys.h"
#include "sync/pairing_code.h"

namespace wenlan::hub {

namespace {

const store::By by_itself(base::Instant now) { return {"screen", now}; }

store::KioskReport kept(const sync::HealthReport& report, base::Instant now) {
    store::KioskReport kept;
    kept.serial = report.serial;
    kept.heard = now;
    kept.skew = report.sent - now;
    kept.epoch = report.shown.epoch;
    kept.version = report.shown.version;
    kept.newest_whole = report.newest_whole;
    kept.outbox = report.outbox;
    kept.disk_free = report.disk_free;
    kept.running_s = report.running_s;
    kept.failures = report.failures;
    kept.error = report.error;
    kept.software = report.software;
    return kept;
}

}  // namespace

base::Result<std::string> invite_kiosk(store::KioskRegistry& registry, base::Random& random,
                                       const std::string& name, const store::By& by) {
    const std::string code = sync::make_pairing_code(random);
    TRY(registry.invite({code, name, by.at + pairing_code_life, 0}, by));
    return code;
}

Fleet::Fleet(base::Disk& disk, const base::Clock& clock, base::Random& random, SiteFolder folder,
             store::HubDatabase hub)
    : disk_(disk),
      clock_(clock),
      random_(random),
      folder_(std::move(folder)),
      hub_(std::move(hub)),
      registry_(hub_),
      pairing_(clock, random) {}

base::Result<std::unique_ptr<Fleet>> Fleet::open(base::Disk& disk, const base::Clock& clock,
                                                 base::Random& random, SiteFolder folder) {
    auto hub = TRY(store::HubDatabase::open(disk, store::hub_database_path(folder.root)));
    return std::unique_ptr<Fleet>(
        new Fleet(disk, clock, random, std::move(folder), std::move(hub)));
}

base::Result<store::KioskInvitation> Fleet::open_invitation() {
    auto invitation = TRY(registry_.invitation());
    if (!invitation || clock_.now() >= invitation->expires) {
        return base::Error{"pair.none", "No code is open. Ask the office for a new one."};
    }
    if (invitation->wrong >= pairing_tries_max) {
        return base::Error{"pair.too-many", "Too many wrong codes. Ask the office for a new one."};
    }
    return std::move(*invitation);
}

base::Result<std::string> Fleet::invite(const std::string& name, const store::By& by) {
    const std::lock_guard guard(lock_);
    return invite_kiosk(registry_, random_, name, by);
}

base::Result<std::string> Fleet::welcome(std::string_view hello) {
    const std::lock_guard guard(lock_);
    const store::KioskInvitation invitation = TRY(open_invitation());
    return pairing_.welcome(hello, invitation.code);
}

base::Result<std::string> Fleet::grant(std::string_view request) {
    const std::lock_guard guard(lock_);
    if (auto answer = pairing_.answered(request)) return std::move(*answer);
    // The code may have been closed while the exchange was under way.
    TRY(open_invitation());
    const auto wanted = pairing_.check(request);
    if (wanted) return grant_new(request, wanted.value());
    if (wanted.error().code == "pair.wrong") {
        TRY(registry_.count_wrong());
        base::log::warning("a screen tried a wrong pairing code");
    }
    return wanted.error();
}

base::Result<std::string> Fleet::grant_new(std::string_view request,
                                           const sync::PairingRequest& wanted) {
    const sync::CentreKeys keys = TRY(sync::CentreKeys::load(disk_, folder_.keys()));
    const SignUpKeys sealing = TRY(SignUpKeys::open(disk_, sign_up_keys_file(folder_), random_));
    const store::KioskRow kiosk = TRY(registry_.enter(
        {wanted.signing.hex(), wanted.sealing.hex(), wanted.software}, by_itself(clock_.now())));
    base::log::info("screen " + std::to_string(kiosk.number) + " was paired");
    return pairing_.grant(request, {.session = wanted.session,
                                    .number = kiosk.number,
                                    .name = kiosk.name,
                                    .centre = keys.root().centre,
                                    .root = keys.root_files().front(),
                                    .seal = sealing.seal_key()});
}

std::int64_t Fleet::last_serial(const store::KioskRow& kiosk) const {
    const auto heard = heard_.find(kiosk.number);
    if (heard != heard_.end()) return heard->second.serial;
    return kiosk.report ? kiosk.report->serial : 0;
}

base::Result<std::string> Fleet::hear(std::string_view text) {
    const int number = TRY(sync::kiosk_of_health(text));
    const std::lock_guard guard(lock_);
    const auto kiosk = TRY(registry_.find(number));
    if (!kiosk) {
        return base::Error{"kiosk.unknown", "This hub has no such screen."};
    }
    const auto key = sync::PublicKey::of_hex(kiosk->signing_key);
    if (!key) return base::Error{"kiosk.unknown", "This hub has no such screen.", "its key"};
    const sync::HealthReport report = TRY(sync::read_health(text, *key));
    // Only who proves to be it is told.
    if (kiosk->revoked) {
        return base::Error{"kiosk.revoked", "This screen was revoked by the office."};
    }
    if (report.serial <= last_serial(*kiosk)) {
        return base::Error{"kiosk.replayed", "This report was heard before."};
    }
    const base::Instant now = clock_.now();
    heard_[number] = kept(report, now);
    return write(sync::HealthAnswer{now, kiosk->name});
}

std::optional<sync::PublicKey> Fleet::signing_key(int number) {
    const std::lock_guard guard(lock_);
    const auto kiosk = registry_.find(number);
    if (!kiosk) {
        base::log::error("the screens of this hub", kiosk.error());
        return std::nullopt;
    }
    if (!kiosk.value() || kiosk.value()->revoked) return std::nullopt;
    return sync::PublicKey::of_hex(kiosk.value()->signing_key);
}

base::Result<void> Fleet::keep() {
    const std::lock_guard guard(lock_);
    std::vector<store::KioskRegistry::Heard> heard;
    for (const auto& [number, report] : heard_) heard.push_back({number, report});
    TRY(registry_.keep(heard));
    heard_.clear();
    return {};
}

base::Result<std::vector<store::KioskRow>> Fleet::kiosks() {
    const std::lock_guard guard(lock_);
    auto rows = TRY(registry_.all());
    for (store::KioskRow& row : rows) {
        const auto heard = heard_.find(row.number);
        if (heard != heard_.end()) row.report = heard->second;
    }
    return rows;
}

}  // namespace wenlan::hub
