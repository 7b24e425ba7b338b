// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "app/hub_contact.h"
#include "app/stage.h"
#include "app/station_link.h"
#include "app/surface.h"
#include "text/input/engine.h"
#include "ui/shell.h"

namespace wenlan::app {

// The whole kiosk on virtual time, for tours.
class TourStage final : public Stage {
public:
    struct Parts {
        Surface& surface;
        base::VirtualClock& clock;
        ui::Shell& shell;
        text::input::InputEngine& typing;
        StationLink& station;
        base::Disk& disk;
        std::filesystem::path shots;
        bool in_window = false;         // shows the frames, and keeps the window alive
        HubContact* contact = nullptr;  // null: it follows no hub
    };
    explicit TourStage(Parts parts) : parts_(std::move(parts)) {}

    base::Duration frame(base::Duration step, std::span<const gfx::TouchEvent> touches) override;
    base::Duration uptime() const override { return parts_.clock.uptime(); }
    gfx::Size size() const override { return parts_.surface.window->frame_size(); }
    const ui::Semantics& semantics() const override { return parts_.shell.semantics(); }
    bool settled() const override;
    base::Result<void> shot(const std::string& name) override;
    bool switch_network(bool on) override {
        if (parts_.contact != nullptr) parts_.contact->switch_network(on);
        return parts_.contact != nullptr;
    }

private:
    Parts parts_;
    std::uint64_t last_intent_ = 0;
    std::uint64_t answered_ = 0;
};

}  // namespace wenlan::app
