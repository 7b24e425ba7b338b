// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/poster_following.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/log.h"

namespace wenlan::sync {

namespace {

constexpr std::chrono::minutes again_after{10};

// It is this poster that cannot be had; the others may.
bool of_this_one(const base::Error& error) {
    return error.code == "net.not-found" || error.code == "poster.wrong-hash";
}

}  // namespace

base::Result<std::vector<Hash>> PosterFollowing::needed_by(const std::string& programme) {
    const auto known = known_.find(programme);
    if (known != known_.end()) return known->second;
    auto needed = poster_objects(TRY(posters_of_(folder_.snapshot(programme))));
    if (store::is_followed(programme)) known_[programme] = needed;
    return needed;
}

void PosterFollowing::want(const std::string& programme) {
    if (!posters_of_) return;
    auto needed = needed_by(programme);
    wanted_known_ = needed.ok();
    if (!needed) {
        base::log::warning("the posters of the programme " + programme, needed.error());
        return;
    }
    wanted_ = std::move(needed).value();
    wanted_by_ = programme;
    complete_ = false;
}

base::Result<void> PosterFollowing::fetch(base::Duration time) {
    if (complete_) return {};
    const base::Duration until = clock_.uptime() + time;
    base::Result<void> done;
    bool all = true;
    for (const Hash& poster : wanted_) {
        if (shelf_.has(poster)) continue;
        const auto again = again_at_.find(poster);
        const bool later = again != again_at_.end() && clock_.uptime() < again->second;
        if (later || clock_.uptime() > until) {
            all = false;
            continue;
        }
        done = shelf_.fetch(poster);
        if (done) {
            again_at_.erase(poster);
            continue;
        }
        all = false;
        if (!of_this_one(done.error())) break;
        if (again == again_at_.end()) base::log::warning("a poster", done.error());
        again_at_[poster] = clock_.uptime() + again_after;
        done = {};
    }
    complete_ = all;
    TRY(shelf_.settle());
    return done;
}

std::size_t PosterFollowing::missing() const {
    if (complete_) return 0;
    return static_cast<std::size_t>(
        std::count_if(wanted_.begin(), wanted_.end(),
                      [this](const Hash& poster) { return !shelf_.has(poster); }));
}

void PosterFollowing::collect(const std::vector<std::string>& programmes) {
    if (!posters_of_ || !wanted_known_) return;
    std::vector<Hash> kept = wanted_;
    for (const std::string& programme : programmes) {
        const auto needed = needed_by(programme);
        // Of what is not known nothing is removed.
        if (!needed) return;
        kept.insert(kept.end(), needed.value().begin(), needed.value().end());
    }
    shelf_.keep_only(kept);
    std::erase_if(known_, [&](const auto& entry) {
        return entry.first != wanted_by_ &&
               std::find(programmes.begin(), programmes.end(), entry.first) == programmes.end();
    });
    std::erase_if(again_at_, [&kept](const auto& entry) {
        return std::find(kept.begin(), kept.end(), entry.first) == kept.end();
    });
}

void PosterFollowing::drop_damaged() {
    if (posters_of_ && shelf_.drop_damaged()) complete_ = false;
}

}  // namespace wenlan::sync
