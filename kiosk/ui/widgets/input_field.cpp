// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/input_field.h"

#include <algorithm>
#include <string>

#include "ui/widgets/pressing.h"

namespace wenlan::ui {

namespace {

constexpr float radius = 28, padding = 42;
constexpr float clear_width = 112;

void ground(Frame& frame, Rect rect, bool focused) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    if (focused && !frame.theme.contrast)
        canvas.round(rect.inset(-10), radius + 10, color.action.with_alpha(0.12F));
    canvas.round(rect, radius, color.card);
    canvas.outline(rect, radius, 4, focused ? color.action : color.ink2);
}

struct Styles {
    TextStyle text, composing;
};
Styles styles_of(const Theme& theme, const FieldLook& look) {
    TextStyle text = theme.type(Type::body);
    text.face = text::Face::serif;
    text.px = theme.large ? look.px * 1.1F : look.px;
    text.line = 1;
    text.tracking = 2;
    TextStyle composing =
        look.underlined ? text.faced(text::Face::sans).in(theme.color.ink2) : text;
    if (look.underlined) {
        composing.px = text.px * 0.93F;
        composing.tracking = 0;
    }
    return {text, composing};
}

// The words, moved to the left where they are longer than the room, so that the caret is seen.
void words(Frame& frame, Rect room, const FieldText& text, const FieldLook& look) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const Styles style = styles_of(frame.theme, look);
    const float text_width = text.text.empty() ? 0 : canvas.text_width(text.text, style.text);
    const float gap = look.underlined && !text.text.empty() && !text.composing.empty() ? 10 : 0;
    const float composing_width =
        text.composing.empty() ? 0 : canvas.text_width(text.composing, style.composing);
    const float all = text_width + gap + composing_width;
    const float x = room.x - std::max(0.0F, all + 12 - room.w);
    const TextOptions plain{.middle = true, .silent = true};
    canvas.push_clip({room.x - 4, room.y, room.w + 8, room.h});
    canvas.text({x, room.y, text_width + 4, room.h}, text.text, style.text, plain);
    const float composing_x = x + text_width + gap;
    canvas.text({composing_x, room.y, composing_width + 4, room.h}, text.composing, style.composing,
                plain);
    const float caret_x = x + all + 8;
    const Point middle = room.center();
    if (look.underlined && !text.composing.empty()) {
        canvas.fill({composing_x - 4, middle.y + style.text.px * 0.44F, composing_width + 8, 4},
                    color.action);
    }
    if (look.focused)
        canvas.round({caret_x, middle.y - style.text.px * 0.55F, 4, style.text.px * 1.1F}, 2,
                     color.action);
    if (!text.rest.empty()) {
        canvas.text({caret_x + 12, room.y, room.right() - caret_x, room.h}, text.rest,
                    style.text.in(color.ink3), plain);
    }
    canvas.pop();
}

}  // namespace

FieldPress input_field(Frame& frame, Rect rect, const FieldText& text, const FieldLook& look) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const bool empty = text.text.empty() && text.composing.empty();
    std::string label(look.label);
    if (!empty) label.append(" ").append(text.text).append(text.composing);
    ground(frame, rect, look.focused);
    FieldPress pressed;
    const Rect hit = empty ? rect : rect.left(rect.w - clear_width);
    const std::size_t element = canvas.element(Role::field, label, hit);
    canvas.semantics().elements[element].contrast = contrast(color.ink, color.card);
    canvas.semantics().elements[element].large = true;
    pressed.field = frame.touch.press(touch_id(Role::field, look.label, 0), hit).activated;
    float x = rect.x + padding;
    if (!look.icon.empty()) {
        canvas.icon({x + 24, rect.center().y}, 46, look.icon, color.ink2);
        x += 74;
    }
    const Rect room{x, rect.y, rect.right() - x - (empty ? 24.0F : clear_width), rect.h};
    canvas.push_ground(color.card);
    words(frame, room, text, look);
    if (empty && !look.hint.empty()) {
        const TextStyle hint = frame.theme.type(Type::small_body).in(color.ink3);
        canvas.text({room.x + 20, room.y, room.w - 20, room.h}, look.hint, hint,
                    {.step_down = {hint.px * 0.9F, hint.px * 0.8F}, .middle = true});
    }
    canvas.pop();
    if (empty) return pressed;
    const Rect cross{rect.right() - clear_width, rect.y, clear_width, rect.h};
    Pressing press(frame, Role::button, frame.word(Key::typing_empty_field), cross);
    canvas.icon({cross.center().x - 8, cross.center().y}, 46, "close", color.ink2);
    pressed.clear = press.activated();
    return pressed;
}

}  // namespace wenlan::ui
