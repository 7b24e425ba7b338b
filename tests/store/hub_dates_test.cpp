// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/hub_dates.h"

#include "catch.h"
#include "store/hub_office.h"

using namespace wenlan;
using test::HubOffice;
using test::Lines;

namespace {

base::CivilTime wall(int month, int day, int hour) { return {{2026, month, day}, hour, 0, 0}; }

// Every Sunday at two, four of them.
struct Sundays : HubOffice {
    domain::Series series;
    domain::ListingId listing;

    Sundays() {
        town.listing("ink");
        put();
        listing = id_of("ink");
        series.listing = listing;
        series.venue = programme.venues().value().front().id;
        series.first = wall(11, 22, 14);
        series.length_min = 90;
        series.rule = "FREQ=WEEKLY";
        series.capacity = 20;
        series.signup_closes_before_min = 60;
        lay();
    }
    store::SeriesDates laid(int hour, base::CivilTime from = wall(11, 22, 0)) const {
        std::vector<base::CivilTime> walls;
        for (const int day : {22, 29, 36, 43}) {
            walls.push_back(day > 30 ? wall(12, day - 30, hour) : wall(11, day, hour));
        }
        return {dates_of(series, walls, base::Zone::shanghai()), from, {2026, 12, 20}};
    }
    void lay() { series.id = dates.put_series(by, series, laid(series.first.hour)).value(); }
    domain::Occasion date(std::size_t index) {
        return dates.of_listing(listing).value().at(index).entry.occasion;
    }
};

}  // namespace

TEST_CASE("A series comes back as it was put, with its dates", "[hub store]") {
    Sundays office;
    CHECK(office.told(office.listing) ==
          Lines{"11-22 14:00", "11-29 14:00", "12-06 14:00", "12-13 14:00"});
    CHECK(office.date(1).signup_closes == test::at("2026-11-29T13:00"));
    CHECK(office.date(1).end == test::at("2026-11-29T15:30"));
    const auto back = office.dates.series(office.series.id).value();
    CHECK(back.series == office.series);
    CHECK(back.until == base::CivilDate{2026, 12, 20});
    CHECK(office.dates.series_of(office.listing).value().size() == 1);
    CHECK(office.dates.series_until({2026, 12, 20}).value().empty());
    CHECK(office.dates.series_until({2026, 12, 21}).value().size() == 1);
}

TEST_CASE(
    "One date is moved and another cancelled, and both stay so when the series is laid out "
    "anew",
    "[hub store]") {
    Sundays office;
    auto moved = office.date(1);
    moved.start = test::at("2026-11-30T10:00");
    moved.end = test::at("2026-11-30T11:00");
    moved.state = domain::OccasionState::moved;
    moved.reason = {"场地检修", "The room is being repaired"};
    CHECK(office.dates.put_date(office.by, moved).value() == moved.id);
    auto cancelled = office.date(2);
    cancelled.state = domain::OccasionState::cancelled;
    cancelled.reason = {"老师出差", ""};
    office.dates.put_date(office.by, cancelled).value();
    const Lines now = {"11-22 14:00", "11-30 10:00", "-12-06 14:00", "12-13 14:00"};
    CHECK(office.told(office.listing) == now);

    office.series = office.dates.series(office.series.id).value().series;
    CHECK(office.series.changes.size() == 2);
    office.lay();
    CHECK(office.told(office.listing) == now);
    CHECK(office.date(1).id == moved.id);
    CHECK(office.date(1).reason.zh == "场地检修");
    const auto history = office.programme.history(office.listing, 10).value();
    CHECK(history[0].kind == "date.changed");
}

TEST_CASE("When a series takes place at another time its dates stay the same dates",
          "[hub store]") {
    Sundays office;
    const auto second = office.date(1).id;
    office.series.first = wall(11, 22, 16);
    office.series.capacity = 30;
    office.lay();
    CHECK(office.told(office.listing) ==
          Lines{"11-22 16:00", "11-29 16:00", "12-06 16:00", "12-13 16:00"});
    CHECK(office.date(1).id == second);
    CHECK(office.date(1).capacity == 30);
}

