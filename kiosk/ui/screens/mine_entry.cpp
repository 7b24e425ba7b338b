// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "domain/codes.h"
#include "ui/screens/mine_parts.h"
#include "ui/screens/sheet_frame.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/input_field.h"
#include "ui/widgets/number_pad.h"

// The two fields of 我的: a code, and the phone's last four digits where it needs them.
namespace wenlan::ui::mine {

namespace {

using Trouble = MineState::Trouble;

constexpr std::size_t code_most = 17;  // H, four of a kiosk, twelve
constexpr std::size_t tail_digits = 4;
constexpr float field_px = 48;
constexpr float above_dock = 24;

float field_height(const Frame& frame) { return frame.canvas.low() ? 96 : 112; }
float label_height(const Frame& frame) { return frame.theme.large ? 52 : 44; }

// "8350 4417", "H12 835 044": as on a receipt as soon as it is one.
std::string grouped(std::string_view code) {
    if (const auto whole = domain::read_code(code)) return whole->shown();
    if (code.empty() || code.front() == 'H') return std::string(code);
    std::string shown;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0) shown += ' ';
        shown += code[i];
    }
    return shown;
}

void label(Frame& frame, Rect row, std::string_view words) {
    const TextStyle style = frame.theme.type(Type::secondary);
    frame.canvas.text(row, words, style, {.step_down = {style.px * 0.9F, style.px * 0.8F}});
}

void sentence_below(Frame& frame, Rect row) {
    const MineState& mine = frame.visit.mine;
    const auto say = [&](Key key, bool error) {
        sheet::sentence(frame, row, frame.word(key), error ? "warn" : "ticket", error);
    };
    if (mine.ticket != 0) return say(Key::mine_looking, false);
    switch (mine.trouble) {
        case Trouble::none:
            break;
        case Trouble::not_found:
            return say(Key::mine_not_found, true);
        case Trouble::no_code:
            return say(Key::mine_no_code, true);
        case Trouble::locked:
            return say(Key::mine_locked, true);
        case Trouble::failed:
            return say(Key::mine_failed, true);
        case Trouble::tail_short: {
            const std::size_t missing =
                tail_digits - std::min(tail_digits, mine.tail.view().size());
            sheet::sentence(
                frame, row,
                format(Key::mine_tail_short, frame.language(), {{"n", std::to_string(missing)}}),
                "warn", true);
            return;
        }
    }
    if (mine.typing) say(mine.at_tail ? Key::mine_hint_tail : Key::mine_hint, false);
}

void press(MineState& mine, char digit) {
    mine.trouble = Trouble::none;
    if (mine.at_tail) {
        if (digit != 'H' && mine.tail.view().size() < tail_digits)
            mine.tail.append(std::string_view(&digit, 1));
        return;
    }
    const bool place = digit != 'H' || mine.code.empty();
    if (place && mine.code.view().size() < code_most) mine.code.append(std::string_view(&digit, 1));
    const std::string_view code = mine.code.view();
    // Twelve digits may still follow, which suffice alone; they go on in the other field then.
    if (code.size() == domain::hub_code_digits && code.front() != 'H' && domain::read_code(code))
        mine.at_tail = true;
}

void erase(MineState& mine) {
    mine.trouble = Trouble::none;
    if (mine.at_tail && !mine.tail.empty()) {
        mine.tail.pop_character();
        return;
    }
    mine.at_tail = false;
    mine.code.pop_character();
}

std::optional<Action> go_on(Frame& frame) {
    MineState& mine = frame.visit.mine;
    const auto code = domain::read_code(mine.code.view());
    if (!code) {
        mine.trouble = Trouble::no_code;
        mine.at_tail = false;
        return std::nullopt;
    }
    if (code->suffices()) {
        mine.tail.clear();
        return look_up(frame);
    }
    const bool was_there = mine.at_tail;
    mine.at_tail = true;
    if (mine.tail.view().size() == tail_digits) return look_up(frame);
    if (was_there) mine.trouble = Trouble::tail_short;
    return std::nullopt;
}

