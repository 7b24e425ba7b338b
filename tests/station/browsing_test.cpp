// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;
using test::keys;
using test::Keys;
using test::Lobby;

namespace {

domain::Listing& listing(test::Town& town, const std::string& key, domain::Kind kind,
                         domain::Section section) {
    domain::Listing& made = town.listing(key, "club", section);
    made.kind = kind;
    return made;
}

domain::Listing& reading(test::Town& town, const std::string& key) {
    return listing(town, key, domain::Kind::reading, domain::Section::reading);
}

domain::Listing& calling(test::Town& town, const std::string& key) {
    return listing(town, key, domain::Kind::volunteering, domain::Section::volunteering);
}

domain::Listing& neighbourly(test::Town& town, const std::string& key, domain::Kind kind) {
    return listing(town, key, kind, domain::Section::neighbourhood);
}

domain::Question choice(const std::string& prompt) {
    domain::Question question;
    question.kind = domain::QuestionKind::choice;
    question.prompt = {prompt, prompt};
    question.options = {{"是", "yes"}, {"否", "no"}};
    return question;
}

}  // namespace

TEST_CASE("The reading page shows the next three of this week and counts them all", "[reading]") {
    Lobby lobby;
    for (const auto* day : {"22", "23", "25", "29", "30"}) {
        const std::string date = std::string("2026-11-") + day;
        reading(lobby.town, std::string("on-") + day);
        lobby.town.occasion(date + "T19:00", date + "T20:00");
    }
    lobby.town.event("talk", "2026-11-22T15:00", "2026-11-22T16:00");
    lobby.open();
    const auto page = lobby.send(model::ShowReading{}).reading;
    CHECK(keys(page->cards) == Keys{"on-22", "on-23", "on-25"});
    // On a Sunday the next Sunday is of this week; the Monday after it is not.
    CHECK(page->count == 4);
    CHECK_FALSE(page->cards_are_later);
    CHECK(lobby.send(model::ShowList{model::ListName::reading}).list->count == 4);
    // What is over goes.
    CHECK(keys(lobby.go_to("2026-11-22T20:00").reading->cards) == Keys{"on-23", "on-25", "on-29"});
}

TEST_CASE("With nothing left this week the reading page says that what it shows is later",
          "[reading]") {
    Lobby lobby;
    reading(lobby.town, "later");
    lobby.town.occasion("2026-12-09T19:00", "2026-12-09T20:00");
    lobby.open();
    const auto page = lobby.send(model::ShowReading{}).reading;
    CHECK(page->cards_are_later);
    CHECK(page->count == 0);
    CHECK(keys(page->cards) == Keys{"later"});
    CHECK(lobby.go_to("2026-12-10T09:00").reading->cards.empty());
    CHECK_FALSE(lobby.view->reading->cards_are_later);
}

TEST_CASE("A challenge counts its days, and gives way to the next when it is over", "[reading]") {
    Lobby lobby;
    auto& november =
        listing(lobby.town, "november", domain::Kind::challenge, domain::Section::reading);
    november.challenge = domain::Challenge{{2026, 11, 1}, {2026, 11, 30}, 216};
    auto& winter = listing(lobby.town, "winter", domain::Kind::challenge, domain::Section::reading);
    winter.challenge = domain::Challenge{{2026, 12, 5}, {2026, 12, 6}, 0};
    lobby.open();
    lobby.send(model::ShowReading{});
    const auto facts = [&lobby](const char* time) { return lobby.go_to(time).reading->challenge; };
    REQUIRE(facts("2026-11-22T14:20").has_value());
    CHECK(facts("2026-11-22T14:20")->facts.day == 22);
    CHECK(facts("2026-11-22T14:20")->facts.days == 30);
    CHECK(facts("2026-11-22T14:20")->facts.challenge.readers == 216);
    CHECK(facts("2026-11-30T23:59")->facts.day == 30);
    CHECK(facts("2026-12-01T00:00")->card.title.en == "The winter");
    CHECK(facts("2026-12-01T00:00")->facts.day == 0);
    CHECK(facts("2026-12-06T12:00")->facts.day == 2);
    CHECK_FALSE(facts("2026-12-07T00:00").has_value());
    // Its own page still knows it.
    lobby.send(model::ShowEvent{{}, lobby.listing("november")});
    REQUIRE(lobby.view->detail->challenge.has_value());
    CHECK(lobby.view->detail->challenge->day == 31);
}

