// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "hub/desk/ports.h"

namespace wenlan::app {

// Runs a program of the centre's own for each alert, with what it is about in its environment:
// WENLAN_ALERT (the sentence), WENLAN_ALERT_CODE, WENLAN_ALERT_SCREEN, WENLAN_ALERT_OVER (0 or 1).
class AlertCommand final : public hub::desk::AlertPort {
public:
    explicit AlertCommand(std::string program) : program_(std::move(program)) {}
    base::Result<void> send(const hub::desk::Alert& alert) override;
    std::string kind() const override { return "command"; }

private:
    const std::string program_;
};

// Posts each alert as JSON to an address of the centre's own.
class AlertWebhook final : public hub::desk::AlertPort {
public:
    explicit AlertWebhook(std::string url) : url_(std::move(url)) {}
    base::Result<void> send(const hub::desk::Alert& alert) override;
    std::string kind() const override { return "webhook"; }

private:
    const std::string url_;
};

}  // namespace wenlan::app
