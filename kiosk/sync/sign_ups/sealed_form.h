// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "domain/answers.h"
#include "domain/sign_up.h"
#include "sync/crypto/sealed_box.h"

namespace wenlan::sync {

// Which of the hub's keys something is sealed to.
struct NumberedSealKey {
    int number = 1;
    SealKey key;

    bool operator==(const NumberedSealKey&) const = default;
};

// What only the hub may read of a sign-up. It names the sign-up, so that it is of no use in
// another.
struct SealedForm {
    domain::SignUpId sign_up;
    domain::Answers answers;

    bool operator==(const SealedForm&) const = default;
};

// That whoever asks has the code, and the phone's last four where the code needs them.
struct SealedProof {
    domain::OperationId operation;
    std::string code;  // as domain::Code::plain()
    std::string tail;

    bool operator==(const SealedProof&) const = default;
};

// The most that a form may be, and what it is once sealed.
inline constexpr std::size_t form_bytes_max = (16 << 10) - 8;
inline constexpr std::size_t sealed_bytes_max = (16 << 10) + seal_overhead_bytes + 8;

// Padded, so that its length tells next to nothing, and sealed. "sign-up.too-long": more was
// written than a form holds.
base::Result<std::string> seal_form(const SealedForm& form, const NumberedSealKey& hub,
                                    base::Random& random);
base::Result<std::string> seal_proof(const SealedProof& proof, const NumberedSealKey& hub,
                                     base::Random& random);

// The number of the key that something is sealed to; 0: it is not sealed.
int seal_key_number(std::string_view sealed);

// Codes: seal.broken, sealed.malformed.
base::Result<SealedForm> open_form(std::string_view sealed, const OpeningKey& key);
base::Result<SealedProof> open_proof(std::string_view sealed, const OpeningKey& key);

// Answers alone, as the hub keeps them, encrypted.
std::string answers_bytes(const domain::Answers& answers);
base::Result<domain::Answers> read_answers(std::string_view bytes);

// Bytes of any kind, padded to 256, 512, ... 16,384, and back. For what is sealed.
base::Result<std::string> padded(std::string_view bytes);
base::Result<std::string> unpadded(std::string_view bytes);

}  // namespace wenlan::sync
