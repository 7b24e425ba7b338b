// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "ui/screens/paper_receipt.h"
#include "ui/screens/walk_in_parts.h"
#include "ui/widgets/buttons.h"

namespace wenlan::ui::walk_in {

namespace {

constexpr base::Duration undo_window{10000};
constexpr base::Duration shown_for{18000};

int seconds_left(Frame& frame, base::Duration until) {
    const base::Duration left = until - frame.now;
    if (left.count() <= 0) return 0;
    frame.redraw_after(base::Duration{(left.count() - 1) % 1000 + 1});
    return static_cast<int>((left.count() + 999) / 1000);
}

std::optional<Action> undo(Frame& frame, WalkIn& walk_in) {
    const model::SignUpOutcome& outcome = walk_in.receipt.outcome;
    walk_in.ticket = frame.visit.next_ticket();
    walk_in.undone = WalkIn::Undone::asked;
    frame.animate();
    return model::Intent{model::ChangeSignUp{walk_in.ticket,
                                             model::ChangeSignUp::What::cancel,
                                             outcome.id,
                                             walk_in.receipt.card.occasion,
                                             outcome.code,
                                             {}}};
}

std::string counted(const Frame& frame, Key key, int seconds) {
    return format(key, frame.language(), {{"n", std::to_string(seconds)}});
}

}  // namespace

std::optional<Action> done(Frame& frame, const sheet::Places& at, WalkIn& walk_in) {
    const Theme& theme = frame.theme;
    std::optional<Action> action;
    const bool undone = walk_in.undone == WalkIn::Undone::yes;
    const int home = seconds_left(frame, std::max(walk_in.done_at, frame.still_since) + shown_for);
    if (home == 0) return Navigation{CloseSheet{}};
    const float height = at.low ? 112 : 124;
    float bottom = at.body.bottom() - 24;
    const auto row = [&] {
        bottom -= height + 16;
        return Rect{at.body.x, bottom + 16, at.body.w, height};
    };
    const bool prints = frame.devices.prints() && !undone;
    const int left = seconds_left(frame, walk_in.done_at + undo_window);
    const bool may_undo = walk_in.undone == WalkIn::Undone::no && left > 0;
    // A low panel has one row for all of them.
    const Rect last = row();
    const int shared = 1 + (prints ? 1 : 0) + (may_undo && at.low ? 1 : 0);
    const auto count = static_cast<float>(shared);
    const float width = (last.w - measure::gutter * (count - 1)) / count;
    Rect cell = last.left(width);
    if (may_undo) {
        const Rect place = at.low ? cell : row();
        if (outline_button(frame, place, counted(frame, Key::walk_in_undo, left)))
            action = undo(frame, walk_in);
        if (at.low) cell = cell.moved(width + measure::gutter, 0);
    }
    if (prints) {
        if (outline_button(frame, cell, frame.word(Key::paper_print), "print")) {
            frame.devices.printer->print(
                receipt::on_paper(walk_in.receipt, frame.view.header->centre, frame.language()));
        }
        cell = cell.moved(width + measure::gutter, 0);
    }
    if (primary_button(frame, cell, counted(frame, Key::receipt_done, home), Weight::secondary))
        action = Navigation{CloseSheet{}};
    const TextStyle title = theme.type(Type::question);
    const float y = at.body.y + (at.low ? 0 : 20);
    const std::string words = undone ? std::string(frame.word(Key::walk_in_undone))
                              : walk_in.undone == WalkIn::Undone::failed
                                  ? std::string(frame.word(Key::mine_do_said_refused))
                                  : receipt::title(walk_in.receipt, frame.language());
    // There the ticket needs its room.
    const bool silent = at.low && walk_in.undone == WalkIn::Undone::no;
    if (!silent)
        frame.canvas.text({at.body.x, y, at.body.w, title.height()}, words, title,
                          {.step_down = {title.px * 0.85F, title.px * 0.7F, title.px * 0.6F}});
    if (undone) return action;
    const float top = silent ? at.body.y : y + title.height() + 16;
    const float most = theme.large ? 1060 : 860;
    receipt::ticket(frame, {at.body.x, top, at.body.w, std::min(most, bottom - top)},
                    walk_in.receipt);
    return action;
}

}  // namespace wenlan::ui::walk_in
