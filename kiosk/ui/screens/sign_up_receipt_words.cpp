// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codes.h"
#include "domain/waiting_list.h"
#include "ui/i18n/words.h"
#include "ui/screens/sign_up_receipt.h"

namespace wenlan::ui::receipt {

namespace {

using base::Language;
using model::EventCard;
using model::SeatsShown;
using model::SignUpStamp;

bool dated(const EventCard& card) { return static_cast<bool>(card.occasion); }
bool seated(const EventCard& card) {
    return dated(card) && card.seats.kind != SeatsShown::Kind::none_needed;
}

std::string word(Key key, Language language) { return std::string(text(key, language)); }

Key kept_title(const EventCard& card) {
    if (card.kind == domain::Kind::service) return Key::receipt_kept_service;
    if (card.kind == domain::Kind::call) return Key::receipt_kept_call;
    if (!dated(card)) return Key::receipt_kept_club;
    if (card.moment == model::Moment::on_now) return Key::receipt_kept_now;
    if (card.days_ahead > 1) return Key::receipt_kept_later;
    if (card.days_ahead == 1) return Key::receipt_kept_tomorrow;
    constexpr int evening = 17;
    return card.start.hour >= evening ? Key::receipt_kept_evening : Key::receipt_kept_soon;
}

Key declined_line(domain::Why why) {
    switch (why) {
        case domain::Why::full:
            return Key::receipt_why_full;
        case domain::Why::closed:
            return Key::receipt_why_closed;
        case domain::Why::called_off:
            return Key::receipt_why_called_off;
        case domain::Why::not_opened:
            return Key::receipt_why_not_opened;
        default:
            return Key::receipt_why_other;
    }
}

// Some minutes before a time of a day; none: it would be the day before.
std::optional<std::string> minutes_before(const base::CivilTime& time, int minutes) {
    const int at = time.hour * 60 + time.minute - minutes;
    if (at < 0) return std::nullopt;
    base::CivilTime earlier = time;
    earlier.hour = at / 60;
    earlier.minute = at % 60;
    return words::clock(earlier);
}

std::string hear_by(const EventCard& card, Language language) {
    constexpr auto before = static_cast<int>(domain::told_before_start.count() / 60000);
    const auto time = minutes_before(card.start, before);
    if (!time) return {};
    const std::string day = card.days_ahead <= 2 ? words::day(card.start, card.days_ahead, language)
                                                 : words::weekday_short(card.start.date, language);
    return day + " " + *time;
}

}  // namespace

std::string title(const ReceiptShown& shown, Language language) {
    switch (shown.outcome.stamp) {
        case SignUpStamp::kept:
            return word(kept_title(shown.card), language);
        case SignUpStamp::waiting:
            return word(Key::receipt_waiting, language);
        case SignUpStamp::stored:
            return word(Key::receipt_stored, language);
        case SignUpStamp::declined:
        case SignUpStamp::none:
            break;
    }
    return word(Key::receipt_declined, language);
}

std::string line(const ReceiptShown& shown, Language language) {
    const model::SignUpOutcome& outcome = shown.outcome;
    if (outcome.stamp == SignUpStamp::declined) return word(declined_line(outcome.why), language);
    const bool unsent = outcome.provisional || outcome.stamp == SignUpStamp::stored;
    if (unsent || shown.offline) return word(Key::receipt_line_offline, language);
    if (outcome.code_suffices) return word(Key::receipt_line_long, language);
    if (shown.tail[0] == 0) return word(Key::receipt_line_plain, language);
    return format(Key::receipt_line_tail, language,
                  {{"tail", std::string(shown.tail.begin(), shown.tail.end())}});
}

std::string caption(const ReceiptShown& shown, Language language) {
    switch (shown.outcome.stamp) {
        case SignUpStamp::waiting:
            return word(Key::receipt_waiting_record, language);
        case SignUpStamp::stored:
            return word(Key::receipt_stored_record, language);
        default:
            return word(seated(shown.card) ? Key::receipt_entry : Key::receipt_record, language);
    }
}

std::string when(const EventCard& card, Language language) {
    if (!dated(card)) return {};
    const bool near = card.days_ahead <= 2;
    std::string day = near ? words::day(card.start, card.days_ahead, language)
                           : words::weekday_short(card.start.date, language);
    day += " " + words::month_day(card.start.date, language);
    const Key key = card.tag.key == "opera" ? Key::receipt_when_show : Key::receipt_when_start;
    return format(key, language, {{"day", day}, {"time", words::clock(card.start)}});
}

std::string place(const EventCard& card, Language language) {
    const std::string& venue = card.venue.in(language);
    const std::string& floor = card.floor.in(language);
    const bool named = floor.empty() || venue.find(floor) != std::string::npos;
    return named ? venue : words::facts({venue, floor});
}

std::string code_hint(const ReceiptShown& shown, Language language) {
    const model::SignUpOutcome& outcome = shown.outcome;
    const bool waiting = outcome.stamp == SignUpStamp::waiting;
    if (outcome.provisional || outcome.stamp == SignUpStamp::stored) {
        const Key key = waiting ? Key::receipt_code_offline_waiting : Key::receipt_code_offline;
        return word(key, language);
    }
    std::string hint =
        word(outcome.code_suffices ? Key::receipt_code_long : Key::receipt_code_keep, language);
    if (waiting) return hint + "\n" + word(Key::receipt_line_waiting, language);
    constexpr int doors_before = 30;
    const auto doors = minutes_before(shown.card.start, doors_before);
    if (seated(shown.card) && doors && shown.card.moment == model::Moment::upcoming)
        hint += "\n" + format(Key::receipt_code_doors, language, {{"time", *doors}});
    return hint;
}

Stamp stamp(const ReceiptShown& shown, Language language) {
    switch (shown.outcome.stamp) {
        case SignUpStamp::kept:
            if (seated(shown.card))
                return {word(Key::receipt_stamp_kept_1, language),
                        word(Key::receipt_stamp_kept_2, language)};
            return {word(Key::receipt_stamp_done_1, language),
                    word(Key::receipt_stamp_done_2, language)};
        case SignUpStamp::waiting:
            return {word(Key::receipt_stamp_waiting, language), {}};
        case SignUpStamp::stored:
            return {word(Key::receipt_stamp_stored, language), {}};
        case SignUpStamp::declined:
        case SignUpStamp::none:
            break;
    }
    return {};
}

std::vector<Fact> facts(const ReceiptShown& shown, Language language) {
    const model::SignUpOutcome& outcome = shown.outcome;
    const EventCard& card = shown.card;
    std::vector<Fact> all;
    const bool waiting = outcome.stamp == SignUpStamp::waiting;
    if (waiting && outcome.place > 0) {
        const Key label = outcome.provisional ? Key::receipt_place_guess : Key::receipt_place;
        all.push_back(
            {word(label, language),
             format(Key::receipt_place_value, language, {{"n", std::to_string(outcome.place)}}),
             true});
    } else if (!waiting && seated(card) && outcome.stamp != SignUpStamp::declined) {
        const std::string& area = card.venue_short.in(language);
        if (!area.empty())
            all.push_back({word(Key::receipt_seats, language),
                           format(Key::receipt_seats_value, language, {{"area", area}})});
    }
    if (dated(card)) {
        all.push_back(
            {word(Key::receipt_people, language),
             format(Key::receipt_people_value, language, {{"n", std::to_string(outcome.party)}})});
    }
    if (waiting && dated(card)) {
        const std::string by = hear_by(card, language);
        if (!by.empty()) all.push_back({word(Key::receipt_hear_by, language), by});
    }
    return all;
}

std::string qr_text(const model::SignUpOutcome& outcome) {
    const auto code = domain::read_code(outcome.code);
    return code ? code->plain() : outcome.code;
}

}  // namespace wenlan::ui::receipt
