// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/sheet_frame.h"

#include <algorithm>
#include <vector>

#include "ui/screens/page_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui::sheet {

namespace {

// Pictures 08 to 11.
constexpr float width_most = 1080, top_drawn = 236;
constexpr float low_below = 1540;  // panels that are less high have no room for all of it

float strip_top(const Frame& frame) {
    const Canvas& canvas = frame.canvas;
    if (canvas.landscape()) return page_area(canvas).dock_top;
    return canvas.height() - (frame.theme.large ? measure::strip_large : measure::strip);
}

std::vector<float> smaller(float px) { return {px * 0.9F, px * 0.8F, px * 0.72F, px * 0.64F}; }

}  // namespace

void veil(Frame& frame, gfx::Texture backdrop, float opened, float veil) {
    Canvas& canvas = frame.canvas;
    const Rect all{0, 0, canvas.width(), canvas.height()};
    frame.touch.cover();
    if (frame.theme.contrast) {
        canvas.fill(all, frame.theme.color.paper);
        return;
    }
    canvas.texture(all, backdrop, opened);
    canvas.fill(all, frame.theme.color.veil.with_alpha(veil * opened));
}

Places places(const Frame& frame, bool has_steps) {
    const Canvas& canvas = frame.canvas;
    Places at;
    const float bottom = strip_top(frame);
    const float width = std::min(width_most, canvas.width());
    const float x = (canvas.width() - width) / 2;
    at.low = canvas.height() < low_below;
    const float top = at.low ? 12 : std::clamp(canvas.height() - 1684, 40.0F, top_drawn);
    at.sheet = {x, top, width, bottom - top};
    const Rect inner = at.sheet.inset(measure::margin, 0);
    if (at.low) {
        at.head = {inner.x, top + 10, inner.w, 96};
        at.body = {inner.x, top + 112, inner.w, bottom - top - 112};
        return at;
    }
    at.head = {inner.x, top + 42, inner.w, 150};
    at.steps = {inner.x, top + 193, inner.w, has_steps ? 120.0F : 0.0F};
    const float body = top + (has_steps ? 320 : 216);
    at.body = {inner.x, body, inner.w, bottom - body};
    return at;
}

bool begin(Frame& frame, const Places& at, gfx::Texture backdrop, float opened,
           std::string_view label) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    veil(frame, backdrop, opened, 0.42F);
    canvas.push_part(Part::sheet);
    const Rect all{0, 0, canvas.width(), canvas.height()};
    const bool outside =
        frame.touch.press(touch_id(Role::region, "sheet-outside", 0), all).activated;
    canvas.push_shift(0, (1 - opened) * at.sheet.h);
    canvas.push_ground(theme.color.paper);
    canvas.shadow(at.sheet, measure::radius_sheet, Shadow::sheet);
    canvas.round(at.sheet, measure::radius_sheet, theme.color.paper, Corners::top);
    if (theme.contrast) {
        const Rect outlined{at.sheet.x, at.sheet.y, at.sheet.w, at.sheet.h + 60};
        canvas.outline(outlined, measure::radius_sheet, 4, theme.color.ink);
    }
    // A press on the sheet's ground closes nothing.
    frame.touch.press(touch_id(Role::region, "sheet-inside", 0), at.sheet);
    canvas.element(Role::region, label, at.sheet);
    if (!at.low)
        canvas.round({at.sheet.center().x - 48, at.sheet.y + 24, 96, 8}, 4, theme.color.line);
    return outside;
}

std::optional<Action> end(Frame& frame) {
    frame.canvas.pop();
    frame.canvas.pop();
    frame.canvas.pop();
    return utility_strip(frame);
}

bool head(Frame& frame, const Places& at, const model::EventCard& card, std::string_view title,
          std::string_view line, float room_at_right) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float middle = at.head.y + (at.low ? at.head.h / 2 : 70);
    float x = at.head.x;
    // High contrast has no pictures; large text wants their room.
    if (!at.low && !theme.contrast && !theme.large) {
        canvas.picture({x, middle - 56, 112, 112}, 24, card.poster);
        x += 136;
    }
    const float room = at.head.right() - 96 - 24 - room_at_right - x;
    TextStyle name =
        theme.type(Type::card_title).sized(theme.grown(at.low ? 36 : 42, Growth::heading));
    TextStyle facts =
        theme.type(Type::secondary).sized(theme.grown(at.low ? 26 : 30, Growth::body));
    facts.color = theme.color.ink2;
    const float apart = (name.px + facts.px) * (at.low ? 0.33F : 0.32F);
    page::line_at(frame, {x, middle - apart + (at.low ? 4.0F : 6.0F)}, room, title, name,
                  {.step_down = smaller(name.px)});
    page::line_at(frame, {x, middle + apart + (at.low ? 2.0F : 5.0F)}, room, line, facts,
                  {.step_down = smaller(facts.px)});
    if (!at.low)
        canvas.line({at.head.x, at.head.bottom()}, {at.head.right(), at.head.bottom()},
                    theme.contrast ? 2 : 1, theme.color.line);
    return round_button(frame, {at.head.right() - 48, middle}, 96, "close",
                        frame.word(Key::common_close));
}

Pressed say(Frame& frame, const Places& at, const Word& word) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Rect area = at.body;
    Pressed pressed = Pressed::nothing;
    float y = area.y + (at.low ? 8 : 56);
    const Color sign = word.good ? theme.color.good : theme.color.waiting;
    const float radius = at.low ? 48 : 64;
    const Point middle{area.center().x, y + radius};
    canvas.disc(middle, radius, sign);
    canvas.icon(middle, radius * 1.06F, word.icon, theme.color.on_fill);
    y += radius * 2 + (at.low ? 16 : 40);
    const TextStyle title = theme.type(Type::question);
    y += canvas
             .text({area.x, y, area.w, 0}, word.title, title,
                   {.align = Align::center, .lines_max = 3})
             .height;
    y += 16;
    const TextStyle line = theme.type(Type::body).in(theme.color.ink2);
    canvas.text({area.x, y, area.w, 0}, word.line, line, {.align = Align::center, .lines_max = 3});
    float bottom = area.bottom() - (at.low ? 24 : 120);
    const auto next = [&](float height) {
        bottom -= height + 22;
        return Rect{area.x, bottom + 22, area.w, height};
    };
    if (!word.second.empty() && outline_button(frame, next(112), word.second))
        pressed = Pressed::second;
    if (!word.first.empty() && primary_button(frame, next(128), word.first, Weight::action))
        pressed = Pressed::first;
    return pressed;
}

float sentence(Frame& frame, Rect row, std::string_view words, std::string_view icon, bool error) {
    Canvas& canvas = frame.canvas;
    const Color color = error ? frame.theme.color.action_deep : frame.theme.color.ink2;
    const TextStyle style =
        frame.theme.type(Type::secondary).sized(frame.theme.grown(error ? 30 : 28, Growth::body));
    canvas.icon({row.x + 14, row.y + style.height() / 2}, 30, icon, color);
    return canvas
        .text({row.x + 42, row.y, row.w - 42, 0}, words, style.in(color),
              {.lines_max = 3, .step_down = {style.px * 0.92F}})
        .height;
}

}  // namespace wenlan::ui::sheet
