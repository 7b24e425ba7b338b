// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/following_round.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/following_pairing.h"
#include "base/log.h"

namespace wenlan::app {
namespace {

using From = model::StaffSync::From;
using Pairing = model::StaffPairing::State;

std::string size_in_words(std::int64_t bytes) {
    constexpr std::int64_t mb = 1'000'000;
    constexpr std::int64_t gb = 1000 * mb;
    return bytes < 10 * gb ? std::to_string(bytes / mb) + " MB"
                           : std::to_string(bytes / gb) + " GB";
}

}  // namespace

base::Result<std::unique_ptr<FollowingRound>> FollowingRound::create(Parts parts) {
    const bool demonstrates = parts.sources.none();
    std::unique_ptr<FollowingRound> round(new FollowingRound(std::move(parts)));
    // The hub of the demonstration is made in the first round, not before the first frame.
    if (!demonstrates) TRY(round->begin(round->parts_.sources));
    return round;
}

base::Result<void> FollowingRound::begin(Sources sources) {
    address_ = sources.hub;
    sources.contact = parts_.contact;
    auto following = TRY(Following::create(parts_.disk, parts_.clock, parts_.random, parts_.folder,
                                           std::move(sources)));
    auto health = std::make_unique<FollowingHealth>(parts_.disk, parts_.clock, parts_.random,
                                                    parts_.folder, address_);
    const std::lock_guard guard(lock_);
    following_ = std::move(following);
    health_ = std::move(health);
    if (parts_.contact != nullptr) parts_.contact->hub_is_at(address_);
    return {};
}

base::Result<void> FollowingRound::begin_demonstration() {
    hub_ = TRY(EmbeddedHub::open(parts_.disk, parts_.clock, parts_.random, parts_.folder,
                                 parts_.demonstration));
    TRY(begin({hub_->address(), {}}));
    if (health_->paired()) return {};
    // The same exchange as with any office; only that nobody has to read the code out.
    pair(TRY(hub_->invite()));
    return {};
}

void FollowingRound::tick() {
    if (stopping_) return;
    if (!following_ && !parts_.demonstration.empty() && !demonstration_tried_) {
        demonstration_tried_ = true;
        if (const auto begun = begin_demonstration(); !begun) {
            if (begun.error().code != "embedded.other-programme") {
                base::log::warning("the hub of the demonstration", begun.error());
            }
        }
    }
    if (!following_) return;
    const OfficeLine::Wishes wishes = parts_.line.take_wishes();
    const station::ShownReport shown = parts_.line.shown();
    // What is on the screen is told at once.
    if (shown != told_) health_->now();
    const bool wished = wishes.ask || wishes.pair;
    if (!wished && reported_ && due_in().count() > 0) return;
    told_ = shown;
    if (wishes.pair) pair(*wishes.pair);
    if (wishes.ask) {
        following_->ask_now();
        health_->now();
    }
    if (hub_ && !hub_->keep_good()) return leave_demonstration_alone();
    if (following_->tick()) ++changes_;
    if (!stopping_ && network()) health_->tick(shown, following_->status());
    if (parts_.contact != nullptr) {
        parts_.contact->revoked(health_->revoked());
        parts_.contact->stick_is(following_->stick());
    }
    report();
}

// The folder has become a hub's own, whose programme is shown from now on.
void FollowingRound::leave_demonstration_alone() {
    {
        const std::lock_guard guard(lock_);
        following_.reset();
        health_.reset();
    }
    hub_.reset();
    if (parts_.contact != nullptr) parts_.contact->hub_is_at({});
    parts_.line.publish({});
}

void FollowingRound::pair(const std::string& code) {
    station::OfficeReport under_way = *parts_.line.report();
    under_way.pairing.state = Pairing::under_way;
    parts_.line.publish(std::move(under_way));
    const auto paired =
        !network()
            ? base::Result<Paired>(base::Error{"net.no-answer", "The network is turned off."})
            : pair_screen({health_->client(), parts_.disk, parts_.random, parts_.folder, address_},
                          code);
    pairing_failed_ = !paired.ok();
    if (!paired) {
        pairing_error_ = paired.error().code;
        base::log::warning("pairing with the office", paired.error());
        return;
    }
    base::log::info("paired with the office as screen " +
                    std::to_string(paired.value().kiosk.number));
    if (const auto learnt = following_->learn(paired.value().root); !learnt) {
        base::log::error("the centre that this screen was paired with", learnt.error());
    }
    following_->ask_now();
    health_->take_up();
    if (parts_.contact != nullptr) parts_.contact->paired();
}

void FollowingRound::report() {
    station::OfficeReport report;
    report.from = hub_ ? From::demonstration : address_.empty() ? From::stick : From::hub;
    report.address = address_;
    report.status = following_->status();
    report.changes = changes_;
    report.asks_at = parts_.clock.now() + following_->due_in();
    report.skew = health_->skew();
    report.pairing.possible = !hub_ && !address_.empty();
    if (const auto& paired = health_->paired()) {
        report.pairing.state = health_->revoked() ? Pairing::revoked : Pairing::paired;
        report.pairing.number = paired->number;
        report.pairing.name = paired->name;
    }
    if (pairing_failed_) {
        report.pairing.state = Pairing::failed;
        report.pairing.error = pairing_error_;
    }
    if (const auto free = disk_free(parts_.folder)) report.disk_free = size_in_words(*free);
    parts_.line.publish(std::move(report));
    reported_ = true;
}

base::Duration FollowingRound::due_in() const {
    if (!following_) return std::chrono::hours{1};
    const base::Duration hub = hub_ ? hub_->due_in() : base::Duration{std::chrono::hours{1}};
    return std::min({following_->due_in(), health_->due_in(), hub});
}

void FollowingRound::stop() {
    stopping_ = true;
    const std::lock_guard guard(lock_);
    if (following_) following_->stop();
    if (health_) health_->stop();
}

}  // namespace wenlan::app
