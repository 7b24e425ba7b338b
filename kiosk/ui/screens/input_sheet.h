// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ui/typing/phone_entry.h"
#include "ui/typing/typist.h"
#include "ui/widgets/frame.h"

// What a sheet asks for in words and digits (08, 09, 10). A flow draws its own head and steps above
// and gives the area below them; the keys stand at the panel's foot.
namespace wenlan::ui::input_sheet {

enum class Outcome : std::uint8_t { none, done };

// A name, by keys or by hand. Done is told only when there is one; what was still composing has
// become its first candidate by then. The text is frame.typist's.
struct NameQuestion {
    std::uint64_t field = 0;      // tells it from other fields
    std::string_view question;    // 怎么称呼您？
    std::string_view hint;        // 写您平时用的名字就行
    std::string_view done;        // 下一步
    std::string_view error = {};  // instead of the hint: what is to be done first
    std::size_t characters_max = 20;
};
Outcome draw_name(Frame& frame, Rect area, const NameQuestion& question);

// A phone number. Done is told only when it is whole; before that the key says what is missing.
struct PhoneQuestion {
    std::string_view question;  // 留个手机号
    std::string_view promise;   // what happens to it
    std::string_view done;
};
struct PhoneState {
    PhoneEntry entry;
    KeyRepeat repeat;
    bool pressed_early = false;  // the error is shown from then on
};
Outcome draw_phone(Frame& frame, Rect area, const PhoneQuestion& question, PhoneState& state);

// What is wrong with the number, as a sentence; empty: nothing, or nothing was keyed in yet.
std::string phone_sentence(const PhoneEntry& entry, base::Language language);

// How high the part above the keys has to be at least (virtual px).
float name_height(const Theme& theme);
float phone_height(const Theme& theme);

}  // namespace wenlan::ui::input_sheet
