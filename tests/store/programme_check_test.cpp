// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/programme_check.h"

#include <limits>
#include <string>
#include <utility>

#include "catch.h"
#include "store/town.h"

using namespace wenlan;
using test::Town;

namespace {

Town good_town() {
    Town town;
    town.event("dance", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
    town.event("opera", "2026-11-22T19:00", "2026-11-22T21:10", 320, 283);
    return town;
}

std::string complaint(const Town& town) {
    const auto checked = store::check(town.programme);
    if (checked) return "";
    CHECK(checked.error().code == "programme.invalid");
    return checked.error().message;
}

}  // namespace

TEST_CASE("A programme that fits together passes", "[programme]") {
    CHECK(complaint(good_town()).empty());
    CHECK(complaint(Town()).empty());
}

TEST_CASE("Keys and ids are there and unique", "[programme]") {
    Town town = good_town();
    SECTION("listing without key") { town.programme.listings[0].listing.key.clear(); }
    SECTION("listing twice") { town.programme.listings[1].listing.key = "dance"; }
    SECTION("listing without id") { town.programme.listings[1].listing.id = {}; }
    SECTION("two listings with one id") { town.programme.listings[1].listing.id = {1}; }
    SECTION("venue twice") { town.programme.venues[1].key = town.programme.venues[0].key; }
    SECTION("venue without id") { town.programme.venues[1].id = {}; }
    SECTION("tag twice") { town.programme.tags[1].key = town.programme.tags[0].key; }
    SECTION("key that is not UTF-8") { town.programme.listings[0].listing.key = "\xFF"; }
    CHECK_FALSE(complaint(town).empty());
}

TEST_CASE(
    "Occasions belong to a listing and a venue, end after they begin, and seat no more than fit",
    "[programme]") {
    Town town = good_town();
    domain::Occasion& occasion = town.programme.occasions[0].occasion;
    SECTION("unknown listing") { occasion.listing = {99}; }
    SECTION("unknown venue") { occasion.venue = {99}; }
    SECTION("no time at all") { occasion.end = occasion.start; }
    SECTION("backwards") { std::swap(occasion.start, occasion.end); }
    SECTION("capacity below zero") { occasion.capacity = -1; }
    SECTION("too many seats") { occasion.capacity = 1'000'001; }
    SECTION("before 1970") { occasion.start = test::at("1969-01-01T00:00"); }
    SECTION("at the end of time") { occasion.end = base::Instant::max(); }
    SECTION("signing up before 1970") { occasion.signup_opens = test::at("1969-01-01T00:00"); }
    SECTION("walk-in places below zero") { occasion.walk_in_places = -1; }
    SECTION("more taken than there are") { town.programme.occasions[0].taken = 31; }
    SECTION("fewer than none taken") { town.programme.occasions[0].taken = -1; }
    SECTION("twice at one time") {
        town.programme.occasions[1].occasion.listing = occasion.listing;
        town.programme.occasions[1].occasion.start = occasion.start;
    }
    CHECK_FALSE(complaint(town).empty());
}

TEST_CASE("The centre has a known zone and sensible hours", "[programme]") {
    Town town = good_town();
    domain::Centre& centre = town.programme.centre;
    SECTION("zone") { centre.zone = "Asia/Chumen"; }
    SECTION("hours") { centre.hours[3] = {21 * 60, 9 * 60}; }
    SECTION("closure day") { centre.closure_days = {{2026, 2, 30}}; }
    CHECK_FALSE(complaint(town).empty());
}

TEST_CASE("A listing has a title and its poster a focus inside the picture", "[programme]") {
    Town town = good_town();
    domain::Listing& listing = town.programme.listings[0].listing;
    SECTION("title") { listing.title = {}; }
    SECTION("deadline") { listing.deadline = base::Instant::max(); }
    SECTION("focus") { listing.poster.focus_x = 1.5F; }
    SECTION("no focus at all") { listing.poster.focus_y = std::numeric_limits<float>::quiet_NaN(); }
    CHECK_FALSE(complaint(town).empty());
}

TEST_CASE("Parts of a listing that make no sense are refused", "[programme]") {
    Town town = good_town();
    domain::Listing& listing = town.programme.listings[0].listing;
    listing.club.emplace();
    listing.challenge = domain::Challenge{{2026, 11, 1}, {2026, 11, 30}, 216};
    listing.items = {{{"边城", "Border Town"}, {}, {}, 0}};
    domain::Question question;
    question.kind = domain::QuestionKind::choice;
    question.prompt = {"哪样？", "Which?"};
    question.options = {{"是", "yes"}, {"否", "no"}};
    listing.form.questions = {question};
    REQUIRE(complaint(town).empty());
    domain::Question& asked = listing.form.questions[0];
    SECTION("members") { listing.club->members = -1; }
    SECTION("places") { listing.club->places_open = -1; }
    SECTION("founded") { listing.club->founded_year = 10'000; }
    SECTION("rest") { listing.club->rests_until = base::CivilDate{2026, 2, 30}; }
    SECTION("backwards") { listing.challenge->last_day = {2026, 10, 31}; }
    SECTION("no date") { listing.challenge->first_day = {2026, 11, 31}; }
    SECTION("readers") { listing.challenge->readers = -1; }
    SECTION("item") { listing.items[0].title = {}; }
    SECTION("share") { listing.items[0].percent = 101; }
    SECTION("answered") { listing.answered = -1; }
    SECTION("prompt") { asked.prompt = {}; }
    SECTION("nothing to choose") { asked.options.clear(); }
    SECTION("an empty answer") { asked.options[1] = {}; }
    SECTION("answers to a text") { asked.kind = domain::QuestionKind::text; }
    SECTION("more than allowed") {
        asked.least = 3;
        asked.most = 2;
    }
    SECTION("version") { listing.form.version = -1; }
    CHECK_FALSE(complaint(town).empty());
}

TEST_CASE("A house that makes no sense is refused", "[programme]") {
    Town town = good_town();
    domain::Centre& centre = town.programme.centre;
    SECTION("duty") { centre.duty.hours[2] = {600, 540}; }
    SECTION("latitude") { centre.latitude_deg = 91; }
    SECTION("longitude") { centre.longitude_deg = std::numeric_limits<double>::quiet_NaN(); }
    SECTION("hours") { centre.volunteer_year.hours = -1; }
    SECTION("storey") { town.programme.venues[0].storey = -1; }
    CHECK_FALSE(complaint(town).empty());
}
