// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "device/printer_line.h"

namespace wenlan::device {

// Any printer that the system knows, by `lp` and `lpstat`.
class CupsLine final : public PrinterLine {
public:
    explicit CupsLine(std::string name) : name_(std::move(name)) {}

    model::Printer::State state() override;
    base::Result<void> print(const image::Mask& paper) override;

private:
    std::string name_;
};

// What `lpstat -l -p NAME` says.
model::Printer::State cups_state(std::string_view lpstat);

}  // namespace wenlan::device
