// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/door.h"

#include <algorithm>

#include "domain/answers.h"

namespace wenlan::hub {

using domain::SignUpState;
using domain::SignUpStep;
using domain::Why;

namespace {

base::Error not_possible() {
    return {"roster.not-possible", "This cannot be done with the sign-up as it stands."};
}

std::string told(const store::SignUpRow& row) {
    return std::string(domain::name_of(row.state)) + " " + std::to_string(row.present) + "/" +
           std::to_string(row.party);
}

base::Result<store::SignUpRow> seen_row(const AtTheDoor& door) {
    auto row = TRY(door.ground.store.sign_up(door.id));
    if (!row) return base::Error{"roster.none", "There is no such sign-up."};
    if (row->version != door.version) {
        return base::Error{"roster.changed-meanwhile", "Somebody has changed this meanwhile."};
    }
    return std::move(*row);
}

// Writes the change and its line in the log.
base::Result<void> keep(const AtTheDoor& door, const store::SignUpRow& before,
                        const store::SignUpRow& after, std::string_view kind) {
    TRY(door.ground.store.change(before, after));
    if (after.taken.seats < before.taken.seats) {
        if (auto book = TRY(door.ground.store.occasion(after.occasion))) {
            book->given_back = door.by.at;
            TRY(door.ground.store.set_occasion_marks(*book));
        }
    }
    return door.audit.append(door.by, kind, after.id.hex(), told(before), told(after));
}

}  // namespace

base::Result<store::SignUpRow> check_in(const AtTheDoor& door, int more) {
    auto transaction = TRY(door.ground.store.begin());
    const store::SignUpRow before = TRY(seen_row(door));
    store::SignUpRow row = before;
    const auto present = domain::present_after(row.party, row.present, more);
    const domain::SeatsTaken taken = row.taken;
    if (!present || !step(row, SignUpStep::check_in, Why::none)) return not_possible();
    row.present = *present;
    row.taken = taken;
    TRY(keep(door, before, row, "sign-up.checked-in"));
    TRY(door.ground.store.note_check_in(
        {0, row.id, before.present, row.present, door.by.at, door.by.who}));
    TRY(transaction.commit());
    return row;
}

base::Result<store::SignUpRow> undo_check_in(const AtTheDoor& door) {
    auto transaction = TRY(door.ground.store.begin());
    const store::SignUpRow before = TRY(seen_row(door));
    const auto last = TRY(door.ground.store.last_check_in(door.id));
    const base::Zone zone = base::Zone::shanghai();
    const bool today = last && zone.local(last->at).date == zone.local(door.by.at).date;
    if (before.state != SignUpState::checked_in || !today || last->present != before.present) {
        return not_possible();
    }
    // A slip of the finger is taken back: as if it had not been, which no other step does.
    store::SignUpRow row = before;
    row.present = last->before;
    if (row.present == 0) row.state = SignUpState::confirmed;
    ++row.version;
    TRY(door.ground.store.take_back(*last));
    TRY(keep(door, before, row, "sign-up.check-in-undone"));
    TRY(transaction.commit());
    return row;
}

base::Result<store::SignUpRow> cancel(const AtTheDoor& door) {
    auto transaction = TRY(door.ground.store.begin());
    const store::SignUpRow before = TRY(seen_row(door));
    store::SignUpRow row = before;
    if (!step(row, SignUpStep::cancel, Why::by_staff)) return not_possible();
    TRY(keep(door, before, row, "sign-up.cancelled"));
    TRY(transaction.commit());
    return row;
}

base::Result<store::SignUpRow> restore(const AtTheDoor& door) {
    auto transaction = TRY(door.ground.store.begin());
    const store::SignUpRow before = TRY(seen_row(door));
    store::SignUpRow row = before;
    const auto book = TRY(door.ground.store.occasion(row.occasion));
    const bool own = row.why == Why::by_person || row.why == Why::by_staff;
    const bool off = book && (book->rules.state == domain::OccasionState::cancelled ||
                              door.by.at >= book->rules.end);
    if (!own || off) return not_possible();
    std::optional<domain::SeatsTaken> seats = domain::SeatsTaken{};
    if (book) seats = domain::seats_for(book->seats, row.party, domain::Channel::desk);
    const bool fits = seats && !(book && book->rules.by_lot);
    if (!step(row, fits ? SignUpStep::undo : SignUpStep::undo_to_waiting, Why::none)) {
        return not_possible();
    }
    if (fits) {
        row.taken = *seats;
    } else {
        row.list_order = TRY(door.ground.store.last_order(row.occasion)) + 1;
    }
    TRY(keep(door, before, row, "sign-up.restored"));
    TRY(transaction.commit());
    return row;
}

base::Result<store::SignUpRow> shrink(const AtTheDoor& door, int party) {
    auto transaction = TRY(door.ground.store.begin());
    const store::SignUpRow before = TRY(seen_row(door));
    store::SignUpRow row = before;
    const bool fewer = party >= 1 && party < row.party && party >= row.present;
    const domain::SeatsTaken taken = row.taken;
    if (!fewer || !step(row, SignUpStep::shrink, row.why)) return not_possible();
    row.party = party;
    row.taken = domain::shrunk(taken, std::min(taken.seats, party));
    TRY(keep(door, before, row, "sign-up.shrunk"));
    TRY(transaction.commit());
    return row;
}

base::Result<store::SignUpRow> tell(const AtTheDoor& door, Told how) {
    auto transaction = TRY(door.ground.store.begin());
    const store::SignUpRow before = TRY(seen_row(door));
    store::SignUpRow row = before;
    if (row.to_tell.empty()) return not_possible();
    if (how != Told::not_reached) row.to_tell.clear();
    ++row.version;
    TRY(door.ground.store.change(before, row));
    const std::string_view words = how == Told::by_phone    ? "by phone"
                                   : how == Told::in_person ? "in person"
                                                            : "not reached";
    TRY(door.audit.append(door.by, "sign-up.told", row.id.hex(), before.to_tell, words));
    TRY(transaction.commit());
    return row;
}

base::Result<std::string> phone_of(const AtTheDoor& door) {
    auto transaction = TRY(door.ground.store.begin());
    const auto row = TRY(door.ground.store.sign_up(door.id));
    if (!row) return base::Error{"roster.none", "There is no such sign-up."};
    const domain::Answers answers = personal_of(door.ground.keys, *row);
    const auto* const phone = domain::answer_of(answers, domain::QuestionKind::phone);
    if (phone == nullptr) return base::Error{"roster.no-phone", "No phone number was left."};
    TRY(door.audit.append(door.by, "sign-up.phone-seen", row->id.hex(), "", ""));
    TRY(transaction.commit());
    return phone->text;
}

base::Result<int> release_no_shows(SignUpGround& ground, store::Audit& audit,
                                   domain::OccasionId occasion, const store::By& by) {
    auto transaction = TRY(ground.store.begin());
    auto book = TRY(ground.store.occasion(occasion));
    if (!book) return base::Error{"roster.none", "There is no such roster."};
    if (by.at < book->rules.start) {
        return base::Error{"roster.too-early", "Seats are given to others from the start on."};
    }
    int released = 0;
    for (const store::SignUpRow& before : TRY(ground.store.of_occasion(occasion))) {
        store::SignUpRow row = before;
        if (row.state == SignUpState::checked_in && row.present < row.taken.seats) {
            row.taken = domain::shrunk(row.taken, row.present);
            ++row.version;
        } else if (row.state != SignUpState::confirmed || row.walking_in ||
                   !step(row, SignUpStep::miss, Why::none)) {
            continue;
        }
        TRY(ground.store.change(before, row));
        ++released;
    }
    TRY(audit.append(by, "roster.released", std::to_string(occasion.value), "",
                     std::to_string(released)));
    TRY(transaction.commit());
    return released;
}

}  // namespace wenlan::hub
