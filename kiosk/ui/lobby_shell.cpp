// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lobby_shell.h"

#include <exception>
#include <utility>

#include "base/log.h"
#include "text/input/engines.h"
#include "text/readings.h"
#include "ui/motion/easing.h"
#include "ui/screens/screen_id.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui {

namespace {

constexpr base::Duration mode_fade{180};
constexpr base::Duration sheet_rise{320};
constexpr base::Duration sheet_blur{200};
constexpr float edge_width = 40;
constexpr float sheet_blur_sigma = 20;
constexpr float idle_blur_sigma = 18;

}  // namespace

std::unique_ptr<Shell> Shell::create(text::Typesetter& typesetter,
                                     text::input::InputEngine* engine) {
    if (engine != nullptr) return std::make_unique<LobbyShell>(typesetter, *engine);
    return std::make_unique<LobbyShell>(
        typesetter, std::make_unique<text::input::LocalEngine>(text::pinyin_model()));
}

FrameResult LobbyShell::frame(gfx::Graphics& graphics, const model::View& view,
                              std::span<const gfx::TouchEvent> touches, gfx::Size size,
                              base::Duration uptime) {
    FrameResult result;
    now_ = uptime;
    if (drawn_with_ != &graphics) {
        // Another context: what was captured is gone.
        fade_.reset();
        backdrop_for_ = Overlay::none;
        drawn_with_ = &graphics;
    }
    if (first_frame_) idle_.touched(now_);
    queue_.insert(queue_.end(), touches.begin(), touches.end());
    const float panel_per_virtual = static_cast<float>(std::min(size.width, size.height)) / 1080.0F;
    touch_.begin_frame(queue_, 1 / panel_per_virtual, now_);
    if (touch_.any_event() && !warned_) idle_.touched(now_);
    if (touch_.came_down()) ++touches_;
    if (!first_frame_) watch_view(graphics, view);
    watch_idle(graphics, result);
    take_scan(graphics, view, result);
    const bool backdrop_ready = prepare_backdrop(graphics, wanted_overlay());

    Theme theme = Theme::of(view.settings);
    theme.dusk = view.header->dusk;
    reduced_motion_ = theme.motion.reduced;
    semantics_ = {};
    semantics_.screen = screen_id(stack_.here(), view);
    std::optional<Action> action;
    base::Duration wait{};
    try {
        ImDrawList& list = imgui_.begin(size);
        Canvas canvas(graphics, typesetter_, list, theme, semantics_, size);
        Frame frame{canvas, touch_, theme, view, visit_, now_, idle_.last_touch()};
        frame.typist = &typist_;
        frame.devices = devices_;
        frame.reader = &reader_;
        engine_.set_words(view.words);
        typist_.update(now_);
        const std::uint64_t typed = typist_.version();
        draw_frame(frame, action);
        read_aloud(frame);
        frame.redraw_after(typist_.update(now_));
        // What was typed in this frame is seen in the next.
        if (typist_.version() != typed) frame.animate();
        wait = next_frame_in(frame, graphics);
        settled_ = wait.count() > 0 && !fade_ && !glide_ && !typist_.waiting();
        failing_ = false;
    } catch (const std::exception& failure) {
        // Once, not with every frame in which it fails again.
        if (!failing_) {
            base::log::error(std::string("screen ") + semantics_.screen +
                             " failed: " + failure.what());
        }
        failing_ = settled_ = true;
        fade_.reset();
        imgui_.end();
        semantics_ = {};
        semantics_.screen = "failure";
        ImDrawList& list = imgui_.begin(size);
        Canvas canvas(graphics, typesetter_, list, theme, semantics_, size);
        Frame frame{canvas, touch_, theme, view, visit_, now_, idle_.last_touch()};
        action = draw_failure(frame);
        wait = next_frame_in(frame, graphics);
    }
    const Color paper = theme.color.paper;
    result.drawn = graphics.render(imgui_.end(), size, {paper.r, paper.g, paper.b});
    touch_.end_frame();
    first_frame_ = false;
    if (!backdrop_ready) {
        // The page alone was drawn to be blurred: nobody sees it, the overlay follows at once.
        result.drawn = false;
        wait = base::Duration{0};
    }
    if (action) {
        apply(*action, graphics, view, result);
        wait = base::Duration{0};
    }
    result.idle_for = wait;
    return result;
}

void LobbyShell::stand_at(const Place& place, const model::View& view) {
    stack_.leave();
    stack_.go(place);
    visit_ = VisitState{};
    warned_ = false;
    sheet_.reset();
    fade_.reset();
    glide_.reset();
    pressed_picture_.reset();
    backdrop_for_ = drawn_overlay_ = Overlay::none;
    queue_.clear();
    touch_.cancel();
    first_frame_ = true;
    drawn_settings_ = view.settings;
    drawn_day_ = view.events->day;
    drawn_filter_ = view.events->filter;
}

