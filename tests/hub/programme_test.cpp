// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "catch.h"
#include "hub/programme/check_office.h"
#include "hub/programme/edit_series.h"
#include "hub/programme/office.h"
#include "hub/programme/publish_programme.h"
#include "hub/site/site_folder.h"
#include "store/folder.h"
#include "store/programme_reader.h"
#include "store/town.h"
#include "sync/seeded_random.h"

using namespace wenlan;
using store::ListingState;
using test::at;

namespace {

using Lines = std::vector<std::string>;

base::CivilTime wall(int year, int month, int day, int hour) {
    return {{year, month, day}, hour, 0, 0};
}

// An office with two listings that are published.
struct House {
    test::Folder folder;
    base::PosixDisk disk;
    test::SeededRandom random{1};
    base::VirtualClock clock{at("2026-11-22T14:20")};
    hub::SiteOffice site{disk, random, {folder.path()}};
    hub::ProgrammeOffice office = open(hub::Missing::begun);
    store::By by{"王老师", clock.now()};
    domain::ListingId ink, song;
    hub::SeriesFrame frame() const { return {base::Zone::shanghai(), clock.now(), nullptr}; }

    House() {
        test::Town town;
        town.event("ink", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
        town.event("song", "2026-11-23T14:00", "2026-11-23T15:30");
        office.programme().put(by, town.programme).value();
        const auto lines = office.programme().listings().value();
        ink = lines.at(0).id;
        song = lines.at(1).id;
        publish();
    }
    hub::ProgrammeOffice open(hub::Missing missing = hub::Missing::refused) {
        return hub::ProgrammeOffice::open(disk, {folder.path()}, clock.now(), missing).value();
    }
    sync::PublishedRelease publish() {
        return hub::publish_programme(site, office, clock.now()).value();
    }
    bool tick() { return hub::publish_what_is_due(site, office, clock.now()).value(); }
    void wait(base::Duration time) { clock.advance(time); }
    void retitle(domain::ListingId id, const std::string& title) {
        auto entry = office.programme().listing(id).value();
        entry.listing.title.zh = title;
        office.programme().put_listing(by, entry).value();
    }
    // What the screens of the folder show: the titles of the snapshot.
    Lines shown() {
        Lines titles;
        for (const auto& entry : snapshot().listings) titles.push_back(entry.listing.title.zh);
        return titles;
    }
    store::Programme snapshot() {
        const store::DataFolder data{folder.path()};
        const std::string name = store::read_current(disk, data).value();
        auto database = store::sqlite::Database::open_immutable(data.snapshot(name)).value();
        return store::read_programme(database).value();
    }
    // "11-29 14:00", of the listing's dates, as a screen would show them.
    Lines dates(domain::ListingId listing) {
        Lines out;
        for (const auto& [occasion, taken] : snapshot().occasions) {
            if (occasion.listing != listing) continue;
            const std::string time =
                base::to_iso8601(occasion.start + std::chrono::hours{8}).substr(5, 11);
            const bool cancelled = occasion.state == domain::OccasionState::cancelled;
            out.push_back((cancelled ? "-" : "") + time.substr(0, 5) + " " + time.substr(6));
        }
        std::sort(out.begin(), out.end());
        return out;
    }
    domain::Series weekly() {
        domain::Series series;
        series.listing = song;
        series.venue = office.programme().venues().value().front().id;
        series.first = wall(2026, 11, 28, 9);
        series.length_min = 60;
        series.rule = "FREQ=WEEKLY";
        return series;
    }
};

}  // namespace

TEST_CASE("A listing appears on the screens at the time that it was given", "[programme]") {
    House house;
    auto programme = house.office.programme();
    REQUIRE(
        programme.set_state(house.by, house.song, ListingState::published, at("2026-11-22T18:00"))
            .ok());
    const auto without = house.publish();
    CHECK(house.shown() == Lines{"ink的活动"});
    CHECK_FALSE(house.tick());
    house.wait(std::chrono::hours{3});
    CHECK_FALSE(house.tick());
    house.wait(std::chrono::minutes{40});
    CHECK(house.tick());
    CHECK(house.shown() == Lines{"ink的活动", "song的活动"});
    CHECK_FALSE(house.tick());
    CHECK(house.publish().edition.version == without.edition.version + 1);
}

TEST_CASE("What nobody has published waits, also while something else falls due", "[programme]") {
    House house;
    house.retitle(house.ink, "没写完");
    REQUIRE(house.office.programme()
                .set_state(house.by, house.song, ListingState::published, at("2026-11-22T14:30"))
                .ok());
    house.wait(std::chrono::minutes{20});
    // The song is shown already; its time has come, and that is no change.
    CHECK_FALSE(house.tick());
    CHECK(house.shown() == Lines{"ink的活动", "song的活动"});
    house.publish();
    CHECK(house.shown() == Lines{"没写完", "song的活动"});
}

TEST_CASE("What is withdrawn is in no screen's next programme, and the hub keeps it",
          "[programme]") {
    House house;
    REQUIRE(house.office.programme().set_state(house.by, house.song, ListingState::withdrawn).ok());
    CHECK(house.shown().size() == 2);
    house.publish();
    CHECK(house.shown() == Lines{"ink的活动"});
    CHECK(house.snapshot().occasions.size() == 1);
    CHECK(house.office.programme().listing(house.song).ok());
}

TEST_CASE("Publishing again without a change is the same version", "[programme]") {
    House house;
    const auto first = house.publish();
    CHECK_FALSE(first.new_version);
    house.retitle(house.ink, "新");
    const auto second = house.publish();
    CHECK(second.edition.version == first.edition.version + 1);
    // An edit and its undoing is no change either.
    house.retitle(house.ink, "旧");
    house.retitle(house.ink, "新");
    CHECK(house.publish().edition.version == second.edition.version);
    // Nor is a new process.
    house.office = house.open();
    CHECK(house.publish().edition.version == second.edition.version);
}

TEST_CASE("A series is laid out for the coming 120 days, and goes on as days pass", "[programme]") {
    House house;
    auto dates = house.office.dates();
    const auto id = hub::put_series(dates, house.by, house.weekly(), house.frame()).value();
    house.publish();
    // The single date of the listing, and Saturdays until 22 March.
    CHECK(house.dates(house.song).size() == 1 + 17);
    CHECK(house.dates(house.song)[1] == "01-09 09:00");
    const auto before = dates.of_listing(house.song).value();
    CHECK_FALSE(house.tick());
    house.wait(std::chrono::hours{24 * 7});
    CHECK(house.tick());
    CHECK(house.dates(house.song).size() == 1 + 18);
    const auto after = dates.of_listing(house.song).value();
    CHECK(after[3].entry.occasion.id == before[3].entry.occasion.id);
    CHECK(dates.series(id).value().until == base::CivilDate{2027, 3, 29});
    CHECK_FALSE(house.tick());
}

TEST_CASE("One date is cancelled with a reason that residents see, and stays so", "[programme]") {
    House house;
    auto dates = house.office.dates();
    domain::Series series = house.weekly();
    series.rule = "FREQ=WEEKLY;COUNT=4";
    series.id = hub::put_series(dates, house.by, series, house.frame()).value();
    auto date = dates.of_listing(house.song).value()[2].entry.occasion;  // 5 December
    date.state = domain::OccasionState::cancelled;
    date.reason = {"老师出差", "The teacher is away"};
    dates.put_date(house.by, date).value();
    house.publish();
    const Lines told = {"-12-05 09:00", "11-23 14:00", "11-28 09:00", "12-12 09:00", "12-19 09:00"};
    CHECK(house.dates(house.song) == told);

    // The whole series an hour later: the cancelled day stays cancelled.
    series = dates.series(series.id).value().series;
    series.first.hour = 10;
    hub::put_series(dates, house.by, series, house.frame()).value();
    house.publish();
    CHECK(house.dates(house.song) ==
          Lines{"-12-05 09:00", "11-23 14:00", "11-28 10:00", "12-12 10:00", "12-19 10:00"});
    for (const auto& [occasion, taken] : house.snapshot().occasions) {
        if (occasion.id == date.id) CHECK(occasion.reason.zh == "老师出差");
    }
}

TEST_CASE("A counted series that changes from one date on has as many dates as before",
          "[programme]") {
    House house;
    auto dates = house.office.dates();
    domain::Series series = house.weekly();
    series.rule = "FREQ=WEEKLY;COUNT=4";
    series.id = hub::put_series(dates, house.by, series, house.frame()).value();
    series.first = wall(2026, 12, 12, 15);
    const auto next =
        hub::change_series_from(dates, house.by, series, wall(2026, 12, 12, 0), house.frame());
    REQUIRE(next.ok());
    house.publish();
    CHECK(house.dates(house.song) ==
          Lines{"11-23 14:00", "11-28 09:00", "12-05 09:00", "12-12 15:00", "12-19 15:00"});
    CHECK(dates.series(next.value()).value().series.rule == "FREQ=WEEKLY;COUNT=2");
    CHECK(hub::change_series_from(dates, house.by, {}, wall(2026, 12, 12, 0), house.frame())
              .error()
              .code == "programme.no-series");
}

TEST_CASE("A rule that cannot be understood changes nothing", "[programme]") {
    House house;
    auto dates = house.office.dates();
    domain::Series series = house.weekly();
    series.rule = "EVERY SUNDAY";
    CHECK(hub::put_series(dates, house.by, series, house.frame()).error().code == "ics.bad-rule");
    CHECK(dates.of_listing(house.song).value().size() == 1);
}

TEST_CASE("A folder of before hubs had a database is taken over with its ids", "[programme]") {
    const test::Folder folder;
    base::PosixDisk disk;
    const store::DataFolder data{folder.path()};
    const base::Instant now = at("2026-11-22T14:20");
    test::Town town;
    town.event("gone", "2026-11-21T14:00", "2026-11-21T15:30");
    store::Programme before;
    {
        const auto old = store::Publication::open(disk, data).value();
        old->put(town.programme).value();
        old->replace(store::Programme{town.programme.centre,
                                      town.programme.venues,
                                      town.programme.tags,
                                      {},
                                      {},
                                      false,
                                      {}},
                     store::Origin::desk)
            .value();
        town = test::Town();
        town.event("ink", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
        old->put(town.programme).value();
        store::publish(*old, disk, data, now).value();
        before = old->programme().value();
    }
    auto office = hub::ProgrammeOffice::open(disk, data, now).value();
    const auto kept = office.programme().programme().value();
    REQUIRE(kept.listings.size() == 1);
    CHECK(kept.listings[0].listing.id == before.listings[0].listing.id);
    CHECK(kept.occasions[0].occasion.id == before.occasions[0].occasion.id);
    CHECK(kept.occasions[0].taken == 22);
    CHECK(office.programme().listings().value()[0].state == ListingState::published);
    // It is what is published already.
    CHECK_FALSE(hub::publish_for_folder(disk, data, office, now).value().new_version);

    const test::Folder empty;
    CHECK(hub::ProgrammeOffice::open(disk, {empty.path()}, now).error().code == "hub.no-programme");
    CHECK(std::filesystem::is_empty(empty.path()));
}

TEST_CASE("A check finds nothing in a hub that is in order, and what is not", "[programme]") {
    House house;
    const auto check = [&] {
        return hub::check_office(house.disk, {house.folder.path()}, house.clock).value();
    };
    CHECK(check().empty());
    { const hub::ProgrammeOffice closed = std::move(house.office); }
    const auto tamper = [&](const std::string& sql) {
        auto raw = store::sqlite::Database::open_for_editing(house.folder / "hub.db").value();
        REQUIRE(raw.run("PRAGMA foreign_keys = OFF; " + sql).ok());
    };
    SECTION("a changed line in the log") {
        tamper("UPDATE audit SET after = '{}' WHERE number = 2");
        REQUIRE(check().size() == 1);
        CHECK(check()[0].find("The log of changes was tampered with") == 0);
    }
    SECTION("a trigger that is gone") {
        tamper("DROP TRIGGER audit_is_not_changed");
        CHECK(check() == Lines{"The database lacks its trigger audit_is_not_changed."});
    }
    SECTION("a date in a venue that is not there") {
        tamper("UPDATE occasion SET venue_id = 99 WHERE id = 1");
        CHECK(check().size() == 2);
    }
    SECTION("a listing without a title") {
        tamper("UPDATE listing SET title_zh = '', title_en = '' WHERE id = 1");
        CHECK(check()[0].find("has no title") != std::string::npos);
    }
    SECTION("keys that are gone") {
        std::filesystem::remove_all(house.folder / "keys");
        CHECK(check().size() == 1);
    }
    SECTION("another centre's keys") {
        std::filesystem::remove_all(house.folder / "keys");
        sync::CentreKeys::make(house.disk, house.folder / "keys", house.random, house.clock.now())
            .value();
        CHECK(check()[0].find("was not signed by the centre's key") != std::string::npos);
    }
    SECTION("a page that is damaged") {
        std::string bytes = test::bytes_of(house.folder / "hub.db");
        { auto raw = store::sqlite::Database::open_for_editing(house.folder / "hub.db").value(); }
        bytes = test::bytes_of(house.folder / "hub.db");
        for (std::size_t at = 4096 * 20; at < 4096 * 24; ++at) bytes[at] = '\x7F';
        test::write_bytes(house.folder / "hub.db", bytes);
        CHECK_FALSE(check().empty());
    }
}

TEST_CASE("What could not be published for want of space is published when there is some",
          "[programme]") {
    House house;
    auto programme = house.office.programme();
    REQUIRE(
        programme.set_state(house.by, house.song, ListingState::published, at("2026-11-22T18:00"))
            .ok());
    house.publish();
    house.wait(std::chrono::hours{4});
    // The folder of what screens show cannot be written.
    const auto away = house.folder / "away";
    std::filesystem::rename(house.folder / "snapshot", away);
    test::write_bytes(house.folder / "snapshot", "in the way");
    CHECK_FALSE(hub::publish_what_is_due(house.site, house.office, house.clock.now()).ok());
    std::filesystem::remove(house.folder / "snapshot");
    std::filesystem::rename(away, house.folder / "snapshot");
    CHECK(house.tick());
    CHECK(house.shown() == Lines{"ink的活动", "song的活动"});
    CHECK_FALSE(house.tick());
}
