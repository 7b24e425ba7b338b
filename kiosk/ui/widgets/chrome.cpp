// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chrome.h"

#include <array>

#include "ui/i18n/words.h"
#include "ui/semantics/reader.h"
#include "ui/theme/paintings.h"
#include "ui/widgets/pressing.h"

namespace wenlan::ui {

PageArea page_area(const Canvas& canvas) {
    const Theme& theme = canvas.theme();
    const float below = canvas.landscape()
                            ? measure::bottom_bar + (theme.large ? 24 : 0)
                            : (theme.large ? measure::dock_large + measure::strip_large
                                           : measure::dock + measure::strip);
    const float dock_top = canvas.height() - below;
    const float top = theme.large ? measure::top_band_large : measure::top_band;
    return {{0, top, canvas.width(), dock_top - top}, dock_top};
}

namespace {

void seal(Frame& frame, Rect rect) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const float radius = rect.w * 0.16F;
    canvas.round(rect, radius, color.action);
    canvas.outline(rect.inset(rect.w * 0.055F), radius * 0.75F, 2,
                   color.on_action.with_alpha(frame.theme.contrast ? 1 : 0.55F));
    canvas.push_ground(color.action);
    TextStyle style;
    style.face = text::Face::serif_bold;
    style.px = rect.w * 0.365F;
    style.line = 1;
    style.color = color.on_action;
    const float x = rect.center().x - style.px / 2;
    canvas.text({x, rect.center().y - style.px * 1.06F, style.px * 1.2F, style.px}, "文", style,
                {.silent = true});
    canvas.text({x, rect.center().y - style.px * 0.02F, style.px * 1.2F, style.px}, "澜", style,
                {.silent = true});
    canvas.pop();
}

Color sync_color(const Theme& theme, const model::Header& header) {
    if (header.sync == model::SyncState::needs_staff) return theme.color.action;
    if (header.sync == model::SyncState::away || header.expired_of ||
        header.snapshot != model::SnapshotState::current) {
        return theme.color.sync_away;
    }
    return theme.color.sync_ok;
}

}  // namespace

bool toggle_reading(Frame& frame) {
    const model::Speech* speech = frame.devices.speech;
    if (frame.reader == nullptr || speech == nullptr || !speech->present()) return false;
    frame.reader->toggle(frame.word(frame.reader->on() ? Key::speak_off : Key::speak_on));
    frame.animate();
    return true;
}

void date_lines(Frame& frame, float right, float clock_px) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const model::Header& header = *frame.view.header;
    TextStyle clock = theme.type(Type::clock).sized(clock_px);
    clock.line = 1;
    const std::string time = words::clock(header.now);
    const float clock_width = canvas.text_width(time, clock);
    canvas.text({right - clock_width - 2, (clock_px > 80 ? 107 : 92) - clock_px / 2,
                 clock_width + 4, clock_px},
                time, clock, {.align = Align::right});
    if (theme.large) return;
    const float date_right = right - clock_width - 22;
    TextStyle date = theme.type(Type::secondary).sized(30).in(theme.color.ink);
    TextStyle lunar = theme.type(Type::caption);
    canvas.text({date_right - 420, 50, 420, 44},
                words::date_line(header.now.date, frame.language()), date,
                {.align = Align::right, .middle = true});
    canvas.text({date_right - 420, 94, 420, 40}, words::lunar_line(header, frame.language()), lunar,
                {.align = Align::right, .middle = true});
}

namespace {

// A landscape page has no height to give away: its band grows less.
bool is_large_band(const Canvas& canvas) { return canvas.theme().large && !canvas.landscape(); }

Rect seal_place(const Canvas& canvas) {
    const bool large = is_large_band(canvas);
    const float side = large ? 112 : 88;
    return {measure::margin, large ? 50.0F : 48.0F, side, side};
}

// The centre's name, the dot with its words, the date and the clock.
void band_words(Frame& frame, Color dot, std::string_view status) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const model::Header& header = *frame.view.header;
    const bool large = is_large_band(canvas);
    const bool wide_large = theme.large && canvas.landscape();
    const Rect seal_rect = seal_place(canvas);
    const float left = seal_rect.right() + 24;
    const float room = canvas.width() - left - measure::margin - (large ? 300 : 480);
    const float name_room = theme.english() ? room + 20 : room;
    const float name_px = large ? 56 : (theme.english() && !wide_large ? 36 : 44);
    const TextStyle name = theme.type(Type::card_title).sized(name_px);
    const float name_y = large ? 83 : 72;
    canvas.text({left, name_y - name.height() / 2, name_room, name.height()},
                frame.word(header.centre), name,
                {.step_down = {name_px * 0.85F, name_px * 0.72F, 28}});
    const float sync_y = large ? 142 : 121;
    canvas.disc({left + (large ? 9.0F : 7.0F), sync_y}, large ? 9 : 7, dot);
    TextStyle sync = theme.type(Type::caption);
    canvas.text({left + (large ? 33.0F : 27.0F), sync_y - 25, room + (large ? 60.0F : 20.0F), 50},
                status, sync, {.step_down = {sync.px * 0.92F, sync.px * 0.84F}, .middle = true});
    date_lines(frame, canvas.width() - measure::margin,
               large ? 94 : (theme.english() && !theme.large ? 66 : 76));
}

}  // namespace

