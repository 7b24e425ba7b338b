// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;
using test::Lobby;

namespace {

// Residents, the hub, the clock and a failing disk, all at random but the same for a seed.
class Chaos {
public:
    explicit Chaos(unsigned seed) : random_(seed) {
        for (int i = 0; i < 6; ++i) add_event();
        lobby_.open();
    }

    void step() {
        switch (pick(10)) {
            case 0:
                lobby_.pass(std::chrono::seconds{pick(5)});
                break;
            case 1:
                lobby_.pass(std::chrono::minutes{pick(300)});
                break;
            case 2:
                publish();
                break;
            case 3:
                damage();
                break;
            default:
                visit();
        }
        check();
    }

private:
    int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

    void add_event() {
        lobby_.town.listing("event-" + std::to_string(++events_), pick(2) == 0 ? "club" : "talk");
        const base::Instant start =
            lobby_.clock.now() + std::chrono::minutes{pick(3 * 24 * 60) - 12 * 60};
        auto& entry = lobby_.town.occasion("2026-11-22T14:00", "2026-11-22T15:00", 20, pick(21));
        entry.occasion.start = start;
        entry.occasion.end = start + std::chrono::minutes{1 + pick(2000)};
        if (pick(6) == 0) entry.occasion.state = domain::OccasionState::cancelled;
    }

    void publish() {
        auto& programme = lobby_.town.programme;
        if (pick(3) == 0 && programme.listings.size() > 2) {
            const auto gone = programme.listings.back().listing.id;
            std::erase_if(programme.occasions,
                          [gone](const auto& entry) { return entry.occasion.listing == gone; });
            programme.listings.pop_back();
        } else {
            add_event();
        }
        lobby_.publish();
    }

    void damage() {
        const auto versions = store::versions_present(lobby_.disk, lobby_.folder);
        if (versions.empty()) return;
        const auto name = std::to_string(
            versions[static_cast<std::size_t>(pick(static_cast<int>(versions.size())))]);
        const auto path = lobby_.folder.snapshot(name);
        switch (pick(4)) {
            case 0:
                std::filesystem::remove(path);
                break;
            case 1:
                std::filesystem::remove(lobby_.folder.current());
                break;
            case 2:
                std::filesystem::remove(lobby_.folder.seats(name));
                break;
            default: {
                // As another file: what is open is not changed under its reader.
                const std::string half = test::bytes_of(path).substr(0, 9000);
                std::filesystem::remove(path);
                test::write_bytes(path, half);
            }
        }
    }

    void visit() {
        const domain::OccasionId occasion{pick(12)};
        const domain::ListingId listing{pick(12)};
        const base::CivilDate day = lobby_.view->header->now.date.plus_days(pick(32) - 2);
        const std::string tags[] = {"", "club", "talk", "nothing"};
        switch (pick(13)) {
            case 0:
                lobby_.send(model::SetLanguage{base::Language::en});
                break;
            case 1:
                lobby_.send(model::ShowEvent{occasion, listing});
                break;
            case 2:
                lobby_.send(model::ShowClubs{{tags[pick(4)], pick(2) == 0}, pick(90) - 10});
                break;
            case 3:
                lobby_.send(model::EndVisit{});
                break;
            case 4:
                lobby_.send(model::ShowEvent{{}, listing});
                break;
            case 5:
                lobby_.send(model::ShowReading{});
                break;
            case 6:
                lobby_.send(model::ShowVolunteering{});
                break;
            case 7:
                lobby_.send(model::ShowNeighbourhood{});
                break;
            case 8:
                lobby_.send(model::ShowMonth{day.year, pick(14), day.plus_days(pick(60) - 30)});
                break;
            case 9:
                lobby_.send(model::ShowList{static_cast<model::ListName>(pick(4)), pick(70) - 5});
                break;
            case 10:
                lobby_.send(model::ShowCentre{{pick(4)}});
                break;
            default:
                lobby_.send(model::ShowDay{day, {tags[pick(4)], pick(2) == 0}});
        }
        CHECK(lobby_.view->intent_done == lobby_.sent);
    }

    void check() {
        const model::View& view = lobby_.look();
        REQUIRE(view.serial >= serial_);
        serial_ = view.serial;
        REQUIRE((view.header && view.attract && view.home && view.events));
        REQUIRE(view.header->centre.zh == "楚洲文化城");
        REQUIRE(view.home->walk_in.size() <= 3);
        REQUIRE(view.home->today.size() <= (view.home->walk_in.empty() ? 6U : 3U));
        REQUIRE(view.home->walk_in_count <= view.home->today_count);
        REQUIRE(view.events->day >= view.header->now.date);
        REQUIRE(view.events->strip.size() == 28);
        REQUIRE(view.events->strip.front().date == view.header->now.date);
        REQUIRE(view.events->day_count <= static_cast<int>(view.events->cards.size()));
        for (const auto* cards :
             {&view.home->walk_in, &view.home->today, &view.events->cards, &view.attract->slips}) {
            for (const model::EventCard& card : *cards) {
                REQUIRE(card.seats.free >= 0);
                REQUIRE(card.seats.free <= card.seats.capacity);
                REQUIRE(card.occasion);
            }
        }
    }

    std::mt19937 random_;
    Lobby lobby_;
    int events_ = 0;
    std::uint64_t serial_ = 0;
};

}  // namespace

TEST_CASE("Whatever happens in whatever order, every page is whole and true to itself", "[chaos]") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Chaos chaos(seed);
        for (int step = 0; step < 120; ++step) {
            CAPTURE(step);
            chaos.step();
        }
    }
}
