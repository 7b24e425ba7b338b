// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snapshot.h"

#include <string>
#include <vector>

#include "catch.h"
#include "store/folder.h"
#include "store/publish.h"
#include "store/town.h"

using namespace wenlan;
using test::at;
using test::Folder;
using test::Town;

namespace {

const base::Instant now = at("2026-11-22T14:20");

class Shown {
public:
    explicit Shown(const Town& town) {
        const auto publication = store::Publication::open(disk_, folder_).value();
        publication->put(town.programme).value();
        store::publish(*publication, disk_, folder_, now).value();
        snapshot_ = store::Snapshot::open(disk_, folder_, "1").value();
    }
    const store::Snapshot* operator->() const { return snapshot_.get(); }

    std::vector<std::string> keys(const store::OccasionQuery& query) const {
        std::vector<std::string> found;
        snapshot_
            ->each_occasion(query,
                            [&found](const store::OccasionSummary& one) {
                                found.push_back(one.listing.key);
                                return true;
                            })
            .value();
        return found;
    }

private:
    Folder root_;
    base::PosixDisk disk_;
    store::DataFolder folder_{root_.path()};
    std::unique_ptr<store::Snapshot> snapshot_;
};

store::OccasionQuery sunday() {
    return {.now = now, .from = at("2026-11-22T00:00"), .to = at("2026-11-23T00:00")};
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("A day's events come in the order in which they begin", "[snapshot]") {
    Town town;
    town.event("evening", "2026-11-22T19:00", "2026-11-22T21:00");
    town.event("morning", "2026-11-22T09:00", "2026-11-22T10:00");
    town.event("tomorrow", "2026-11-23T09:00", "2026-11-23T10:00");
    town.event("yesterday", "2026-11-21T09:00", "2026-11-21T10:00");
    CHECK(Shown(town).keys(sunday()) == Keys{"morning", "evening"});
}

TEST_CASE("What goes on over midnight or for weeks belongs to each of its days", "[snapshot]") {
    Town town;
    town.event("exhibition", "2026-11-01T09:00", "2026-12-01T17:00");
    town.event("countdown", "2026-11-21T23:00", "2026-11-22T01:00");
    town.event("ended", "2026-11-21T22:00", "2026-11-22T00:00");
    town.event("next-midnight", "2026-11-23T00:00", "2026-11-23T01:00");
    const Shown shown(town);
    CHECK(shown.keys(sunday()) == Keys{"exhibition", "countdown"});
    auto starting = sunday();
    starting.starting_only = true;
    CHECK(shown.keys(starting).empty());
}

TEST_CASE("Events are found by any of their tags, or by their type", "[snapshot]") {
    Town town;
    town.listing("opera", "opera").tags.push_back(town.tag("seniors"));
    town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    town.listing("tea", "seniors");
    town.occasion("2026-11-22T10:00", "2026-11-22T11:00");
    const Shown shown(town);
    auto query = sunday();
    query.tag_key = "seniors";
    CHECK(shown.keys(query) == Keys{"tea", "opera"});
    query.tag_key.clear();
    query.type_key = "seniors";
    CHECK(shown.keys(query) == Keys{"tea"});
    query.type_key = "unknown' OR 1=1 --";
    CHECK(shown.keys(query).empty());
}

TEST_CASE("A listing is shown from its day until its day", "[snapshot]") {
    Town town;
    town.listing("early").shown_from = now + std::chrono::hours{1};
    town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    town.listing("late").shown_until = now;
    town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    domain::Listing& listing = town.listing("fitting");
    listing.shown_from = now;
    listing.shown_until = now + std::chrono::milliseconds{1};
    town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    CHECK(Shown(town).keys(sunday()) == Keys{"fitting"});
}

TEST_CASE("Reading stops when the reader has enough, and can begin again", "[snapshot]") {
    Town town;
    for (int i = 0; i < 5; ++i) {
        town.event("event-" + std::to_string(i), "2026-11-22T19:00", "2026-11-22T21:00");
    }
    const Shown shown(town);
    for (int round = 0; round < 2; ++round) {
        int seen = 0;
        shown->each_occasion(sunday(), [&seen](const auto&) { return ++seen < 2; }).value();
        CHECK(seen == 2);
    }
}

TEST_CASE("A listing's next occasion is the one on now or to come, else the last", "[snapshot]") {
    Town town;
    town.listing("dance");
    town.occasion("2026-11-15T14:00", "2026-11-15T15:30");
    town.occasion("2026-11-22T14:00", "2026-11-22T15:30");
    town.occasion("2026-11-29T14:00", "2026-11-29T15:30");
    town.listing("call");
    const Shown shown(town);
    const auto dance = shown->listing_id("dance").value();
    const auto next = [&shown, dance](const char* time) {
        return shown->next_occasion(dance, at(time)).value()->occasion.start;
    };
    CHECK(next("2026-11-22T14:20") == at("2026-11-22T14:00"));
    CHECK(next("2026-11-22T15:30") == at("2026-11-29T14:00"));
    CHECK(next("2026-12-24T14:20") == at("2026-11-29T14:00"));
    const auto call = shown->listing_id("call").value();
    CHECK_FALSE(shown->next_occasion(call, now).value().has_value());
}

TEST_CASE("What is not there is none, not an error", "[snapshot]") {
    Town town;
    town.event("dance", "2026-11-22T14:00", "2026-11-22T15:30");
    const Shown shown(town);
    CHECK_FALSE(shown->occasion({99}).value().has_value());
    CHECK_FALSE(shown->listing({99}).value().has_value());
    CHECK_FALSE(shown->listing_id("nothing").value());
    CHECK_FALSE(shown->has_tag("nothing").value());
    CHECK(shown->has_tag("club").value());
}

TEST_CASE("Chips are the tags in use that have a place, in its order", "[snapshot]") {
    Town town;
    town.listing("tea", "seniors").tags.push_back(town.tag("club"));
    town.occasion("2026-11-22T10:00", "2026-11-22T11:00");
    town.listing("opera", "opera");
    town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    town.listing("talk", "talk");
    town.occasion("2027-11-22T19:00", "2027-11-22T21:00");
    std::vector<std::string> chips;
    const Shown shown(town);
    const auto tags = shown->filter_tags(sunday()).value();
    for (const auto& tag : tags) chips.push_back(tag.key);
    CHECK(chips == Keys{"opera", "club"});
}

TEST_CASE("A programme of thousands is read by its day, not by its size", "[snapshot]") {
    Town town;
    for (int i = 0; i < 300; ++i) {
        town.listing("event-" + std::to_string(i));
        town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    }
    const Shown shown(town);
    auto query = sunday();
    query.from = at("2026-11-22T21:00");
    CHECK(shown.keys(query).empty());
    CHECK(shown.keys(sunday()).size() == 300);
}
