// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "store/folder.h"
#include "store/hub/derivation.h"
#include "store/hub/hub_database.h"
#include "store/hub/hub_dates.h"
#include "store/hub/hub_programme.h"
#include "store/publication.h"
#include "store/town.h"

namespace wenlan::test {

// A hub with a programme in a folder of its own, and its publication.
struct HubOffice {
    Folder folder;
    base::PosixDisk disk;
    base::Instant now = at("2026-11-22T14:20");
    store::By by{"王老师", now};
    store::HubDatabase hub =
        store::HubDatabase::open(disk, store::hub_database_path(folder.path())).value();
    store::HubProgramme programme{hub};
    store::HubDates dates{hub};
    store::Derivation derivation{hub};
    std::unique_ptr<store::Publication> publication =
        store::Publication::open(disk, {folder.path()}).value();
    Town town;

    store::PutReport put() { return programme.put(by, town.programme).value(); }
    bool derive(store::Scope scope = store::Scope::everything) {
        return derivation.bring_up_to_date(*publication, now, scope).value();
    }
    domain::ListingId id_of(const std::string& key) {
        for (const auto& line : programme.listings().value()) {
            if (programme.listing(line.id).value().listing.key == key) return line.id;
        }
        return {};
    }
    // The keys of what residents would see.
    std::vector<std::string> shown() {
        std::vector<std::string> keys;
        for (const auto& entry : publication->programme().value().listings) {
            keys.push_back(entry.listing.key);
        }
        return keys;
    }
    // "11-29 14:00" of each date of a listing, cancelled ones with a minus before them.
    std::vector<std::string> told(domain::ListingId listing) {
        std::vector<std::string> out;
        for (const auto& date : dates.of_listing(listing).value()) {
            const domain::Occasion& occasion = date.entry.occasion;
            const std::string time =
                base::to_iso8601(occasion.start + std::chrono::hours{8}).substr(5, 11);
            const bool cancelled = occasion.state == domain::OccasionState::cancelled;
            out.push_back((cancelled ? "-" : "") + time.substr(0, 5) + " " + time.substr(6));
        }
        return out;
    }
};

using Lines = std::vector<std::string>;

}  // namespace wenlan::test
