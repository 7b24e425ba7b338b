// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sign_up.h"

#include <set>

#include "catch.h"

using namespace wenlan::domain;
using enum SignUpState;

TEST_CASE("Every step from every state is as the table of the sign-ups says", "[sign-up]") {
    struct Allowed {
        SignUpState from;
        SignUpStep step;
        SignUpState to;
    };
    const std::vector<Allowed> allowed = {
        {requested, SignUpStep::confirm, confirmed},
        {requested, SignUpStep::waitlist, waitlisted},
        {requested, SignUpStep::decline, declined},
        {requested, SignUpStep::cancel, cancelled},
        {confirmed, SignUpStep::cancel, cancelled},
        {confirmed, SignUpStep::check_in, checked_in},
        {confirmed, SignUpStep::miss, no_show},
        {confirmed, SignUpStep::shrink, confirmed},
        {waitlisted, SignUpStep::confirm, confirmed},
        {waitlisted, SignUpStep::decline, declined},
        {waitlisted, SignUpStep::cancel, cancelled},
        {waitlisted, SignUpStep::shrink, waitlisted},
        {cancelled, SignUpStep::undo, confirmed},
        {cancelled, SignUpStep::undo_to_waiting, waitlisted},
        {checked_in, SignUpStep::check_in, checked_in},
        {checked_in, SignUpStep::shrink, checked_in},
    };
    std::size_t found = 0;
    for (const SignUpState from : sign_up_states) {
        for (const SignUpStep step : sign_up_steps) {
            const auto to = after(from, step);
            const auto expected = std::find_if(
                allowed.begin(), allowed.end(),
                [&](const Allowed& entry) { return entry.from == from && entry.step == step; });
            CAPTURE(name_of(from), static_cast<int>(step));
            REQUIRE(to.has_value() == (expected != allowed.end()));
            if (!to) continue;
            CHECK(*to == expected->to);
            ++found;
        }
    }
    CHECK(found == allowed.size());
}

TEST_CASE("Nothing comes of a sign-up that was declined or missed", "[sign-up]") {
    for (const SignUpState state : {declined, no_show}) {
        CHECK_FALSE(live(state));
        for (const SignUpStep step : sign_up_steps) CHECK_FALSE(after(state, step));
    }
}

TEST_CASE("Only who has seats holds seats, and each name is read back as what it names",
          "[sign-up]") {
    std::set<std::string_view> names;
    for (const SignUpState state : sign_up_states) {
        CHECK(holds_seats(state) == (state == confirmed || state == checked_in));
        CHECK(state_named(name_of(state)) == state);
        names.insert(name_of(state));
    }
    CHECK(names.size() == sign_up_states.size());
    for (int i = 0; i < why_count; ++i) {
        const auto why = static_cast<Why>(i);
        CHECK(why_named(name_of(why)) == why);
    }
    for (const Source source : {Source::screen, Source::desk, Source::phone}) {
        CHECK(source_named(name_of(source)) == source);
    }
    CHECK_FALSE(state_named("lost"));
}

TEST_CASE("An id is read back from its bytes and from its digits, and from nothing else", "[id]") {
    SignUpId id;
    CHECK_FALSE(id);
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(i * 17);
    }
    CHECK(id);
    CHECK(SignUpId::of_raw(id.raw()) == id);
    CHECK(SignUpId::of_hex(id.hex()) == id);
    CHECK(id.hex() == "00112233445566778899aabbccddeeff");
    CHECK_FALSE(SignUpId::of_raw("short"));
    CHECK_FALSE(SignUpId::of_hex(std::string(32, 'G')));
    CHECK_FALSE(SignUpId::of_hex(std::string(31, '0')));
    CHECK_FALSE(SignUpId::of_hex("00112233445566778899AABBCCDDEEFF"));
}
