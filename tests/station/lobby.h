// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/ports.h"
#include "model/intent.h"
#include "station/station.h"
#include "store/folder.h"
#include "store/publish.h"
#include "store/town.h"

namespace wenlan::test {

// A kiosk in a lobby: what the hub publishes into its data folder, a clock that the test moves, and
// the pages that it shows.
class Lobby {
public:
    explicit Lobby(std::string_view time = "2026-11-22T14:20") : clock(at(time)) {}

    // Publishes the town as it is now.
    void publish() {
        if (!publication_) publication_ = store::Publication::open(disk, folder).value();
        publication_->replace(town.programme, store::Origin::desk).value();
        store::publish(*publication_, disk, folder, clock.now()).value();
    }
    // Publishes and opens, or goes on with what is open.
    const model::View& open() {
        if (station) return look();
        publish();
        return start();
    }
    // Opens what is in the data folder.
    const model::View& start() {
        station = std::make_unique<station::Station>(clock, disk, folder.root, no_files);
        return look();
    }
    const model::View& look() {
        view = station->view();
        return *view;
    }
    const model::View& pass(base::Duration time) {
        clock.advance(time);
        station->tick();
        return look();
    }
    const model::View& go_to(std::string_view time) { return pass(at(time) - clock.now()); }
    const model::View& send(model::Intent intent) {
        station->handle({++sent, std::move(intent)});
        return look();
    }
    domain::OccasionId occasion(const std::string& key, std::string_view start) {
        const auto programme = publication_->programme().value();
        for (const auto& entry : programme.occasions) {
            if (entry.occasion.start != at(start)) continue;
            for (const auto& listing : programme.listings) {
                const bool same = listing.listing.id == entry.occasion.listing;
                if (same && listing.listing.key == key) return entry.occasion.id;
            }
        }
        return {};
    }
    domain::ListingId listing(const std::string& key) {
        const auto programme = publication_->programme().value();
        for (const auto& entry : programme.listings) {
            if (entry.listing.key == key) return entry.listing.id;
        }
        return {};
    }

    Town town;
    Folder root;
    base::PosixDisk disk;
    base::VirtualClock clock;
    store::DataFolder folder{root.path()};
    std::filesystem::path no_files = root.path() / "no-demonstration";
    std::unique_ptr<station::Station> station;
    std::shared_ptr<const model::View> view;
    std::uint64_t sent = 0;

private:
    std::unique_ptr<store::Publication> publication_;
};

// The keys of the listings on these cards: titles are made from them.
inline std::vector<std::string> keys(const std::vector<model::EventCard>& cards) {
    std::vector<std::string> found;
    for (const model::EventCard& card : cards) found.push_back(card.title.en.substr(4));
    return found;
}

using Keys = std::vector<std::string>;

}  // namespace wenlan::test
