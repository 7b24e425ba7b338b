// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/staff_code.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "ui/screens/page_parts.h"
#include "ui/screens/staff_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/keys.h"

namespace wenlan::ui::staff {

namespace {

constexpr std::size_t digits = 6;
constexpr float pad_width_max = 720;
constexpr float key_height = 128;
constexpr float pad_height = 4 * key_height + 3 * 12;
constexpr float leave_height = 112;
constexpr float boxes_height = 104;

struct Areas {
    Rect words, boxes, pad, leave;
};

// One below the other; on a low panel the pad stands beside the words.
Areas areas(const Canvas& canvas) {
    const float top = canvas.theme().large ? 350 : 300;
    const float bottom = canvas.height() - measure::margin;
    Rect left{measure::margin, top, canvas.width() - 2 * measure::margin, bottom - top};
    Rect right = left;
    if (canvas.low()) {
        left.w = (left.w - 56) / 2;
        right = {left.right() + 56, top, left.w, left.h};
    }
    const float pad_width = std::min(pad_width_max, right.w);
    Areas found;
    found.leave = {right.center().x - pad_width / 2, bottom - leave_height, pad_width,
                   leave_height};
    const float pad_h = std::min(pad_height, found.leave.y - 24 - top);
    found.pad = {found.leave.x, found.leave.y - 24 - pad_h, pad_width, pad_h};
    if (canvas.low()) {
        found.boxes = {left.x, left.y + left.h * 0.45F, left.w, boxes_height};
    } else {
        found.boxes = {found.pad.x, found.pad.y - 56 - boxes_height, pad_width, boxes_height};
    }
    found.words = {left.x, left.y, left.w, found.boxes.y - 24 - left.y};
    return found;
}

struct Said {
    std::string title;
    std::string line;
    bool urgent = false;
};

Said said(Frame& frame, const model::StaffPage& page) {
    using Gate = model::StaffGate;
    const auto with = [&](Key key, int n) {
        return format(key, frame.language(), {{"n", std::to_string(n)}});
    };
    switch (page.gate) {
        case Gate::locked:
            return {with(Key::staff_code_locked, page.locked_minutes), "", true};
        case Gate::no_code:
            return {std::string(frame.word(Key::staff_code_no_code)),
                    std::string(frame.word(Key::staff_code_no_code_how)), false};
        case Gate::wrong:
            return {std::string(frame.word(Key::staff_code_ask)),
                    with(Key::staff_code_wrong, page.tries_left), true};
        default:
            break;
    }
    Said words{std::string(frame.word(Key::staff_code_ask)), "", false};
    if (frame.visit.staff.awaiting) {
        words.line = frame.word(Key::staff_code_checking);
    } else if (!page.demonstration_code.empty()) {
        words.line = format(Key::staff_code_demonstration, frame.language(),
                            {{"code", page.demonstration_code}});
    }
    return words;
}

// Right above the boxes.
void draw_words(Frame& frame, Rect area, const Said& words) {
    const TextStyle title = frame.theme.type(Type::card_title);
    const TextStyle line =
        frame.theme.type(Type::secondary)
            .in(words.urgent ? frame.theme.color.action_deep : frame.theme.color.ink2);
    const float title_height = frame.canvas.measure(words.title, title, area.w, 2).height;
    const float line_height =
        words.line.empty() ? 0 : frame.canvas.measure(words.line, line, area.w, 3).height + 12;
    const float y = std::max(area.y, area.bottom() - title_height - line_height);
    frame.canvas.text({area.x, y, area.w, 0}, words.title, title,
                      {.align = Align::center, .lines_max = 2});
    if (words.line.empty()) return;
    frame.canvas.text({area.x, y + title_height + 12, area.w, 0}, words.line, line,
                      {.align = Align::center, .lines_max = 3});
}

// As the keyboards' keys: the next may go down before the last is lifted.
std::optional<char> digit_pad(Frame& frame, Rect area) {
    constexpr float gap = 12;
    const float w = (area.w - 2 * gap) / 3;
    const float h = (area.h - 3 * gap) / 4;
    std::optional<char> pressed;
    const auto key = [&](int column, int row, const KeyFace& face, char meaning) {
        const Rect rect{area.x + static_cast<float>(column) * (w + gap),
                        area.y + static_cast<float>(row) * (h + gap), w, h};
        if (draw_key(frame, rect, rect.inset(-gap / 2), face).activated) pressed = meaning;
    };
    constexpr std::string_view names = "123456789";
    for (int i = 0; i < 9; ++i) {
        const std::string_view name = names.substr(static_cast<std::size_t>(i), 1);
        key(i % 3, i / 3, {.label = name, .px = 62, .serif = true}, name.front());
    }
    key(1, 3, {.label = "0", .px = 62, .serif = true}, '0');
    key(2, 3,
        {.label = frame.word(Key::staff_code_erase),
         .icon = "backspace",
         .look = KeyLook::function},
        '<');
    return pressed;
}

std::optional<Action> type(Frame& frame, char key) {
    std::string& typed = frame.visit.staff.code;
    if (key == '<') {
        if (!typed.empty()) typed.pop_back();
        return std::nullopt;
    }
    typed += key;
    if (typed.size() < digits) return std::nullopt;
    frame.visit.staff.awaiting = true;
    return model::Intent{model::EnterStaffCode{std::move(typed)}};
}

}  // namespace

std::optional<Action> draw_code(Frame& frame, const model::StaffPage* page) {
    std::optional<Action> action = head(frame, frame.word(Key::staff_title), "");
    if (page == nullptr) return action;
    StaffState& state = frame.visit.staff;
    // The answer to what was sent came with a View of a later serial.
    if (state.awaiting && frame.view.serial != state.asked_serial) state.awaiting = false;
    const Areas at = areas(frame.canvas);
    draw_words(frame, at.words, said(frame, *page));
    const bool typable = !state.awaiting && (page->gate == model::StaffGate::code ||
                                             page->gate == model::StaffGate::wrong);
    code_boxes(
        frame, at.boxes, digits, state.code, false,
        format(Key::staff_code_typed, frame.language(),
               {{"n", std::to_string(state.code.size())}, {"count", std::to_string(digits)}}));
    const auto key = digit_pad(frame, at.pad);
    if (key && typable) {
        take(action, type(frame, *key));
        if (state.awaiting) state.asked_serial = frame.view.serial;
    }
    if (outline_button(frame, at.leave, frame.word(Key::staff_back_to_residents))) {
        action = Navigation{Leave{}};
    }
    return action;
}

}  // namespace wenlan::ui::staff
