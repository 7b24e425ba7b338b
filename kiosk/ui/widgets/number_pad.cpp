// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/number_pad.h"

#include <array>

#include "ui/typing/key_area.h"

namespace wenlan::ui {

namespace {

// Picture 10.
constexpr float key_height = 132, gap = 18, key_px = 62;
constexpr float low_key_height = 112, low_gap = 12;
constexpr float above = 25, below = 32;

struct Rows {
    float key, gap;
};
Rows rows_of(const Canvas& canvas) {
    return canvas.low() ? Rows{low_key_height, low_gap} : Rows{key_height, gap};
}

}  // namespace

Rect number_pad_ground(const Canvas& canvas, float raised) {
    const Rows rows = rows_of(canvas);
    return key_area(canvas, above + 4 * rows.key + 3 * rows.gap + below).moved(0, -raised);
}

NumberPress number_pad(Frame& frame, const NumberPadLook& look, KeyRepeat& repeat) {
    const Rect ground = number_pad_ground(frame.canvas, look.raised);
    const Rows rows = rows_of(frame.canvas);
    key_ground(frame, ground);
    NumberPress press;
    const Rect keys = key_columns(ground).inset(measure::margin - key_margin, 0);
    const float width = (keys.w - 2 * gap) / 3;
    const std::array<std::string_view, 9> digits{"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    const auto rect_at = [&](int column, int row) {
        return Rect{keys.x + static_cast<float>(column) * (width + gap),
                    ground.y + above + static_cast<float>(row) * (rows.key + rows.gap), width,
                    rows.key};
    };
    const auto key_at = [&](int column, int row, const KeyFace& face) {
        const Rect rect = rect_at(column, row);
        return draw_key(frame, rect, rect.inset(-gap / 2, -rows.gap / 2), face);
    };
    for (int i = 0; i < 9; ++i) {
        const std::string_view digit = digits[static_cast<std::size_t>(i)];
        const KeyFace face{.label = digit, .px = key_px, .serif = true};
        if (key_at(i % 3, i / 3, face).activated) press.digit = digit.front();
    }
    Rect corner = rect_at(0, 3);
    if (!look.letter.empty()) {
        const float half = (corner.w - gap) / 2;
        const Rect letter = corner.left(half);
        corner = corner.after(half + gap);
        const KeyFace face{
            .label = look.letter, .drawn = "H", .look = KeyLook::function, .px = 52, .serif = true};
        if (draw_key(frame, letter, letter.inset(-gap / 2, -rows.gap / 2), face).activated)
            press.digit = 'H';
    }
    const Touch::Key back = draw_key(frame, corner, corner.inset(-gap / 2, -rows.gap / 2),
                                     {.label = frame.word(Key::typing_backspace),
                                      .icon = "backspace",
                                      .look = KeyLook::function,
                                      .px = 46});
    press.backspaces = repeat.presses(back);
    if (back.down) frame.redraw_after(KeyRepeat::next(back));
    if (key_at(1, 3, {.label = "0", .px = key_px, .serif = true}).activated) press.digit = '0';
    const KeyLook done = look.ready ? KeyLook::action : KeyLook::action_waiting;
    press.done = key_at(2, 3, {.label = look.done, .look = done, .px = 44}).activated;
    return press;
}

}  // namespace wenlan::ui
