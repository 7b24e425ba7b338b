// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/staff_desk.h"

#include <chrono>
#include <memory>
#include <utility>

#include "base/log.h"
#include "station/sync_shown.h"
#include "sync/field_reader.h"

namespace wenlan::station {

namespace {

using Gate = model::StaffGate;

constexpr std::string_view touch_head = "wenlan-touch-test 1";
constexpr std::int64_t days_max = 10'000'000;

std::filesystem::path own(const std::filesystem::path& data, const char* name) {
    return data / "staff" / name;
}

std::optional<base::CivilDate> read_touch_test(base::Disk& disk,
                                               const std::filesystem::path& file) {
    constexpr std::size_t bytes_max = 256;
    const auto text = disk.read(file, bytes_max);
    if (!text) return std::nullopt;
    sync::FieldReader reader(text.value());
    reader.head(touch_head);
    reader.line("day");
    const auto day = reader.number(0, days_max);
    if (!reader.whole()) return std::nullopt;
    return base::CivilDate::of(std::chrono::sys_days{std::chrono::days{day}});
}

int whole_minutes(base::Duration time) {
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(time).count());
}

}  // namespace

StaffDesk::StaffDesk(const base::Clock& clock, base::Disk& disk, const std::filesystem::path& data)
    : clock_(clock),
      disk_(disk),
      started_(clock.uptime()),
      touch_file_(own(data, "touch")),
      lock_(disk, own(data, "lock")),
      use_(disk, own(data, "use")),
      touch_tested_(read_touch_test(disk, touch_file_)) {}

Gate StaffDesk::asking() {
    if (lock_.locked(clock_.now())) return Gate::locked;
    return settings_.code || demonstrates() ? Gate::code : Gate::no_code;
}

void StaffDesk::ask(const base::Zone& zone) {
    if (open()) return;
    gate_ = asking();
    opened_at_ = zone.local(clock_.now());
}

bool StaffDesk::is_right(std::string_view code) const {
    if (demonstrates()) return code == settings_.demonstration_code;
    const auto opens = settings_.code->opens(code);
    if (!opens) base::log::warning("the staff code", opens.error());
    return opens && opens.value();
}

void StaffDesk::enter(std::string_view code, const base::Zone& zone) {
    if (!asked() || open()) return;
    gate_ = asking();
    if (gate_ != Gate::code) return;
    const base::Instant now = clock_.now();
    if (const auto counted = lock_.try_one(now); !counted) {
        // Nobody may try for ever on a disk that keeps nothing.
        base::log::error("the staff code", counted.error());
        gate_ = Gate::wrong;
        return;
    }
    if (!is_right(code)) {
        gate_ = lock_.locked(now) ? Gate::locked : Gate::wrong;
        base::log::warning("a wrong staff code was entered");
        return;
    }
    lock_.opened();
    gate_ = Gate::open;
    opened_at_ = zone.local(now);
    base::log::info("the staff panel was opened");
}

void StaffDesk::note_touch_test(base::CivilDate day) {
    touch_tested_ = day;
    sync::FieldWriter writer;
    writer.head(touch_head);
    writer.line("day").value(std::int64_t{day.days().time_since_epoch().count()});
    auto kept = disk_.make_folder(touch_file_.parent_path());
    if (kept) kept = disk_.replace(touch_file_, writer.take());
    if (!kept) base::log::warning("the touch test", kept.error());
}

std::shared_ptr<const model::StaffPage> StaffDesk::page(
    const OfficeReport& office, const base::Zone& zone,
    const std::optional<domain::OpeningHours>& hours) {
    if (!gate_) return nullptr;
    const base::Instant now = clock_.now();
    auto page = std::make_shared<model::StaffPage>();
    // The ten minutes may have passed before the eyes of who waits.
    if (*gate_ == Gate::locked) gate_ = asking();
    page->gate = *gate_;
    if (const auto locked = lock_.locked(now)) page->locked_minutes = whole_minutes(*locked);
    page->tries_left = lock_.tries_left(now);
    if (demonstrates()) page->demonstration_code = settings_.demonstration_code;
    if (!open()) return page;
    page->opened_at = opened_at_;
    page->sync = staff_sync(office, now, zone);
    page->pairing = office.pairing;
    page->outbox = outbox_;
    page->use = use_.page(zone.local(now), hours);
    page->version = settings_.version;
    page->running_minutes = static_cast<int>(
        std::chrono::duration_cast<std::chrono::minutes>(clock_.uptime() - started_).count());
    page->disk_free = office.disk_free;
    page->touch_tested = touch_tested_;
    return page;
}

}  // namespace wenlan::station
