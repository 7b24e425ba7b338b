// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/page_parts.h"

#include <array>
#include <string>

#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/resting.h"
#include "ui/widgets/section_head.h"

namespace wenlan::ui::page {

TextExtent line_at(Frame& frame, Point left_middle, float room, std::string_view words,
                   const TextStyle& style, TextOptions options) {
    options.middle = true;
    const float height = style.height();
    return frame.canvas.text({left_middle.x, left_middle.y - height / 2, room, height}, words,
                             style, options);
}

bool small_button(Frame& frame, Rect rect, std::string_view label, const SmallLook& look,
                  std::uint64_t key) {
    constexpr float radius = 26;  // of what is 96 high (tokens.md section 4)
    Canvas& canvas = frame.canvas;
    Pressing press(frame, Role::button, label, rect, key);
    canvas.round(rect, radius, look.fill);
    if (look.outlined) {
        canvas.outline(rect, radius, frame.theme.contrast ? 4 : 3, frame.theme.color.ink2);
    }
    canvas.push_ground(look.fill);
    TextStyle style = frame.theme.type(Type::button)
                          .sized(frame.theme.grown(look.px, Growth::heading))
                          .in(look.text);
    const std::array<float, 4> sizes{style.px, style.px * 0.9F, style.px * 0.8F, style.px * 0.7F};
    style.px = canvas.fitting_px(label, style, rect.w - 28, sizes);
    canvas.text(rect, label, style, {.align = Align::center, .middle = true});
    canvas.pop();
    return press.activated();
}

Action sign_up_or_desk(const Frame& frame, const model::EventCard& card) {
    constexpr int too_long_minutes = 72 * 60;
    const model::Header& header = *frame.view.header;
    const bool away =
        header.sync != model::SyncState::ok && header.updated_minutes_ago >= too_long_minutes;
    const bool seated = card.seats.kind != model::SeatsShown::Kind::none_needed;
    if (away && card.occasion && seated)
        return open_sheet(Key::later_service_desk, Key::sign_up_later);
    return open_sign_up(card.occasion, card.listing);
}

bool is_awaited(Frame& frame, bool page_is_there, Rect area) {
    constexpr base::Duration silence{4000};
    auto& since = frame.visit.page_missing_since;
    if (page_is_there) {
        since.reset();
        return false;
    }
    if (!since) since = frame.now;
    const base::Duration waited = frame.now - *since;
    if (waited >= silence) {
        const TextStyle style = frame.theme.type(Type::body).in(frame.theme.color.ink2);
        const TextExtent said =
            frame.canvas.text({area.x, area.y + 12, area.w, 0}, frame.word(Key::centre_waiting),
                              style, {.lines_max = 2});
        area = area.below(said.height + 36);
    } else {
        frame.redraw_after(silence - waited);
    }
    resting_cards(frame, area, 1, frame.theme.large ? 220 : 160, 24);
    return true;
}

std::optional<Action> section(Frame& frame, std::string_view title, std::string_view line,
                              bool page_is_there,
                              const std::function<std::optional<Action>(Rect area)>& draw) {
    head_wash(frame);
    const Canvas& canvas = frame.canvas;
    std::optional<Action> action = top_band(frame);
    take(action, section_head(frame, title, line));
    const float top = section_head_bottom(canvas);
    const Rect area{measure::margin, top, canvas.width() - 2 * measure::margin,
                    page_area(canvas).dock_top - top};
    if (!is_awaited(frame, page_is_there, area)) take(action, draw(area));
    return action;
}

std::optional<Action> without_listing(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const PageArea page = page_area(canvas);
    const Rect inner{measure::margin, page.content.y + 16, canvas.width() - 2 * measure::margin,
                     page.content.h - 40};
    std::optional<Action> action = top_band(frame);
    const bool gone = frame.view.outcome == model::Outcome::not_found;
    if (is_awaited(frame, gone, inner)) return action;
    const TextStyle style = frame.theme.type(Type::body).in(frame.theme.color.ink2);
    const float y = canvas.height() * 0.35F;
    const TextExtent said = canvas.text({inner.x, y, inner.w, 0}, frame.word(Key::centre_gone),
                                        style, {.align = Align::center, .lines_max = 0});
    const Rect button{canvas.width() / 2 - 240, y + said.height + 40, 480, 120};
    if (primary_button(frame, button, frame.word(Key::common_back), Weight::secondary)) {
        action = Navigation{Back{}};
    }
    return action;
}

bool shows(const model::EventDetail* detail, const Place& here) {
    if (detail == nullptr) return false;
    return here.occasion ? detail->card.occasion == here.occasion
                         : detail->card.listing == here.listing;
}

void Column::add(float gap, float block_height, std::function<void(Rect)> draw) {
    const float y = next(gap);
    blocks.push_back({y, block_height, std::move(draw)});
    height = y + block_height;
}

void draw_columns(Frame& frame, std::string_view label, Rect area, Scroller& scroller,
                  std::span<const Column> columns, float tail) {
    float height = 0;
    for (const Column& column : columns) height = std::max(height, column.height + tail);
    vertical_list(frame, label, area, height, scroller, [&](Visible visible) {
        for (const Column& column : columns) {
            for (const Column::Block& block : column.blocks) {
                if (block.y + block.height < visible.from || block.y > visible.to) continue;
                block.draw({column.x, block.y, column.width, block.height});
            }
        }
    });
}

void fade_below(Frame& frame, Rect area) {
    constexpr float height = 60;
    const Color paper = frame.theme.color.paper;
    const std::array<GradientStop, 2> stops{{{0, paper.with_alpha(0)}, {1, paper}}};
    frame.canvas.gradient({area.x - 24, area.bottom() - height, area.w + 48, height}, stops);
}

void add_text(Frame& frame, Column& column, float gap, std::string_view words,
              const TextStyle& style) {
    const float height = frame.canvas.measure(words, style, column.width).height;
    const std::string said(words);
    column.add(gap, height, [&frame, said, style](Rect rect) {
        frame.canvas.text({rect.x, rect.y, rect.w, 0}, said, style, {.lines_max = 0});
    });
}

}  // namespace wenlan::ui::page
