// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox.h"

#include <filesystem>

#include "catch.h"
#include "store/folder.h"

using namespace wenlan;
using namespace wenlan::store;
using namespace std::chrono_literals;

namespace {

const base::Instant now = base::Instant{} + 1000h;

template <typename Id>
Id id_of(int number) {
    Id id;
    id.bytes[0] = static_cast<std::uint8_t>(number);
    id.bytes[15] = 1;
    return id;
}

PendingOperation operation(int number) {
    return {number, id_of<domain::OperationId>(number), id_of<domain::SignUpId>(number),
            "bytes \xFF of " + std::to_string(number)};
}

TakenSignUp taken(int number) {
    TakenSignUp made;
    made.id = id_of<domain::SignUpId>(number);
    made.listing = {4};
    made.occasion = {7};
    made.status.party = 3;
    made.code = "H1200000" + std::to_string(number);
    made.salt[2] = 0xFE;
    made.verifier[31] = 0x80;
    made.taken = now;
    made.keep_until = now + 24h;
    return made;
}

base::Result<void> keep(Outbox& outbox, int number, std::span<const HeldRight> rights = {}) {
    const TakenSignUp row = taken(number);
    Outbox::Keeping keeping;
    keeping.operation = operation(number);
    keeping.taken = &row;
    keeping.rights = rights;
    return outbox.keep(keeping);
}

}  // namespace

TEST_CASE("What was kept is there after the program starts again, byte for byte, in its order",
          "[outbox]") {
    const test::Folder folder;
    {
        Outbox outbox = Outbox::open(folder / "outbox.db").value();
        CHECK(outbox.next_sequence().value() == 1);
        keep(outbox, 1).value();
        keep(outbox, 2).value();
    }
    Outbox outbox = Outbox::open(folder / "outbox.db").value();
    CHECK(outbox.next_sequence().value() == 3);
    const auto pending = outbox.pending(10, 1000).value();
    REQUIRE(pending.size() == 2);
    CHECK(pending[0].message == operation(1).message);
    CHECK(pending[1].id == operation(2).id);
    CHECK(outbox.pending(1, 1000).value().size() == 1);
    CHECK(outbox.pending(10, 1).value().size() == 1);
    const auto found = outbox.taken_by_code("H12000001").value();
    REQUIRE(found);
    CHECK(found->id == taken(1).id);
    CHECK(found->salt == taken(1).salt);
    CHECK(found->verifier == taken(1).verifier);
    CHECK(found->status.party == 3);
    CHECK_FALSE(outbox.taken_by_code("").value());
}

TEST_CASE("A sequence number is never given twice, though the rows are gone", "[outbox]") {
    const test::Folder folder;
    Outbox outbox = Outbox::open(folder / "outbox.db").value();
    keep(outbox, 1).value();
    Settlement settlement;
    settlement.settled = {operation(1).id};
    outbox.settle(settlement).value();
    CHECK(outbox.pending_count().value() == 0);
    CHECK(outbox.next_sequence().value() == 2);
}

TEST_CASE("A right is spent once; an operation that cannot have its rights is not kept",
          "[outbox]") {
    const test::Folder folder;
    Outbox outbox = Outbox::open(folder / "outbox.db").value();
    Settlement settlement;
    settlement.grants = {{5, {7}, 2, now + 1h}};
    outbox.settle(settlement).value();
    auto rights = outbox.unspent({7}, now).value();
    REQUIRE(rights.size() == 2);
    CHECK(outbox.unspent({8}, now).value().empty());
    CHECK(outbox.unspent({7}, now + 1h).value().empty());
    CHECK(outbox.expired_rights(now + 1h, 10).value().size() == 2);
    keep(outbox, 1, std::span(rights).first(1)).value();
    CHECK(keep(outbox, 2, rights).error().code == "outbox.right-spent");
    CHECK(outbox.pending_count().value() == 1);
    CHECK_FALSE(outbox.taken(taken(2).id).value());
    CHECK(outbox.unspent({7}, now).value().size() == 1);
    // The hub sends what it granted again and again.
    outbox.settle(settlement).value();
    CHECK(outbox.unspent({7}, now).value().size() == 1);
}

