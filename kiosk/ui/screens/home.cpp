// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <functional>

#include "ui/i18n/words.h"
#include "ui/screens/framings.h"
#include "ui/screens/screens.h"
#include "ui/screens/walk_in.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/line_bridge.h"
#include "ui/widgets/lists.h"

namespace wenlan::ui {

namespace {

using model::HomePage;

Action open_event(const model::EventCard& card) { return open_listing(card, card.section); }

// Of what is on now: straight in, where somebody has to be registered.
Action walk_into(const model::EventCard& card) {
    return can_walk_in(card) ? open_walk_in(card.occasion, card.listing) : open_event(card);
}

Key invitation(const HomePage& home) {
    if (!home.main_tag) return Key::greeting_poem_any;
    const std::string& tag = home.main_tag->key;
    if (tag == "opera" || tag == "outreach") return Key::greeting_poem_opera;
    if (tag == "music" || tag == "gala" || tag == "festival") return Key::greeting_poem_music;
    if (tag == "talk") return Key::greeting_poem_talk;
    if (tag == "family" || tag == "story") return Key::greeting_poem_story;
    if (tag == "reading" || tag == "books") return Key::greeting_poem_reading;
    return Key::greeting_poem_any;
}

std::string first_verse(const Frame& frame) {
    const model::Header& header = *frame.view.header;
    const std::string name = words::term_or_festival(header, frame.language());
    if (header.festival) {
        return format(Key::greeting_poem_festival, frame.language(), {{"festival", name}});
    }
    if (header.solar_term)
        return format(Key::greeting_poem_term, frame.language(), {{"term", name}});
    if (header.now.hour < 11) return std::string(frame.word(Key::greeting_poem_morning));
    if (header.now.hour < 18) return std::string(frame.word(Key::greeting_poem_afternoon));
    return std::string(frame.word(Key::greeting_poem_evening));
}

std::string count_line(const Frame& frame) {
    const HomePage& home = *frame.view.home;
    const std::string greeting = words::greeting(frame.view.header->now, frame.language());
    if (home.today_count == 0) {
        return format(Key::greeting_line_none, frame.language(), {{"greeting", greeting}});
    }
    const std::string n = std::to_string(home.today_count);
    if (home.walk_in_count == 0) {
        return format(Key::greeting_line_no_walk_in, frame.language(),
                      {{"greeting", greeting}, {"n", n}});
    }
    return format(
        Key::greeting_line, frame.language(),
        {{"greeting", greeting}, {"n", n}, {"walk_in", std::to_string(home.walk_in_count)}});
}

void greeting(Frame& frame, Rect box, bool one_line) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    TextStyle poem = theme.type(Type::poem);
    const std::string first = first_verse(frame);
    const std::string second(frame.word(invitation(*frame.view.home)));
    const std::string space = theme.english() ? " " : "";
    TextStyle line = theme.type(Type::body).in(theme.color.ink);
    float y = box.y;
    if (one_line) {
        const std::string both = first + space + second;
        if (!theme.contrast && !theme.english()) poem.px = 80;
        poem.px = canvas.fitting_px(
            both, poem, box.w, std::array{poem.px, poem.px * 0.85F, poem.px * 0.72F, 52.0F, 44.0F});
        canvas.text({box.x, y, box.w, poem.height()}, both, poem, {});
        y += poem.height() + (theme.contrast ? 0 : 10);
    } else {
        for (const std::string& verse : {first, second}) {
            canvas.text({box.x, y, box.w, poem.height()}, verse, poem,
                        {.step_down = {poem.px * 0.88F, poem.px * 0.75F}});
            y += poem.height();
        }
        y += theme.english() ? 12 : 16;
    }
    if (!theme.contrast) {
        // Legibility on the painting (tokens.md section 5).
        const float width = std::min(box.w, canvas.text_width(count_line(frame), line));
        canvas.haze({box.x - 140, y - 34, width + 280, line.height() + 68},
                    theme.color.paper.with_alpha(0.72F));
    }
    canvas.text({box.x, y, box.w, line.height()}, count_line(frame), line,
                {.step_down = {32, 30, 28}});
}

// The page's panels come in one after the other behind the painting.
class Entrance {
public:
    explicit Entrance(Frame& frame) : frame_(frame) { push(); }
    ~Entrance() { frame_.canvas.pop(); }
    Entrance(const Entrance&) = delete;
    Entrance& operator=(const Entrance&) = delete;

