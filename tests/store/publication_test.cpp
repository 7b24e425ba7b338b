// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/publication.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "store/failing_disk.h"
#include "store/folder.h"
#include "store/town.h"

using namespace wenlan;
using store::Publication;
using store::PutMode;
using test::Folder;
using test::Town;

namespace {

struct Hub {
    Folder root;
    test::FailingDisk disk;
    store::DataFolder folder{root.path()};
    std::unique_ptr<Publication> publication = Publication::open(disk, folder).value();

    store::PutReport put(const Town& town) { return publication->put(town.programme).value(); }
    store::Programme programme() { return publication->programme().value(); }
};

const store::ProgrammeListing* find(const store::Programme& programme, const std::string& key) {
    for (const auto& entry : programme.listings) {
        if (entry.listing.key == key) return &entry;
    }
    return nullptr;
}

Town two_events() {
    Town town;
    town.event("dance", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
    town.event("opera", "2026-11-22T19:00", "2026-11-22T21:10", 320, 283);
    return town;
}

}  // namespace

TEST_CASE("What was put in comes back whole", "[publication]") {
    Hub hub;
    Town town;
    domain::Listing& listing = town.listing("opera", "opera", domain::Section::events);
    listing.kind = domain::Kind::call;
    listing.short_title = {"《打金枝》", "Golden Branch"};
    listing.full_title = {"送戏下乡 · 越剧《打金枝》", "Yue opera"};
    listing.subtitle = {"免费领票", "free tickets"};
    listing.body = {"第一段\n第二段", "one\ntwo"};
    listing.organiser = {"越剧团", "troupe"};
    listing.audience = {"不限年龄", "all ages"};
    listing.seating = {"不对号", "unnumbered"};
    listing.poster = {"02-opera", 0.25F, 0.75F};
    listing.join = domain::Join::walk_in;
    listing.feature = domain::Feature::both;
    listing.feature_badge = {"{date}", "{date}"};
    listing.feature_line = {"还有 {days} 天", "{days} days left"};
    listing.shown_from = test::at("2026-11-01T00:00");
    listing.shown_until = test::at("2026-12-01T00:00");
    listing.deadline = test::at("2026-11-30T23:59");
    listing.tags = {town.tag("opera"), town.tag("seniors")};
    const domain::Listing as_put = listing;
    domain::Occasion& occasion =
        town.occasion("2026-11-22T19:00", "2026-11-22T21:10", 320, 283).occasion;
    occasion.venue = {2};
    occasion.walk_in_places = 20;
    occasion.signup_opens = test::at("2026-11-10T09:00");
    occasion.signup_closes = test::at("2026-11-22T18:00");
    occasion.state = domain::OccasionState::moved;
    occasion.reason = {"改在大剧院", "now in the theatre"};
    const domain::Occasion occasion_as_put = occasion;
    town.programme.centre.hours[6] = {600, 1200};
    town.programme.centre.closure_days = {{2027, 2, 6}, {2027, 2, 7}};

    hub.put(town);
    hub.publication.reset();
    hub.publication = Publication::open(hub.disk, hub.folder).value();
    const store::Programme back = hub.programme();

    CHECK(back.centre.name == town.programme.centre.name);
    CHECK(back.centre.zone == "Asia/Shanghai");
    CHECK(back.centre.public_url == town.programme.centre.public_url);
    CHECK(back.centre.hours[6].opens_minute == 600);
    CHECK(back.centre.closure_days == town.programme.centre.closure_days);
    CHECK(back.tags == town.programme.tags);
    REQUIRE(back.listings.size() == 1);
    const domain::Listing& l = back.listings[0].listing;
    CHECK(l.kind == as_put.kind);
    CHECK(l.section == as_put.section);
    CHECK(l.title == as_put.title);
    CHECK(l.short_title == as_put.short_title);
    CHECK(l.full_title == as_put.full_title);
    CHECK(l.subtitle == as_put.subtitle);
    CHECK(l.body == as_put.body);
    CHECK(l.organiser == as_put.organiser);
    CHECK(l.audience == as_put.audience);
    CHECK(l.seating == as_put.seating);
    CHECK(l.poster == as_put.poster);
    CHECK(l.join == as_put.join);
    CHECK(l.feature == as_put.feature);
    CHECK(l.feature_badge == as_put.feature_badge);
    CHECK(l.feature_line == as_put.feature_line);
    CHECK(l.shown_from == as_put.shown_from);
    CHECK(l.shown_until == as_put.shown_until);
    CHECK(l.deadline == as_put.deadline);
    CHECK(l.tags == as_put.tags);
    REQUIRE(back.occasions.size() == 1);
    const domain::Occasion& o = back.occasions[0].occasion;
    CHECK(o.start == occasion_as_put.start);
    CHECK(o.end == occasion_as_put.end);
    CHECK(o.capacity == 320);
    CHECK(o.walk_in_places == 20);
    CHECK(o.signup_opens == occasion_as_put.signup_opens);
    CHECK(o.signup_closes == occasion_as_put.signup_closes);
    CHECK(o.state == domain::OccasionState::moved);
    CHECK(o.reason == occasion_as_put.reason);
    CHECK(back.occasions[0].taken == 283);
    const auto venue = std::find_if(back.venues.begin(), back.venues.end(),
                                    [&o](const auto& v) { return v.id == o.venue; });
    REQUIRE(venue != back.venues.end());
    CHECK(venue->key == "theatre");
    CHECK(venue->directions.zh == "上楼梯左手边");
}

TEST_CASE("Putting the same programme in again changes nothing", "[publication]") {
    Hub hub;
    const auto first = hub.put(two_events());
    CHECK(first.listings_added == 2);
    CHECK(first.occasions_added == 2);
    const std::string before = test::bytes_of(hub.folder.publication());
    const auto again = hub.put(two_events());
    CHECK(again.listings_unchanged == 2);
    CHECK(again == store::PutReport{0, 0, 2, 0, 0, 0, 0});
    CHECK(test::bytes_of(hub.folder.publication()) == before);
}

TEST_CASE("Only what differs is changed, and it keeps its ids", "[publication]") {
    Hub hub;
    hub.put(two_events());
    const store::Programme before = hub.programme();
    Town town = two_events();
    town.programme.listings[0].listing.subtitle = {"带上舞鞋", "bring shoes"};
    const auto report = hub.put(town);
    CHECK(report.listings_changed == 1);
    CHECK(report.listings_unchanged == 1);
    CHECK(report.occasions_changed == 0);
    const store::Programme after = hub.programme();
    CHECK(find(after, "dance")->listing.id == find(before, "dance")->listing.id);
    CHECK(find(after, "dance")->listing.subtitle.zh == "带上舞鞋");
    CHECK(after.occasions[0].occasion.id == before.occasions[0].occasion.id);
}

TEST_CASE("A listing gets exactly the dates that it is given; others stay", "[publication]") {
    Hub hub;
    hub.put(two_events());
    Town town;
    town.listing("dance");
    town.occasion("2026-11-29T14:00", "2026-11-29T15:30", 30);
    town.occasion("2026-12-06T14:00", "2026-12-06T15:30", 30);
    const auto report = hub.put(town);
    CHECK(report.listings_changed == 1);
    CHECK(report.occasions_added == 2);
    CHECK(report.occasions_removed == 1);
    CHECK(hub.programme().occasions.size() == 3);
    CHECK(find(hub.programme(), "opera") != nullptr);
}

TEST_CASE("Changing tags or a date counts as a change of the listing", "[publication]") {
    Hub hub;
    hub.put(two_events());
    Town town = two_events();
    SECTION("tags") { town.programme.listings[0].listing.tags.push_back(town.tag("seniors")); }
    SECTION("order of tags") {
        town.programme.listings[0].listing.tags = {town.tag("seniors"), town.tag("club")};
    }
    SECTION("state") {
        town.programme.occasions[0].occasion.state = domain::OccasionState::cancelled;
    }
    const auto report = hub.put(town);
    CHECK(report.listings_changed == 1);
    CHECK(report.listings_unchanged == 1);
    CHECK(find(hub.programme(), "dance")->listing.tags == town.programme.listings[0].listing.tags);
}

TEST_CASE("A trial run reports the same and leaves no trace", "[publication]") {
    Hub hub;
    hub.put(two_events());
    Town town = two_events();
    town.event("talk", "2026-11-22T15:00", "2026-11-22T16:30", 120, 78);
    const std::string before = test::bytes_of(hub.folder.publication());
    const std::string seats_before = test::bytes_of(hub.folder.publication_seats());
    const auto trial = hub.publication->put(town.programme, PutMode::dry_run).value();
    CHECK(trial.listings_added == 1);
    CHECK(test::bytes_of(hub.folder.publication()) == before);
    CHECK(test::bytes_of(hub.folder.publication_seats()) == seats_before);
    CHECK(hub.programme().listings.size() == 2);
    CHECK(hub.put(town) == trial);
}

TEST_CASE("A programme with a fault is refused whole", "[publication]") {
    Hub hub;
    Town town = two_events();
    SECTION("found before writing") { town.programme.occasions[1].occasion.venue = {99}; }
    SECTION("found while writing") {
        domain::Tag tag;
        tag.key = "nobody-knows";
        town.programme.listings[1].listing.tags.push_back(tag);
    }
    const auto put = hub.publication->put(town.programme);
    REQUIRE_FALSE(put.ok());
    CHECK(put.error().code == "programme.invalid");
    CHECK(hub.programme().listings.empty());
    CHECK(hub.programme().venues.empty());
}

TEST_CASE("An import without a centre leaves the centre as it is", "[publication]") {
    Hub hub;
    hub.put(two_events());
    Town town;
    town.programme.centre = {};
    town.event("import", "2026-11-22T14:00", "2026-11-22T15:30");
    town.programme.listings[0].origin = store::Origin::imported;
    hub.put(town);
    CHECK(hub.programme().centre.name.zh == "楚洲文化城");
    CHECK(find(hub.programme(), "import")->origin == store::Origin::imported);
}

TEST_CASE("Replacing one origin's listings leaves the others", "[publication]") {
    Hub hub;
    Town town = two_events();
    town.event("import", "2026-11-23T14:00", "2026-11-23T15:30");
    town.programme.listings[0].origin = store::Origin::demonstration;
    town.programme.listings[1].origin = store::Origin::demonstration;
    town.programme.listings[2].origin = store::Origin::imported;
    hub.put(town);
    Town other;
    other.event("talk", "2026-11-24T14:00", "2026-11-24T15:30");
    other.programme.listings[0].origin = store::Origin::demonstration;
    const auto report =
        hub.publication->replace(other.programme, store::Origin::demonstration).value();
    CHECK(report.listings_removed == 2);
    CHECK(report.listings_added == 1);
    CHECK(find(hub.programme(), "dance") == nullptr);
    CHECK(find(hub.programme(), "import") != nullptr);
    CHECK(hub.programme().occasions.size() == 2);
}

TEST_CASE("Seats taken stay what they are when a programme says nothing about them",
          "[publication]") {
    Hub hub;
    hub.put(two_events());
    const domain::OccasionId dance = hub.programme().occasions[0].occasion.id;
    Town town = two_events();
    for (auto& entry : town.programme.occasions) entry.taken.reset();
    hub.put(town);
    CHECK(hub.publication->seats().of(dance) == 22);

    // A smaller hall cannot seat more than it has.
    town.programme.occasions[0].occasion.capacity = 10;
    hub.put(town);
    CHECK(hub.publication->seats().of(dance) == 10);

    // Nothing is counted any more.
    town.programme.occasions[0].occasion.capacity = 0;
    hub.put(town);
    CHECK_FALSE(hub.publication->seats().of(dance).has_value());
}

TEST_CASE("A new date begins with no seat taken, and an id is never used again", "[publication]") {
    Hub hub;
    hub.put(two_events());
    std::set<std::int64_t> ids;
    for (const auto& entry : hub.programme().occasions) ids.insert(entry.occasion.id.value);
    Town town;
    town.event("opera", "2026-11-29T19:00", "2026-11-29T21:10", 320);
    hub.put(town);
    for (const auto& entry : hub.programme().occasions) {
        if (entry.occasion.start < test::at("2026-11-23T00:00")) continue;
        CHECK_FALSE(ids.contains(entry.occasion.id.value));
        CHECK(entry.taken == 0);
    }
    CHECK(hub.publication->seats().taken.size() == 2);
}

TEST_CASE("A lost or damaged file of seats does not stop the hub", "[publication]") {
    Hub hub;
    hub.put(two_events());
    hub.publication.reset();
    SECTION("lost") { std::filesystem::remove(hub.folder.publication_seats()); }
    SECTION("damaged") { test::write_bytes(hub.folder.publication_seats(), "{\"taken\": "); }
    hub.publication = Publication::open(hub.disk, hub.folder).value();
    CHECK(hub.publication->seats().taken.empty());
    CHECK(hub.programme().listings.size() == 2);
}

TEST_CASE("When the seats cannot be written nothing is changed", "[publication]") {
    Hub hub;
    hub.disk.fail_from = hub.disk.changes + 1;
    REQUIRE_FALSE(hub.publication->put(two_events().programme).ok());
    hub.disk.fail_from = 0;
    CHECK(hub.programme().listings.empty());
    CHECK(hub.put(two_events()).listings_added == 2);
}

TEST_CASE("A small edit touches few pages", "[publication]") {
    Hub hub;
    Town town;
    for (int i = 0; i < 400; ++i) {
        town.event("event-" + std::to_string(i), "2026-11-22T14:00", "2026-11-22T15:30", 30, 3);
        town.programme.listings.back().listing.body.zh = std::string(900, 'x');
    }
    hub.put(town);
    const std::string before = test::bytes_of(hub.folder.publication());
    town.programme.listings[200].listing.subtitle = {"改了", "changed"};
    hub.put(town);
    const std::string after = test::bytes_of(hub.folder.publication());
    REQUIRE(after.size() == before.size());
    constexpr std::size_t page = 4096;
    int touched = 0;
    for (std::size_t at = 0; at < after.size(); at += page) {
        if (before.compare(at, page, after, at, page) != 0) ++touched;
    }
    CHECK(touched >= 1);
    CHECK(touched <= 4);
}

TEST_CASE("Two processes may edit one publication, one after the other", "[publication]") {
    Hub hub;
    const auto other = Publication::open(hub.disk, hub.folder).value();
    hub.put(two_events());
    Town town;
    town.event("talk", "2026-11-22T15:00", "2026-11-22T16:30");
    CHECK(other->put(town.programme).ok());
    CHECK(hub.programme().listings.size() == 3);
}

TEST_CASE("A damaged publication says so", "[publication]") {
    const Folder root;
    base::PosixDisk disk;
    const store::DataFolder folder{root.path()};
    test::write_bytes(folder.publication(), std::string(8192, 'x'));
    const auto opened = Publication::open(disk, folder);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == "store.corrupt");
}
