// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <utility>
#include <vector>

#include "app/station_link.h"
#include "app/surface.h"
#include "ui/shell.h"
#include "ui/stage/blind_graphics.h"

// Everything around the loop for people, on a clock that a wait moves.
namespace wenlan {

// What happened, and what will.
struct Lobby {
    base::VirtualClock clock{base::Instant{}};
    std::deque<std::pair<int, gfx::TouchEvent>> touches;  // after so many ms of waiting
    std::vector<base::Duration> frames;                   // when each was drawn
    std::vector<std::size_t> touches_seen;                // by each frame
    int presented = 0;
    int opened = 0;
    int open_failures_left = 0;
    int followed_monitors = 0;
    bool exposed = false;
    bool lose_context = false;
    bool close = false;
    base::Duration idle_for{100'000};
    bool drawn = true;
    std::uint64_t view_serial = 1;
    std::vector<std::uint64_t> sent;
    std::vector<model::NumberedIntent> to_send;
};

class FakeWindow final : public gfx::Window {
public:
    explicit FakeWindow(Lobby& lobby) : lobby_(lobby) {}
    gfx::Size frame_size() const override { return {1080, 1920}; }
    gfx::Size window_size() const override { return {1080, 1920}; }
    int quarter_turns() const override { return 0; }
    bool should_close() const override { return lobby_.close; }
    std::vector<gfx::TouchEvent> wait(int timeout_ms) override {
        if (lobby_.touches.empty() || lobby_.touches.front().first > timeout_ms) {
            if (!lobby_.touches.empty()) lobby_.touches.front().first -= timeout_ms;
            lobby_.clock.advance(base::Duration{timeout_ms});
            return {};
        }
        const auto [after, touch] = lobby_.touches.front();
        lobby_.touches.pop_front();
        lobby_.clock.advance(base::Duration{after});
        return {touch};
    }
    void wake() override {}
    void swap() override { ++lobby_.presented; }
    void follow_monitors() override { ++lobby_.followed_monitors; }
    bool take_exposed() override { return std::exchange(lobby_.exposed, false); }

private:
    Lobby& lobby_;
};

class FakeGraphics final : public test::BlindGraphics {
public:
    explicit FakeGraphics(Lobby& lobby) : lobby_(lobby) {}
    bool context_lost() override { return std::exchange(lobby_.lose_context, false); }

private:
    Lobby& lobby_;
};

class FakeShell final : public ui::Shell {
public:
    explicit FakeShell(Lobby& lobby) : lobby_(lobby) {}
    ui::FrameResult frame(gfx::Graphics&, const model::View&,
                          std::span<const gfx::TouchEvent> touches, gfx::Size,
                          base::Duration uptime) override {
        lobby_.frames.push_back(uptime);
        lobby_.touches_seen.push_back(touches.size());
        return {std::exchange(lobby_.to_send, {}), lobby_.drawn, lobby_.idle_for};
    }
    void stand_at(const ui::Place&, const model::View&) override {}
    const ui::Semantics& semantics() const override { return semantics_; }
    bool settled() const override { return true; }

private:
    Lobby& lobby_;
    ui::Semantics semantics_;
};

class FakeStation final : public app::StationLink {
public:
    explicit FakeStation(Lobby& lobby) : lobby_(lobby) {}
    std::shared_ptr<const model::View> view() override {
        auto view = std::make_shared<model::View>();
        view->serial = lobby_.view_serial;
        return view;
    }
    void send(const model::NumberedIntent& intent) override {
        lobby_.sent.push_back(intent.number);
    }

private:
    Lobby& lobby_;
};

}  // namespace wenlan