    void next() {
        frame_.canvas.pop();
        ++nth_;
        push();
    }

private:
    void push() {
        const Rise panel = rise(frame_.gliding_for, nth_);
        frame_.canvas.push_shift(0, panel.down, panel.alpha);
    }

    Frame& frame_;
    int nth_ = 0;
};

std::optional<Action> search_button(Frame& frame, Point center) {
    if (round_button(frame, center, 110, "search", frame.word(Key::home_search))) {
        return go({.screen = ScreenName::search});
    }
    return std::nullopt;
}

// The dot's ring breathes for 10 s after a touch, then rests.
float ring_alpha(Frame& frame) {
    constexpr base::Duration breath{2400};
    constexpr base::Duration awake{10000};
    if (frame.theme.contrast) return 0;
    const base::Duration since = frame.now - frame.still_since;
    if (frame.theme.motion.reduced || since >= awake) return 0.18F;
    frame.redraw_after(base::Duration{100});
    const float turn =
        static_cast<float>((since % breath).count()) / static_cast<float>(breath.count());
    return 0.115F + 0.065F * std::cos(turn * 6.2832F);
}

void walk_in_heading(Frame& frame, float x, float center_y) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const HomePage& home = *frame.view.home;
    const bool none = home.walk_in.empty();
    if (!none && !theme.large) {
        canvas.disc({x + 20, center_y}, 20, theme.color.action.with_alpha(ring_alpha(frame)));
        canvas.disc({x + 20, center_y}, theme.contrast ? 13 : 10, theme.color.action);
    }
    TextStyle heading = theme.type(Type::section);
    if (theme.large) heading.px = 72;
    const float left = x + (none || theme.large ? 0 : 54);
    const std::string title =
        none && !home.today.empty() && !home.today_is_tomorrow
            ? format(Key::home_next_start, frame.language(),
                     {{"time", words::clock(home.today.front().start)}})
            : std::string(frame.word(none ? Key::home_nothing_now : Key::home_walk_in));
    const TextExtent extent =
        canvas.text({left, center_y - heading.height() / 2 - 2, 620, heading.height()}, title,
                    heading, {.step_down = {heading.px * 0.85F}});
    if (none || theme.large || theme.contrast) return;
    const TextStyle note = theme.type(Type::secondary);
    canvas.text({left + extent.width + 24, center_y - note.height() / 2 - 1, 420, note.height()},
                frame.word(Key::home_walk_in_note), note);
}

// What stands in the strip: what can be walked into now, or the next three.
const std::vector<model::EventCard>& strip_cards(const HomePage& home) {
    return home.walk_in.empty() ? home.today : home.walk_in;
}

std::optional<Action> tiles(Frame& frame, Rect row, float picture_height) {
    const std::vector<model::EventCard>& cards = strip_cards(*frame.view.home);
    std::optional<Action> action;
    // Fewer than three share the row.
    const std::size_t shown = std::min<std::size_t>(3, cards.size());
    const float gaps = measure::gutter * static_cast<float>(std::max<std::size_t>(1, shown) - 1);
    const float width = (row.w - gaps) / static_cast<float>(std::max<std::size_t>(1, shown));
    for (std::size_t i = 0; i < shown; ++i) {
        const float x = row.x + static_cast<float>(i) * (width + measure::gutter);
        if (walk_in_tile(frame, {x, row.y, width, row.h}, cards[i], picture_height)) {
            action = walk_into(cards[i]);
        }
    }
    return action;
}

