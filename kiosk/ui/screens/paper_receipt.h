// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/local_text.h"
#include "model/printer.h"
#include "ui/screens/mine_state.h"
#include "ui/screens/sign_up_receipt.h"

// A receipt as it is printed.
namespace wenlan::ui::receipt {

model::Receipt on_paper(const ReceiptShown& shown, const base::LocalText& centre,
                        base::Language language);
// The same of one's own sign-ups.
ReceiptShown of(const HeldSignUp& held);

}  // namespace wenlan::ui::receipt
