// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/log.h"
#include "station/sign_ups.h"

// sign_up_once OUTBOX [NAME PHONE]: takes one sign-up where no hub answers, as a screen does, and
// says what the screen would say: "stored ID", or "nothing CODE" of the error. Without a name it
// says what is kept: the id of each, a line each.

namespace {

using namespace wenlan;

class NoLine final : public sync::HubLine {
public:
    base::Result<std::string> ask(std::string_view, const std::string&, base::Duration) override {
        return base::Error{"net.no-answer", "Nobody answers."};
    }
};

int list(store::Outbox& outbox) {
    constexpr std::size_t all = 10'000;
    const auto pending = outbox.pending(all, all * 1000);
    if (!pending) return 1;
    for (const auto& operation : pending.value()) {
        std::printf("%s\n", operation.sign_up.hex().c_str());
    }
    return 0;
}

domain::Question asks(domain::QuestionKind kind) {
    domain::Question question;
    question.kind = kind;
    return question;
}

station::SignUpRequest request_of(const char* name, const char* phone) {
    station::SignUpRequest request;
    request.listing = {1};
    request.occasion = {1};
    request.form.questions = {asks(domain::QuestionKind::name), asks(domain::QuestionKind::phone)};
    domain::Answer called;
    called.kind = domain::QuestionKind::name;
    called.text = name;
    domain::Answer number;
    number.kind = domain::QuestionKind::phone;
    number.text = phone;
    request.answers.answers = {called, number};
    return request;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 4) return 2;
    base::log::set_level(base::log::Level::debug);
    auto opened = store::Outbox::open(argv[1]);
    if (!opened) {
        std::printf("nothing %s\n", opened.error().code.c_str());
        return 1;
    }
    store::Outbox outbox = std::move(opened).value();
    if (argc == 2) return list(outbox);

    base::SystemRandom random;
    base::SystemClock clock;
    const sync::SigningKey key = sync::SigningKey::make(random);
    const sync::OpeningKey hub = sync::OpeningKey::make(random);
    store::Settlement learnt;
    learnt.seal_key_number = 1;
    const auto& bytes = hub.seal_key().bytes;
    learnt.seal_key.assign(bytes.begin(), bytes.end());
    if (const auto known = outbox.settle(learnt); !known) {
        std::printf("nothing %s\n", known.error().code.c_str());
        return 1;
    }
    NoLine line;
    const auto no_keys = [] { return std::vector<sync::PublicKey>{}; };
    sync::Delivery delivery(outbox, line, clock, random, {{}, 1, &key}, no_keys);
    station::SignUps sign_ups({outbox, delivery, line, clock, random,
                               "a screen's own secret, 32 bytes.", no_keys,
                               station::SignUps::argon2()});
    const auto outcome = sign_ups.take(request_of(argv[2], argv[3]));
    if (outcome.stamp == model::SignUpStamp::none) {
        std::printf("nothing %s\n", outcome.failure ? outcome.failure->code.c_str() : "refused");
    } else {
        std::printf("stored %s\n", outcome.id.hex().c_str());
    }
    std::fflush(stdout);
    // As if it were killed now: nothing is closed in good order.
    std::_Exit(0);
}
