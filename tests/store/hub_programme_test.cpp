// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/hub_programme.h"

#include <algorithm>

#include "catch.h"
#include "store/hub_office.h"

using namespace wenlan;
using store::ListingState;
using test::HubOffice;
using test::Lines;

namespace {

struct Staff : HubOffice {
    domain::ListingId ink, song;

    Staff() {
        town.event("ink", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
        town.event("song", "2026-11-23T14:00", "2026-11-23T15:30");
        put();
        ink = id_of("ink");
        song = id_of("song");
    }
    void retitle(domain::ListingId id, const std::string& title) {
        auto entry = programme.listing(id).value();
        entry.listing.title.zh = title;
        programme.put_listing(by, entry).value();
    }
    std::int64_t log_length() { return store::Audit(hub).newest(1).value().front().number; }
};

}  // namespace

TEST_CASE("The hub's programme comes back as it was put, every field of it", "[hub store]") {
    HubOffice office;
    auto& listing = office.town.listing("club-ink");
    listing.kind = domain::Kind::club;
    listing.subtitle = {"王老师主讲", "by Mr Wang"};
    listing.shown_from = test::at("2026-11-01T00:00");
    listing.deadline = test::at("2026-12-01T00:00");
    listing.poster = {"02-opera", 0.25F, 0.75F};
    listing.feature = domain::Feature::both;
    listing.club.emplace();
    listing.club->members = 12;
    listing.club->leader = {"陈师傅", "Chen"};
    listing.challenge = domain::Challenge{{2026, 11, 1}, {2026, 11, 30}, 8};
    listing.items = {{{"《边城》", ""}, {}, {"沈从文", ""}, 40}};
    listing.form.version = 3;
    listing.form.questions = {
        {domain::QuestionKind::choice, {"哪样？", ""}, {{"甲", ""}, {"乙", ""}}}};
    office.town.occasion("2026-11-24T09:00", "2026-11-24T10:00", 20, 7).occasion.walk_in_places = 4;
    office.town.programme.centre.closure_days = {{2026, 12, 31}};
    office.put();

    const auto back = office.programme.programme().value();
    REQUIRE(back.listings.size() == 1);
    const domain::Listing& got = back.listings[0].listing;
    CHECK(got.key == "club-ink");
    CHECK(got.subtitle == office.town.programme.listings[0].listing.subtitle);
    CHECK(got.shown_from == test::at("2026-11-01T00:00"));
    CHECK(got.poster == domain::Poster{"02-opera", 0.25F, 0.75F});
    CHECK(got.club == office.town.programme.listings[0].listing.club);
    CHECK(got.challenge == office.town.programme.listings[0].listing.challenge);
    CHECK(got.items == office.town.programme.listings[0].listing.items);
    CHECK(got.form == office.town.programme.listings[0].listing.form);
    CHECK(got.tags == office.town.programme.listings[0].listing.tags);
    REQUIRE(back.occasions.size() == 1);
    CHECK(back.occasions[0].taken == 7);
    CHECK(back.occasions[0].occasion.walk_in_places == 4);
    CHECK(back.centre.closure_days == office.town.programme.centre.closure_days);
    CHECK(back.venues.size() == 2);

    // The same again changes nothing.
    const store::PutReport again = office.put();
    CHECK(again == store::PutReport{.listings_unchanged = 1});
}

TEST_CASE("An edit is logged with what was and what is, and nothing more", "[hub store]") {
    Staff office;
    office.retitle(office.ink, "习字课");
    const auto history = office.programme.history(office.ink, 10).value();
    REQUIRE(history.size() == 3);  // added, its dates, changed
    CHECK(history[0].kind == "listing.changed");
    CHECK(history[0].by.who == "王老师");
    CHECK(history[0].before == R"({"title":{"zh":"ink的活动","en":"The ink"}})");
    CHECK(history[0].after == R"({"title":{"zh":"习字课","en":"The ink"}})");
    CHECK(history[2].kind == "listing.added");
    CHECK(store::Audit(office.hub).verify().ok());
    const std::int64_t length = office.log_length();
    office.retitle(office.ink, "习字课");
    CHECK(office.log_length() == length);
    CHECK(office.programme.history({99}, 10).error().code == "programme.no-listing");
}

TEST_CASE("Of two who edit one listing the second is told", "[hub store]") {
    Staff office;
    auto mine = office.programme.listing(office.ink).value();
    auto theirs = mine;
    mine.listing.title.zh = "甲";
    theirs.listing.title.zh = "乙";
    REQUIRE(office.programme.put_listing(office.by, mine).ok());
    const auto refused = office.programme.put_listing(office.by, theirs);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "programme.changed-meanwhile");
    CHECK(office.programme.listing(office.ink).value().listing.title.zh == "甲");
}

