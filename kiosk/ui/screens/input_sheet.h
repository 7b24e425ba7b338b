// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/input/engine.h"
#include "ui/typing/phone_entry.h"
#include "ui/typing/typist.h"
#include "ui/widgets/frame.h"

// What a sheet asks for in words and digits (08, 09, 10). A flow draws its own head and steps above
// and gives the area below them; the keys stand at the panel's foot. In an area that is too low for
// one thing above the other the question stands beside its field.
namespace wenlan::ui::input_sheet {

enum class Outcome : std::uint8_t { none, done };

// A name or a text, by keys or by hand. Done is told once what was still composing has become its
// first candidate. The text is frame.typist's.
struct NameQuestion {
    std::uint64_t field = 0;      // tells it from other fields
    std::string_view question;    // 怎么称呼您？
    std::string_view hint;        // 写您平时用的名字就行
    std::string_view done;        // 下一步
    std::string_view error = {};  // instead of the hint: what is to be done first
    std::size_t characters_max = 20;
    text::input::Purpose purpose = text::input::Purpose::name;
    bool latin = false;  // opens in Latin; the same for as long as the field is open
};
Outcome draw_name(Frame& frame, Rect area, const NameQuestion& question);

// Digits on the pad of picture 10.
struct DigitsQuestion {
    std::string_view question;   // 留个手机号
    std::string_view shown;      // what was keyed in
    std::string_view rest{};     // pale, behind the caret
    std::string_view beside{};   // at the question's right: 11 位
    std::string_view promise{};  // in green: what happens to it
    std::string_view hint{};     // without a promise
    std::string_view error{};    // instead of either
    std::string_view link{};     // a way on without it
    std::string_view done;
    bool ready = true;
};
struct DigitsPress {
    char digit = 0;
    int backspaces = 0;
    bool clear = false, link = false, done = false;
};
DigitsPress draw_digits(Frame& frame, Rect area, const DigitsQuestion& question, KeyRepeat& repeat);

// What is wrong with the number, as a sentence; empty: nothing, or nothing was keyed in yet.
std::string phone_sentence(const PhoneEntry& entry, base::Language language);

}  // namespace wenlan::ui::input_sheet
