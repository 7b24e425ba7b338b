// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "ui/screens/centre_parts.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/section_head.h"

// The house itself: when it is open, where it is, and how to find a room in it.
namespace wenlan::ui {

namespace {

using model::CentrePage;

// The room that was asked for is brought into view once, when its page is first seen.
void show_room(Frame& frame, Scroller& scroller, const CentrePage& page, float height, float view,
               std::optional<float> room_y) {
    if (frame.visit.centre_room == page.asked_for) return;
    frame.visit.centre_room = page.asked_for;
    scroller.set_extent(height, view);
    scroller.jump_to(room_y ? std::max(0.0F, *room_y - view * 0.3F) : 0);
}

std::optional<Action> portrait(Frame& frame, const CentrePage& page, Rect area) {
    std::optional<Action> action;
    constexpr float tail = 60;
    page::Column column{area.x, area.w};
    centre::add_hours(frame, column, 8, page);
    centre::add_contact(frame, column, 24, page);
    const std::optional<float> room = centre::add_floors(frame, column, 28, page, action);
    show_room(frame, frame.visit.centre, page, column.height + tail, area.h, room);
    page::draw_columns(frame, frame.word(page.centre.name), area, frame.visit.centre,
                       std::array{column}, tail);
    if (frame.visit.centre.offset_max() > 0) fade_above_dock(frame, area.bottom(), 60);
    return action;
}

// Hours and address at the left, the storeys at the right; each side scrolls by itself.
std::optional<Action> landscape(Frame& frame, const CentrePage& page, Rect area) {
    std::optional<Action> action;
    constexpr float left_width = 780, gap = 56, tail = 40;
    const Rect left = area.left(left_width);
    const Rect right = area.after(left_width + gap);
    page::Column facts{left.x, left.w};
    centre::add_hours(frame, facts, 4, page);
    centre::add_contact(frame, facts, 20, page);
    page::draw_columns(frame, frame.word(page.centre.name), left, frame.visit.centre,
                       std::array{facts}, 24);
    if (frame.visit.centre.offset_max() > 0) page::fade_below(frame, left);
    page::Column floors{right.x, right.w};
    const std::optional<float> room = centre::add_floors(frame, floors, 0, page, action);
    show_room(frame, frame.visit.centre_floors, page, floors.height + tail, right.h, room);
    page::draw_columns(frame, frame.word(Key::centre_floors), right, frame.visit.centre_floors,
                       std::array{floors}, tail);
    if (frame.visit.centre_floors.offset_max() > 0) page::fade_below(frame, right);
    return action;
}

}  // namespace

std::optional<Action> draw_centre(Frame& frame) {
    head_wash(frame);
    Canvas& canvas = frame.canvas;
    std::optional<Action> action = top_band(frame);
    const CentrePage* page = frame.view.centre.get();
    take(action, page_head(frame, frame.word(frame.view.header->centre),
                           page != nullptr ? centre::open_sentence(frame, *page) : std::string()));
    const float top = section_head_bottom(canvas);
    const Rect area{measure::margin, top, canvas.width() - 2 * measure::margin,
                    page_area(canvas).dock_top - top};
    if (page::is_awaited(frame, page != nullptr, area)) return action;
    take(action, canvas.landscape() ? landscape(frame, *page, area) : portrait(frame, *page, area));
    return action;
}

}  // namespace wenlan::ui
