// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "ui/widgets/frame.h"

namespace wenlan::ui {

// What is typed, with its caret: the focused field of pictures 08, 10 and 13.
struct FieldLook {
    std::string_view label;   // what the field is for, read aloud
    std::string_view hint{};  // shown while it is empty
    std::string_view icon{};
    float px = 60;
    bool underlined = true;  // what is composing: as in 08; else like the text, as in 13
    bool focused = true;
};
struct FieldText {
    std::string_view text;
    std::string_view composing{};  // behind it
    std::string_view rest{};       // pale, behind the caret: what is still missing
};
struct FieldPress {
    bool field = false;
    bool clear = false;
};
FieldPress input_field(Frame& frame, Rect rect, const FieldText& text, const FieldLook& look);

}  // namespace wenlan::ui
