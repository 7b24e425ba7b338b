// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/detail_parts.h"

#include "ui/i18n/words.h"
#include "ui/widgets/baseline.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui::detail {

using model::EventDetail;
using model::SeatsShown;

namespace {
struct Fact {
    const char* icon;
    std::string caption;
    std::string value;
    bool leads = false;  // to the room's place at the centre
};

std::string place_of(const EventDetail& detail, base::Language language) {
    return words::facts({detail.card.venue.in(language), detail.directions.in(language)});
}

std::vector<Fact> facts_of(const Frame& frame, const EventDetail& detail) {
    const base::Language language = frame.language();
    const model::EventCard& card = detail.card;
    std::vector<Fact> facts;
    const auto add = [&](const char* icon, std::string caption, std::string value) {
        if (!value.empty()) facts.push_back({icon, std::move(caption), std::move(value)});
    };
    const auto word = [&](Key key) { return std::string(frame.word(key)); };
    if (detail.deadline) {
        add("clock", word(Key::detail_deadline), words::date_line(detail.deadline->date, language));
    }
    if (card.occasion) {
        add("clock", words::day(card.start, card.days_ahead, language),
            format(Key::date_time_range, language,
                   {{"from", words::clock(card.start)}, {"to", words::clock(card.end)}}));
        add("pin", word(Key::detail_place), place_of(detail, language));
        if (detail.venue && !facts.empty() && facts.back().icon == std::string_view("pin"))
            facts.back().leads = true;
    }
    add("seat", word(Key::detail_seating), detail.seating.in(language));
    add("me", word(Key::detail_audience), detail.audience.in(language));
    return facts;
}

void meter(Frame& frame, Rect rect, const SeatsShown& seats) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const float part = seats.capacity > 0 ? static_cast<float>(seats.capacity - seats.free) /
                                                static_cast<float>(seats.capacity)
                                          : 0;
    canvas.round(rect, rect.h / 2, color.action);
    const float taken = std::clamp(rect.w * part, 0.0F, rect.w);
    if (taken >= rect.h) {
        const bool whole = seats.free == 0;
        canvas.round({rect.x, rect.y, taken, rect.h}, rect.h / 2, color.ink2,
                     whole ? Corners::all : Corners::left);
        if (!whole) canvas.fill({rect.x + taken, rect.y, 4, rect.h}, color.card);
    }
    if (frame.theme.contrast) canvas.outline(rect.inset(-3), rect.h / 2 + 3, 3, color.ink);
}

std::string related_when(const model::EventCard& card, base::Language language) {
    const std::string day = card.days_ahead == 0  ? std::string(text(Key::common_today, language))
                            : card.days_ahead < 7 ? words::weekday_short(card.start.date, language)
                                                  : words::month_day(card.start.date, language);
    return day + " " + words::clock(card.start);
}

bool related_row(Frame& frame, Rect rect, const model::EventCard& card, bool picture) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const base::Language language = frame.language();
    Pressing press(frame, Role::row, frame.word(card.title), rect,
                   static_cast<std::uint64_t>(card.occasion.value));
    float x = rect.x;
    if (picture && !theme.contrast) {
        canvas.picture({x, rect.center().y - 36, 128, 72}, 16, card.poster);
        x += 152;
    }
    const TextStyle caption = theme.type(Type::secondary);
    const std::string_view lead = frame.word(Key::detail_related);
    const float lead_width = canvas.text_width(lead, caption);
    canvas.text({x, rect.y, lead_width + 4, rect.h}, lead, caption, {.middle = true});
    x += lead_width + 24;
    const float right = rect.right() - 50;
    const std::string when =
        picture ? words::facts({related_when(card, language), card.venue.in(language)})
                : related_when(card, language);
    TextStyle title = theme.type(Type::row_title).sized(theme.grown(34, Growth::body));
    const float when_width = theme.large ? 0 : canvas.text_width(when, caption);
    const float room = right - x;
    const bool both = !theme.large && room - when_width - 40 > 220;
    const float title_room = both ? room - when_width - 24 : room;
    const float title_width =
        std::min(title_room, canvas.text_width(frame.word(card.title), title));
    canvas.text({x, rect.y, title_room, rect.h}, frame.word(card.title), title,
                {.step_down = {title.px * 0.92F, title.px * 0.85F}, .middle = true});
    if (both) {
        canvas.text({x + title_width + 24, rect.y, when_width + 4, rect.h}, when, caption,
                    {.middle = true});
    }
    chevron(frame, {rect.right() - 15, rect.center().y}, 36, theme.color.ink3);
    return press.activated();
}

