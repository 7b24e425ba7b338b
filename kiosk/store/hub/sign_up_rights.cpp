// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "store/hub/sign_up_bind.h"
#include "store/hub/sign_up_store.h"

// Holds, and rights that kiosks have.
namespace wenlan::store {

namespace {

std::string_view name_of(SignUpStore::RightEnd end) {
    switch (end) {
        case SignUpStore::RightEnd::spent:
            return "spent";
        case SignUpStore::RightEnd::returned:
            return "returned";
        case SignUpStore::RightEnd::written_off:
            return "written off";
    }
    return "written off";
}

HoldRow hold_row(const sqlite::Statement& statement) {
    Read row(statement);
    HoldRow hold;
    hold.id = row.bytes();
    hold.kiosk = row.small();
    hold.occasion.value = row.number();
    hold.taken.seats = row.small();
    hold.taken.from_reserve = row.small();
    hold.until = row.instant();
    return hold;
}

}  // namespace

base::Result<std::optional<HoldRow>> SignUpStore::hold(std::string_view id) {
    sqlite::Statement* const select = TRY(database_.cached(
        "SELECT id, kiosk, occasion, seats, from_reserve, until_ms FROM seat_hold WHERE id = ?"));
    const sqlite::Rows rows(select);
    select->bind_bytes(1, id);
    if (!TRY(select->step())) return std::optional<HoldRow>{};
    return std::optional(hold_row(*select));
}

base::Result<void> SignUpStore::put_hold(const HoldRow& row) {
    const auto before = TRY(hold(row.id));
    const domain::SeatsTaken old = before ? before->taken : domain::SeatsTaken{};
    sqlite::Statement* const put = TRY(database_.cached(
        "INSERT INTO seat_hold (id, kiosk, occasion, seats, from_reserve, until_ms)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET seats = excluded.seats,"
        " from_reserve = excluded.from_reserve"));
    Bind(*put)
        .bytes(row.id)
        .number(row.kiosk)
        .number(row.occasion.value)
        .number(row.taken.seats)
        .number(row.taken.from_reserve)
        .instant(row.until);
    TRY(put->run());
    return book(row.occasion, 0, 0, row.taken.seats - old.seats,
                row.taken.from_reserve - old.from_reserve, 0);
}

base::Result<std::vector<HoldRow>> SignUpStore::ended_holds(base::Instant now) {
    sqlite::Statement* const select = TRY(
        database_.cached("SELECT id, kiosk, occasion, seats, from_reserve, until_ms FROM seat_hold"
                         " WHERE until_ms <= ? AND seats > 0"));
    const sqlite::Rows rows(select);
    Bind(*select).instant(now);
    std::vector<HoldRow> found;
    while (TRY(select->step())) found.push_back(hold_row(*select));
    return found;
}

base::Result<int> SignUpStore::holds_of(int kiosk, base::Instant now) {
    sqlite::Statement* const count = TRY(database_.cached(
        "SELECT count(*) FROM seat_hold WHERE kiosk = ? AND until_ms > ? AND seats > 0"));
    const sqlite::Rows rows(count);
    Bind(*count).number(kiosk).instant(now);
    if (!TRY(count->step())) return 0;
    return static_cast<int>(count->integer(0));
}

base::Result<std::int64_t> SignUpStore::insert_grant(const GrantRow& row) {
    sqlite::Statement* const insert = TRY(database_.cached(
        "INSERT INTO seat_grant (kiosk, occasion, count, use_until_ms) VALUES (?, ?, ?, ?)"));
    Bind(*insert)
        .number(row.kiosk)
        .number(row.occasion.value)
        .number(row.count)
        .instant(row.use_until);
    TRY(insert->run());
    const std::int64_t id = database_.last_insert_id();
    sqlite::Statement* const right = TRY(database_.cached(
        "INSERT INTO seat_right (grant_id, idx, state, sign_up) VALUES (?, ?, 'out', NULL)"));
    for (int index = 0; index < row.count; ++index) {
        Bind(*right).number(id).number(index);
        TRY(right->run());
    }
    TRY(book(row.occasion, 0, row.count, 0, 0, 0));
    return id;
}

base::Result<int> SignUpStore::rights_with(int kiosk, domain::OccasionId occasion) {
    sqlite::Statement* const count = TRY(
        database_.cached("SELECT count(*) FROM seat_grant g JOIN seat_right r ON r.grant_id = g.id"
                         " WHERE g.kiosk = ? AND g.occasion = ? AND r.state = 'out'"));
    const sqlite::Rows rows(count);
    Bind(*count).number(kiosk).number(occasion.value);
    if (!TRY(count->step())) return 0;
    return static_cast<int>(count->integer(0));
}

base::Result<std::vector<GrantRow>> SignUpStore::grants_of(int kiosk) {
    constexpr int count_max = 500;
    sqlite::Statement* const select = TRY(
        database_.cached("SELECT id, kiosk, occasion, count, use_until_ms FROM seat_grant g"
                         " WHERE kiosk = ? AND EXISTS"
                         " (SELECT 1 FROM seat_right r WHERE r.grant_id = g.id AND r.state = 'out')"
                         " ORDER BY id LIMIT ?"));
    const sqlite::Rows rows(select);
    Bind(*select).number(kiosk).number(count_max);
    std::vector<GrantRow> found;
    while (TRY(select->step())) {
        Read row(*select);
        GrantRow grant;
        grant.id = row.number();
        grant.kiosk = row.small();
        grant.occasion.value = row.number();
        grant.count = row.small();
        grant.use_until = row.instant();
        found.push_back(grant);
    }
    return found;
}

base::Result<bool> SignUpStore::right_is_out(int kiosk, std::int64_t grant, int index,
                                             domain::OccasionId occasion) {
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT 1 FROM seat_grant g JOIN seat_right r ON r.grant_id = g.id"
                             " WHERE g.id = ? AND r.idx = ? AND g.kiosk = ? AND r.state = 'out'"
                             " AND (?4 = 0 OR g.occasion = ?4)"));
    const sqlite::Rows rows(select);
    Bind(*select).number(grant).number(index).number(kiosk).number(occasion.value);
    return select->step();
}