std::optional<Action> top_band(Frame& frame) {
    const Theme& theme = frame.theme;
    const model::Header& header = *frame.view.header;
    const Rect seal_rect = seal_place(frame.canvas);
    std::optional<Action> action;
    {
        const std::string& centre = frame.word(header.centre);
        const Rect hit = touchable(seal_rect);
        Pressing press(frame, Role::button, centre, hit);
        seal(frame, seal_rect);
        if (frame.touch.came_down_on(hit)) frame.seal_touched = true;
        if (press.activated()) action = go({ScreenName::home});
    }
    band_words(frame, sync_color(theme, header),
               words::sync(header, frame.language(), theme.large || theme.english()));
    return action;
}

void staff_band(Frame& frame, std::string_view status) {
    seal(frame, seal_place(frame.canvas));
    band_words(frame, frame.theme.color.action, status);
}

namespace {

struct DockItem {
    ScreenName screen;
    domain::Section section;
    const char* icon;
};

constexpr std::array<DockItem, 6> dock_items{{
    {ScreenName::events, domain::Section::events, "events"},
    {ScreenName::clubs, domain::Section::clubs, "clubs"},
    {ScreenName::reading, domain::Section::reading, "reading"},
    {ScreenName::volunteering, domain::Section::volunteering, "volunteer"},
    {ScreenName::neighbourhood, domain::Section::neighbourhood, "neighbour"},
    {ScreenName::mine, domain::Section::mine, "me"},
}};

bool is_here(const DockItem& item, const Place& here) {
    if (here.screen == ScreenName::home || here.screen == ScreenName::attract) return false;
    return here.section == item.section;
}

TextStyle dock_label(const Theme& theme, float px, bool here, Color color) {
    TextStyle style = theme.type(Type::dock).sized(px).in(color);
    if (here) style.face = text::Face::sans_bold;
    return style;
}

std::optional<Action> dock_item(Frame& frame, Rect rect, const DockItem& item, bool here,
                                bool landscape) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const std::string label = words::section(item.section, frame.language());
    Pressing press(frame, Role::tab, label, rect);
    const Color active = theme.contrast ? theme.color.action : theme.pigment(item.section).fill;
    const Color color = here ? active : theme.color.ink2;
    const float x = rect.center().x;
    if (here) {
        canvas.round({x - 48, rect.y, 96, 7}, 4, active, Corners::bottom);
    }
    const float px =
        (landscape ? 28.0F : 30.0F) * (theme.large ? (landscape ? 1.22F : 1.33F) : 1.0F);
    const float icon_y = rect.y + (landscape ? 44 : (theme.large ? 54 : 49));
    const float label_y =
        rect.y + (landscape ? 91 + (theme.large ? 16 : 0) : (theme.large ? 119 : 103));
    canvas.icon({x, icon_y}, landscape ? 46 : (theme.large ? 54 : 48), item.icon, color);
    const TextStyle style = dock_label(theme, px, here, color);
    canvas.text({rect.x + 2, label_y - 24, rect.w - 4, 48}, label, style,
                {.align = Align::center,
                 .step_down = {px * 0.9F, px * 0.82F, px * 0.74F, px * 0.66F},
                 .middle = true});
    if (press.activated()) return go({item.screen, item.section});
    return std::nullopt;
}

std::optional<Action> home_circle(Frame& frame, Rect dock, float label_y, bool here) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const std::string_view label = frame.word(Key::common_home);
    const Point center{dock.center().x, dock.y + 29};
    const Rect hit{center.x - 70, dock.y - 44, 140, dock.h + 42};
    Pressing press(frame, Role::tab, label, hit);
    const float radius = measure::home_circle / 2;
    canvas.disc(center, radius + 10, theme.color.card);
    const Color fill = here || theme.contrast ? theme.color.action : theme.color.ink;
    canvas.disc(center, radius, fill);
    canvas.icon(center, 76, "bridge",
                here || theme.contrast ? theme.color.on_action : theme.color.on_secondary);
    const Color color = here ? theme.color.action : theme.color.ink2;
    const float px = theme.large ? 37 : 28;
    canvas.text({hit.x, label_y - 24, hit.w, 48}, label, dock_label(theme, px, here, color),
                {.align = Align::center, .middle = true});
    if (press.activated()) return go({ScreenName::home});
    return std::nullopt;
}

