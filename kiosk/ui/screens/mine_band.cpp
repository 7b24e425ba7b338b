// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "ui/screens/mine_parts.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/pressing.h"

// What is asked and said right below a sign-up's card.
namespace wenlan::ui::mine {

namespace {

using Band = HeldSignUp::Band;
using Said = HeldSignUp::Said;
using What = model::ChangeSignUp::What;

constexpr float inset = 28, gap = 16, padding = 24;
constexpr float step_width = 320;

struct Choice {
    std::string label;
    bool action = false;
};
struct Content {
    std::string words;
    bool urgent = false;
    bool steps = false;  // with a number to be changed
    std::vector<Choice> choices{};
};

std::string numbered(const Frame& frame, Key key, int n) {
    return format(key, frame.language(), {{"n", std::to_string(n)}});
}
std::string word(const Frame& frame, Key key) { return std::string(frame.word(key)); }

Key said_key(Said said) {
    switch (said) {
        case Said::back:
            return Key::mine_do_said_back;
        case Said::back_waiting:
            return Key::mine_do_said_back_waiting;
        case Said::fewer:
            return Key::mine_do_said_fewer;
        case Said::here:
            return Key::mine_do_said_here;
        case Said::noted:
            return Key::mine_do_said_noted;
        case Said::refused:
            return Key::mine_do_said_refused;
        case Said::locked:
            return Key::mine_do_said_locked;
        case Said::nothing:
        case Said::failed:
            break;
    }
    return Key::mine_do_said_failed;
}

Content content_of(Frame& frame, const HeldSignUp& held) {
    switch (held.band) {
        case Band::none:
            break;
        case Band::cancel: {
            const bool seats = domain::holds_seats(held.sign_up.state) && held.card &&
                               held.card->seats.kind != model::SeatsShown::Kind::none_needed;
            return {word(frame, seats ? Key::mine_do_ask_cancel : Key::mine_do_ask_cancel_open),
                    true,
                    false,
                    {{word(frame, Key::mine_do_keep)},
                     {word(frame, Key::mine_do_confirm_cancel), true}}};
        }
        case Band::undo: {
            const bool noted = held.said == Said::noted;
            Content content{
                word(frame, noted ? Key::mine_do_cancelled_noted : Key::mine_do_cancelled)};
            const int seconds = undo_seconds(frame, held);
            if (seconds > 0)
                content.choices.push_back({numbered(frame, Key::mine_do_undo, seconds)});
            return content;
        }
        case Band::shrink:
            return {word(frame, Key::mine_do_ask_fewer),
                    false,
                    true,
                    {{word(frame, Key::mine_do_fewer_back)},
                     {numbered(frame, Key::mine_do_fewer_confirm, held.number), true}}};
        case Band::check_in:
            return {word(frame, Key::mine_do_ask_here),
                    false,
                    held.sign_up.party - held.sign_up.present > 1,
                    {{word(frame, Key::mine_do_here_back)},
                     {numbered(frame, Key::mine_do_here_confirm, held.number), true}}};
        case Band::said:
            return {word(frame, said_key(held.said)), held.said >= Said::refused};
    }
    return {};
}

TextStyle words_style(const Frame& frame, bool urgent) {
    return frame.theme.type(Type::body)
        .in(urgent ? frame.theme.color.action_deep : frame.theme.color.ink);
}

float choice_width(const Frame& frame) {
    return frame.theme.large ? 300 : frame.theme.english() ? 230 : 212;
}
float choices_width(const Frame& frame, const Content& content) {
    const auto count = static_cast<float>(content.choices.size());
    return content.choices.empty() ? 0 : count * choice_width(frame) + (count - 1) * gap;
}

// Words over the choices, where both have no room in one row.
bool stacked(Frame& frame, const Content& content, float width) {
    return content.steps || frame.theme.large ||
           width - 2 * inset - choices_width(frame, content) < 330;
}

int most(const HeldSignUp& held) {
    return held.band == Band::shrink ? held.sign_up.party - 1
                                     : held.sign_up.party - held.sign_up.present;
}

// − n +
void steps(Frame& frame, Rect rect, HeldSignUp& held, std::size_t nth) {
    const Palette& color = frame.theme.color;
    const page::SmallLook look{color.card, color.ink, true, 44};
    const float side = measure::touch_min;
    const auto step = [&](Rect at, Key name, std::string_view icon, int by) {
        Pressing press(frame, Role::button, frame.word(name), at, nth + 1);
        frame.canvas.round(at, 26, look.fill);
        frame.canvas.outline(at, 26, frame.theme.contrast ? 4 : 3, color.ink2);
        frame.canvas.icon(at.center(), 44, icon, color.ink);
        const int wanted = held.number + by;
        if (!press.activated() || wanted < 1 || wanted > most(held)) return;
        held.number = wanted;
        frame.animate();
    };
    step({rect.x, rect.y, side, side}, Key::mine_do_less, "minus", -1);
    step({rect.right() - side, rect.y, side, side}, Key::mine_do_more, "plus", 1);
    const TextStyle number = frame.theme.type(Type::section);
    frame.canvas.text({rect.x + side, rect.y, rect.w - 2 * side, rect.h},
                      std::to_string(held.number), number,
                      {.align = Align::center, .middle = true});
}

std::optional<Action> chosen(Frame& frame, HeldSignUp& held, bool confirmed) {
    const Band band = held.band;
    frame.animate();
    if (band == Band::undo) return change(frame, held, What::undo_cancelling);
    if (!confirmed) {
        held.band = Band::none;
        return std::nullopt;
    }
    if (band == Band::cancel) return change(frame, held, What::cancel);
    return change(frame, held, band == Band::shrink ? What::shrink : What::check_in, held.number);
}

}  // namespace

float band_height(Frame& frame, const HeldSignUp& held, float width) {
    if (held.band == Band::none) return 0;
    const Content content = content_of(frame, held);
    const float room = width - 2 * inset;
    const bool below = stacked(frame, content, width);
    const float beside =
        below ? (content.steps ? step_width + gap : 0.0F) : choices_width(frame, content) + gap;
    const float words =
        frame.canvas.measure(content.words, words_style(frame, false), room - beside, 3).height;
    const float row =
        std::max(words, content.steps || !content.choices.empty() ? measure::touch_min : words);
    if (!below || content.choices.empty()) return row + 2 * padding;
    return (content.steps ? row : words) + gap + measure::touch_min + 2 * padding;
}

std::optional<Action> band(Frame& frame, Rect rect, HeldSignUp& held, std::size_t nth) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const Content content = content_of(frame, held);
    const Color fill = frame.theme.contrast ? color.card
                       : content.urgent     ? color.action_tint
                                            : color.sunk;
    canvas.round(rect, measure::radius_card, fill, Corners::bottom);
    if (frame.theme.contrast)
        canvas.line({rect.x + inset, rect.y}, {rect.right() - inset, rect.y}, 2, color.line);
    canvas.push_ground(fill);
    const Rect inner = rect.inset(inset, padding);
    const bool below = stacked(frame, content, rect.w);
    const float choices = choices_width(frame, content);
    Rect words = inner;
    if (below && !content.choices.empty()) words.h -= measure::touch_min + gap;
    words.w -= below ? (content.steps ? step_width + gap : 0.0F) : choices + gap;
    canvas.text(words, content.words, words_style(frame, content.urgent),
                {.lines_max = 3, .middle = true});
    if (content.steps)
        steps(frame, {inner.right() - step_width, inner.y, step_width, measure::touch_min}, held,
              nth);
    std::optional<Action> action;
    const float y = inner.bottom() - measure::touch_min;
    Rect at{inner.right() - choices, below ? y : inner.center().y - measure::touch_min / 2,
            choice_width(frame), measure::touch_min};
    for (const Choice& choice : content.choices) {
        page::SmallLook look{color.card, color.ink, true};
        if (choice.action) look = {color.action, color.on_action, false};
        if (page::small_button(frame, at, choice.label, look, nth + 1) && held.ticket == 0)
            action = chosen(frame, held, choice.action);
        at = at.moved(at.w + gap, 0);
    }
    canvas.pop();
    return action;
}

}  // namespace wenlan::ui::mine
