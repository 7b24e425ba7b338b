// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/ics_time.h"

namespace wenlan::hub {
namespace {

constexpr int year_min = 1600;  // Windows begins its zones in 1601
constexpr int year_max = 2200;
constexpr std::int64_t duration_s_max = std::int64_t{10} * 366 * 86400;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

std::optional<int> number(std::string_view digits) {
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// The digits alone, where only the separators that people put in lie between them.
std::optional<std::string> digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c != '-' && c != ':') {
            return std::nullopt;
        }
    }
    return digits;
}

}  // namespace

std::optional<IcsTime> read_ics_time(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 32) return std::nullopt;
    IcsTime time;
    if (!text.empty() && (text.back() == 'Z' || text.back() == 'z')) {
        time.utc = true;
        text.remove_suffix(1);
    }
    const std::size_t separator = text.find_first_of("Tt ");
    const auto date = digits_of(text.substr(0, separator));
    if (!date || date->size() != 8) return std::nullopt;
    time.wall.date = {*number(date->substr(0, 4)), *number(date->substr(4, 2)),
                      *number(date->substr(6, 2))};
    const int year = time.wall.date.year;
    if (year < year_min || year > year_max || !time.wall.date.valid()) return std::nullopt;
    if (separator == std::string_view::npos) {
        time.date_only = true;
        return time.utc ? std::nullopt : std::optional{time};
    }
    const auto clock = digits_of(text.substr(separator + 1));
    if (!clock || (clock->size() != 6 && clock->size() != 4)) return std::nullopt;
    time.wall.hour = *number(clock->substr(0, 2));
    time.wall.minute = *number(clock->substr(2, 2));
    if (clock->size() == 6) time.wall.second = *number(clock->substr(4, 2));
    if (time.wall.second == 60) time.wall.second = 59;  // a leap second
    const bool in_day = time.wall.hour < 24 && time.wall.minute < 60 && time.wall.second < 60;
    return in_day ? std::optional{time} : std::nullopt;
}

std::optional<base::Duration> read_ics_duration(std::string_view text) {
    text = trimmed(text);
    bool negative = false;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (text.empty() || (text.front() != 'P' && text.front() != 'p')) return std::nullopt;
    text.remove_prefix(1);
    std::int64_t total_s = 0;
    bool in_time = false;
    bool any = false;
    while (!text.empty()) {
        if (!in_time && (text.front() == 'T' || text.front() == 't')) {
            in_time = true;
            text.remove_prefix(1);
            continue;
        }
        const std::size_t length = text.find_first_not_of("0123456789");
        if (length == std::string_view::npos) return std::nullopt;
        const auto count = number(text.substr(0, length));
        if (!count) return std::nullopt;
        std::int64_t unit_s = 0;
        switch (text[length]) {
            case 'W':
            case 'w':
                unit_s = in_time ? 0 : 7 * 86400;
                break;
            case 'D':
            case 'd':
                unit_s = in_time ? 0 : 86400;
                break;
            case 'H':
            case 'h':
                unit_s = in_time ? 3600 : 0;
                break;
            case 'M':
            case 'm':
                unit_s = in_time ? 60 : 0;
                break;
            case 'S':
            case 's':
                unit_s = in_time ? 1 : 0;
                break;
            default:
                break;
        }
        if (unit_s == 0) return std::nullopt;
        total_s += *count * unit_s;
        if (total_s > duration_s_max) return std::nullopt;
        any = true;
        text.remove_prefix(length + 1);
    }
    if (!any) return std::nullopt;
    return base::Duration{(negative ? -total_s : total_s) * 1000};
}

std::optional<int> read_ics_offset(std::string_view text) {
    text = trimmed(text);
    if (text.size() != 5 && text.size() != 7) return std::nullopt;
    if (text.front() != '+' && text.front() != '-') return std::nullopt;
    const auto hours = number(text.substr(1, 2));
    const auto minutes = number(text.substr(3, 2));
    const auto seconds = text.size() == 7 ? number(text.substr(5, 2)) : std::optional{0};
    if (!hours || !minutes || !seconds || *hours > 18 || *minutes > 59 || *seconds > 59) {
        return std::nullopt;
    }
    const int total_s = *hours * 3600 + *minutes * 60 + *seconds;
    return text.front() == '-' ? -total_s : total_s;
}

}  // namespace wenlan::hub
