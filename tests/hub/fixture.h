// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "hub/import/csv.h"
#include "hub/import/event.h"
#include "hub/import/ics.h"

// A Sunday afternoon, 22 November 2026, and what a file comes to on it.
namespace wenlan::hub::test {

inline base::Instant at(std::string_view local) {
    return base::parse_iso8601(local, base::Zone::shanghai()).value();
}

inline ImportFrame frame() {
    ImportFrame out;
    out.now = at("2026-11-22T14:20");
    return out;
}

// "11-28 14:00-16:00", in the centre's zone; the day of the end only where it is another.
inline std::string told(const ImportedOccasion& occasion) {
    const auto pad = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const base::CivilTime start = base::Zone::shanghai().local(occasion.start);
    const base::CivilTime end = base::Zone::shanghai().local(occasion.end);
    const auto day = [&](const base::CivilTime& time) {
        return pad(time.date.month) + "-" + pad(time.date.day) + " ";
    };
    const auto clock = [&](const base::CivilTime& time) {
        return pad(time.hour) + ":" + pad(time.minute);
    };
    return day(start) + clock(start) + "-" + (end.date == start.date ? "" : day(end)) + clock(end);
}

inline std::vector<std::string> dates(const ImportedEvent& event) {
    std::vector<std::string> out;
    for (const ImportedOccasion& occasion : event.occasions) out.push_back(told(occasion));
    return out;
}

// "12 refused ics.no-start", a text a line.
inline std::vector<std::string> said(const Report& report) {
    std::vector<std::string> out;
    for (const ReportLine& line : report.lines()) {
        const char* verdict = line.verdict == Verdict::refused   ? " refused "
                              : line.verdict == Verdict::skipped ? " skipped "
                                                                 : " note ";
        out.push_back(std::to_string(line.line) + verdict + line.code);
    }
    return out;
}

inline std::vector<std::string> titles(const ParsedFile& file) {
    std::vector<std::string> out;
    for (const ImportedEvent& event : file.events) out.push_back(event.title.zh);
    return out;
}

// The lines with CRLF, in a calendar.
inline std::string calendar(std::string_view body) {
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n";
    for (const char c : body) {
        if (c == '\n') text += '\r';
        text += c;
    }
    return text + "END:VCALENDAR\r\n";
}

// An event with a UID and a title, and these lines; it begins on line 4 of its calendar.
inline std::string one_event(std::string_view lines) {
    return calendar("BEGIN:VEVENT\nUID:one@example\nSUMMARY:讲座\n" + std::string{lines} +
                    "END:VEVENT\n");
}

inline ParsedFile ics(std::string_view bytes) { return parse_ics(bytes, frame()).value(); }
inline ParsedFile csv(std::string_view bytes) { return parse_csv(bytes, frame()).value(); }

// The dates of the only event of a calendar.
inline std::vector<std::string> only_dates(std::string_view lines) {
    const ParsedFile file = ics(one_event(lines));
    return file.events.size() == 1 ? dates(file.events.front()) : std::vector<std::string>{};
}

using Lines = std::vector<std::string>;

}  // namespace wenlan::hub::test
