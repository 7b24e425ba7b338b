// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;
using test::Lobby;

namespace {

void make_programme(test::Town& town) {
    domain::Listing& opera = town.listing("opera", "opera", domain::Section::events);
    opera.tags.push_back(town.tag("seniors"));
    opera.organiser = {"越剧团", "troupe"};
    opera.audience = {"不限年龄", "all ages"};
    opera.seating = {"不对号", "unnumbered"};
    town.occasion("2026-11-22T19:00", "2026-11-22T21:10", 320, 283);
    town.occasion("2026-11-25T19:00", "2026-11-25T21:10", 320, 12);
    town.listing("hairpin", "opera", domain::Section::events);
    town.occasion("2026-11-20T19:00", "2026-11-20T21:00", 200, 12);
    town.occasion("2026-11-27T19:00", "2026-11-27T21:00", 200, 126);
    town.listing("gala", "seniors", domain::Section::events).deadline =
        test::at("2026-12-20T23:59");
    town.programme.listings.back().listing.kind = domain::Kind::call;
    town.event("dance", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
}

const model::EventDetail& show(Lobby& lobby, const char* key, const char* start) {
    return *lobby.send(model::ShowEvent{lobby.occasion(key, start), {}}).detail;
}

}  // namespace

TEST_CASE("An event's page says what, when, where, for whom", "[detail]") {
    Lobby lobby;
    make_programme(lobby.town);
    lobby.open();
    const auto& detail = show(lobby, "opera", "2026-11-22T19:00");
    CHECK(lobby.view->outcome == model::Outcome::done);
    CHECK(detail.card.title.en == "The opera");
    CHECK(detail.card.seats.free == 37);
    CHECK(detail.card.start.hour == 19);
    CHECK(detail.card.end.minute == 10);
    CHECK(detail.body.zh == "来坐一坐。");
    CHECK(detail.organiser.zh == "越剧团");
    CHECK(detail.audience.zh == "不限年龄");
    CHECK(detail.seating.zh == "不对号");
    CHECK(detail.directions.zh == "上楼梯左手边");
    REQUIRE(detail.tags.size() == 2);
    CHECK(detail.tags[0].key == "opera");
    CHECK(detail.url == "https://wenlan.example/c/opera/202611221900");
    CHECK_FALSE(detail.deadline.has_value());
}

TEST_CASE("What is related is the next of the same type, rather of another listing", "[detail]") {
    Lobby lobby;
    make_programme(lobby.town);
    lobby.open();
    const auto& opera = show(lobby, "opera", "2026-11-22T19:00");
    REQUIRE(opera.related.has_value());
    CHECK(opera.related->title.en == "The hairpin");
    CHECK(opera.related->start.date == base::CivilDate{2026, 11, 27});
    CHECK_FALSE(show(lobby, "dance", "2026-11-22T14:00").related.has_value());

    // With no other left, the same listing's next.
    lobby.go_to("2026-11-22T20:00");
    lobby.town.programme.occasions[3].occasion.state = domain::OccasionState::cancelled;
    lobby.publish();
    lobby.pass(std::chrono::seconds{2});
    const auto& alone = show(lobby, "opera", "2026-11-22T19:00");
    REQUIRE(alone.related.has_value());
    CHECK(alone.related->title.en == "The opera");
    CHECK(alone.related->start.date == base::CivilDate{2026, 11, 25});
}

TEST_CASE("A call has a deadline and no occasion", "[detail]") {
    Lobby lobby;
    make_programme(lobby.town);
    lobby.open();
    const auto& detail = *lobby.send(model::ShowEvent{{}, lobby.listing("gala")}).detail;
    CHECK_FALSE(detail.card.occasion);
    CHECK(detail.card.kind == domain::Kind::call);
    REQUIRE(detail.deadline.has_value());
    CHECK(detail.deadline->date == base::CivilDate{2026, 12, 20});
    CHECK(detail.days_left == 28);
    CHECK(detail.url == "https://wenlan.example/c/gala");
    CHECK_FALSE(lobby.go_to("2026-12-21T08:00").detail->days_left.has_value());
}

TEST_CASE("A listing with occasions opens at its next one", "[detail]") {
    Lobby lobby;
    make_programme(lobby.town);
    lobby.open();
    const auto& detail = *lobby.send(model::ShowEvent{{}, lobby.listing("hairpin")}).detail;
    CHECK(detail.card.start.date == base::CivilDate{2026, 11, 27});
}

TEST_CASE("What is not there is not opened, and what was open stays", "[detail]") {
    Lobby lobby;
    make_programme(lobby.town);
    lobby.open();
    CHECK(lobby.send(model::ShowEvent{{999}, {}}).detail == nullptr);
    CHECK(lobby.view->outcome == model::Outcome::not_found);
    show(lobby, "dance", "2026-11-22T14:00");
    CHECK(lobby.send(model::ShowEvent{{}, {999}}).outcome == model::Outcome::not_found);
    REQUIRE(lobby.view->detail != nullptr);
    CHECK(lobby.view->detail->card.title.en == "The dance");
    CHECK(lobby.send(model::ShowEvent{{}, {}}).outcome == model::Outcome::not_found);
}

TEST_CASE("An open page follows the clock", "[detail]") {
    Lobby lobby("2026-11-22T13:00");
    make_programme(lobby.town);
    lobby.open();
    show(lobby, "dance", "2026-11-22T14:00");
    const auto moment = [&lobby](const char* time) {
        return lobby.go_to(time).detail->card.moment;
    };
    CHECK(moment("2026-11-22T13:29") == model::Moment::upcoming);
    CHECK(moment("2026-11-22T13:30") == model::Moment::soon);
    CHECK(moment("2026-11-22T14:00") == model::Moment::on_now);
    CHECK(moment("2026-11-22T15:30") == model::Moment::ended);
}

TEST_CASE("A key from a foreign calendar makes a sound address", "[detail]") {
    Lobby lobby;
    lobby.town.event("a/b?c#d@example.org 戏", "2026-11-22T14:00", "2026-11-22T15:30");
    lobby.open();
    const auto& detail = show(lobby, "a/b?c#d@example.org 戏", "2026-11-22T14:00");
    CHECK(detail.url ==
          "https://wenlan.example/c/a%2Fb%3Fc%23d%40example.org%20%E6%88%8F/202611221400");
}

TEST_CASE("Without a public address there is no code to scan", "[detail]") {
    Lobby lobby;
    make_programme(lobby.town);
    lobby.town.programme.centre.public_url.clear();
    lobby.open();
    CHECK(show(lobby, "dance", "2026-11-22T14:00").url.empty());
}