struct StripItem {
    Key label;
    const char* icon;
};

constexpr std::array<StripItem, 5> strip_items{{
    {Key::strip_large_text, "text"},
    {Key::strip_contrast, "contrast"},
    {Key::strip_language, "language"},
    {Key::strip_read_aloud, "speak"},
    {Key::strip_help, "help"},
}};

Action strip_action(const Frame& frame, std::size_t index) {
    const model::VisitSettings& settings = frame.view.settings;
    switch (index) {
        case 0:
            return model::Intent{model::SetLargeText{!settings.large_text}};
        case 1:
            return model::Intent{model::SetHighContrast{!settings.high_contrast}};
        case 2:
            return model::Intent{model::SetLanguage{
                settings.language == base::Language::zh ? base::Language::en : base::Language::zh}};
        case 3:
            return open_sheet(Key::strip_read_aloud, Key::later_read_aloud);  // there is no voice
        default:
            return open_sheet(Key::strip_help, Key::later_help);
    }
}

bool strip_active(const Frame& frame, std::size_t index) {
    const model::VisitSettings& settings = frame.view.settings;
    if (index == 0) return settings.large_text;
    if (index == 1) return settings.high_contrast;
    if (index == 3) return frame.reader != nullptr && frame.reader->on();
    return index == 2 && settings.language == base::Language::en;
}

std::optional<Action> strip_item(Frame& frame, Rect rect, std::size_t index, bool landscape,
                                 std::uint64_t key) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const StripItem& item = strip_items[index];
    const bool active = strip_active(frame, index);
    const Color color = active ? theme.color.strip_active : theme.color.strip_text;
    const std::string_view label = frame.word(item.label);
    Pressing press(frame, index < 3 ? Role::toggle : Role::button, label, rect, key);
    float px = landscape ? (theme.large ? 34.0F : 28.0F) : (theme.large ? 36.0F : 28.0F);
    TextStyle style = theme.type(Type::strip).in(color);
    const float icon = landscape ? 46 : (theme.large ? 44 : 38);
    if (landscape) {
        style.px = canvas.fitting_px(label, style.sized(px), rect.w - 8,
                                     std::array{px, px * 0.9F, px * 0.82F, px * 0.72F, px * 0.64F});
        canvas.icon({rect.center().x, rect.y + 44}, icon, item.icon, color);
        canvas.text({rect.x, rect.y + 67 + (theme.large ? 16 : 0), rect.w, 48}, label, style,
                    {.align = Align::center, .middle = true});
    } else {
        const float room = rect.w - icon - 30;
        style.px = canvas.fitting_px(label, style.sized(px), room,
                                     std::array{px, px * 0.92F, px * 0.85F, px * 0.77F, px * 0.7F});
        const float width = canvas.text_width(label, style);
        const float left = rect.center().x - (icon + 16 + width) / 2;
        canvas.icon({left + icon / 2, rect.center().y}, icon, item.icon, color);
        canvas.text({left + icon + 14, rect.y, width + 4, rect.h}, label, style, {.middle = true});
    }
    if (!press.activated()) return std::nullopt;
    if (index == 3 && toggle_reading(frame)) return std::nullopt;
    return strip_action(frame, index);
}

// `key` tells the strip of a sheet from that of the page under it.
std::optional<Action> strip(Frame& frame, Rect rect, bool landscape, std::uint64_t key = 0) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    canvas.fill(rect, color.strip_ground);
    canvas.push_part(Part::strip);
    canvas.push_ground(color.strip_ground);
    std::optional<Action> action;
    const float step = rect.w / 5;
    for (std::size_t i = 0; i < strip_items.size(); ++i) {
        const Rect cell{rect.x + step * static_cast<float>(i), rect.y, step, rect.h};
        if (i > 0) {
            const float tall = landscape ? 64 : 36;
            canvas.line({cell.x, rect.center().y - tall / 2}, {cell.x, rect.center().y + tall / 2},
                        1, color.strip_text.with_alpha(0.28F));
        }
        if (auto wanted = strip_item(frame, cell, i, landscape, key)) action = wanted;
    }
    canvas.pop();
    canvas.pop();
    return action;
}

