// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "ui/typing/key_area.h"
#include "ui/typing/typist.h"
#include "ui/widgets/candidate_bar.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/pressing.h"

namespace wenlan::ui {

namespace {

// Picture 09.
constexpr float side_width = 187, gap = 17, below = 24, bar_gap = 22;
constexpr float radius = 20;

void dashed(Canvas& canvas, Point from, Point to, Color color) {
    const float way = std::hypot(to.x - from.x, to.y - from.y);
    constexpr float dash = 14, pause = 12;
    for (float at = 0; at < way; at += dash + pause) {
        const float end = std::min(way, at + dash);
        const auto on_line = [&](float part) {
            return Point{from.x + (to.x - from.x) * part / way,
                         from.y + (to.y - from.y) * part / way};
        };
        canvas.line(on_line(at), on_line(end), 2, color);
    }
}

// The square with its middle lines and diagonals, as one learnt to write in.
void square(Frame& frame, Rect pad) {
    Canvas& canvas = frame.canvas;
    const Color line =
        frame.theme.contrast ? frame.theme.color.line : frame.theme.color.action.with_alpha(0.30F);
    const Color edge =
        frame.theme.contrast ? frame.theme.color.line : frame.theme.color.action.with_alpha(0.45F);
    const float side = std::min(pad.w, pad.h) - 44;
    const Rect box = Rect::around(pad.center(), side, side);
    canvas.outline(box, 8, 2.5F, edge);
    const Point middle = box.center();
    dashed(canvas, {box.x, middle.y}, {box.right(), middle.y}, line);
    dashed(canvas, {middle.x, box.y}, {middle.x, box.bottom()}, line);
    dashed(canvas, {box.x, box.y}, {box.right(), box.bottom()}, line);
    dashed(canvas, {box.right(), box.y}, {box.x, box.bottom()}, line);
}

void draw_ink(Frame& frame, const WrittenInk& ink) {
    Canvas& canvas = frame.canvas;
    const Color color = frame.theme.color.ink;
    for (std::size_t i = 0; i < ink.strokes(); ++i) {
        const auto dots = ink.stroke(i);
        for (std::size_t d = 0; d < dots.size(); ++d) {
            canvas.disc(dots[d].at, dots[d].width / 2, color);
            if (d == 0) continue;
            const float width = (dots[d].width + dots[d - 1].width) / 2;
            canvas.line(dots[d - 1].at, dots[d].at, width, color);
        }
    }
}

void write(Frame& frame, Rect pad) {
    Typist& typist = *frame.typist;
    const Touch::Pen pen = frame.touch.pen(touch_id(Role::region, "writing-pad", 0), pad);
    // The finger may leave the pad, the ink may not.
    const auto on_pad = [&](Point at) {
        constexpr float in = 8;
        return Point{std::clamp(at.x, pad.x + in, pad.right() - in),
                     std::clamp(at.y, pad.y + in, pad.bottom() - in)};
    };
    bool first = pen.began;
    for (const Point& at : pen.way) {
        if (first)
            typist.pen_down(on_pad(at), frame.now);
        else if (pen.down || pen.ended)
            typist.pen_move(on_pad(at), frame.now);
        first = false;
    }
    if (pen.ended) typist.pen_up(frame.now);
}

void side_keys(Frame& frame, Rect side, const TypingLook& look) {
    Typist& typist = *frame.typist;
    const float unit = (side.h - 3 * gap) / 4.45F;
    float y = side.y;
    const auto key = [&](KeyFace face, float height) {
        const Rect rect{side.x, y, side.w, height};
        y += height + gap;
        return draw_key(frame, rect, rect.inset(-gap / 2), face);
    };
    const auto function = [&](Key word, std::string_view icon) {
        return KeyFace{.label = frame.word(word),
                       .icon = icon,
                       .look = KeyLook::function,
                       .px = 31,
                       .above = true};
    };
    const Touch::Key back = key(function(Key::typing_delete_one, "backspace"), unit);
    for (int i = typist.repeat.presses(back); i > 0; --i) typist.backspace();
    if (back.down) frame.redraw_after(KeyRepeat::next(back));
    if (key(function(Key::typing_undo_stroke, "back"), unit).activated)
        typist.undo_stroke(frame.now);
    if (key(function(Key::typing_rewrite, "close"), unit).activated) typist.rewrite();
    const KeyFace done{.label = look.done, .look = KeyLook::action, .px = 40};
    if (key(done, side.bottom() - y).activated) typist.finish();
}

}  // namespace

void writing_pad(Frame& frame, Rect ground, const TypingLook& look) {
    Canvas& canvas = frame.canvas;
    Typist& typist = *frame.typist;
    const Rect columns = key_columns(ground);
    const float top = ground.y + over_bar_height(canvas);
    const Rect bar{columns.x, top, columns.w, candidate_bar_height};
    const BarPress press = candidate_bar(frame, bar, typist.candidates(), Arrow::none);
    const Rect rest{columns.x, bar.bottom() + bar_gap, columns.w,
                    ground.bottom() - below - bar.bottom() - bar_gap};
    const Rect pad = rest.left(rest.w - side_width - gap);
    const Palette& color = frame.theme.color;
    canvas.round(pad, radius, color.keyboard.key);
    canvas.outline(pad, radius, frame.theme.contrast ? 4 : 2,
                   frame.theme.contrast ? color.ink : color.keyboard.key_edge);
    canvas.element(Role::region, frame.word(Key::typing_pad), pad);
    square(frame, pad);
    write(frame, pad);
    canvas.push_clip(pad);
    draw_ink(frame, typist.ink());
    canvas.pop();
    side_keys(frame, {rest.right() - side_width, rest.y, side_width, rest.h}, look);
    if (press.candidate) typist.pick(typist.candidates()[*press.candidate]);
}

}  // namespace wenlan::ui
