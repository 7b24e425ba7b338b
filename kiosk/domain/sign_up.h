// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/id128.h"
#include "domain/seats.h"

namespace wenlan::domain {

using SignUpId = Id128<struct SignUpTag>;
// Of one thing that was done to a sign-up; signing up itself has the sign-up's own.
using OperationId = Id128<struct OperationTag>;

// Where it was entered.
enum class Source : std::uint8_t { screen, desk, phone };

inline Channel channel_of(Source source) {
    switch (source) {
        case Source::screen:
            return Channel::screen;
        case Source::desk:
            return Channel::desk;
        case Source::phone:
            return Channel::phone;
    }
    return Channel::phone;
}

enum class SignUpState : std::uint8_t {
    requested,  // taken, and the hub has not answered
    confirmed,  // seats are kept
    waitlisted,
    declined,  // the hub said no
    cancelled,
    checked_in,  // some or all of the party have come
    no_show,     // nobody came, and the seats went to others
};
inline constexpr std::array<SignUpState, 7> sign_up_states = {
    SignUpState::requested, SignUpState::confirmed,  SignUpState::waitlisted, SignUpState::declined,
    SignUpState::cancelled, SignUpState::checked_in, SignUpState::no_show};

// What can happen to it.
enum class SignUpStep : std::uint8_t {
    confirm,  // there are seats, at once or from the waiting list
    waitlist,
    decline,          // full, closed, or the waiting list has come to its end
    cancel,           // by the person or by the centre
    undo,             // of a cancellation: seats again
    undo_to_waiting,  // of a cancellation: the seats have gone
    check_in,         // the first of the party, or more of it
    miss,             // nobody had come when the seats were released
    shrink,           // fewer come
};
inline constexpr std::array<SignUpStep, 9> sign_up_steps = {
    SignUpStep::confirm,  SignUpStep::waitlist, SignUpStep::decline,
    SignUpStep::cancel,   SignUpStep::undo,     SignUpStep::undo_to_waiting,
    SignUpStep::check_in, SignUpStep::miss,     SignUpStep::shrink};

// The one table of transitions; none: this cannot happen in that state.
std::optional<SignUpState> after(SignUpState state, SignUpStep step);

// Whether it takes seats of its occasion.
inline bool holds_seats(SignUpState state) {
    return state == SignUpState::confirmed || state == SignUpState::checked_in;
}
// Whether something may still come of it.
inline bool live(SignUpState state) {
    return state == SignUpState::requested || state == SignUpState::waitlisted ||
           holds_seats(state);
}

// Why it is in its state, where that is not plain.
enum class Why : std::uint8_t {
    none,
    full,        // no seats, and no waiting list any more
    closed,      // it came after sign-up had closed
    called_off,  // the occasion was cancelled
    by_person,
    by_staff,
    not_reached,  // waited until nobody could be told in time any more
    not_drawn,    // lots were drawn and others had them
    unknown_occasion,
    not_opened,  // it came before sign-up opens
    bad_answers,
};
inline constexpr int why_count = 11;

// Stable words for stored rows and tables: "confirmed", "by_person".
std::string_view name_of(SignUpState state);
std::string_view name_of(Source source);
std::string_view name_of(Why why);
std::optional<SignUpState> state_named(std::string_view name);
std::optional<Source> source_named(std::string_view name);
std::optional<Why> why_named(std::string_view name);

}  // namespace wenlan::domain
