// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/local_text.h"
#include "base/time.h"
#include "model/card.h"
#include "model/sign_up.h"
#include "ui/geometry.h"

namespace wenlan::ui {

struct Frame;

// What the receipt's page shows: lies in the visit while ScreenName::receipt is open, and ends with
// it. Whoever made a sign-up fills it in and goes there.
struct ReceiptShown {
    model::SignUpOutcome outcome;
    model::EventCard card;
    // Of the phone that was left; zeros: none was, or nobody needs it.
    std::array<char, 4> tail{};
    bool offline = false;                   // the hub has not answered: it is still to be sent
    std::optional<base::Duration> since{};  // when it was first drawn
};

namespace receipt {

// The words of a receipt, for the screen and for paper.
std::string title(const ReceiptShown& shown, base::Language language);    // 报好了，晚上见
std::string line(const ReceiptShown& shown, base::Language language);     // what to do now
std::string caption(const ReceiptShown& shown, base::Language language);  // 入场凭证
std::string when(const model::EventCard& card, base::Language language);  // empty: no date
std::string place(const model::EventCard& card, base::Language language);
std::string code_hint(const ReceiptShown& shown, base::Language language);
struct Stamp {
    std::string first, second;  // its lines; empty: no stamp
};
Stamp stamp(const ReceiptShown& shown, base::Language language);
// Facts in a row: seats, people, the place in line, until when one hears.
struct Fact {
    std::string label, value;
    bool of_waiting = false;
};
std::vector<Fact> facts(const ReceiptShown& shown, base::Language language);
// What the QR code holds: the code alone, for whoever reads codes at the door or at the screen.
std::string qr_text(const model::SignUpOutcome& outcome);

// The ticket of pictures 12 and 12b, as high as `rect`. `stamped`: how far its seal has come, 0-1.
void ticket(Frame& frame, Rect rect, const ReceiptShown& shown, float stamped = 1);

}  // namespace receipt
}  // namespace wenlan::ui
