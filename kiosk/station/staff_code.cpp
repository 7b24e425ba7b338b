// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/staff_code.h"

#include <algorithm>

#include "sync/crypto/hex.h"

namespace wenlan::station {

namespace {

constexpr std::string_view head = "argon2id:";
constexpr auto cost = sync::SlowHashCost::interactive;

bool is_a_code(std::string_view digits) {
    return digits.size() == StaffCode::length &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 111111, 123456, 654321.
bool is_a_first_guess(std::string_view digits) {
    const int step = digits[1] - digits[0];
    if (step < -1 || step > 1) return false;
    for (std::size_t i = 1; i < digits.size(); ++i) {
        if (digits[i] - digits[i - 1] != step) return false;
    }
    return true;
}

}  // namespace

base::Result<StaffCode> StaffCode::of_digits(std::string_view digits, base::Random& random) {
    if (!is_a_code(digits)) {
        return base::Error{"staff.bad-code", "A staff code is six digits."};
    }
    if (is_a_first_guess(digits)) {
        return base::Error{"staff.bad-code", "Everybody tries that code first; take another one."};
    }
    StaffCode code;
    random.fill(code.salt_);
    code.hash_ = TRY(sync::slow_hash(digits, code.salt_, cost));
    return code;
}

std::optional<StaffCode> StaffCode::of_text(std::string_view text) {
    StaffCode code;
    if (!text.starts_with(head)) return std::nullopt;
    text.remove_prefix(head.size());
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto hash = sync::Hash::of_hex(text.substr(colon + 1));
    if (!hash || !sync::from_hex(text.substr(0, colon), code.salt_)) return std::nullopt;
    code.hash_ = *hash;
    return code;
}

std::string StaffCode::text() const {
    return std::string(head) + sync::to_hex(salt_) + ":" + hash_.hex();
}

base::Result<bool> StaffCode::opens(std::string_view digits) const {
    if (!is_a_code(digits)) return false;
    const sync::Hash hash = TRY(sync::slow_hash(digits, salt_, cost));
    return sync::equal_in_constant_time(hash.hex(), hash_.hex());
}

}  // namespace wenlan::station
