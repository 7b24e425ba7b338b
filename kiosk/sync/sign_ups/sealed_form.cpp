// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/sealed_form.h"

#include <algorithm>

#include "sync/crypto/secret.h"
#include "sync/sign_ups/wire.h"

namespace wenlan::sync {

namespace {

constexpr std::size_t bucket_min = 256;
constexpr std::size_t bucket_max = 16 << 10;
constexpr std::size_t number_bytes = 8;
constexpr std::int64_t key_number_max = 1'000'000;
constexpr std::int64_t answer_max = 1'000'000'000;

}  // namespace

template <typename Wire>
void describe(Wire& wire, domain::Answer& answer) {
    wire.integer(answer.kind, 0, 8);
    wire.text(answer.text, form_bytes_max);
    wire.integer(answer.number, -1, answer_max);
    wire.list(answer.chosen, 1000, [](Wire& w, int& chosen) { w.integer(chosen, 0, 1000); });
    wire.flag(answer.ticked);
}

template <typename Wire>
void describe(Wire& wire, domain::Answers& answers) {
    wire.integer(answers.form_version, 0, answer_max);
    wire.list(answers.answers, domain::questions_max,
              [](Wire& w, domain::Answer& answer) { describe(w, answer); });
    wire.flag(answers.guardian_agrees);
}

template <typename Wire>
void describe(Wire& wire, SealedForm& form) {
    wire.head("wenlan form 1");
    wire.raw(form.sign_up.bytes);
    describe(wire, form.answers);
}

template <typename Wire>
void describe(Wire& wire, SealedProof& proof) {
    wire.head("wenlan proof 1");
    wire.raw(proof.operation.bytes);
    wire.text(proof.code, 20);
    wire.text(proof.tail, 4);
}

namespace {

// Plain bytes that are wiped when they go.
struct Wiped {
    std::string bytes;
    ~Wiped() { wipe(bytes.data(), bytes.size()); }
};

base::Result<std::string> seal_padded(Wiped plain, const NumberedSealKey& hub,
                                      base::Random& random) {
    const Wiped room{TRY(padded(plain.bytes))};
    const std::string box = TRY(seal(hub.key, room.bytes, random));
    std::string sealed(number_bytes, '\0');
    for (std::size_t i = 0; i < number_bytes; ++i) {
        sealed[number_bytes - 1 - i] =
            static_cast<char>(static_cast<std::uint64_t>(hub.number) >> (8 * i) & 0xFF);
    }
    return sealed + box;
}

template <typename T>
base::Result<T> open_padded(std::string_view sealed, const OpeningKey& key) {
    if (sealed.size() < number_bytes) {
        return base::Error{"seal.broken", "What was sealed cannot be opened with this key."};
    }
    const Wiped room{TRY(key.open(sealed.substr(number_bytes)))};
    const Wiped plain{TRY(unpadded(room.bytes))};
    WireReader reader(plain.bytes);
    T thing;
    describe(reader, thing);
    if (!reader.whole()) {
        return base::Error{"sealed.malformed", "What was sealed cannot be understood.",
                           reader.fault()};
    }
    return thing;
}

}  // namespace

std::string answers_bytes(const domain::Answers& answers) {
    WireWriter writer;
    domain::Answers copy = answers;
    describe(writer, copy);
    return writer.take();
}

base::Result<domain::Answers> read_answers(std::string_view bytes) {
    WireReader reader(bytes);
    domain::Answers answers;
    describe(reader, answers);
    if (!reader.whole()) {
        return base::Error{"answers.malformed", "What was answered cannot be understood.",
                           reader.fault()};
    }
    return answers;
}

base::Result<std::string> padded(std::string_view bytes) {
    if (bytes.size() + number_bytes > bucket_max) {
        return base::Error{"sign-up.too-long", "More was written than the form holds."};
    }
    std::size_t bucket = bucket_min;
    while (bucket < bytes.size() + number_bytes) bucket *= 2;
    WireWriter writer;
    std::string copy(bytes);
    writer.bytes(copy, bucket_max);
    wipe(copy.data(), copy.size());
    std::string room = writer.take();
    room.resize(bucket, '\0');
    return room;
}

base::Result<std::string> unpadded(std::string_view bytes) {
    const base::Error malformed{"sealed.malformed", "What was sealed cannot be understood.",
                                "its padding"};
    if (bytes.size() < bucket_min || bytes.size() > bucket_max) return malformed;
    std::size_t size = 0;
    for (const char c : bytes.substr(0, number_bytes)) {
        size = size << 8 | static_cast<unsigned char>(c);
    }
    if (size > bytes.size() - number_bytes) return malformed;
    std::size_t bucket = bucket_min;
    while (bucket < size + number_bytes) bucket *= 2;
    const std::string_view rest = bytes.substr(number_bytes + size);
    const bool zeros = std::all_of(rest.begin(), rest.end(), [](char c) { return c == '\0'; });
    if (bucket != bytes.size() || !zeros) return malformed;
    return std::string(bytes.substr(number_bytes, size));
}

base::Result<std::string> seal_form(const SealedForm& form, const NumberedSealKey& hub,
                                    base::Random& random) {
    return seal_padded({written(form)}, hub, random);
}

base::Result<std::string> seal_proof(const SealedProof& proof, const NumberedSealKey& hub,
                                     base::Random& random) {
    return seal_padded({written(proof)}, hub, random);
}

int seal_key_number(std::string_view sealed) {
    if (sealed.size() < number_bytes) return 0;
    std::uint64_t number = 0;
    for (const char c : sealed.substr(0, number_bytes)) {
        number = number << 8 | static_cast<unsigned char>(c);
    }
    return number <= key_number_max ? static_cast<int>(number) : 0;
}

base::Result<SealedForm> open_form(std::string_view sealed, const OpeningKey& key) {
    return open_padded<SealedForm>(sealed, key);
}

base::Result<SealedProof> open_proof(std::string_view sealed, const OpeningKey& key) {
    return open_padded<SealedProof>(sealed, key);
}

}  // namespace wenlan::sync
