// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/published_seats.h"

#include <string>

#include "catch.h"

using namespace wenlan;
using store::PublishedSeats;

namespace {

// Every third occasion is known, with a number of its own.
store::SeatCounts counts(std::int64_t occasions) {
    store::SeatCounts counts;
    for (std::int64_t id = 1; id <= occasions; id += 3) {
        counts.taken[{id}] = static_cast<int>(id * 7 % 400);
    }
    return counts;
}

}  // namespace

TEST_CASE("Seats are told from a small file and from a large one alike", "[seats]") {
    const auto occasions = GENERATE(as<std::int64_t>{}, 1, 9, 100, 30'000);
    const store::SeatCounts known = counts(occasions);
    const auto seats = PublishedSeats::of_file(to_json(known)).value();
    REQUIRE(seats.check().ok());
    for (std::int64_t id = -1; id <= occasions + 12; ++id) {
        CAPTURE(id);
        REQUIRE(seats.of({id}) == known.of({id}));
    }
}

TEST_CASE("A small file that is damaged is refused at once", "[seats]") {
    const auto* const text = GENERATE("", "{", "[]", R"({"taken":{"1":-1}})");
    CHECK_FALSE(PublishedSeats::of_file(text).ok());
}

TEST_CASE("A large file that is damaged anywhere is found, and never stops the reader", "[seats]") {
    const std::string whole = to_json(counts(30'000));
    int found = 0;
    int tries = 0;
    for (std::size_t at = 10; at + 3 < whole.size(); at += whole.size() / 97) {
        for (const char wrong : {'"', ',', 'x', '-', '}'}) {
            std::string damaged = whole;
            if (damaged[at] == wrong) continue;
            damaged[at] = wrong;
            ++tries;
            const auto seats = PublishedSeats::of_file(damaged);
            if (!seats) {
                ++found;
                continue;
            }
            found += seats.value().check().ok() ? 0 : 1;
            for (std::int64_t id = 1; id < 30'000; id += 997) {
                static_cast<void>(seats.value().of({id}));
            }
        }
    }
    CHECK(found == tries);
    CHECK_FALSE(PublishedSeats::of_file(whole.substr(0, whole.size() / 2)).ok());
}

TEST_CASE("A large file in another order is no file of seats", "[seats]") {
    std::string json = to_json(counts(30'000));
    json.insert(json.size() - 3, R"(,"1000":5)");
    const auto seats = PublishedSeats::of_file(json);
    REQUIRE(seats.ok());
    CHECK_FALSE(seats.value().check().ok());
}
