// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/roster_book.h"

#include <algorithm>

#include "base/utf8.h"
#include "domain/codes.h"
#include "domain/search_match.h"

namespace wenlan::hub::desk {

using domain::SignUpState;

namespace {

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Whether the term, folded, can be typed for the characters from `at` on: for each its character,
// or the beginning of one of its readings.
bool typed_from(std::u32string_view term, const std::vector<std::string>& keys,
                const std::vector<char32_t>& characters, std::size_t at) {
    if (term.empty()) return true;
    if (at == keys.size()) return false;
    if (term.front() == characters[at] && typed_from(term.substr(1), keys, characters, at + 1)) {
        return true;
    }
    std::string_view rest = keys[at];
    while (!rest.empty()) {
        const std::string_view key = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), key.size() + 1));
        for (std::size_t n = domain::common_letters(term, key); n > 0; --n) {
            if (typed_from(term.substr(n), keys, characters, at + 1)) return true;
        }
    }
    return false;
}

bool name_matches(std::string_view query, const RosterEntry& entry) {
    const std::vector<char32_t> characters = base::utf8::decode(entry.name);
    if (characters.size() != entry.keys.size()) return false;
    const auto terms = domain::search_terms(query);
    return !terms.empty() &&
           std::all_of(terms.begin(), terms.end(), [&](const std::u32string& term) {
               for (std::size_t at = 0; at < characters.size(); ++at) {
                   if (typed_from(term, entry.keys, characters, at)) return true;
               }
               return false;
           });
}

}  // namespace

bool belongs(const RosterEntry& entry, RosterFilter filter) {
    const store::SignUpRow& row = entry.sign_up.row;
    switch (filter) {
        case RosterFilter::all:
            return true;
        case RosterFilter::expected:
            return domain::holds_seats(row.state) && row.present < row.party;
        case RosterFilter::present:
            return row.present > 0;
        case RosterFilter::cancelled:
            return row.state == SignUpState::cancelled || row.state == SignUpState::declined;
        case RosterFilter::waiting:
            return row.state == SignUpState::waitlisted;
        case RosterFilter::staff:
            return row.source == domain::Source::desk;
        case RosterFilter::to_tell:
            return !row.to_tell.empty();
    }
    return false;
}

const std::string& RosterBook::keys_of(char32_t character) {
    const auto found = keys_.find(character);
    if (found != keys_.end()) return found->second;
    static const domain::Readings* const none = nullptr;
    std::string keys;
    if (readings_ != none) keys = domain::typed_character(character, *readings_).keys;
    return keys_.emplace(character, std::move(keys)).first->second;
}

RosterEntry RosterBook::entry_of(const SignUpKeys& keys, store::SignUpRow row) {
    RosterEntry entry;
    entry.sign_up.answers = personal_of(keys, row);
    entry.sign_up.row = std::move(row);
    entry.name = entry.sign_up.name();
    entry.phone = entry.sign_up.phone();
    for (const char32_t character : base::utf8::decode(entry.name)) {
        entry.keys.push_back(keys_of(character));
    }
    return entry;
}

base::Result<const std::vector<RosterEntry>*> RosterBook::open(SignUpGround& ground,
                                                               domain::OccasionId occasion) {
    const std::string stamp = TRY(ground.store.stamp_of(occasion));
    if (occasion == occasion_ && stamp == stamp_) return &entries_;
    std::vector<RosterEntry> before;
    if (occasion == occasion_) before = std::move(entries_);
    entries_.clear();
    occasion_ = occasion;
    stamp_.clear();  // until all of it is read
    std::size_t next = 0;
    for (store::SignUpRow& row : TRY(ground.store.of_occasion(occasion))) {
        // Both in the order of arrival.
        while (next < before.size() && before[next].sign_up.row.arrival < row.arrival) ++next;
        const bool same = next < before.size() && before[next].sign_up.row.id == row.id &&
                          before[next].sign_up.row.version == row.version;
        entries_.push_back(same ? std::move(before[next]) : entry_of(ground.keys, std::move(row)));
        entries_.back().check_in.reset();
    }
    std::map<domain::SignUpId, RosterEntry*> by_id;
    for (RosterEntry& entry : entries_) by_id.emplace(entry.sign_up.row.id, &entry);
    for (store::EntryNote& note : TRY(ground.store.entries_of(occasion))) {
        const auto found = by_id.find(note.sign_up);
        if (found != by_id.end()) found->second->entry = std::move(note);
    }
    for (store::CheckInNote& note : TRY(ground.store.check_ins_of(occasion))) {
        const auto found = by_id.find(note.sign_up);
        if (found != by_id.end()) found->second->check_in = std::move(note);
    }
    stamp_ = stamp;
    return &entries_;
}

bool RosterBook::is_code(std::string_view query, const RosterEntry& entry) {
    const auto code = domain::read_code(query);
    if (!code) return false;
    const std::string plain = code->plain();
    const store::SignUpRow& row = entry.sign_up.row;
    return plain == row.code || plain == row.kiosk_code;
}

bool RosterBook::finds(std::string_view query, const RosterEntry& entry) {
    while (query.starts_with(' ')) query.remove_prefix(1);
    while (query.ends_with(' ')) query.remove_suffix(1);
    if (query.empty() || is_code(query, entry)) return true;
    constexpr std::size_t tail_digits = 4;
    if (is_digits(query)) {
        // The beginning of a code, as far as it is typed; or the end of a phone.
        if (entry.sign_up.row.code.starts_with(query)) return true;
        return query.size() == tail_digits && entry.phone.ends_with(query);
    }
    if (entry.name.empty()) return false;
    return entry.name.find(query) != std::string::npos || name_matches(query, entry);
}

}  // namespace wenlan::hub::desk
