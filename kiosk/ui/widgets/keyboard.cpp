// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyboard.h"

#include <array>
#include <span>

#include "ui/typing/key_area.h"
#include "ui/typing/typist.h"
#include "ui/widgets/candidate_bar.h"
#include "ui/widgets/keys.h"

namespace wenlan::ui {

namespace {

using Row = std::span<const std::string_view>;

// Pictures 08 and 13.
constexpr float key_width = 94, key_height = 112, key_gap = 10, row_gap = 12;
constexpr float wide_key = 146, space_width = 406, done_width = 198;
constexpr float bar_gap = 13, below = 24;
constexpr float rows_height = 4 * key_height + 3 * row_gap;
constexpr float letter_px = 46, word_px = 32;

constexpr std::array<std::string_view, 10> letters_1{"q", "w", "e", "r", "t",
                                                     "y", "u", "i", "o", "p"};
constexpr std::array<std::string_view, 9> letters_2{"a", "s", "d", "f", "g", "h", "j", "k", "l"};
constexpr std::array<std::string_view, 7> letters_3{"z", "x", "c", "v", "b", "n", "m"};
constexpr std::array<std::string_view, 10> capitals_1{"Q", "W", "E", "R", "T",
                                                      "Y", "U", "I", "O", "P"};
constexpr std::array<std::string_view, 9> capitals_2{"A", "S", "D", "F", "G", "H", "J", "K", "L"};
constexpr std::array<std::string_view, 7> capitals_3{"Z", "X", "C", "V", "B", "N", "M"};
constexpr std::array<std::string_view, 10> digits{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"};
constexpr std::array<std::string_view, 9> signs_2{"-", "/", "：", "；", "（", "）", "@", "“", "”"};
constexpr std::array<std::string_view, 7> signs_3{"。", "？", "！", "、", "《", "》", "·"};
constexpr std::array<std::string_view, 9> latin_signs_2{"-", "/", ":", ";", "(",
                                                        ")", "@", "'", "\""};
constexpr std::array<std::string_view, 7> latin_signs_3{".", "?", "!", "&", "#", "+", "*"};
constexpr std::array<std::string_view, 10> symbols_1{"【", "】", "｛", "｝", "#",
                                                     "%",  "^",  "*",  "+",  "="};
constexpr std::array<std::string_view, 9> symbols_2{"—", "_", "~", "|", "<", ">", "￥", "$", "&"};
constexpr std::array<std::string_view, 7> symbols_3{"「", "」", "『", "』", "…", "°", "№"};

struct Page {
    Row first, second, third;
};
Page page_of(const Typist& typist) {
    if (typist.keys == Typist::Keys::numbers) {
        if (typist.latin()) return {digits, latin_signs_2, latin_signs_3};
        return {digits, signs_2, signs_3};
    }
    if (typist.keys == Typist::Keys::symbols) return {symbols_1, symbols_2, symbols_3};
    if (typist.latin() && typist.shift()) return {capitals_1, capitals_2, capitals_3};
    return {letters_1, letters_2, letters_3};
}

// The four rows of keys in their columns, 1030 wide.
class Rows {
public:
    Rows(Frame& frame, Rect ground, Rect keys)
        : frame_(frame), typist_(*frame.typist), ground_(ground), keys_(keys) {}

    void draw(const TypingLook& look) {
        const Page page = page_of(typist_);
        characters(page.first, 0, 0);
        characters(page.second, 1, (key_width + key_gap) / 2);
        characters(page.third, 2, wide_key + key_gap);
        third_row();
        fourth_row(look);
    }

private:
    // `reach`: how far the hit area goes to the left and to the right.
    Touch::Key key(float x, int row, float width, const KeyFace& face, float reach_left = 5,
                   float reach_right = 5) {
        const float y = keys_.y + static_cast<float>(row) * (key_height + row_gap);
        const Rect rect{keys_.x + x, y, width, key_height};
        const float bottom = row == 3 ? ground_.bottom() : rect.bottom() + row_gap / 2;
        const Rect hit{rect.x - reach_left, y - row_gap / 2, rect.w + reach_left + reach_right,
                       bottom - y + row_gap / 2};
        return draw_key(frame_, rect, hit, face);
    }

    void characters(Row row, int index, float indent) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool at_side = index == 1;
            const float left = i == 0 && at_side ? indent : 5;
            const float right = i + 1 == row.size() && at_side ? indent : 5;
            const float x = indent + static_cast<float>(i) * (key_width + key_gap);
            if (key(x, index, key_width, {.label = row[i], .px = letter_px}, left, right).activated)
                press(row[i]);
        }
    }

    void press(std::string_view sign) {
        const bool letter = sign.size() == 1 && ((sign[0] >= 'a' && sign[0] <= 'z') ||
                                                 (sign[0] >= 'A' && sign[0] <= 'Z'));
        if (!letter) {
            typist_.insert(sign);
            return;
        }
        const char small = sign[0] < 'a' ? static_cast<char>(sign[0] + 32) : sign[0];
        typist_.letter(small);
    }

    KeyFace function(Key word, float px = word_px) const {
        return {.label = frame_.word(word), .look = KeyLook::function, .px = px};
    }

    void third_row() {
        if (typist_.keys == Typist::Keys::letters) {
            if (key(0, 2, wide_key, function(Key::typing_language)).activated)
                typist_.toggle_language();
        } else {
            const bool numbers = typist_.keys == Typist::Keys::numbers;
            const Key word = numbers ? Key::typing_symbols : Key::typing_numbers;
            if (key(0, 2, wide_key, function(word)).activated)
                typist_.keys = numbers ? Typist::Keys::symbols : Typist::Keys::numbers;
        }
        KeyFace face = function(Key::typing_backspace, 38);
        face.icon = "backspace";
        const Touch::Key back = key(keys_width - wide_key, 2, wide_key, face);
        for (int i = typist_.repeat.presses(back); i > 0; --i) typist_.backspace();
        if (back.down) frame_.redraw_after(KeyRepeat::next(back));
    }

