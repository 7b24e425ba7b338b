// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "app/config.h"
#include "device/key_scanner.h"
#include "device/receipt_printer.h"
#include "device/voice.h"
#include "model/devices.h"

namespace wenlan::app {

// What stands around the screen of one kiosk, as its settings say.
class AttachedDevices {
public:
    // `changed`: the printer came or went; called from its own thread.
    AttachedDevices(const PrinterConfig& printer, std::function<void()> changed);

    model::Devices devices() { return {printer_.get(), &scanner_, &voice_}; }
    // A key came; true: it completed what a scanner has read.
    bool key(const gfx::KeyEvent& key) { return scanner_.key(key.character, key.time); }

private:
    std::unique_ptr<device::ReceiptPrinter> printer_;  // null: none is set
    device::KeyScanner scanner_;
    device::Voice voice_ = device::Voice::installed();
};

}  // namespace wenlan::app