TEST_CASE("What the domain does not allow leaves the hub as it was", "[hub store]") {
    Staff office;
    const std::int64_t length = office.log_length();
    auto entry = office.programme.listing(office.ink).value();
    entry.listing.title = {};
    CHECK(office.programme.put_listing(office.by, entry).error().code == "programme.invalid");
    entry = office.programme.listing(office.ink).value();
    entry.listing.key = "song";
    CHECK(office.programme.put_listing(office.by, entry).error().code == "programme.invalid");
    CHECK(office.log_length() == length);
}

TEST_CASE("Only what changed is written into the publication", "[hub store]") {
    Staff office;
    CHECK(office.derive());
    CHECK(office.shown() == Lines{"ink", "song"});
    CHECK_FALSE(office.derive());
    const auto before = office.publication->programme().value();
    CHECK(before.listings[0].listing.id == office.ink);
    CHECK(before.occasions[0].taken == 22);

    office.retitle(office.song, "歌咏");
    CHECK(office.programme.listing(office.song).value().pending);
    CHECK(office.derive());
    CHECK_FALSE(office.programme.listing(office.song).value().pending);
    const auto after = office.publication->programme().value();
    CHECK(after.listings[1].listing.title.zh == "歌咏");
    CHECK(after.occasions[1].occasion.id == before.occasions[1].occasion.id);
}

TEST_CASE("Drafts, withdrawn listings and those of later are not published", "[hub store]") {
    Staff office;
    store::HubListing entry;
    entry.listing = office.programme.listing(office.ink).value().listing;
    entry.listing.id = {};
    entry.listing.key = "new";
    const auto fresh = office.programme.put_listing(office.by, entry).value();
    CHECK(office.programme.listing(fresh).value().state == ListingState::draft);
    office.derive();
    CHECK(office.shown() == Lines{"ink", "song"});

    REQUIRE(office.programme
                .set_state(office.by, fresh, ListingState::published, test::at("2026-11-22T18:00"))
                .ok());
    REQUIRE(office.programme.set_state(office.by, office.ink, ListingState::withdrawn).ok());
    office.derive();
    CHECK(office.shown() == Lines{"song"});
    CHECK_FALSE(office.derivation.anything_due(office.now).value());

    office.now = test::at("2026-11-22T18:00");
    CHECK(office.derivation.anything_due(office.now).value());
    CHECK(office.derive(store::Scope::due));
    CHECK(office.shown() == Lines{"song", "new"});
    CHECK_FALSE(office.derivation.anything_due(office.now).value());

    // A withdrawn one is there again with its id.
    REQUIRE(office.programme.set_state(office.by, office.ink, ListingState::published).ok());
    office.derive();
    CHECK(office.shown() == Lines{"ink", "song", "new"});
    CHECK(office.publication->programme().value().listings[0].listing.id == office.ink);
}

TEST_CASE("What falls due takes no edits along that nobody has published", "[hub store]") {
    Staff office;
    office.derive();
    office.retitle(office.song, "还没写完");
    REQUIRE(
        office.programme
            .set_state(office.by, office.ink, ListingState::published, test::at("2026-11-22T18:00"))
            .ok());
    office.derive();
    office.retitle(office.song, "还没写完的");
    office.now = test::at("2026-11-22T18:01");
    CHECK(office.derive(store::Scope::due));
    CHECK(office.publication->programme().value().listings[1].listing.title.zh == "还没写完");
    CHECK(office.programme.listing(office.song).value().pending);
}

