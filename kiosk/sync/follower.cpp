// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/follower.h"

#include <algorithm>
#include <utility>

#include "base/log.h"

namespace wenlan::sync {

Follower::Follower(base::Disk& disk, const base::Clock& clock, base::Random& random,
                   net::Transport& transport, store::DataFolder folder, FollowSettings settings)
    : disk_(disk),
      clock_(clock),
      random_(random),
      transport_(transport),
      folder_(std::move(folder)),
      own_(folder_),
      settings_(std::move(settings)),
      trust_(disk, own_),
      download_(disk, transport, own_, stopping_),
      posters_(disk, clock, transport, folder_, stopping_, settings_.posters_of) {}

bool Follower::tick() {
    if (due_ && clock_.uptime() < *due_) return false;
    alarmed_ = false;
    const auto asked = ask();
    if (asked) {
        note_success();
        return asked.value();
    }
    note_failure(asked.error());
    return false;
}

base::Duration Follower::due_in() const {
    if (!due_) return {};
    return std::max(base::Duration{}, *due_ - clock_.uptime());
}

base::Result<bool> Follower::ask() {
    if (!taken_up_) TRY(take_up_what_is_here());
    if (!trust_.root()) TRY(begin_trust());
    if (!roots_due_ || clock_.uptime() >= *roots_due_) TRY(follow_roots());
    if (!whole_due_ || clock_.uptime() >= *whole_due_) {
        if (seen_) seen_->etag.clear();
        avail_etag_.clear();
        whole_due_ = clock_.uptime() + settings_.whole_every;
    }
    auto fresh = TRY(fetch_manifest());
    if (fresh) {
        TRY(accept(fresh->manifest));
        seen_ = std::move(fresh);
        avail_.reset();
        avail_etag_.clear();
    }
    const bool switched = TRY(apply(seen_->manifest));
    const bool seats = TRY(follow_seats(seen_->manifest));
    if (switched) return true;  // shown at once; the posters that are missing wait for the next try
    TRY(posters_.fetch(settings_.posters_each));
    return seats;
}

base::Result<void> Follower::take_up_what_is_here() {
    remove_unfinished(disk_, folder_);
    auto record = read_record(disk_, own_);
    const auto current = store::read_current(disk_, folder_);
    const Edition shown =
        Edition::of_number(current ? store::version_of(current.value()).value_or(0) : 0);
    if (!record) {
        // Without it the programme that is shown still says below what nothing is taken.
        if (record.error().code != "follow.bad-record") return record.error();
        alarm(record.error());
        record = std::optional<FollowRecord>{};
    }
    record_ = record.value();
    if (shown.epoch >= 1 && (!record_ || record_->edition < shown)) {
        record_ = FollowRecord{shown, {}, {}, {}};
    }
    if (shown.epoch >= 1) {
        posters_.want(current.value());
        // So that the next patch need not wait for it.
        const auto bytes = disk_.read(folder_.snapshot(current.value()), database_bytes_max);
        if (bytes) shown_database_ = hash_of(bytes.value());
    }
    taken_up_ = true;
    change_status([&](FollowStatus& status) {
        if (shown.epoch >= 1) status.shown = shown;
        if (!record_) return;
        status.highest = record_->edition;
        if (record_->expires == base::Instant{}) return;
        status.issued = record_->issued;
        status.expires = record_->expires;
    });
    return {};
}

base::Result<void> Follower::begin_trust() {
    const auto known = trust_.load();
    if (known || known.error().code != "trust.none" || !settings_.trust_the_first) return known;
    const net::Fetched root =
        TRY(transport_.get({.name = root_name(1), .bytes_max = root_bytes_max + 1}));
    return trust_.learn(root.bytes);
}

base::Result<void> Follower::follow_roots() {
    const auto advanced = trust_.advance(transport_);
    // A root that cannot be believed leaves the old one in force, and staff are told.
    if (!advanced && advanced.error().code.starts_with("root.")) {
        alarm(advanced.error());
    } else if (!advanced) {
        return advanced.error();
    }
    roots_due_ = clock_.uptime() + settings_.roots_every;
    if (advanced && advanced.value()) seen_.reset();
    return {};
}

base::Result<std::optional<Follower::Seen>> Follower::fetch_manifest() {
    const net::Fetched fetched = TRY(transport_.get({.name = "manifest",
                                                     .bytes_max = manifest_bytes_max + 1,
                                                     .etag = seen_ ? seen_->etag : ""}));
    if (seen_ && fetched.unchanged) return std::optional<Seen>{};
    if (seen_ && fetched.bytes == seen_->manifest.file) {
        seen_->etag = fetched.etag;
        return std::optional<Seen>{};
    }
    return std::optional(Seen{TRY(read_with_newest_root(fetched.bytes)), fetched.etag});
}

// Who holds an old key may go on publishing with it: before anything new is taken, it is asked
// whether there are new keys.
base::Result<SignedManifest> Follower::read_with_newest_root(const std::string& file) {
    TRY(follow_roots());
    return read_manifest(file, *trust_.root());
}

base::Result<void> Follower::accept(const SignedManifest& signed_manifest) {
    const Manifest& manifest = signed_manifest.manifest;
    const FollowRecord fresh = record_of(signed_manifest);
    if (record_ && fresh.edition < record_->edition) {
        return base::Error{"follow.older", "The hub offers an older programme than this one.",
                           fresh.edition.name() + " after " + record_->edition.name()};
    }
    const bool known = record_ && record_->manifest != Hash{};
    if (known && fresh.edition == record_->edition && fresh.manifest != record_->manifest) {
        const base::Error two{"follow.two-faced", "There are two programmes of the same number.",
                              fresh.edition.name()};
        alarm(two);
        return two;
    }
    if (known && fresh.edition.epoch == record_->edition.epoch &&
        fresh.edition.version == record_->edition.version + 1 &&
        manifest.previous != record_->manifest) {
        alarm({"follow.broken-chain", "The hub does not know the programme from before.",
               fresh.edition.name()});
    }
    if (!record_ || fresh != *record_) {
        TRY(write_record(disk_, own_, fresh));
        record_ = fresh;
    }
    change_status([&fresh](FollowStatus& status) {
        status.highest = fresh.edition;
        status.issued = fresh.issued;
        status.expires = fresh.expires;
    });
    return {};
}

base::Result<bool> Follower::apply(const SignedManifest& signed_manifest) {
    const Manifest& manifest = signed_manifest.manifest;
    const Applying applying{disk_, folder_, download_};
    if (!mending_ && is_current(applying, manifest)) {
        change_status([&](FollowStatus& status) { status.shown = manifest.edition; });
        return false;
    }
    if (manifest.schema_oldest > settings_.schema) {
        return base::Error{"follow.needs-update",
                           "The newest programme needs a newer version of this screen's software.",
                           "schema " + std::to_string(manifest.schema_oldest)};
    }
    if (manifest.schema < settings_.schema_oldest) {
        return base::Error{"follow.hub-outdated", "The hub's software is older than this screen's.",
                           "schema " + std::to_string(manifest.schema)};
    }
    const auto current = store::read_current(disk_, folder_);
    if (mending_) shown_database_.reset();
    TRY(bring_database(applying, manifest, shown_database_));
    shown_database_.reset();
    TRY(fetch_posters_first(manifest));
    TRY(switch_to(applying, manifest));
    mending_ = false;
    shown_database_ = manifest.database.hash;
    base::log::info("following the hub: programme " + manifest.edition.name());
    change_status([&](FollowStatus& status) { status.shown = manifest.edition; });
    download_.drop_all();
    remove_what_is_old(applying, current ? std::optional(current.value()) : std::nullopt);
    return true;
}

// A line that fails in the middle of the pictures keeps no cancellation away.
base::Result<void> Follower::fetch_posters_first(const Manifest& manifest) {
    posters_.want(manifest.edition.name());
    const auto fetched = posters_.fetch(settings_.posters_first);
    if (!fetched && fetched.error().code == "download.stopped") return fetched;
    if (!fetched) base::log::warning("the posters of a new programme", fetched.error());
    return {};
}

void Follower::remove_what_is_old(const Applying& applying,
                                  const std::optional<std::string>& previous) {
    remove_older(applying, previous);
    std::vector<std::string> kept;
    if (previous) kept.push_back(*previous);
    if (disk_.exists(folder_.snapshot(store::factory_name))) {
        kept.emplace_back(store::factory_name);
    }
    posters_.collect(kept);
}

// Seats are a courtesy: without them the programme is whole.
base::Result<bool> Follower::follow_seats(const SignedManifest& manifest) {
    const auto fetched =
        transport_.get({.name = "avail", .bytes_max = avail_bytes_max + 1, .etag = avail_etag_});
    if (!fetched && fetched.error().code == "net.not-found") return false;
    if (!fetched) return fetched.error();
    if (fetched.value().unchanged) return false;
    const auto avail = read_avail(fetched.value().bytes, *trust_.root(), manifest);
    // Between the writing of the one and the other the seats are of the programme before or after.
    if (!avail && avail.error().code == "avail.other-manifest") return false;
    if (!avail) return avail.error();
    avail_etag_ = fetched.value().etag;
    if (avail_ && avail.value().serial < avail_->serial) {
        return base::Error{"avail.older", "The hub offers older seats than these.",
                           std::to_string(avail.value().serial)};
    }
    const std::filesystem::path place = folder_.seats(manifest.manifest.edition.name());
    const std::string seats = store::to_json(avail.value().seats);
    const auto known = disk_.read(place, seats.size());
    const bool other = !known || known.value() != seats;
    if (other) TRY(disk_.replace(place, seats));
    avail_ = avail.value();
    return other;
}

void Follower::note_success() {
    // Spread, so that the screens of a town do not all ask in the same second.
    const auto fifth = settings_.every / 5;
    const auto spread = static_cast<std::int64_t>(
        random_.next_u64() % static_cast<std::uint64_t>(2 * fifth.count() + 1));
    due_ = clock_.uptime() + settings_.every - fifth + base::Duration{spread};
    change_status([&](FollowStatus& status) {
        status.answered = clock_.now();
        status.error.reset();
        if (!alarmed_) status.alarm.reset();
        status.failures = 0;
    });
}

void Follower::note_failure(const base::Error& error) {
    const int failures = status().failures;
    constexpr int doublings_max = 20;
    const base::Duration doubled =
        settings_.retry_first * (std::int64_t{1} << std::min(failures, doublings_max));
    const base::Duration wait = std::min(settings_.retry_last, doubled);
    const auto half = static_cast<std::uint64_t>(wait.count() / 2);
    due_ = clock_.uptime() + wait / 2 +
           base::Duration{static_cast<std::int64_t>(random_.next_u64() % (half + 1))};
    const auto before = status().error;
    if (!before || before->code != error.code) base::log::warning("following the hub", error);
    if (error.code == "disk.full") {
        download_.drop_all();
        alarm(error);
    }
    change_status([&error](FollowStatus& status) {
        status.error = error;
        ++status.failures;
    });
}

void Follower::alarm(const base::Error& error) {
    alarmed_ = true;
    const auto before = status().alarm;
    if (!before || before->code != error.code) base::log::error("following the hub", error);
    change_status([&error](FollowStatus& status) { status.alarm = error; });
}

template <typename Change>
void Follower::change_status(Change change) {
    const std::lock_guard guard(status_lock_);
    change(status_);
}

FollowStatus Follower::status() const {
    const std::lock_guard guard(status_lock_);
    return status_;
}

}  // namespace wenlan::sync
