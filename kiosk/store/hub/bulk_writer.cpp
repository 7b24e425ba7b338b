// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/bulk_writer.h"

#include <set>

#include "store/hub/listing_json.h"
#include "store/hub/listing_table.h"
#include "store/programme_reader.h"
#include "store/rows.h"
#include "store/surroundings.h"

namespace wenlan::store {

namespace {

constexpr int dates_logged_max = 40;

// What became of the dates of a listing, for the log: the first ones in words, the rest counted.
class DateLog {
public:
    void was(const domain::Occasion& occasion) { add(before_, before_count_, occasion); }
    void is(const domain::Occasion& occasion) { add(after_, after_count_, occasion); }
    bool empty() const { return before_count_ + after_count_ == 0; }
    std::string before() const { return text(before_, before_count_); }
    std::string after() const { return text(after_, after_count_); }

private:
    static void add(std::string& text, int& count, const domain::Occasion& occasion) {
        if (++count > dates_logged_max) return;
        text += (text.empty() ? "" : ",") + words_of(occasion);
    }
    static std::string text(const std::string& words, int count) {
        if (count == 0) return {};
        const int more = count - dates_logged_max;
        return "[" + words + (more > 0 ? "," + std::to_string(more) : "") + "]";
    }

    std::string before_, after_;
    int before_count_ = 0, after_count_ = 0;
};

}  // namespace

base::Result<PutReport> BulkWriter::write(const Programme& programme) {
    change_ = TRY(next_change(database_));
    TRY(write_surroundings(programme));
    std::map<domain::ListingId, Dates> dates;
    for (const ProgrammeOccasion& entry : programme.occasions) {
        dates[entry.occasion.listing].push_back(&entry);
    }
    for (const ProgrammeListing& entry : programme.listings) {
        TRY(write_listing(entry, dates[entry.listing.id]));
    }
    if (how_.replaced) TRY(withdraw_others(programme));
    TRY(write_demonstration(programme));
    return report_;
}

base::Result<void> BulkWriter::write_surroundings(const Programme& programme) {
    TRY(log_surroundings(programme));
    const bool centre = TRY(write_centre(database_, programme.centre));
    const bool venues = TRY(write_venues(database_, programme.venues, how_.ids, venues_));
    const bool tags = TRY(write_tags(database_, programme.tags));
    if (!centre && !venues && !tags) return {};
    sqlite::Statement* const mark =
        TRY(database_.cached("UPDATE programme SET surroundings_changed = ? WHERE id = 1"));
    mark->bind(1, change_);
    return mark->run();
}

base::Result<void> BulkWriter::log_surroundings(const Programme& programme) {
    const auto log = [this](std::string_view kind, const std::string& subject,
                            const BeforeAfter& words) -> base::Result<void> {
        if (words.same()) return {};
        return audit_.append(by_, kind, subject, words.before, words.after);
    };
    if (!programme.centre.name.empty()) {
        const domain::Centre before = TRY(read_centre(database_));
        TRY(log("centre.changed", "centre", changes_of(before, programme.centre)));
    }
    std::map<std::string, domain::Venue> venues;
    for (domain::Venue& venue : TRY(read_venues(database_))) venues[venue.key] = std::move(venue);
    for (const domain::Venue& venue : programme.venues) {
        TRY(log("venue.changed", "venue:" + venue.key, changes_of(venues[venue.key], venue)));
    }
    std::map<std::string, domain::Tag> tags;
    for (domain::Tag& tag : TRY(read_tags(database_))) tags[tag.key] = std::move(tag);
    for (const domain::Tag& tag : programme.tags) {
        TRY(log("tag.changed", "tag:" + tag.key, changes_of(tags[tag.key], tag)));
    }
    return {};
}

base::Result<void> BulkWriter::write_listing(const ProgrammeListing& entry, const Dates& dates) {
    ProgrammeListing wanted = entry;
    const auto known = TRY(find_listing(database_, entry.listing.key));
    if (!known) {
        if (how_.ids == Ids::own) wanted.listing.id = {};
        const domain::ListingId id = TRY(add_listing(database_, audit_, by_, wanted, change_));
        sqlite::Statement* const publish =
            TRY(database_.cached("UPDATE listing SET state = 'published' WHERE id = ?"));
        publish->bind(1, id.value);
        TRY(publish->run());
        TRY(write_dates(id, dates));
        ++report_.listings_added;
        return {};
    }
    wanted.listing.id = *known;
    const auto before = TRY(read_hub_listing(database_, *known));
    base::ensure(before.has_value(), "a listing that was found is there");
    const bool words = TRY(change_listing(database_, audit_, by_, *before, wanted, change_));
    const Touched touched = TRY(write_dates(*known, dates));
    const bool comes_back =
        entry.origin == Origin::demonstration && before->state != ListingState::published;
    if (comes_back) {
        TRY(write_state(database_, audit_, by_, *before, ListingState::published, std::nullopt,
                        change_));
    }
    if (touched) TRY(mark_changed(database_, *known, change_));
    ++(words || touched || comes_back ? report_.listings_changed : report_.listings_unchanged);
    return {};
}

base::Result<BulkWriter::Touched> BulkWriter::write_dates(domain::ListingId listing,
                                                          const Dates& dates) {
    std::map<base::Instant, DatedOccasion> known;
    for (DatedOccasion& date : TRY(read_dates_of(database_, listing))) {
        const base::Instant start = date.entry.occasion.start;
        known.emplace(start, std::move(date));
    }
    DateLog log;
    for (const ProgrammeOccasion* entry : dates) {
        DatedOccasion wanted{*entry, {}, {}};
        wanted.entry.occasion.listing = listing;
        wanted.entry.occasion.venue = {venues_.at(entry->occasion.venue)};
        const auto before = known.find(entry->occasion.start);
        if (before == known.end()) {
            if (how_.ids == Ids::own) wanted.entry.occasion.id = {};
            wanted.entry.occasion.id = TRY(add_occasion(database_, wanted));
            log.is(wanted.entry.occasion);
            ++report_.occasions_added;
            continue;
        }
        const DatedOccasion was = std::move(before->second);
        known.erase(before);
        if (was.series) continue;
        const bool seats = wanted.entry.taken && wanted.entry.taken != was.entry.taken;
        if (!seats && same_occasion(was.entry.occasion, wanted.entry.occasion)) continue;
        wanted.entry.occasion.id = was.entry.occasion.id;
        TRY(change_occasion(database_, wanted));
        log.was(was.entry.occasion);
        log.is(wanted.entry.occasion);
        ++report_.occasions_changed;
    }
    for (const auto& [start, date] : known) {
        if (date.series) continue;
        TRY(put_aside(database_, date.entry.occasion.id));
        log.was(date.entry.occasion);
        ++report_.occasions_removed;
    }
    if (log.empty()) return false;
    TRY(audit_.append(by_, "dates.changed", subject_of(listing), log.before(), log.after()));
    return true;
}

base::Result<void> BulkWriter::withdraw_others(const Programme& programme) {
    std::set<std::string> wanted;
    for (const ProgrammeListing& entry : programme.listings) wanted.insert(entry.listing.key);
    std::vector<domain::ListingId> gone;
    {
        sqlite::Statement rows = TRY(database_.prepare(
            "SELECT id, key FROM listing WHERE origin = ? AND state <> 'withdrawn'"));
        rows.bind(1, name_of(*how_.replaced));
        while (TRY(rows.step())) {
            if (!wanted.contains(rows.text(1))) gone.push_back({rows.integer(0)});
        }
    }
    for (const domain::ListingId id : gone) {
        const auto before = TRY(read_hub_listing(database_, id));
        base::ensure(before.has_value(), "a listing that was found is there");
        TRY(write_state(database_, audit_, by_, *before, ListingState::withdrawn, std::nullopt,
                        change_));
        ++report_.listings_removed;
        report_.occasions_removed += static_cast<int>(TRY(read_dates_of(database_, id)).size());
    }
    return {};
}

base::Result<void> BulkWriter::write_demonstration(const Programme& programme) {
    if (!programme.demonstration) return {};
    std::optional<std::string> day;
    if (programme.laid_out_on) day = to_text(*programme.laid_out_on);
    sqlite::Statement* const mark = TRY(database_.cached(
        "UPDATE programme SET demonstration = 1, laid_out_on = ?, surroundings_changed = ? "
        "WHERE id = 1"));
    mark->bind(1, day);
    mark->bind(2, change_);
    return mark->run();
}

}  // namespace wenlan::store
