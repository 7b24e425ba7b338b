// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "model/intent.h"
#include "model/staff.h"
#include "station/office.h"
#include "station/staff_code.h"
#include "station/staff_lock.h"
#include "station/staff_use.h"

namespace wenlan::station {

// What a screen is told when it is set up, for its staff.
struct StaffSettings {
    std::optional<StaffCode> code = {};
    // Opens the panel of a screen that only demonstrates and has no code of its own; empty: none.
    std::string demonstration_code = {};
    std::string version = {};  // of the software
};

// The panel behind the seal: who may open it, and what it says. One thread.
class StaffDesk {
public:
    StaffDesk(const base::Clock& clock, base::Disk& disk, const std::filesystem::path& data);

    void set_up(StaffSettings settings) { settings_ = std::move(settings); }
    // Sign-ups that have not left this screen.
    void set_outbox(model::StaffOutbox outbox) { outbox_ = std::move(outbox); }
    const model::StaffOutbox& outbox() const { return outbox_; }

    // The code is asked for.
    void ask(const base::Zone& zone);
    void enter(std::string_view code, const base::Zone& zone);
    void close() { gate_.reset(); }
    bool asked() const { return gate_.has_value(); }
    bool open() const { return gate_ == model::StaffGate::open; }
    void note_touch_test(base::CivilDate day);

    DayOfUse& use() { return use_; }

    // Null: nobody asks for it.
    std::shared_ptr<const model::StaffPage> page(const OfficeReport& office, const base::Zone& zone,
                                                 const std::optional<domain::OpeningHours>& hours);

private:
    model::StaffGate asking();
    bool demonstrates() const { return !settings_.code && !settings_.demonstration_code.empty(); }
    bool is_right(std::string_view code) const;

    const base::Clock& clock_;
    base::Disk& disk_;
    const base::Duration started_;
    std::filesystem::path touch_file_;
    StaffSettings settings_;
    StaffLock lock_;
    DayOfUse use_;
    model::StaffOutbox outbox_;
    std::optional<model::StaffGate> gate_;  // none: closed
    base::CivilTime opened_at_{};
    std::optional<base::CivilDate> touch_tested_;
};

}  // namespace wenlan::station
