// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/alerts.h"

#include "base/log.h"
#include "hub/fleet/standing.h"

namespace wenlan::hub::desk {

namespace {

constexpr base::Duration follows_within = std::chrono::minutes{2};
constexpr base::Duration skew_max = std::chrono::minutes{1};
constexpr base::Duration heard_first = std::chrono::minutes{4};
constexpr std::int64_t disk_free_min = 200'000'000;
constexpr std::int64_t waiting_max = 20;

}  // namespace

std::vector<Alert> alerts_of(const std::vector<store::KioskRow>& screens,
                             const std::optional<sync::Manifest>& published, base::Instant now) {
    std::vector<Alert> alerts;
    const auto edition = published ? std::optional(published->edition) : std::nullopt;
    for (const store::KioskRow& screen : screens) {
        if (screen.revoked || !screen.report) continue;
        const store::KioskReport& report = *screen.report;
        const auto add = [&](const char* code, base::Instant since, const std::string& sentence) {
            alerts.push_back(
                {screen.number, screen.name, code, since, false, screen.name + "：" + sentence});
        };
        const Standing standing = standing_of(screen, edition, now);
        if (standing == Standing::silent)
            add("silent", report.heard, "没有消息，可能断电或断网了。");
        const bool late = published && now - published->issued > follows_within;
        if (standing == Standing::behind && late) {
            add("behind", published->issued, "还在放旧的节目单。");
        }
        if (report.disk_free < disk_free_min) add("disk", report.heard, "磁盘快满了。");
        if (std::chrono::abs(report.skew) > skew_max) add("clock", report.heard, "时钟不准。");
        if (report.outbox > waiting_max) add("outbox", report.heard, "有很多报名没有送达。");
        if (!report.error.empty()) add("trouble", report.heard, "报告了故障：" + report.error);
    }
    return alerts;
}

AlertWatch::AlertWatch(const base::Clock& clock, AlertPort* port)
    : clock_(clock), port_(port), began_(clock.uptime()) {}

void AlertWatch::look(const std::vector<Alert>& alerts) {
    if (port_ == nullptr || clock_.uptime() - began_ < heard_first) return;
    std::map<Key, Alert> now;
    for (const Alert& alert : alerts) now.emplace(Key{alert.screen, alert.code}, alert);
    const auto send = [this](const Alert& alert) {
        const auto sent = port_->send(alert);
        if (!sent) base::log::warning("an alert could not be sent", sent.error());
        return sent.ok();
    };
    for (const auto& [key, alert] : now) {
        if (!sent_.contains(key) && send(alert)) sent_.emplace(key, alert);
    }
    for (auto sent = sent_.begin(); sent != sent_.end();) {
        Alert over = sent->second;
        over.over = true;
        sent = !now.contains(sent->first) && send(over) ? sent_.erase(sent) : std::next(sent);
    }
}

}  // namespace wenlan::hub::desk
