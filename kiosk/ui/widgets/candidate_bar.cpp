// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/candidate_bar.h"

#include <algorithm>

#include "ui/widgets/lists.h"
#include "ui/widgets/pressing.h"

namespace wenlan::ui {

namespace {

constexpr float radius = 20, first_radius = 14;
constexpr float arrow_width = 104;
constexpr float word_gap = 62;  // what a candidate takes besides its word
constexpr float cell_least = 104;
constexpr int columns = 8;
constexpr float cell_height = 108;

TextStyle style_of(const Theme& theme) {
    TextStyle style = theme.type(Type::body).sized(theme.large ? 54 : 46);
    style.line = 1;
    return style;
}

// One candidate; `hit` has no gap to its neighbours.
bool candidate(Frame& frame, Rect hit, const std::string& word, std::size_t index) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const bool first = index == 0;
    const std::size_t element = canvas.element(Role::chip, word, hit);
    const Touch::Key key = frame.touch.key(touch_id(Role::chip, word, index + 1), hit);
    const Rect pill = hit.inset(first || key.down ? 6 : 0, 8);
    Color ground = color.keyboard.key;
    if (key.down)
        ground = color.keyboard.pressed;
    else if (first)
        ground = color.action;
    if (key.down || first) canvas.round(pill, first_radius, ground);
    TextStyle style = style_of(frame.theme);
    if (key.down)
        style.color = color.keyboard.on_pressed;
    else if (first)
        style.color = color.on_action;
    const float room = hit.w - 20;
    const std::array<float, 4> sizes{style.px, style.px * 0.85F, style.px * 0.7F, 34};
    style.px = canvas.fitting_px(word, style, room, sizes);
    canvas.text({hit.x + 10, hit.y, room, hit.h}, word, style,
                {.align = Align::center, .middle = true, .silent = true});
    canvas.semantics().elements[element].contrast = contrast(style.color, ground);
    canvas.semantics().elements[element].large = true;
    return key.activated;
}

}  // namespace

BarPress candidate_bar(Frame& frame, Rect rect, std::span<const std::string> candidates,
                       Arrow arrow) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    canvas.round(rect, radius, color.keyboard.key);
    canvas.outline(rect, radius, frame.theme.contrast ? 4 : 2,
                   frame.theme.contrast ? color.ink : color.keyboard.key_edge);
    BarPress press;
    const bool more = arrow == Arrow::more && !candidates.empty();
    const float end = rect.right() - (more ? arrow_width : 10);
    float x = rect.x + 6;
    const TextStyle style = style_of(frame.theme);
    canvas.push_clip(rect);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const float word = canvas.text_width(candidates[i], style) + word_gap;
        const float width = std::max(cell_least, word);
        if (x + width > end && i > 0) break;
        const Rect hit{x, rect.y, std::min(width, end - x), rect.h};
        if (candidate(frame, hit, candidates[i], i)) press.candidate = i;
        x += width;
    }
    canvas.pop();
    if (!more) return press;
    const Rect hit{end, rect.y, arrow_width, rect.h};
    canvas.element(Role::key, frame.word(Key::typing_more), hit);
    const Touch::Key key =
        frame.touch.key(touch_id(Role::key, frame.word(Key::typing_more), 0), hit);
    canvas.icon(hit.center(), 46, "down", color.ink);
    press.opened = key.activated;
    return press;
}

std::optional<std::size_t> candidate_page(Frame& frame, Rect area,
                                          std::span<const std::string> candidates,
                                          Scroller& scroller) {
    Canvas& canvas = frame.canvas;
    const TextStyle style = style_of(frame.theme);
    const float cell = area.w / columns;
    // Where each stands: a longer word takes several cells of a row.
    std::vector<Rect> cells;
    int column = 0;
    float y = 0;
    for (const std::string& word : candidates) {
        const float wanted = canvas.text_width(word, style) + 28;
        const int span = std::clamp(static_cast<int>(std::ceil(wanted / cell)), 1, columns);
        if (column + span > columns) {
            column = 0;
            y += cell_height;
        }
        cells.push_back({area.x + static_cast<float>(column) * cell, y,
                         static_cast<float>(span) * cell, cell_height});
        column += span;
    }
    const float height = cells.empty() ? 0 : cells.back().bottom();
    canvas.round(area, radius, frame.theme.color.keyboard.key);
    std::optional<std::size_t> pressed;
    vertical_list(frame, frame.word(Key::typing_candidates), area, height, scroller,
                  [&](Visible visible) {
                      for (std::size_t i = 0; i < cells.size(); ++i) {
                          if (cells[i].bottom() < visible.from || cells[i].y > visible.to) continue;
                          Pressing press(frame, Role::chip, candidates[i], cells[i], i + 1);
                          if (press.activated()) pressed = i;
                          TextStyle word = style;
                          const std::array<float, 3> sizes{word.px, word.px * 0.8F, 34};
                          word.px = canvas.fitting_px(candidates[i], word, cells[i].w - 12, sizes);
                          canvas.text(cells[i], candidates[i], word,
                                      {.align = Align::center, .middle = true, .silent = true});
                      }
                  });
    return pressed;
}

}  // namespace wenlan::ui
