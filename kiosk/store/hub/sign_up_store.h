// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/waiting_list.h"
#include "store/hub/hub_database.h"
#include "store/hub/sign_up_rows.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

// The rows of the sign-ups in the hub's database. It keeps the books in step with the rows; what
// happens to a sign-up is decided elsewhere. Whoever changes anything does so between begin() and
// commit(), and reads there what it decides on.
class SignUpStore {
public:
    explicit SignUpStore(HubDatabase& hub);

    base::Result<sqlite::Transaction> begin() { return sqlite::Transaction::begin(database_); }

    // Occasions. put() keeps the books of one that is known; what staff changed of it takes effect.
    base::Result<std::optional<OccasionBook>> occasion(domain::OccasionId id);
    base::Result<void> put_occasion(const OccasionBook& book);
    // That have not ended, or of which something is still to be done, in the order of their start.
    base::Result<std::vector<OccasionBook>> current_occasions(base::Instant now);
    base::Result<void> set_occasion_marks(
        const OccasionBook& book);  // given_back, no_shows, by_lot

    // Sign-ups. change() writes `after` over `before` and books the difference.
    base::Result<std::optional<SignUpRow>> sign_up(const domain::SignUpId& id);
    base::Result<void> insert(const SignUpRow& row);
    base::Result<void> change(const SignUpRow& before, const SignUpRow& after);
    base::Result<std::int64_t> next_arrival();
    base::Result<bool> code_in_use(std::string_view code);
    base::Result<std::vector<SignUpRow>> of_occasion(domain::OccasionId occasion);
    base::Result<std::vector<SignUpRow>> of_listing(domain::ListingId listing);
    base::Result<std::vector<SignUpRow>> by_code_key(const Digest& key);
    base::Result<std::vector<SignUpRow>> by_person(const Digest& key);
    base::Result<std::vector<SignUpRow>> to_tell();
    // That came before their occasion was known here, and now it is.
    base::Result<std::vector<SignUpRow>> unplaced();

    // What staff and the way to the hub add to it.
    base::Result<void> note_entry(const EntryNote& note);
    base::Result<void> note_check_in(const CheckInNote& note);
    // The last one that was not taken back; none: there is none.
    base::Result<std::optional<CheckInNote>> last_check_in(const domain::SignUpId& id);
    base::Result<void> take_back(const CheckInNote& note);
    base::Result<std::vector<EntryNote>> entries_of(domain::OccasionId occasion);
    base::Result<std::vector<CheckInNote>> check_ins_of(domain::OccasionId occasion);
    // Another after every change of a sign-up of that occasion.
    base::Result<std::string> stamp_of(domain::OccasionId occasion);

    // Who waits and would fit so many seats, in the order of the list, the first few.
    base::Result<std::vector<domain::Waiting>> waiting(domain::OccasionId occasion, int free_screen,
                                                       int free_phone);
    base::Result<int> place(const SignUpRow& row);
    base::Result<std::int64_t> last_order(domain::OccasionId occasion);

    base::Result<std::optional<ReplyRow>> reply(const domain::OperationId& id);
    base::Result<void> insert_reply(const ReplyRow& row);
    base::Result<void> keep_odd(const OddMessage& message);
    base::Result<std::vector<OddMessage>> odd_messages();

    base::Result<std::optional<HoldRow>> hold(std::string_view id);
    base::Result<void> put_hold(const HoldRow& row);
    base::Result<std::vector<HoldRow>> ended_holds(base::Instant now);
    base::Result<int> holds_of(int kiosk, base::Instant now);

    base::Result<std::int64_t> insert_grant(const GrantRow& row);
    // Outstanding rights of a kiosk, of one occasion.
    base::Result<int> rights_with(int kiosk, domain::OccasionId occasion);
    // Of which a right is out, expired or not: a kiosk that never heard of one has to give it back.
    base::Result<std::vector<GrantRow>> grants_of(int kiosk);
    // Whether such a right is out, with this kiosk and for this occasion (0: any).
    base::Result<bool> right_is_out(int kiosk, std::int64_t grant, int index,
                                    domain::OccasionId occasion);
    enum class RightEnd { spent, returned, written_off };
    // The right is out no more: the books of its occasion say so.
    base::Result<void> end_right(std::int64_t grant, int index, RightEnd how,
                                 const domain::SignUpId& by);
    base::Result<int> write_off(int kiosk);
    base::Result<int> reclaim_expired(base::Instant now);  // a mistake that can be planted

    base::Result<std::optional<DrawRow>> draw(domain::OccasionId occasion);
    base::Result<void> put_draw(const DrawRow& row, base::Instant drawn);
    base::Result<void> put_drawn(domain::OccasionId occasion, const DrawnRow& row);
    base::Result<std::vector<DrawnRow>> drawn(domain::OccasionId occasion);

    // Everything personal of what is past its date; how many sign-ups that were.
    base::Result<int> delete_personal(base::Instant now);
    // Replies and holds past their time.
    base::Result<void> delete_old(base::Instant now);
    base::Result<int> personal_left(int key);

private:
    base::Result<void> book(domain::OccasionId occasion, int confirmed, int rights, int held,
                            int reserve_used, int waiting);
    base::Result<std::vector<SignUpRow>> select(
        std::string_view where, const std::function<void(sqlite::Statement&)>& bind);

    sqlite::Database& database_;
};

}  // namespace wenlan::store
