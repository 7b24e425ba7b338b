// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/fleet/fleet_metrics.h"

#include <array>
#include <map>

#include "hub/fleet/standing.h"

namespace wenlan::hub {

namespace {

constexpr std::array<Standing, 5> standings = {Standing::newest, Standing::behind, Standing::silent,
                                               Standing::never, Standing::revoked};

std::string escaped(const std::string& label) {
    std::string text;
    for (const char c : label) {
        if (c == '\\' || c == '"') text += '\\';
        text += c;
    }
    return text;
}

std::int64_t whole_seconds(base::Duration time) { return time.count() / 1000; }

struct Figure {
    const char* name;
    std::int64_t (*of)(const store::KioskReport&, base::Instant now);
};

constexpr std::array<Figure, 7> figures{{
    {"wenlan_kiosk_shown_version",
     [](const auto& report, base::Instant) { return report.version; }},
    {"wenlan_kiosk_heard_seconds",
     [](const auto& report, base::Instant now) { return whole_seconds(now - report.heard); }},
    {"wenlan_kiosk_outbox", [](const auto& report, base::Instant) { return report.outbox; }},
    {"wenlan_kiosk_disk_free_bytes",
     [](const auto& report, base::Instant) { return report.disk_free; }},
    {"wenlan_kiosk_clock_skew_seconds",
     [](const auto& report, base::Instant) { return whole_seconds(report.skew); }},
    {"wenlan_kiosk_running_seconds",
     [](const auto& report, base::Instant) { return report.running_s; }},
    {"wenlan_kiosk_failures",
     [](const auto& report, base::Instant) { return std::int64_t{report.failures}; }},
}};

}  // namespace

std::string fleet_metrics(const std::vector<store::KioskRow>& kiosks,
                          const std::optional<sync::Edition>& published, base::Instant now) {
    std::map<Standing, std::int64_t> counts;
    for (const store::KioskRow& kiosk : kiosks) ++counts[standing_of(kiosk, published, now)];
    std::string text = "# TYPE wenlan_kiosks gauge\n";
    for (const Standing standing : standings) {
        text += "wenlan_kiosks{standing=\"" + std::string(name_of(standing)) + "\"} " +
                std::to_string(counts[standing]) + "\n";
    }
    for (const Figure& figure : figures) {
        text += "# TYPE " + std::string(figure.name) + " gauge\n";
        for (const store::KioskRow& kiosk : kiosks) {
            if (!kiosk.report || kiosk.revoked) continue;
            text += std::string(figure.name) + "{kiosk=\"" + std::to_string(kiosk.number) +
                    "\",name=\"" + escaped(kiosk.name) + "\"} " +
                    std::to_string(figure.of(*kiosk.report, now)) + "\n";
        }
    }
    return text;
}

}  // namespace wenlan::hub
