// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/programme/check_office.h"

#include "hub/programme/office.h"
#include "hub/programme/series_rule.h"
#include "hub/site/site_folder.h"
#include "store/hub/hub_check.h"
#include "sync/centre_keys.h"
#include "sync/manifest.h"

namespace wenlan::hub {

namespace {

using Findings = std::vector<std::string>;

base::Result<void> check_series(ProgrammeOffice& office, const base::Clock& clock,
                                Findings& findings) {
    const base::Zone zone = TRY(office.zone());
    const SeriesFrame frame{zone, clock.now(), &clock};
    for (const auto& line : TRY(office.programme().listings())) {
        for (const auto& laid : TRY(office.dates().series_of(line.id))) {
            if (const auto coming = dates_from_today(laid.series, frame); !coming) {
                findings.push_back("A series of the listing " + std::to_string(line.id.value) +
                                   " cannot be laid out: " + coming.error().message);
            }
        }
    }
    return {};
}

void check_keys(base::Disk& disk, const SiteFolder& site, Findings& findings) {
    const auto keys = sync::CentreKeys::load(disk, site.keys());
    const bool published = disk.exists(site.served() / "manifest");
    if (!keys) {
        // A hub that has published nothing yet has no keys either.
        if (published || keys.error().code != "keys.none") {
            findings.push_back("The centre's keys are not in order: " + keys.error().message +
                               (keys.error().detail.empty() ? "" : " " + keys.error().detail));
        }
        return;
    }
    if (!published) return;
    const auto file = disk.read(site.served() / "manifest", sync::manifest_bytes_max);
    const auto manifest =
        file ? sync::read_manifest(file.value(), keys.value().root()) : file.error();
    if (!manifest) {
        findings.push_back("What is published was not signed by the centre's key: " +
                           manifest.error().message);
    }
}

}  // namespace

base::Result<std::vector<std::string>> check_office(base::Disk& disk,
                                                    const store::DataFolder& folder,
                                                    const base::Clock& clock) {
    const auto path = store::hub_database_path(folder.root);
    Findings findings;
    if (disk.exists(path)) {
        auto hub = store::HubDatabase::open(disk, path);
        if (!hub) {
            findings.push_back(hub.error().message);
            return findings;
        }
        findings = TRY(store::check_hub(hub.value()));
    }
    if (findings.empty()) {
        ProgrammeOffice office = TRY(ProgrammeOffice::open(disk, folder, clock.now()));
        TRY(check_series(office, clock, findings));
    }
    check_keys(disk, SiteFolder(folder), findings);
    return findings;
}

}  // namespace wenlan::hub