std::optional<Action> today_heading(Frame& frame, Rect row, Key all) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const HomePage& home = *frame.view.home;
    TextStyle heading = theme.type(Type::section);
    if (theme.large) heading.px = 72;
    canvas.text(row, frame.word(home.today_is_tomorrow ? Key::home_tomorrow : Key::home_today),
                heading, {.middle = true});
    const TextStyle style = theme.type(Type::small_body).in(theme.color.ink2);
    const std::string label =
        all == Key::home_all_count
            ? format(all, frame.language(), {{"n", std::to_string(home.today_count)}})
            : std::string(frame.word(all));
    if (link(frame, row, label, style)) return go({ScreenName::events, domain::Section::events});
    return std::nullopt;
}

std::optional<Action> rows(Frame& frame, Rect area, std::size_t count, float pitch,
                           const RowLook& look, bool last_rule) {
    const Theme& theme = frame.theme;
    const HomePage& home = *frame.view.home;
    std::optional<Action> action;
    // What already stands in the strip is not said twice, unless it is all there is.
    const std::size_t in_strip = home.walk_in.empty() && home.today.size() > 3 ? 3 : 0;
    const std::size_t shown = std::min(count, home.today.size() - in_strip);
    for (std::size_t i = 0; i < shown; ++i) {
        const Rect row{area.x, area.y + static_cast<float>(i) * pitch, area.w, pitch};
        const model::EventCard& card = home.today[in_strip + i];
        if (today_row(frame, row, card, look)) action = open_event(card);
        if (i + 1 < shown || last_rule) {
            frame.canvas.line({row.x, row.bottom() - 1}, {row.right(), row.bottom() - 1},
                              theme.contrast ? 2 : 1, theme.color.line);
        }
    }
    if (shown == 0) {
        const TextStyle body = theme.type(Type::body).in(theme.color.ink2);
        frame.canvas.text({area.x, area.y + 20, area.w, 200}, frame.word(Key::home_no_more), body,
                          {.lines_max = 2});
    }
    return action;
}

std::optional<Action> features(Frame& frame, Rect area, bool tall) {
    const HomePage& home = *frame.view.home;
    std::optional<Action> action;
    const float gap = tall ? 20 : measure::gutter;
    const float width = (area.w - gap) / 2;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, home.features.size()); ++i) {
        const model::FeatureCard& card = home.features[i];
        const Rect rect{area.x + static_cast<float>(i) * (width + gap), area.y, width, area.h};
        if (feature_card(frame, rect, card, tall)) {
            action = open_listing(card, card.section);
        }
    }
    return action;
}

// How far the painting has come from attract, 0-1.
float glided(const Frame& frame) {
    if (!frame.gliding_for) return 1;
    return ease_in_out(progress(*frame.gliding_for, base::Duration{0}, glide_in));
}

// Gives where it is drawn.
Rect painting(Frame& frame) {
    const Framing home = home_framing(frame.canvas);
    const float t = glided(frame);
    const Rect shown = t < 1 ? on_the_way(home, attract_framing(frame.canvas), home, t) : home.rect;
    frame.canvas.painting_at(shown, home.rect, home.painting);
    return shown;
}

void hero(Frame& frame, float growth) {
    Canvas& canvas = frame.canvas;
    if (frame.theme.contrast) {
        line_bridge(canvas, {canvas.width() * 0.666F, 537 + growth}, 292, 156);
        return;
    }
    const float shown_end = painting(frame).bottom();
    const Color paper = frame.theme.color.paper;
    const std::array<GradientStop, 2> stops{{{0, paper.with_alpha(0)}, {1, paper}}};
    // The water is gone where the text begins; the paper comes up as the painting glides in.
    const float height = home_framing(canvas).rect.h;
    const float end = lerp(canvas.height(), height - (frame.theme.large ? 0 : 76), glided(frame));
    const float band = frame.theme.large ? 110 : 150;
    canvas.gradient({0, end - band, canvas.width(), band}, stops);
    canvas.fill({0, end, canvas.width(), std::max(0.0F, shown_end - end)}, paper);
}

