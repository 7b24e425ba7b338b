// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sign_up.h"

#include <cstddef>

namespace wenlan::domain {

namespace {

constexpr std::array<std::string_view, 7> state_names = {
    "requested", "confirmed", "waitlisted", "declined", "cancelled", "checked_in", "no_show"};
constexpr std::array<std::string_view, 3> source_names = {"screen", "desk", "phone"};
constexpr std::array<std::string_view, why_count> why_names = {
    "none",        "full",      "closed",           "called_off", "by_person",  "by_staff",
    "not_reached", "not_drawn", "unknown_occasion", "not_opened", "bad_answers"};

template <typename Enum, std::size_t Size>
std::optional<Enum> named(const std::array<std::string_view, Size>& names, std::string_view name) {
    for (std::size_t i = 0; i < Size; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

std::optional<SignUpState> after(SignUpState state, SignUpStep step) {
    using enum SignUpState;
    // By state, in the order of SignUpStep; the state itself where nothing but its numbers change.
    static constexpr auto none = std::optional<SignUpState>{};
    using Row = std::array<std::optional<SignUpState>, sign_up_steps.size()>;
    static constexpr std::array<Row, sign_up_states.size()> table = {{
        // confirm, waitlist, decline, cancel, undo, undo_to_waiting, check_in, miss, shrink
        Row{confirmed, waitlisted, declined, cancelled, none, none, none, none, none},  // requested
        Row{none, none, none, cancelled, none, none, checked_in, no_show, confirmed},   // confirmed
        Row{confirmed, none, declined, cancelled, none, none, none, none,
            waitlisted},                                                        // waitlisted
        Row{none, none, none, none, none, none, none, none, none},              // declined
        Row{none, none, none, none, confirmed, waitlisted, none, none, none},   // cancelled
        Row{none, none, none, none, none, none, checked_in, none, checked_in},  // checked_in
        Row{none, none, none, none, none, none, none, none, none},              // no_show
    }};
    return table[static_cast<std::size_t>(state)][static_cast<std::size_t>(step)];
}

std::string_view name_of(SignUpState state) { return state_names[static_cast<std::size_t>(state)]; }
std::string_view name_of(Source source) { return source_names[static_cast<std::size_t>(source)]; }
std::string_view name_of(Why why) { return why_names[static_cast<std::size_t>(why)]; }
std::optional<SignUpState> state_named(std::string_view name) {
    return named<SignUpState>(state_names, name);
}
std::optional<Source> source_named(std::string_view name) {
    return named<Source>(source_names, name);
}
std::optional<Why> why_named(std::string_view name) { return named<Why>(why_names, name); }

}  // namespace wenlan::domain
