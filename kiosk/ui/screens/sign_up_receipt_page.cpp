// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "ui/i18n/words.h"
#include "ui/motion/easing.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/paper_receipt.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_up_receipt.h"
#include "ui/theme/paintings.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"

// Pictures 12 and 12b: what became of a sign-up, for as long as it takes to take a picture of it.
namespace wenlan::ui {

namespace {

using model::SignUpStamp;

constexpr base::Duration rise_time{360}, seal_after{240}, seal_time{180};
constexpr base::Duration shown_for{18000};
constexpr float rises_by = 60;

// The round sign over the words: done, waiting, or not.
void sign(Frame& frame, Point middle, float radius, const ReceiptShown& shown) {
    const Theme& theme = frame.theme;
    const SignUpStamp stamp = shown.outcome.stamp;
    const bool done = stamp == SignUpStamp::kept;
    const bool not_taken = stamp == SignUpStamp::declined;
    const Color fill = done ? theme.color.good : not_taken ? theme.color.ink2 : theme.color.waiting;
    frame.canvas.disc(middle, radius * 1.28F, fill.with_alpha(theme.contrast ? 0 : 0.18F));
    frame.canvas.disc(middle, radius, fill);
    const std::string_view icon = done ? "check" : not_taken ? "warn" : "clock";
    frame.canvas.icon(middle, radius * 1.06F, icon, theme.color.on_fill);
}

struct Words {
    TextStyle title, line;
    float line_height = 0;
};
Words words_of(Frame& frame, const ReceiptShown& shown, float width, float title_px) {
    Words words;
    words.title = frame.theme.type(Type::display).sized(title_px);
    words.line = frame.theme.type(Type::row_title).in(frame.theme.color.ink2);
    words.line_height =
        frame.canvas.measure(receipt::line(shown, frame.language()), words.line, width, 2).height;
    return words;
}

void say(Frame& frame, Rect area, const ReceiptShown& shown, const Words& words) {
    const std::string title = receipt::title(shown, frame.language());
    const float px = words.title.px;
    frame.canvas.text({area.x, area.y, area.w, words.title.height()}, title, words.title,
                      {.align = Align::center,
                       .step_down = {px * 0.9F, px * 0.8F, px * 0.7F, px * 0.6F, px * 0.52F}});
    frame.canvas.text({area.x, area.y + words.title.height() + 8, area.w, 0},
                      receipt::line(shown, frame.language()), words.line,
                      {.align = Align::center, .lines_max = 2});
}

// Counts down, and leads home. Any touch begins the count anew.
std::optional<Action> done_button(Frame& frame, Rect rect, const ReceiptShown& shown) {
    const base::Duration since = std::max(*shown.since, frame.still_since);
    const base::Duration left = since + shown_for - frame.now;
    if (left.count() <= 0) return go({ScreenName::home});
    const auto seconds = static_cast<int>((left.count() + 999) / 1000);
    frame.redraw_after(base::Duration{(left.count() - 1) % 1000 + 1});
    const std::string label =
        format(Key::receipt_done, frame.language(), {{"n", std::to_string(seconds)}});
    const bool prints = frame.devices.prints() && shown.outcome.stamp != SignUpStamp::declined;
    const float half = (rect.w - measure::gutter) / 2;
    if (prints && outline_button(frame, rect.left(half), frame.word(Key::paper_print), "print")) {
        frame.devices.printer->print(
            receipt::on_paper(shown, frame.view.header->centre, frame.language()));
    }
    const Rect done = prints ? rect.after(half + measure::gutter) : rect;
    if (primary_button(frame, done, label, Weight::secondary)) return go({ScreenName::home});
    return std::nullopt;
}

void ticket(Frame& frame, Rect rect, const ReceiptShown& shown) {
    const bool still = frame.theme.motion.reduced;
    const base::Duration since = *shown.since;
    const float rise = still ? 1 : ease_out(progress(frame.now, since, rise_time));
    const float stamped = still ? 1 : progress(frame.now, since + seal_after, seal_time);
    if (rise < 1 || stamped < 1) frame.animate();
    frame.canvas.push_shift(0, (1 - rise) * rises_by, 1);
    receipt::ticket(frame, rect, shown, stamped);
    frame.canvas.pop();
}

std::optional<Action> portrait(Frame& frame, const ReceiptShown& shown) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const PageArea page = page_area(canvas);
    if (!theme.contrast) {
        const float top = page.dock_top - 560;
        canvas.painting({0, top, canvas.width(), page.dock_top - top}, paintings::foot_wash());
    }
    std::optional<Action> action = top_band(frame);
    const float width = canvas.width() - 160;
    const float x = 80;
    float y = page.content.y + (theme.large ? 10 : 26);
    const float radius = theme.large ? 50 : 64;
    sign(frame, {canvas.width() / 2, y + radius * 1.28F}, radius, shown);
    y += radius * 2.56F + (theme.large ? 12 : 23);
    const Words words = words_of(frame, shown, canvas.width() - 2 * measure::margin, 88);
    say(frame, {measure::margin, y, canvas.width() - 2 * measure::margin, 0}, shown, words);
    y += words.title.height() + 8 + words.line_height + (theme.large ? 28 : 64);
    const float buttons_y = page.dock_top - (theme.large ? 160 : 212);
    ticket(frame, {x, y, width, buttons_y - 36 - y}, shown);
    take(action, done_button(frame, {x, buttons_y, width, 120}, shown));
    return action;
}

std::optional<Action> landscape(Frame& frame, const ReceiptShown& shown) {
    Canvas& canvas = frame.canvas;
    const PageArea page = page_area(canvas);
    head_wash(frame);
    std::optional<Action> action = top_band(frame);
    const float top = page.content.y + 16;
    const float bottom = page.dock_top - 36;
    constexpr float left_width = 780;
    constexpr float radius = 64;
    const Words words = words_of(frame, shown, left_width, 76);
    const float high = radius * 2.56F + 24 + words.title.height() + 8 + words.line_height;
    const float button_y = bottom - 128;
    float y = top + std::max(0.0F, (button_y - 24 - top - high) / 2);
    sign(frame, {measure::margin + left_width / 2, y + radius * 1.28F}, radius, shown);
    y += radius * 2.56F + 24;
    say(frame, {measure::margin, y, left_width, 0}, shown, words);
    take(action, done_button(frame, {measure::margin, button_y, left_width, 128}, shown));
    const float x = measure::margin + left_width + 56;
    ticket(frame, {x, top, canvas.width() - measure::margin - x, bottom - top}, shown);
    return action;
}

}  // namespace

std::optional<Action> draw_receipt(Frame& frame) {
    if (!frame.visit.receipt) return top_band(frame);
    ReceiptShown& shown = *frame.visit.receipt;
    if (!shown.since) shown.since = frame.now;
    return frame.canvas.landscape() ? landscape(frame, shown) : portrait(frame, shown);
}

}  // namespace wenlan::ui
