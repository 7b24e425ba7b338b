// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sync/crypto/signing.h"

namespace wenlan::sync {

// A text with signatures before it:
//   sig <key, 64 digits> <signature, 128 digits>     one to eight, by key, each key once
//   <empty line>
//   the text
// Splitting it understands nothing of the text.
struct SignedText {
    struct By {
        PublicKey key;
        Signature signature;
    };
    std::vector<By> signatures;
    std::string text;
};

inline constexpr std::size_t signatures_max = 8;

// What is to be opened: its kind, as error codes name it ("manifest"), and the most that it may be.
struct SignedKind {
    Purpose purpose;
    std::string_view name;
    std::size_t bytes_max;
};

// Codes: <name>.too-large, <name>.malformed.
base::Result<SignedText> split_signed(std::string_view file, const SignedKind& kind);

// The text of a file that at least `need` of the keys have signed. Signatures by other keys are of
// no account; a bad one by one of the keys is. Codes besides: <name>.unknown-key (none of ours),
// <name>.too-few-signatures, <name>.bad-signature.
base::Result<std::string> open_signed(std::string_view file, const SignedKind& kind,
                                      std::span<const PublicKey> keys, std::size_t need);
base::Result<void> check_signatures(const SignedText& signed_text, const SignedKind& kind,
                                    std::span<const PublicKey> keys, std::size_t need);

std::string sign_text(std::string_view text, Purpose purpose,
                      std::span<const SigningKey* const> keys);

}  // namespace wenlan::sync
