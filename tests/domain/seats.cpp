// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/seats.h"

#include "base/local_text.h"
#include "catch.h"
#include "domain/listing.h"

using namespace wenlan;
using domain::Channel;
using domain::free_seats;
using domain::SeatBook;

TEST_CASE("What is confirmed, promised to kiosks or held is not free", "[seats]") {
    const SeatBook book{80, 30, 10, 5, 0};
    for (const Channel channel : {Channel::screen, Channel::desk, Channel::phone}) {
        CHECK(free_seats(book, channel) == 35);
    }
}

TEST_CASE("Phones may not take the places kept for those who walk in", "[seats]") {
    const SeatBook book{80, 60, 0, 0, 15};
    CHECK(free_seats(book, Channel::screen) == 20);
    CHECK(free_seats(book, Channel::desk) == 20);
    CHECK(free_seats(book, Channel::phone) == 5);
    const SeatBook nearly_full{80, 70, 0, 0, 15};
    CHECK(free_seats(nearly_full, Channel::phone) == 0);
    CHECK(free_seats(nearly_full, Channel::desk) == 10);
}

TEST_CASE("There are never less than no seats", "[seats]") {
    CHECK(free_seats({10, 12, 0, 0, 0}, Channel::desk) == 0);
    CHECK(free_seats({0, 0, 0, 0, 0}, Channel::screen) == 0);
}

TEST_CASE("Whatever the books say, taking what is free never oversells", "[seats]") {
    for (int confirmed = 0; confirmed <= 12; ++confirmed) {
        for (int rights = 0; rights <= 4; ++rights) {
            for (int held = 0; held <= 4; ++held) {
                for (int reserve = 0; reserve <= 4; ++reserve) {
                    const SeatBook book{10, confirmed, rights, held, reserve};
                    const int taken = confirmed + rights + held;
                    const int screen = free_seats(book, Channel::screen);
                    const int phone = free_seats(book, Channel::phone);
                    REQUIRE(taken + screen <= std::max(10, taken));
                    REQUIRE(phone <= screen);
                    REQUIRE((phone == 0 || taken + phone + reserve <= 10));
                }
            }
        }
    }
}

TEST_CASE("A text that lacks one language is shown in the other", "[text]") {
    using base::Language;
    CHECK(base::LocalText{"讲座", "Talk"}.in(Language::en) == "Talk");
    CHECK(base::LocalText{"讲座", ""}.in(Language::en) == "讲座");
    CHECK(base::LocalText{"", "Talk"}.in(Language::zh) == "Talk");
    CHECK(base::LocalText{"", ""}.empty());
}