TEST_CASE("A publication that somebody else has edited is made as the hub says", "[hub store]") {
    Staff office;
    office.derive();
    SECTION("a title") {
        auto other = office.publication->programme().value();
        other.listings[0].listing.title.zh = "别人写的";
        office.publication->put(other).value();
    }
    SECTION("another town's programme under the same keys") {
        office.publication.reset();
        std::filesystem::remove(office.folder / "publication.db");
        office.publication = store::Publication::open(office.disk, {office.folder.path()}).value();
        test::Town other;
        other.event("song", "2026-12-01T14:00", "2026-12-01T15:30");
        other.event("dance", "2026-12-02T14:00", "2026-12-02T15:30");
        other.event("ink", "2026-12-03T14:00", "2026-12-03T15:30");
        office.publication->put(other.programme).value();
    }
    SECTION("nothing of it is left") {
        office.publication.reset();
        std::filesystem::remove(office.folder / "publication.db");
        office.publication = store::Publication::open(office.disk, {office.folder.path()}).value();
    }
    CHECK(office.derive());
    CHECK(office.shown() == Lines{"ink", "song"});
    const auto made = office.publication->programme().value();
    CHECK(made.listings[0].listing.title.zh == "ink的活动");
    CHECK(made.listings[0].listing.id == office.ink);
    CHECK(made.occasions.size() == 2);
}

TEST_CASE("What a demonstration has no more is withdrawn, and comes back with it", "[hub store]") {
    HubOffice office;
    office.town.event("ink", "2026-11-22T14:00", "2026-11-22T15:30");
    office.town.event("song", "2026-11-23T14:00", "2026-11-23T15:30");
    for (auto& entry : office.town.programme.listings) {
        entry.origin = store::Origin::demonstration;
    }
    store::BulkPut replacing;
    replacing.replaced = store::Origin::demonstration;
    office.programme.put(office.by, office.town.programme, replacing).value();
    const auto song = office.id_of("song");
    store::Programme less = office.town.programme;
    less.listings.pop_back();
    less.occasions.pop_back();
    CHECK(office.programme.put(office.by, less, replacing).value().listings_removed == 1);
    CHECK(office.programme.listing(song).value().state == ListingState::withdrawn);
    office.programme.put(office.by, office.town.programme, replacing).value();
    CHECK(office.programme.listing(song).value().state == ListingState::published);
    CHECK(office.dates.of_listing(song).value().size() == 1);
}

TEST_CASE("A date that goes and comes again is the same date", "[hub store]") {
    Staff office;
    const auto id = office.dates.of_listing(office.song).value()[0].entry.occasion.id;
    const store::Programme whole = office.town.programme;
    office.town.programme.occasions.pop_back();
    CHECK(office.put().occasions_removed == 1);
    CHECK(office.dates.of_listing(office.song).value().empty());
    office.town.programme = whole;
    CHECK(office.put().occasions_added == 1);
    CHECK(office.dates.of_listing(office.song).value()[0].entry.occasion.id == id);
}

TEST_CASE("A trial put says the same and changes nothing", "[hub store]") {
    Staff office;
    const std::int64_t length = office.log_length();
    office.town.programme.listings[0].listing.title.zh = "新";
    office.town.event("more", "2026-11-25T14:00", "2026-11-25T15:30");
    store::BulkPut trial;
    trial.mode = store::PutMode::dry_run;
    const auto tried = office.programme.put(office.by, office.town.programme, trial).value();
    CHECK(tried.listings_added == 1);
    CHECK(tried.listings_changed == 1);
    CHECK(office.programme.listings().value().size() == 2);
    CHECK(office.log_length() == length);
    CHECK(office.put() == tried);
}