TEST_CASE("The swap shelf and the wall of notes are what lists something", "[reading]") {
    Lobby lobby;
    listing(lobby.town, "empty", domain::Kind::service, domain::Section::reading);
    auto& shelf = listing(lobby.town, "shelf", domain::Kind::service, domain::Section::reading);
    shelf.items = {{{"《边城》", "Border Town"}, {}, {"沈从文", "Shen Congwen"}, 0}};
    auto& wall = listing(lobby.town, "wall", domain::Kind::call, domain::Section::reading);
    wall.items = {{{"《边城》", "Border Town"}, {"好。", "Good."}, {"王阿姨", "Auntie Wang"}, 0}};
    lobby.open();
    const auto page = lobby.send(model::ShowReading{}).reading;
    REQUIRE((page->swap_shelf && page->notes));
    CHECK(page->swap_shelf->title.en == "The shelf");
    CHECK(page->notes->title.en == "The wall");
    const auto& detail = *lobby.send(model::ShowEvent{{}, page->notes->listing}).detail;
    REQUIRE(detail.items.size() == 1);
    CHECK(detail.items[0].by.zh == "王阿姨");
}

TEST_CASE("An urgent call is within twelve hours and short of hands", "[volunteering]") {
    Lobby lobby("2026-11-22T07:00");
    calling(lobby.town, "full");
    lobby.town.occasion("2026-11-22T18:00", "2026-11-22T19:00", 9, 9);
    calling(lobby.town, "patrol");
    lobby.town.occasion("2026-11-22T20:00", "2026-11-22T21:30", 9, 7);
    calling(lobby.town, "visit");
    lobby.town.occasion("2026-11-24T09:00", "2026-11-24T11:00", 8, 5);
    lobby.town.programme.centre.volunteer_year = {12480, 386, 21};
    lobby.open();
    CHECK_FALSE(lobby.send(model::ShowVolunteering{}).volunteering->urgent.has_value());
    CHECK(keys(lobby.view->volunteering->cards) == Keys{"full", "patrol", "visit"});
    const auto page = lobby.go_to("2026-11-22T14:20").volunteering;
    REQUIRE(page->urgent.has_value());
    CHECK(page->urgent->title.en == "The patrol");
    CHECK(page->urgent->seats.free == 2);
    // One place says it.
    CHECK(keys(page->cards) == Keys{"full", "visit"});
    CHECK(page->count == 3);
    CHECK(page->year.hours == 12480);
    // Once it has begun it is no longer called for.
    CHECK_FALSE(lobby.go_to("2026-11-22T20:00").volunteering->urgent.has_value());
    CHECK_FALSE(lobby.view->volunteering->cards_are_later);
}

TEST_CASE("Notices come newest first and go when their time is over", "[neighbourhood]") {
    Lobby lobby;
    for (int day = 18; day <= 22; ++day) {
        auto& notice = neighbourly(lobby.town, "of-" + std::to_string(day), domain::Kind::notice);
        notice.shown_from = test::at("2026-11-" + std::to_string(day) + "T00:00");
        if (day == 21) notice.shown_until = test::at("2026-11-22T18:00");
    }
    neighbourly(lobby.town, "tomorrow", domain::Kind::notice).shown_from =
        test::at("2026-11-23T00:00");
    lobby.open();
    const auto page = lobby.send(model::ShowNeighbourhood{}).neighbourhood;
    CHECK(keys(page->notices) == Keys{"of-22", "of-21", "of-20"});
    CHECK(page->notice_count == 5);
    CHECK(lobby.go_to("2026-11-22T18:00").neighbourhood->notice_count == 4);
    CHECK(keys(lobby.go_to("2026-11-23T00:00").neighbourhood->notices) ==
          Keys{"tomorrow", "of-22", "of-20"});
    CHECK(keys(lobby.send(model::ShowList{model::ListName::notices, 2}).list->cards) ==
          Keys{"of-20", "of-19", "of-18"});
    lobby.send(model::ShowEvent{{}, lobby.listing("of-20")});
    CHECK(lobby.view->detail->posted == base::CivilDate{2026, 11, 20});
}

TEST_CASE("A service says what it needs and when it is booked; its bookings are no events",
          "[neighbourhood]") {
    Lobby lobby;
    neighbourly(lobby.town, "opera", domain::Kind::service).needs = {"一个台", "a stage"};
    lobby.town.occasion("2026-11-27T18:30", "2026-11-27T20:30");
    lobby.town.occasion("2026-12-04T18:30", "2026-12-04T20:30");
    lobby.town.occasion("2026-12-05T09:00", "2026-12-05T10:00").occasion.state =
        domain::OccasionState::cancelled;
    neighbourly(lobby.town, "tea", domain::Kind::service);
    lobby.open();
    const auto page = lobby.send(model::ShowNeighbourhood{}).neighbourhood;
    CHECK(keys(page->services) == Keys{"opera", "tea"});
    CHECK(page->service_count == 2);
    CHECK(lobby.view->events->cards.empty());
    CHECK(lobby.view->events->week_count == 0);
    const auto& detail = *lobby.send(model::ShowEvent{{}, page->services[0].listing}).detail;
    CHECK(detail.needs.zh == "一个台");
    CHECK_FALSE(detail.card.occasion);
    CHECK(detail.taken_days == std::vector<base::CivilDate>{{2026, 11, 27}, {2026, 12, 4}});
}