// The station changed what is shown: fade from the last picture.
void LobbyShell::watch_view(gfx::Graphics& graphics, const model::View& view) {
    if (!(view.settings == drawn_settings_)) {
        if (!fade_) start_fade(graphics, mode_fade, 0);
        visit_.detail_height = 0;
        if (sheet_) backdrop_for_ = Overlay::none;
    }
    drawn_settings_ = view.settings;
    const model::EventsPage& events = *view.events;
    if (drawn_day_ && (events.day != *drawn_day_ || !(events.filter == drawn_filter_))) {
        visit_.event_list.jump_to(0);
        visit_.ended_unfolded = false;
        if (stack_.here().screen == ScreenName::events && !fade_) {
            const float side =
                events.day == *drawn_day_ ? 0.0F : (events.day > *drawn_day_ ? 1.0F : -1.0F);
            start_fade(graphics, section_fade, side * section_shift);
        }
    }
    drawn_day_ = events.day;
    drawn_filter_ = events.filter;
}

base::Duration LobbyShell::idle_limit() const {
    if (sheet_) return IdleWatch::on_a_sheet;
    if (is_of_staff(stack_.here().screen)) return IdleWatch::of_staff;
    return stack_.here().screen == ScreenName::mine ? IdleWatch::on_mine : IdleWatch::on_a_page;
}

void LobbyShell::watch_idle(gfx::Graphics& graphics, FrameResult& result) {
    const ScreenName screen = stack_.here().screen;
    if (screen == ScreenName::attract || screen == ScreenName::staff_dark) {
        idle_.touched(now_);
        warned_ = false;
        return;
    }
    const IdleWatch::State state = idle_.state(now_, idle_limit());
    // Staff are not asked whether they are there.
    if (is_of_staff(screen) && state != IdleWatch::State::here) {
        leave(graphics, result);
        return;
    }
    if (state == IdleWatch::State::warned && !warned_) {
        warned_ = true;
        touch_.cancel();
    }
    if (state == IdleWatch::State::gone) {
        leave(graphics, result);
    }
}

LobbyShell::Overlay LobbyShell::wanted_overlay() const {
    if (warned_) return Overlay::warning;
    return sheet_ ? Overlay::sheet : Overlay::none;
}

// True when the overlay can be drawn in this frame. A backdrop is a picture of the page without it.
bool LobbyShell::prepare_backdrop(gfx::Graphics& graphics, Overlay wanted) {
    if (wanted == Overlay::none) {
        backdrop_for_ = Overlay::none;
        return true;
    }
    if (backdrop_for_ == wanted) return true;
    const bool page_is_drawn = drawn_overlay_ == Overlay::none || wanted == Overlay::warning;
    if (!page_is_drawn || first_frame_) {
        drawn_overlay_ = Overlay::none;
        return false;
    }
    fade_.reset();
    graphics.capture();
    backdrop_for_ = wanted;
    return true;
}

void LobbyShell::draw_frame(Frame& frame, std::optional<Action>& action) {
    Canvas& canvas = frame.canvas;
    const Rect all{0, 0, canvas.width(), canvas.height()};
    float eased = 1;
    if (fade_) {
        eased = ease_out(progress(now_, fade_->start, fade_->length));
        if (eased >= 1) fade_.reset();
    }
    if (glide_ && now_ - glide_->start >= glide_->length) glide_.reset();
    if (glide_) frame.gliding_for = now_ - glide_->start;
    // A picture that grows is seen through the fade: the new page lies over the old one.
    const bool grows = fade_ && fade_->grows_from;
    if (grows) {
        canvas.texture(all, canvas.graphics().captured(), 1 - eased);
        canvas.grow_from(*fade_->grows_from, eased);
    }
    canvas.push_shift(fade_ ? fade_->shift * (1 - eased) : 0, 0, grows ? eased : 1);
    action = draw_page(frame);
    canvas.pop();
    const Place& here = stack_.here();
    if (here.screen != ScreenName::attract && !is_of_staff(here.screen)) {
        const bool keys = here.screen == ScreenName::search;
        if (auto wanted = keys ? strip_below_keys(frame, here) : dock_and_strip(frame, here))
            action = wanted;
        if (auto wanted = edge_swipe()) action = wanted;
    }
    if (fade_ && !grows) {
        canvas.begin_veil();
        canvas.texture(all, canvas.graphics().captured(), 1 - eased);
    }
    if (fade_ || glide_) frame.animate();
    pressed_picture_ = frame.pressed_picture;
    const Overlay overlay = wanted_overlay();
    if (frame.seal_touched && overlay == Overlay::none && seal_.touched(now_)) {
        action = go({.screen = ScreenName::staff});
    }
    if (overlay != Overlay::none && backdrop_for_ == overlay) {
        action = draw_overlay(frame);
        drawn_overlay_ = overlay;
    } else {
        drawn_overlay_ = Overlay::none;
    }
}

