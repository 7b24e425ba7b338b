// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "sync/sign_ups/look_up.h"
#include "sync/sign_ups/operation.h"
#include "sync/sign_ups/reply.h"
#include "sync/sign_ups/submission.h"
#include "sync/town_keys.h"

using namespace wenlan;
using namespace wenlan::sync;

namespace {

struct Lobby {
    test::TownKeys town;
    SigningKey kiosk = SigningKey::make(town.random);
    OpeningKey hub = OpeningKey::make(town.random);
    NumberedSealKey hub_key{3, hub.seal_key()};

    SealedForm form() {
        SealedForm made;
        town.random.fill(made.sign_up.bytes);
        domain::Answer name;
        name.kind = domain::QuestionKind::name;
        name.text = "王阿姨";
        domain::Answer choices;
        choices.kind = domain::QuestionKind::choices;
        choices.chosen = {0, 2};
        made.answers = {4, {name, choices}, true};
        return made;
    }
    Operation operation() {
        Operation made;
        const SealedForm sealed = form();
        made.id.bytes = sealed.sign_up.bytes;
        made.sign_up = sealed.sign_up;
        made.centre = town.centre;
        made.kiosk = 12;
        made.sequence = 7;
        made.occasion = {31};
        made.listing = {5};
        made.party = 2;
        made.entered = town.now;
        made.rights = {{9, 0}, {9, 3}};
        made.code = "H12835044";
        made.sealed = seal_form(sealed, hub_key, town.random).value();
        return made;
    }
    Reply reply() {
        Reply made;
        made.centre = town.centre;
        made.kiosk = 12;
        made.at = town.now;
        made.seal_key = hub_key;
        Receipt receipt;
        receipt.id.bytes[3] = 1;
        receipt.message = hash_of("x");
        receipt.status.state = domain::SignUpState::waitlisted;
        receipt.status.place = 2;
        receipt.status.code = "83504417";
        made.receipts = {receipt};
        made.statuses = {receipt.status};
        made.grants = {{4, {31}, 3, town.now}};
        return made;
    }
};

}  // namespace

TEST_CASE("What a kiosk took is read as it was written, and known to be the kiosk's", "[message]") {
    Lobby lobby;
    const Operation operation = lobby.operation();
    const std::string message = sign_operation(operation, lobby.kiosk);
    CHECK(read_operation(message).value() == operation);
    CHECK(signed_by(message, lobby.kiosk.public_key()));
    CHECK_FALSE(signed_by(message, lobby.town.online.public_key()));
    CHECK_FALSE(signed_by("", lobby.kiosk.public_key()));
}

TEST_CASE("A changed, cut or lengthened message is not accepted", "[message]") {
    Lobby lobby;
    const std::string message = sign_operation(lobby.operation(), lobby.kiosk);
    for (std::size_t i = 0; i < message.size(); i += 3) {
        std::string changed = message;
        changed[i] = static_cast<char>(changed[i] ^ 4);
        REQUIRE((!read_operation(changed).ok() || !signed_by(changed, lobby.kiosk.public_key())));
        REQUIRE_FALSE(read_operation(message.substr(0, i)).ok());
    }
    CHECK_FALSE(read_operation(message + '\0').ok());
    CHECK_FALSE(read_operation(message + message).ok());
    CHECK_FALSE(read_operation(std::string(operation_bytes_max + 1, 'x')).ok());
}

TEST_CASE("Only the hub reads a form, and its length tells next to nothing", "[sealed]") {
    Lobby lobby;
    SealedForm form = lobby.form();
    const std::string sealed = seal_form(form, lobby.hub_key, lobby.town.random).value();
    CHECK(seal_key_number(sealed) == 3);
    CHECK(sealed.find("王阿姨") == std::string::npos);
    CHECK(open_form(sealed, lobby.hub).value() == form);
    CHECK(open_form(sealed, OpeningKey::make(lobby.town.random)).error().code == "seal.broken");
    CHECK_FALSE(open_form("", lobby.hub).ok());
    CHECK_FALSE(open_proof(sealed, lobby.hub).ok());
    form.answers.answers[0].text = "欧阳先生和他的一家";
    CHECK(seal_form(form, lobby.hub_key, lobby.town.random).value().size() == sealed.size());
    form.answers.answers[0].text = std::string(form_bytes_max, 'x');
    CHECK(seal_form(form, lobby.hub_key, lobby.town.random).error().code == "sign-up.too-long");
}

