// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "base/ports.h"
#include "station/station.h"
#include "store/folder.h"
#include "store/programme.h"
#include "ui/stage/visitor.h"

namespace wenlan::test {

// The demonstration programme in a data folder of its own, and the stations that show it.
class Demonstration {
public:
    // Laid out around the day of `time`, a time of the centre.
    explicit Demonstration(std::string_view time = "2026-11-22T14:20");

    // Changes what the next station shows.
    void edit(const std::function<void(store::Programme&)>& change);

    // One kiosk at the demonstration's time, or at another of its day.
    class Kiosk {
    public:
        Kiosk(Demonstration& demonstration, model::VisitSettings settings, base::Instant time);
        Visitor::Station link();
        std::shared_ptr<const model::View> view() const { return station_.view(); }
        void ask(model::Intent intent);
        // Shown instead of what the station says; empty: nothing is.
        std::function<std::shared_ptr<const model::View>(std::shared_ptr<const model::View>)> veil;

    private:
        base::VirtualClock clock_;
        station::Station station_;
        std::uint64_t asked_ = 1000000;
    };
    std::unique_ptr<Kiosk> kiosk(model::VisitSettings settings = {});
    std::unique_ptr<Kiosk> kiosk_at(std::string_view time, model::VisitSettings settings = {});

private:
    Folder folder_;
    base::PosixDisk disk_;
    base::Instant time_;
};

}  // namespace wenlan::test