struct Sentence {
    std::string words;
    Color color;
};

// What there is to say instead of, or before, the seats left; nothing on an ordinary seated day.
std::optional<Sentence> state_sentence(const Frame& frame, const EventDetail& detail) {
    const Palette& color = frame.theme.color;
    const base::Language language = frame.language();
    const model::EventCard& card = detail.card;
    const auto word = [&](Key key) { return std::string(frame.word(key)); };
    if (detail.days_left) {
        return Sentence{
            format(Key::home_days_left, language, {{"n", std::to_string(*detail.days_left)}}),
            color.action_deep};
    }
    if (card.state == domain::OccasionState::cancelled) {
        return Sentence{
            format(Key::detail_cancelled, language, {{"reason", card.reason.in(language)}}),
            color.action_deep};
    }
    if (card.moment == model::Moment::ended) return Sentence{word(Key::detail_ended), color.ink2};
    if (card.state == domain::OccasionState::moved) {
        return Sentence{format(Key::detail_moved, language, {{"reason", card.reason.in(language)}}),
                        color.waiting};
    }
    if (card.seats.kind == SeatsShown::Kind::unknown) {
        return Sentence{word(Key::seats_unknown), color.ink2};
    }
    if (card.seats.kind == SeatsShown::Kind::none_needed) {
        return Sentence{word(Key::detail_open_seats), color.good};
    }
    return std::nullopt;
}

// As high as the sentence needs. Returns its height.
float sentence_card(Frame& frame, Rect area, const Sentence& sentence) {
    Canvas& canvas = frame.canvas;
    TextStyle style = frame.theme.type(Type::body).in(sentence.color);
    style.line = 1.35F;
    const float text_height = canvas.measure(sentence.words, style, area.w - 64).height;
    const Rect rect{area.x, area.y, area.w, std::max(112.0F, text_height + 52)};
    card_ground(frame, rect);
    canvas.push_ground(frame.theme.color.card);
    canvas.text(rect.inset(32, 0), sentence.words, style, {.lines_max = 0, .middle = true});
    canvas.pop();
    return rect.h;
}

// The seats left with their meter. Returns its height.
float counted_card(Frame& frame, Rect area, const SeatsShown& seats) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const base::Language language = frame.language();
    const float height = theme.large ? 190 : (canvas.landscape() ? 140 : 158);
    const Rect rect{area.x, area.y, area.w, height};
    card_ground(frame, rect);
    canvas.push_ground(theme.color.card);
    const Rect inner = rect.inset(32, 0);
    const TextStyle body = theme.type(Type::body).in(theme.color.ink);
    const float baseline = rect.y + height * (canvas.landscape() && !theme.large ? 0.48F : 0.55F);
    float x = inner.x;
    const auto say = [&](std::string_view words, const TextStyle& style, float gap) {
        const float width = canvas.text_width(words, style);
        text_on_baseline(canvas, x, baseline, width + 4, words, style);
        x += width + gap;
    };
    if (seats.kind == SeatsShown::Kind::full) {
        say(frame.word(Key::detail_full),
            theme.type(Type::seats).sized(theme.grown(60, Growth::heading)).in(theme.color.ink3),
            20);
        text_on_baseline(canvas, x, baseline, inner.right() - x, frame.word(Key::detail_full_line),
                         body.in(theme.color.ink2),
                         {.step_down = {body.px * 0.9F, body.px * 0.8F}});
    } else {
        const TextStyle number =
            theme.type(Type::seats).sized(theme.grown(72, Growth::heading)).in(theme.color.action);
        say(frame.word(seats.approximate ? Key::detail_seats_about_before
                                         : Key::detail_seats_before),
            body, 16);
        say(std::to_string(seats.free), number, 16);
        say(frame.word(Key::detail_seats_after), body, 20);
        const TextStyle sum = theme.type(Type::secondary);
        const std::string line = format(Key::detail_seats_sum, language,
                                        {{"n", std::to_string(seats.capacity)},
                                         {"taken", std::to_string(seats.capacity - seats.free)}});
        text_on_baseline(
            canvas, x, baseline, inner.right() - x, line, sum,
            {.align = Align::right, .step_down = {sum.px * 0.9F, sum.px * 0.8F, sum.px * 0.7F}});
    }
    meter(frame, {inner.x, rect.bottom() - (theme.large ? 54.0F : 46.0F), inner.w, 20}, seats);
    canvas.pop();
    return height;
}

}  // namespace

