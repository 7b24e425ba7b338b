// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/following_round.h"
#include "app/stepped_sign_ups.h"
#include "model/intent.h"
#include "model/view.h"
#include "station/station.h"
#include "station/station_thread.h"

namespace wenlan::app {

// The station as the frame's thread sees it.
class StationLink {
public:
    virtual ~StationLink() = default;
    // The newest published view; never null.
    virtual std::shared_ptr<const model::View> view() = 0;
    virtual void send(const model::NumberedIntent& intent) = 0;
};

// For people: the station has a thread of its own.
class ThreadedStation final : public StationLink {
public:
    explicit ThreadedStation(station::StationThread& thread) : thread_(thread) {}
    std::shared_ptr<const model::View> view() override { return thread_.view(); }
    void send(const model::NumberedIntent& intent) override { thread_.send(intent); }

private:
    station::StationThread& thread_;
};

// For tours: the answer is there with the next frame, whatever the machine's speed.
class SteppedStation final : public StationLink {
public:
    // With what it follows, which is asked when the tour's time has come.
    explicit SteppedStation(station::Station& station, FollowingRound* following = nullptr,
                            SteppedSignUps* sign_ups = nullptr)
        : station_(station), following_(following), sign_ups_(sign_ups) {}
    std::shared_ptr<const model::View> view() override {
        if (following_ != nullptr) following_->tick();
        if (sign_ups_ != nullptr) sign_ups_->tick();
        station_.tick();
        return station_.view();
    }
    void send(const model::NumberedIntent& intent) override { station_.handle(intent); }

private:
    station::Station& station_;
    FollowingRound* following_;
    SteppedSignUps* sign_ups_;
};

}  // namespace wenlan::app
