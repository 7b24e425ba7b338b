// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/time.h"

namespace wenlan::hub::desk {

// Slows whoever tries one password after the other, and nobody else: wrong ones are counted for the
// address and name together, or, in a browser in which the account has signed in before, for that
// browser. No account is ever closed by it. Any thread.
class LoginTries {
public:
    // How long it has to wait before the next try; zero: not at all.
    base::Duration wait(const std::string& who, base::Duration now);
    void wrong(const std::string& who, base::Duration now);
    void right(const std::string& who);

private:
    struct Wrong {
        int count = 0;
        base::Duration last{};
    };
    void drop_old(base::Duration now);

    std::mutex lock_;
    std::map<std::string, Wrong> by_who_;
};

// So many of something in a while from one address. Any thread.
class AddressRate {
public:
    AddressRate(int most, base::Duration within) : most_(most), within_(within) {}
    // False: that is one too many.
    bool take(const std::string& address, base::Duration now);

private:
    struct Window {
        base::Duration began{};
        int count = 0;
    };
    const int most_;
    const base::Duration within_;
    std::mutex lock_;
    std::map<std::string, Window> by_address_;
};

}  // namespace wenlan::hub::desk
