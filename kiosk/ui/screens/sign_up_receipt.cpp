// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/sign_up_receipt.h"

#include <algorithm>
#include <numbers>
#include <vector>

#include "ui/motion/easing.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/frame.h"

namespace wenlan::ui::receipt {

namespace {

using model::SignUpStamp;

constexpr float inset = 56, notch = 27;
constexpr float seal_side = 150, qr_side = 250, beside_qr = 48;
constexpr float seal_turn = -8, seal_turn_first = -14, seal_scale_first = 1.35F;

struct Styles {
    TextStyle caption, title, line, label, value, code, hint;
};
Styles styles_of(const Theme& theme) {
    Styles styles;
    styles.caption = theme.type(Type::secondary);
    styles.caption.line = 1.3F;
    styles.title = theme.type(Type::question);
    styles.title.line = 1.2F;
    styles.line = theme.type(Type::body);
    styles.line.line = 1.35F;
    styles.label = styles.caption;
    styles.value = theme.type(Type::section).sized(theme.grown(52, Growth::heading));
    styles.value.line = 1.15F;
    styles.code = theme.type(Type::display).sized(104);
    styles.code.line = 1.1F;
    styles.code.tracking = 4;
    styles.hint = theme.type(Type::small_body).in(theme.color.ink2);
    styles.hint.line = 1.4F;
    return styles;
}

std::vector<float> smaller(float px) { return {px * 0.9F, px * 0.8F, px * 0.7F, px * 0.6F}; }

Color accent(const Theme& theme, const ReceiptShown& shown) {
    return shown.outcome.stamp == SignUpStamp::kept ? theme.color.action : theme.color.waiting;
}

// The red or golden seal, a little askew.
void seal(Frame& frame, Point middle, const ReceiptShown& shown, float stamped) {
    const Stamp words = stamp(shown, frame.language());
    if (words.first.empty() || stamped <= 0) return;
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Color fill = accent(theme, shown);
    const Rect rect = Rect::around(middle, seal_side, seal_side);
    canvas.push_shift(0, 0, stamped);
    const std::size_t turned = canvas.begin_turn();
    const float radius = seal_side * 0.16F;
    canvas.round(rect, radius, fill);
    canvas.outline(rect.inset(8), radius * 0.75F, 2,
                   theme.color.on_action.with_alpha(theme.contrast ? 1 : 0.55F));
    canvas.push_ground(fill);
    TextStyle style = theme.type(Type::button).sized(40).in(theme.color.on_action);
    style.tracking = 0;
    style.line = 1.35F;
    const float room = seal_side - 24;
    const auto line = [&](const std::string& word, float y, float px) {
        const std::vector<float> sizes{px, px * 0.9F, px * 0.8F, px * 0.7F, px * 0.6F};
        style.px = canvas.fitting_px(word, style, room, sizes);
        page::line_at(frame, {middle.x - room / 2, y}, room, word, style, {.align = Align::center});
    };
    if (words.second.empty()) {
        line(words.first, middle.y, 54);
    } else {
        line(words.first, middle.y - 29, 40);
        line(words.second, middle.y + 29, 40);
    }
    canvas.pop();
    const float t = ease_out(stamped);
    constexpr float degree = std::numbers::pi_v<float> / 180;
    canvas.end_turn(turned, middle, lerp(seal_turn_first, seal_turn, t) * degree,
                    lerp(seal_scale_first, 1, t));
    canvas.pop();
}

// Paper, with a notch on either side where it would be torn.
void ground(Frame& frame, Rect rect, std::optional<float> torn_at) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    canvas.shadow(rect, measure::radius_sheet, Shadow::poster);
    canvas.round(rect, measure::radius_sheet, theme.color.card);
    if (theme.contrast) canvas.outline(rect, measure::radius_sheet, 4, theme.color.ink);
    if (!torn_at) return;
    const float tear_y = *torn_at;
    canvas.push_clip(rect);
    for (const float x : {rect.x, rect.right()}) {
        canvas.disc({x, tear_y}, notch, theme.contrast ? theme.color.paper : Color::hex(0xE2DBCD));
        if (theme.contrast) canvas.circle({x, tear_y}, notch, 4, theme.color.ink);
    }
    canvas.pop();
    constexpr float dash = 9, pause = 6;
    for (float x = rect.x + inset; x < rect.right() - inset; x += dash + pause) {
        const float end = std::min(rect.right() - inset, x + dash);
        canvas.line({x, tear_y}, {end, tear_y}, 3, theme.color.line);
    }
}

// How high what stands on a ticket is, without the gaps between.
struct Heights {
    float upper = 0, lower = 0;
    float hint = 0;
};
Heights heights_of(Frame& frame, const Styles& style, const ReceiptShown& shown, float width) {
    const auto language = frame.language();
    Heights heights;
    heights.upper = style.caption.height() + style.title.height();
    if (!when(shown.card, language).empty()) heights.upper += style.line.height();
    if (!place(shown.card, language).empty()) heights.upper += style.line.height();
    if (!facts(shown, language).empty())
        heights.upper += style.label.height() + style.value.height();
    const float room = width - 2 * inset - qr_side - beside_qr;
    heights.hint = frame.canvas.measure(code_hint(shown, language), style.hint, room, 3).height;
    heights.lower = std::max(qr_side, style.label.height() + style.code.height() + heights.hint);
    return heights;
}

// Gaps as drawn in 12, from the top down; they shrink together where there is little room.
struct Gaps {
    float above = 40, under_caption = 2, under_title = 10, above_facts = 34, above_tear = 48,
          below_tear = 56, below = 50;
    float sum() const {
        return above + under_caption + under_title + above_facts + above_tear + below_tear + below;
    }
    void multiply(float by) {
        for (float* gap :
             {&above, &under_caption, &under_title, &above_facts, &above_tear, &below_tear, &below})
            *gap *= by;
    }
};

float upper(Frame& frame, Rect rect, const Styles& style, const ReceiptShown& shown,
            const Gaps& gaps) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const auto language = frame.language();
    const float x = rect.x + inset;
    const float room = rect.w - 2 * inset;
    const float beside_seal = room - seal_side - 16;
    float y = rect.y + gaps.above;
    const auto row = [&](const std::string& words, const TextStyle& look, float width) {
        canvas.text({x, y, width, look.height()}, words, look,
                    {.step_down = smaller(look.px), .whole = true});
        y += look.height();
    };
    row(caption(shown, language), style.caption, beside_seal);
    y += gaps.under_caption;
    row(shown.card.title.in(language), style.title, beside_seal);
    y += gaps.under_title;
    const std::string date = when(shown.card, language);
    if (!date.empty()) row(date, style.line, beside_seal);
    const std::string where = place(shown.card, language);
    if (!where.empty()) row(where, style.line, date.empty() ? beside_seal : room);
    const std::vector<Fact> said = facts(shown, language);
    if (said.empty()) return y + gaps.above_tear;
    y += gaps.above_facts;
    // Two share the room as drawn in 12, three as in 12b.
    const auto columns = static_cast<float>(std::max<std::size_t>(2, said.size()));
    const float pitch = room / columns;
    for (std::size_t i = 0; i < said.size(); ++i) {
        const bool last = i + 1 == said.size();
        const float left = x + pitch * static_cast<float>(i);
        const float width = last ? x + room - left : pitch - 20;
        canvas.text({left, y, width, style.label.height()}, said[i].label, style.label,
                    {.step_down = smaller(style.label.px)});
        const TextStyle value =
            said[i].of_waiting ? style.value.in(theme.color.waiting) : style.value;
        canvas.text({left, y + style.label.height(), width, value.height()}, said[i].value, value,
                    {.step_down = smaller(value.px), .whole = true});
    }
    return y + style.label.height() + style.value.height() + gaps.above_tear;
}

