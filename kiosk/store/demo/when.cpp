// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/demo/when.h"

#include <array>
#include <set>

namespace wenlan::store::demo {

namespace {

std::optional<int> digits(std::string_view text, std::size_t length_max) {
    if (text.empty() || text.size() > length_max) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<int> minute_of_day(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = digits(text.substr(0, 2), 2);
    const auto minute = digits(text.substr(3), 2);
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 24 * 60) return std::nullopt;
    return *hour * 60 + *minute;
}

std::optional<int> weekday_number(std::string_view text) {
    constexpr std::array<std::string_view, 7> names{"Mon", "Tue", "Wed", "Thu",
                                                    "Fri", "Sat", "Sun"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == text) return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

// "Sat", "Mon,Wed" or "Mon-Fri".
std::optional<std::set<int>> weekdays(std::string_view text) {
    std::set<int> days;
    if (const std::size_t dash = text.find('-'); dash != std::string_view::npos) {
        const auto first = weekday_number(text.substr(0, dash));
        const auto last = weekday_number(text.substr(dash + 1));
        if (!first || !last || *first >= *last) return std::nullopt;
        for (int day = *first; day <= *last; ++day) days.insert(day);
        return days;
    }
    while (true) {
        const std::size_t comma = text.find(',');
        const auto day = weekday_number(text.substr(0, comma));
        if (!day || !days.insert(*day).second) return std::nullopt;
        if (comma == std::string_view::npos) return days;
        text.remove_prefix(comma + 1);
    }
}

// "next Sat" or "next+2 Sat".
std::optional<base::CivilDate> next_weekday(std::string_view text, base::CivilDate today) {
    constexpr std::string_view word = "next";
    const std::size_t space = text.find(' ');
    if (!text.starts_with(word) || space == std::string_view::npos) return std::nullopt;
    const std::string_view later = text.substr(word.size(), space - word.size());
    int weeks = 0;
    if (!later.empty()) {
        const auto number = digits(later.substr(1), 1);
        if (later.front() != '+' || !number) return std::nullopt;
        weeks = *number;
    }
    const auto wanted = weekday_number(text.substr(space + 1));
    if (!wanted) return std::nullopt;
    const int ahead = (*wanted - static_cast<int>(today.weekday()) + 6) % 7 + 1;
    return today.plus_days(ahead + 7 * weeks);
}

}  // namespace

std::optional<Hours> parse_hours(std::string_view text) {
    if (text.size() != 11 || text[5] != '-') return std::nullopt;
    const auto start = minute_of_day(text.substr(0, 5));
    const auto end = minute_of_day(text.substr(6));
    if (!start || !end || *start >= *end) return std::nullopt;
    return Hours{*start, *end};
}

std::optional<base::CivilDate> parse_offset(std::string_view text, base::CivilDate today) {
    if (text.size() < 2 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
    const auto days = digits(text.substr(1), 3);
    if (!days) return std::nullopt;
    return today.plus_days(text.front() == '+' ? *days : -*days);
}

std::optional<Span> parse_span(std::string_view text, base::CivilDate today) {
    if (text == "month") {
        const base::CivilDate first{today.year, today.month, 1};
        base::CivilDate last = first.plus_days(31);
        last = last.plus_days(-last.day);
        return Span{first, last};
    }
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto first = parse_offset(text.substr(0, space), today);
    const auto last = parse_offset(text.substr(space + 1), today);
    if (!first || !last || *last < *first) return std::nullopt;
    return Span{*first, *last};
}

std::optional<When> parse_when(std::string_view text, base::CivilDate today) {
    const std::size_t space = text.rfind(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto hours = parse_hours(text.substr(space + 1));
    if (!hours) return std::nullopt;
    When when{.dates = {},
              .recurring = false,
              .start_minute = hours->start_minute,
              .end_minute = hours->end_minute};
    const std::string_view day = text.substr(0, space);
    if (const auto offset = parse_offset(day, today)) {
        when.dates = {*offset};
        return when;
    }
    if (const auto next = next_weekday(day, today)) {
        when.dates = {*next};
        return when;
    }
    std::set<int> wanted{1, 2, 3, 4, 5, 6, 7};
    if (day != "daily") {
        const auto listed = weekdays(day);
        if (!listed) return std::nullopt;
        wanted = *listed;
    }
    when.recurring = true;
    for (int offset = -days_before_today; offset <= days_after_today; ++offset) {
        const base::CivilDate date = today.plus_days(offset);
        if (wanted.contains(static_cast<int>(date.weekday()))) when.dates.push_back(date);
    }
    return when;
}

}  // namespace wenlan::store::demo