std::optional<Action> bottom_bar(Frame& frame, Rect rect, const Place& here) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float split = rect.w * 0.577F;
    const Rect left = rect.left(split);
    canvas.fill(left, theme.color.card);
    canvas.line({left.x, left.y}, {rect.right(), left.y}, theme.contrast ? 3 : 1,
                theme.contrast ? theme.color.ink : theme.color.line);
    canvas.push_part(Part::dock);
    canvas.push_ground(theme.color.card);
    std::optional<Action> action;
    const float cell_width = (left.w - 50) / 7;
    for (std::size_t i = 0; i < 7; ++i) {
        const Rect cell{25 + cell_width * static_cast<float>(i), rect.y, cell_width, rect.h};
        if (i > 0) {
            const DockItem& item = dock_items[i - 1];
            if (auto wanted = dock_item(frame, cell, item, is_here(item, here), true))
                action = wanted;
            continue;
        }
        const bool at_home = here.screen == ScreenName::home;
        const std::string_view label = frame.word(Key::common_home);
        Pressing press(frame, Role::tab, label, cell);
        const Color color = at_home ? theme.color.action : theme.color.ink2;
        if (at_home) canvas.round({cell.center().x - 48, rect.y, 96, 7}, 4, color, Corners::bottom);
        canvas.icon({cell.center().x, rect.y + 44}, 46, "bridge", color);
        canvas.text({cell.x, rect.y + 67 + (theme.large ? 16 : 0), cell.w, 48}, label,
                    dock_label(theme, theme.large ? 34 : 28, at_home, color),
                    {.align = Align::center, .middle = true});
        if (press.activated()) action = go({ScreenName::home});
    }
    canvas.pop();
    canvas.pop();
    if (auto wanted = strip(frame, rect.after(split), true)) action = wanted;
    return action;
}

}  // namespace

std::optional<Action> dock_and_strip(Frame& frame, const Place& here) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float top = page_area(canvas).dock_top;
    if (canvas.landscape()) {
        return bottom_bar(frame, {0, top, canvas.width(), canvas.height() - top}, here);
    }
    const float dock_height = theme.large ? measure::dock_large : measure::dock;
    const Rect dock{0, top, canvas.width(), dock_height};
    std::optional<Action> action =
        strip(frame, {0, dock.bottom(), dock.w, canvas.height() - dock.bottom()}, false);
    canvas.fill(dock, theme.color.card);
    canvas.line({0, top}, {dock.w, top}, theme.contrast ? 3 : 1,
                theme.contrast ? theme.color.ink : theme.color.line);
    canvas.push_part(Part::dock);
    canvas.push_ground(theme.color.card);
    const float middle = dock.w / 2;
    // Three items on either side of the home circle, as far apart as drawn in 08 to 23.
    const float step = (theme.large ? 149.5F : 147) * dock.w / 1080;
    const float first = (theme.large ? 457 : 449) * dock.w / 1080;
    for (std::size_t i = 0; i < dock_items.size(); ++i) {
        const float offset = (static_cast<float>(i % 3) + 1) * step + 8;
        const float x = i < 3 ? middle - first + static_cast<float>(i) * step : middle + offset;
        const Rect cell{x - step / 2 + 2, top, step - 4, dock.h};
        if (auto wanted =
                dock_item(frame, cell, dock_items[i], is_here(dock_items[i], here), false)) {
            action = wanted;
        }
    }
    const float label_y = top + (theme.large ? 137 : 116);
    const bool at_home = here.screen == ScreenName::home;
    if (auto wanted = home_circle(frame, dock, label_y, at_home)) action = wanted;
    canvas.pop();
    canvas.pop();
    return action;
}

std::optional<Action> strip_below_keys(Frame& frame, const Place& here) {
    const Canvas& canvas = frame.canvas;
    if (canvas.landscape()) return dock_and_strip(frame, here);
    const float height = frame.theme.large ? measure::strip_large : measure::strip;
    return strip(frame, {0, canvas.height() - height, canvas.width(), height}, false);
}

std::optional<Action> utility_strip(Frame& frame) {
    const Canvas& canvas = frame.canvas;
    const bool wide = canvas.landscape();
    const float height = wide                ? canvas.height() - page_area(canvas).dock_top
                         : frame.theme.large ? measure::strip_large
                                             : measure::strip;
    return strip(frame, {0, canvas.height() - height, canvas.width(), height}, wide, 1);
}

void fade_above_dock(Frame& frame, float dock_top, float height) {
    const Color paper = frame.theme.color.paper;
    const std::array<GradientStop, 3> stops{
        {{0, paper.with_alpha(0)}, {0.7F, paper.with_alpha(0.82F)}, {1, paper.with_alpha(0.97F)}}};
    frame.canvas.gradient({0, dock_top - height, frame.canvas.width(), height}, stops);
}

void head_wash(Frame& frame) {
    if (frame.theme.contrast) return;
    const float height = 360;
    frame.canvas.painting({0, 0, frame.canvas.width(), height}, paintings::head_wash());
    const Color paper = frame.theme.color.paper;
    const std::array<GradientStop, 2> stops{{{0, paper.with_alpha(0)}, {1, paper}}};
    frame.canvas.gradient({0, height - 140, frame.canvas.width(), 140}, stops);
}

}  // namespace wenlan::ui