TEST_CASE("Padding comes off only as it was put on", "[sealed]") {
    for (const std::size_t size : {0, 1, 247, 248, 249, 5000, 16376}) {
        const std::string bytes(size, 'x');
        const std::string room = padded(bytes).value();
        CAPTURE(size, room.size());
        CHECK((room.size() & (room.size() - 1)) == 0);
        CHECK(unpadded(room).value() == bytes);
        CHECK_FALSE(unpadded(room + room).ok());
        CHECK_FALSE(unpadded(room.substr(1)).ok());
        if (size + 8 == room.size()) continue;
        std::string dirty = room;
        dirty.back() = 'x';
        CHECK_FALSE(unpadded(dirty).ok());
    }
    CHECK_FALSE(padded(std::string(16377, 'x')).ok());
}

TEST_CASE("A proof is good for the operation that it names", "[sealed]") {
    Lobby lobby;
    SealedProof proof;
    proof.operation.bytes[0] = 9;
    proof.code = "83504417";
    proof.tail = "1234";
    const std::string sealed = seal_proof(proof, lobby.hub_key, lobby.town.random).value();
    CHECK(open_proof(sealed, lobby.hub).value() == proof);
}

TEST_CASE("What a kiosk brings comes as a whole or not at all", "[message]") {
    Lobby lobby;
    Submission submission;
    submission.centre = lobby.town.centre;
    submission.kiosk = 12;
    submission.operations = {sign_operation(lobby.operation(), lobby.kiosk), "anything"};
    submission.watched = {{lobby.form().sign_up, 3}};
    submission.wants_rights = true;
    const std::string message = sign_submission(submission, lobby.kiosk);
    CHECK(read_submission(message).value() == submission);
    CHECK(signed_by(message, lobby.kiosk.public_key()));
    CHECK_FALSE(read_submission(message.substr(0, message.size() - 1)).ok());
    CHECK_FALSE(read_operation(message).ok());

    HoldRequest hold{lobby.town.centre, 12, {}, {31}, 4};
    hold.hold.bytes[1] = 1;
    CHECK(read_hold_request(sign_hold_request(hold, lobby.kiosk)).value() == hold);
    hold.hold = {};
    CHECK_FALSE(read_hold_request(sign_hold_request(hold, lobby.kiosk)).ok());
}

TEST_CASE("An answer is believed that the centre signed for this kiosk", "[message]") {
    Lobby lobby;
    const Reply reply = lobby.reply();
    const PublicKey keys[] = {lobby.town.online.public_key()};
    const std::string message = sign_reply(reply, lobby.town.online);
    CHECK(read_reply(message, keys, lobby.town.centre, 12).value() == reply);
    CHECK(read_reply(message, keys, lobby.town.centre, 13).error().code == "receipt.for-another");
    CHECK(read_reply(message, keys, {}, 12).error().code == "receipt.for-another");
    CHECK(read_reply(sign_reply(reply, lobby.kiosk), keys, lobby.town.centre, 12).error().code ==
          "receipt.unknown-key");
    std::string changed = message;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    CHECK(read_reply(changed, keys, lobby.town.centre, 12).error().code == "receipt.bad-signature");
    CHECK(read_receipt_bytes(receipt_bytes(reply.receipts[0])).value() == reply.receipts[0]);
}

TEST_CASE("An answer to a look-up has the same length whether anything was found or not",
          "[look-up]") {
    Lobby lobby;
    const OpeningKey once = OpeningKey::make(lobby.town.random);
    const LookUpQuestion question{once.seal_key(), "83504417", "1234"};
    const std::string sealed = seal_question(question, lobby.hub_key, lobby.town.random).value();
    CHECK(open_question(sealed, lobby.hub).value() == question);
    LookUpAnswer found;
    found.found = true;
    found.name = "欧阳先生和他的一家，还有邻居";
    found.masked_phone = masked_phone("13857601234");
    found.status.code = "83504417";
    const std::string yes = seal_answer(found, once.seal_key(), lobby.town.random).value();
    const std::string no = seal_answer({}, once.seal_key(), lobby.town.random).value();
    CHECK(yes.size() == no.size());
    CHECK(open_answer(yes, once).value() == found);
    CHECK(open_answer(no, once).value() == LookUpAnswer{});
    CHECK(masked_phone("13857601234") == "138****1234");
    CHECK(masked_phone("8740") == "****");
}
