// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/sign_up_office.h"

#include <algorithm>

#include "domain/codes.h"
#include "hub/sign_ups/effects.h"
#include "hub/sign_ups/intake.h"
#include "hub/sign_ups/lots.h"

namespace wenlan::hub {

namespace {

using namespace std::chrono_literals;

constexpr base::Duration tries_remembered = 10min;
constexpr std::size_t tries_of_one_max = 5;
constexpr std::size_t tries_of_all_max = 300;
constexpr std::size_t askers_max = 10'000;
constexpr base::Duration cleaned_every = 1h;
constexpr int holds_of_a_kiosk_max = 3;

base::Error unknown_kiosk() {
    return {"kiosk.unknown", "This screen is not paired with the centre's office."};
}

}  // namespace

void WrongTries::drop_old(Times& times, base::Duration now) {
    while (!times.empty() && now - times.front() > tries_remembered) times.pop_front();
}

bool WrongTries::too_many(const std::string& who, base::Duration now) {
    drop_old(all_, now);
    if (all_.size() >= tries_of_all_max) return true;
    const auto found = by_who_.find(who);
    if (found == by_who_.end()) return false;
    drop_old(found->second, now);
    if (found->second.empty()) {
        by_who_.erase(found);
        return false;
    }
    return found->second.size() >= tries_of_one_max;
}

void WrongTries::note(const std::string& who, base::Duration now) {
    all_.push_back(now);
    if (by_who_.size() >= askers_max) by_who_.clear();  // the count of all still holds
    by_who_[who].push_back(now);
}

SignUpOffice::SignUpOffice(Parts parts)
    : parts_(std::move(parts)), store_(parts_.hub), ground_{store_,        parts_.keys,
                                                            parts_.disk,   parts_.random,
                                                            parts_.kiosks, parts_.centre,
                                                            parts_.policy} {}

base::Result<std::string> SignUpOffice::submit(std::string_view message) {
    const sync::Submission submission = TRY(sync::read_submission(message));
    if (submission.centre != parts_.centre || !parts_.kiosks.vouches(submission.kiosk, message)) {
        return unknown_kiosk();
    }
    const base::Instant now = parts_.clock.now();
    sync::Reply reply;
    reply.centre = parts_.centre;
    reply.kiosk = submission.kiosk;
    reply.at = now;
    reply.seal_key = parts_.keys.seal_key();
    if (!submission.operations.empty()) reply.receipts = TRY(take_in(ground_, submission, now));
    for (const sync::Watched& watched : submission.watched) {
        const auto row = TRY(store_.sign_up(watched.id));
        // Only of what it took itself.
        if (!row || row->kiosk != submission.kiosk || row->version < watched.version) continue;
        const bool moves = row->state == domain::SignUpState::waitlisted;
        if (row->version == watched.version && !moves) continue;
        reply.statuses.push_back(TRY(status_of(store_, *row)));
    }
    if (submission.wants_rights) reply.grants = TRY(rights_for(ground_, submission.kiosk, now));
    return sync::sign_reply(reply, parts_.online_key());
}

base::Result<sync::HoldReply> SignUpOffice::held(const sync::HoldRequest& request,
                                                 base::Instant now) {
    auto transaction = TRY(store_.begin());
    sync::HoldReply reply;
    reply.centre = parts_.centre;
    reply.hold = request.hold;
    reply.at = now;
    const auto known = TRY(store_.hold(request.hold.raw()));
    auto book = TRY(store_.occasion(request.occasion));
    const bool another =
        known && (known->kiosk != request.kiosk || known->occasion != request.occasion);
    if (!book || another) return reply;
    store::HoldRow hold;
    hold.id = request.hold.raw();
    hold.kiosk = request.kiosk;
    hold.occasion = request.occasion;
    hold.until = known ? known->until : now + domain::hold_time;
    // Its own seats count as free for what it asks now.
    if (known && known->taken.seats > 0) {
        hold.taken = {};
        TRY(store_.put_hold(hold));
        book = TRY(store_.occasion(request.occasion));
    }
    const bool over = known && (known->taken.seats == 0 || now >= known->until);
    const bool open = book->rules.open_at(now) && !book->rules.by_lot && !over &&
                      TRY(store_.holds_of(request.kiosk, now)) < holds_of_a_kiosk_max;
    const bool waited_for = TRY(somebody_fits(store_, *book));
    if (request.seats > 0 && open && !waited_for && book->seats.capacity > 0) {
        const auto seats = domain::seats_for(book->seats, request.seats, domain::Channel::screen);
        if (seats) hold.taken = *seats;
    }
    if (known || hold.taken.seats > 0) TRY(store_.put_hold(hold));
    book = TRY(store_.occasion(request.occasion));
    TRY(transaction.commit());
    reply.seats = hold.taken.seats;
    reply.until = hold.until;
    reply.free = waited_for ? 0 : domain::free_seats(book->seats, domain::Channel::screen);
    return reply;
}

base::Result<std::string> SignUpOffice::hold(std::string_view message) {
    const sync::HoldRequest request = TRY(sync::read_hold_request(message));
    if (request.centre != parts_.centre || !parts_.kiosks.vouches(request.kiosk, message)) {
        return unknown_kiosk();
    }
    const sync::HoldReply reply = TRY(held(request, parts_.clock.now()));
    return sync::sign_hold_reply(reply, parts_.online_key());
}

base::Result<sync::LookUpAnswer> SignUpOffice::looked_up(const sync::LookUpQuestion& question,
                                                         const std::string& who) {
    sync::LookUpAnswer answer;
    const base::Duration now = parts_.clock.uptime();
    if (wrong_tries_.too_many(who, now)) {
        answer.wait = true;
        return answer;
    }
    const auto code = domain::read_code(question.code);
    std::vector<store::SignUpRow> rows;
    if (code && (code->suffices() || question.tail.size() == 4)) {
        rows = TRY(store_.by_code_key(code_key(parts_.keys, code->plain(), question.tail)));
    }
    if (rows.empty()) {
        wrong_tries_.note(who, now);
        return answer;
    }
    const store::SignUpRow& row = rows.front();
    answer.found = true;
    answer.status = TRY(status_of(store_, row));
    answer.occasion = row.occasion;
    answer.listing = row.listing;
    const domain::Answers answers = personal_of(parts_.keys, row);
    if (const auto* name = domain::answer_of(answers, domain::QuestionKind::name)) {
        answer.name = name->text;
    }
    if (const auto* phone = domain::answer_of(answers, domain::QuestionKind::phone)) {
        answer.masked_phone = sync::masked_phone(phone->text);
    }
    return answer;
}

base::Result<std::string> SignUpOffice::look_up(std::string_view sealed, const std::string& who) {
    base::Result<sync::LookUpQuestion> question = sync::open_question(sealed, parts_.keys.newest());
    // Who has not heard of the newest key yet.
    const int newest = parts_.keys.seal_key().number;
    for (int number = newest - 1; !question && number > newest - 4; --number) {
        if (const auto* key = parts_.keys.opening(number)) {
            question = sync::open_question(sealed, *key);
        }
    }
    if (!question) return question.error();
    const sync::LookUpAnswer answer = TRY(looked_up(question.value(), who));
    return sync::seal_answer(answer, question.value().answer_to, parts_.random);
}

base::Result<void> SignUpOffice::take_occasions(std::span<const OccasionNow> occasions) {
    return hub::take_occasions(ground_, occasions, parts_.clock.now());
}

base::Result<void> SignUpOffice::tick() {
    const base::Instant now = parts_.clock.now();
    TRY(keep_up(ground_, now));
    for (const store::OccasionBook& book : TRY(store_.current_occasions(now))) {
        const bool due = book.rules.by_lot && book.rules.closes && now >= *book.rules.closes;
        if (due) TRY(draw_lots(ground_, book.occasion, now));
    }
    const base::Duration uptime = parts_.clock.uptime();
    if (cleaned_at_.count() >= 0 && uptime - cleaned_at_ < cleaned_every) return {};
    cleaned_at_ = uptime;
    TRY(delete_what_is_past(ground_, now));
    return {};
}

}  // namespace wenlan::hub