TEST_CASE("A survey asks while it is on; then the last result is shown", "[neighbourhood]") {
    Lobby lobby;
    auto& before = neighbourly(lobby.town, "before", domain::Kind::survey);
    before.shown_until = test::at("2026-11-01T00:00");
    before.answered = 402;
    before.items = {{{"北门", "North gate"}, {}, {}, 61}};
    auto& now = neighbourly(lobby.town, "now", domain::Kind::survey);
    now.shown_until = test::at("2026-11-25T00:00");
    now.answered = 318;
    now.form.questions = {choice("添哪样？"), choice("谁管钥匙？")};
    lobby.open();
    const auto page = lobby.send(model::ShowNeighbourhood{}).neighbourhood;
    REQUIRE(page->survey.has_value());
    CHECK(page->survey->card.title.en == "The now");
    CHECK(page->survey->form.questions.size() == 2);
    CHECK(page->survey->answered == 318);
    CHECK(page->survey->result.empty());
    const auto after = lobby.go_to("2026-11-25T00:00").neighbourhood;
    REQUIRE(after->survey.has_value());
    CHECK(after->survey->form.empty());
    REQUIRE(after->survey->result.size() == 1);
    CHECK(after->survey->result[0].percent == 61);
    CHECK(after->survey->answered == 402);
}

TEST_CASE("The social worker is there in her hours, else it is said when she is back",
          "[neighbourhood]") {
    Lobby lobby("2026-11-22T08:59");
    domain::Duty& duty = lobby.town.programme.centre.duty;
    duty.name = {"小林", "Xiao Lin"};
    duty.place = {"一楼", "1F"};
    for (auto& hours : duty.hours) hours = {9 * 60, 17 * 60};
    duty.hours[0] = {0, 0};
    lobby.town.programme.centre.closure_days = {{2026, 11, 24}};
    lobby.town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00");
    lobby.open();
    lobby.send(model::ShowNeighbourhood{});
    const auto at = [&lobby](const char* time) { return *lobby.go_to(time).neighbourhood->duty; };
    CHECK_FALSE(at("2026-11-22T08:59").on_duty);
    CHECK(at("2026-11-22T08:59").back_days_ahead == 0);
    CHECK(at("2026-11-22T09:00").on_duty);
    CHECK(at("2026-11-22T16:59").on_duty);
    CHECK_FALSE(at("2026-11-22T17:00").on_duty);
    // Not on Mondays, and on Tuesday the house is closed.
    CHECK(at("2026-11-22T17:00").back_days_ahead == 3);
    CHECK(at("2026-11-22T17:00").back_minute == 9 * 60);
}

TEST_CASE("A month is whole weeks, with what takes place on each day, past ones too",
          "[calendar]") {
    Lobby lobby;
    lobby.town.event("past", "2026-11-03T14:00", "2026-11-03T16:00");
    lobby.town.event("exhibition", "2026-11-27T09:00", "2026-11-29T17:00");
    for (int hour = 9; hour < 19; ++hour) {
        const std::string start = "2026-11-28T" + std::string(hour < 10 ? "0" : "");
        lobby.town.event("at-" + std::to_string(hour), start + std::to_string(hour) + ":00",
                         "2026-11-28T20:00");
    }
    lobby.town.programme.occasions[2].occasion.state = domain::OccasionState::cancelled;
    lobby.open();
    const auto page = lobby.send(model::ShowMonth{2026, 11, {2026, 11, 28}}).calendar;
    REQUIRE(page->days.size() == 42);
    CHECK(page->days.front().date == base::CivilDate{2026, 10, 26});
    CHECK(page->days.back().date == base::CivilDate{2026, 12, 6});
    CHECK(page->days[8].count == 1);
    CHECK(page->days[8].dots == std::vector{domain::Section::clubs});
    for (const std::size_t day : {32U, 34U}) CHECK(page->days[day].count == 1);
    CHECK(page->days[27].solar_term == base::SolarTerm::minor_snow);
    CHECK(page->chosen_count == 10);
    REQUIRE(page->cards.size() == 8);
    // Those left first; the cancelled one has no room any more.
    for (const auto& card : page->cards) {
        CHECK(card.state == domain::OccasionState::scheduled);
    }
    CHECK((page->has_before && page->has_after));
    CHECK(lobby.send(model::ShowMonth{2026, 10, {2026, 10, 5}}).calendar->days.size() == 35);
    CHECK_FALSE(lobby.view->calendar->has_before);
    // February 2027 begins on a Monday and has four weeks; the page has five.
    CHECK(lobby.send(model::ShowMonth{2027, 2, {2027, 2, 17}}).calendar->days.size() == 35);
    CHECK_FALSE(lobby.view->calendar->has_after);
    CHECK(lobby.view->calendar->days[5].festival == base::Festival::spring_festival);
}