TEST_CASE("Dates before stay as they are when a series goes on otherwise", "[hub store]") {
    Sundays office;
    const auto third = office.date(2).id;
    domain::Series ending = office.series;
    ending.ends_before = wall(12, 6, 0);
    domain::Series going_on = office.series;
    going_on.id = {};
    going_on.first = wall(12, 6, 9);
    office.series = going_on;
    const auto id =
        office.dates.split_series(office.by, ending, going_on, office.laid(9, wall(12, 6, 0)))
            .value();
    CHECK(id != ending.id);
    CHECK(office.told(office.listing) ==
          Lines{"11-22 14:00", "11-29 14:00", "12-06 09:00", "12-13 09:00"});
    CHECK(office.date(2).id == third);
    CHECK(office.dates.date(third).value().series == id);
}

TEST_CASE("A date that is taken away stays away, and an ended series leaves its past",
          "[hub store]") {
    Sundays office;
    REQUIRE(office.dates.remove_date(office.by, office.date(1).id).ok());
    office.series = office.dates.series(office.series.id).value().series;
    office.lay();
    CHECK(office.told(office.listing) == Lines{"11-22 14:00", "12-06 14:00", "12-13 14:00"});
    REQUIRE(office.dates.end_series(office.by, office.series.id, wall(12, 1, 0)).ok());
    CHECK(office.told(office.listing) == Lines{"11-22 14:00"});
    CHECK(store::Audit(office.hub).verify().ok());
}

TEST_CASE("Two dates of a listing never begin at once", "[hub store]") {
    Sundays office;
    auto moved = office.date(1);
    moved.start = office.date(2).start;
    moved.end = office.date(2).end;
    CHECK(office.dates.put_date(office.by, moved).error().code == "programme.invalid");
    domain::Series other = office.series;
    other.id = {};
    CHECK(office.dates.put_series(office.by, other, office.laid(14)).error().code ==
          "programme.invalid");
    // By itself it is merely left out.
    domain::Occasion single = office.date(0);
    single.id = {};
    single.start = test::at("2026-12-20T14:00");
    single.end = test::at("2026-12-20T15:00");
    office.dates.put_date(office.by, single).value();
    auto further = office.laid(14);
    further.dates.push_back(further.dates.back());
    further.dates.back().wall = wall(12, 20, 14);
    further.dates.back().occasion.start = single.start;
    further.dates.back().occasion.end = single.end;
    further.until = {2026, 12, 27};
    CHECK_FALSE(office.dates.lay_out_further(office.series, further).value());
    CHECK(office.told(office.listing).size() == 5);
    CHECK(office.dates.series(office.series.id).value().until == base::CivilDate{2026, 12, 27});
}

TEST_CASE("Dates of a series may change places", "[hub store]") {
    Sundays office;
    auto laid = office.laid(14);
    std::swap(laid.dates[1].occasion.start, laid.dates[2].occasion.start);
    std::swap(laid.dates[1].occasion.end, laid.dates[2].occasion.end);
    const auto second = office.date(1).id;
    office.dates.put_series(office.by, office.series, laid).value();
    CHECK(office.date(2).id == second);
    CHECK(office.derive());
    CHECK(office.publication->programme().value().occasions.size() == 4);
}

TEST_CASE("A date in no venue, of no listing or before its beginning is refused", "[hub store]") {
    Sundays office;
    domain::Occasion date = office.date(0);
    date.end = date.start;
    CHECK(office.dates.put_date(office.by, date).error().code == "programme.invalid");
    date = office.date(0);
    date.venue = {77};
    CHECK(office.dates.put_date(office.by, date).error().code == "programme.invalid");
    date = office.date(0);
    date.id = {};
    date.listing = {77};
    CHECK(office.dates.put_date(office.by, date).error().code == "programme.no-listing");
    CHECK(office.dates.remove_date(office.by, {77}).error().code == "programme.no-date");
    CHECK(office.dates.series({77}).error().code == "programme.no-series");
}