std::optional<Action> poster(Frame& frame, Rect rect, const model::EventCard& card) {
    Canvas& canvas = frame.canvas;
    std::optional<Action> action;
    canvas.shadow(rect, measure::radius_poster, Shadow::poster);
    canvas.picture(rect, measure::radius_poster, card.poster);
    canvas.element(Role::image, frame.word(card.title), rect);
    if (frame.theme.contrast)
        canvas.outline(rect, measure::radius_poster, 4, frame.theme.color.ink);
    const float inset = 72;
    if (round_button(frame, {rect.x + inset, rect.y + inset}, 96, "back",
                     frame.word(Key::common_back))) {
        action = Navigation{Back{}};
    }
    if (round_button(frame, {rect.right() - inset, rect.y + inset}, 96, "speak",
                     frame.word(Key::strip_read_aloud))) {
        if (!toggle_reading(frame))
            action = open_sheet(Key::strip_read_aloud, Key::later_read_aloud);
    }
    return action;
}

float tags(Frame& frame, Point top_left, float width, const EventDetail& detail) {
    const TextStyle badge = frame.theme.type(Type::badge);
    const float height = badge.px + 22;
    float x = top_left.x;
    bool first = true;
    for (const domain::Tag& tag : detail.tags) {
        const std::string& label = frame.word(tag.name);
        if (x + frame.canvas.text_width(label, badge) + 40 > top_left.x + width) break;
        x += tag_pill(frame, {x, top_left.y + height / 2}, label, frame.theme.pigment(tag.section),
                      first) +
             16;
        first = false;
    }
    return detail.tags.empty() ? 0 : height;
}

namespace {

// Icon, caption and value; `column`: how wide its part of the page is.
void fact(Frame& frame, Point top_left, float column, const Fact& shown, Pigment pigment) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float side = theme.large ? 92 : (canvas.landscape() ? 72 : 76);
    const Rect box{top_left.x, top_left.y, side, side};
    canvas.round(box, 22, pigment.tint);
    if (theme.contrast) canvas.outline(box, 22, 2, theme.color.ink);
    canvas.icon(box.center(), side * 0.55F, shown.icon,
                theme.contrast ? theme.color.ink : pigment.fill);
    const float left = box.right() + 24;
    const float room = top_left.x + column - 24 - left;
    const TextStyle caption = theme.type(Type::caption);
    const float caption_y = box.center().y - (canvas.landscape() ? 21.0F : 26.0F);
    const TextExtent named = canvas.text(
        {left, caption_y - caption.height() / 2, room, caption.height()}, shown.caption, caption);
    if (shown.leads) {
        // Beside the caption, so that the value keeps its room.
        canvas.icon({left + named.width + 22, caption_y}, theme.large ? 34 : 26, "next",
                    theme.color.ink3);
    }
    TextStyle value = theme.type(Type::row_title);
    const float middle =
        box.center().y + (canvas.landscape() ? 20.0F : 17.0F) + (theme.large ? 6.0F : 0.0F);
    if (canvas.text_width(shown.value, value.sized(value.px * 0.78F)) > room) {
        // Two smaller lines before anything is cut.
        value.px *= canvas.landscape() ? 0.72F : 0.76F;
        value.line = canvas.landscape() ? 1.12F : 1.22F;
        const float caption_bottom = caption_y + caption.px * 0.55F;
        canvas.text({left, std::max(middle - value.px * 1.05F, caption_bottom), room, 0},
                    shown.value, value, {.lines_max = 2});
        return;
    }
    canvas.text({left, middle - value.height() / 2, room, value.height()}, shown.value, value,
                {.step_down = {value.px * 0.92F, value.px * 0.84F, value.px * 0.78F}});
}

}  // namespace

