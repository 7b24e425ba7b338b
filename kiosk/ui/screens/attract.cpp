// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <numbers>

#include "ui/i18n/words.h"
#include "ui/motion/easing.h"
#include "ui/screens/framings.h"
#include "ui/screens/screens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/line_bridge.h"

namespace wenlan::ui {

namespace {

constexpr float tau = 2 * std::numbers::pi_v<float>;
constexpr base::Duration swap_every{9000};
constexpr base::Duration swap_fade{600};
constexpr float boat_crossing_s = 40;
constexpr std::size_t slips_shown = 3;

// The slips drift by a pixel in a quarter of a second.
base::Duration frame_every(gfx::Quality quality) {
    return base::Duration{quality == gfx::Quality::full ? 33 : 250};
}

float seconds(base::Duration time) { return static_cast<float>(time.count()) / 1000.0F; }

void birds(Canvas& canvas, Point at) {
    const auto bird = [&](float x, float y, float size) {
        std::vector<Point> wings;
        for (int i = 0; i <= 24; ++i) {
            const float t = static_cast<float>(i) / 12 - 1;
            const float arch = std::sin(std::min(1.0F, std::abs(t)) * 2.45F);
            // The far wing is held a little higher.
            const float lift = (t < 0 ? 0.33F : 0.40F) * arch - 0.12F * std::abs(t) + 0.07F * t;
            wings.push_back({x + t * size, y - lift * size});
        }
        canvas.polyline(wings, 3.6F, canvas.theme().color.ink);
    };
    bird(at.x, at.y, 29);
    bird(at.x + 66, at.y - 27, 23);
    bird(at.x + 119, at.y + 9, 18);
}

// `at`: the middle of the deck.
void boat(Canvas& canvas, Point at) {
    const Color hull = Color::hex(0x1B2831);
    const Color cabin = Color::hex(0x3B4852);
    std::vector<Point> dome;
    for (int i = 0; i <= 24; ++i) {
        const float angle = tau / 2 * static_cast<float>(i) / 24;
        const float across =
            std::copysign(std::pow(std::abs(std::cos(angle)), 0.8F), -std::cos(angle));
        dome.push_back({at.x + 2.5F + across * 27.5F,
                        at.y - std::pow(std::max(0.0F, std::sin(angle)), 0.8F) * 27});
    }
    canvas.polygon(dome, cabin);
    constexpr int slices = 30;
    const auto deck = [&](float t) { return at.y + 2 - 4 * (1 - t) * (1 - t) - 11 * t * t * t; };
    const auto keel = [&](float t) {
        return deck(t) + 14 * std::pow(std::max(0.0F, std::sin(t * tau / 2)), 0.8F);
    };
    for (int i = 0; i < slices; ++i) {
        const float t0 = static_cast<float>(i) / slices;
        // Each slice reaches into the next, or their soft edges would show as seams.
        const float t1 = std::min(1.0F, static_cast<float>(i + 1) / slices + 0.012F);
        const float x0 = at.x - 57 + 123 * t0;
        const float x1 = at.x - 57 + 123 * t1;
        canvas.polygon(
            std::array<Point, 4>{{{x0, deck(t0)}, {x1, deck(t1)}, {x1, keel(t1)}, {x0, keel(t0)}}},
            hull);
    }
    const float man = at.x - 45;
    canvas.polyline(std::array<Point, 2>{{{man, at.y - 30}, {man + 3, at.y}}}, 4.5F, hull);
    canvas.polygon(
        std::array<Point, 3>{{{man - 11, at.y - 39}, {man, at.y - 47}, {man + 11, at.y - 39}}},
        hull);
    canvas.disc({man, at.y - 36}, 5.5F, hull);
    canvas.polyline(std::array<Point, 2>{{{man + 1, at.y - 24}, {man - 24, at.y + 22}}}, 3.5F,
                    hull);
}

void ground(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const bool wide = canvas.low();
    const Rect all{0, 0, canvas.width(), canvas.height()};
    if (frame.theme.contrast) {
        canvas.fill(all, frame.theme.color.paper);
        line_bridge(canvas, {canvas.width() * 0.47F, canvas.height() * 0.52F}, 400, 210);
        return;
    }
    const Framing attract = attract_framing(canvas);
    float there = 1;  // how much of the painting is back from home
    if (frame.gliding_for) {
        const Framing home = home_framing(canvas);
        const float t = ease_in_out(progress(*frame.gliding_for, base::Duration{0}, glide_out));
        canvas.painting_at(on_the_way(home, home, attract, t), home.rect, home.painting);
        there = std::clamp((t - 0.5F) * 2, 0.0F, 1.0F);
    }
    canvas.push_shift(0, 0, there);
    canvas.live_painting(all, attract.painting, seconds(frame.now));
    const float k = canvas.height() / 1920;
    birds(canvas,
          wide ? Point{canvas.width() * 0.13F, canvas.height() * 0.36F} : Point{167, 697 * k});
    // The boat crosses from right to left; it starts where it is drawn.
    const float drawn_at = (canvas.width() + 200 - 974) / (canvas.width() + 400);
    const float t = std::fmod(seconds(frame.now) / boat_crossing_s + drawn_at, 1.0F);
    const float x = canvas.width() + 200 - t * (canvas.width() + 400);
    const float y = wide ? canvas.height() * 0.67F : 1157 * k;
    boat(canvas, {x, y + 1.5F * std::sin(seconds(frame.now) * 1.1F)});
    canvas.pop();
}

void clock_and_date(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const model::Header& header = *frame.view.header;
    TextStyle clock = frame.theme.type(Type::clock).sized(104);
    const float left = frame.canvas.low() ? measure::margin : 68;
    const std::string time = words::clock(header.now);
    canvas.text({left, 57, 400, 104}, time, clock);
    const float x = left + canvas.text_width(time, clock) + 26;
    const TextStyle date = frame.theme.type(Type::secondary).sized(34).in(frame.theme.color.ink);
    canvas.text({x, 61, 420, 52}, words::date_line(header.now.date, frame.language()), date,
                {.middle = true});
    const TextStyle lunar = frame.theme.type(Type::secondary).in(frame.theme.color.ink2);
    canvas.text({x, 109, 420, 46}, words::lunar_line(header, frame.language()), lunar,
                {.middle = true});
}

// 九点, 九点半: as it is said.
std::string opening_hour(int minute_of_day) {
    const std::string hour(text(nth(Key::hour_h0, minute_of_day / 60 % 24), base::Language::zh));
    if (minute_of_day % 60 < 30) return hour;
    return format(Key::hour_half, base::Language::zh, {{"hour", hour}});
}

void name_and_verse(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const model::AttractPage& page = *frame.view.attract;
    TextStyle name;
    name.face = text::Face::kai;
    const bool wide = canvas.low();
    name.px = wide ? 140 : 176;
    name.tracking = wide ? 13 : 16;
    name.color = frame.theme.color.ink;
    const float x = canvas.width() - (wide ? 150 : 173);
    canvas.vertical_text({x, 63}, text(Key::name_full, base::Language::zh), name);
    TextStyle verse = name;
    verse.px = wide ? 40 : 46;
    verse.tracking = wide ? 9 : 11;
    verse.color = frame.theme.color.ink2;
    // The verse is calligraphy: it stays Chinese, as the name does.
    std::string first(text(Key::attract_verse_1, base::Language::zh));
    std::string second(text(Key::attract_verse_2, base::Language::zh));
    if (page.closed_for_today) {
        first = text(Key::attract_closed_verse_1, base::Language::zh);
        second = format(Key::attract_closed_verse_2, base::Language::zh,
                        {{"time", opening_hour(page.opens_minute)}});
    }
    canvas.vertical_text({x - (wide ? 135 : 163), wide ? 70.0F : 150.0F}, first, verse);
    canvas.vertical_text({x - (wide ? 205 : 243), wide ? 98.0F : 205.0F}, second, verse);
}

struct SlipPlace {
    Rect rect;
    float phase;
};

std::array<SlipPlace, slips_shown> slip_places(const Canvas& canvas) {
    if (canvas.low()) {
        const float w = canvas.width();
        const float top = canvas.height() - 142 - 3 * 168 - 2 * 12 - 10;
        return {{{{w - 900, top, 780, 168}, 0},
                 {{w - 846, top + 180, 790, 168}, 0.37F},
                 {{w - 960, top + 360, 830, 168}, 0.71F}}};
    }
    const float top = canvas.height() - 676;
    return {{{{150, top, 780, 168}, 0},
             {{226, top + 180, 790, 168}, 0.37F},
             {{64, top + 360, 830, 168}, 0.71F}}};
}

std::string slip_when(const Frame& frame, const model::EventCard& card) {
    return words::when_on_card(card, frame.language());
}

bool slip(Frame& frame, Rect rect, const model::EventCard& card, float alpha) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    Pressing press(frame, Role::card, frame.word(card.full_title), rect,
                   static_cast<std::uint64_t>(card.occasion.value));
    canvas.push_shift(0, 0, alpha);
    canvas.shadow(rect, rect.h / 2, Shadow::poster);
    canvas.round(rect, rect.h / 2, theme.color.card.with_alpha(theme.contrast ? 1 : 0.95F));
    if (theme.contrast) canvas.outline(rect, rect.h / 2, 4, theme.color.ink);
    canvas.push_ground(theme.color.card);
    const float inset = 16;
    const Rect art{rect.x + inset, rect.y + inset, rect.h - 2 * inset, rect.h - 2 * inset};
    if (!theme.contrast) canvas.picture(art, art.h / 2, card.poster);
    const float x = rect.x + 181;
    const float room = rect.right() - 56 - x;
    const domain::Section section = card.tag.key.empty() ? card.section : card.tag.section;
    const bool on_now = card.moment == model::Moment::on_now;
    TextStyle when = theme.type(Type::card_title).sized(36);
    when.color = on_now || theme.contrast ? theme.color.action : theme.pigment(section).fill;
    const std::string when_text = slip_when(frame, card);
    canvas.text({x, rect.y + 28, room, 52}, when_text, when, {.middle = true});
    const TextStyle seats = theme.type(Type::secondary);
    const float when_width = canvas.text_width(when_text, when);
    canvas.text({x + when_width + 17, rect.y + 31, room - when_width - 17, 46},
                words::seats(card, frame.language()), seats, {.middle = true});
    const TextStyle title = theme.type(Type::card_title).sized(42);
    canvas.text({x, rect.y + 83, room, 60}, frame.word(card.full_title), title,
                {.step_down = {40, 36, 34, 30}, .middle = true});
    canvas.pop();
    canvas.pop();
    return press.activated();
}

std::optional<Action> slips(Frame& frame) {
    const std::vector<model::EventCard>& cards = frame.view.attract->slips;
    if (cards.empty()) return std::nullopt;
    const std::size_t pages = (cards.size() + slips_shown - 1) / slips_shown;
    const auto turn = static_cast<std::size_t>(frame.now / swap_every);
    const base::Duration into = frame.now % swap_every;
    // With more than one page, each fades out at its end and the next one in at its beginning.
    float alpha = 1;
    if (pages > 1) {
        const base::Duration half = swap_fade / 2;
        if (into < half && turn > 0) alpha = progress(into, base::Duration{0}, half);
        if (swap_every - into < half) alpha = progress(swap_every - into, base::Duration{0}, half);
        if (alpha < 1) frame.animate();
    }
    const std::size_t first = turn % pages * slips_shown;
    const std::size_t count = std::min(slips_shown, cards.size() - first);
    const auto places = slip_places(frame.canvas);
    std::optional<Action> action;
    for (std::size_t i = 0; i < count; ++i) {
        // Fewer slips stand at the bottom, next to the bar.
        const SlipPlace& place = places[i + slips_shown - count];
        const float angle = tau * (seconds(frame.now) / 24 + place.phase);
        const float still = frame.theme.motion.reduced ? 0.0F : 1.0F;
        const Rect rect = place.rect.moved(
            still * 14 * (std::sin(angle) - std::sin(tau * place.phase)) / 2,
            still * 6 * (std::sin(angle * 1.7F) - std::sin(tau * place.phase * 1.7F)) / 2);
        const model::EventCard& card = cards[first + i];
        if (slip(frame, rect, card, alpha)) {
            action = open_listing(card, card.section);
        }
    }
    return action;
}

void today_label(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const model::AttractPage& page = *frame.view.attract;
    const bool tomorrow = !page.slips.empty() && page.slips.front().days_ahead > 0;
    TextStyle style = frame.theme.type(Type::tile_title).in(frame.theme.color.ink2);
    style.face = frame.theme.contrast ? text::Face::serif_bold : text::Face::serif;
    style.tracking = frame.theme.english() ? 2 : 8;
    const std::string_view label =
        frame.word(tomorrow ? Key::attract_tomorrow : Key::attract_today);
    const auto places = slip_places(canvas);
    const bool wide = canvas.low();
    const float middle = wide ? places[0].rect.x + 250 : canvas.width() / 2;
    const float y = places[0].rect.y - 34;
    const float width = canvas.text_width(label, style);
    const Rect box{middle - 300, y - 26, 600, 52};
    if (!frame.theme.contrast) {
        canvas.haze({middle - 320, y - 60, 640, 120}, frame.theme.color.paper.with_alpha(0.6F));
    }
    canvas.text(box, label, style, {.align = Align::center, .middle = true});
    for (const float side : {-1.0F, 1.0F}) {
        const float near = middle + side * (width / 2 + 32);
        const float far = near + side * 90;
        canvas.line({std::min(near, far), y}, {std::max(near, far), y}, 2,
                    frame.theme.color.ink2.with_alpha(0.5F));
    }
}

bool touch_bar(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Rect bar{0, canvas.height() - 142, canvas.width(), 142};
    const std::string_view label = frame.word(Key::attract_touch);
    Pressing press(frame, Role::button, label, bar);
    canvas.fill({-14, bar.y, bar.w + 28, bar.h + 14}, theme.color.action);
    canvas.push_ground(theme.color.action);
    TextStyle call = theme.type(Type::button).sized(54).in(theme.color.on_action);
    call.tracking = theme.english() ? 1 : 6;
    TextStyle other = theme.type(Type::body).sized(31).in(theme.color.on_action);
    const std::string_view other_label = frame.word(Key::attract_touch_other);
    const float call_width = canvas.text_width(label, call);
    const float other_width = canvas.text_width(other_label, other);
    const float left = bar.center().x - (70 + 33 + call_width + 40 + other_width) / 2 + 6;
    const Point ring{left + 35, bar.center().y};
    canvas.circle(ring, 34, 2, theme.color.on_action.with_alpha(0.55F));
    canvas.circle(ring, 21.5F, 3, theme.color.on_action);
    canvas.disc(ring, 10, theme.color.on_action);
    canvas.text({left + 103, bar.y, call_width + 8, bar.h}, label, call, {.middle = true});
    canvas.text({left + 103 + call_width + 40, bar.y, other_width + 8, bar.h}, other_label, other,
                {.middle = true});
    canvas.pop();
    return press.activated();
}

}  // namespace

