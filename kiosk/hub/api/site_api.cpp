// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/api/site_api.h"

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "base/log.h"
#include "hub/api/published.h"
#include "hub/fleet/fleet_metrics.h"
#include "hub/fleet/standing.h"

namespace wenlan::hub {

namespace {

constexpr std::string_view site_path = "/site/";

std::int64_t seconds_since(base::Instant then, base::Instant now) {
    return std::chrono::duration_cast<std::chrono::seconds>(now - then).count();
}

}  // namespace

SiteApi::SiteApi(base::Disk& disk, const base::Clock& clock, SiteFolder folder, Fleet* fleet)
    : disk_(disk),
      clock_(clock),
      folder_(std::move(folder)),
      files_(folder_.served()),
      fleet_(fleet) {}

std::vector<store::KioskRow> SiteApi::kiosks() const {
    if (fleet_ == nullptr) return {};
    auto kiosks = fleet_->kiosks();
    if (kiosks) return std::move(kiosks).value();
    base::log::error("the screens of this hub", kiosks.error());
    return {};
}

std::span<const Route> SiteApi::routes() {
    static constexpr std::array<Route, 5> table{{
        {"GET", "/healthz", Role::everyone},
        {"GET", "/metrics", Role::everyone},
        {"GET", "/site/manifest", Role::everyone},
        {"GET", "/site/avail", Role::everyone},
        {"GET", "/site/:folder/:object", Role::everyone},
    }};
    return table;
}

net::HttpResponse SiteApi::handle(const net::HttpRequest& request) {
    net::HttpResponse response = net::plain(404, "There is no such page.");
    const std::string_view path = request.path;
    if (path.starts_with(site_path)) {
        response = files_.answer(request, path.substr(site_path.size()));
    } else if (path == "/healthz" || path == "/metrics") {
        if (request.method != "GET" && request.method != "HEAD") {
            response = net::plain(405, "This is only read.");
        } else {
            response = path == "/healthz" ? health() : metrics();
        }
    }
    return count(std::move(response));
}

net::HttpResponse SiteApi::count(net::HttpResponse response) {
    const auto kind = static_cast<std::size_t>(response.status / 100);
    if (kind < answered_.size()) ++answered_[kind];
    return response;
}

net::HttpResponse SiteApi::health() const {
    const base::Instant now = clock_.now();
    const auto manifest = published_manifest(disk_, folder_);
    nlohmann::ordered_json page = {{"status", "ok"}};
    if (!manifest) {
        page["status"] = "nothing published";
    } else {
        if (now >= manifest->expires) page["status"] = "expired";
        page["epoch"] = manifest->edition.epoch;
        page["version"] = manifest->edition.version;
        page["issued"] = base::to_iso8601(manifest->issued);
        page["expires"] = base::to_iso8601(manifest->expires);
    }
    const auto edition = manifest ? std::optional(manifest->edition) : std::nullopt;
    std::map<std::string, int> standing;
    for (const store::KioskRow& kiosk : kiosks()) {
        ++standing[std::string(name_of(standing_of(kiosk, edition, now)))];
    }
    page["kiosks"] = standing;
    net::HttpResponse response = net::plain(page["status"] == "ok" ? 200 : 503, page.dump());
    response.headers["content-type"] = "application/json";
    response.headers["cache-control"] = "no-store";
    return response;
}

net::HttpResponse SiteApi::metrics() const {
    std::string text;
    const auto line = [&text](const std::string& name, std::int64_t value) {
        text += name + " " + std::to_string(value) + "\n";
    };
    const auto manifest = published_manifest(disk_, folder_);
    if (manifest) {
        text += "# TYPE wenlan_published_version gauge\n";
        line("wenlan_published_version", manifest->edition.version);
        text += "# TYPE wenlan_published_epoch gauge\n";
        line("wenlan_published_epoch", manifest->edition.epoch);
        text += "# TYPE wenlan_published_age_seconds gauge\n";
        line("wenlan_published_age_seconds", seconds_since(manifest->issued, clock_.now()));
        text += "# TYPE wenlan_published_expires_seconds gauge\n";
        line("wenlan_published_expires_seconds", -seconds_since(manifest->expires, clock_.now()));
    }
    text += "# TYPE wenlan_answers_total counter\n";
    for (std::size_t kind = 2; kind < answered_.size(); ++kind) {
        line("wenlan_answers_total{status=\"" + std::to_string(kind) + "xx\"}", answered_[kind]);
    }
    text += fleet_metrics(kiosks(), manifest ? std::optional(manifest->edition) : std::nullopt,
                          clock_.now());
    net::HttpResponse response;
    response.headers["content-type"] = "text/plain; version=0.0.4; charset=utf-8";
    response.body = std::move(text);
    return response;
}

}  // namespace wenlan::hub
