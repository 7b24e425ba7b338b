// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/sign_up_office.h"

#include "catch.h"
#include "domain/codes.h"
#include "hub/sign_ups/lots.h"
#include "hub/sign_ups/staff.h"
#include "store/folder.h"
#include "sync/town_keys.h"

using namespace wenlan;
using namespace wenlan::sync;
using namespace std::chrono_literals;

namespace {

class OneKiosk final : public hub::KnownKiosks {
public:
    explicit OneKiosk(PublicKey key) : key_(key) {}
    bool vouches(int kiosk, std::string_view message) const override {
        return kiosk == 1 && signed_by(message, key_);
    }
    int count() const override { return 1; }

private:
    PublicKey key_;
};

// An office with one evening of ten seats, and a kiosk that speaks to it.
struct Office {
    test::Folder folder;
    test::TownKeys town;
    base::VirtualClock clock{town.now};
    base::PosixDisk disk;
    SigningKey kiosk = SigningKey::make(town.random);
    OneKiosk kiosks{kiosk.public_key()};
    store::HubDatabase database = store::HubDatabase::open(disk, folder / "hub.db").value();
    hub::SignUpKeys keys =
        hub::SignUpKeys::open(disk, folder / "keys/sign-ups", town.random).value();
    hub::SignUpOffice office{{database,
                              keys,
                              disk,
                              town.random,
                              clock,
                              kiosks,
                              town.centre,
                              [this]() -> const SigningKey& { return town.online; },
                              {}}};
    store::Audit audit{database};
    domain::Occasion evening;
    std::int64_t sequence = 0;

    Office() {
        evening.id = {7};
        evening.listing = {3};
        evening.start = town.now + 24h;
        evening.end = evening.start + 2h;
        evening.capacity = 10;
        put();
    }
    void put(int elsewhere = 0) {
        const hub::OccasionNow now[] = {{evening, elsewhere}};
        office.take_occasions(now).value();
    }
    Operation sign_up(int party, const std::string& phone = "13857601234") {
        Operation made;
        town.random.fill(made.id.bytes);
        made.sign_up.bytes = made.id.bytes;
        made.centre = town.centre;
        made.kiosk = 1;
        made.sequence = ++sequence;
        made.occasion = evening.id;
        made.listing = evening.listing;
        made.party = party;
        made.entered = clock.now();
        made.code =
            domain::make_code(phone.empty() ? domain::CodeKind::long_one : domain::CodeKind::kiosk,
                              1, static_cast<std::uint64_t>(sequence))
                .plain();
        domain::Answer name;
        name.kind = domain::QuestionKind::name;
        name.text = "欧阳王阿姨";
        domain::Answer number;
        number.kind = domain::QuestionKind::phone;
        number.text = phone;
        made.sealed =
            seal_form({made.sign_up, {1, {name, number}, false}}, keys.seal_key(), town.random)
                .value();
        return made;
    }
    Operation change(OperationKind kind, const Operation& of, int party = 1,
                     const std::string& tail = "1234") {
        Operation made;
        made.kind = kind;
        town.random.fill(made.id.bytes);
        made.centre = town.centre;
        made.kiosk = 1;
        made.sequence = ++sequence;
        made.sign_up = of.sign_up;
        made.party = party;
        made.sealed = seal_proof({made.id, of.code, tail}, keys.seal_key(), town.random).value();
        return made;
    }
    Reply send(const std::vector<std::string>& messages, bool rights = false) {
        Submission submission;
        submission.centre = town.centre;
        submission.kiosk = 1;
        submission.operations = messages;
        submission.wants_rights = rights;
        const auto answer = office.submit(sign_submission(submission, kiosk));
        REQUIRE(answer.ok());
        const PublicKey online[] = {town.online.public_key()};
        return read_reply(answer.value(), online, town.centre, 1).value();
    }
    Receipt send(const Operation& operation) {
        const Reply reply = send(std::vector{sign_operation(operation, kiosk)});
        REQUIRE(reply.receipts.size() == 1);
        return reply.receipts[0];
    }
    LookUpAnswer look_up(const std::string& code, const std::string& tail,
                         const std::string& who = "here") {
        const OpeningKey once = OpeningKey::make(town.random);
        const std::string sealed =
            seal_question({once.seal_key(), code, tail}, keys.seal_key(), town.random).value();
        return open_answer(office.look_up(sealed, who).value(), once).value();
    }
};

using enum domain::SignUpState;

}  // namespace

