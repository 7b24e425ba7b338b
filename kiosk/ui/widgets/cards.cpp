// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cards.h"

#include <array>

#include "ui/i18n/words.h"
#include "ui/widgets/baseline.h"
#include "ui/widgets/buttons.h"

namespace wenlan::ui {

namespace {

using model::SeatsShown;

std::uint64_t key_of(const model::EventCard& card) {
    return static_cast<std::uint64_t>(card.occasion.value) << 20 ^
           static_cast<std::uint64_t>(card.listing.value);
}

void arrow_disc(Frame& frame, Point center, float diameter) {
    const Palette& color = frame.theme.color;
    frame.canvas.disc(center, diameter / 2, color.action);
    frame.canvas.icon(center, diameter * 0.56F, "next", color.on_action);
}

// The number with its word to the right (tiles), both on one baseline.
void seats_inline(Frame& frame, Point left_baseline, const model::EventCard& card, float number_px,
                  float word_px, float width) {
    Canvas& canvas = frame.canvas;
    const Color color = seats_color(frame.theme, card);
    TextStyle number = frame.theme.type(Type::seats).sized(number_px).in(color);
    TextStyle word = frame.theme.type(Type::secondary).sized(word_px).in(color);
    if (card.seats.kind != SeatsShown::Kind::counted) {
        const std::string text = words::seats(card, frame.language());
        TextStyle plain = word;
        plain.px = canvas.fitting_px(text, word, width,
                                     std::array{word_px, word_px * 0.9F, word_px * 0.8F});
        text_on_baseline(canvas, left_baseline.x, left_baseline.y, width, text, plain);
        return;
    }
    const std::string free = std::to_string(card.seats.free);
    text_on_baseline(canvas, left_baseline.x, left_baseline.y, width, free, number,
                     {.whole = true});
    const float number_width = canvas.text_width(free, number);
    const std::string_view unit = frame.word(
        card.seats.approximate
            ? Key::seats_unit_about
            : (frame.theme.contrast || frame.theme.large ? Key::seats_left_word : Key::seats_unit));
    const float room = width - number_width - 14;
    word.px =
        canvas.fitting_px(unit, word, room, std::array{word_px, word_px * 0.9F, word_px * 0.8F});
    text_on_baseline(canvas, left_baseline.x + number_width + 11, left_baseline.y - 5, room, unit,
                     word);
}

// Number over its word, right-aligned (event cards, large rows).
void seats_column(Frame& frame, Rect box, const model::EventCard& card, float number_px,
                  float word_px) {
    Canvas& canvas = frame.canvas;
    TextStyle number =
        frame.theme.type(Type::seats).sized(number_px).in(seats_color(frame.theme, card));
    TextStyle word = frame.theme.type(Type::secondary).sized(word_px);
    std::string top;
    std::string_view below;
    if (!card.occasion) {
        // A notice, a service, a call: no date, no seats.
        chevron(frame, {box.right() - 20, box.center().y}, 44, frame.theme.color.ink3);
        return;
    }
    if (card.state == domain::OccasionState::cancelled) {
        top = frame.word(Key::events_cancelled);
    } else if (card.seats.kind == SeatsShown::Kind::counted) {
        top = std::to_string(card.seats.free);
        below = frame.word(card.seats.approximate ? Key::seats_unit_about
                           : frame.theme.large    ? Key::seats_left_word
                                                  : Key::seats_unit);
    } else if (card.seats.kind == SeatsShown::Kind::full) {
        top = frame.word(Key::seats_full);
        below = frame.word(Key::seats_can_wait);
    } else if (card.seats.kind == SeatsShown::Kind::none_needed) {
        top = frame.word(Key::seats_walk_in);
        below = frame.word(Key::seats_no_booking);
    } else {
        below = frame.word(Key::seats_unknown);
    }
    const bool digits = card.seats.kind == SeatsShown::Kind::counted &&
                        card.state != domain::OccasionState::cancelled;
    if (!digits) number.px = number_px * 0.6F;
    number.px = canvas.fitting_px(top, number, box.w,
                                  std::array{number.px, number.px * 0.8F, number.px * 0.65F});
    word.px =
        canvas.fitting_px(below, word, box.w, std::array{word_px, word_px * 0.9F, word_px * 0.8F});
    // As drawn: the number's baseline a little below the middle, its word 37/26 em under it.
    const float middle = box.center().y;
    const float baseline = below.empty() ? middle + number.px * 0.36F
                                         : middle + number_px * (digits ? 0.125F : -0.06F);
    text_on_baseline(canvas, box.x, baseline, box.w, top, number,
                     {.align = Align::right, .whole = true});
    text_on_baseline(canvas, box.x, baseline + word_px * 1.42F, box.w, below, word,
                     {.align = Align::right});
}

// The facts in one line, without the last ones if they would not fit.
std::string fitting_facts(Canvas& canvas, const TextStyle& style, float width, std::string first,
                          const std::string& second) {
    std::string both = words::facts({first, second});
    return canvas.text_width(both, style) <= width ? both : first;
}

// The title, or its short form where it would not fit even at the smallest size.
const std::string& fitting_title(Frame& frame, const model::EventCard& card, const TextStyle& style,
                                 float width, float px_min) {
    const std::string& title = frame.word(card.title);
    return frame.canvas.text_width(title, style.sized(px_min)) <= width
               ? title
               : frame.word(card.short_title);
}

std::string until_or_place(const model::EventCard& card, base::Language language) {
    const std::string until =
        card.moment == model::Moment::on_now ? words::when_in_tile(card, language) : "";
    return words::facts(
        {card.venue.in(language), until.empty() ? card.subtitle.in(language) : until});
}

}  // namespace

void card_ground(Frame& frame, Rect rect, float pressed) {
    const Palette& color = frame.theme.color;
    frame.canvas.shadow(rect, measure::radius_card, Shadow::card);
    frame.canvas.round(rect, measure::radius_card, color.card);
    if (frame.theme.contrast) {
        frame.canvas.outline(rect, measure::radius_card, 4, color.ink);
    } else if (pressed > 0) {
        frame.canvas.outline(rect, measure::radius_card, 3, color.ink2.with_alpha(pressed));
    }
}

Color seats_color(const Theme& theme, const model::EventCard& card) {
    if (card.state == domain::OccasionState::cancelled) return theme.color.ink3;
    switch (card.seats.kind) {
        case SeatsShown::Kind::counted:
            return theme.color.action;
        case SeatsShown::Kind::full:
            return theme.color.ink3;
        case SeatsShown::Kind::none_needed:
            return theme.color.good;
        case SeatsShown::Kind::unknown:
            return theme.color.ink2;
    }
    return theme.color.ink2;
}

bool walk_in_tile(Frame& frame, Rect rect, const model::EventCard& card, float picture_height) {
    Canvas& canvas = frame.canvas;
    const base::Language language = frame.language();
    Pressing press(frame, Role::card, frame.word(card.short_title), rect, key_of(card));
    card_ground(frame, rect, press.amount());
    canvas.push_ground(frame.theme.color.card);
    const bool bare = frame.theme.contrast;  // no pictures under or around text
    if (!bare)
        canvas.picture(rect.top(picture_height), measure::radius_card, card.poster, Corners::top);
    const float left = rect.x + (bare ? 30 : 24);
    const float room = rect.w - 44;
    float y = rect.y + (bare ? 26 : picture_height + 16);
    TextStyle title = frame.theme.type(bare ? Type::card_title : Type::tile_title);
    const bool wide = rect.w > 330 && !bare;
    if (wide) title.px = 38;
    canvas.text({left, y, room, title.height()}, frame.word(card.short_title), title,
                {.step_down = {34, 31, 28}});
    y += bare ? 52 : (wide ? 55 : 50);
    TextStyle facts = frame.theme.type(Type::caption);
    const std::string when = words::when_in_tile(card, language);
    const std::string place = card.venue_short.in(language);
    canvas.text({left, y, rect.w - 30, facts.height()}, words::facts({place, when}), facts,
                {.step_down = {24, 22}});
    const float baseline = rect.bottom() - (bare ? 34 : 26);
    seats_inline(frame, {left, baseline}, card, 76, 28, rect.w - 24 - 88 - 8);
    arrow_disc(frame, {rect.right() - 56 - (bare ? 4 : 0), rect.bottom() - 60 - (bare ? 6 : 0)},
               bare ? 80 : 64);
    canvas.pop();
    return press.activated();
}

bool walk_in_row(Frame& frame, Rect rect, const model::EventCard& card) {
    Canvas& canvas = frame.canvas;
    const base::Language language = frame.language();
    Pressing press(frame, Role::card, frame.word(card.short_title), rect, key_of(card));
    card_ground(frame, rect, press.amount());
    canvas.push_ground(frame.theme.color.card);
    const float picture = frame.theme.contrast ? 0 : 240;
    if (picture > 0) {
        canvas.picture(rect.left(picture), measure::radius_card, card.poster, Corners::left);
    }
    const float left = rect.x + picture + 34;
    const float right = rect.right() - 34 - 92 - 24;
    const float seats_width = 150;
    const float room = right - seats_width - 16 - left;
    const TextStyle title = frame.theme.type(Type::card_title).sized(57);
    canvas.text({left, rect.center().y - 74, room, title.height()}, frame.word(card.short_title),
                title, {.step_down = {52, 46, 42, 38}});
    TextStyle facts = frame.theme.type(Type::secondary).sized(43);
    const std::string when =
        card.moment == model::Moment::on_now
            ? words::when_in_tile(card, language)
            : format(Key::home_starts_at, language, {{"time", words::clock(card.start)}});
    canvas.text({left, rect.center().y + 12, room, facts.height()},
                words::facts({card.floor.in(language), when}), facts, {.step_down = {40, 37, 34}});
    seats_column(frame, {right - seats_width, rect.y, seats_width, rect.h}, card, 96, 36);
    arrow_disc(frame, {rect.right() - 34 - 46, rect.center().y}, 92);
    canvas.pop();
    return press.activated();
}

bool today_row(Frame& frame, Rect rect, const model::EventCard& card, const RowLook& look) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const base::Language language = frame.language();
    const bool full = look.full && !theme.large;
    const std::string& title_text = frame.word(full ? card.full_title : card.title);
    Pressing press(frame, Role::row, title_text, rect, key_of(card));
    const float middle = rect.y + rect.h / 2;
    const TextStyle time =
        theme.type(Type::row_time).sized(theme.large ? 62 : (look.full ? 46 : 42));
    canvas.text({rect.x, rect.y + 1, look.time_width, rect.h}, words::clock(card.start), time,
                {.middle = true, .whole = true});
    const float bar_x = rect.x + look.time_width;
    const float bar = theme.large ? 76 : 60;
    if (!theme.contrast) {
        canvas.round({bar_x, middle - bar / 2, theme.large ? 8.0F : 6.0F, bar}, 3,
                     theme.pigment(card.tag.key.empty() ? card.section : card.tag.section).fill);
    }
    const float left = bar_x + (theme.contrast ? 0 : (theme.large ? 40 : (look.full ? 38 : 28)));
    const float chevron_width = look.chevron ? 66 : 0;
    const std::string seats = words::seats(card, language);
    TextStyle seats_style =
        theme.type(Type::row_title).sized(theme.large ? 44 : (look.full ? 34 : 31));
    seats_style.color = seats_color(theme, card);
    if (theme.contrast || theme.large) seats_style.face = text::Face::sans_bold;
    const float seats_width = canvas.text_width(seats, seats_style);
    const bool narrow_large = theme.large && !look.full;
    if (narrow_large) {
        canvas.text({left, middle + 4, rect.right() - left, 64}, seats, seats_style.sized(40),
                    {.step_down = {36, 34}, .middle = true, .whole = true});
    } else {
        canvas.text(
            {rect.right() - chevron_width - seats_width - 2, rect.y + 1, seats_width + 4, rect.h},
            seats, seats_style, {.align = Align::right, .middle = true, .whole = true});
    }
    const float room = rect.right() - chevron_width - seats_width - 28 - left;
    TextStyle title = theme.type(Type::row_title);
    if (theme.contrast) title.face = text::Face::sans_bold;
    if (narrow_large) {
        // A narrow panel: the title takes the row, its seats stand below it.
        title.px = 42;
        title.line = 1.25F;
        const float wide = rect.right() - left;
        const std::string& words = fitting_title(frame, card, title, wide, 34);
        canvas.text({left, middle - 64, wide, title.height()}, words, title,
                    {.step_down = {38, 34}});
    } else if (theme.large) {
        title.px = 50;
        canvas.text({left, rect.y, room, rect.h}, fitting_title(frame, card, title, room, 38),
                    title, {.step_down = {46, 42, 38, 34}, .middle = true});
    } else {
        if (!look.full) title.px = 32;
        const std::string& words =
            look.full ? title_text : fitting_title(frame, card, title, room, 28);
        canvas.text({left, middle - 44, room, title.height()}, words, title,
                    {.step_down = {34, 32, 30, 28}});
        const TextStyle facts = theme.type(Type::secondary);
        canvas.text(
            {left, middle + 4, room, facts.height()},
            fitting_facts(canvas, facts, room, card.venue.in(language), card.subtitle.in(language)),
            facts, {.step_down = {26, 24}});
    }
    if (look.chevron) chevron(frame, {rect.right() - 15, middle}, 36, theme.color.ink3);
    return press.activated();
}

