// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/following_health.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "app/following_pairing.h"
#include "base/log.h"
#include "sync/edition.h"
#include "sync/field_reader.h"
#include "sync/follow_record.h"
#include "sync/health.h"
#include "sync/health_paths.h"

namespace wenlan::app {
namespace {

constexpr std::chrono::seconds every{30};
constexpr std::chrono::minutes every_when_revoked{10};
constexpr net::HttpPatience patience{.connect = std::chrono::seconds{5},
                                     .whole = std::chrono::seconds{10},
                                     .slow = std::chrono::seconds{5},
                                     .bytes_per_second_min = 64};

// A run of the program has a block of serials of its own, so that one write at its start suffices.
constexpr std::string_view serial_head = "wenlan-health-runs 1";
constexpr std::int64_t serials_a_run = std::int64_t{1} << 32;
constexpr std::int64_t runs_max = 100'000'000;

sync::Edition edition_of(const std::string& snapshot) {
    const auto number = store::version_of(snapshot);
    if (!number || !store::is_followed(snapshot)) return {1, 0};
    return sync::Edition::of_number(*number);
}

}  // namespace

std::optional<std::int64_t> disk_free(const store::DataFolder& folder) {
    std::error_code failed;
    const auto space = std::filesystem::space(folder.root, failed);
    if (failed) return std::nullopt;
    return static_cast<std::int64_t>(std::min<std::uintmax_t>(space.available, INT64_MAX));
}

FollowingHealth::FollowingHealth(base::Disk& disk, const base::Clock& clock, base::Random& random,
                                 store::DataFolder folder, std::string hub)
    : disk_(disk),
      clock_(clock),
      random_(random),
      folder_(std::move(folder)),
      hub_(std::move(hub)),
      started_(clock.uptime()),
      client_(patience) {
    take_up();
}

void FollowingHealth::take_up() {
    sync::KioskKeyRing ring(disk_, folder_);
    auto paired = ring.paired();
    if (!paired) {
        base::log::error("who this screen is", paired.error());
        return;
    }
    paired_ = std::move(paired).value();
    if (!paired_) return;
    auto keys = ring.keys(random_);
    if (!keys) {
        base::log::error("who this screen is", keys.error());
        paired_.reset();
        return;
    }
    keys_ = std::move(keys).value();
    revoked_ = false;
    due_.reset();
}

base::Duration FollowingHealth::due_in() const {
    if (!paired_ || hub_.empty()) return std::chrono::hours{1};
    if (!due_) return {};
    return std::max(base::Duration{}, *due_ - clock_.uptime());
}

base::Result<std::int64_t> FollowingHealth::next_serial() {
    constexpr std::size_t bytes_max = 256;
    if (serial_ > 0) return ++serial_;
    const std::filesystem::path file = sync::FollowFolder(folder_).root / "health";
    std::int64_t runs = 0;
    if (const auto text = disk_.read(file, bytes_max); text) {
        sync::FieldReader reader(text.value());
        reader.head(serial_head);
        reader.line("runs");
        const std::int64_t read = reader.number(0, runs_max - 1);
        if (reader.whole()) runs = read;
    }
    // Where the file is lost, the clock says more than nothing.
    const auto minutes = std::chrono::floor<std::chrono::minutes>(clock_.now());
    runs = std::max(runs + 1,
                    std::min<std::int64_t>(minutes.time_since_epoch().count(), runs_max / 2));
    sync::FieldWriter writer;
    writer.head(serial_head);
    writer.line("runs").value(runs);
    TRY(disk_.make_folder(file.parent_path()));
    TRY(disk_.replace(file, writer.take()));
    serial_ = runs * serials_a_run + 1;
    return serial_;
}

void FollowingHealth::tick(const station::ShownReport& shown, const sync::FollowStatus& status) {
    if (!paired_ || hub_.empty() || due_in().count() > 0) return;
    const auto told = tell(shown, status);
    const std::string code = told ? "" : told.error().code;
    if (!told && code != failed_) base::log::warning("telling the hub how it is", told.error());
    failed_ = code;
    revoked_ = code == "kiosk.revoked";
    due_ = clock_.uptime() + (revoked_ ? base::Duration{every_when_revoked} : every);
}

base::Result<void> FollowingHealth::tell(const station::ShownReport& shown,
                                         const sync::FollowStatus& status) {
    sync::HealthReport report;
    report.kiosk = paired_->number;
    report.serial = TRY(next_serial());
    report.sent = clock_.now();
    report.shown = edition_of(shown.snapshot);
    report.newest_whole = shown.current;
    report.outbox = shown.outbox;
    report.disk_free = disk_free(folder_).value_or(0);
    report.running_s =
        std::chrono::duration_cast<std::chrono::seconds>(clock_.uptime() - started_).count();
    report.failures = status.failures;
    const auto& trouble = status.alarm ? status.alarm : status.error;
    if (trouble) report.error = trouble->code;
    report.software = WENLAN_VERSION;
    const std::string answer = TRY(
        post_to_hub(client_, hub_, sync::health_path, sync::sign_health(report, keys_->signing)));
    const sync::HealthAnswer read = TRY(sync::read_health_answer(answer));
    skew_ = report.sent - read.now;
    if (!read.name.empty() && read.name != paired_->name) {
        paired_->name = read.name;
        TRY(sync::KioskKeyRing(disk_, folder_).keep(*paired_));
    }
    return {};
}

}  // namespace wenlan::app
