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

TEST_CASE("What lasts for days is found on each of them, by kind and by listing too",
          "[snapshot]") {
    Town town;
    town.listing("exhibition").kind = domain::Kind::reading;
    town.occasion("2026-06-01T09:00", "2026-12-01T17:00");
    town.occasion("2026-12-05T09:00", "2027-03-01T17:00");
    town.event("morning", "2026-11-22T09:00", "2026-11-22T10:00");
    const Shown shown(town);
    CHECK(shown.keys(sunday()) == Keys{"exhibition", "morning"});
    auto query = sunday();
    query.kind = domain::Kind::reading;
    CHECK(shown.keys(query) == Keys{"exhibition"});
    query = sunday();
    query.listing = shown->listing_id("exhibition").value();
    CHECK(shown.keys(query) == Keys{"exhibition"});
    const auto next = shown->next_occasion(query.listing, at("2026-12-02T00:00")).value();
    CHECK(next->occasion.start == at("2026-12-05T09:00"));
    CHECK(shown->next_occasion(query.listing, now).value()->occasion.start ==
          at("2026-06-01T09:00"));
}

TEST_CASE("Exactly a day long or a moment more makes no difference", "[snapshot]") {
    Town town;
    town.event("day", "2026-11-21T12:00", "2026-11-22T12:00");
    town.event("more", "2026-11-21T12:00", "2026-11-22T12:01");
    auto query = sunday();
    query.from = at("2026-11-22T11:59");
    CHECK(Shown(town).keys(query) == Keys{"day", "more"});
    query.from = at("2026-11-22T12:00");
    CHECK(Shown(town).keys(query) == Keys{"more"});
}

TEST_CASE("Those put forward are found among any number of others", "[snapshot]") {
    Town town;
    town.event("plain", "2026-11-22T09:00", "2026-11-22T10:00");
    town.listing("main").feature = domain::Feature::both;
    town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    town.listing("call").feature = domain::Feature::home;
    town.programme.listings.back().listing.deadline = at("2026-12-20T23:59");
    town.listing("late call").feature = domain::Feature::home;
    town.programme.listings.back().listing.deadline = at("2026-11-20T23:59");
    const Shown shown(town);
    auto query = sunday();
    query.put_forward = true;
    CHECK(shown.keys(query) == Keys{"main"});
    const auto calls = shown->calls_put_forward(now, 5).value();
    REQUIRE(calls.size() == 1);
    CHECK(calls[0].key == "call");
}

TEST_CASE("Listings of a kind come in their order, as many as are asked for", "[snapshot]") {
    Town town;
    for (const auto* key : {"a", "b", "c", "over", "to-come"}) {
        town.listing(key, "club", domain::Section::neighbourhood).kind = domain::Kind::notice;
    }
    town.programme.listings[1].listing.shown_from = at("2026-11-20T00:00");
    town.programme.listings[3].listing.shown_until = now;
    town.programme.listings[4].listing.shown_from = at("2026-11-23T00:00");
    const Shown shown(town);
    const auto keys = [&shown](const store::ListingQuery& query) {
        Keys found;
        const auto listings = shown->listings(query).value();
        for (const auto& one : listings) found.push_back(one.key);
        return found;
    };
    store::ListingQuery query{.now = now};
    CHECK(keys(query) == Keys{"a", "b", "c"});
    CHECK(shown->count(query).value() == 3);
    query.newest_first = true;
    CHECK(keys(query) == Keys{"b", "a", "c"});
    query.first = 1;
    query.count_max = 1;
    CHECK(keys(query) == Keys{"a"});
    query.kind = domain::Kind::service;
    CHECK(keys(query).empty());
}
