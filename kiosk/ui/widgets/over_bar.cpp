// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "ui/typing/key_area.h"
#include "ui/typing/typist.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/pressing.h"

namespace wenlan::ui {

namespace {

constexpr float height = 73, low_height = 24;
constexpr float pill_height = 56;

// "xiu'ying" as it is composing; initials apart: "t · j · q".
std::string composing_line(std::string_view shown) {
    bool initials = shown.size() > 2;
    for (std::size_t i = 0; i < shown.size(); ++i)
        initials = initials && (shown[i] == '\'') == (i % 2 == 1);
    if (!initials) return std::string(shown);
    std::string line;
    for (const char one : shown) line += one == '\'' ? std::string(" · ") : std::string(1, one);
    return line;
}

float pill_width(Frame& frame, std::string_view word, bool icon) {
    return frame.canvas.text_width(word, frame.theme.type(Type::secondary)) + 48 + (icon ? 44 : 0);
}

// A switch over the keys; its hit area is as large as a finger needs.
bool pill(Frame& frame, Rect rect, Role role, std::string_view word, std::string_view icon,
          bool on) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const Rect hit{rect.x - 6, rect.bottom() - measure::touch_min, rect.w + 12, measure::touch_min};
    Pressing press(frame, role, word, hit);
    const Color fill = on ? color.secondary : color.keyboard.function;
    const Color words = on ? color.on_secondary : color.ink;
    canvas.round(rect, rect.h / 2, fill);
    if (frame.theme.contrast) canvas.outline(rect, rect.h / 2, 4, color.ink);
    canvas.push_ground(fill);
    float x = rect.x + 24;
    if (!icon.empty()) {
        canvas.icon({x + 16, rect.center().y}, 34, icon, words);
        x += 44;
    }
    const TextStyle style = frame.theme.type(Type::secondary).in(words);
    canvas.text({x, rect.y, rect.right() - x, rect.h}, word, style, {.middle = true});
    canvas.pop();
    return press.activated();
}

void switches(Frame& frame, float right, float y, const TypingLook& look) {
    Typist& typist = *frame.typist;
    const bool pad = typist.keys == Typist::Keys::pad;
    float x = right;
    // Beside the keys there is room below, not beside each other.
    const bool stacked = frame.canvas.low();
    const auto next = [&](float width) {
        const Rect rect{x - width, y, width, pill_height};
        if (stacked) {
            y += measure::touch_min + 12;
        } else {
            x -= width + 20;
        }
        return rect;
    };
    if (look.offers_modes && (typist.can_write() || pad)) {
        const std::string_view word =
            frame.word(pad ? Key::typing_mode_keys : Key::typing_mode_pad);
        const std::string_view icon = pad ? "keyboard" : "hand";
        if (pill(frame, next(pill_width(frame, word, true)), Role::tab, word, icon, false)) {
            typist.rewrite();
            typist.insert({});  // what is composing becomes what it most likely is
            typist.keys = pad ? Typist::Keys::letters : Typist::Keys::pad;
        }
    }
    if (pad || typist.latin()) return;
    const std::string_view word = frame.word(Key::typing_fuzzy);
    if (pill(frame, next(pill_width(frame, word, false)), Role::toggle, word, {}, typist.fuzzy()))
        typist.toggle_fuzzy();
}

}  // namespace

float over_bar_height(const Canvas& canvas) { return canvas.low() ? low_height : height; }

void over_bar(Frame& frame, Rect ground, const TypingLook& look) {
    Canvas& canvas = frame.canvas;
    Typist& typist = *frame.typist;
    const Rect columns = key_columns(ground);
    const bool low = canvas.low();
    // Beside the bar in landscape, else over it.
    const float middle = low ? ground.y + low_height + 55 : ground.y + 45;
    const float right = low ? ground.right() - measure::margin : columns.right();
    switches(frame, right, middle - pill_height / 2, look);
    std::string line = typist.full()           ? std::string(frame.word(Key::typing_full))
                       : typist.unrecognised() ? std::string(frame.word(Key::typing_unrecognised))
                                               : composing_line(typist.composing().shown);
    if (line.empty() && typist.without_pinyin() && typist.keys != Typist::Keys::pad)
        line = frame.word(Key::typing_no_pinyin);
    if (line.empty()) return;
    const float left = low ? measure::margin : columns.x + 11;
    const float room = low ? columns.x - left - 24 : columns.w - 520;
    const TextStyle style = frame.theme.type(Type::secondary)
                                .sized(frame.theme.large ? 40 : 32)
                                .in(frame.theme.color.ink2);
    canvas.text({left, middle - style.height() / 2, room, style.height()}, line, style,
                {.step_down = {28, 26}, .middle = true});
}

}  // namespace wenlan::ui
