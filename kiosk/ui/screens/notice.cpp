// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/scroll_body.h"
#include "ui/widgets/section_head.h"

// A notice in full, large enough to be read where one stands.
namespace wenlan::ui {

namespace {

using model::EventDetail;

// Upright, at most about twenty characters a line (tokens.md section 2).
constexpr float text_width_max = 900;

TextStyle body_style(const Theme& theme) {
    return theme.type(Type::body).sized(theme.grown(42, Growth::body));
}

float paragraph(Frame& frame, float x, float y, float width, std::string_view words,
                const TextStyle& style) {
    return frame.canvas.text({x, y, width, 0}, words, style, {.lines_max = 0}).height;
}

// The title in full, for whom it is, then what it says. Returns the height.
float body(Frame& frame, float x, float width, const EventDetail& notice) {
    const Theme& theme = frame.theme;
    float y = 12;
    const TextStyle title = theme.type(Type::question);
    y += paragraph(frame, x, y, width, frame.word(notice.card.full_title), title) + 20;
    if (!notice.audience.empty()) {
        const TextStyle style = theme.type(Type::small_body).in(theme.color.ink2);
        y += paragraph(
            frame, x, y, width,
            format(Key::notice_audience, frame.language(), {{"who", frame.word(notice.audience)}}),
            style);
    }
    y += 24;
    frame.canvas.line({x, y}, {x + width, y}, theme.contrast ? 2 : 1, theme.color.line);
    y += 28;
    const TextStyle style = body_style(theme);
    const std::string& text = frame.word(notice.body);
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        const std::string_view part = std::string_view(text).substr(from, to - from);
        if (!part.empty()) y += paragraph(frame, x, y, width, part, style) + 28;
        from = to + 1;
    }
    return y;
}

std::optional<Action> buttons(Frame& frame, Rect area, bool stacked) {
    std::optional<Action> action;
    const float width = stacked ? area.w : (area.w - measure::gutter) / 2;
    const float height = stacked ? (area.h - 20) / 2 : area.h;
    const Rect first{area.x, area.y, width, height};
    const Rect second{area.right() - width, area.bottom() - height, width, height};
    if (outline_button(frame, first, frame.word(Key::strip_read_aloud), "speak")) {
        if (!toggle_reading(frame))
            action = open_sheet(Key::strip_read_aloud, Key::later_read_aloud);
    }
    if (outline_button(frame, second, frame.word(Key::notice_more))) {
        action = go({.screen = ScreenName::list,
                     .section = domain::Section::neighbourhood,
                     .list = model::ListName::notices});
    }
    return action;
}

float button_height(const Theme& theme) { return theme.large ? 128 : 112; }

std::optional<Action> portrait(Frame& frame, const EventDetail& notice) {
    const float width = frame.canvas.width() - 2 * measure::margin;
    const float height = button_height(frame.theme);
    const Rect row{measure::margin, page_area(frame.canvas).dock_top - 48 - height, width, height};
    const float top = section_head_bottom(frame.canvas);
    const Rect area{measure::margin, top, width, row.y - 16 - top};
    scroll_body(frame, frame.word(notice.card.title), area,
                [&] { return body(frame, area.x, std::min(width, text_width_max), notice); });
    return buttons(frame, row, false);
}

// The text at the left; its picture over the buttons at the right.
std::optional<Action> landscape(Frame& frame, const EventDetail& notice) {
    constexpr float left_width = 1104, gap = 56;
    Canvas& canvas = frame.canvas;
    const float top = section_head_bottom(canvas);
    const float bottom = page_area(canvas).dock_top;
    const Rect area{measure::margin, top, left_width, bottom - top - 8};
    scroll_body(frame, frame.word(notice.card.title), area,
                [&] { return body(frame, area.x, left_width, notice); });
    const float height = button_height(frame.theme);
    const float x = area.right() + gap;
    const Rect column{x, bottom - 36 - 2 * height - 20, canvas.width() - measure::margin - x,
                      2 * height + 20};
    const Rect art{x, top + 8, column.w, column.y - 28 - top - 8};
    if (!frame.theme.contrast) {
        canvas.shadow(art, measure::radius_poster, Shadow::card);
        canvas.picture(art, measure::radius_poster, notice.card.poster);
    }
    return buttons(frame, column, true);
}

std::string from_whom_and_when(const Frame& frame, const EventDetail& notice) {
    const std::string posted =
        notice.posted ? format(Key::notice_posted, frame.language(),
                               {{"day", words::month_day(*notice.posted, frame.language())}})
                      : std::string();
    return words::facts({frame.word(notice.organiser), posted});
}

}  // namespace

std::optional<Action> draw_notice(Frame& frame, const Place& here) {
    const EventDetail* notice = frame.view.detail.get();
    head_wash(frame);
    if (!page::shows(notice, here)) return page::without_listing(frame);
    Canvas& canvas = frame.canvas;
    std::optional<Action> action = top_band(frame);
    take(action,
         page_head(frame, frame.word(Key::list_notices), from_whom_and_when(frame, *notice)));
    take(action, canvas.landscape() ? landscape(frame, *notice) : portrait(frame, *notice));
    return action;
}

}  // namespace wenlan::ui
