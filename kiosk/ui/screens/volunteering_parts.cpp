// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/volunteering_parts.h"

#include <array>
#include <string>
#include <vector>

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/buttons.h"

namespace wenlan::ui::volunteering {

namespace {

// The evening under the words of the banner, and how far it covers the picture.
const Color evening = Color::hex(0x2B3F4D);
constexpr float evening_solid = 363, evening_fades = 276;  // from the banner's left edge
constexpr float picture_left = 321;
Key urgency(const model::EventCard& card) {
    constexpr int evening_hour = 17;
    if (card.days_ahead > 0) return Key::volunteering_urgent_tomorrow;
    return card.start.hour >= evening_hour ? Key::volunteering_urgent_tonight
                                           : Key::volunteering_urgent_today;
}

struct BannerWords {
    std::string tag;
    std::string title;
    std::string line;
};

BannerWords words_of(const Frame& frame, const model::EventCard* urgent) {
    const auto word = [&](Key key) { return std::string(frame.word(key)); };
    if (urgent == nullptr) {
        return {"", word(Key::volunteering_thanks), word(Key::volunteering_thanks_line)};
    }
    const base::Language language = frame.language();
    return {word(urgency(*urgent)), frame.word(urgent->title),
            words::facts({words::time_range_brief(urgent->start, urgent->end, language),
                          urgent->venue.in(language)})};
}

struct BannerLook {
    TextStyle title, line;
    float left, room;
};

BannerLook banner_look(const Frame& frame, Rect rect) {
    const Theme& theme = frame.theme;
    const Color on = theme.contrast ? theme.color.ink : theme.color.on_action;
    return {theme.type(Type::question).in(on), theme.type(Type::small_body).in(on), rect.x + 44,
            rect.w - 88};
}

// How far the words need an even ground, from the banner's left edge.
float even_width(Frame& frame, Rect rect, const BannerWords& said) {
    const BannerLook look = banner_look(frame, rect);
    const float widest = std::max(frame.canvas.text_width(said.title, look.title),
                                  frame.canvas.text_width(said.line, look.line));
    constexpr float may_reach_over = 60;
    return std::max(evening_solid,
                    look.left - rect.x + std::min(widest, look.room) - may_reach_over);
}

void banner_ground(Frame& frame, Rect rect, const domain::Poster& poster, float even) {
    Canvas& canvas = frame.canvas;
    if (frame.theme.contrast) {
        canvas.round(rect, measure::radius_poster, frame.theme.color.card);
        canvas.outline(rect, measure::radius_poster, 4, frame.theme.color.ink);
        return;
    }
    canvas.shadow(rect, measure::radius_poster, Shadow::card);
    canvas.round(rect, measure::radius_poster, evening);
    domain::Poster cut = poster;
    cut.focus_x = 0;  // what matters stands clear of the words
    canvas.picture(rect.after(picture_left), measure::radius_poster, cut);
    canvas.fill({rect.x + picture_left, rect.y, even - picture_left, rect.h}, evening);
    constexpr float step = 4;
    const float end = std::min(even + evening_fades, rect.w - measure::radius_poster);
    for (float x = even; x < end; x += step) {
        canvas.fill({rect.x + x, rect.y, step, rect.h},
                    evening.with_alpha(1 - (x + step / 2 - even) / evening_fades));
    }
}

void banner_words(Frame& frame, Rect rect, const BannerWords& said) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const BannerLook look = banner_look(frame, rect);
    if (!said.tag.empty()) {
        const TextStyle badge = theme.type(Type::badge).in(theme.color.on_action);
        const float width = canvas.text_width(said.tag, badge) + 40;
        const Rect pill{look.left, rect.y + 43, width, badge.px + 22};
        canvas.round(pill, pill.h / 2, theme.color.action);
        canvas.push_ground(theme.color.action);
        canvas.text(pill, said.tag, badge, {.align = Align::center, .middle = true});
        canvas.pop();
    }
    const float px = look.title.px;
    const bool low = theme.large && rect.h < 500;
    const float title_y = !theme.large ? 144 : (low ? 138 : 164);
    const float line_y = !theme.large ? 203 : (low ? 208 : 243);
    page::line_at(frame, {look.left, rect.y + title_y}, look.room, said.title, look.title,
                  {.step_down = {px * 0.88F, px * 0.78F, px * 0.68F}});
    page::line_at(frame, {look.left, rect.y + line_y}, look.room, said.line, look.line,
                  {.step_down = {look.line.px * 0.92F, look.line.px * 0.84F}});
}

std::vector<std::pair<int, Key>> shown_sums(const domain::VolunteerYear& year) {
    std::vector<std::pair<int, Key>> shown;
    if (year.hours > 0) shown.emplace_back(year.hours, Key::volunteering_year_hours);
    if (year.volunteers > 0) shown.emplace_back(year.volunteers, Key::volunteering_year_volunteers);
    if (year.village_groups > 0)
        shown.emplace_back(year.village_groups, Key::volunteering_year_groups);
    return shown;
}

// 12,480
std::string grouped(int number) {
    std::string digits = std::to_string(number);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

}  // namespace

float banner_height(const Frame& frame, float) { return frame.theme.large ? 520 : 452; }

std::optional<Action> banner(Frame& frame, Rect rect, const model::VolunteeringPage& page) {
    const Theme& theme = frame.theme;
    const model::EventCard* urgent = page.urgent ? &*page.urgent : nullptr;
    const domain::Poster thanks{"17-volunteers", 0.5F, 0.62F};
    std::optional<Action> action;
    const BannerWords said = words_of(frame, urgent);
    banner_ground(frame, rect, urgent != nullptr ? urgent->poster : thanks,
                  even_width(frame, rect, said));
    frame.canvas.push_ground(theme.contrast ? theme.color.card : evening);
    const float button_height = theme.large ? 128 : 112;
    const Rect upper{rect.x, rect.y, rect.w, rect.h - button_height - 60};
    if (urgent == nullptr) {
        banner_words(frame, rect, said);
    } else {
        Pressing press(frame, Role::card, said.title, upper,
                       static_cast<std::uint64_t>(urgent->occasion.value));
        banner_words(frame, rect, said);
        if (press.activated()) {
            action = open_listing(*urgent, domain::Section::volunteering);
        }
    }
    frame.canvas.pop();
    if (urgent == nullptr) return action;
    const std::string label = format(Key::volunteering_missing_me, frame.language(),
                                     {{"n", std::to_string(urgent->seats.free)}});
    const Rect button{rect.x + 44, rect.bottom() - 40 - button_height,
                      theme.large || theme.english() ? 520.0F : 412.0F, button_height};
    if (primary_button(frame, button, label, Weight::action)) {
        action = page::sign_up_or_desk(frame, *urgent);
    }
    return action;
}

float sums_height(const Frame& frame, const domain::VolunteerYear& year) {
    if (shown_sums(year).empty()) return 0;
    return frame.theme.large ? 176 : 136;
}

void sums(Frame& frame, Rect rect, const domain::VolunteerYear& year) {
    const Theme& theme = frame.theme;
    const auto shown = shown_sums(year);
    constexpr float gap = 22;
    const auto count = static_cast<float>(shown.size());
    const float width = (rect.w - gap * (count - 1)) / count;
    const TextStyle number = theme.type(Type::seats)
                                 .sized(theme.grown(64, Growth::heading))
                                 .in(theme.pigment(domain::Section::volunteering).fill);
    const TextStyle caption = theme.type(Type::secondary);
    float x = rect.x;
    for (const auto& [value, key] : shown) {
        page::line_at(frame, {x, rect.y + (theme.large ? 44.0F : 35.0F)}, width, grouped(value),
                      number, {.align = Align::center, .whole = true});
        page::line_at(
            frame, {x, rect.y + (theme.large ? 118.0F : 93.0F)}, width, frame.word(key), caption,
            {.align = Align::center, .step_down = {caption.px * 0.92F, caption.px * 0.84F}});
        x += width + gap;
    }
    frame.canvas.line({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1},
                      theme.contrast ? 2 : 1, theme.color.line);
}

}  // namespace wenlan::ui::volunteering