base::Result<void> SignUpStore::end_right(std::int64_t grant, int index, RightEnd how,
                                          const domain::SignUpId& by) {
    sqlite::Statement* const of =
        TRY(database_.cached("SELECT occasion FROM seat_grant WHERE id = ?"));
    domain::OccasionId occasion;
    {
        const sqlite::Rows rows(of);
        of->bind(1, grant);
        if (TRY(of->step())) occasion.value = of->integer(0);
    }
    sqlite::Statement* const end = TRY(database_.cached(
        "UPDATE seat_right SET state = ?, sign_up = ? WHERE grant_id = ? AND idx = ?"
        " AND state = 'out'"));
    Bind bind(*end);
    bind.text(name_of(how));
    if (by) {
        bind.bytes(by.bytes);
    } else {
        bind.number(std::optional<std::int64_t>{});
    }
    bind.number(grant).number(index);
    TRY(end->run());
    if (database_.changes() == 0) return {};
    return book(occasion, 0, -1, 0, 0, 0);
}

base::Result<int> SignUpStore::write_off(int kiosk) {
    std::vector<std::pair<std::int64_t, int>> rights;
    {
        sqlite::Statement* const select = TRY(database_.cached(
            "SELECT r.grant_id, r.idx FROM seat_grant g JOIN seat_right r ON r.grant_id = g.id"
            " WHERE g.kiosk = ? AND r.state = 'out'"));
        const sqlite::Rows rows(select);
        select->bind(1, kiosk);
        while (TRY(select->step())) {
            rights.emplace_back(select->integer(0), static_cast<int>(select->integer(1)));
        }
    }
    for (const auto& [grant, index] : rights) {
        TRY(end_right(grant, index, RightEnd::written_off, {}));
    }
    return static_cast<int>(rights.size());
}

base::Result<int> SignUpStore::reclaim_expired(base::Instant now) {
    std::vector<std::pair<std::int64_t, int>> rights;
    {
        sqlite::Statement* const select = TRY(database_.cached(
            "SELECT r.grant_id, r.idx FROM seat_grant g JOIN seat_right r ON r.grant_id = g.id"
            " WHERE g.use_until_ms <= ? AND r.state = 'out'"));
        const sqlite::Rows rows(select);
        Bind(*select).instant(now);
        while (TRY(select->step())) {
            rights.emplace_back(select->integer(0), static_cast<int>(select->integer(1)));
        }
    }
    for (const auto& [grant, index] : rights) {
        TRY(end_right(grant, index, RightEnd::written_off, {}));
    }
    return static_cast<int>(rights.size());
}

}  // namespace wenlan::store