TEST_CASE("Months that cannot be turned to are refused, and what was open stays", "[calendar]") {
    Lobby lobby;
    lobby.town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00");
    lobby.open();
    lobby.send(model::ShowMonth{2026, 12, {2026, 12, 24}});
    const model::ShowMonth refused = GENERATE(
        model::ShowMonth{2026, 9, {2026, 9, 30}}, model::ShowMonth{2027, 3, {2027, 3, 1}},
        model::ShowMonth{2026, 11, {2026, 12, 7}}, model::ShowMonth{2026, 11, {2026, 10, 25}},
        model::ShowMonth{2026, 0, {2026, 11, 22}}, model::ShowMonth{2026, 13, {2026, 11, 22}},
        model::ShowMonth{2026, 11, {2026, 11, 31}}, model::ShowMonth{2147483647, 11, {}});
    CHECK(lobby.send(refused).outcome == model::Outcome::not_found);
    REQUIRE(lobby.view->calendar != nullptr);
    CHECK(lobby.view->calendar->chosen == base::CivilDate{2026, 12, 24});
}

TEST_CASE("The house shows its rooms storey by storey and what is on in them", "[centre]") {
    Lobby lobby;
    auto& venues = lobby.town.programme.venues;
    venues[0].storey = 2;
    venues[1].storey = 1;
    venues[1].floor = {"一楼", "1F"};
    lobby.town.add_venue("bridge", "桥头");
    lobby.town.programme.centre.address = {"桥东", "East of the bridge"};
    for (int day = 1; day <= 9; ++day) {
        lobby.town.programme.centre.closure_days.push_back({2026, day < 3 ? 11 : 12, day});
    }
    lobby.town.event("over", "2026-11-22T09:00", "2026-11-22T10:00");
    lobby.town.event("now", "2026-11-22T14:00", "2026-11-22T16:00");
    lobby.town.event("next", "2026-11-22T19:00", "2026-11-22T21:00").occasion.venue = venues[1].id;
    lobby.open();
    const auto page = lobby.send(model::ShowCentre{}).centre;
    CHECK(page->open_now);
    CHECK(page->centre.address.zh == "桥东");
    REQUIRE(page->closures.size() == 6);
    CHECK(page->closures[0] == base::CivilDate{2026, 12, 3});
    REQUIRE(page->storeys.size() == 2);
    CHECK(page->storeys[0].name.zh == "一楼");
    REQUIRE(page->storeys[0].rooms.size() == 1);
    REQUIRE(page->storeys[0].rooms[0].now.has_value());
    CHECK(page->storeys[0].rooms[0].now->title.en == "The next");
    REQUIRE(page->storeys[1].rooms[0].now.has_value());
    CHECK(page->storeys[1].rooms[0].now->title.en == "The now");
    CHECK_FALSE(page->asked_for);
    CHECK_FALSE(lobby.go_to("2026-11-22T21:00").centre->open_now);
}

TEST_CASE("A room is asked for by its event, and only the house's own are shown", "[centre]") {
    Lobby lobby;
    lobby.town.programme.venues[0].storey = 2;
    lobby.town.event("ink", "2026-11-22T15:00", "2026-11-22T16:00");
    lobby.town.event("opera", "2026-11-22T19:00", "2026-11-22T21:00").occasion.venue =
        lobby.town.programme.venues[1].id;
    lobby.open();
    lobby.send(model::ShowEvent{lobby.occasion("ink", "2026-11-22T15:00"), {}});
    const domain::VenueId room = lobby.view->detail->venue;
    REQUIRE(room);
    CHECK(lobby.send(model::ShowCentre{room}).centre->asked_for == room);
    lobby.send(model::ShowEvent{lobby.occasion("opera", "2026-11-22T19:00"), {}});
    CHECK_FALSE(lobby.view->detail->venue);
    CHECK(lobby.send(model::ShowCentre{{999}}).outcome == model::Outcome::not_found);
    CHECK(lobby.view->centre->asked_for == room);
}