// Draws a page that was laid out for a dock at `drawn`. On a lower panel it scrolls below the band.
std::optional<Action> fitted(Frame& frame, float drawn,
                             const std::function<std::optional<Action>(float growth)>& draw) {
    Canvas& canvas = frame.canvas;
    const PageArea page = page_area(canvas);
    if (page.dock_top >= drawn) {
        std::optional<Action> action = top_band(frame);
        take(action, draw(page.dock_top - drawn));
        return action;
    }
    std::optional<Action> action;
    const float top = page.content.y;
    vertical_list(frame, frame.word(Key::common_home), page.content, drawn - top, frame.visit.home,
                  [&](Visible) {
                      canvas.push_shift(0, -top);
                      action = draw(0);
                      canvas.pop();
                  });
    fade_above_dock(frame, page.dock_top, 90);
    take(action, top_band(frame));
    return action;
}

// Picture 02. A taller panel grows the painting.
std::optional<Action> portrait(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const bool contrast = frame.theme.contrast;
    const float width = canvas.width() - 2 * measure::margin;
    constexpr float drawn = home_dock_top;
    hero(frame, std::max(0.0F, page_area(canvas).dock_top - drawn));
    return fitted(frame, drawn, [&](float y) {
        std::optional<Action> action;
        Entrance enter(frame);
        greeting(frame, {measure::margin, 199, 800, 300}, contrast);
        if (!contrast) take(action, search_button(frame, {canvas.width() - 112, 252}));
        enter.next();
        walk_in_heading(frame, measure::margin, y + (contrast ? 658 : 639));
        take(action, tiles(frame,
                           {measure::margin, y + (contrast ? 706.0F : 684.0F), width,
                            contrast ? 300.0F : 330.0F},
                           118));
        enter.next();
        take(action,
             today_heading(frame, {measure::margin, y + 1048, width, 66}, Key::home_all_events));
        if (contrast) {
            const float rule = y + 1116;
            canvas.line({measure::margin, rule}, {measure::margin + width, rule}, 2,
                        frame.theme.color.line);
        }
        const float pitch = contrast ? 124 : 112;
        take(action, rows(frame, {measure::margin, y + 1117, width, 336}, 3, pitch, {}, false));
        enter.next();
        take(action, features(frame,
                              {measure::margin, y + (contrast ? 1507.0F : 1466.0F), width,
                               contrast ? 120.0F : 166.0F},
                              false));
        return action;
    });
}

// Picture 20: fewer items, not squeezed ones.
std::optional<Action> portrait_large(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float width = canvas.width() - 2 * measure::margin;
    constexpr float drawn = home_dock_top_large;
    if (!theme.contrast) hero(frame, std::max(0.0F, page_area(canvas).dock_top - drawn));
    return fitted(frame, drawn, [&](float y) {
        std::optional<Action> action;
        Entrance enter(frame);
        const model::Header& header = *frame.view.header;
        TextStyle poem = theme.type(Type::poem).sized(theme.english() ? 72 : 90);
        canvas.text({measure::margin, 214, 900, poem.height()},
                    words::greeting(header.now, frame.language()), poem);
        const TextStyle line = theme.type(Type::body).in(theme.color.ink);
        canvas.text({measure::margin, 322, width, line.height()},
                    words::facts({words::weekday_short(header.now.date, frame.language()),
                                  words::lunar_brief(header, frame.language())}),
                    line, {.step_down = {42, 38, 34}});
        enter.next();
        walk_in_heading(frame, measure::margin, y + 526);
        const std::vector<model::EventCard>& cards = strip_cards(*frame.view.home);
        for (std::size_t i = 0; i < std::min<std::size_t>(2, cards.size()); ++i) {
            const Rect rect{measure::margin, y + 584 + 234 * static_cast<float>(i), width, 212};
            if (walk_in_row(frame, rect, cards[i])) action = walk_into(cards[i]);
        }
        enter.next();
        take(action,
             today_heading(frame, {measure::margin, y + 1062, width, 92}, Key::home_all_count));
        RowLook look;
        look.time_width = 206;
        look.chevron = false;
        take(action, rows(frame, {measure::margin, y + 1156, width, 300}, 2, 151, look, true));
        enter.next();
        const Rect search{measure::margin, y + 1480, width, 132};
        if (primary_button(frame, search, frame.word(Key::home_search_wide), Weight::secondary,
                           "search")) {
            action = go({.screen = ScreenName::search});
        }
        return action;
    });
}

