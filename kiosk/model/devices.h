// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/printer.h"
#include "model/scanner.h"
#include "model/speech.h"

namespace wenlan::model {

// What stands around the screen; null: there is none.
struct Devices {
    Printer* printer = nullptr;
    Scanner* scanner = nullptr;
    Speech* speech = nullptr;

    bool prints() const { return printer != nullptr && printer->state() == Printer::State::ready; }
};

}  // namespace wenlan::model
