// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/signed_text.h"

#include <algorithm>
#include <optional>

#include "sync/crypto/hex.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view line_start = "sig ";
constexpr std::size_t key_digits = 64;
constexpr std::size_t signature_digits = 128;
constexpr std::size_t line_bytes = line_start.size() + key_digits + 1 + signature_digits + 1;

base::Error refused(const SignedKind& kind, std::string_view why, std::string_view message) {
    return {std::string(kind.name) + "." + std::string(why), std::string(message)};
}

std::optional<SignedText::By> read_line(std::string_view line) {
    SignedText::By by;
    const std::string_view key = line.substr(line_start.size(), key_digits);
    const std::string_view signature =
        line.substr(line_start.size() + key_digits + 1, signature_digits);
    if (!line.starts_with(line_start) || line[line_start.size() + key_digits] != ' ' ||
        line.back() != '\n' || !from_hex(key, by.key.bytes) ||
        !from_hex(signature, by.signature.bytes)) {
        return std::nullopt;
    }
    return by;
}

}  // namespace

base::Result<SignedText> split_signed(std::string_view file, const SignedKind& kind) {
    if (file.size() > kind.bytes_max) {
        return refused(kind, "too-large", "What the centre sent is larger than allowed.");
    }
    const base::Error malformed =
        refused(kind, "malformed", "What the centre sent cannot be understood.");
    SignedText result;
    while (!file.empty() && file.front() != '\n') {
        if (file.size() < line_bytes || result.signatures.size() == signatures_max)
            return malformed;
        const auto by = read_line(file.substr(0, line_bytes));
        if (!by) return malformed;
        if (!result.signatures.empty() && by->key <= result.signatures.back().key) return malformed;
        result.signatures.push_back(*by);
        file.remove_prefix(line_bytes);
    }
    if (file.empty() || result.signatures.empty()) return malformed;
    result.text = file.substr(1);
    return result;
}

base::Result<void> check_signatures(const SignedText& signed_text, const SignedKind& kind,
                                    std::span<const PublicKey> keys, std::size_t need) {
    std::size_t good = 0;
    for (const SignedText::By& by : signed_text.signatures) {
        if (std::find(keys.begin(), keys.end(), by.key) == keys.end()) continue;
        if (!verified(by.key, kind.purpose, signed_text.text, by.signature)) {
            return refused(kind, "bad-signature",
                           "What the centre sent was changed on the way, or is not from it.");
        }
        ++good;
    }
    if (good == 0) {
        return refused(kind, "unknown-key", "What was sent is not signed by this centre.");
    }
    if (good < need) {
        return refused(kind, "too-few-signatures",
                       "What was sent is not signed by enough of the centre's keys.");
    }
    return {};
}

base::Result<std::string> open_signed(std::string_view file, const SignedKind& kind,
                                      std::span<const PublicKey> keys, std::size_t need) {
    SignedText signed_text = TRY(split_signed(file, kind));
    TRY(check_signatures(signed_text, kind, keys, need));
    return std::move(signed_text.text);
}

std::string sign_text(std::string_view text, Purpose purpose,
                      std::span<const SigningKey* const> keys) {
    base::ensure(!keys.empty() && keys.size() <= signatures_max, "one to eight keys sign a text");
    std::vector<const SigningKey*> ordered(keys.begin(), keys.end());
    std::sort(ordered.begin(), ordered.end(), [](const SigningKey* a, const SigningKey* b) {
        return a->public_key() < b->public_key();
    });
    std::string file;
    for (const SigningKey* key : ordered) {
        file += line_start;
        file += key->public_key().hex();
        file += ' ';
        file += to_hex(key->sign(purpose, text).bytes);
        file += '\n';
    }
    file += '\n';
    file += text;
    return file;
}

}  // namespace wenlan::sync
