// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"
#include "domain/sign_up.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// An operation as it waits: its bytes are the same at each sending.
struct PendingOperation {
    std::int64_t sequence = 0;
    domain::OperationId id;
    domain::SignUpId sign_up;
    std::string message;
};

// Where a sign-up stands, as far as this kiosk knows.
struct TakenStatus {
    domain::SignUpState state = domain::SignUpState::requested;
    domain::Why why = domain::Why::none;
    std::int64_t version = 0;
    int party = 1;
    int present = 0;
    int place = 0;
    std::string hub_code;
};

// What stays readable here of a sign-up that this kiosk took: nothing that names anyone.
struct TakenSignUp {
    domain::SignUpId id;
    domain::ListingId listing;
    domain::OccasionId occasion;
    TakenStatus status;
    std::optional<domain::SignUpState> asked;  // here, and the hub has not answered
    bool with_rights = false;
    std::string code;
    std::array<std::uint8_t, 16> salt{};
    std::array<std::uint8_t, 32> verifier{};
    base::Instant taken{};
    base::Instant keep_until{};
};

// One seat that the hub promised this kiosk.
struct HeldRight {
    std::int64_t grant = 0;
    int index = 0;
    domain::OccasionId occasion;
    base::Instant use_until{};
};
struct HeldGrant {
    std::int64_t id = 0;
    domain::OccasionId occasion;
    int count = 0;
    base::Instant use_until{};
};

// What one answer of the hub changes here, all of it or nothing.
struct Settlement {
    struct Status {
        domain::SignUpId id;
        TakenStatus status;
    };
    std::vector<domain::OperationId> settled;  // the receipts for their bytes have been checked
    // Older ones than known are passed over.
    std::vector<Status> statuses;
    std::vector<HeldGrant> grants;  // those known before are passed over
    int seal_key_number = 0;
    std::string seal_key;
    base::Instant hub_time{};
    base::Instant here_time{};
};

// What a kiosk has taken: committed, and on the disk, before anyone is told. Belongs to one thread.
class Outbox {
public:
    // Made if it is missing. Codes: those of the database, outbox.wrong-schema.
    static base::Result<Outbox> open(const std::filesystem::path& path);

    // The number that the next operation has to bear.
    base::Result<std::int64_t> next_sequence();

    // Keeps an operation, what is readable of a new sign-up, and that these rights are spent (or,
    // of an operation that gives them back, returned): all durable when it returns, or nothing.
    // "outbox.right-spent": one of them was not there to be spent; "outbox.code-taken".
    struct Keeping {
        PendingOperation operation;
        const TakenSignUp* taken = nullptr;
        std::span<const HeldRight> rights = {};
        bool rights_return = false;
        // Of a sign-up that is known here: what the resident asked for, until the hub answers.
        std::optional<domain::SignUpState> asked = std::nullopt;
    };
    base::Result<void> keep(const Keeping& keeping);

    // In their order, from the first after `after`.
    base::Result<std::vector<PendingOperation>> pending(std::size_t count_max,
                                                        std::size_t bytes_max,
                                                        std::int64_t after = 0);
    base::Result<std::int64_t> pending_count();
    base::Result<std::optional<PendingOperation>> pending_of(const domain::OperationId& id);

    base::Result<void> settle(const Settlement& settlement);

    base::Result<std::optional<TakenSignUp>> taken(const domain::SignUpId& id);
    // By this kiosk's code or the hub's.
    base::Result<std::optional<TakenSignUp>> taken_by_code(std::string_view plain_code);
    // Sign-ups of which something may still be heard, some after `after`, then from the start.
    base::Result<std::vector<TakenSignUp>> watched(const domain::SignUpId& after,
                                                   std::size_t count_max);

    // Unspent and still of use at this time; of one occasion or of all.
    base::Result<std::vector<HeldRight>> unspent(domain::OccasionId occasion, base::Instant now);
    // Unspent and of no use any more.
    base::Result<std::vector<HeldRight>> expired_rights(base::Instant now, std::size_t count_max);

    struct SealKeyBytes {
        int number = 0;  // 0: none yet
        std::string bytes;
    };
    base::Result<SealKeyBytes> seal_key();
    // The last word of the hub: by its clock, and by this kiosk's.
    struct Heard {
        base::Instant hub{};
        base::Instant here{};
    };
    base::Result<std::optional<Heard>> heard();

    // Wrong tries at looking up, counted over restarts.
    struct Tries {
        int wrong = 0;
        base::Instant locked_until{};
    };
    base::Result<Tries> tries();
    base::Result<void> set_tries(const Tries& tries);

    // Lets go of what is kept for looking up past its time and settled.
    base::Result<void> forget(base::Instant now);

private:
    explicit Outbox(sqlite::Database database) : database_(std::move(database)) {}
    base::Result<void> commit(const Keeping& keeping);
    base::Result<void> spend(const Keeping& keeping);
    base::Result<void> insert_taken(const TakenSignUp& taken);
    base::Result<void> set_status(const domain::SignUpId& id, const TakenStatus& status);
    base::Result<void> learn_grant(const HeldGrant& grant);

    sqlite::Database database_;
};

// The files of data/schema/outbox in order.
std::span<const std::string_view> outbox_schema();

}  // namespace wenlan::store
