// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/ics_rule.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "hub/import/clean_text.h"
#include "hub/import/event.h"
#include "hub/import/libical.h"

namespace wenlan::hub {
namespace {

using base::CivilTime;
using base::Error;
using base::Result;

constexpr std::size_t rule_bytes_max = 600;
constexpr std::int64_t steps_a_rule_max = 60'000;

struct FreeIterator {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, FreeIterator>;

// A rule without its UNTIL, which is compared here: it may be a date, a wall time or UTC.
struct Rule {
    std::string text;
    std::optional<IcsTime> until;
    bool counted = false;
    std::int64_t step_s = 0;  // the time from one step to the next, never more than it is
};

Error broken(std::string_view rule) {
    return {"ics.bad-rule",
            "The recurrence rule \"" + cut(clean_line(rule), 80) + "\" cannot be understood."};
}

std::int64_t frequency_s(std::string_view frequency) {
    if (frequency == "YEARLY") return 365 * 86400;
    if (frequency == "MONTHLY") return 28 * 86400;
    if (frequency == "WEEKLY") return 7 * 86400;
    if (frequency == "DAILY") return 86400;
    if (frequency == "HOURLY") return 3600;
    if (frequency == "MINUTELY") return 60;
    return frequency == "SECONDLY" ? 1 : 0;
}

std::string upper_without_space(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

std::optional<int> small_number(std::string_view text) {
    if (text.empty() || text.size() > 5) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// Reads one "KEY=VALUE" into the rule.
Result<void> take_part(std::string_view part, std::string_view whole, Rule& rule) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return broken(whole);
    const std::string_view key = part.substr(0, equals);
    const std::string_view value = part.substr(equals + 1);
    if (key == "UNTIL") {
        rule.until = read_ics_time(value);
        return rule.until ? Result<void>{} : broken(whole);
    }
    if (key == "RSCALE") {
        if (value == "GREGORIAN") return {};
        return Error{"ics.other-calendar",
                     "The rule repeats by another calendar than the "
                     "Gregorian one. List its dates one by one."};
    }
    if (key == "SKIP" || key.starts_with("X-")) return {};
    if (key == "FREQ") {
        rule.step_s = frequency_s(value);
        if (rule.step_s == 0) return broken(whole);
    } else if (key == "INTERVAL" || key == "COUNT") {
        const auto number = small_number(value);
        if (!number || *number == 0 || *number > 32'000) return broken(whole);
        if (key == "COUNT") rule.counted = true;
    } else if (key != "WKST" && !key.starts_with("BY")) {
        return broken(whole);
    }
    rule.text += (rule.text.empty() ? "" : ";") + std::string{part};
    return {};
}

Result<Rule> read_rule(std::string_view written) {
    if (written.size() > rule_bytes_max) return broken(written);
    const std::string plain = upper_without_space(written);
    if (plain.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,+-:") !=
        std::string::npos) {
        return broken(written);
    }
    Rule rule;
    std::string_view rest = plain;
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        if (!part.empty()) TRY(take_part(part, written, rule));
    }
    if (rule.step_s == 0) return broken(written);
    return rule;
}

std::int64_t seconds(const CivilTime& time) {
    return std::int64_t{86400} * time.date.days().time_since_epoch().count() + time.hour * 3600 +
           time.minute * 60 + time.second;
}

// libical walks a rule step by step and looks at every step, whether or not something happens
// there. How far it would have to walk is known beforehand.
Result<void> spend(const Rule& rule, std::int64_t interval, const RuleSpan& span, bool skips_ahead,
                   RuleBudget& budget) {
    const CivilTime& first = skips_ahead ? span.from : span.start.wall;
    const std::int64_t span_s = std::max<std::int64_t>(0, seconds(span.until) - seconds(first));
    const std::int64_t steps = span_s / (rule.step_s * interval) + 1;
    if (steps > steps_a_rule_max) {
        return Error{"ics.rule-too-often",
                     "The event repeats too often, or has for too long, to be laid out."};
    }
    if (steps > budget.steps_left || budget.time_left <= base::Duration{0}) {
        return Error{"ics.rules-too-many",
                     "The calendar's recurrence rules as a whole take too "
                     "long to lay out. Split the file."};
    }
    budget.steps_left -= steps;
    return {};
}

bool after_until(const CivilTime& wall, const std::optional<IcsTime>& until, const IcsZone& zone) {
    if (!until) return false;
    if (until->date_only) return wall.date > until->wall.date;
    if (!until->utc) return wall > until->wall;
    const base::Instant end =
        base::Instant{until->wall.date.days()} + std::chrono::hours{until->wall.hour} +
        std::chrono::minutes{until->wall.minute} + std::chrono::seconds{until->wall.second};
    return zone.instant(wall) > end;
}

// Takes the time that a scope takes out of the budget.
class Meter {
public:
    explicit Meter(RuleBudget& budget) : budget_(budget), began_(uptime()) {}
    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;
    ~Meter() { budget_.time_left -= uptime() - began_; }

private:
    base::Duration uptime() const {
        return budget_.clock == nullptr ? base::Duration{0} : budget_.clock->uptime();
    }

    RuleBudget& budget_;
    base::Duration began_;
};

}  // namespace

Result<std::vector<CivilTime>> expand_rule(std::string_view rule, const RuleSpan& span,
                                           RuleBudget& budget) {
    const Rule parts = TRY(read_rule(rule));
    if (span.start.wall > span.until) return std::vector<CivilTime>{};
    calm_libical();
    icalrecurrencetype recurrence = icalrecurrencetype_from_string(parts.text.c_str());
    if (recurrence.freq == ICAL_NO_RECURRENCE) return broken(rule);
    const std::int64_t interval = std::max<std::int64_t>(1, recurrence.interval);
    // A counted rule has to be counted from its start.
    const bool skips_ahead = !parts.counted && span.from > span.start.wall;
    TRY(spend(parts, interval, span, skips_ahead, budget));
    const Meter meter{budget};

    recurrence.until = to_ical(span.until, span.start.date_only);
    const icaltimetype start = to_ical(span.start.wall, span.start.date_only);
    // A counted rule ends by itself; libical takes a count or an end, and here the end is ours.
    const int count = std::exchange(recurrence.count, 0);
    const Iterator iterator{icalrecur_iterator_new(recurrence, start)};
    if (iterator == nullptr) return broken(rule);
    if (skips_ahead) {
        icalrecur_iterator_set_start(iterator.get(), to_ical(span.from, span.start.date_only));
    }
    std::vector<CivilTime> times;
    for (int seen = 0; !parts.counted || seen < count; ++seen) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next) != 0) break;
        const CivilTime wall = from_ical(next);
        if (after_until(wall, parts.until, span.zone) || wall > span.until) break;
        if (wall < span.from) continue;
        if (times.size() >= import_occasions_an_event_max) {
            return Error{"ics.too-many-occasions",
                         "The event happens more than " +
                             std::to_string(import_occasions_an_event_max) +
                             " times in the coming 120 days."};
        }
        times.push_back(wall);
    }
    return times;
}

}  // namespace wenlan::hub
