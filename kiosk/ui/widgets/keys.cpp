// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keys.h"

#include <array>

#include "ui/widgets/pressing.h"

namespace wenlan::ui {

namespace {

constexpr float radius = 20;
constexpr float edge = 4, sunk = 3;

struct Paint {
    Color fill, side, text;
    bool outlined = false;
};

Paint paint_of(const Theme& theme, KeyLook look, bool down) {
    const Palette& color = theme.color;
    const KeyboardPalette& keys = color.keyboard;
    if (down) return {keys.pressed, keys.pressed, keys.on_pressed, theme.contrast};
    switch (look) {
        case KeyLook::plain:
            return {keys.key, keys.key_edge, color.ink, theme.contrast};
        case KeyLook::function:
            return {keys.function, keys.function_edge, color.ink, theme.contrast};
        case KeyLook::action:
            return {color.action, color.action_deep, color.on_action, false};
        case KeyLook::action_waiting:
            if (theme.contrast) return {keys.key, keys.key_edge, color.ink3, true};
            return {color.action.with_alpha(0.5F).over(keys.ground),
                    color.action_deep.with_alpha(0.4F).over(keys.ground), color.on_action, false};
    }
    return {keys.key, keys.key_edge, color.ink, false};
}

void draw_face(Frame& frame, Rect rect, const KeyFace& face, const Paint& paint) {
    Canvas& canvas = frame.canvas;
    const std::string_view word = face.drawn.empty() ? face.label : face.drawn;
    TextStyle style = frame.theme.type(Type::body);
    style.face =
        face.serif ? (face.px > 50 ? text::Face::serif : text::Face::serif_bold) : text::Face::sans;
    if (face.look == KeyLook::action || face.look == KeyLook::action_waiting)
        style.face = text::Face::serif_bold;
    style.px = frame.theme.large ? std::max(34.0F, face.px * 1.15F) : face.px;
    style.color = paint.text;
    style.line = 1;
    const float room = rect.w - 16;
    const std::array<float, 5> sizes{style.px, style.px * 0.88F, style.px * 0.76F, style.px * 0.66F,
                                     style.px * 0.58F};
    const TextOptions options{.align = Align::center, .middle = true, .silent = true};
    if (!face.icon.empty() && !face.above) {
        canvas.icon(rect.center(), face.px * 1.1F, face.icon, paint.text);
        return;
    }
    style.px = canvas.fitting_px(word, style, room, sizes);
    if (face.above) {
        const Point middle = rect.center();
        canvas.icon({middle.x, middle.y - style.px * 0.82F}, face.px * 1.15F, face.icon,
                    paint.text);
        canvas.text({rect.x + 8, middle.y + style.px * 0.1F, room, style.px * 1.2F}, word, style,
                    options);
        return;
    }
    canvas.text({rect.x + 8, rect.y, room, rect.h}, word, style, options);
}

}  // namespace

Touch::Key draw_key(Frame& frame, Rect rect, Rect hit, const KeyFace& face) {
    Canvas& canvas = frame.canvas;
    const std::size_t index = canvas.element(Role::key, face.label, hit);
    const Touch::Key key = frame.touch.key(touch_id(Role::key, face.label, 0), hit);
    const Paint paint = paint_of(frame.theme, face.look, key.down);
    const Rect top = key.down ? rect.moved(0, sunk) : rect;
    if (!key.down && !paint.outlined) canvas.round(rect.moved(0, edge), radius, paint.side);
    canvas.round(top, radius, paint.fill);
    if (paint.outlined) canvas.outline(top, radius, 4, frame.theme.color.ink);
    canvas.push_ground(paint.fill);
    draw_face(frame, top, face, paint);
    canvas.pop();
    Element& element = canvas.semantics().elements[index];
    // Half a strength of vermilion says that something is missing; its key can still be pressed.
    if (face.look != KeyLook::action_waiting) element.contrast = contrast(paint.text, paint.fill);
    element.large = true;
    return key;
}

void key_ground(Frame& frame, Rect ground) {
    Canvas& canvas = frame.canvas;
    const Color line = frame.theme.contrast ? frame.theme.color.ink : frame.theme.color.line;
    canvas.fill(ground, frame.theme.color.keyboard.ground);
    canvas.fill({ground.x, ground.y, ground.w, frame.theme.contrast ? 4.0F : 2.0F}, line);
    // What is between the keys presses nothing that lies under them.
    frame.touch.key(touch_id(Role::region, "key-ground", 0), ground);
}

void push_key_ground(Frame& frame) { frame.canvas.push_ground(frame.theme.color.keyboard.ground); }

}  // namespace wenlan::ui
