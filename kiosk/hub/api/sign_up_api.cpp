// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/api/sign_up_api.h"

#include <array>

#include "base/log.h"
#include "hub/fleet/fleet.h"
#include "store/publication.h"
#include "sync/sign_ups/hub_line.h"

namespace wenlan::hub {

namespace {

int status_of(const base::Error& error) {
    if (error.code.starts_with("submission.") || error.code.starts_with("seal")) return 400;
    return error.code == "kiosk.unknown" ? 403 : 500;
}

net::HttpResponse answer(const base::Result<std::string>& result) {
    net::HttpResponse response;
    if (result) {
        response.headers["content-type"] = "application/octet-stream";
        response.body = result.value();
    } else {
        const int status = status_of(result.error());
        if (status == 500) base::log::error("answering about sign-ups", result.error());
        // What is wrong inside the hub is for its log.
        response = net::plain(status, status == 500 ? "hub.failed" : result.error().code);
    }
    response.headers["cache-control"] = "no-store";
    return response;
}

}  // namespace

bool RegisteredKiosks::vouches(int kiosk, std::string_view message) const {
    const auto row = registry_.find(kiosk);
    if (!row || !row.value() || row.value()->revoked) return false;
    const auto key = sync::PublicKey::of_hex(row.value()->signing_key);
    return key && sync::signed_by(message, *key);
}

int RegisteredKiosks::count() const {
    const auto rows = registry_.all();
    if (!rows) return 0;
    int working = 0;
    for (const auto& row : rows.value()) working += row.revoked ? 0 : 1;
    return working;
}

SignUpHub::SignUpHub(base::Disk& disk, const base::Clock& clock, base::Random& random,
                     store::DataFolder folder, store::HubDatabase database, SignUpKeys keys,
                     sync::CentreKeys centre)
    : disk_(disk),
      folder_(std::move(folder)),
      database_(std::move(database)),
      keys_(std::move(keys)),
      centre_(std::move(centre)),
      registry_(database_),
      kiosks_(registry_) {
    office_ = std::make_unique<SignUpOffice>(
        SignUpOffice::Parts{database_,
                            keys_,
                            disk,
                            random,
                            clock,
                            kiosks_,
                            centre_.root().centre,
                            [this]() -> const sync::SigningKey& { return centre_.online(); },
                            {}});
}

base::Result<std::unique_ptr<SignUpHub>> SignUpHub::open(base::Disk& disk, const base::Clock& clock,
                                                         base::Random& random,
                                                         const store::DataFolder& folder) {
    const SiteFolder site(folder);
    auto centre = TRY(sync::CentreKeys::load(disk, site.keys()));
    auto keys = TRY(SignUpKeys::open(disk, sign_up_keys_file(site), random));
    auto database = TRY(store::HubDatabase::open(disk, store::hub_database_path(folder.root)));
    return std::unique_ptr<SignUpHub>(new SignUpHub(
        disk, clock, random, folder, std::move(database), std::move(keys), std::move(centre)));
}

base::Result<void> SignUpHub::take_programme() {
    const auto publication = TRY(store::Publication::open(disk_, folder_));
    const std::int64_t stamp = TRY(publication->stamp());
    if (stamp_ == stamp) return {};
    std::vector<OccasionNow> occasions;
    for (const auto& entry : TRY(publication->programme()).occasions) {
        const int taken = publication->seats().of(entry.occasion.id).value_or(0);
        occasions.push_back({entry.occasion, taken});
    }
    TRY(office_->take_occasions(occasions));
    stamp_ = stamp;
    return {};
}

base::Result<void> SignUpHub::take_keys() {
    centre_ = TRY(sync::CentreKeys::load(disk_, SiteFolder(folder_).keys()));
    return keys_.refresh(disk_);
}

std::span<const Route> SignUpApi::routes() {
    static constexpr std::array<Route, 3> table{{
        {"POST", sync::submit_path, Role::kiosk},
        {"POST", sync::hold_path, Role::kiosk},
        {"POST", sync::look_up_path, Role::everyone},
    }};
    return table;
}

std::optional<net::HttpResponse> SignUpApi::handle(const net::HttpRequest& request) {
    const bool submit = request.path == sync::submit_path;
    const bool hold = request.path == sync::hold_path;
    if (!submit && !hold && request.path != sync::look_up_path) return std::nullopt;
    if (request.method != "POST") return net::plain(405, "This is only sent to.");
    const std::lock_guard guard(lock_);
    if (submit) return answer(hub_.office().submit(request.body));
    if (hold) return answer(hub_.office().hold(request.body));
    return answer(hub_.office().look_up(request.body, request.peer));
}

base::Result<void> SignUpApi::tick() {
    const std::lock_guard guard(lock_);
    TRY(hub_.take_keys());
    TRY(hub_.take_programme());
    return hub_.office().tick();
}

base::Result<void> SignUpApi::add_to(store::SeatCounts& seats, base::Instant now) {
    const std::lock_guard guard(lock_);
    for (const auto& book : TRY(hub_.office().rows().current_occasions(now))) {
        if (book.seats.capacity == 0) continue;
        seats.taken[book.occasion] =
            book.seats.confirmed + book.seats.outstanding_rights + book.seats.held;
    }
    return {};
}

}  // namespace wenlan::hub
