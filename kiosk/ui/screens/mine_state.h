// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/locked_memory.h"
#include "model/view.h"
#include "ui/motion/scroller.h"
#include "ui/typing/key_repeat.h"

namespace wenlan::ui {

// A sign-up that was found, or made, in this visit; with what is going on at its card.
struct HeldSignUp {
    enum class Band : std::uint8_t {
        none,
        cancel,    // 先留着 or 确认取消
        undo,      // it was cancelled, and for some seconds can be had back
        shrink,    // how many come
        check_in,  // how many are here
        said,      // what came of it
    };
    // What a change came to, as the band says it.
    enum class Said : std::uint8_t {
        nothing,
        back,
        back_waiting,
        fewer,
        here,
        noted,
        refused,
        locked,
        failed
    };

    model::FoundSignUp sign_up;
    std::optional<model::EventCard> card;
    bool from_hub = false;
    base::LockedText tail;  // the proof beside the code; empty where the code suffices
    Band band = Band::none;
    Said said = Said::nothing;
    int number = 1;            // of shrinking or of coming
    std::uint64_t ticket = 0;  // of a change that has no answer yet
    model::ChangeSignUp::What asked = model::ChangeSignUp::What::cancel;
    base::Duration cancelled{};  // when
};

// 我的: what is typed there and what was found, until the visit ends.
struct MineState {
    enum class Trouble : std::uint8_t {
        none,
        not_found,  // the code or the digits are wrong: which, nobody is told
        no_code,    // it cannot be one
        tail_short,
        locked,
        failed,
    };
    bool typing = true;  // the pad is shown
    bool at_tail = false;
    base::LockedText code;  // digits, an H before them
    base::LockedText tail;
    KeyRepeat repeat;
    std::uint64_t ticket = 0;   // of a look-up that has no answer yet
    bool as_long_code = false;  // both fields were looked up as one code of twelve digits
    Trouble trouble = Trouble::none;
    std::vector<HeldSignUp> held;
    Scroller list;
    bool printed = false;
    bool scanned = false;  // a code that suffices was read: look it up at once
    bool past_unfolded = false;
    // The hub had not answered when something was looked for last.
    bool offline = false;
};

struct ReceiptShown;
// What was just signed up is among one's sign-ups, too.
void remember(MineState& mine, const ReceiptShown& receipt);
void forget(MineState& mine, const ReceiptShown& receipt);
// Takes what a scanner read as the code that is asked for; false: it is none.
bool take_scanned(MineState& mine, std::string_view text);

}  // namespace wenlan::ui