void lower(Frame& frame, Rect rect, float y, const Styles& style, const ReceiptShown& shown,
           const Heights& heights) {
    Canvas& canvas = frame.canvas;
    const auto language = frame.language();
    const Rect qr{rect.x + inset, y + (heights.lower - qr_side) / 2, qr_side, qr_side};
    // Dark on white in every mode: readers need it so.
    canvas.round(frame.theme.contrast ? qr.inset(-18) : qr, frame.theme.contrast ? 12.0F : 0.0F,
                 frame.theme.contrast ? Color::hex(0xFFFFFF) : frame.theme.color.card);
    canvas.element(Role::image, frame.word(Key::receipt_qr), qr);
    canvas.qr(qr, qr_text(shown.outcome), Color::hex(0x000000));
    const float x = qr.right() + beside_qr;
    const float room = rect.right() - inset - x;
    const bool waiting = shown.outcome.stamp == SignUpStamp::waiting;
    const bool entry = shown.outcome.stamp == SignUpStamp::kept && shown.card.occasion &&
                       shown.card.seats.kind != model::SeatsShown::Kind::none_needed;
    const Key label = waiting ? Key::receipt_code_waiting
                      : entry ? Key::receipt_code_entry
                              : Key::receipt_code_record;
    float top = y + (heights.lower - style.label.height() - style.code.height() - heights.hint) / 2;
    canvas.text({x, top, room, style.label.height()}, frame.word(label), style.label);
    top += style.label.height();
    TextStyle code = style.code;
    // What suffices alone is twelve digits long.
    if (shown.outcome.code_suffices) code.tracking = 0;
    const float px = code.px;
    const std::vector<float> sizes{px,         px * 0.92F, px * 0.84F, px * 0.76F,
                                   px * 0.68F, px * 0.6F,  px * 0.52F, px * 0.45F};
    code.px = canvas.fitting_px(shown.outcome.code, code, room - code.tracking - 2, sizes);
    canvas.text({x, top, room + 4, style.code.height()}, shown.outcome.code, code,
                {.middle = true, .whole = true});
    top += style.code.height();
    canvas.text({x, top, room, 0}, code_hint(shown, language), style.hint, {.lines_max = 3});
}

}  // namespace

void ticket(Frame& frame, Rect rect, const ReceiptShown& shown, float stamped) {
    const Styles style = styles_of(frame.theme);
    const bool coded = shown.outcome.stamp != SignUpStamp::declined;
    Heights heights = heights_of(frame, style, shown, rect.w);
    if (!coded) heights.lower = 0;
    Gaps gaps;
    const float fixed = heights.upper + heights.lower;
    gaps.multiply(std::clamp((rect.h - fixed) / gaps.sum(), 0.2F, 1.15F));
    Canvas& canvas = frame.canvas;
    canvas.element(Role::region, caption(shown, frame.language()), rect);
    const float tear_y = rect.y + heights.upper + gaps.above + gaps.under_caption +
                         gaps.under_title + gaps.above_facts + gaps.above_tear;
    ground(frame, rect, coded ? std::optional(tear_y) : std::nullopt);
    canvas.push_ground(frame.theme.color.card);
    upper(frame, rect, style, shown, gaps);
    if (coded) lower(frame, rect, tear_y + gaps.below_tear, style, shown, heights);
    seal(frame, {rect.right() - 130, rect.y + 118}, shown, stamped);
    canvas.pop();
}

}  // namespace wenlan::ui::receipt
