// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;
using test::keys;
using test::Keys;
using test::Lobby;

namespace {

void make_sunday(test::Town& town) {
    town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00", 16, 13);
    town.event("dance", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
    town.event("story", "2026-11-22T14:30", "2026-11-22T15:30", 24, 18);
    town.event("talk", "2026-11-22T15:00", "2026-11-22T16:30", 120, 78);
    town.event("orchestra", "2026-11-22T16:30", "2026-11-22T18:00");
    town.programme.listings.back().listing.join = domain::Join::walk_in;
    town.listing("opera", "opera", domain::Section::events).feature = domain::Feature::attract;
    town.occasion("2026-11-22T19:00", "2026-11-22T21:10", 320, 283);
    town.event("tai-chi", "2026-11-23T06:30", "2026-11-23T07:30");
}

}  // namespace

TEST_CASE("The home page of the sample afternoon", "[home]") {
    Lobby lobby("2026-11-22T14:20");
    make_sunday(lobby.town);
    const auto& home = *lobby.open().home;
    CHECK(keys(home.walk_in) == Keys{"ink", "dance", "story"});
    CHECK(keys(home.today) == Keys{"talk", "orchestra", "opera"});
    CHECK(home.walk_in[0].seats.free == 3);
    CHECK(home.walk_in[1].seats.free == 8);
    CHECK(home.walk_in[2].seats.free == 6);
    CHECK(home.walk_in[2].moment == model::Moment::soon);
    CHECK(home.today[0].seats.free == 42);
    CHECK(home.today[1].seats.kind == model::SeatsShown::Kind::none_needed);
    CHECK(home.today[2].seats.taken == 283);
    CHECK(home.today[2].seats.capacity == 320);
    CHECK(home.today_count == 6);
    CHECK(home.walk_in_count == 3);
    CHECK_FALSE(home.today_is_tomorrow);
    REQUIRE(home.main_tag.has_value());
    CHECK(home.main_tag->key == "opera");
}

TEST_CASE("Walking in ends with the event, and begins half an hour before the next", "[home]") {
    Lobby lobby("2026-11-22T13:00");
    make_sunday(lobby.town);
    const auto walk_in_at = [&lobby](const char* time) {
        lobby.open();
        return keys(lobby.go_to(time).home->walk_in);
    };
    CHECK(walk_in_at("2026-11-22T13:29").empty());
    CHECK(walk_in_at("2026-11-22T13:30") == Keys{"ink", "dance"});
    CHECK(walk_in_at("2026-11-22T14:00") == Keys{"ink", "dance", "story"});
    CHECK(walk_in_at("2026-11-22T15:29") == Keys{"talk", "ink", "dance"});
    CHECK(walk_in_at("2026-11-22T15:30") == Keys{"talk", "ink"});
    CHECK(walk_in_at("2026-11-22T16:00") == Keys{"talk", "orchestra"});
    CHECK(walk_in_at("2026-11-22T18:00").empty());
}

TEST_CASE("Who may walk in", "[home]") {
    using domain::Join;
    Lobby lobby("2026-11-22T14:20");
    const auto event = [&lobby](const char* key, Join join, int capacity, std::optional<int> taken,
                                int walk_in_places) {
        lobby.town.listing(key).join = join;
        lobby.town.occasion("2026-11-22T14:00", "2026-11-22T16:00", capacity, taken)
            .occasion.walk_in_places = walk_in_places;
        return keys(lobby.open().home->walk_in);
    };
    SECTION("anybody where nothing is counted") {
        CHECK(event("open", Join::walk_in, 0, std::nullopt, 0) == Keys{"open"});
    }
    SECTION("anybody where there are seats, however one joins") {
        CHECK(event("seats", Join::sign_up, 10, 9, 0) == Keys{"seats"});
    }
    SECTION("nobody where all is taken") { CHECK(event("full", Join::walk_in, 10, 10, 0).empty()); }
    SECTION("a few where places are kept, though nothing is counted") {
        CHECK(event("kept", Join::sign_up, 0, std::nullopt, 3) == Keys{"kept"});
    }
    SECTION("nobody where one must sign up and nothing is kept") {
        CHECK(event("closed", Join::sign_up, 0, std::nullopt, 0).empty());
    }
    SECTION("the places kept for walk-ins may be spent here") {
        CHECK(event("reserve", Join::sign_up, 10, 8, 2) == Keys{"reserve"});
        CHECK(lobby.view->home->walk_in[0].seats.free == 2);
    }
}

TEST_CASE("What is cancelled or moved is not offered to walk into", "[home]") {
    Lobby lobby("2026-11-22T14:20");
    auto& entry = lobby.town.event("dance", "2026-11-22T14:30", "2026-11-22T16:00", 10, 0);
    entry.occasion.reason = {"老师生病", "the teacher is ill"};
    SECTION("cancelled") { entry.occasion.state = domain::OccasionState::cancelled; }
    SECTION("moved") { entry.occasion.state = domain::OccasionState::moved; }
    const bool cancelled = entry.occasion.state == domain::OccasionState::cancelled;
    const auto& home = *lobby.open().home;
    CHECK(home.walk_in.empty());
    CHECK(home.walk_in_count == 0);
    // Residents still read of it, with the reason; only what takes place is counted.
    REQUIRE(keys(home.today) == Keys{"dance"});
    CHECK(home.today[0].reason.zh == "老师生病");
    CHECK(home.today_count == (cancelled ? 0 : 1));
}

TEST_CASE("More is on than fits: what is counted first, then what lasts longest", "[home]") {
    Lobby lobby("2026-11-22T14:20");
    lobby.town.event("open", "2026-11-22T09:00", "2026-11-22T20:00");
    lobby.town.programme.listings.back().listing.join = domain::Join::walk_in;
    lobby.town.event("short", "2026-11-22T14:00", "2026-11-22T14:30", 10, 1);
    lobby.town.event("long", "2026-11-22T14:00", "2026-11-22T17:00", 10, 1);
    lobby.town.event("middle", "2026-11-22T14:00", "2026-11-22T16:00", 10, 1);
    const auto& home = *lobby.open().home;
    CHECK(keys(home.walk_in) == Keys{"long", "middle", "short"});
    CHECK(home.walk_in_count == 4);
}

TEST_CASE("What is about to begin and did not fit the strip is among the next", "[home]") {
    Lobby lobby("2026-11-22T14:20");
    for (const auto* key : {"a", "b", "c", "d"}) {
        lobby.town.event(key, "2026-11-22T14:30", "2026-11-22T16:00", 10, 1);
    }
    const auto& home = *lobby.open().home;
    CHECK(keys(home.walk_in) == Keys{"a", "b", "c"});
    CHECK(keys(home.today) == Keys{"d"});
}

TEST_CASE("With nothing to walk into the strip gets the next three, and the rows three more",
          "[home]") {
    Lobby lobby("2026-11-22T08:00");
    for (int hour = 10; hour < 18; ++hour) {
        const std::string start = "2026-11-22T" + std::to_string(hour) + ":00";
        const std::string end = "2026-11-22T" + std::to_string(hour) + ":50";
        lobby.town.event("at-" + std::to_string(hour), start, end, 10, 1);
    }
    CHECK(keys(lobby.open().home->today) ==
          Keys{"at-10", "at-11", "at-12", "at-13", "at-14", "at-15"});
    CHECK(keys(lobby.go_to("2026-11-22T09:30").home->today) == Keys{"at-11", "at-12", "at-13"});
}

TEST_CASE("When nothing is left today the rows are tomorrow's", "[home]") {
    Lobby lobby("2026-11-22T19:30");
    make_sunday(lobby.town);
    const auto& home = *lobby.open().home;
    CHECK(keys(home.walk_in) == Keys{"opera"});
    CHECK(home.today_is_tomorrow);
    CHECK(keys(home.today) == Keys{"tai-chi"});
    CHECK(home.today[0].days_ahead == 1);
    CHECK(home.today_count == 1);

    const auto& late = *lobby.go_to("2026-11-22T23:59").home;
    CHECK(late.today_count == 0);
    CHECK_FALSE(late.main_tag.has_value());
    const auto& monday = *lobby.go_to("2026-11-23T00:00").home;
    CHECK_FALSE(monday.today_is_tomorrow);
    CHECK(keys(monday.today) == Keys{"tai-chi"});
    CHECK(monday.today[0].days_ahead == 0);
}

TEST_CASE("With nothing today and nothing tomorrow the page is empty and says no day", "[home]") {
    Lobby lobby("2026-11-24T10:00");
    make_sunday(lobby.town);
    const auto& home = *lobby.open().home;
    CHECK(home.today.empty());
    CHECK_FALSE(home.today_is_tomorrow);
    CHECK(home.features.empty());
}

TEST_CASE("Unknown seats are said to be unknown", "[home]") {
    Lobby lobby("2026-11-22T14:20");
    make_sunday(lobby.town);
    lobby.publish();
    std::filesystem::remove(lobby.folder.seats("1"));
    const auto& home = *lobby.start().home;
    CHECK(home.walk_in.empty());
    CHECK(keys(home.today) == Keys{"story", "talk", "orchestra", "opera"});
    CHECK(home.today[0].seats.kind == model::SeatsShown::Kind::unknown);
    CHECK(home.today[0].seats.capacity == 24);
}

TEST_CASE("The cards put forward are the call and then the week's main event", "[home]") {
    Lobby lobby("2026-11-22T14:20");
    auto& town = lobby.town;
    domain::Listing& festival = town.listing("festival");
    festival.feature = domain::Feature::both;
    festival.feature_badge = {"{date}", "{date}"};
    festival.feature_line = {"{weekday} · 15 个社团同台", "{weekday} · 15 clubs"};
    town.occasion("2026-11-28T13:30", "2026-11-28T17:00");
    domain::Listing& gala = town.listing("gala");
    gala.feature = domain::Feature::home;
    gala.deadline = test::at("2026-12-20T23:59");
    gala.feature_badge = {"节目征集", "Call"};
    gala.feature_line = {"还有 {days} 天截止", "{days} days left"};
    town.listing("later").feature = domain::Feature::home;
    town.occasion("2026-12-12T13:30", "2026-12-12T17:00");
    town.listing("opera").feature = domain::Feature::attract;
    town.occasion("2026-11-22T19:00", "2026-11-22T21:00");

    const auto features = lobby.open().home->features;
    REQUIRE(features.size() == 2);
    CHECK(features[0].title.en == "The gala");
    CHECK(features[0].badge.zh == "节目征集");
    CHECK(features[0].line.zh == "还有 28 天截止");
    CHECK(features[0].days_left == 28);
    CHECK_FALSE(features[0].occasion);
    CHECK(features[1].title.en == "The festival");
    CHECK(features[1].badge.zh == "11月28日");
    CHECK(features[1].line.en == "Sat · 15 clubs");
    CHECK(features[1].occasion);
    CHECK_FALSE(features[1].days_left.has_value());
}

TEST_CASE("A call goes when its deadline has passed, an event when it is over", "[home]") {
    Lobby lobby("2026-12-20T14:20");
    domain::Listing& gala = lobby.town.listing("gala");
    gala.feature = domain::Feature::home;
    gala.deadline = test::at("2026-12-20T23:59");
    gala.feature_line = {"还有 {days} 天", "{days} days left"};
    lobby.town.listing("one").feature = domain::Feature::home;
    lobby.town.occasion("2026-12-20T10:00", "2026-12-20T15:00");
    lobby.town.listing("two").feature = domain::Feature::home;
    lobby.town.occasion("2026-12-21T10:00", "2026-12-21T15:00");

    const auto titles = [](const model::HomePage& home) {
        Keys found;
        for (const auto& feature : home.features) found.push_back(feature.title.en.substr(4));
        return found;
    };
    CHECK(titles(*lobby.open().home) == Keys{"gala", "one"});
    CHECK(lobby.view->home->features[0].days_left == 0);
    CHECK(titles(*lobby.go_to("2026-12-20T15:00").home) == Keys{"gala", "two"});
    CHECK(titles(*lobby.go_to("2026-12-21T00:00").home) == Keys{"two"});
    CHECK(titles(*lobby.go_to("2026-12-22T00:00").home).empty());
}

TEST_CASE("An exhibition of weeks can be walked into while the doors are open", "[home]") {
    Lobby lobby("2026-11-22T08:59");
    lobby.town.event("exhibition", "2026-11-01T09:00", "2026-12-01T17:00");
    lobby.town.programme.listings.back().listing.join = domain::Join::walk_in;
    CHECK(lobby.open().home->walk_in.empty());
    CHECK(keys(lobby.go_to("2026-11-22T09:00").home->walk_in) == Keys{"exhibition"});
    CHECK(lobby.go_to("2026-11-22T21:00").home->walk_in.empty());
}
