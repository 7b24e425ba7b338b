// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>
#include <vector>

#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/screens/staff_parts.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/section_head.h"

namespace wenlan::ui {

namespace {

using page::Column;
using Pairing = model::StaffPairing::State;

// Those of the hub's codes: none looks like another.
constexpr std::string_view pairing_keys = "23456789ACDEFGHJKMNPQRTUVWXY";
constexpr std::size_t pairing_length = 6;
constexpr float card_pad = 36;

void add_facts(Frame& frame, const model::StaffPage& page, Column& column) {
    const TextStyle label = frame.theme.type(Type::secondary);
    const TextStyle value = frame.theme.type(Type::small_body);
    const float label_width = frame.theme.large ? 240 : 220;
    const float room = column.width - 2 * card_pad - label_width - 16;
    struct Line {
        std::string label, value;
        float height;
    };
    std::vector<Line> lines;
    float height = 2 * 24;
    for (auto& [what, says] : staff::office_facts(page, frame.language())) {
        const float drawn = frame.canvas.measure(says, value, room).height;
        lines.push_back({std::move(what), std::move(says), std::max(drawn, value.height()) + 16});
        height += lines.back().height;
    }
    column.add(8, height, [&frame, lines, label, value, label_width, room](Rect rect) {
        staff::card(frame, rect);
        frame.canvas.push_ground(frame.theme.color.card);
        float y = rect.y + 24 + 8;
        for (const Line& line : lines) {
            const float x = rect.x + card_pad;
            frame.canvas.text(
                {x, y + (value.height() - label.height()) / 2, label_width, label.height()},
                line.label, label, {.step_down = {label.px * 0.9F, label.px * 0.8F}});
            frame.canvas.text({x + label_width + 16, y, room, 0}, line.value, value,
                              {.lines_max = 0});
            y += line.height;
        }
        frame.canvas.pop();
    });
}

std::string state_line(const Frame& frame, const model::StaffPairing& pairing) {
    switch (pairing.state) {
        case Pairing::under_way:
            return std::string(frame.word(Key::staff_pair_under_way));
        case Pairing::paired:
            return format(Key::staff_pair_done, frame.language(),
                          {{"n", std::to_string(pairing.number)}});
        case Pairing::failed:
            return staff::fault(pairing.error, frame.language());
        case Pairing::revoked:
            return std::string(frame.word(Key::staff_fault_revoked));
        case Pairing::none:
            break;
    }
    return std::string(
        frame.word(pairing.possible ? Key::staff_pair_ask : Key::staff_pair_impossible));
}

void press(StaffState& state, char key) {
    if (key == '<') {
        if (!state.pairing.empty()) state.pairing.pop_back();
    } else if (state.pairing.size() < pairing_length) {
        state.pairing += key;
    }
}

void add_pairing(Frame& frame, const model::StaffPairing& pairing, Column& column, float first_gap,
                 std::optional<Action>& action) {
    StaffState& state = frame.visit.staff;
    page::add_text(frame, column, first_gap, frame.word(Key::staff_pair_title),
                   frame.theme.type(Type::card_title));
    page::add_text(frame, column, 8, state_line(frame, pairing),
                   frame.theme.type(Type::small_body).in(frame.theme.color.ink2));
    if (!pairing.possible) return;
    const bool typable = pairing.state != Pairing::under_way;
    column.add(24, 104, [&frame, &state](Rect rect) {
        staff::code_boxes(frame, rect, pairing_length, state.pairing, true,
                          format(Key::staff_pair_typed, frame.language(),
                                 {{"n", std::to_string(state.pairing.size())},
                                  {"count", std::to_string(pairing_length)}}));
    });
    column.add(24, 4 * 104 + 3 * 12, [&frame, &state, typable](Rect rect) {
        if (const auto key =
                staff::pad(frame, rect, pairing_keys, 7, state.pairing.size(), typable))
            press(state, *key);
    });
    column.add(24, 136, [&frame, &state, &action, typable](Rect rect) {
        const Rect erase{rect.x, rect.y, rect.w * 0.32F, rect.h};
        const Rect pair{erase.right() + 16, rect.y, rect.right() - erase.right() - 16, rect.h};
        if (staff::button(frame, erase, {frame.word(Key::staff_code_erase), "backspace"})) {
            press(state, '<');
        }
        const std::size_t missing = pairing_length - state.pairing.size();
        const std::string why = missing > 0 ? format(Key::staff_pair_short, frame.language(),
                                                     {{"n", std::to_string(missing)}})
                                : typable   ? ""
                                            : std::string(frame.word(Key::staff_pair_under_way));
        if (staff::button(frame, pair,
                          {frame.word(Key::staff_pair_do), "check", why, why.empty()})) {
            action = model::Intent{model::PairWithOffice{std::exchange(state.pairing, {})}};
        }
    });
}

}  // namespace

std::optional<Action> draw_staff_office(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const model::StaffPage& page = *frame.view.staff;
    staff_band(frame, frame.word(Key::staff_status));
    std::optional<Action> action =
        page_head(frame, frame.word(Key::staff_office_title), frame.word(Key::staff_office_line));
    const float top = section_head_bottom(canvas);
    const Rect area{measure::margin, top, canvas.width() - 2 * measure::margin,
                    canvas.height() - top};
    std::optional<Action> pressed;
    std::vector<Column> columns;
    if (canvas.landscape()) {
        const float width = (area.w - 40) / 2;
        Column facts{.x = area.x, .width = width};
        Column pairing{.x = area.x + width + 40, .width = width};
        add_facts(frame, page, facts);
        add_pairing(frame, page.pairing, pairing, 8, pressed);
        columns = {std::move(facts), std::move(pairing)};
    } else {
        Column all{.x = area.x, .width = area.w};
        add_facts(frame, page, all);
        add_pairing(frame, page.pairing, all, 40, pressed);
        columns = {std::move(all)};
    }
    page::draw_columns(frame, frame.word(Key::staff_office_title), area, frame.visit.staff.office,
                       columns, 56);
    take(action, std::move(pressed));
    return action;
}

}  // namespace wenlan::ui