TEST_CASE("What comes twice takes effect once and is answered alike; other bytes are looked at",
          "[sign-ups]") {
    Office hub;
    Operation operation = hub.sign_up(4);
    const Receipt first = hub.send(operation);
    CHECK(first.verdict == Verdict::done);
    CHECK(first.status.state == confirmed);
    CHECK(hub.send(operation) == first);
    CHECK(hub.office.rows().occasion({7}).value()->seats.confirmed == 4);
    operation.party = 5;
    CHECK(hub.send(operation).verdict == Verdict::quarantined);
    CHECK(hub.office.rows().occasion({7}).value()->seats.confirmed == 4);
    CHECK(hub.office.rows().odd_messages().value().size() == 1);
}

TEST_CASE("What cannot be read, opened or believed is kept for staff and acknowledged",
          "[sign-ups]") {
    Office hub;
    const Reply unreadable = hub.send(std::vector<std::string>{std::string(200, 'x')});
    CHECK(unreadable.receipts[0].verdict == Verdict::dead_letter);
    CHECK_FALSE(unreadable.receipts[0].id);
    Operation stranger = hub.sign_up(1);
    const Reply forged = hub.send(std::vector{sign_operation(stranger, hub.town.offline)});
    CHECK(forged.receipts[0].verdict == Verdict::dead_letter);
    Operation sealed_otherwise = hub.sign_up(2);
    sealed_otherwise.sealed = hub.sign_up(2).sealed;  // another's form
    const Receipt receipt = hub.send(sealed_otherwise);
    CHECK(receipt.verdict == Verdict::dead_letter);
    CHECK(receipt.status.state == confirmed);  // its seats are kept until staff have seen to it
    CHECK(hub.office.rows().odd_messages().value().size() == 3);
}

TEST_CASE("Who is not paired is not heard", "[sign-ups]") {
    Office hub;
    Submission submission;
    submission.centre = hub.town.centre;
    submission.kiosk = 2;
    CHECK(hub.office.submit(sign_submission(submission, hub.kiosk)).error().code ==
          "kiosk.unknown");
    submission.kiosk = 1;
    CHECK(hub.office.submit(sign_submission(submission, hub.town.offline)).error().code ==
          "kiosk.unknown");
    CHECK(hub.office.submit("nonsense").error().code == "submission.malformed");
}

TEST_CASE("A party that gives up makes room for the first that fits, after a moment to think",
          "[sign-ups]") {
    Office hub;
    const Operation first = hub.sign_up(6);
    CHECK(hub.send(first).status.state == confirmed);
    CHECK(hub.send(hub.sign_up(3)).status.state == confirmed);
    const Operation big = hub.sign_up(8);
    const Operation small = hub.sign_up(5);
    CHECK(hub.send(big).status.place == 1);
    CHECK(hub.send(small).status.place == 2);
    CHECK(hub.send(hub.change(OperationKind::cancel, first)).status.state == cancelled);
    hub.office.tick().value();
    CHECK(hub.office.rows().sign_up(small.sign_up).value()->state == waitlisted);
    hub.clock.advance(20s);
    hub.office.tick().value();
    CHECK(hub.office.rows().sign_up(small.sign_up).value()->state == confirmed);
    CHECK(hub.office.rows().sign_up(big.sign_up).value()->state == waitlisted);
    // The seats have gone meanwhile.
    CHECK(hub.send(hub.change(OperationKind::undo, first)).status.state == waitlisted);
    hub.clock.advance(23h);
    hub.office.tick().value();
    CHECK(hub.office.rows().sign_up(big.sign_up).value()->why == domain::Why::not_reached);
    CHECK(hub::to_be_told(hub.office.ground()).value().size() == 3);
}

TEST_CASE("A code without the right last four digits changes nothing", "[sign-ups]") {
    Office hub;
    const Operation taken = hub.sign_up(2);
    hub.send(taken);
    const Receipt refused = hub.send(hub.change(OperationKind::cancel, taken, 1, "9999"));
    CHECK(refused.verdict == Verdict::refused);
    CHECK_FALSE(refused.status.id);
    CHECK(hub.office.rows().sign_up(taken.sign_up).value()->state == confirmed);
    CHECK(hub.send(hub.change(OperationKind::check_in, taken, 1)).status.present == 1);
    CHECK(hub.send(hub.change(OperationKind::check_in, taken, 2)).verdict == Verdict::refused);
    CHECK(hub.send(hub.change(OperationKind::shrink, taken, 1)).status.party == 1);
}