std::optional<Action> draw_attract(Frame& frame) {
    Canvas& canvas = frame.canvas;
    std::optional<Action> action;
    {
        const Rect all{0, 0, canvas.width(), canvas.height()};
        const TouchId id = touch_id(Role::region, "attract", 0);
        canvas.element(Role::region, frame.word(Key::name_full), all);
        if (frame.touch.press(id, all).activated) action = go({ScreenName::home});
    }
    ground(frame);
    const float shown = frame.gliding_for
                            ? progress(*frame.gliding_for, glide_out / 2, glide_out - glide_out / 2)
                            : 1;
    canvas.push_shift(0, 0, shown);
    clock_and_date(frame);
    name_and_verse(frame);
    if (!frame.view.attract->slips.empty()) today_label(frame);
    if (auto wanted = slips(frame)) action = wanted;
    canvas.pop();
    if (touch_bar(frame)) action = go({ScreenName::home});
    if (frame.view.attract->night) {
        // Dimmed to a fifth: nobody is there, and the panel lasts longer.
        canvas.fill({0, 0, canvas.width(), canvas.height()}, Color{0, 0, 0, 0.8F});
        frame.redraw_after(base::Duration{10000});
    } else {
        frame.redraw_after(frame_every(canvas.graphics().quality()));
    }
    return action;
}

}  // namespace wenlan::ui
