// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/login_tries.h"

#include <algorithm>

namespace wenlan::hub::desk {

namespace {

constexpr int free_tries = 3;
constexpr base::Duration longest_wait = std::chrono::minutes{2};
constexpr base::Duration forgotten_after = std::chrono::minutes{30};
constexpr std::size_t remembered_max = 10'000;

}  // namespace

base::Duration LoginTries::wait(const std::string& who, base::Duration now) {
    const std::lock_guard guard(lock_);
    const auto found = by_who_.find(who);
    if (found == by_who_.end() || found->second.count < free_tries) return {};
    // 1 s after the third, then twice as long each time.
    const int doublings = std::min(found->second.count - free_tries, 10);
    const base::Duration pause =
        std::min<base::Duration>(std::chrono::seconds{1 << doublings}, longest_wait);
    return std::max(base::Duration{}, found->second.last + pause - now);
}

void LoginTries::wrong(const std::string& who, base::Duration now) {
    const std::lock_guard guard(lock_);
    drop_old(now);
    Wrong& wrong = by_who_[who];
    ++wrong.count;
    wrong.last = now;
}

void LoginTries::right(const std::string& who) {
    const std::lock_guard guard(lock_);
    by_who_.erase(who);
}

void LoginTries::drop_old(base::Duration now) {
    std::erase_if(by_who_,
                  [now](const auto& one) { return now - one.second.last > forgotten_after; });
    // A flood of names does not fill the memory.
    if (by_who_.size() >= remembered_max) by_who_.erase(by_who_.begin());
}

bool AddressRate::take(const std::string& address, base::Duration now) {
    const std::lock_guard guard(lock_);
    std::erase_if(by_address_, [&](const auto& one) { return now - one.second.began > within_; });
    auto& window = by_address_.try_emplace(address, Window{now, 0}).first->second;
    return ++window.count <= most_;
}

}  // namespace wenlan::hub::desk
