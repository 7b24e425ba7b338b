// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seat_counts.h"

#include "catch.h"

using namespace wenlan;
using store::parse_seat_counts;

TEST_CASE("Seats taken come back as they were written", "[seats]") {
    store::SeatCounts counts;
    CHECK(parse_seat_counts(to_json(counts)).value() == counts);
    counts.taken = {{{1}, 0}, {{12}, 5}, {{1'000'000}, 320}};
    CHECK(parse_seat_counts(to_json(counts)).value() == counts);
    CHECK(counts.of({12}) == 5);
    CHECK_FALSE(counts.of({13}).has_value());
}

TEST_CASE("Whatever is not a file of seats is refused", "[seats]") {
    const auto* const text =
        GENERATE("", "{", "[]", "null", "5", "{}", R"({"taken": []})", R"({"taken": {"1": -1}})",
                 R"({"taken": {"1": 1.5}})", R"({"taken": {"1": "5"}})", R"({"taken": {"x": 5}})",
                 R"({"taken": {"-1": 5}})", R"({"taken": {"0": 5}})", R"({"taken": {"": 5}})",
                 R"({"taken": {"99999999999999999999": 5}})", R"({"taken": {"1": 99999999999}})",
                 R"({"taken": {"1": 18446744073709551615}})", R"({"taken": {"1": 5}, "more": 1})",
                 R"({"taken": {"1": 5}} x)");
    CAPTURE(text);
    const auto parsed = parse_seat_counts(text);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().code == "seats.bad-file");
}
