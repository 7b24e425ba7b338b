// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "store/hub/audit.h"
#include "store/hub/hub_database.h"

namespace wenlan::store {

// What a kiosk said last of how it is, and when the hub heard it.
struct KioskReport {
    std::int64_t serial = 0;
    base::Instant heard{};
    base::Duration skew{};  // its clock before the hub's
    std::int64_t epoch = 1;
    std::int64_t version = 0;  // on its screen; 0: not the hub's
    bool newest_whole = true;
    std::int64_t outbox = 0;
    std::int64_t disk_free = 0;  // bytes
    std::int64_t running_s = 0;
    int failures = 0;
    std::string error;  // code
    std::string software;

    bool operator==(const KioskReport&) const = default;
};

struct KioskRow {
    int number = 0;
    std::string name;
    std::string signing_key;  // hexadecimal
    std::string sealing_key;
    std::string software;  // when it was paired
    base::Instant paired{};
    std::optional<base::Instant> revoked;
    std::optional<KioskReport> report;  // none: it was never heard
};

struct NewKiosk {
    std::string signing_key;
    std::string sealing_key;
    std::string software;
};

// The code that is open, by which one screen is paired.
struct KioskInvitation {
    std::string code;
    std::string name;  // that the screen gets
    base::Instant expires{};
    int wrong = 0;
    bool operator==(const KioskInvitation&) const = default;
};

// The screens of a centre, in the hub's database. Changes that somebody decides are in the audit
// log; what the screens report is not. As a connection: one thread at a time.
class KioskRegistry {
public:
    explicit KioskRegistry(HubDatabase& hub) : hub_(hub), audit_(hub) {}

    base::Result<std::vector<KioskRow>> all();
    base::Result<std::optional<KioskRow>> find(int number);

    // Opens a code, in the place of any other. "kiosk.bad-name".
    base::Result<void> invite(const KioskInvitation& invitation, const By& by);
    base::Result<std::optional<KioskInvitation>> invitation();
    // A wrong code was tried: counted for good.
    base::Result<void> count_wrong();
    // Closes the code and enters the screen, in one step. "kiosk.known": that key is a screen's
    // already; "kiosk.no-invitation".
    base::Result<KioskRow> enter(const NewKiosk& kiosk, const By& by);

    // "kiosk.none", "kiosk.bad-name".
    base::Result<void> rename(int number, const std::string& name, const By& by);
    // For good: a screen that comes back is paired anew, as another. "kiosk.none".
    base::Result<void> revoke(int number, const By& by);

    struct Heard {
        int number = 0;
        KioskReport report;
    };
    // In one transaction. None is taken that is older than what is there.
    base::Result<void> keep(std::span<const Heard> heard);

private:
    HubDatabase& hub_;
    Audit audit_;
};

}  // namespace wenlan::store