float facts(Frame& frame, Rect area, const EventDetail& detail, float pitch,
            std::optional<Action>& action) {
    const bool single = frame.theme.large;
    const float column = single ? area.w : (area.w + (frame.canvas.landscape() ? 8 : 24)) / 2;
    const std::size_t columns = single ? 1 : 2;
    const domain::Section section =
        detail.card.tag.key.empty() ? detail.card.section : detail.card.tag.section;
    const Pigment pigment = frame.theme.pigment(section);
    const std::vector<Fact> shown = facts_of(frame, detail);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Point at{area.x + column * static_cast<float>(i % columns),
                       area.y + pitch * static_cast<float>(i / columns)};
        if (!shown[i].leads) {
            fact(frame, at, column, shown[i], pigment);
            continue;
        }
        const float side = frame.theme.large ? 92 : (frame.canvas.landscape() ? 72 : 76);
        const float height = std::max(measure::touch_min, pitch - 4);
        const Rect row{at.x, at.y + (side - height) / 2, column - 16, height};
        Pressing press(frame, Role::row, shown[i].value, row);
        fact(frame, at, column, shown[i], pigment);
        if (press.activated()) {
            action = go({.screen = ScreenName::centre,
                         .section = detail.card.section,
                         .room = detail.venue});
        }
    }
    const auto count = static_cast<float>((shown.size() + columns - 1) / columns);
    return count * pitch;
}

float seats_card(Frame& frame, Rect area, const EventDetail& detail) {
    const model::EventCard& card = detail.card;
    // A notice or a service has neither seats nor a day.
    if (!card.occasion && !detail.days_left) return 0;
    float height = 0;
    if (const auto sentence = state_sentence(frame, detail)) {
        height = sentence_card(frame, area, *sentence);
    }
    const bool counted =
        card.seats.kind == SeatsShown::Kind::counted || card.seats.kind == SeatsShown::Kind::full;
    const bool over =
        card.state == domain::OccasionState::cancelled || card.moment == model::Moment::ended;
    if (counted && !over) {
        if (height > 0) height += 20;
        height += counted_card(frame, {area.x, area.y + height, area.w, 0}, card.seats);
    }
    return height;
}

float body_text(Frame& frame, Rect area, const EventDetail& detail) {
    const std::string& body = frame.word(detail.body);
    const std::size_t cut = body.find('\n');
    std::string joined = body;
    if (cut != std::string::npos) joined.replace(cut, 1, frame.theme.english() ? " " : "");
    TextStyle style = frame.theme.type(Type::body);
    if (frame.canvas.landscape()) style.line = 1.5F;
    TextOptions options{.lines_max = 0};
    if (cut != std::string::npos) {
        options.second_from = cut;
        options.second_color = frame.theme.color.ink2;
    }
    return frame.canvas.text(area, joined, style, options).height;
}

bool qr_card(Frame& frame, Rect rect, const std::string& url) {
    Canvas& canvas = frame.canvas;
    Pressing press(frame, Role::button, frame.word(Key::detail_qr), rect);
    canvas.round(rect, 24, Color::hex(0xFFFFFF));
    canvas.outline(rect, 24, 2, frame.theme.color.line);
    canvas.qr(rect.inset(rect.w * 0.09F), url, Color::hex(0x000000));
    return press.activated();
}

std::optional<Action> related(Frame& frame, Rect rect, const EventDetail& detail, bool picture) {
    if (!detail.related) return std::nullopt;
    const model::EventCard& card = *detail.related;
    if (!related_row(frame, rect, card, picture)) return std::nullopt;
    return open_listing(card, card.section);
}

}  // namespace wenlan::ui::detail
