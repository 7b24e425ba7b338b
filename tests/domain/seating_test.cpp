// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include "catch.h"
#include "domain/arrival.h"
#include "domain/draw.h"
#include "domain/waiting_list.h"

using namespace wenlan;
using namespace wenlan::domain;
using namespace std::chrono_literals;

namespace {

const base::Instant start = base::Instant{} + 1000h;

OccasionRules evening() {
    OccasionRules rules;
    rules.start = start;
    rules.end = start + 2h;
    return rules;
}

SignUpId id_of(int number) {
    SignUpId id;
    id.bytes[0] = static_cast<std::uint8_t>(number + 1);
    return id;
}

Entrant entrant(int number, int party, std::uint8_t lot) {
    Entrant made{id_of(number), party, {}};
    made.lot[0] = lot;
    return made;
}

}  // namespace

TEST_CASE("However seats are taken and given back, the books balance", "[seats]") {
    std::mt19937 random(5);
    const auto below = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    for (int town = 0; town < 300; ++town) {
        SeatBook book;
        book.capacity = 4 + below(40);
        book.walk_in_reserve = below(book.capacity / 2);
        const int reserve = book.walk_in_reserve;
        std::vector<SeatsTaken> taken;
        for (int step = 0; step < 60; ++step) {
            if (below(3) > 0) {
                const auto channel = static_cast<Channel>(below(3));
                const int party = 1 + below(6);
                const int free = free_seats(book, channel);
                const auto seats =
                    seats_for(book, party, channel, static_cast<ReserveUse>(below(2)));
                REQUIRE(seats.has_value() == (party <= free));
                if (!seats) continue;
                REQUIRE((channel != Channel::phone || seats->from_reserve == 0 ||
                         free >= seats->from_reserve));
                book.confirmed += seats->seats;
                book.walk_in_reserve -= seats->from_reserve;
                taken.push_back(*seats);
            } else if (!taken.empty()) {
                SeatsTaken& one =
                    taken[static_cast<std::size_t>(below(static_cast<int>(taken.size())))];
                const SeatsTaken rest = shrunk(one, below(one.seats + 1));
                book.confirmed -= one.seats - rest.seats;
                book.walk_in_reserve += one.from_reserve - rest.from_reserve;
                one = rest;
            }
            const int grant = rights_to_grant(book, {1 + below(4), 0, 0});
            REQUIRE(grant >= 0);
            REQUIRE(book.outstanding_rights + grant <=
                    std::max(book.capacity / 4, book.outstanding_rights));
            if (below(5) == 0) book.outstanding_rights += grant;
            REQUIRE(in_balance(book));
            REQUIRE(book.walk_in_reserve <= reserve);
        }
    }
}

TEST_CASE("Who walks in takes the places kept for that first, all others last", "[seats]") {
    const SeatBook book{20, 5, 0, 0, 6};
    CHECK(seats_for(book, 3, Channel::screen) == SeatsTaken{3, 0});
    CHECK(seats_for(book, 11, Channel::screen) == SeatsTaken{11, 2});
    CHECK(seats_for(book, 3, Channel::screen, ReserveUse::first) == SeatsTaken{3, 3});
    CHECK(seats_for(book, 8, Channel::screen, ReserveUse::first) == SeatsTaken{8, 6});
    CHECK_FALSE(seats_for(book, 10, Channel::phone));
    CHECK_FALSE(seats_for(book, 0, Channel::screen));
    CHECK(seats_for({}, 30, Channel::phone) == SeatsTaken{30, 0});
}

TEST_CASE("A kiosk is handed few rights, and none that anyone waits for", "[rights]") {
    const SeatBook empty{80, 0, 0, 0, 0};
    CHECK(rights_to_grant(empty, {1, 0, 0}) == 6);
    CHECK(rights_to_grant(empty, {10, 0, 0}) == 2);
    CHECK(rights_to_grant(empty, {300, 0, 0}) == 1);
    CHECK(rights_to_grant(empty, {1, 4, 0}) == 2);
    CHECK(rights_to_grant(empty, {1, 0, 1}) == 0);
    CHECK(rights_to_grant({80, 0, 20, 0, 0}, {300, 0, 0}) == 0);
    CHECK(rights_to_grant({80, 78, 0, 0, 0}, {1, 0, 0}) == 0);
    CHECK(rights_to_grant({80, 60, 0, 0, 16}, {1, 0, 0}) == 2);
    CHECK(rights_to_grant({3, 0, 0, 0, 0}, {1, 0, 0}) == 0);
    CHECK(rights_to_grant({0, 0, 0, 0, 0}, {1, 0, 0}) == 0);
}