float event_card_height(const Theme& theme) { return theme.large ? 280 : 204; }

bool event_card(Frame& frame, Rect rect, const model::EventCard& card) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const base::Language language = frame.language();
    Pressing press(frame, Role::card, frame.word(card.title), rect, key_of(card));
    card_ground(frame, rect, press.amount());
    canvas.push_ground(theme.color.card);
    const float picture = theme.large ? 240 : 268;
    const Rect art = theme.contrast ? rect.left(picture).inset(4) : rect.left(picture);
    canvas.picture(art, measure::radius_card - (theme.contrast ? 4 : 0), card.poster,
                   Corners::left);
    const bool over =
        card.moment == model::Moment::ended || card.state == domain::OccasionState::cancelled;
    if (over)
        canvas.round(art, measure::radius_card, theme.color.paper.with_alpha(0.45F), Corners::left);
    const bool unusual = over || card.state == domain::OccasionState::moved;
    const float left = rect.x + picture + 33;
    // An English "Cancelled" is wider than any number.
    const float seats_width = !theme.large ? 160 : (theme.english() ? 196 : 150);
    const float right = rect.right() - 28;
    const domain::Section section = card.tag.key.empty() ? card.section : card.tag.section;
    const Pigment pigment = theme.pigment(section);
    const float row1 = rect.y + (theme.large ? 58 : 48);
    TextStyle when =
        theme.type(Type::tile_title).in(theme.contrast ? theme.color.action : pigment.fill);
    std::string when_text = card.occasion ? words::when_on_card(card, language) : std::string();
    if (card.state == domain::OccasionState::moved) {
        when_text = words::facts({std::string(frame.word(Key::events_moved)), when_text});
    }
    const float when_width =
        std::min(canvas.text_width(when_text, when), right - seats_width - left);
    canvas.text({left, row1 - when.height() / 2, when_width + 4, when.height()}, when_text, when,
                {.step_down = {when.px * 0.9F, when.px * 0.8F}, .whole = true});
    if (!card.tag.key.empty()) {
        const std::string& label = frame.word(card.tag.name);
        const float pill_left = when_text.empty() ? left : left + when_width + 15;
        const float pill = canvas.text_width(label, theme.type(Type::badge)) + 40;
        if (pill_left + pill < right - (theme.large ? seats_width + 12 : 0)) {
            tag_pill(frame, {pill_left, row1}, label, pigment, false);
        }
    }
    const float room = right - seats_width - 12 - left;
    const TextStyle title = theme.type(Type::card_title);
    canvas.text({left, rect.y + (theme.large ? 102 : 80), room, title.height()},
                frame.word(card.title), title,
                {.step_down = {title.px * 0.9F, title.px * 0.85F, title.px * 0.78F}});
    const TextStyle facts = theme.type(Type::secondary);
    canvas.text(
        {left, rect.y + (theme.large ? 178 : 139), room, facts.height()},
        unusual && !card.reason.empty() ? card.reason.in(language) : until_or_place(card, language),
        facts, {.step_down = {facts.px * 0.92F}});
    seats_column(frame, {right - seats_width, rect.y, seats_width, rect.h}, card,
                 theme.large ? 80 : 64, theme.large ? 35 : 26);
    canvas.pop();
    return press.activated();
}

