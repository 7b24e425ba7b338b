// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/kiosk_registry.h"

#include <chrono>
#include <utility>

#include "base/utf8.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

constexpr std::size_t name_bytes_max = 120;

std::int64_t ms(base::Instant instant) { return instant.time_since_epoch().count(); }
base::Instant instant(std::int64_t ms_since_1970) {
    return base::Instant{base::Duration{ms_since_1970}};
}

base::Result<void> check_name(const std::string& name) {
    bool plain = !name.empty() && name.size() <= name_bytes_max && base::utf8::valid(name);
    for (const char c : name) plain = plain && static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
    if (plain) return {};
    return base::Error{"kiosk.bad-name", "A screen's name has one to about 40 characters."};
}

base::Error no_such(int number) {
    return {"kiosk.none", "There is no screen with the number " + std::to_string(number) + "."};
}

constexpr std::string_view columns =
    "SELECT k.number, k.name, k.signing_key, k.sealing_key, k.software, k.paired_ms, k.revoked_ms, "
    "r.serial, r.heard_ms, r.skew_ms, r.epoch, r.version, r.newest_whole, r.outbox, r.disk_free, "
    "r.running_s, r.failures, r.error, r.software "
    "FROM kiosk k LEFT JOIN kiosk_report r ON r.number = k.number ";

KioskRow row_of(const sqlite::Statement& row) {
    KioskRow kiosk;
    kiosk.number = static_cast<int>(row.integer(0));
    kiosk.name = row.text(1);
    kiosk.signing_key = row.text(2);
    kiosk.sealing_key = row.text(3);
    kiosk.software = row.text(4);
    kiosk.paired = instant(row.integer(5));
    if (const auto revoked = row.optional_integer(6)) kiosk.revoked = instant(*revoked);
    if (row.is_null(7)) return kiosk;
    KioskReport report;
    report.serial = row.integer(7);
    report.heard = instant(row.integer(8));
    report.skew = base::Duration{row.integer(9)};
    report.epoch = row.integer(10);
    report.version = row.integer(11);
    report.newest_whole = row.integer(12) != 0;
    report.outbox = row.integer(13);
    report.disk_free = row.integer(14);
    report.running_s = row.integer(15);
    report.failures = static_cast<int>(row.integer(16));
    report.error = row.text(17);
    report.software = row.text(18);
    kiosk.report = std::move(report);
    return kiosk;
}

base::Result<void> keep_one(sqlite::Database& database, const KioskRegistry::Heard& heard) {
    sqlite::Statement* const insert = TRY(database.cached(
        "INSERT INTO kiosk_report (number, serial, heard_ms, skew_ms, epoch, version, "
        "newest_whole, outbox, disk_free, running_s, failures, error, software) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) "
        "ON CONFLICT (number) DO UPDATE SET serial = excluded.serial, "
        "heard_ms = excluded.heard_ms, skew_ms = excluded.skew_ms, epoch = excluded.epoch, "
        "version = excluded.version, newest_whole = excluded.newest_whole, "
        "outbox = excluded.outbox, disk_free = excluded.disk_free, "
        "running_s = excluded.running_s, failures = excluded.failures, error = excluded.error, "
        "software = excluded.software WHERE excluded.serial > kiosk_report.serial"));
    const KioskReport& report = heard.report;
    insert->bind(1, heard.number);
    insert->bind(2, report.serial);
    insert->bind(3, ms(report.heard));
    insert->bind(4, std::int64_t{report.skew.count()});
    insert->bind(5, report.epoch);
    insert->bind(6, report.version);
    insert->bind(7, report.newest_whole ? 1 : 0);
    insert->bind(8, report.outbox);
    insert->bind(9, report.disk_free);
    insert->bind(10, report.running_s);
    insert->bind(11, report.failures);
    insert->bind(12, report.error);
    insert->bind(13, report.software);
    return insert->run();
}

}  // namespace

base::Result<std::vector<KioskRow>> KioskRegistry::all() {
    std::vector<KioskRow> kiosks;
    sqlite::Statement* const rows =
        TRY(hub_.connection().cached(std::string(columns) + "ORDER BY k.number"));
    const sqlite::Rows done(rows);
    while (TRY(rows->step())) kiosks.push_back(row_of(*rows));
    return kiosks;
}

base::Result<std::optional<KioskRow>> KioskRegistry::find(int number) {
    sqlite::Statement* const row =
        TRY(hub_.connection().cached(std::string(columns) + "WHERE k.number = ?1"));
    const sqlite::Rows done(row);
    row->bind(1, number);
    if (!TRY(row->step())) return std::optional<KioskRow>{};
    return std::optional(row_of(*row));
}

