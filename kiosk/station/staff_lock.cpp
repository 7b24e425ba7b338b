// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/staff_lock.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/log.h"
#include "sync/field_reader.h"

namespace wenlan::station {

namespace {

constexpr std::string_view head = "wenlan-staff-lock 1";
constexpr std::size_t bytes_max = 1024;

}  // namespace

StaffLock::StaffLock(base::Disk& disk, std::filesystem::path file)
    : disk_(disk), file_(std::move(file)) {
    const auto text = disk_.read(file_, bytes_max);
    if (!text) return;
    sync::FieldReader reader(text.value());
    reader.head(head);
    reader.line("wrong");
    const auto wrong = reader.number(0, tries_max);
    reader.line("last");
    const base::Instant last = reader.instant();
    if (!reader.whole()) {
        base::log::warning("what was kept of wrong staff codes is damaged: " + reader.fault());
        return;
    }
    wrong_ = static_cast<int>(wrong);
    last_ = last;
}

std::optional<base::Duration> StaffLock::locked(base::Instant now) {
    if (wrong_ < tries_max) return std::nullopt;
    // A clock that was set back keeps it locked no longer than from now on.
    last_ = std::min(last_, now);
    const base::Duration left = last_ + locked_for - now;
    if (left.count() <= 0) return std::nullopt;
    return left;
}

int StaffLock::tries_left(base::Instant now) {
    if (locked(now)) return 0;
    return now - last_ >= locked_for ? tries_max : tries_max - wrong_;
}

base::Result<void> StaffLock::try_one(base::Instant now) {
    if (now - last_ >= locked_for) wrong_ = 0;
    wrong_ = std::min(wrong_ + 1, tries_max);
    last_ = now;
    return keep();
}

void StaffLock::opened() {
    wrong_ = 0;
    if (const auto kept = keep(); !kept) base::log::warning("staff codes", kept.error());
}

base::Result<void> StaffLock::keep() {
    sync::FieldWriter writer;
    writer.head(head);
    writer.line("wrong").value(std::int64_t{wrong_});
    writer.line("last").value(last_);
    TRY(disk_.make_folder(file_.parent_path()));
    return disk_.replace(file_, writer.take());
}

}  // namespace wenlan::station
