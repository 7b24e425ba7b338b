// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/ics_series.h"

#include <algorithm>
#include <map>
#include <set>

#include "hub/import/event_check.h"

namespace wenlan::hub {
namespace {

using base::Instant;
using base::Result;

constexpr std::size_t uid_bytes_max = 200;

// One date of a series, by the instant at which the rule has it.
struct Happening {
    IcsMoment start;
    base::Duration length;
    const IcsEvent* event;  // whose words hold
};
using Happenings = std::map<Instant, Happening>;

std::string key_of(const IcsEvent& event) {
    if (event.uid.empty()) {
        return "ics:no-uid:" +
               fingerprint(event.title.zh + "\n" + base::to_iso8601(event.start.instant()));
    }
    if (event.uid.size() > uid_bytes_max) return "ics:long-uid:" + fingerprint(event.uid);
    return "ics:" + event.uid;
}

// All times of a rule that can still matter: from the first that may not be over yet.
Result<std::vector<Instant>> rule_times(const IcsEvent& event, const IcsProperty& rule,
                                        const ImportFrame& frame, RuleBudget& budget,
                                        std::vector<base::CivilTime>& walls) {
    const int days_back = event.days + 2 + static_cast<int>(event.length / std::chrono::hours{24});
    const base::CivilDate last = frame.zone.local(frame.rules_until()).date.plus_days(1);
    RuleSpan span{
        event.start.time, {frame.today().plus_days(-days_back)}, {last}, event.start.zone};
    walls = TRY(expand_rule(rule.value, span, budget));
    std::vector<Instant> times;
    times.reserve(walls.size());
    for (const base::CivilTime& wall : walls) times.push_back(event.start.zone.instant(wall));
    return times;
}

void add(Happenings& happenings, const IcsEvent& event, const IcsMoment& start,
         base::Duration length) {
    happenings.insert_or_assign(start.instant(), Happening{start, length, &event});
}

// Takes the date away that the moment names; a bare day names every date on it.
void take_away(Happenings& happenings, const IcsMoment& moment) {
    if (!moment.time.date_only) {
        happenings.erase(moment.instant());
        return;
    }
    std::erase_if(happenings, [&](const auto& entry) {
        return entry.second.start.time.wall.date == moment.time.wall.date;
    });
}

Result<Happenings> dates_of(const IcsEvent& event, const ImportFrame& frame, RuleBudget& budget) {
    Happenings happenings;
    std::vector<base::CivilTime> walls;
    add(happenings, event, event.start, event.length);
    for (const IcsProperty& rule : event.rules) {
        const auto times = TRY(rule_times(event, rule, frame, budget, walls));
        for (std::size_t index = 0; index < times.size(); ++index) {
            if (times[index] >= frame.rules_until()) continue;
            IcsMoment start = event.start;
            start.time.wall = walls[index];
            happenings.insert_or_assign(times[index], Happening{start, event.length, &event});
        }
    }
    for (const IcsExtraDate& extra : event.extra) {
        IcsMoment start = extra.start;
        // A bare day as an extra date of a timed event means the same hour on that day.
        if (start.time.date_only && !event.start.time.date_only) {
            const base::CivilDate date = start.time.wall.date;
            start = event.start;
            start.time.wall.date = date;
        }
        add(happenings, event, start, extra.length.value_or(event.length));
    }
    for (const IcsMoment& moment : event.excluded) take_away(happenings, moment);
    for (const IcsProperty& rule : event.excluded_rules) {
        for (const Instant time : TRY(rule_times(event, rule, frame, budget, walls))) {
            happenings.erase(time);
        }
    }
    return happenings;
}

ImportedEvent words_of(const IcsEvent& event, std::string key) {
    ImportedEvent out;
    out.line = event.line;
    out.key = std::move(key);
    out.title = event.title;
    out.body = event.body;
    out.organiser = local_text(event.organiser, {});
    out.categories = event.categories;
    return out;
}

// An all-day date becomes the opening hours of each of its days. Some programs write "all day" as
// from midnight to midnight.
std::vector<Span> spans_of(const Happening& happening, const ImportFrame& frame) {
    const base::CivilTime& wall = happening.start.time.wall;
    if (happening.start.time.date_only) {
        return all_day_spans(wall.date, happening.event->days, frame);
    }
    constexpr base::Duration day = std::chrono::hours{24};
    const Instant start = happening.start.instant();
    const base::CivilTime local = frame.zone.local(start);
    const bool at_midnight = local == base::CivilTime{local.date, 0, 0, 0};
    if (at_midnight && happening.length % day == base::Duration{0}) {
        return all_day_spans(local.date, static_cast<int>(happening.length / day), frame);
    }
    return {{start, start + happening.length}};
}

void add_occasions(ImportedEvent& out, const Happening& happening, const ImportFrame& frame) {
    const IcsEvent& event = *happening.event;
    const std::vector<Span> spans = spans_of(happening, frame);
    for (const auto& [start, end] : spans) {
        ImportedOccasion occasion;
        occasion.line = event.line;
        occasion.start = start;
        occasion.end = end;
        occasion.venue = event.location;
        occasion.cancelled = event.cancelled;
        out.occasions.push_back(std::move(occasion));
    }
}

// A listing has one occasion at a time: of two, the one that comes last in the file.
void make_starts_unique(ImportedEvent& event, Report& report) {
    std::map<Instant, ImportedOccasion> by_start;
    for (ImportedOccasion& occasion : event.occasions) {
        const auto [at, fresh] = by_start.try_emplace(occasion.start, occasion);
        if (fresh) continue;
        if (occasion.line != at->second.line) {
            report.note(std::max(occasion.line, at->second.line), "ics.two-at-once",
                        "Two dates of the event begin at the same time; they were made one.",
                        event.title.zh);
        }
        if (occasion.line >= at->second.line) at->second = std::move(occasion);
    }
    event.occasions.clear();
    for (auto& [start, occasion] : by_start) event.occasions.push_back(std::move(occasion));
}

// Of several events with one UID the one with the highest sequence is meant. Where that does not
// decide, they are different events whose program gave them one UID.
std::vector<const IcsEvent*> masters_of(const std::vector<IcsEvent>& series, Report& report) {
    std::vector<const IcsEvent*> masters;
    int newest = 0;
    for (const IcsEvent& event : series) {
        if (!event.replaces) newest = std::max(newest, event.sequence);
    }
    for (const IcsEvent& event : series) {
        if (event.replaces) continue;
        const auto same = [&](const IcsEvent* other) {
            return other->start.instant() == event.start.instant() && other->title == event.title;
        };
        if (event.sequence < newest) {
            report.skip(event.line, "ics.superseded", "The calendar holds a newer state of it.",
                        event.title.zh);
        } else if (std::any_of(masters.begin(), masters.end(), same)) {
            report.skip(event.line, "ics.twice", "The calendar holds it twice.", event.title.zh);
        } else {
            if (!masters.empty()) {
                report.note(event.line, "ics.shared-uid",
                            "Another event has the same UID. It is told apart by its start.",
                            event.title.zh);
            }
            masters.push_back(&event);
        }
    }
    return masters;
}

// The latest change of each replaced date.
std::vector<const IcsEvent*> replacements_of(const std::vector<IcsEvent>& series, Report& report) {
    std::map<Instant, const IcsEvent*> latest;
    for (const IcsEvent& event : series) {
        if (!event.replaces) continue;
        const auto [at, fresh] = latest.try_emplace(event.replaces->instant(), &event);
        if (fresh) continue;
        const IcsEvent* older = event.sequence >= at->second->sequence ? at->second : &event;
        if (older == at->second) at->second = &event;
        report.skip(older->line, "ics.superseded", "The calendar holds a newer state of it.",
                    older->title.zh);
    }
    std::vector<const IcsEvent*> out;
    for (const auto& [instant, event] : latest) out.push_back(event);
    std::sort(out.begin(), out.end(),
              [](const IcsEvent* a, const IcsEvent* b) { return a->line < b->line; });
    return out;
}

}  // namespace

std::vector<ImportedEvent> lay_out_series(const std::vector<IcsEvent>& series,
                                          const ImportFrame& frame, RuleBudget& budget,
                                          Report& report) {
    const auto masters = masters_of(series, report);
    const auto replacements = replacements_of(series, report);
    std::vector<ImportedEvent> out;
    for (const IcsEvent* master : masters) {
        auto dates = dates_of(*master, frame, budget);
        if (!dates) {
            report.refuse(master->line, dates.error().code, dates.error().message,
                          master->title.zh);
            continue;
        }
        Happenings happenings = std::move(dates).value();
        if (master == masters.front()) {
            for (const IcsEvent* change : replacements) take_away(happenings, *change->replaces);
        }
        const bool only = master == masters.front();
        ImportedEvent event = words_of(
            *master, only ? key_of(*master)
                          : key_of(*master) + "#" + base::to_iso8601(master->start.instant()));
        for (const auto& [instant, happening] : happenings) {
            add_occasions(event, happening, frame);
        }
        out.push_back(std::move(event));
    }
    // Changed dates join the event of the same title, or stand alone.
    for (const IcsEvent* change : replacements) {
        const Happening happening{change->start, change->length, change};
        const auto same_title = std::find_if(out.begin(), out.end(), [&](const auto& event) {
            return event.title == change->title;
        });
        if (same_title != out.end()) {
            add_occasions(*same_title, happening, frame);
            continue;
        }
        const std::string own =
            masters.empty() && out.empty()
                ? key_of(*change)
                : key_of(*change) + "#" + base::to_iso8601(change->replaces->instant());
        out.push_back(words_of(*change, own));
        add_occasions(out.back(), happening, frame);
    }
    std::erase_if(out, [&](ImportedEvent& event) {
        make_starts_unique(event, report);
        return !keep_coming(event, frame, report) || !texts_are_fit(event, report);
    });
    return out;
}

}  // namespace wenlan::hub
