// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "text/wipe.h"
#include "ui/screens/screens.h"
#include "ui/screens/search_parts.h"
#include "ui/typing/typist.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/input_field.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/resting.h"

namespace wenlan::ui {

namespace {

constexpr std::uint64_t search_field = 13;
constexpr std::size_t query_characters_max = 32;
constexpr float gap = 19;
constexpr float low_card_width = 586;

// Where things stand, from the top: field, a line of words, what was found, suggestions, keys.
struct Places {
    Rect back, field, line, results, chips;
};
Places places(const Frame& frame, float bottom) {
    const Canvas& canvas = frame.canvas;
    const bool low = canvas.low();
    const float right = canvas.width() - measure::margin;
    Places at;
    // Landscape gives its height to the keys: without the band.
    const float top = low ? 16 : page_area(canvas).content.y + 11;
    const float height = low ? 104 : 127;
    at.back = {measure::margin, top + height / 2 - 48, 96, 96};
    at.field = {measure::margin + 121, top, right - measure::margin - 121, height};
    const Rect below{measure::margin, at.field.bottom(), right - measure::margin,
                     bottom - at.field.bottom()};
    if (low) {
        at.line = {};
        at.chips = {below.x, below.bottom() - 104, below.w, 96};
        at.results = {below.x, below.y + 16, below.w, below.h - 28};
        return at;
    }
    at.line = {below.x, below.y + 22, below.w, frame.theme.large ? 58.0F : 68.0F};
    at.chips = {below.x, below.bottom() - 96 - 22, below.w, 96};
    const float y = at.line.bottom() + 6;
    at.results = {below.x, y, below.w, at.chips.y - 18 - y};
    return at;
}

// What is looked for: what is written, and the keys that are still composing.
std::string query_of(const Typist& typist) {
    return std::string(typist.text()) + typist.composing().picked + typist.letters();
}

std::optional<Action> ask(Frame& frame) {
    Typist& typist = *frame.typist;
    if (frame.visit.search_version == typist.version() || typist.waiting()) return std::nullopt;
    frame.visit.search_version = typist.version();
    return model::Intent{model::Search{query_of(typist), ++frame.visit.search_ticket}};
}

void hint(Frame& frame, Rect line, const model::SearchPage* page) {
    Canvas& canvas = frame.canvas;
    if (line.h <= 0) return;
    const TextStyle style = frame.theme.type(Type::secondary).in(frame.theme.color.ink2);
    float taken = 0;
    if (page != nullptr && page->count > 0) {
        const std::string count =
            format(Key::search_count, frame.language(), {{"n", std::to_string(page->count)}});
        taken = canvas.text_width(count, style) + 30;
        canvas.text(line, count, style, {.align = Align::right, .middle = true});
    }
    line.w -= taken;
    const std::string words(frame.word(Key::search_hint));
    const std::string_view keys = frame.word(Key::search_hint_keys);
    TextStyle strong = style.in(frame.theme.color.action).faced(text::Face::sans_bold);
    const std::array<float, 3> sizes{style.px, style.px * 0.9F, style.px * 0.8F};
    const float px = canvas.fitting_px(words + std::string(keys), style, line.w - 10, sizes);
    const float width = canvas.text_width(words, style.sized(px));
    canvas.text({line.x, line.y, width + 4, line.h}, words, style.sized(px), {.middle = true});
    canvas.text({line.x + width + 2, line.y, line.right() - line.x - width, line.h}, keys,
                strong.sized(px), {.middle = true});
}

void words_instead(Frame& frame, Rect area, Key key) {
    const TextStyle style = frame.theme.type(Type::body).in(frame.theme.color.ink2);
    const float y = frame.canvas.low() ? area.y - 14 : area.y + 40;
    frame.canvas.text({area.x, y, area.w, 0}, frame.word(key), style, {.lines_max = 3});
}

std::optional<Action> found(Frame& frame, Rect area, const model::SearchPage& page, bool in_a_row) {
    std::optional<Action> action;
    const float height = search::hit_height(frame.canvas);
    const auto count = static_cast<float>(page.hits.size());
    const auto draw = [&](std::size_t i, Rect rect) {
        if (search::hit_card(frame, rect, page.hits[i], i == 0))
            action = open_listing(page.hits[i].card, page.hits[i].card.section);
    };
    if (in_a_row) {
        const float pitch = low_card_width + measure::gutter;
        horizontal_list(frame, frame.word(Key::search_results), area.top(height + 4),
                        count * pitch - measure::gutter, frame.visit.search, pitch,
                        [&](Visible visible) {
                            for (std::size_t i = 0; i < page.hits.size(); ++i) {
                                const float x = static_cast<float>(i) * pitch;
                                if (x + pitch < visible.from || x > visible.to) continue;
                                draw(i, {x, area.y, low_card_width, height});
                            }
                        });
        return action;
    }
    vertical_list(frame, frame.word(Key::search_results), area, count * (height + gap) + 4,
                  frame.visit.search, [&](Visible visible) {
                      for (std::size_t i = 0; i < page.hits.size(); ++i) {
                          const float y = static_cast<float>(i) * (height + gap) + 2;
                          if (y + height < visible.from || y > visible.to) continue;
                          draw(i, {area.x, y, area.w, height});
                      }
                  });
    return action;
}

std::optional<Action> field(Frame& frame, const Places& at) {
    Typist& typist = *frame.typist;
    std::optional<Action> action;
    if (round_button(frame, at.back.center(), 96, "back", frame.word(Key::common_back)))
        action = Navigation{Back{}};
    std::string composing = typist.composing().picked + typist.letters();
    const FieldPress press = input_field(frame, at.field, {typist.text(), composing},
                                         {.label = frame.word(Key::search_field),
                                          .hint = frame.word(Key::search_empty),
                                          .icon = "search",
                                          .underlined = false,
                                          .focused = !frame.visit.search_folded});
    text::wipe(composing);
    if (press.field) frame.visit.search_folded = false;
    if (press.clear) {
        typist.clear();
        frame.visit.search_folded = false;
    }
    return action;
}

std::optional<Action> suggested(Frame& frame, Rect row) {
    const auto pressed = search::suggestions(frame, row);
    if (!pressed) return std::nullopt;
    if (pressed->help) return open_sheet(Key::strip_help, Key::later_help);
    frame.typist->replace(pressed->word);
    return std::nullopt;
}

}  // namespace

std::optional<Action> draw_search(Frame& frame) {
    Canvas& canvas = frame.canvas;
    Typist& typist = *frame.typist;
    typist.open(search_field,
                {.characters_max = query_characters_max, .latin = frame.theme.english()});
    const bool low = canvas.low();
    const bool folded = frame.visit.search_folded;
    head_wash(frame);
    std::optional<Action> action;
    if (!low) take(action, top_band(frame));
    const float strip_top =
        canvas.landscape()
            ? page_area(canvas).dock_top
            : canvas.height() - (frame.theme.large ? measure::strip_large : measure::strip);
    const Places at = places(frame, folded ? strip_top : typing_ground(frame).y);
    take(action, field(frame, at));
    const bool asked = !typist.empty();
    const model::SearchPage* page = asked ? frame.view.search.get() : nullptr;
    hint(frame, at.line, page);
    const bool none = page != nullptr && page->ready && page->hits.empty() &&
                      page->ticket == frame.visit.search_ticket;
    if (page != nullptr && !page->ready) {
        words_instead(frame, at.results, Key::search_waiting);
    } else if (none) {
        words_instead(frame, at.results, Key::search_none);
    } else if (page != nullptr && !page->hits.empty()) {
        take(action, found(frame, at.results, *page, low && !folded));
    }
    // In landscape they stand where nothing was found.
    if (!low || none || !asked) take(action, suggested(frame, at.chips));
    if (!folded) typing_area(frame, {.done = frame.word(Key::search_done)});
    if (typist.take_done()) {
        frame.visit.search_folded = true;
        frame.animate();
    }
    if (!action) action = ask(frame);
    return action;
}

}  // namespace wenlan::ui
