// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/following.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/log.h"
#include "hub/site/site_folder.h"
#include "store/checksum.h"
#include "store/poster_names.h"
#include "store/schema.h"
#include "sync/folder_transport.h"

namespace wenlan::app {
namespace {

constexpr std::chrono::seconds stick_every{2};
constexpr std::chrono::hours damage_every{6};

std::filesystem::path site_on(const std::filesystem::path& stick) { return stick / "wenlan"; }

std::string site_of(std::string hub) {
    if (!hub.ends_with('/')) hub += '/';
    return hub + "site";
}

}  // namespace

base::Result<std::unique_ptr<Following>> Following::create(base::Disk& disk,
                                                           const base::Clock& clock,
                                                           base::Random& random,
                                                           store::DataFolder folder,
                                                           Sources sources) {
    if (disk.exists(hub::SiteFolder(folder).keys())) {
        return base::Error{"follow.hub-folder",
                           "The folder " + folder.root.string() +
                               " is a hub's. Give the screen one of its own: --data"};
    }
    return std::unique_ptr<Following>(
        new Following(disk, clock, random, std::move(folder), std::move(sources)));
}

Following::Following(base::Disk& disk, const base::Clock& clock, base::Random& random,
                     store::DataFolder folder, Sources sources)
    : disk_(disk),
      clock_(clock),
      random_(random),
      folder_(std::move(folder)),
      sources_(std::move(sources)) {
    if (sources_.hub.empty()) return;
    line_.emplace(site_of(sources_.hub), sources_.contact);
    follower_ = follower_of(*line_, true);
}

std::unique_ptr<sync::Follower> Following::follower_of(net::Transport& transport,
                                                       bool trust_the_first) {
    sync::FollowSettings settings;
    settings.schema = static_cast<std::int64_t>(store::snapshot_schema().size());
    settings.schema_oldest = settings.schema;
    settings.trust_the_first = trust_the_first;
    settings.posters_of = store::poster_names;
    return std::make_unique<sync::Follower>(disk_, clock_, random_, transport, folder_, settings);
}

bool Following::tick() {
    look_for_damage();
    if (look_for_stick() && take_from_stick()) return true;
    return follower_ && !stopping_ && follower_->tick();
}

// At the start and now and then: a screen may run for years on the same disk.
void Following::look_for_damage() {
    if (!follower_ || (damage_due_ && clock_.uptime() < *damage_due_)) return;
    damage_due_ = clock_.uptime() + damage_every;
    follower_->mend_posters();
    const auto current = store::read_current(disk_, folder_);
    if (!current || !store::is_followed(current.value())) return;
    const auto bytes = disk_.read(folder_.snapshot(current.value()), sync::database_bytes_max);
    const auto sum = disk_.read(folder_.checksum(current.value()), 100);
    if (bytes && sum && store::checksum_line(bytes.value()) == sum.value()) return;
    base::log::warning("the programme " + current.value() + " is damaged, fetching it again");
    follower_->mend();
    follower_->ask_now();
}

// True: one was put in since the last look.
bool Following::look_for_stick() {
    if (sources_.stick.empty() || (stick_due_ && clock_.uptime() < *stick_due_)) return false;
    stick_due_ = clock_.uptime() + stick_every;
    const bool in = disk_.exists(site_on(sources_.stick) / "manifest");
    const bool fresh = in && !stick_taken_;
    stick_taken_ = in;
    return fresh;
}

bool Following::take_from_stick() {
    base::log::info("a stick with a programme was put in");
    sync::FolderTransport transport(disk_, site_on(sources_.stick));
    // A stranger may put one in: only a screen that is meant to live by sticks believes the first.
    const auto follower = follower_of(transport, sources_.hub.empty());
    const bool switched = follower->tick();
    // What it took counts for the line too.
    auto fresh = line_ ? follower_of(*line_, true) : nullptr;
    const std::lock_guard guard(lock_);
    follower_ = std::move(fresh);
    from_stick_ = follower->status();
    return switched;
}

base::Duration Following::due_in() const {
    base::Duration wait = std::chrono::minutes{1};
    if (follower_) wait = std::min(wait, follower_->due_in());
    if (!sources_.stick.empty()) {
        const base::Duration look = stick_due_ ? *stick_due_ - clock_.uptime() : base::Duration{};
        wait = std::min(wait, std::max(look, base::Duration{}));
    }
    return wait;
}

void Following::ask_now() {
    if (follower_) follower_->ask_now();
}

base::Result<void> Following::learn(std::string_view root_file) {
    return follower_ ? follower_->learn(root_file) : base::Result<void>();
}

void Following::stop() {
    stopping_ = true;
    if (line_) line_->stop();
    const std::lock_guard guard(lock_);
    if (follower_) follower_->stop();
}

sync::FollowStatus Following::status() const {
    const std::lock_guard guard(lock_);
    if (follower_) return follower_->status();
    return from_stick_.value_or(sync::FollowStatus{});
}

}  // namespace wenlan::app
