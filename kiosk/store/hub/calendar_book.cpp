// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/calendar_book.h"

#include <map>

#include "store/hub/sign_up_bind.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

using domain::OccasionState;

constexpr std::string_view columns =
    "SELECT occasion, listing_key, venue_key, title_zh, title_en, note_zh, note_en, place_zh, "
    "place_en, reason_zh, reason_en, start_ms, end_ms, state, sequence, changed_ms, gone "
    "FROM calendar_entry ";

OccasionState state_of(const std::string& name) {
    if (name == "cancelled") return OccasionState::cancelled;
    return name == "moved" ? OccasionState::moved : OccasionState::scheduled;
}

std::string_view name_of(OccasionState state) {
    if (state == OccasionState::cancelled) return "cancelled";
    return state == OccasionState::moved ? "moved" : "scheduled";
}

base::LocalText local_text(Read& read) {
    base::LocalText text;
    text.zh = read.text();
    text.en = read.text();
    return text;
}

// One that was taken away is called off.
CalendarEntry entry_of(const sqlite::Statement& row) {
    Read read(row);
    CalendarEntry entry;
    entry.occasion = {read.number()};
    entry.listing_key = read.text();
    entry.venue_key = read.text();
    entry.title = local_text(read);
    entry.note = local_text(read);
    entry.place = local_text(read);
    entry.reason = local_text(read);
    entry.start = read.instant();
    entry.end = read.instant();
    entry.state = state_of(read.text());
    entry.sequence = read.number();
    entry.changed = read.instant();
    if (read.flag()) entry.state = OccasionState::cancelled;
    return entry;
}

bool same_meeting(const CalendarEntry& a, const CalendarEntry& b) {
    return a.start == b.start && a.end == b.end && a.venue_key == b.venue_key && a.state == b.state;
}

bool same_words(const CalendarEntry& a, const CalendarEntry& b) {
    return a.listing_key == b.listing_key && a.title == b.title && a.note == b.note &&
           a.place == b.place && a.reason == b.reason;
}

base::Result<void> write(sqlite::Database& database, const CalendarEntry& entry) {
    sqlite::Statement* const put = TRY(database.cached(
        "INSERT OR REPLACE INTO calendar_entry (occasion, listing_key, venue_key, title_zh, "
        "title_en, note_zh, note_en, place_zh, place_en, reason_zh, reason_en, start_ms, end_ms, "
        "state, sequence, changed_ms, gone) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0)"));
    Bind bind(*put);
    bind.number(entry.occasion.value).text(entry.listing_key).text(entry.venue_key);
    for (const base::LocalText* text : {&entry.title, &entry.note, &entry.place, &entry.reason}) {
        bind.text(text->zh).text(text->en);
    }
    bind.instant(entry.start).instant(entry.end).text(name_of(entry.state));
    bind.number(entry.sequence).instant(entry.changed);
    return put->run();
}

}  // namespace

base::Result<void> CalendarBook::follow(std::span<const CalendarEntry> now_shown,
                                        base::Instant from, base::Instant until,
                                        base::Instant now) {
    auto transaction = TRY(sqlite::Transaction::begin(database_));
    std::map<domain::OccasionId, CalendarEntry> known;
    {
        sqlite::Statement* const select = TRY(database_.cached(columns));
        const sqlite::Rows rows(select);
        while (TRY(select->step())) {
            CalendarEntry entry = entry_of(*select);
            known.emplace(entry.occasion, std::move(entry));
        }
    }
    for (const CalendarEntry& shown : now_shown) {
        CalendarEntry entry = shown;
        entry.changed = now;
        const auto found = known.find(shown.occasion);
        if (found != known.end()) {
            const bool same = same_meeting(found->second, shown);
            entry.sequence = found->second.sequence + (same ? 0 : 1);
            const bool unchanged = same && same_words(found->second, shown);
            known.erase(found);
            if (unchanged) continue;
        }
        TRY(write(database_, entry));
    }
    for (const auto& [occasion, entry] : known) {
        const bool among = entry.end >= from && entry.start < until;
        if (!among || entry.state == OccasionState::cancelled) continue;
        sqlite::Statement* const gone =
            TRY(database_.cached("UPDATE calendar_entry SET gone = 1, sequence = sequence + 1, "
                                 "changed_ms = ? WHERE occasion = ?"));
        Bind(*gone).instant(now).number(occasion.value);
        TRY(gone->run());
    }
    return transaction.commit();
}

base::Result<std::vector<CalendarEntry>> CalendarBook::entries(const Wanted& wanted) {
    sqlite::Statement* const select = TRY(database_.cached(
        std::string(columns) +
        "WHERE end_ms >= ?1 AND (?2 = '' OR listing_key = ?2) AND (?3 = '' OR venue_key = ?3) AND "
        "(?4 = 0 OR occasion = ?4) ORDER BY start_ms, occasion LIMIT ?5"));
    const sqlite::Rows rows(select);
    Bind(*select)
        .instant(wanted.from)
        .text(wanted.listing_key)
        .text(wanted.venue_key)
        .number(wanted.occasion.value)
        .number(entries_max);
    std::vector<CalendarEntry> entries;
    while (TRY(select->step())) entries.push_back(entry_of(*select));
    return entries;
}

}  // namespace wenlan::store
