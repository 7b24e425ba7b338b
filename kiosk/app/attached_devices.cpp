// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attached_devices.h"

#include <utility>

#include "base/log.h"
#include "device/receipt_paper.h"

namespace wenlan::app {

AttachedDevices::AttachedDevices(const PrinterConfig& printer, std::function<void()> changed) {
    if (printer.connection.empty()) return;
    auto line = device::printer_line(printer.connection);
    if (!line) {
        base::log::warning("the printer", line.error());
        return;
    }
    const int dots = printer.paper_mm == 80 ? device::paper_80_dots : device::paper_58_dots;
    printer_ = std::make_unique<device::ReceiptPrinter>(std::move(line).value(), dots, [] {
        return text::Typesetter::create(text::FontFiles::debian());
    });
    printer_->begin(std::move(changed));
}

}  // namespace wenlan::app
