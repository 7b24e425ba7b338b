// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/receipt_printer.h"

#include <chrono>
#include <utility>

#include "base/log.h"
#include "device/receipt_paper.h"

namespace wenlan::device {

namespace {
constexpr std::chrono::seconds look_every{4};
constexpr std::size_t waiting_max = 20;
}  // namespace

ReceiptPrinter::~ReceiptPrinter() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void ReceiptPrinter::begin(std::function<void()> changed) {
    thread_ = std::thread([this, changed = std::move(changed)] { run(changed); });
}

void ReceiptPrinter::run(const std::function<void()>& changed) {
    for (;;) {
        if (work() && changed) changed();
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, look_every, [this] { return ending_ || !waiting_.empty(); });
        if (ending_) return;
    }
}

void ReceiptPrinter::print(model::Receipt receipt) {
    {
        const std::scoped_lock lock(mutex_);
        if (waiting_.size() < waiting_max) waiting_.push_back(std::move(receipt));
    }
    wake_.notify_all();
}

bool ReceiptPrinter::work() {
    const State before = state_;
    State now = line_->state();
    for (;;) {
        model::Receipt receipt;
        {
            const std::scoped_lock lock(mutex_);
            if (waiting_.empty()) break;
            receipt = std::move(waiting_.front());
            waiting_.pop_front();
        }
        if (now != State::ready) continue;
        const auto printed = put_out(receipt);
        if (printed) continue;
        base::log::warning("a receipt was not printed", printed.error());
        now = line_->state();
    }
    state_ = now;
    return now != before;
}

base::Result<void> ReceiptPrinter::put_out(const model::Receipt& receipt) {
    if (!typesetter_) typesetter_ = TRY(make_());
    const image::Mask paper = draw_receipt(receipt, *typesetter_, width_dots_);
    typesetter_->forget_texts();
    return line_->print(paper);
}

}  // namespace wenlan::device
