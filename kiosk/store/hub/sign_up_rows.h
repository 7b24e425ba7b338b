// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"
#include "domain/arrival.h"
#include "domain/ids.h"
#include "domain/seats.h"
#include "domain/sign_up.h"

namespace wenlan::store {

using Digest = std::array<std::uint8_t, 32>;

// An occasion as sign-ups see it, with its books.
struct OccasionBook {
    domain::OccasionId occasion;
    domain::ListingId listing;
    domain::OccasionRules rules;
    int walk_in_places = 0;
    int elsewhere = 0;       // seats that staff count apart from the rows here
    domain::SeatBook seats;  // `confirmed` has them too
    int waiting = 0;         // parties
    base::Instant given_back{};
    bool no_shows_out = false;
};

// A sign-up as the hub keeps it.
struct SignUpRow {
    domain::SignUpId id;
    std::int64_t arrival = 0;
    base::Instant arrived{};
    int kiosk = 0;
    domain::Source source = domain::Source::screen;
    bool walking_in = false;
    domain::ListingId listing;
    domain::OccasionId occasion;
    int party = 1;
    int present = 0;
    domain::SeatsTaken taken;
    domain::SignUpState state = domain::SignUpState::requested;
    domain::Why why = domain::Why::none;
    std::int64_t version = 1;
    std::optional<std::int64_t> list_order;
    std::string code;
    std::string kiosk_code;
    std::optional<Digest> code_key;
    std::optional<Digest> kiosk_code_key;
    std::optional<Digest> person_key;
    std::string personal;  // encrypted
    int personal_key = 0;
    base::Instant delete_at{};
    std::string to_tell;
};

// A member of staff entered it, or it came long after it was entered.
struct EntryNote {
    domain::SignUpId sign_up;
    std::string who;                       // empty: nobody of the staff
    std::optional<base::Instant> entered;  // by the kiosk's clock; none: it came at once
};

// Some of a party came.
struct CheckInNote {
    std::int64_t number = 0;
    domain::SignUpId sign_up;
    int before = 0;
    int present = 0;
    base::Instant at{};
    std::string who;
};

struct ReplyRow {
    domain::OperationId id;
    int kiosk = 0;
    Digest message{};
    std::string receipt;
    base::Instant at{};
    base::Instant keep_until{};
};

struct OddMessage {
    enum class Kind { quarantine, dead_letter };
    Digest hash{};
    Kind kind = Kind::dead_letter;
    int kiosk = 0;
    std::string reason;
    std::string message;
    base::Instant at{};
};

struct HoldRow {
    std::string id;  // sixteen bytes
    int kiosk = 0;
    domain::OccasionId occasion;
    domain::SeatsTaken taken;
    base::Instant until{};
};

struct GrantRow {
    std::int64_t id = 0;
    int kiosk = 0;
    domain::OccasionId occasion;
    int count = 0;
    base::Instant use_until{};
};

struct DrawRow {
    domain::OccasionId occasion;
    Digest commitment{};
    Digest seed{};
    std::optional<int> seats;  // none: not drawn yet
};
struct DrawnRow {
    domain::SignUpId id;
    int party = 1;
    bool seated = false;
};

}  // namespace wenlan::store