std::optional<Action> LobbyShell::draw_page(Frame& frame) {
    const Place& here = stack_.here();
    switch (here.screen) {
        case ScreenName::attract:
            return draw_attract(frame);
        case ScreenName::home:
            return draw_home(frame);
        case ScreenName::events:
            return draw_events(frame);
        case ScreenName::calendar:
            return draw_calendar(frame);
        case ScreenName::clubs:
            return draw_clubs(frame);
        case ScreenName::reading:
            return draw_reading(frame);
        case ScreenName::volunteering:
            return draw_volunteering(frame);
        case ScreenName::neighbourhood:
            return draw_neighbourhood(frame);
        case ScreenName::list:
            return draw_list(frame, here);
        case ScreenName::centre:
            return draw_centre(frame);
        case ScreenName::search:
            return draw_search(frame);
        case ScreenName::detail:
            return draw_listing(frame, here);
        case ScreenName::mine:
            return draw_mine(frame);
        case ScreenName::receipt:
            return draw_receipt(frame);
        case ScreenName::staff:
        case ScreenName::staff_office:
        case ScreenName::staff_touch:
        case ScreenName::staff_dark:
            return draw_staff_page(frame, here.screen);
    }
    return std::nullopt;
}

std::optional<Action> LobbyShell::draw_staff_page(Frame& frame, ScreenName screen) {
    const bool open = frame.view.staff && frame.view.staff->gate == model::StaffGate::open;
    if (!open || screen == ScreenName::staff) return draw_staff(frame);
    if (screen == ScreenName::staff_office) return draw_staff_office(frame);
    if (screen == ScreenName::staff_touch) return draw_staff_touch(frame);
    return draw_staff_dark(frame);
}

// Listings of some kinds have a page of their own.
std::optional<Action> LobbyShell::draw_listing(Frame& frame, const Place& here) {
    switch (here.kind) {
        case domain::Kind::club:
            return draw_club(frame, here);
        case domain::Kind::challenge:
            return draw_challenge(frame, here);
        case domain::Kind::notice:
            return draw_notice(frame, here);
        case domain::Kind::service:
            return draw_service(frame, here);
        default:
            return draw_detail(frame, here);
    }
}

std::optional<Action> LobbyShell::draw_overlay(Frame& frame) {
    // What lies under the overlay cannot be seen or pressed.
    semantics_.elements.clear();
    semantics_.scrolls.clear();
    gfx::Graphics& graphics = frame.canvas.graphics();
    const float unit = frame.canvas.panel_per_virtual();
    if (warned_) {
        semantics_.screen = "idle-warning";
        const base::Duration left = idle_.warning_left(now_, idle_limit());
        const auto seconds = static_cast<int>((left.count() + 999) / 1000);
        const float turn =
            static_cast<float>(left.count()) / static_cast<float>(IdleWatch::warning.count());
        frame.redraw_after(base::Duration{50});
        return draw_idle_warning(frame, graphics.blurred(idle_blur_sigma * unit), seconds, turn);
    }
    const bool signing_up = sheet_->kind == SheetContent::Kind::sign_up && visit_.sign_up;
    const bool walking_in = sheet_->kind == SheetContent::Kind::walk_in && visit_.walk_in;
    semantics_.screen = walking_in                               ? "walk-in"
                        : signing_up                             ? "sign-up"
                        : sheet_->kind == SheetContent::Kind::qr ? "qr-sheet"
                                                                 : "sheet";
    const base::Duration rise = frame.theme.motion.reduced ? reduced_fade : sheet_rise;
    const float t = progress(now_, sheet_opened_, rise);
    if (t < 1) frame.animate();
    // Blurred once, and laid over the page bit by bit, where blurring takes its time.
    const bool live = graphics.quality() == gfx::Quality::full && !frame.theme.motion.reduced;
    const float blur = live ? std::max(0.05F, progress(now_, sheet_opened_, sheet_blur)) : 1;
    const gfx::Texture backdrop = graphics.blurred(sheet_blur_sigma * unit * blur);
    if (walking_in) return draw_walk_in(frame, backdrop, ease_out(t));
    if (signing_up) return draw_sign_up(frame, backdrop, ease_out(t));
    return draw_sheet(frame, *sheet_, backdrop, ease_out(t));
}

std::optional<Action> LobbyShell::edge_swipe() const {
    const auto swipe = touch_.swipe();
    if (!swipe || swipe->direction < 0 || swipe->start_x > edge_width) return std::nullopt;
    return Navigation{Back{}};
}

base::Duration LobbyShell::next_frame_in(const Frame& frame, const gfx::Graphics& graphics) const {
    base::Duration wait = frame.redraw_in;
    if (touch_.animating() || !queue_.empty() || graphics.pictures_pending())
        wait = base::Duration{0};
    if (stack_.here().screen != ScreenName::attract &&
        stack_.here().screen != ScreenName::staff_dark) {
        const base::Duration next = warned_ ? idle_.warning_left(now_, idle_limit())
                                            : idle_.until_warning(now_, idle_limit());
        wait = std::min(wait, next + base::Duration{1});
    }
    return std::max(wait, base::Duration{0});
}

}  // namespace wenlan::ui