// Picture 23.
std::optional<Action> landscape(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const bool large = theme.large;
    const float dock_top = page_area(canvas).dock_top;
    const float left_width = canvas.width() - 2 * measure::margin - 648 - 56;
    if (theme.contrast) {
        line_bridge(canvas, {measure::margin + left_width * 0.7F, 440}, 230, 120);
    } else {
        painting(frame);
    }
    std::optional<Action> action = top_band(frame);
    Entrance enter(frame);
    greeting(frame, {measure::margin, large ? 186.0F : 166.0F, left_width, 200}, true);
    enter.next();
    const float tiles_y = dock_top - 18 - 340;
    walk_in_heading(frame, measure::margin, large ? tiles_y + 44 : tiles_y - 43);
    if (large) {
        const std::vector<model::EventCard>& cards = strip_cards(*frame.view.home);
        for (std::size_t i = 0; i < std::min<std::size_t>(1, cards.size()); ++i) {
            const Rect rect{measure::margin, tiles_y + 108, left_width, 212};
            if (walk_in_row(frame, rect, cards[i])) action = walk_into(cards[i]);
        }
    } else {
        take(action, tiles(frame, {measure::margin, tiles_y, left_width, 340}, 124));
    }
    enter.next();
    const Rect panel{canvas.width() - measure::margin - 648, 176, 648, dock_top - 176 - 32};
    canvas.shadow(panel, 40, Shadow::poster);
    canvas.round(panel, 40, theme.color.card.with_alpha(theme.contrast ? 1 : 0.94F));
    if (theme.contrast) canvas.outline(panel, 40, 4, theme.color.ink);
    canvas.push_ground(theme.color.card);
    const Rect inner{panel.x + 36, panel.y, panel.w - 72, panel.h};
    take(action, today_heading(
                     frame, {inner.x, panel.y + (large ? 20 : 26), inner.w, large ? 90.0F : 66.0F},
                     large ? Key::home_all_count : Key::home_all_brief));
    const float rows_y = panel.y + (large ? 116 : 96);
    canvas.line({inner.x, rows_y}, {inner.right(), rows_y}, theme.contrast ? 2 : 1,
                theme.color.line);
    RowLook look;
    look.time_width = large ? 190 : 130;
    look.full = false;
    look.chevron = false;
    take(action, rows(frame, {inner.x, rows_y, inner.w, 340}, large ? 2 : 3, large ? 168 : 112,
                      look, false));
    const float features_y = rows_y + (large ? 300 : 358);
    const Rect cards{inner.x, features_y, inner.w, panel.bottom() - 42 - features_y};
    if (large) {
        const Rect search{inner.x, panel.bottom() - 36 - 120, inner.w, 120};
        if (primary_button(frame, search, frame.word(Key::home_search_wide), Weight::secondary,
                           "search")) {
            action = go({.screen = ScreenName::search});
        }
    } else {
        take(action, features(frame, cards, !theme.contrast));
    }
    canvas.pop();
    return action;
}

}  // namespace

std::optional<Action> draw_home(Frame& frame) {
    if (frame.canvas.landscape()) return landscape(frame);
    return frame.theme.large ? portrait_large(frame) : portrait(frame);
}

}  // namespace wenlan::ui
