// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "base/planted_bug.h"
#include "store/hub/sign_up_bind.h"
#include "store/hub/sign_up_store.h"

// Occasions and their books, and who waits for them.
namespace wenlan::store {

using base::Bug;
using base::planted;

namespace {

constexpr std::string_view columns =
    "SELECT occasion, listing, start_ms, end_ms, opens_ms, closes_ms, called_off, by_lot, capacity,"
    " walk_in_places, elsewhere, confirmed, rights_out, held, reserve_used, waiting, given_back_ms,"
    " no_shows_out FROM sign_up_occasion ";

OccasionBook row_of(const sqlite::Statement& statement) {
    Read row(statement);
    OccasionBook book;
    book.occasion.value = row.number();
    book.listing.value = row.number();
    book.rules.start = row.instant();
    book.rules.end = row.instant();
    book.rules.opens = row.optional_instant();
    book.rules.closes = row.optional_instant();
    if (row.flag()) book.rules.state = domain::OccasionState::cancelled;
    book.rules.by_lot = row.flag();
    book.seats.capacity = row.small();
    book.walk_in_places = row.small();
    book.elsewhere = row.small();
    book.seats.confirmed = row.small() + book.elsewhere;
    book.seats.outstanding_rights = row.small();
    book.seats.held = row.small();
    const int reserve_used = row.small();
    // Staff may have made the room smaller: then the places kept for walk-ins go first.
    const domain::SeatBook& seats = book.seats;
    const int left = seats.capacity - seats.confirmed - seats.outstanding_rights - seats.held;
    book.seats.walk_in_reserve = std::max(0, std::min(book.walk_in_places - reserve_used, left));
    book.waiting = row.small();
    book.given_back = row.instant();
    book.no_shows_out = row.flag();
    if (planted(Bug::rights_not_counted)) book.seats.outstanding_rights = 0;
    if (planted(Bug::holds_not_counted)) book.seats.held = 0;
    if (planted(Bug::reserve_spent_twice)) book.seats.walk_in_reserve = book.walk_in_places;
    return book;
}

}  // namespace

base::Result<std::optional<OccasionBook>> SignUpStore::occasion(domain::OccasionId id) {
    static const std::string sql = std::string(columns) + "WHERE occasion = ?";
    sqlite::Statement* const select = TRY(database_.cached(sql));
    const sqlite::Rows rows(select);
    select->bind(1, id.value);
    if (!TRY(select->step())) return std::optional<OccasionBook>{};
    return std::optional(row_of(*select));
}

base::Result<std::vector<OccasionBook>> SignUpStore::current_occasions(base::Instant now) {
    static const std::string sql =
        std::string(columns) +
        "WHERE end_ms > ? OR waiting > 0 OR no_shows_out = 0 ORDER BY start_ms, occasion";
    sqlite::Statement* const select = TRY(database_.cached(sql));
    const sqlite::Rows rows(select);
    Bind(*select).instant(now);
    std::vector<OccasionBook> found;
    while (TRY(select->step())) found.push_back(row_of(*select));
    return found;
}

base::Result<void> SignUpStore::put_occasion(const OccasionBook& book) {
    sqlite::Statement* const put = TRY(database_.cached(
        "INSERT INTO sign_up_occasion (occasion, listing, start_ms, end_ms, opens_ms, closes_ms,"
        " called_off, by_lot, capacity, walk_in_places, elsewhere, confirmed, rights_out, held, "
        "reserve_used,"
        " waiting, given_back_ms, no_shows_out)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)"
        " ON CONFLICT (occasion) DO UPDATE SET listing = excluded.listing,"
        " start_ms = excluded.start_ms, end_ms = excluded.end_ms, opens_ms = excluded.opens_ms,"
        " closes_ms = excluded.closes_ms, called_off = excluded.called_off,"
        " capacity = excluded.capacity, walk_in_places = excluded.walk_in_places, elsewhere = "
        "excluded.elsewhere"));
    Bind(*put)
        .number(book.occasion.value)
        .number(book.listing.value)
        .instant(book.rules.start)
        .instant(book.rules.end)
        .instant(book.rules.opens)
        .instant(book.rules.closes)
        .number(book.rules.state == domain::OccasionState::cancelled ? 1 : 0)
        .number(book.rules.by_lot ? 1 : 0)
        .number(book.seats.capacity)
        .number(book.walk_in_places)
        .number(book.elsewhere);
    return put->run();
}

base::Result<void> SignUpStore::set_occasion_marks(const OccasionBook& book) {
    sqlite::Statement* const set = TRY(database_.cached(
        "UPDATE sign_up_occasion SET given_back_ms = ?, no_shows_out = ?, by_lot = ?"
        " WHERE occasion = ?"));
    Bind(*set)
        .instant(book.given_back)
        .number(book.no_shows_out ? 1 : 0)
        .number(book.rules.by_lot ? 1 : 0)
        .number(book.occasion.value);
    return set->run();
}

base::Result<void> SignUpStore::book(domain::OccasionId occasion, int confirmed, int rights,
                                     int held, int reserve_used, int waiting) {
    if (occasion.value == 0) return {};
    sqlite::Statement* const add = TRY(database_.cached(
        "UPDATE sign_up_occasion SET confirmed = confirmed + ?, rights_out = rights_out + ?,"
        " held = held + ?, reserve_used = max(0, reserve_used + ?), waiting = waiting + ?"
        " WHERE occasion = ?"));
    Bind(*add).number(confirmed).number(rights).number(held).number(reserve_used).number(waiting);
    add->bind(6, occasion.value);
    return add->run();
}

base::Result<std::vector<domain::Waiting>> SignUpStore::waiting(domain::OccasionId occasion,
                                                                int free_screen, int free_phone) {
    constexpr int first_few = 8;
    sqlite::Statement* const select = TRY(
        database_.cached("SELECT id, party, source, list_order FROM sign_up"
                         " WHERE occasion = ? AND state = 'waitlisted'"
                         " AND party <= iif(source = 'phone', ?, ?) ORDER BY list_order LIMIT ?"));
    const sqlite::Rows rows(select);
    std::vector<domain::Waiting> list;
    if (free_screen <= 0 && !planted(Bug::promotion_splits_a_party)) return list;
    const int all = 1'000'000;
    const bool split = planted(Bug::promotion_splits_a_party);
    Bind(*select)
        .number(occasion.value)
        .number(split ? all : free_phone)
        .number(split ? all : free_screen)
        .number(first_few);
    while (TRY(select->step())) {
        Read row(*select);
        domain::Waiting waiting;
        row.bytes(waiting.id.bytes);
        waiting.party = row.small();
        const auto source = domain::source_named(row.text());
        waiting.channel = domain::channel_of(source.value_or(domain::Source::phone));
        waiting.order = row.number();
        list.push_back(waiting);
    }
    return list;
}

base::Result<int> SignUpStore::place(const SignUpRow& row) {
    if (row.state != domain::SignUpState::waitlisted || !row.list_order) return 0;
    sqlite::Statement* const count = TRY(
        database_.cached("SELECT count(*) FROM sign_up WHERE occasion = ? AND state = 'waitlisted'"
                         " AND list_order <= ?"));
    const sqlite::Rows rows(count);
    Bind(*count).number(row.occasion.value).number(*row.list_order);
    if (!TRY(count->step())) return 0;
    return static_cast<int>(count->integer(0));
}

base::Result<std::int64_t> SignUpStore::last_order(domain::OccasionId occasion) {
    sqlite::Statement* const last =
        TRY(database_.cached("SELECT ifnull(max(list_order), 0) FROM sign_up"
                             " WHERE occasion = ? AND state = 'waitlisted'"));
    const sqlite::Rows rows(last);
    last->bind(1, occasion.value);
    if (!TRY(last->step())) return 0;
    return last->integer(0);
}

}  // namespace wenlan::store