TEST_CASE("Seats go to the first party that they take whole", "[waiting]") {
    const std::vector<Waiting> list = {{id_of(1), 4, Channel::screen, 1},
                                       {id_of(2), 2, Channel::phone, 2},
                                       {id_of(3), 2, Channel::screen, 3},
                                       {id_of(4), 1, Channel::screen, 4}};
    CHECK_FALSE(first_that_fits(list, {10, 10, 0, 0, 0}));
    CHECK(first_that_fits(list, {10, 9, 0, 0, 0}) == 3U);
    CHECK(first_that_fits(list, {10, 8, 0, 0, 0}) == 1U);
    CHECK(first_that_fits(list, {10, 8, 0, 0, 2}) == 2U);  // kept from phones
    CHECK(first_that_fits(list, {10, 6, 0, 0, 0}) == 0U);
    CHECK_FALSE(first_that_fits({}, {10, 0, 0, 0, 0}));
}

TEST_CASE("Who comes is answered by the seats, the hour and who waits", "[arrival]") {
    const OccasionRules rules = evening();
    const base::Instant before = start - 24h;
    const SeatBook roomy{10, 4, 0, 0, 0};
    const SeatBook full{10, 10, 0, 0, 0};
    const Arrival three{3};
    CHECK(answer_to(rules, roomy, three, false, before).state == SignUpState::confirmed);
    CHECK(answer_to(rules, roomy, three, true, before).state == SignUpState::waitlisted);
    CHECK(answer_to(rules, full, three, false, before).state == SignUpState::waitlisted);
    const auto late = answer_to(rules, full, three, false, start - 89min);
    CHECK((late.state == SignUpState::declined && late.why == Why::full));
    CHECK(answer_to(rules, roomy, three, false, start + 1h).state == SignUpState::confirmed);
    CHECK(answer_to(rules, roomy, three, false, start + 2h).why == Why::closed);
}

TEST_CASE("Sign-up opens and closes; who stands at the door comes in all the same", "[arrival]") {
    OccasionRules rules = evening();
    rules.opens = start - 48h;
    rules.closes = start - 1h;
    const SeatBook book{10, 4, 0, 0, 3};
    CHECK(answer_to(rules, book, {1}, false, start - 49h).why == Why::not_opened);
    CHECK(answer_to(rules, book, {1}, false, start - 1h).why == Why::closed);
    Arrival at_door{2};
    at_door.walking_in = true;
    const auto in = answer_to(rules, book, at_door, true, start + 5min);
    CHECK(in.state == SignUpState::confirmed);
    CHECK(in.taken == SeatsTaken{2, 2});
    CHECK(rules.open_at(start - 2h));
    CHECK_FALSE(rules.open_at(start - 1h));
    CHECK_FALSE(rules.open_at(start - 49h));
}

TEST_CASE("A promise made with seats kept for it holds; there is no seat at what is called off",
          "[arrival]") {
    OccasionRules rules = evening();
    Arrival promised{4};
    promised.has_rights = true;
    const SeatBook full{10, 6, 4, 0, 0};
    rules.closes = start - 1h;
    CHECK(answer_to(rules, full, promised, true, start + 3h).state == SignUpState::confirmed);
    rules.state = OccasionState::cancelled;
    CHECK(answer_to(rules, full, promised, false, start - 24h).why == Why::called_off);
    CHECK(answer_to(rules, full, {1}, false, start - 24h).why == Why::called_off);
}

TEST_CASE("Seats that a sheet holds are there for whoever filled it", "[arrival]") {
    const SeatBook book{10, 6, 0, 4, 0};
    Arrival holding{4};
    CHECK(answer_to(evening(), book, holding, false, start - 24h).state == SignUpState::waitlisted);
    holding.held = 4;
    CHECK(answer_to(evening(), book, holding, true, start - 24h).state == SignUpState::confirmed);
    holding.held = 3;  // one more than were held
    CHECK(answer_to(evening(), book, holding, false, start - 24h).state == SignUpState::waitlisted);
}

TEST_CASE("Where lots are drawn everyone waits until then", "[arrival]") {
    OccasionRules rules = evening();
    rules.by_lot = true;
    CHECK(answer_to(rules, {10, 0, 0, 0, 0}, {1}, false, start - 24h).state ==
          SignUpState::waitlisted);
}

TEST_CASE("A party may come in parts, and no more than signed up", "[check-in]") {
    CHECK(present_after(5, 0, 2) == 2);
    CHECK(present_after(5, 2, 3) == 5);
    CHECK_FALSE(present_after(5, 3, 3));
    CHECK_FALSE(present_after(5, 3, 0));
    CHECK_FALSE(present_after(5, 5, 1));
}

TEST_CASE("Lots seat whole parties in their order, whatever order they were given in", "[draw]") {
    std::vector<Entrant> entrants = {entrant(1, 3, 40), entrant(2, 2, 10), entrant(3, 4, 20),
                                     entrant(4, 1, 30)};
    const Drawn drawn = draw(entrants, 4);
    CHECK(drawn.seated == std::vector<SignUpId>{id_of(2), id_of(4)});
    CHECK(drawn.waiting == std::vector<SignUpId>{id_of(3), id_of(1)});
    std::mt19937 random(1);
    for (int i = 0; i < 20; ++i) {
        std::shuffle(entrants.begin(), entrants.end(), random);
        CHECK(draw(entrants, 4) == drawn);
    }
    CHECK(draw({}, 4) == Drawn{});
    CHECK(draw(entrants, 0).seated.empty());
}
