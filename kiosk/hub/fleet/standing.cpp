// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/fleet/standing.h"

#include <array>
#include <chrono>
#include <cstdlib>

namespace wenlan::hub {

namespace {

std::string count(std::int64_t n, std::string_view one, std::string_view many) {
    return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

std::string lasting(base::Duration time) {
    const std::int64_t s = std::max<std::int64_t>(0, time.count() / 1000);
    constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
    if (s < 2 * minute) return std::to_string(s) + " s";
    if (s < 2 * hour) return std::to_string(s / minute) + " min";
    if (s < 2 * day) return std::to_string(s / hour) + " h";
    return std::to_string(s / day) + " days";
}

std::string size_of(std::int64_t bytes) {
    constexpr std::int64_t mb = 1'000'000;
    constexpr std::int64_t gb = 1000 * mb;
    if (bytes < 10 * gb) return std::to_string(bytes / mb) + " MB";
    return std::to_string(bytes / gb) + " GB";
}

std::string version_shown(const store::KioskReport& report,
                          const std::optional<sync::Edition>& published) {
    if (report.version == 0) return "no version of this hub";
    std::string shown = "version " + std::to_string(report.version);
    const bool other_epoch = published && report.epoch != published->epoch;
    if (other_epoch) shown += " of epoch " + std::to_string(report.epoch);
    if (!report.newest_whole) shown += ", an older one than it has";
    return shown;
}

// What it said of itself that staff may have to look at.
std::string remarks(const store::KioskReport& report) {
    constexpr base::Duration skew_max = std::chrono::minutes{1};
    constexpr std::int64_t disk_free_min = 200'000'000;
    std::string said;
    if (report.outbox > 0) {
        said += "; " + count(report.outbox, "sign-up waits", "sign-ups wait") + " to be sent";
    }
    if (report.disk_free < disk_free_min) said += "; disk nearly full";
    if (std::chrono::abs(report.skew) > skew_max) {
        said += "; its clock is " + lasting(std::chrono::abs(report.skew)) +
                (report.skew.count() > 0 ? " ahead" : " behind");
    }
    if (!report.error.empty()) said += "; last trouble " + report.error;
    return said;
}

std::string in_words(const store::KioskRow& kiosk, Standing standing,
                     const std::optional<sync::Edition>& published, base::Instant now) {
    if (standing == Standing::revoked) return "revoked";
    if (standing == Standing::never) return "never heard since it was paired";
    const store::KioskReport& report = *kiosk.report;
    const std::string heard = lasting(now - report.heard) + " ago";
    const std::string shown = version_shown(report, published);
    if (standing == Standing::silent) {
        return "SILENT: last heard " + heard + ", then it showed " + shown + remarks(report);
    }
    const std::string rest =
        ", heard " + heard + ", disk " + size_of(report.disk_free) + " free" + remarks(report);
    if (standing == Standing::newest) return "shows " + shown + ", the newest" + rest;
    return "STALE: shows " + shown + rest;
}

}  // namespace

std::string_view name_of(Standing standing) {
    constexpr std::array<std::string_view, 5> names = {"newest", "behind", "silent", "never",
                                                       "revoked"};
    return names[static_cast<std::size_t>(standing)];
}

Standing standing_of(const store::KioskRow& kiosk, const std::optional<sync::Edition>& published,
                     base::Instant now) {
    if (kiosk.revoked) return Standing::revoked;
    if (!kiosk.report) return Standing::never;
    if (now - kiosk.report->heard > silent_after) return Standing::silent;
    const sync::Edition shown{kiosk.report->epoch, kiosk.report->version};
    return published && shown == *published ? Standing::newest : Standing::behind;
}

std::string fleet_in_words(const std::vector<store::KioskRow>& kiosks,
                           const std::optional<sync::Edition>& published, base::Instant now) {
    if (kiosks.empty()) return "No screen is paired yet: wenlan-hub kiosk pair\n";
    std::string text;
    std::int64_t counted = 0, newest = 0, stale = 0, unheard = 0;
    for (const store::KioskRow& kiosk : kiosks) {
        const Standing standing = standing_of(kiosk, published, now);
        text += std::to_string(kiosk.number) + "\t" + kiosk.name + "\t" +
                in_words(kiosk, standing, published, now) + "\n";
        if (standing == Standing::revoked) continue;
        ++counted;
        newest += standing == Standing::newest ? 1 : 0;
        stale += standing == Standing::behind ? 1 : 0;
        unheard += standing == Standing::silent || standing == Standing::never ? 1 : 0;
    }
    if (!published) return text + "Nothing is published.\n";
    text += std::to_string(newest) + " of " + count(counted, "screen has", "screens have") +
            " confirmed version " + std::to_string(published->version) + ".";
    if (stale > 0) text += " " + count(stale, "shows", "show") + " something else.";
    if (unheard > 0) text += " Of " + std::to_string(unheard) + " it is not known.";
    return text + "\n";
}

}  // namespace wenlan::hub
