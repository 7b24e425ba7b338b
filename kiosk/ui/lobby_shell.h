// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "ui/imgui/context.h"
#include "ui/motion/touch.h"
#include "ui/screens/idle_watch.h"
#include "ui/screens/screens.h"
#include "ui/screens/seal_watch.h"
#include "ui/screens/stack.h"
#include "ui/semantics/reader.h"
#include "ui/shell.h"
#include "ui/typing/typist.h"

namespace wenlan::ui {

class LobbyShell final : public Shell {
public:
    // The engine must outlive it.
    LobbyShell(text::Typesetter& typesetter, text::input::InputEngine& engine)
        : typesetter_(typesetter), engine_(engine), typist_(engine) {}
    LobbyShell(text::Typesetter& typesetter, std::unique_ptr<text::input::InputEngine> engine)
        : LobbyShell(typesetter, *engine) {
        own_engine_ = std::move(engine);
    }

    void attach(const model::Devices& devices) override { devices_ = devices; }
    FrameResult frame(gfx::Graphics& graphics, const model::View& view,
                      std::span<const gfx::TouchEvent> touches, gfx::Size size,
                      base::Duration uptime) override;
    void stand_at(const Place& place, const model::View& view) override;
    const Semantics& semantics() const override { return semantics_; }
    bool settled() const override { return settled_; }

private:
    // A cross-fade from the captured frame.
    struct Fade {
        base::Duration start{};
        base::Duration length{};
        float shift = 0;  // the new page comes from this far, virtual px
        // A card's picture on its way to the page that it opened.
        std::optional<Canvas::PlacedPicture> grows_from = std::nullopt;
    };
    enum class Overlay { none, sheet, warning };
    static constexpr base::Duration section_fade{220};
    static constexpr base::Duration reduced_fade{150};
    static constexpr float section_shift = 24;  // virtual px
    // The painting on its way between attract and home.
    struct Glide {
        base::Duration start{};
        base::Duration length{};
    };

    void take_scan(gfx::Graphics& graphics, const model::View& view, FrameResult& result);
    void read_aloud(Frame& frame);
    void watch_view(gfx::Graphics& graphics, const model::View& view);
    void watch_idle(gfx::Graphics& graphics, FrameResult& result);
    void draw_frame(Frame& frame, std::optional<Action>& action);
    std::optional<Action> draw_page(Frame& frame);
    std::optional<Action> draw_staff_page(Frame& frame, ScreenName screen);
    std::optional<Action> draw_listing(Frame& frame, const Place& here);
    std::optional<Action> draw_overlay(Frame& frame);
    bool prepare_backdrop(gfx::Graphics& graphics, Overlay wanted);
    std::optional<Action> edge_swipe() const;
    void apply(const Action& action, gfx::Graphics& graphics, const model::View& view,
               FrameResult& result);
    void navigate(const Navigation& navigation, gfx::Graphics& graphics, const model::View& view,
                  FrameResult& result);
    void send(FrameResult& result, model::Intent intent);
    void arrive(const Place& from, gfx::Graphics& graphics, const model::View& view,
                FrameResult& result, bool ask_station);
    void open_sheet(const SheetContent& content, const model::View& view, FrameResult& result);
    void close_sheet(FrameResult& result);
    void end_sign_up(FrameResult& result);
    void start_fade(gfx::Graphics& graphics, base::Duration length, float shift);
    void start_glide(base::Duration length);
    void leave(gfx::Graphics& graphics, FrameResult& result);
    // Everything of the visit goes; the station is told.
    void forget_visit(gfx::Graphics& graphics, FrameResult& result);
    Overlay wanted_overlay() const;
    base::Duration idle_limit() const;
    base::Duration next_frame_in(const Frame& frame, const gfx::Graphics& graphics) const;

    text::Typesetter& typesetter_;
    std::unique_ptr<text::input::InputEngine> own_engine_;
    text::input::InputEngine& engine_;
    Typist typist_;
    model::Devices devices_;
    Reader reader_;
    ImGuiFrame imgui_;
    Touch touch_;
    std::deque<gfx::TouchEvent> queue_;
    Semantics semantics_;
    ScreenStack stack_;
    VisitState visit_;
    IdleWatch idle_;
    SealWatch seal_;
    int touches_ = 0;  // since the last visit ended
    std::optional<SheetContent> sheet_;
    base::Duration sheet_opened_{};
    bool warned_ = false;
    Overlay backdrop_for_ = Overlay::none;  // whose backdrop the graphics hold
    Overlay drawn_overlay_ = Overlay::none;
    std::optional<Fade> fade_;
    std::optional<Glide> glide_;
    std::optional<Canvas::PlacedPicture> pressed_picture_;  // of the last frame
    bool settled_ = true;
    bool failing_ = false;  // the page could not be drawn in the last frame
    bool first_frame_ = true;
    bool reduced_motion_ = false;
    base::Duration now_{};
    std::uint64_t next_intent_ = 1;
    const gfx::Graphics* drawn_with_ = nullptr;

    // What the last frame showed, to notice what the station changed.
    model::VisitSettings drawn_settings_;
    std::optional<base::CivilDate> drawn_day_;
    model::EventFilter drawn_filter_;
};

}  // namespace wenlan::ui