namespace {

std::string feature_line(Frame& frame, const model::FeatureCard& card) {
    return frame.word(card.line);
}

// A black card with its outline: pictures never lie under text in high contrast.
void feature_contrast(Frame& frame, Rect rect, const model::FeatureCard& card, bool filled) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const Color ground = filled ? color.action : color.card;
    const Color text_color = filled ? color.on_action : color.ink;
    canvas.round(rect, measure::radius_card, ground);
    if (!filled) canvas.outline(rect, measure::radius_card, 4, color.ink);
    canvas.push_ground(ground);
    const TextStyle title = frame.theme.type(Type::card_title).sized(38).in(text_color);
    const TextStyle line = frame.theme.type(Type::secondary).in(text_color);
    const float y = rect.center().y - 46;
    canvas.text({rect.x + 30, y, rect.w - 60, title.height()}, frame.word(card.short_title), title,
                {.step_down = {34, 30}});
    canvas.text({rect.x + 30, y + 54, rect.w - 60, 0}, feature_line(frame, card), line,
                {.lines_max = 2});
    canvas.pop();
}

constexpr std::array<GradientStop, 3> low_scrim{
    {{0, {0, 0, 0, 0.22F}}, {0.45F, {0, 0, 0, 0.60F}}, {1, {0, 0, 0, 0.86F}}}};
