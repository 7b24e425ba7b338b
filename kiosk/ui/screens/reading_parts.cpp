// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/reading_parts.h"

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"

namespace wenlan::ui::reading {

using domain::Section;
using model::EventCard;

namespace {

// The facts of a row that fit it: first when, then where, then what else.
std::string row_facts(Frame& frame, const EventCard& card, const TextStyle& style, float room) {
    const base::Language language = frame.language();
    const bool unusual = card.state != domain::OccasionState::scheduled;
    if (unusual && !card.reason.empty()) return card.reason.in(language);
    const std::string when = card.occasion ? words::day_and_time(card, language) : std::string();
    const std::string place = card.venue_short.in(language);
    const std::string both = words::facts({when, place});
    const std::string all = words::facts({both, card.subtitle.in(language)});
    if (frame.canvas.text_width(all, style) <= room) return all;
    return frame.canvas.text_width(both, style) <= room ? both : when;
}

struct Seats {
    std::string words;
    Color color;
};

Seats seats_of(const Frame& frame, const EventCard& card) {
    const base::Language language = frame.language();
    const Palette& color = frame.theme.color;
    if (!card.occasion) return {};
    if (card.state == domain::OccasionState::cancelled)
        return {words::seats(card, language), color.ink3};
    if (card.moment == model::Moment::ended) {
        return {std::string(frame.word(Key::detail_ended)), color.ink3};
    }
    const std::string seats = words::seats(card, language);
    if (card.state == domain::OccasionState::moved) {
        return {words::facts({std::string(frame.word(Key::events_moved)), seats}), color.waiting};
    }
    const bool full = card.seats.kind == model::SeatsShown::Kind::full;
    return {seats, full ? color.waiting : seats_color(frame.theme, card)};
}

}  // namespace

bool occasion_row(Frame& frame, Rect rect, const EventCard& card, const RowLook& look) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    Pressing press(frame, Role::row, frame.word(card.full_title), rect,
                   static_cast<std::uint64_t>(card.occasion.value));
    const float middle = rect.center().y - 1;
    float left = rect.x;
    if (look.picture > 0) {
        const Rect art = Rect::around({rect.x + look.picture / 2, middle + 1}, look.picture,
                                      look.picture * 116 / 196);
        canvas.picture(art, 24, card.poster);
        left = art.right() + 28;
    }
    const bool over =
        card.moment == model::Moment::ended || card.state == domain::OccasionState::cancelled;
    const Seats seats = seats_of(frame, card);
    TextStyle seats_style = theme.type(Type::small_body).in(seats.color);
    if (theme.contrast || theme.large) seats_style.face = text::Face::sans_bold;
    const float right = rect.right() - 62;
    const float seats_width =
        seats.words.empty() || look.stacked ? 0 : canvas.text_width(seats.words, seats_style);
    const float room = right - left - (seats_width > 0 ? seats_width + 24 : 0);
    const TextStyle title =
        theme.type(Type::card_title).in(over ? theme.color.ink2 : theme.color.ink);
    const std::string& name =
        canvas.text_width(frame.word(card.full_title), title.sized(title.px * 0.85F)) <= room
            ? frame.word(card.full_title)
            : frame.word(card.title);
    const TextOptions smaller{.step_down = {title.px * 0.9F, title.px * 0.85F, title.px * 0.78F}};
    const TextStyle facts = theme.type(Type::secondary);
    const std::string words = row_facts(frame, card, facts, room);
    const TextOptions facts_smaller{.step_down = {facts.px * 0.92F}};
    if (look.stacked) {
        const float step = theme.large ? 62 : 50;
        page::line_at(frame, {left, middle - step + 2}, room, name, title, smaller);
        page::line_at(frame, {left, middle + 4}, room, words, facts, facts_smaller);
        page::line_at(frame, {left, middle + step}, room, seats.words, seats_style,
                      {.step_down = {seats_style.px * 0.9F, seats_style.px * 0.8F}});
    } else {
        page::line_at(frame, {left, middle - 18}, room, name, title, smaller);
        page::line_at(frame, {left, middle + 29}, room, words, facts, facts_smaller);
        page::line_at(frame, {right - seats_width, middle + 2}, seats_width + 2, seats.words,
                      seats_style);
    }
    chevron(frame, {rect.right() - 15, middle + 1}, 36, theme.color.ink3);
    return press.activated();
}

bool nook_card(Frame& frame, Rect rect, const EventCard& card, std::string_view icon) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    Pressing press(frame, Role::card, frame.word(card.title), rect,
                   static_cast<std::uint64_t>(card.listing.value));
    card_ground(frame, rect, press.amount());
    canvas.push_ground(theme.color.card);
    canvas.icon({rect.x + 62, rect.center().y}, 54, icon, theme.pigment(Section::reading).fill);
    const float left = rect.x + (theme.large ? 104 : 116);
    const float room = rect.right() - 20 - left;
    const float middle = rect.center().y;
    const TextStyle title = theme.type(Type::card_title);
    page::line_at(frame, {left, middle - (theme.large ? 24 : 20)}, room, frame.word(card.title),
                  title, {.step_down = {title.px * 0.9F, title.px * 0.8F, title.px * 0.72F}});
    const TextStyle line = theme.type(Type::secondary);
    page::line_at(frame, {left, middle + (theme.large ? 34 : 27)}, room, frame.word(card.subtitle),
                  line, {.step_down = {line.px * 0.95F, line.px * 0.9F}});
    canvas.pop();
    return press.activated();
}

}  // namespace wenlan::ui::reading
