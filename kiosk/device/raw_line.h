// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "device/printer_line.h"

namespace wenlan::device {

// A printer that understands ESC/POS, behind a device file or a TCP port. It is opened anew for
// each question: one that was unplugged is found again.
class RawLine final : public PrinterLine {
public:
    explicit RawLine(std::filesystem::path file) : file_(std::move(file)) {}
    RawLine(std::string address, int port) : address_(std::move(address)), port_(port) {}

    model::Printer::State state() override;
    base::Result<void> print(const image::Mask& paper) override;

private:
    int open() const;  // below zero: it cannot be had

    std::filesystem::path file_;
    std::string address_;
    int port_ = 0;
};

}  // namespace wenlan::device
