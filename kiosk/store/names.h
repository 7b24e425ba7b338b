// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "domain/listing.h"
#include "store/programme.h"

namespace wenlan::store {

// The words by which enumerations are written in databases and in the demonstration's files. Each
// table lists every value once.
template <typename Enum>
struct Names;

template <>
struct Names<domain::Kind> {
    static constexpr std::array<std::pair<domain::Kind, std::string_view>, 9> table{{
        {domain::Kind::event, "event"},
        {domain::Kind::club, "club"},
        {domain::Kind::reading, "reading"},
        {domain::Kind::challenge, "challenge"},
        {domain::Kind::volunteering, "volunteering"},
        {domain::Kind::call, "call"},
        {domain::Kind::service, "service"},
        {domain::Kind::survey, "survey"},
        {domain::Kind::notice, "notice"},
    }};
};

template <>
struct Names<domain::Section> {
    static constexpr std::array<std::pair<domain::Section, std::string_view>, 6> table{{
        {domain::Section::events, "events"},
        {domain::Section::clubs, "clubs"},
        {domain::Section::reading, "reading"},
        {domain::Section::volunteering, "volunteering"},
        {domain::Section::neighbourhood, "neighbourhood"},
        {domain::Section::mine, "mine"},
    }};
};

template <>
struct Names<domain::Join> {
    static constexpr std::array<std::pair<domain::Join, std::string_view>, 5> table{{
        {domain::Join::none, "none"},
        {domain::Join::walk_in, "walk_in"},
        {domain::Join::sign_up, "sign_up"},
        {domain::Join::ask, "ask"},
        {domain::Join::anonymous, "anonymous"},
    }};
};

template <>
struct Names<domain::Feature> {
    static constexpr std::array<std::pair<domain::Feature, std::string_view>, 4> table{{
        {domain::Feature::none, "none"},
        {domain::Feature::home, "home"},
        {domain::Feature::attract, "attract"},
        {domain::Feature::both, "both"},
    }};
};

template <>
struct Names<domain::OccasionState> {
    static constexpr std::array<std::pair<domain::OccasionState, std::string_view>, 3> table{{
        {domain::OccasionState::scheduled, "scheduled"},
        {domain::OccasionState::moved, "moved"},
        {domain::OccasionState::cancelled, "cancelled"},
    }};
};

template <>
struct Names<domain::QuestionKind> {
    static constexpr std::array<std::pair<domain::QuestionKind, std::string_view>, 9> table{{
        {domain::QuestionKind::name, "name"},
        {domain::QuestionKind::phone, "phone"},
        {domain::QuestionKind::party, "party"},
        {domain::QuestionKind::choice, "choice"},
        {domain::QuestionKind::choices, "choices"},
        {domain::QuestionKind::text, "text"},
        {domain::QuestionKind::number, "number"},
        {domain::QuestionKind::age, "age"},
        {domain::QuestionKind::consent, "consent"},
    }};
};

template <>
struct Names<Origin> {
    static constexpr std::array<std::pair<Origin, std::string_view>, 3> table{{
        {Origin::desk, "desk"},
        {Origin::demonstration, "demonstration"},
        {Origin::imported, "imported"},
    }};
};

template <typename Enum>
std::string_view name_of(Enum value) {
    for (const auto& [known, name] : Names<Enum>::table) {
        if (known == value) return name;
    }
    base::ensure(false, "every enumeration value has a name");
    return {};
}

template <typename Enum>
std::optional<Enum> named(std::string_view name) {
    for (const auto& [value, known] : Names<Enum>::table) {
        if (known == name) return value;
    }
    return std::nullopt;
}

}  // namespace wenlan::store
