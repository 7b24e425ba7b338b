// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/search_parts.h"

#include <array>
#include <string>

#include "ui/i18n/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"

namespace wenlan::ui::search {

namespace {

constexpr float picture_width = 236, low_picture_width = 150;

// 社团 · 每天 06:30 · 还招 8 位; 明天 06:30 · 文澜桥头广场 · 随到
std::string line_of(const Frame& frame, const model::SearchHit& hit) {
    const base::Language language = frame.language();
    const model::EventCard& card = hit.card;
    if (card.kind == domain::Kind::club) {
        std::string open;
        if (hit.places_open > 0) {
            open =
                format(Key::search_places_open, language, {{"n", std::to_string(hit.places_open)}});
        }
        return words::facts(
            {std::string(frame.word(Key::search_club)), frame.word(hit.weekly), open});
    }
    if (!hit.dated) {
        return words::facts({words::section(card.section, language), frame.word(card.subtitle)});
    }
    if (card.state == domain::OccasionState::cancelled) {
        return words::facts(
            {words::day_and_time(card, language), std::string(frame.word(Key::events_cancelled))});
    }
    return words::facts({words::day_and_time(card, language), frame.word(card.venue_short),
                         words::seats(card, language)});
}

// The title with what was typed in vermilion, in one line; steps down, then is cut.
void title(Frame& frame, Rect box, const model::SearchHit& hit, TextStyle style) {
    Canvas& canvas = frame.canvas;
    const std::string& text = frame.word(hit.card.title);
    const auto& marked = frame.theme.english() ? hit.marked_en : hit.marked_zh;
    const Color action = frame.theme.color.action;
    float x = box.x;
    std::size_t at = 0;
    const auto run = [&](std::size_t end, Color color) {
        if (end <= at || end > text.size()) return;
        const std::string_view part = std::string_view(text).substr(at, end - at);
        const TextStyle one = style.in(color);
        const float width = canvas.text_width(part, one);
        const float room = box.right() - x;
        if (room > style.px) {
            canvas.text({x, box.y, std::min(width + 2, room), box.h}, part, one,
                        {.middle = true, .silent = true});
        }
        x += width;
        at = end;
    };
    for (const model::Marked& mark : marked) {
        run(mark.begin, style.color);
        run(mark.end, action);
    }
    run(text.size(), style.color);
}

}  // namespace

float hit_height(const Canvas& canvas) {
    if (canvas.low()) return canvas.theme().large ? 156 : 136;
    return canvas.theme().large ? 204 : 168;
}

bool hit_card(Frame& frame, Rect rect, const model::SearchHit& hit, bool first) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const std::string& name = frame.word(hit.card.title);
    Pressing press(frame, Role::card, name, rect,
                   static_cast<std::uint64_t>(hit.card.listing.value));
    card_ground(frame, rect, press.amount());
    canvas.push_ground(theme.color.card);
    const float picture = canvas.low() ? low_picture_width : picture_width;
    const Rect art = rect.left(picture).inset(theme.contrast ? 4 : 0);
    canvas.picture(art, measure::radius_card - (theme.contrast ? 4 : 0), hit.card.poster,
                   Corners::left);
    const bool arrow = !canvas.low();
    const float left = rect.x + picture + 32;
    const float room = rect.right() - left - (arrow ? 84 : 24);
    TextStyle style = theme.type(Type::card_title).sized(theme.grown(44, Growth::heading));
    if (canvas.low()) style = style.sized(theme.grown(36, Growth::heading));
    const std::string section = words::section(hit.card.section, frame.language());
    const TextStyle badge = theme.type(Type::badge);
    const float pill = canvas.text_width(section, badge) + 40 + 24;
    const std::array<float, 4> sizes{style.px, style.px * 0.9F, style.px * 0.8F, style.px * 0.7F};
    // The section is said beside the title where there is room; the line below says it as well.
    const bool beside = canvas.text_width(name, style.sized(sizes[2])) + pill <= room;
    const float title_room = beside ? room - pill : room;
    style.px = canvas.fitting_px(name, style, title_room, sizes);
    const float upper = rect.y + rect.h * 0.37F;
    const Rect box{left, upper - style.height() / 2, title_room, style.height()};
    title(frame, box, hit, style);
    if (beside) {
        const float x = left + std::min(title_room, canvas.text_width(name, style)) + 24;
        tag_pill(frame, {x, upper}, section, theme.pigment(hit.card.section), false);
    }
    const TextStyle line = theme.type(Type::secondary).in(theme.color.ink2);
    const float lower = rect.y + rect.h * 0.71F;
    canvas.text({left, lower - line.height() / 2, room, line.height()}, line_of(frame, hit), line,
                {.step_down = {line.px * 0.93F, line.px * 0.86F}});
    if (first) {
        canvas.outline(rect, measure::radius_card, 4, theme.color.action);
    }
    if (arrow) chevron(frame, {rect.right() - 48, rect.center().y}, 42, theme.color.ink3);
    canvas.pop();
    return press.activated();
}

std::optional<Suggestion> suggestions(Frame& frame, Rect row) {
    Canvas& canvas = frame.canvas;
    constexpr std::array<Key, 5> keys{Key::search_word_1, Key::search_word_2, Key::search_word_3,
                                      Key::search_word_4, Key::search_ask};
    const TextStyle caption = frame.theme.type(Type::secondary);
    const std::string_view lead = frame.word(Key::search_common);
    const float lead_width = canvas.text_width(lead, caption) + 18;
    // Narrower than other chips, as drawn.
    const auto width_of = [&](std::string_view word) { return chip_width(frame, word) - 14; };
    float all = lead_width;
    for (const Key key : keys) all += width_of(frame.word(key)) + 16;
    // What would not fit is narrower, then left out; help always stays.
    const float squeeze = std::max(0.0F, all - 16 - row.w);
    const bool with_lead = squeeze == 0;
    float room = row.w - (with_lead ? lead_width : 0);
    float x = row.x;
    if (with_lead) {
        canvas.text({x, row.y, lead_width, row.h}, lead, caption, {.middle = true});
        x += lead_width;
    }
    const float help = width_of(frame.word(Key::search_ask));
    std::optional<Suggestion> pressed;
    for (const Key key : keys) {
        const std::string_view word = frame.word(key);
        const float width = width_of(word);
        const bool last = key == Key::search_ask;
        if (!last && width + 16 + help > room) continue;
        if (chip(frame, {x, row.y, width, row.h}, word, false)) pressed = {word, last};
        x += width + 16;
        room -= width + 16;
    }
    return pressed;
}

}  // namespace wenlan::ui::search