base::Result<void> KioskRegistry::invite(const KioskInvitation& invitation, const By& by) {
    TRY(check_name(invitation.name));
    sqlite::Database& database = hub_.connection();
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database));
    sqlite::Statement* const insert = TRY(database.cached(
        "INSERT OR REPLACE INTO kiosk_invitation (id, code, name, expires_ms, wrong) "
        "VALUES (1, ?1, ?2, ?3, 0)"));
    insert->bind(1, invitation.code);
    insert->bind(2, invitation.name);
    insert->bind(3, ms(invitation.expires));
    TRY(insert->run());
    // Not the code itself: who reads the log must not be able to use it.
    TRY(audit_.append(by, "kiosk.invited", "", "", invitation.name));
    return transaction.commit();
}

base::Result<std::optional<KioskInvitation>> KioskRegistry::invitation() {
    sqlite::Statement* const row =
        TRY(hub_.connection().cached("SELECT code, name, expires_ms, wrong FROM kiosk_invitation"));
    const sqlite::Rows done(row);
    if (!TRY(row->step())) return std::optional<KioskInvitation>{};
    return std::optional(KioskInvitation{row->text(0), row->text(1), instant(row->integer(2)),
                                         static_cast<int>(row->integer(3))});
}

base::Result<void> KioskRegistry::count_wrong() {
    return hub_.connection().run("UPDATE kiosk_invitation SET wrong = wrong + 1");
}

base::Result<KioskRow> KioskRegistry::enter(const NewKiosk& kiosk, const By& by) {
    sqlite::Database& database = hub_.connection();
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database));
    const auto open = TRY(invitation());
    if (!open) return base::Error{"kiosk.no-invitation", "No code is open."};
    {
        sqlite::Statement* const known =
            TRY(database.cached("SELECT number FROM kiosk WHERE signing_key = ?1"));
        const sqlite::Rows done(known);
        known->bind(1, kiosk.signing_key);
        if (TRY(known->step())) {
            return base::Error{"kiosk.known", "That screen is paired already.",
                               "number " + std::to_string(known->integer(0))};
        }
    }
    sqlite::Statement* const insert = TRY(
        database.cached("INSERT INTO kiosk (name, signing_key, sealing_key, software, paired_ms) "
                        "VALUES (?1, ?2, ?3, ?4, ?5)"));
    insert->bind(1, open->name);
    insert->bind(2, kiosk.signing_key);
    insert->bind(3, kiosk.sealing_key);
    insert->bind(4, kiosk.software);
    insert->bind(5, ms(by.at));
    TRY(insert->run());
    const int number = static_cast<int>(database.last_insert_id());
    TRY(database.run("DELETE FROM kiosk_invitation"));
    TRY(audit_.append(by, "kiosk.paired", std::to_string(number), "", open->name));
    TRY(transaction.commit());
    auto entered = TRY(find(number));
    base::ensure(entered.has_value(), "what was committed is there");
    return std::move(*entered);
}

base::Result<void> KioskRegistry::rename(int number, const std::string& name, const By& by) {
    TRY(check_name(name));
    sqlite::Database& database = hub_.connection();
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database));
    const auto kiosk = TRY(find(number));
    if (!kiosk) return no_such(number);
    sqlite::Statement* const update =
        TRY(database.cached("UPDATE kiosk SET name = ?2 WHERE number = ?1"));
    update->bind(1, number);
    update->bind(2, name);
    TRY(update->run());
    TRY(audit_.append(by, "kiosk.renamed", std::to_string(number), kiosk->name, name));
    return transaction.commit();
}

base::Result<void> KioskRegistry::revoke(int number, const By& by) {
    sqlite::Database& database = hub_.connection();
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database));
    const auto kiosk = TRY(find(number));
    if (!kiosk) return no_such(number);
    if (kiosk->revoked) return {};
    sqlite::Statement* const update =
        TRY(database.cached("UPDATE kiosk SET revoked_ms = ?2 WHERE number = ?1"));
    update->bind(1, number);
    update->bind(2, ms(by.at));
    TRY(update->run());
    TRY(audit_.append(by, "kiosk.revoked", std::to_string(number), kiosk->name, ""));
    return transaction.commit();
}

base::Result<void> KioskRegistry::keep(std::span<const Heard> heard) {
    if (heard.empty()) return {};
    sqlite::Database& database = hub_.connection();
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database));
    for (const Heard& one : heard) TRY(keep_one(database, one));
    return transaction.commit();
}

}  // namespace wenlan::store
