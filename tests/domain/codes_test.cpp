// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codes.h"

#include "catch.h"

using namespace wenlan::domain;

TEST_CASE("A code is read as it is shown, with or without what stands between", "[codes]") {
    for (const CodeKind kind : {CodeKind::hub, CodeKind::kiosk, CodeKind::long_one}) {
        for (const int kiosk : {0, 1, 12, 9999}) {
            if (kind == CodeKind::hub && kiosk != 0) continue;
            if (kind == CodeKind::kiosk && kiosk == 0) continue;
            const Code code = make_code(kind, kiosk, 8'350'441);
            CAPTURE(code.shown());
            CHECK(read_code(code.shown()) == code);
            CHECK(read_code(code.plain()) == code);
            CHECK(code.shown().starts_with('H') == (kiosk != 0));
            CHECK(code.suffices() == (kind == CodeKind::long_one));
        }
    }
    CHECK(make_code(CodeKind::hub, 0, 1).shown().size() == 9);
    CHECK(make_code(CodeKind::hub, 0, 1).shown()[4] == ' ');
}

TEST_CASE("One wrong digit, or two neighbours that changed places, is always noticed", "[codes]") {
    for (const auto& [kind, kiosk] : {std::pair{CodeKind::hub, 0}, std::pair{CodeKind::kiosk, 37},
                                      std::pair{CodeKind::long_one, 0}}) {
        for (std::uint64_t number = 0; number < 200; ++number) {
            const std::string plain = make_code(kind, kiosk, number * 7919 + 13).plain();
            REQUIRE(read_code(plain).has_value());
            const std::size_t first = plain[0] == 'H' ? 1 : 0;
            for (std::size_t i = first; i < plain.size(); ++i) {
                for (char digit = '0'; digit <= '9'; ++digit) {
                    std::string wrong = plain;
                    if (wrong[i] == digit) continue;
                    wrong[i] = digit;
                    REQUIRE_FALSE(read_code(wrong).has_value());
                }
                if (i + 1 == plain.size() || plain[i] == plain[i + 1]) continue;
                std::string swapped = plain;
                std::swap(swapped[i], swapped[i + 1]);
                REQUIRE_FALSE(read_code(swapped).has_value());
            }
        }
    }
}

TEST_CASE("What is no code is none", "[codes]") {
    for (const char* typed : {"", "H", "0", "H0", "83", "hello", "8350 441x", "H H12 835044",
                              "00000000 0000 0000 0000 0000 0000 0000 0000 0000"}) {
        CAPTURE(typed);
        CHECK_FALSE(read_code(typed));
    }
}

TEST_CASE("Each number below the limit gives a code of its own", "[codes]") {
    CHECK(code_values(CodeKind::kiosk) == 100'000);
    CHECK(code_values(CodeKind::hub) == 10'000'000);
    CHECK(code_values(CodeKind::long_one) == 100'000'000'000);
    CHECK(make_code(CodeKind::kiosk, 3, 0) == make_code(CodeKind::kiosk, 3, 100'000));
    CHECK(make_code(CodeKind::kiosk, 3, 1) != make_code(CodeKind::kiosk, 3, 2));
    CHECK(make_code(CodeKind::kiosk, 3, 1) != make_code(CodeKind::kiosk, 4, 1));
}
