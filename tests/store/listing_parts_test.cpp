// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listing_parts.h"

#include "catch.h"
#include "store/folder.h"
#include "store/publish.h"
#include "store/snapshot.h"
#include "store/town.h"

using namespace wenlan;
using test::at;
using test::Folder;
using test::Town;

namespace {

const base::Instant now = at("2026-11-22T14:20");

struct Hub {
    Folder root;
    base::PosixDisk disk;
    store::DataFolder folder{root.path()};
    std::unique_ptr<store::Publication> publication =
        store::Publication::open(disk, folder).value();
    int published = 0;

    std::unique_ptr<store::Snapshot> publish(const Town& town) {
        publication->put(town.programme).value();
        store::publish(*publication, disk, folder, now).value();
        return store::Snapshot::open(disk, folder, std::to_string(++published)).value();
    }
};

// A listing with everything that only some kinds have.
domain::Listing& full(Town& town) {
    domain::Listing& listing = town.listing("all");
    listing.kind = domain::Kind::club;
    listing.needs = {"一个台", "a stage"};
    listing.answered = 318;
    listing.club = domain::Club{42,
                                8,
                                2009,
                                true,
                                {"每天 06:30", "Daily 06:30"},
                                {"陈师傅", "Master Chen"},
                                {"领队", "Leader"},
                                {"带队 14 年", "fourteen years"},
                                {"雨天改在二楼", "in rain 2F"},
                                base::CivilDate{2027, 2, 20}};
    listing.challenge = domain::Challenge{{2026, 11, 1}, {2026, 11, 30}, 216};
    listing.items = {{{"《边城》", "Border Town"}, {"好。", "Good."}, {"王阿姨", "Wang"}, 0},
                     {{"北门", "North gate"}, {}, {}, 61}};
    listing.form.version = 3;
    domain::Question which;
    which.kind = domain::QuestionKind::choice;
    which.prompt = {"添哪样？", "Which?"};
    which.options = {{"棋牌桌", "Tables"}, {"小舞台", "Stage"}};
    domain::Question name;
    name.kind = domain::QuestionKind::name;
    name.prompt = {"怎么称呼？", "Your name?"};
    name.required = false;
    name.least = 1;
    name.most = 20;
    listing.form.questions = {which, name};
    return listing;
}

bool same_parts(const domain::Listing& one, const domain::Listing& other) {
    return one.needs == other.needs && one.answered == other.answered && one.club == other.club &&
           one.challenge == other.challenge && one.items == other.items && one.form == other.form;
}

}  // namespace

TEST_CASE("What only some listings have comes back from the publication and the snapshot",
          "[parts]") {
    Hub hub;
    Town town;
    const domain::Listing as_put = full(town);
    const auto snapshot = hub.publish(town);
    CHECK(same_parts(hub.publication->programme().value().listings.at(0).listing, as_put));
    const auto listing = snapshot->listing(snapshot->listing_id("all").value()).value();
    REQUIRE(listing.has_value());
    CHECK(same_parts(*listing, as_put));
}

TEST_CASE("A part that changes or goes is a change of its listing, an equal one is none",
          "[parts]") {
    Hub hub;
    Town town;
    full(town);
    hub.publish(town);
    CHECK(hub.publication->put(town.programme).value().listings_unchanged == 1);
    CHECK_FALSE(hub.publication->standing().value().edited);
    domain::Listing& listing = town.programme.listings[0].listing;
    SECTION("a member more") { listing.club->members = 43; }
    SECTION("a reader more") { listing.challenge->readers = 217; }
    SECTION("an item less") { listing.items.pop_back(); }
    SECTION("an answer more") { listing.form.questions[0].options.push_back({"都要", "all"}); }
    SECTION("no question") { listing.form.questions.clear(); }
    SECTION("no club") { listing.club.reset(); }
    SECTION("another version") { listing.form.version = 4; }
    const domain::Listing as_put = listing;
    CHECK(hub.publication->put(town.programme).value().listings_changed == 1);
    CHECK(same_parts(hub.publication->programme().value().listings.at(0).listing, as_put));
}

TEST_CASE("With a listing all its parts go", "[parts]") {
    Hub hub;
    Town town;
    full(town);
    town.listing("other");
    hub.publish(town);
    town.programme.listings.erase(town.programme.listings.begin());
    hub.publication->replace(town.programme, store::Origin::desk).value();
    store::publish(*hub.publication, hub.disk, hub.folder, now).value();
    const auto snapshot = store::Snapshot::open(hub.disk, hub.folder, "2").value();
    CHECK(snapshot->club_count("", now).value().clubs == 0);
    while (!snapshot->inspect_further().value()) {
    }
}

TEST_CASE("What the house says of itself comes back", "[parts]") {
    Hub hub;
    Town town;
    town.listing("all");
    domain::Centre& centre = town.programme.centre;
    centre.address = {"桥东", "East of the bridge"};
    centre.closing_note = {"提前半小时", "half an hour before"};
    centre.latitude_deg = 30.5;
    centre.longitude_deg = -120.25;
    centre.duty.name = {"小林", "Xiao Lin"};
    centre.duty.place = {"一楼", "1F"};
    centre.duty.hours[6] = {600, 1000};
    centre.volunteer_year = {12480, 386, 21};
    town.programme.venues[0].storey = 3;
    const auto snapshot = hub.publish(town);
    const domain::Centre& read = snapshot->centre();
    CHECK(read.address == centre.address);
    CHECK(read.closing_note == centre.closing_note);
    CHECK(read.latitude_deg == centre.latitude_deg);
    CHECK(read.longitude_deg == centre.longitude_deg);
    CHECK(read.duty.name == centre.duty.name);
    CHECK(read.duty.place == centre.duty.place);
    CHECK(read.duty.hours[6].opens_minute == 600);
    CHECK(read.volunteer_year.hours == 12480);
    CHECK(read.volunteer_year.village_groups == 21);
    REQUIRE(snapshot->rooms().value().size() == 1);
    CHECK(snapshot->rooms().value()[0].storey == 3);
}

TEST_CASE("The sums of the clubs follow every edit", "[parts]") {
    Hub hub;
    Town town;
    full(town);
    CHECK(hub.publish(town)->club_count("", now).value().members == 42);
    domain::Listing& second = town.listing("second");
    second.kind = domain::Kind::club;
    second.club.emplace();
    second.club->members = 8;
    second.tags = {town.tag("seniors")};
    auto snapshot = hub.publish(town);
    CHECK(snapshot->club_count("", now).value().members == 50);
    CHECK(snapshot->club_count("", now).value().recruiting == 1);
    CHECK(snapshot->club_count("seniors", now).value().clubs == 1);
    CHECK(snapshot->club_count("club", now).value().members == 42);
    CHECK(snapshot->club_count("nothing", now).value().clubs == 0);
    CHECK(snapshot->club_tags().value().size() == 2);
    town.programme.listings[1].listing.kind = domain::Kind::event;
    snapshot = hub.publish(town);
    CHECK(snapshot->club_count("", now).value().clubs == 1);
    CHECK(snapshot->club_tags().value().size() == 1);
}