TEST_CASE("A look-up tells a stranger nothing, and guessing ends", "[look-up]") {
    Office hub;
    const Operation taken = hub.sign_up(2);
    const Receipt receipt = hub.send(taken);
    const LookUpAnswer found = hub.look_up(taken.code, "1234");
    REQUIRE(found.found);
    CHECK(found.name == "欧阳王阿姨");
    CHECK(found.masked_phone == "138****1234");
    CHECK(hub.look_up(receipt.status.code, "1234").status.id == taken.sign_up);
    const std::string wrong = domain::make_code(domain::CodeKind::hub, 0, 1).plain();
    CHECK(hub.look_up(taken.code, "0000") == hub.look_up(wrong, "1234"));
    for (int i = 0; i < 3; ++i) CHECK_FALSE(hub.look_up(taken.code, "0000").found);
    CHECK(hub.look_up(taken.code, "1234").wait);
    CHECK(hub.look_up(taken.code, "1234", "elsewhere").found);
    hub.clock.advance(11min);
    CHECK(hub.look_up(taken.code, "1234").found);
    const Operation nameless = hub.sign_up(1, "");
    hub.send(nameless);
    CHECK(hub.look_up(nameless.code, "").found);
}

TEST_CASE("Rights are few, count as taken, and come back only when reported or written off",
          "[rights]") {
    Office hub;
    const Reply reply = hub.send(std::vector<std::string>{}, true);
    REQUIRE(reply.grants.size() == 1);
    CHECK(reply.grants[0].count == 2);  // a quarter of ten
    CHECK(hub.office.rows().occasion({7}).value()->seats.outstanding_rights == 2);
    CHECK(hub.send(std::vector<std::string>{}, true).grants == reply.grants);
    CHECK(hub.send(hub.sign_up(8)).status.state == confirmed);
    const Operation other = hub.sign_up(1);
    CHECK(hub.send(other).status.state == waitlisted);
    Operation promised = hub.sign_up(2);
    promised.rights = {{reply.grants[0].id, 0}, {reply.grants[0].id, 1}};
    CHECK(hub.send(promised).status.state == confirmed);
    Operation again = hub.sign_up(2);
    again.rights = promised.rights;
    CHECK(hub.send(again).status.state == waitlisted);
    CHECK(hub.office.rows().occasion({7}).value()->seats.outstanding_rights == 0);
    CHECK(hub::write_off_kiosk(hub.office.ground(), hub.audit, 1, {"小林", hub.clock.now()})
              .value() == 0);
}

TEST_CASE("Staff may change the order of who waits, and say why", "[staff]") {
    Office hub;
    hub.send(hub.sign_up(10));
    const Operation first = hub.sign_up(1);
    const Operation second = hub.sign_up(1);
    hub.send(first);
    hub.send(second);
    const store::By by{"小林", hub.clock.now()};
    auto& ground = hub.office.ground();
    CHECK(hub::move_waiting(ground, hub.audit, second.sign_up, 1, "", by).error().code ==
          "sign-up.no-reason");
    hub::move_waiting(ground, hub.audit, second.sign_up, 1, "坐轮椅，提前安排", by).value();
    const auto row = hub.office.rows().sign_up(second.sign_up).value();
    CHECK(hub.office.rows().place(*row).value() == 1);
    CHECK(hub.audit.of_subject(second.sign_up.hex(), 10).value().size() == 1);
    hub.audit.verify().value();
}

TEST_CASE("Nobody reads a name in the database, and what is past its date is gone with its key",
          "[privacy]") {
    Office hub;
    hub.send(hub.sign_up(2));
    hub.database.connection().run("PRAGMA wal_checkpoint(TRUNCATE)").value();
    const std::string bytes = test::bytes_of(hub.folder / "hub.db");
    CHECK(bytes.find("欧阳") == std::string::npos);
    CHECK(bytes.find("13857601234") == std::string::npos);
    auto& ground = hub.office.ground();
    CHECK(hub::person_export(ground, "138 5760 1234").value().find("欧阳王阿姨") !=
          std::string::npos);
    CHECK(hub::as_csv(hub::roster(ground, domain::OccasionId{7}).value()).find("13857601234") !=
          std::string::npos);
    REQUIRE(hub.keys.personal_numbers().size() == 1);
    hub.clock.advance(24h * 70);
    hub.office.tick().value();
    CHECK(hub.keys.personal_numbers().empty());
    CHECK(hub::person_export(ground, "13857601234").value() == "[]");
    CHECK(hub.office.rows().of_occasion({7}).value().size() == 1);  // counts stay
}

