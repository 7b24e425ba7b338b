// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/screens.h"
#include "ui/screens/sheet_frame.h"
#include "ui/theme/paintings.h"
#include "ui/widgets/buttons.h"

namespace wenlan::ui {

namespace {

void dialog_ground(Frame& frame, Rect rect, float radius) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    canvas.shadow(rect, radius, Shadow::poster);
    canvas.round(rect, radius, theme.color.paper);
    if (theme.contrast) canvas.outline(rect, radius, 4, theme.color.ink);
}

}  // namespace

std::optional<Action> draw_sheet(Frame& frame, const SheetContent& content, gfx::Texture backdrop,
                                 float opened) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    sheet::veil(frame, backdrop, opened, 0.42F);
    std::optional<Action> action;
    canvas.push_part(Part::sheet);
    {
        // Beside the sheet: a press closes it.
        const Rect all{0, 0, canvas.width(), canvas.height()};
        if (frame.touch.press(touch_id(Role::region, "sheet-outside", 0), all).activated) {
            action = Navigation{CloseSheet{}};
        }
    }
    const bool qr = content.kind == SheetContent::Kind::qr && frame.view.detail;
    const float width = std::min(1080.0F, canvas.width());
    const TextStyle title = theme.type(Type::question);
    const TextStyle line = theme.type(Type::body).in(theme.color.ink2);
    const float words_height =
        canvas.measure(frame.word(content.line), line, width - 2 * measure::margin, 3).height;
    const float height = std::min(canvas.height() - 60, 52 + title.height() + 24 + words_height +
                                                            48 + 128 + 56 + (qr ? 640.0F : 0.0F));
    const float x = (canvas.width() - width) / 2;
    const float y = canvas.height() - height;
    canvas.push_shift(0, (1 - opened) * height);
    const Rect sheet{x, y, width, height};
    canvas.shadow(sheet, measure::radius_sheet, Shadow::sheet);
    canvas.round(sheet, measure::radius_sheet, theme.color.paper, Corners::top);
    if (theme.contrast)
        canvas.outline({x, y, width, height + 40}, measure::radius_sheet, 4, theme.color.ink);
    {
        const TouchId id = touch_id(Role::region, "sheet-inside", 0);
        frame.touch.press(id, sheet);  // a press on the sheet's ground closes nothing
        canvas.element(Role::region, frame.word(content.title), sheet);
    }
    const Rect inner = sheet.inset(measure::margin, 0);
    canvas.text({inner.x, y + 52, inner.w - 130, title.height()}, frame.word(content.title), title,
                {.step_down = {48, 42}});
    if (round_button(frame, {inner.right() - 48, y + 88}, 96, "close",
                     frame.word(Key::common_close))) {
        action = Navigation{CloseSheet{}};
    }
    const float line_y = y + 52 + title.height() + 24;
    const TextExtent extent = canvas.text({inner.x, line_y, inner.w, 0}, frame.word(content.line),
                                          line, {.lines_max = 3});
    const float button_y = sheet.bottom() - 56 - 128;
    if (qr) {
        const float room = button_y - 32 - (line_y + extent.height + 24);
        const float side = std::min(theme.large ? 520.0F : 560.0F, room);
        const Rect card =
            Rect::around({sheet.center().x, line_y + extent.height + 24 + room / 2}, side, side);
        canvas.round(card, 32, Color::hex(0xFFFFFF));
        canvas.outline(card, 32, 2, theme.color.line);
        canvas.element(Role::image, frame.word(Key::detail_take_away), card);
        canvas.qr(card.inset(side * 0.07F), frame.view.detail->url, Color::hex(0x000000));
    }
    if (primary_button(frame, {inner.x, button_y, inner.w, 128}, frame.word(Key::common_ok),
                       Weight::action)) {
        action = Navigation{CloseSheet{}};
    }
    canvas.pop();
    canvas.pop();
    return action;
}