float raised(const Frame& frame) {
    const Canvas& canvas = frame.canvas;
    const float strip = canvas.landscape()  ? measure::bottom_bar
                        : frame.theme.large ? measure::strip_large
                                            : measure::strip;
    const float dock = canvas.height() - strip - page_area(canvas).dock_top;
    return canvas.landscape() ? dock : dock + above_dock;
}

}  // namespace

float fields_height(const Frame& frame) {
    const float below = frame.canvas.low() ? 60 : 92;
    return label_height(frame) + field_height(frame) + (frame.theme.large ? below + 20 : below);
}

void fields(Frame& frame, Rect area) {
    MineState& mine = frame.visit.mine;
    const float gap = measure::gutter;
    const float width = std::min(area.w, 1400.0F);
    const float wide = (width - gap) * 0.6F;
    const float top = label_height(frame);
    const Rect code{area.x, area.y + top, wide, field_height(frame)};
    const Rect tail{code.right() + gap, code.y, width - gap - wide, field_height(frame)};
    label(frame, {code.x, area.y, code.w, top}, frame.word(Key::mine_code));
    label(frame, {tail.x, area.y, tail.w, top}, frame.word(Key::mine_tail));
    const auto look = [&](Key name, Key hint, bool here) {
        return FieldLook{.label = frame.word(name),
                         .hint = here && mine.typing ? std::string_view{} : frame.word(hint),
                         .px = field_px,
                         .underlined = false,
                         .focused = here && mine.typing};
    };
    const std::string shown = grouped(mine.code.view());
    const FieldPress in_code = input_field(
        frame, code, {.text = shown}, look(Key::mine_code, Key::mine_code_hint, !mine.at_tail));
    const FieldPress in_tail = input_field(frame, tail, {.text = mine.tail.view()},
                                           look(Key::mine_tail, Key::mine_tail_hint, mine.at_tail));
    if (in_code.clear) {
        mine.code.clear();
        mine.trouble = Trouble::none;
    }
    if (in_tail.clear) mine.tail.clear();
    if (in_code.field || in_code.clear || in_tail.field || in_tail.clear) {
        mine.typing = true;
        mine.at_tail = in_tail.field || in_tail.clear;
        frame.animate();
    }
    const float below = frame.canvas.low() ? 6 : 16;
    sentence_below(frame, {area.x, code.bottom() + below, area.w, 60});
}

Rect pad_ground(const Frame& frame) { return number_pad_ground(frame.canvas, raised(frame)); }

std::optional<Action> pad(Frame& frame) {
    MineState& mine = frame.visit.mine;
    const auto code = domain::read_code(mine.code.view());
    const bool last = mine.at_tail || (code && code->suffices());
    const bool ready =
        code && (code->suffices() || !mine.at_tail || mine.tail.view().size() == tail_digits);
    NumberPadLook look{.done = frame.word(last ? Key::mine_look : Key::mine_next),
                       .ready = ready && mine.ticket == 0,
                       .raised = raised(frame)};
    if (!mine.at_tail) look.letter = frame.word(Key::mine_letter);
    if (!frame.canvas.landscape()) {
        // Down to the dock, of which the middle stands out.
        const Rect ground = pad_ground(frame);
        frame.canvas.fill({ground.x, ground.bottom(), ground.w, above_dock},
                          frame.theme.color.keyboard.ground);
    }
    const NumberPress keys = number_pad(frame, look, mine.repeat);
    if (mine.ticket != 0) return std::nullopt;
    if (keys.digit != 0) press(mine, keys.digit);
    for (int i = 0; i < keys.backspaces; ++i) erase(mine);
    if (keys.digit != 0 || keys.backspaces > 0 || keys.done) frame.animate();
    return keys.done ? go_on(frame) : std::nullopt;
}

}  // namespace wenlan::ui::mine
