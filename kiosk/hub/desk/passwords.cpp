// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/passwords.h"

#include <mutex>

#include "base/utf8.h"
#include "hub/import/clean_text.h"
#include "sync/crypto/hash.h"
#include "sync/crypto/hex.h"
#include "sync/crypto/slow_hash.h"

namespace wenlan::hub::desk {

namespace {

base::Result<std::string> slow(std::string_view password, const sync::Salt& salt) {
    static std::mutex one_at_a_time;
    const std::lock_guard guard(one_at_a_time);
    return TRY(sync::slow_hash(password, salt, sync::SlowHashCost::interactive)).hex();
}

}  // namespace

std::string compared_name(std::string_view name) { return folded(name); }

std::optional<Fault> fault_of_name(std::string_view name) {
    const bool plain = base::utf8::valid(name) && clean_line(name) == name && !damaged(name);
    if (name.empty() || !plain || compared_name(name).empty()) {
        return Fault{"name",
                     "desk.bad-name",
                     {"名字不能空着，也不能有看不见的字符。",
                      "A name is not empty and has no characters that cannot be seen."}};
    }
    if (base::utf8::length(name) > account_name_max) {
        return Fault{"name",
                     "text.too-long",
                     {"名字最多 20 个字。", "A name has at most 20 characters."},
                     account_name_max};
    }
    return std::nullopt;
}

std::optional<Fault> fault_of_password(std::string_view password, std::string_view name) {
    const std::size_t length = base::utf8::length(password);
    if (!base::utf8::valid(password) || length < password_characters_min) {
        return Fault{"password",
                     "desk.weak-password",
                     {"密码至少 8 个字符。", "A password has at least 8 characters."}};
    }
    if (length > password_characters_max) {
        return Fault{"password",
                     "text.too-long",
                     {"密码最多 200 个字符。", "A password has at most 200 characters."},
                     password_characters_max};
    }
    const bool one_character = password.find_first_not_of(password.front()) == std::string::npos;
    if (one_character || compared_name(password) == compared_name(name)) {
        return Fault{"password",
                     "desk.weak-password",
                     {"这个密码太容易猜了。", "This password is too easy to guess."}};
    }
    return std::nullopt;
}

base::Result<store::PasswordHash> hash_password(std::string_view password, base::Random& random) {
    sync::Salt salt{};
    random.fill(salt);
    return store::PasswordHash{sync::to_hex(salt), TRY(slow(password, salt))};
}

base::Result<bool> password_fits(std::string_view password,
                                 const std::optional<store::Account>& account) {
    sync::Salt salt{};
    if (account && !sync::from_hex(account->password.salt, salt)) {
        return base::Error{"account.damaged", "An account is damaged.", account->name};
    }
    const std::string hash = TRY(slow(password, salt));
    return account && sync::equal_in_constant_time(hash, account->password.hash);
}

}  // namespace wenlan::hub::desk
