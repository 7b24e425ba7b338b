// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/ics_event.h"

#include <algorithm>

#include "hub/import/clean_text.h"
#include "hub/import/event_check.h"

namespace wenlan::hub {
namespace {

using base::Error;
using base::Result;

constexpr std::size_t dates_max = 2'000;
constexpr std::size_t rules_max = 8;
constexpr std::size_t categories_max = 8;

std::string upper(std::string_view text) {
    std::string out;
    for (const char c : clean_line(text)) {
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

Result<IcsMoment> read_moment(std::string_view value, const IcsProperty& property,
                              IcsZones& zones) {
    const auto time = read_ics_time(value);
    if (!time) {
        return Error{"ics.bad-time", "The time \"" + cut(clean_line(value), 40) + "\" of " +
                                         property.name + " cannot be read."};
    }
    const std::string_view tzid = property.parameter("TZID");
    const bool floating = time->date_only || tzid.empty();
    return IcsMoment{*time, TRY(zones.named(time->utc ? "UTC" : floating ? "" : tzid))};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

// An RDATE may give a period, "start/end" or "start/duration".
Result<IcsExtraDate> read_extra(std::string_view value, const IcsProperty& property,
                                IcsZones& zones) {
    const std::size_t slash = value.find('/');
    IcsExtraDate extra{TRY(read_moment(value.substr(0, slash), property, zones)), {}};
    if (slash == std::string_view::npos) return extra;
    const std::string_view rest = value.substr(slash + 1);
    if (const auto length = read_ics_duration(rest)) {
        extra.length = *length;
    } else {
        const IcsMoment end = TRY(read_moment(rest, property, zones));
        extra.length = end.instant() - extra.start.instant();
    }
    if (*extra.length <= base::Duration{0} || *extra.length > length_max) {
        return Error{"ics.bad-period",
                     "A period of RDATE ends before it begins or is longer than "
                     "a year."};
    }
    return extra;
}

Result<void> read_dates(const IcsComponent& vevent, IcsZones& zones, IcsEvent& event) {
    for (const IcsProperty& property : vevent.properties) {
        const bool extra = property.name == "RDATE";
        if (!extra && property.name != "EXDATE") continue;
        for (const std::string_view value : split(property.value, ',')) {
            if (event.extra.size() + event.excluded.size() >= dates_max) {
                return Error{"ics.too-many-dates",
                             "The event names more than " + std::to_string(dates_max) + " dates."};
            }
            if (extra) {
                event.extra.push_back(TRY(read_extra(value, property, zones)));
            } else {
                event.excluded.push_back(TRY(read_moment(value, property, zones)));
            }
        }
    }
    return {};
}

// From DTEND or DURATION; where neither says anything of use, an hour, or a day.
Result<void> read_length(const IcsComponent& vevent, IcsZones& zones, IcsEvent& event,
                         Report& report) {
    const bool all_day = event.start.time.date_only;
    base::Duration length{0};
    if (const IcsProperty* end = vevent.first("DTEND")) {
        const IcsMoment moment = TRY(read_moment(end->value, *end, zones));
        length = moment.instant() - event.start.instant();
        if (all_day) {
            const int days = event.start.time.wall.date.days_until(moment.time.wall.date);
            event.days = std::max(1, moment.time.date_only ? days : days + 1);
        }
    } else if (const IcsProperty* duration = vevent.first("DURATION")) {
        const auto read = read_ics_duration(duration->value);
        if (!read) return Error{"ics.bad-time", "The DURATION cannot be read."};
        length = *read;
        event.days = std::max(1, static_cast<int>(length / std::chrono::hours{24}));
    }
    if (length < base::Duration{0}) {
        return Error{"ics.end-before-start", "The event ends before it begins."};
    }
    if (length > length_max) return Error{"time.too-long", "The event is longer than a year."};
    if (!all_day && length == base::Duration{0}) {
        length = assumed_length;
        report.note(event.line, "time.no-end", "No end is given; an hour is assumed.",
                    event.title.zh);
    }
    event.length = length;
    return {};
}

bool is_english(const IcsProperty& property) {
    return upper(property.parameter("LANGUAGE")).starts_with("EN");
}

void read_texts(const IcsComponent& vevent, IcsEvent& event) {
    std::string title_zh, title_en, body_zh, body_en;
    for (const IcsProperty& property : vevent.properties) {
        const std::string text = ics_unescaped(property.value);
        if (property.name == "SUMMARY") {
            std::string& title = is_english(property) ? title_en : title_zh;
            if (title.empty()) title = clean_line(text);
        } else if (property.name == "DESCRIPTION") {
            std::string& body = is_english(property) ? body_en : body_zh;
            if (body.empty()) body = clean_paragraphs(text);
        } else if (property.name == "LOCATION" && event.location.empty()) {
            event.location = clean_line(text);
        } else if (property.name == "CATEGORIES") {
            for (const std::string_view word : split(text, ',')) {
                if (event.categories.size() < categories_max) {
                    event.categories.push_back(clean_line(word));
                }
            }
        } else if (property.name == "ORGANIZER") {
            // An address is not a name, and is nobody's business in a lobby.
            const std::string name = clean_line(property.parameter("CN"));
            if (name.find('@') == std::string::npos) event.organiser = name;
        }
    }
    event.title = local_text(std::move(title_zh), std::move(title_en));
    event.body = local_text(std::move(body_zh), std::move(body_en));
}

Result<IcsEvent> read_times(const IcsComponent& vevent, const IcsProperty& start, IcsZones& zones,
                            IcsEvent event, Report& report) {
    event.start = TRY(read_moment(start.value, start, zones));
    TRY(read_length(vevent, zones, event, report));
    TRY(read_dates(vevent, zones, event));
    for (const IcsProperty& property : vevent.properties) {
        if (property.name == "RRULE") event.rules.push_back(property);
        if (property.name == "EXRULE") event.excluded_rules.push_back(property);
    }
    if (event.rules.size() + event.excluded_rules.size() > rules_max) {
        return Error{"ics.bad-rule", "The event has more than eight recurrence rules."};
    }
    if (const IcsProperty* replaces = vevent.first("RECURRENCE-ID")) {
        if (!replaces->parameter("RANGE").empty()) {
            return Error{"ics.this-and-future",
                         "A change of one date and all after it is not understood. Give the later "
                         "dates an event of their own."};
        }
        event.replaces = TRY(read_moment(replaces->value, *replaces, zones));
    }
    return event;
}

}  // namespace

std::optional<IcsEvent> read_ics_event(const IcsComponent& vevent, IcsZones& zones,
                                       Report& report) {
    IcsEvent event;
    event.line = vevent.line;
    read_texts(vevent, event);
    if (!vevent.closed) {
        report.refuse(vevent.line, "ics.cut-off",
                      "The event has no end. The file may have been cut off.", event.title.zh);
        return std::nullopt;
    }
    const IcsProperty* visibility = vevent.first("CLASS");
    if (visibility != nullptr && upper(visibility->value) != "PUBLIC") {
        report.skip(vevent.line, "ics.private", "It is marked as not public.");
        return std::nullopt;
    }
    if (!title_is_fit(event.title, vevent.line, report)) return std::nullopt;
    if (const IcsProperty* uid = vevent.first("UID")) event.uid = clean_line(uid->value);
    if (const IcsProperty* status = vevent.first("STATUS")) {
        event.cancelled = upper(status->value) == "CANCELLED";
    }
    if (const IcsProperty* sequence = vevent.first("SEQUENCE")) {
        const std::string digits = clean_line(sequence->value);
        const bool number = !digits.empty() && digits.size() < 10 &&
                            digits.find_first_not_of("0123456789") == std::string::npos;
        event.sequence = number ? std::stoi(digits) : 0;
    }
    const std::string title = event.title.zh;
    const IcsProperty* start = vevent.first("DTSTART");
    if (start == nullptr) {
        report.refuse(vevent.line, "ics.no-start", "The event has no DTSTART.", title);
        return std::nullopt;
    }
    auto whole = read_times(vevent, *start, zones, std::move(event), report);
    if (!whole) {
        report.refuse(vevent.line, whole.error().code, whole.error().message, title);
        return std::nullopt;
    }
    return std::move(whole).value();
}

}  // namespace wenlan::hub
