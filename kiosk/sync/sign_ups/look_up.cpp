// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/look_up.h"

#include "domain/answers.h"
#include "sync/sign_ups/wire.h"

namespace wenlan::sync {

namespace {

constexpr std::int64_t id_max = 1'000'000'000'000;
constexpr std::size_t name_bytes = 200;

}  // namespace

template <typename Wire>
void describe(Wire& wire, LookUpQuestion& question) {
    wire.head("wenlan question 1");
    wire.raw(question.answer_to.bytes);
    wire.text(question.code, 20);
    wire.text(question.tail, 4);
}

template <typename Wire>
void describe(Wire& wire, LookUpAnswer& answer) {
    wire.head("wenlan answer 1");
    wire.flag(answer.found);
    wire.flag(answer.wait);
    wire.raw(answer.status.id.bytes);
    wire.integer(answer.status.state, 0, 6);
    wire.integer(answer.status.why, 0, domain::why_count - 1);
    wire.integer(answer.status.version, 0, id_max);
    wire.integer(answer.status.party, 0, domain::party_max);
    wire.integer(answer.status.present, 0, domain::party_max);
    wire.integer(answer.status.place, 0, id_max);
    wire.text(answer.status.code, 20);
    wire.integer(answer.occasion.value, 0, id_max);
    wire.integer(answer.listing.value, 0, id_max);
    wire.text(answer.name, name_bytes);
    wire.text(answer.masked_phone, 20);
}

namespace {

template <typename T>
base::Result<T> opened(std::string_view box, const OpeningKey& key) {
    const std::string room = TRY(key.open(box));
    const std::string plain = TRY(unpadded(room));
    WireReader reader(plain);
    T thing;
    describe(reader, thing);
    if (!reader.whole()) {
        return base::Error{"sealed.malformed", "What was sealed cannot be understood.",
                           reader.fault()};
    }
    return thing;
}

}  // namespace

base::Result<std::string> seal_question(const LookUpQuestion& question, const NumberedSealKey& hub,
                                        base::Random& random) {
    return seal(hub.key, TRY(padded(written(question))), random);
}

base::Result<LookUpQuestion> open_question(std::string_view sealed, const OpeningKey& hub) {
    return opened<LookUpQuestion>(sealed, hub);
}

// Every answer is as long as any other: the name is filled up with spaces.
base::Result<std::string> seal_answer(const LookUpAnswer& answer, const SealKey& to,
                                      base::Random& random) {
    LookUpAnswer filled = answer;
    filled.name.resize(name_bytes, ' ');
    return seal(to, TRY(padded(written(filled))), random);
}

base::Result<LookUpAnswer> open_answer(std::string_view sealed, const OpeningKey& key) {
    LookUpAnswer answer = TRY(opened<LookUpAnswer>(sealed, key));
    while (answer.name.ends_with(' ')) answer.name.pop_back();
    return answer;
}

std::string masked_phone(std::string_view digits) {
    if (digits.size() < 8) return std::string(digits.size(), '*');
    return std::string(digits.substr(0, 3)) + "****" +
           std::string(digits.substr(digits.size() - 4));
}

}  // namespace wenlan::sync