TEST_CASE("Who wants to be forgotten is, and what was to come is cancelled", "[privacy]") {
    Office hub;
    const Operation taken = hub.sign_up(2);
    hub.send(taken);
    hub.send(hub.sign_up(1, "13900000000"));
    const store::By by{"小林", hub.clock.now()};
    CHECK(hub::person_forget(hub.office.ground(), hub.audit, "13857601234", by).value() == 1);
    CHECK(hub.office.rows().sign_up(taken.sign_up).value()->state == cancelled);
    CHECK_FALSE(hub.look_up(taken.code, "1234").found);
    CHECK(hub.office.rows().occasion({7}).value()->seats.confirmed == 1);
}

TEST_CASE("Keys change and what is on its way is still read", "[privacy]") {
    Office hub;
    const Operation before = hub.sign_up(2);
    hub.keys.rotate(hub.disk, hub.town.random).value();
    CHECK(hub.keys.seal_key().number == 2);
    CHECK(hub.send(before).verdict == Verdict::done);
    CHECK(hub.send(hub.sign_up(1)).verdict == Verdict::done);
    const auto again =
        hub::SignUpKeys::open(hub.disk, hub.folder / "keys/sign-ups", hub.town.random).value();
    CHECK(again.seal_key() == hub.keys.seal_key());
    CHECK(again.opening(1) != nullptr);
    CHECK(again.opening(3) == nullptr);
}

TEST_CASE("Lots can be drawn again by anyone, and a changed result is noticed", "[draw]") {
    Office hub;
    hub.evening.signup_closes = hub.evening.start - 2h;
    hub.put();
    auto& ground = hub.office.ground();
    const auto commitment = hub::prepare_draw(ground, {7}, hub.clock.now()).value();
    for (int i = 0; i < 8; ++i) CHECK(hub.send(hub.sign_up(2)).status.state == waitlisted);
    CHECK(hub::draw_lots(ground, {7}, hub.clock.now()).error().code == "draw.not-yet");
    hub.clock.advance(22h);
    hub.office.tick().value();
    const auto draw = hub.office.rows().draw({7}).value();
    CHECK(hub::commitment_to({7}, draw->seed) == commitment);
    CHECK(hub.office.rows().occasion({7}).value()->seats.confirmed == 10);
    CHECK(hub::verify_draw(hub.office.rows(), {7}).value().good);
    hub.database.connection().run("UPDATE sign_up_drawn SET seated = 1 - seated").value();
    CHECK_FALSE(hub::verify_draw(hub.office.rows(), {7}).value().good);
}

TEST_CASE("What is called off cancels what was signed up for, and everyone is to be told",
          "[sign-ups]") {
    Office hub;
    const Operation taken = hub.sign_up(2);
    hub.send(taken);
    hub.evening.state = domain::OccasionState::cancelled;
    hub.put();
    const auto row = hub.office.rows().sign_up(taken.sign_up).value();
    CHECK(row->state == cancelled);
    CHECK(row->why == domain::Why::called_off);
    CHECK(row->to_tell == "called off");
    CHECK(hub.send(hub.sign_up(1)).status.why == domain::Why::called_off);
}

TEST_CASE("Seats that staff count apart are not given again", "[sign-ups]") {
    Office hub;
    hub.put(9);
    CHECK(hub.send(hub.sign_up(1)).status.state == confirmed);
    CHECK(hub.send(hub.sign_up(1)).status.state == waitlisted);
}

TEST_CASE("An open sheet holds its seats for four minutes", "[holds]") {
    Office hub;
    HoldRequest request{hub.town.centre, 1, {}, {7}, 9};
    request.hold.bytes[0] = 1;
    const PublicKey online[] = {hub.town.online.public_key()};
    const auto ask = [&] {
        const auto answer = hub.office.hold(sign_hold_request(request, hub.kiosk)).value();
        return read_hold_reply(answer, online, hub.town.centre, request.hold).value();
    };
    CHECK(ask().seats == 9);
    CHECK(ask().free == 1);
    CHECK(hub.send(hub.sign_up(2)).status.state == waitlisted);
    Operation holder = hub.sign_up(9);
    holder.hold = request.hold;
    CHECK(hub.send(holder).status.state == confirmed);
    CHECK(hub.office.rows().occasion({7}).value()->seats.held == 0);
    CHECK(ask().seats == 0);  // it was used
    request.hold.bytes[0] = 2;
    request.seats = 1;
    hub.send(hub.change(OperationKind::cancel, holder));
    hub.clock.advance(1min);
    hub.office.tick().value();
    CHECK(ask().seats == 1);
    hub.clock.advance(5min);
    hub.office.tick().value();
    CHECK(hub.office.rows().occasion({7}).value()->seats.held == 0);
}
