// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "image/pixels.h"
#include "model/printer.h"

namespace wenlan::device {

// The way to one printer. It may wait for seconds; the worker's thread.
class PrinterLine {
public:
    virtual ~PrinterLine() = default;
    virtual model::Printer::State state() = 0;
    virtual base::Result<void> print(const image::Mask& paper) = 0;
};

// "/dev/usb/lp0", "192.168.1.20:9100" (an IPv4 address), "cups:NAME".
base::Result<std::unique_ptr<PrinterLine>> printer_line(const std::string& connection);

}  // namespace wenlan::device