constexpr std::array<GradientStop, 4> tall_scrim{{{0, {0, 0, 0, 0.05F}},
                                                  {0.2F, {0, 0, 0, 0.05F}},
                                                  {0.64F, {0, 0, 0, 0.62F}},
                                                  {1, {0, 0, 0, 0.86F}}}};

}  // namespace

bool feature_card(Frame& frame, Rect rect, const model::FeatureCard& card, bool tall) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    Pressing press(frame, Role::card, frame.word(card.title), rect,
                   static_cast<std::uint64_t>(card.listing.value));
    if (theme.contrast) {
        feature_contrast(frame, rect, card, card.days_left.has_value());
        return press.activated();
    }
    canvas.shadow(rect, measure::radius_card, Shadow::card);
    canvas.picture(rect, measure::radius_card, card.poster);
    const Color dark{20.0F / 255, 24.0F / 255, 28.0F / 255};
    if (tall) {
        canvas.scrim(rect, measure::radius_card, dark, tall_scrim);
    } else {
        canvas.scrim(rect, measure::radius_card, dark, low_scrim);
    }
    // The scrim over the lightest poster, where the lower of the two lines stands.
    canvas.push_ground(dark.with_alpha(0.66F).over(Color::hex(0xF8F1E8)));
    const float inset = tall ? 22 : 28;
    const TextStyle title =
        theme.type(Type::card_title).in(theme.color.on_action).sized(tall ? 34 : 40);
    const TextStyle line =
        theme.type(Type::secondary).in(theme.color.on_action).sized(tall ? 26 : 28);
    std::string line_text = feature_line(frame, card);
    const float room = rect.w - 2 * inset;
    const bool two_lines = canvas.text_width(line_text, line.sized(26)) > room;
    // Broken between its facts rather than inside one.
    constexpr std::string_view separator = " · ";
    if (const auto at = line_text.find(separator); two_lines && at != std::string::npos) {
        line_text.replace(at, separator.size(), "\n");
    }
    const float title_y =
        rect.bottom() - (tall ? 99 : 110) - (two_lines ? line.height() * 0.85F : 0);
    canvas.text({rect.x + inset, title_y, rect.w - 2 * inset, title.height()},
                frame.word(tall ? card.short_title : card.title), title,
                {.step_down = {36, 34, 31, 28}});
    TextStyle body = line;
    if (two_lines) body.line = 1.25F;
    canvas.text({rect.x + inset, title_y + (tall ? 48 : 51), room, 0}, line_text, body,
                two_lines ? TextOptions{.lines_max = 2} : TextOptions{.step_down = {26}});
    canvas.pop();
    const std::string& badge = frame.word(card.badge);
    if (!tall && !badge.empty()) {
        const TextStyle style = theme.type(Type::badge).in(theme.color.action);
        const float width = canvas.text_width(badge, style) + 40;
        const Rect pill{rect.right() - 18 - width, rect.y + 16, width, 48};
        canvas.round(pill, 24, theme.color.card.with_alpha(0.96F));
        canvas.push_ground(theme.color.card);
        canvas.text(pill.moved(0, 1), badge, style, {.align = Align::center, .middle = true});
        canvas.pop();
    }
    return press.activated();
}

}  // namespace wenlan::ui
