// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/screens.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui {

namespace {

void heading(Frame& frame, std::string_view title, std::string_view line) {
    const TextStyle style = frame.theme.type(Type::title);
    const float y = frame.theme.large ? 236 : 202;
    frame.canvas.text({measure::margin, y - style.height() / 2, 800, style.height()}, title, style);
    const TextStyle note = frame.theme.type(Type::secondary);
    frame.canvas.text(
        {measure::margin, y + (frame.theme.large ? 48.0F : 37.0F), 800, note.height()}, line, note);
}

void centred_line(Frame& frame, Rect area, std::string_view line) {
    const TextStyle style = frame.theme.type(Type::body).in(frame.theme.color.ink2);
    frame.canvas.text(area.inset(40, 40), line, style,
                      {.align = Align::center, .lines_max = 3, .middle = true});
}

}  // namespace

std::optional<Action> draw_mine(Frame& frame) {
    Canvas& canvas = frame.canvas;
    head_wash(frame);
    std::optional<Action> action = top_band(frame);
    heading(frame, frame.word(Key::section_page_mine_title), "");
    const float dock_top = page_area(canvas).dock_top;
    centred_line(
        frame,
        {measure::margin, 300, canvas.width() - 2 * measure::margin, (dock_top - 300) * 0.6F},
        frame.word(Key::section_page_mine_line));
    return action;
}

}  // namespace wenlan::ui
