// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "hub/sign_ups/ground.h"
#include "hub/sign_ups/upkeep.h"
#include "sync/sign_ups/look_up.h"
#include "sync/sign_ups/submission.h"

namespace wenlan::hub {

// Slows whoever tries code after code: so many wrong ones in ten minutes, for each who asks and for
// all together.
class WrongTries {
public:
    bool too_many(const std::string& who, base::Duration now);
    void note(const std::string& who, base::Duration now);

private:
    using Times = std::deque<base::Duration>;
    static void drop_old(Times& times, base::Duration now);
    std::map<std::string, Times> by_who_;
    Times all_;
};

// The hub's desk for sign-ups: bytes in, bytes out. One thread at a time.
class SignUpOffice {
public:
    struct Parts {
        store::HubDatabase& hub;
        SignUpKeys& keys;
        base::Disk& disk;
        base::Random& random;
        const base::Clock& clock;
        const KnownKiosks& kiosks;
        sync::CentreId centre;
        // The key of the newest root.
        std::function<const sync::SigningKey&()> online_key;
        SignUpPolicy policy = {};
    };
    explicit SignUpOffice(Parts parts);

    // What a kiosk brings, over the network or on a stick; the answer, signed. Codes:
    // submission.malformed, kiosk.unknown, those of the database: then nothing was taken.
    base::Result<std::string> submit(std::string_view message);
    base::Result<std::string> hold(std::string_view message);
    // Anyone's question, sealed; `who` is the address that it came from.
    base::Result<std::string> look_up(std::string_view sealed, const std::string& who);

    base::Result<void> take_occasions(std::span<const OccasionNow> occasions);
    // Everything that happens by itself; some times a minute.
    base::Result<void> tick();

    store::SignUpStore& rows() { return store_; }
    SignUpGround& ground() { return ground_; }

private:
    base::Result<sync::LookUpAnswer> looked_up(const sync::LookUpQuestion& question,
                                               const std::string& who);
    base::Result<sync::HoldReply> held(const sync::HoldRequest& request, base::Instant now);

    Parts parts_;
    store::SignUpStore store_;
    SignUpGround ground_;
    WrongTries wrong_tries_;
    base::Duration cleaned_at_{-1};
};

}  // namespace wenlan::hub