TEST_CASE("A code is given to one sign-up", "[outbox]") {
    const test::Folder folder;
    Outbox outbox = Outbox::open(folder / "outbox.db").value();
    keep(outbox, 1).value();
    TakenSignUp same = taken(2);
    same.code = taken(1).code;
    Outbox::Keeping keeping;
    keeping.operation = operation(2);
    keeping.taken = &same;
    CHECK(outbox.keep(keeping).error().code == "outbox.code-taken");
    CHECK(outbox.pending_count().value() == 1);
}

TEST_CASE("Where a sign-up stands only goes forward", "[outbox]") {
    const test::Folder folder;
    Outbox outbox = Outbox::open(folder / "outbox.db").value();
    keep(outbox, 1).value();
    const auto settle = [&](std::int64_t version, domain::SignUpState state) {
        Settlement settlement;
        TakenStatus status;
        status.state = state;
        status.version = version;
        status.hub_code = "83504417";
        settlement.statuses = {{taken(1).id, status}};
        outbox.settle(settlement).value();
        return outbox.taken(taken(1).id).value()->status.state;
    };
    using enum domain::SignUpState;
    CHECK(settle(2, waitlisted) == waitlisted);
    CHECK(settle(1, confirmed) == waitlisted);
    CHECK(settle(3, confirmed) == confirmed);
    CHECK(outbox.taken_by_code("83504417").value()->id == taken(1).id);
}

TEST_CASE("What a resident asked for is shown until the hub has answered", "[outbox]") {
    const test::Folder folder;
    Outbox outbox = Outbox::open(folder / "outbox.db").value();
    keep(outbox, 1).value();
    Outbox::Keeping cancel;
    cancel.operation = operation(2);
    cancel.operation.sign_up = taken(1).id;
    cancel.asked = domain::SignUpState::cancelled;
    outbox.keep(cancel).value();
    CHECK(outbox.taken(taken(1).id).value()->asked == domain::SignUpState::cancelled);
    Settlement settlement;
    settlement.settled = {operation(1).id};
    outbox.settle(settlement).value();
    CHECK(outbox.taken(taken(1).id).value()->asked == domain::SignUpState::cancelled);
    settlement.settled = {operation(2).id};
    outbox.settle(settlement).value();
    CHECK_FALSE(outbox.taken(taken(1).id).value()->asked);
}

TEST_CASE("What is past its time is forgotten once it is settled, and not before", "[outbox]") {
    const test::Folder folder;
    Outbox outbox = Outbox::open(folder / "outbox.db").value();
    keep(outbox, 1).value();
    keep(outbox, 2).value();
    Settlement settlement;
    settlement.settled = {operation(1).id};
    outbox.settle(settlement).value();
    outbox.forget(now + 23h).value();
    CHECK(outbox.taken(taken(1).id).value());
    outbox.forget(now + 25h).value();
    CHECK_FALSE(outbox.taken(taken(1).id).value());
    CHECK(outbox.taken(taken(2).id).value());
    CHECK(outbox.pending_count().value() == 1);
}

TEST_CASE("The newest key and the newest word of the hub are remembered, and wrong tries are",
          "[outbox]") {
    const test::Folder folder;
    Outbox outbox = Outbox::open(folder / "outbox.db").value();
    CHECK(outbox.seal_key().value().number == 0);
    CHECK_FALSE(outbox.heard().value());
    Settlement settlement;
    settlement.seal_key_number = 2;
    settlement.seal_key = std::string(32, 'b');
    settlement.hub_time = now;
    settlement.here_time = now + 5min;
    outbox.settle(settlement).value();
    settlement.seal_key_number = 1;
    settlement.seal_key = std::string(32, 'a');
    settlement.hub_time = now - 1h;
    outbox.settle(settlement).value();
    CHECK(outbox.seal_key().value().number == 2);
    CHECK(outbox.seal_key().value().bytes == std::string(32, 'b'));
    CHECK(outbox.heard().value()->hub == now);
    CHECK(outbox.heard().value()->here == now + 5min);
    outbox.set_tries({3, now}).value();
    CHECK(outbox.tries().value().wrong == 3);
}

TEST_CASE("A file that is no outbox, or of a later program, is left alone", "[outbox]") {
    const test::Folder folder;
    {
        auto other = sqlite::Database::open_for_editing(folder / "other.db").value();
        other.run("CREATE TABLE thing (id INTEGER)").value();
    }
    CHECK(Outbox::open(folder / "other.db").error().code == "outbox.wrong-schema");
    CHECK_FALSE(Outbox::open(folder / "no" / "folder" / "outbox.db").ok());
}