std::optional<Action> draw_idle_warning(Frame& frame, gfx::Texture backdrop, int seconds_left,
                                        float ring_turn) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    sheet::veil(frame, backdrop, 1, 0.50F);
    canvas.push_part(Part::sheet);
    std::optional<Action> action;
    {
        const Rect all{0, 0, canvas.width(), canvas.height()};
        if (frame.touch.press(touch_id(Role::region, "idle-outside", 0), all).activated) {
            action = Navigation{Stay{}};
        }
    }
    const bool wide = canvas.low();
    const float height = wide ? 940 : 1062;
    const Rect dialog = Rect::around(
        {canvas.width() / 2, wide ? canvas.height() / 2 : canvas.height() * 0.5682F}, 900, height);
    canvas.element(Role::region, frame.word(Key::idle_title), dialog);
    dialog_ground(frame, dialog, measure::radius_dialog);
    if (!theme.contrast) {
        const Rect wash{dialog.x, dialog.bottom() - 420, dialog.w, 420 - measure::radius_dialog};
        canvas.push_shift(0, 0, 0.55F);
        canvas.painting(wash, paintings::foot_wash());
        canvas.pop();
    }
    const float tight = wide ? 0.72F : 1;
    const Point ring{dialog.center().x, dialog.y + 262 * tight};
    const float radius = 170 * tight;
    canvas.circle(ring, radius, 17, theme.contrast ? theme.color.line : Color::hex(0xE6DCC9));
    canvas.arc(ring, radius, 17, 0, ring_turn, theme.color.action);
    TextStyle number = theme.type(Type::display).sized(156 * tight);
    number.line = 1;
    canvas.text({ring.x - 160, ring.y - 94 * tight, 320, number.px}, std::to_string(seconds_left),
                number, {.align = Align::center});
    const TextStyle unit = theme.type(Type::small_body).in(theme.color.ink3);
    canvas.text({ring.x - 120, ring.y + 66 * tight, 240, unit.height()}, frame.word(Key::idle_unit),
                unit, {.align = Align::center, .step_down = {unit.px * 0.85F}});
    const TextStyle title = theme.type(Type::title);
    float y = dialog.y + (wide ? 350.0F : 490.0F);
    canvas.text({dialog.x + 40, y, dialog.w - 80, title.height()}, frame.word(Key::idle_title),
                title, {.align = Align::center});
    y += title.height() + 8;
    const TextStyle line = theme.type(Type::body).in(theme.color.ink2);
    for (const Key key : {Key::idle_line_1, Key::idle_line_2}) {
        canvas.text({dialog.x + 40, y, dialog.w - 80, line.height()}, frame.word(key), line,
                    {.align = Align::center, .step_down = {line.px * 0.9F, line.px * 0.8F}});
        y += line.height();
    }
    const Rect leave{dialog.x + 64, dialog.bottom() - 64 - 112, dialog.w - 128, 112};
    const Rect stay{leave.x, leave.y - 22 - 136, leave.w, 136};
    if (primary_button(frame, stay, frame.word(Key::idle_stay), Weight::action))
        action = Navigation{Stay{}};
    if (outline_button(frame, leave, frame.word(Key::idle_leave))) action = Navigation{Leave{}};
    canvas.pop();
    return action;
}

std::optional<Action> draw_failure(Frame& frame) {
    Canvas& canvas = frame.canvas;
    canvas.fill({0, 0, canvas.width(), canvas.height()}, frame.theme.color.paper);
    const float middle = canvas.height() * 0.4F;
    const TextStyle title = frame.theme.type(Type::title);
    const Rect row{measure::margin, middle, canvas.width() - 2 * measure::margin, title.height()};
    canvas.text(row, frame.word(Key::failure_title), title,
                {.align = Align::center, .step_down = {52, 44}});
    const TextStyle line = frame.theme.type(Type::body).in(frame.theme.color.ink2);
    canvas.text(row.moved(0, 110).top(60), frame.word(Key::failure_line), line,
                {.align = Align::center});
    const Rect button{canvas.width() / 2 - 300, middle + 260, 600, 128};
    if (primary_button(frame, button, frame.word(Key::failure_home), Weight::action)) {
        return Navigation{Leave{}};
    }
    return std::nullopt;
}

}  // namespace wenlan::ui