    void fourth_row(const TypingLook& look) {
        const bool letters = typist_.keys == Typist::Keys::letters;
        const Key turn = letters ? Key::typing_numbers : Key::typing_letters;
        if (key(0, 3, wide_key, function(turn)).activated)
            typist_.keys = letters ? Typist::Keys::numbers : Typist::Keys::letters;
        comma(wide_key + key_gap);
        const Key space = typist_.latin() ? Key::typing_space_latin : Key::typing_space;
        const float space_x = wide_key + key_width + 2 * key_gap;
        if (key(space_x, 3, space_width, {.label = frame_.word(space), .px = 40}).activated)
            typist_.space();
        const float clear_x = space_x + space_width + key_gap;
        if (key(clear_x, 3, wide_key, function(Key::typing_clear)).activated) typist_.clear();
        const KeyFace done{.label = look.done, .look = KeyLook::action, .px = 40};
        if (key(keys_width - done_width, 3, done_width, done).activated) typist_.finish();
    }

    // Beside the space: a comma; while pinyin is composing, what parts syllables (xi'an); in Latin
    // the capitals.
    void comma(float x) {
        if (typist_.latin() && typist_.keys == Typist::Keys::letters) {
            KeyFace face = function(Key::typing_capitals);
            if (typist_.shift()) face.look = KeyLook::plain;
            if (key(x, 3, key_width, face).activated) typist_.toggle_shift();
        } else if (!typist_.composing().empty()) {
            const KeyFace face{.label = "'", .look = KeyLook::function, .px = letter_px};
            if (key(x, 3, key_width, face).activated) typist_.letter('\'');
        } else {
            const std::string_view sign = typist_.latin() ? "," : "，";
            const KeyFace face{.label = sign, .look = KeyLook::function, .px = 38};
            if (key(x, 3, key_width, face).activated) typist_.insert(sign);
        }
    }

    Frame& frame_;
    Typist& typist_;
    Rect ground_, keys_;
};

// All candidates instead of the keys, and what one still needs beside them.
void page_of_candidates(Frame& frame, Rect ground, Rect area) {
    Typist& typist = *frame.typist;
    constexpr float side = wide_key;
    const Rect list{area.x, area.y, area.w - side - key_gap, area.h};
    const auto chosen = candidate_page(frame, list, typist.candidates(), typist.candidate_page);
    if (chosen) {
        typist.pick(typist.candidates()[*chosen]);
        typist.keys = Typist::Keys::letters;
        typist.candidate_page.jump_to(0);
    }
    const float x = area.right() - side;
    const auto key = [&](float y, KeyFace face) {
        const Rect rect{x, y, side, key_height};
        face.look = KeyLook::function;
        // Nothing above: there the switches end.
        const Rect hit{rect.x - key_gap / 2, rect.y, rect.w + key_gap, rect.h + row_gap};
        return draw_key(frame, rect, hit, face);
    };
    if (key(area.y, {.label = frame.word(Key::typing_fold), .px = word_px}).activated) {
        typist.keys = Typist::Keys::letters;
        typist.candidate_page.jump_to(0);
    }
    const Touch::Key back =
        key(area.y + key_height + row_gap,
            {.label = frame.word(Key::typing_backspace), .icon = "backspace", .px = 38});
    for (int i = typist.repeat.presses(back); i > 0; --i) typist.backspace();
    if (back.down) frame.redraw_after(KeyRepeat::next(back));
    static_cast<void>(ground);
}

}  // namespace

void keyboard(Frame& frame, Rect ground, const TypingLook& look) {
    Typist& typist = *frame.typist;
    const Rect columns = key_columns(ground);
    const float top = ground.y + over_bar_height(frame.canvas);
    if (typist.keys == Typist::Keys::candidates) {
        page_of_candidates(frame, ground,
                           {columns.x, top, columns.w, ground.bottom() - below - top});
        return;
    }
    const Rect bar{columns.x, top, columns.w, candidate_bar_height};
    const BarPress press = candidate_bar(frame, bar, typist.candidates(), Arrow::more);
    const Rect keys{columns.x, bar.bottom() + bar_gap, columns.w, rows_height};
    Rows(frame, ground, keys).draw(look);
    if (press.candidate) typist.pick(typist.candidates()[*press.candidate]);
    if (press.opened) typist.keys = Typist::Keys::candidates;
}

Rect typing_ground(const Frame& frame) {
    const float over = over_bar_height(frame.canvas);
    constexpr float keys = candidate_bar_height + bar_gap + rows_height + below;
    // The pad of picture 09 is higher than the keys, where there is room.
    const bool pad = frame.typist->keys == Typist::Keys::pad;
    const float pad_more = pad && !frame.canvas.low() ? 122 : 0;
    return key_area(frame.canvas, over + keys + pad_more);
}

void typing_area(Frame& frame, const TypingLook& look) {
    const Rect ground = typing_ground(frame);
    key_ground(frame, ground);
    push_key_ground(frame);
    over_bar(frame, ground, look);
    if (frame.typist->keys == Typist::Keys::pad)
        writing_pad(frame, ground, look);
    else
        keyboard(frame, ground, look);
    frame.canvas.pop();
}

}  // namespace wenlan::ui
