// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "device/printer_line.h"
#include "text/typesetter.h"

namespace wenlan::device {

// The printer of receipts: residents' frames never wait for it. Without a thread of its own it
// works only when told to.
class ReceiptPrinter final : public model::Printer {
public:
    using MakeTypesetter = std::function<base::Result<std::unique_ptr<text::Typesetter>>()>;
    ReceiptPrinter(std::unique_ptr<PrinterLine> line, int width_dots, MakeTypesetter make)
        : line_(std::move(line)), width_dots_(width_dots), make_(std::move(make)) {}
    ~ReceiptPrinter() override;

    // From now on a thread asks every few seconds how the printer is, and prints.
    void begin(std::function<void()> changed);
    // One round of that: prints what waits, looks how the printer is. True: its state has changed.
    bool work();

    State state() const override { return state_; }
    void print(model::Receipt receipt) override;

private:
    void run(const std::function<void()>& changed);
    base::Result<void> put_out(const model::Receipt& receipt);

    std::unique_ptr<PrinterLine> line_;
    int width_dots_;
    MakeTypesetter make_;
    std::unique_ptr<text::Typesetter> typesetter_;  // the worker's
    std::atomic<State> state_{State::absent};
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<model::Receipt> waiting_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace wenlan::device
