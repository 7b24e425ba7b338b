// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "base/locked_memory.h"
#include "ui/lobby_shell.h"
#include "ui/motion/glide.h"

// From page to page, over sheets, and out of the visit.
namespace wenlan::ui {

namespace {

constexpr base::Duration detail_fade{320};

}  // namespace

void LobbyShell::apply(const Action& action, gfx::Graphics& graphics, const model::View& view,
                       FrameResult& result) {
    if (const auto* navigation = std::get_if<Navigation>(&action)) {
        navigate(*navigation, graphics, view, result);
        return;
    }
    const auto& intent = std::get<model::Intent>(action);
    // A day asked for elsewhere than on the events page leads there.
    if (std::holds_alternative<model::ShowDay>(intent) &&
        stack_.here().screen != ScreenName::events) {
        const Place from = stack_.here();
        stack_.go({ScreenName::events, domain::Section::events});
        arrive(from, graphics, view, result, false);
    }
    send(result, intent);
}

void LobbyShell::navigate(const Navigation& navigation, gfx::Graphics& graphics,
                          const model::View& view, FrameResult& result) {
    const Place from = stack_.here();
    if (const auto* wanted = std::get_if<Go>(&navigation)) {
        end_sign_up(result);
        sheet_.reset();
        stack_.go(wanted->place);
        if (!lies_on_top(wanted->place.screen)) visit_.begin_section();
        arrive(from, graphics, view, result, true);
    } else if (std::holds_alternative<Back>(navigation)) {
        stack_.back();
        arrive(from, graphics, view, result, lies_on_top(stack_.here().screen));
    } else if (const auto* sheet = std::get_if<OpenSheet>(&navigation)) {
        open_sheet(sheet->content, view, result);
    } else if (std::holds_alternative<CloseSheet>(navigation)) {
        start_fade(graphics, section_fade, 0);
        close_sheet(result);
    } else if (std::holds_alternative<Stay>(navigation)) {
        warned_ = false;
        idle_.touched(now_);
        // The sheet below needs its own backdrop again.
        backdrop_for_ = Overlay::none;
    } else {
        leave(graphics, result);
    }
}

void LobbyShell::open_sheet(const SheetContent& content, const model::View& view,
                            FrameResult& result) {
    const bool over_another = sheet_.has_value();
    sheet_ = content;
    if (!over_another) sheet_opened_ = now_;
    fade_.reset();
    const bool walks_in = content.kind == SheetContent::Kind::walk_in;
    if (!walks_in && content.kind != SheetContent::Kind::sign_up) return;
    typist_.close();
    if (walks_in) {
        visit_.walk_in = WalkIn{content.occasion, content.listing};
    } else {
        visit_.sign_up.emplace(content.occasion, content.listing);
    }
    const auto& detail = view.detail;
    const bool here = detail && (content.occasion ? detail->card.occasion == content.occasion
                                                  : detail->card.listing == content.listing);
    if (!here) send(result, model::ShowEvent{content.occasion, content.listing});
}

// What lay over a sign-up gives it back; else it ends, and its seats go to others.
void LobbyShell::close_sheet(FrameResult& result) {
    if (visit_.sign_up && sheet_ && sheet_->kind != SheetContent::Kind::sign_up) {
        sheet_ = SheetContent{SheetContent::Kind::sign_up};
        return;
    }
    end_sign_up(result);
    if (visit_.walk_in) typist_.close();
    visit_.walk_in.reset();
    sheet_.reset();
}

void LobbyShell::end_sign_up(FrameResult& result) {
    if (!visit_.sign_up) return;
    if (auto free = visit_.sign_up->let_go([this] { return visit_.next_ticket(); }))
        send(result, std::move(*free));
    visit_.sign_up.reset();
    typist_.close();
}

void LobbyShell::arrive(const Place& from, gfx::Graphics& graphics, const model::View& view,
                        FrameResult& result, bool ask_station) {
    const Place& here = stack_.here();
    touch_.cancel();
    if (!stack_.holds(ScreenName::search)) typist_.close();
    visit_.detail.jump_to(0);
    visit_.detail_height = 0;
    const bool detail = lies_on_top(from.screen) || lies_on_top(here.screen);
    base::Duration length = detail ? detail_fade : section_fade;
    const auto side = static_cast<float>(ScreenStack::direction(from, here));
    if (from.screen == ScreenName::attract && here.screen == ScreenName::home) {
        start_glide(glide_in);
        if (glide_) length = slips_fade;
    }
    start_fade(graphics, length, side * section_shift);
    if (here.screen == ScreenName::detail && pressed_picture_ && !reduced_motion_) {
        fade_->grows_from = pressed_picture_;
    }
    if (!ask_station) return;
    if (auto intent = intent_for(here, view.header->now.date)) send(result, std::move(*intent));
}

void LobbyShell::leave(gfx::Graphics& graphics, FrameResult& result) {
    forget_visit(graphics, result);
    start_glide(glide_out);
    start_fade(graphics, glide_ ? slips_fade * 2 : glide_out, 0);
}

void LobbyShell::forget_visit(gfx::Graphics& graphics, FrameResult& result) {
    warned_ = false;
    sheet_.reset();
    glide_.reset();
    pressed_picture_.reset();
    stack_.leave();
    // What was answered to a survey counts, though its end was not reached.
    if (auto answers = visit_.survey.hand_in([this] { return visit_.next_ticket(); }))
        send(result, std::move(*answers));
    visit_.end_visit();
    reader_.end(devices_.speech);
    touch_.cancel();
    typist_.close();
    engine_.next_visitor();
    typesetter_.forget_texts();
    graphics.forget_texts();
    semantics_ = {};
    base::wipe_stack_below();
    send(result, model::EndVisit{std::exchange(touches_, 0)});
}

void LobbyShell::start_fade(gfx::Graphics& graphics, base::Duration length, float shift) {
    graphics.capture();
    backdrop_for_ = Overlay::none;
    // A page that moves under a fade is drawn whole for each frame: too slow for a processor alone.
    const bool still = reduced_motion_ || graphics.quality() == gfx::Quality::software;
    fade_ = Fade{now_, reduced_motion_ ? reduced_fade : length, still ? 0.0F : shift};
}

void LobbyShell::start_glide(base::Duration length) {
    glide_.reset();
    if (!reduced_motion_) glide_ = Glide{now_, length};
}

void LobbyShell::send(FrameResult& result, model::Intent intent) {
    result.intents.push_back({next_intent_++, std::move(intent)});
}

}  // namespace wenlan::ui
