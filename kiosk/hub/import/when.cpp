// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/when.h"

#include <cstdlib>

#include "hub/import/clean_text.h"
#include "hub/import/when_scanner.h"

namespace wenlan::hub {
namespace {

using base::CivilDate;
using base::Error;
using base::Result;
using Number = WhenScanner::Number;

constexpr std::size_t cell_bytes_max = 200;
constexpr int noon_minute = 12 * 60;
constexpr int day_minutes = 24 * 60;

constexpr std::u32string_view months[] = {
    U"january",   U"february", U"march",    U"april",    U"may", U"june", U"july", U"august",
    U"september", U"october",  U"november", U"december", U"jan", U"feb",  U"mar",  U"apr",
    U"may",       U"jun",      U"jul",      U"aug",      U"sep", U"oct",  U"nov",  U"dec"};
constexpr std::u32string_view weekdays_en[] = {
    U"monday", U"tuesday", U"wednesday", U"thursday", U"friday", U"saturday", U"sunday",
    U"mon",    U"tue",     U"wed",       U"thu",      U"fri",    U"sat",      U"sun"};
constexpr std::u32string_view weekdays_zh[] = {U"一", U"二", U"三", U"四",
                                               U"五", U"六", U"日", U"天"};
constexpr std::u32string_view week_words[] = {U"星期", U"礼拜", U"周"};
constexpr std::u32string_view ignored[] = {U" ", U",",  U"(",   U")",    U"[",
                                           U"]", U"起", U"at ", U"from "};

enum class Meridian { none, morning, noon, afternoon, night };

Error unreadable(std::string_view cell) {
    return {"when.unreadable",
            "\"" + cut(clean_line(cell), 40) +
                "\" is not understood as a date or time. Write 2026-11-22 and 14:00."};
}

// Reads one cell; the members fill as it goes from left to right.
class Reader {
public:
    Reader(std::string_view cell, const WhenFrame& frame)
        : cell_(cell), frame_(frame), scan_(cell) {}

    Result<When> read() {
        if (cell_.size() > cell_bytes_max) return unreadable(cell_);
        while (true) {
            while (take_bracketed_weekday() || scan_.take_one_of(ignored) >= 0) {
            }
            if (scan_.done()) break;
            if (scan_.take(U"-")) {
                if (ranged_ || when_.empty()) return unreadable(cell_);
                ranged_ = true;
            } else if (!take_weekday() && !take_all_day()) {
                TRY(take_date_or_time());
            }
        }
        const bool open = ranged_ && !when_.end_date && !when_.end_minute;
        if (open || when_.empty()) return unreadable(cell_);
        settle_meridian();
        return when_;
    }

private:
    // "(六)"
    bool take_bracketed_weekday() {
        const std::size_t mark = scan_.mark();
        if (scan_.take(U"(")) {
            const int index = scan_.take_one_of(weekdays_zh);
            if (index >= 0 && scan_.take(U")")) return set_weekday(index < 7 ? index : 6);
        }
        scan_.back_to(mark);
        return false;
    }
    bool take_weekday() {
        const std::size_t mark = scan_.mark();
        if (scan_.take_one_of(week_words) >= 0) {
            const int index = scan_.take_one_of(weekdays_zh);
            if (index >= 0) return set_weekday(index < 7 ? index : 6);
        } else {
            const int index = scan_.take_one_of(weekdays_en);
            if (index >= 0 && !scan_.letter_follows()) {
                scan_.take(U".");
                return set_weekday(index % 7);
            }
        }
        scan_.back_to(mark);
        return false;
    }
    bool set_weekday(int from_monday) {
        if (!when_.weekday) when_.weekday = static_cast<base::Weekday>(from_monday + 1);
        return true;
    }
    bool take_all_day() {
        if (!scan_.take(U"全天") && !scan_.take(U"全日") && !scan_.take(U"all day")) return false;
        when_.all_day = true;
        return true;
    }

    Result<void> take_date_or_time() {
        const std::size_t mark = scan_.mark();
        const auto date = TRY(take_date());
        if (date) {
            if (ranged_ ? when_.end_date.has_value() : when_.date.has_value()) {
                return unreadable(cell_);
            }
            (ranged_ ? when_.end_date : when_.date) = *date;
            const std::size_t after = scan_.mark();
            if (scan_.take(U"t") && !scan_.digit_follows()) scan_.back_to(after);
            return {};
        }
        scan_.back_to(mark);
        const auto minute = take_time();
        if (!minute) return unreadable(cell_);
        auto& place = ranged_ ? when_.end_minute : when_.start_minute;
        if (place) return unreadable(cell_);
        place = *minute;
        return {};
    }

    // None: no date stands here.
    Result<std::optional<CivilDate>> take_date() {
        const int month = scan_.take_one_of(months);
        if (month >= 0) return date_after_month_name(month % 12 + 1);
        const auto first = scan_.number();
        if (!first) return std::optional<CivilDate>{};
        if (first->digits == 8) {
            return checked(first->value / 10000, first->value / 100 % 100, first->value % 100);
        }
        if (first->digits == 4) return date_after_year(first->value);
        if (first->digits <= 2) return date_after_small(first->value);
        return std::optional<CivilDate>{};
    }
    Result<std::optional<CivilDate>> checked(int year, int month, int day_of_month) {
        const CivilDate date{year, month, day_of_month};
        if (year < 1900 || year > 2200 || !date.valid()) {
            return Error{"when.no-such-date",
                         "There is no such date: \"" + cut(clean_line(cell_), 40) + "\"."};
        }
        return std::optional{date};
    }
    // "2026-11-22", "2026/11/22", "2026.11.22", "2026年11月22日"
    Result<std::optional<CivilDate>> date_after_year(int year) {
        constexpr std::u32string_view separators[] = {U"-", U"/", U".", U"年"};
        scan_.skip_space();
        const int separator = scan_.take_one_of(separators);
        if (separator < 0) return std::optional<CivilDate>{};
        scan_.skip_space();
        const auto month = scan_.number();
        scan_.skip_space();
        const bool second = scan_.take(separator < 3 ? separators[separator] : U"月");
        scan_.skip_space();
        const auto day_of_month = scan_.number();
        if (!month || !second || !day_of_month) return std::optional<CivilDate>{};
        if (!scan_.take(U"日")) scan_.take(U"号");
        return checked(year, month->value, day_of_month->value);
    }
    // "11月22日", "11/22", "11.22", "22日" after another date, "11/22/2026", "22.11.2026", "22 Nov"
    Result<std::optional<CivilDate>> date_after_small(int first) {
        if (scan_.take(U"月")) {
            const auto day_of_month = scan_.number();
            if (!day_of_month) return std::optional<CivilDate>{};
            if (!scan_.take(U"日")) scan_.take(U"号");
            return without_year(first, day_of_month->value);
        }
        if (scan_.take(U"日") || scan_.take(U"号")) return same_month(first);
        for (const std::u32string_view separator : {U"/", U"."}) {
            if (!scan_.take(separator)) continue;
            const auto second = scan_.number();
            if (!second) return std::optional<CivilDate>{};
            if (!scan_.take(separator)) return without_year(first, second->value);
            const auto year = scan_.number();
            if (!year || year->digits != 4) return std::optional<CivilDate>{};
            if (separator == U".") return checked(year->value, second->value, first);
            return slashed(first, second->value, year->value);
        }
        for (const std::u32string_view ordinal : {U"st", U"nd", U"rd", U"th"}) {
            if (scan_.take(ordinal)) break;
        }
        scan_.skip_space();
        const int month = scan_.take_one_of(months);
        if (month < 0) return std::optional<CivilDate>{};
        return with_optional_year(month % 12 + 1, first);
    }
    Result<std::optional<CivilDate>> date_after_month_name(int month) {
        scan_.take(U".");
        scan_.skip_space();
        const auto day_of_month = scan_.number();
        if (!day_of_month || day_of_month->digits > 2) return std::optional<CivilDate>{};
        for (const std::u32string_view ordinal : {U"st", U"nd", U"rd", U"th"}) {
            if (scan_.take(ordinal)) break;
        }
        return with_optional_year(month, day_of_month->value);
    }
    Result<std::optional<CivilDate>> with_optional_year(int month, int day_of_month) {
        const std::size_t mark = scan_.mark();
        scan_.take(U".");
        scan_.take(U",");
        scan_.skip_space();
        const auto year = scan_.number();
        if (year && year->digits == 4) return checked(year->value, month, day_of_month);
        scan_.back_to(mark);
        return without_year(month, day_of_month);
    }
    Result<std::optional<CivilDate>> slashed(int first, int second, int year) {
        if (first == second || first > 12 || second > 12) {
            return first > 12 ? checked(year, second, first) : checked(year, first, second);
        }
        if (frame_.order == DateOrder::unknown) {
            return Error{"when.ambiguous", "\"" + cut(clean_line(cell_), 40) +
                                               "\" can be read as two different dates. Write the "
                                               "year first: 2026-11-22."};
        }
        const bool month_first = frame_.order == DateOrder::month_first;
        return month_first ? checked(year, first, second) : checked(year, second, first);
    }
    Result<std::optional<CivilDate>> same_month(int day_of_month) {
        if (!ranged_ || !when_.date) return std::optional<CivilDate>{};
        return checked(when_.date->year, when_.date->month, day_of_month);
    }
    Result<std::optional<CivilDate>> without_year(int month, int day_of_month) {
        std::optional<CivilDate> nearest;
        for (int year = frame_.today.year - 1; year <= frame_.today.year + 2; ++year) {
            const CivilDate date{year, month, day_of_month};
            if (!date.valid()) continue;
            if (ranged_ && when_.date) {
                if (date >= *when_.date && !nearest) nearest = date;
            } else if (!nearest || std::abs(frame_.today.days_until(date)) <
                                       std::abs(frame_.today.days_until(*nearest))) {
                nearest = date;
            }
        }
        if (!nearest) return checked(0, month, day_of_month);
        return nearest;
    }

    Meridian take_meridian() {
        constexpr std::u32string_view words[] = {U"上午", U"早上", U"早晨", U"清晨", U"凌晨",
                                                 U"am",   U"a.m.", U"中午", U"下午", U"傍晚",
                                                 U"pm",   U"p.m.", U"晚上", U"夜里", U"晚"};
        const int index = scan_.take_one_of(words);
        if (index < 0) return Meridian::none;
        if (index < 7) return Meridian::morning;
        if (index == 7) return Meridian::noon;
        return index < 12 ? Meridian::afternoon : Meridian::night;
    }

    // "14:00", "14:00:00", "下午2点半", "2pm"; as a minute of the day.
    std::optional<int> take_time() {
        Meridian meridian = take_meridian();
        scan_.skip_space();
        const auto hour = scan_.number();
        if (!hour || hour->digits > 2) return std::nullopt;
        bool marked = false;
        std::optional<int> minute = 0;
        if (scan_.take(U":")) {
            minute = take_minute_digits();
            marked = true;
        } else if (scan_.take(U"点") || scan_.take(U"时")) {
            minute = take_minute_words();
            marked = true;
        }
        const std::size_t mark = scan_.mark();
        scan_.skip_space();
        const Meridian after = meridian == Meridian::none ? take_meridian() : Meridian::none;
        if (after == Meridian::none) {
            scan_.back_to(mark);
        } else {
            meridian = after;
        }
        if (!minute || (!marked && after == Meridian::none)) return std::nullopt;
        return placed(hour->value, *minute, meridian);
    }
    std::optional<int> take_minute_digits() {
        const auto minute = scan_.number();
        if (!minute || minute->digits != 2 || minute->value > 59) return std::nullopt;
        if (scan_.take(U":")) {
            const auto second = scan_.number();
            if (!second || second->value > 60) return std::nullopt;
            if (scan_.take(U".") && !scan_.number()) return std::nullopt;
        }
        return minute->value;
    }
    std::optional<int> take_minute_words() {
        if (scan_.take(U"整")) return 0;
        if (scan_.take(U"半")) return 30;
        if (scan_.take(U"一刻")) return 15;
        if (scan_.take(U"三刻")) return 45;
        if (!scan_.digit_follows()) return 0;
        const auto minute = scan_.number();
        if (!minute || minute->value > 59) return std::nullopt;
        scan_.take(U"分");
        return minute->value;
    }
    std::optional<int> placed(int hour, int minute, Meridian meridian) {
        if (hour > 24 || (hour == 24 && minute > 0)) return std::nullopt;
        const int read = hour * 60 + minute;
        (ranged_ ? end_meridian_ : start_meridian_) = meridian;
        switch (meridian) {
            case Meridian::morning:
                return hour == 12 ? minute : read;
            case Meridian::noon:
                return hour < 3 ? read + noon_minute : read;
            case Meridian::afternoon:
                return hour < 12 ? read + noon_minute : read;
            case Meridian::night:
                if (hour == 12) return day_minutes + minute;
                return hour < 12 ? read + noon_minute : read;
            case Meridian::none:
                break;
        }
        return read;
    }
    // "下午2:00-4:00" and "2:00-4:00pm" say it once for both.
    void settle_meridian() {
        if (!when_.start_minute || !when_.end_minute || when_.end_date) return;
        int& start = *when_.start_minute;
        int& end = *when_.end_minute;
        const bool start_said = start_meridian_ != Meridian::none;
        const bool end_said = end_meridian_ != Meridian::none;
        if (start_said && !end_said && start >= noon_minute && end < noon_minute &&
            end + noon_minute > start) {
            end += noon_minute;
        }
        if (!start_said && end_said && end >= noon_minute && start < noon_minute &&
            start + noon_minute < end && end - start > noon_minute / 2) {
            start += noon_minute;
        }
    }

    std::string_view cell_;
    const WhenFrame& frame_;
    WhenScanner scan_;
    When when_;
    bool ranged_ = false;  // what follows is the end
    Meridian start_meridian_ = Meridian::none;
    Meridian end_meridian_ = Meridian::none;
};

// "2026-11-22T06:00:00Z" and "...+08:00" are instants, not readings of a clock here.
std::optional<When> instant_with_offset(std::string_view cell, const base::Zone& zone) {
    const std::string text = clean_line(cell);
    const bool offset =
        text.size() > 16 &&
        (text.back() == 'Z' || text.find('+', 16) != text.npos || text.find('-', 16) != text.npos);
    if (!offset || text[10] != 'T') return std::nullopt;
    const auto instant = base::parse_iso8601(text, zone);
    if (!instant) return std::nullopt;
    const base::CivilTime local = zone.local(instant.value());
    When when;
    when.date = local.date;
    when.start_minute = local.minute_of_day();
    return when;
}

}  // namespace

DateOrder date_order_of(std::string_view cell) {
    WhenScanner scan{cell.substr(0, cell_bytes_max)};
    const auto first = scan.number();
    if (!first || first->digits > 2 || !scan.take(U"/")) return DateOrder::unknown;
    const auto second = scan.number();
    if (!second || second->digits > 2 || !scan.take(U"/")) return DateOrder::unknown;
    const auto year = scan.number();
    if (!year || year->digits != 4) return DateOrder::unknown;
    if (first->value > 12 && second->value <= 12) return DateOrder::day_first;
    if (second->value > 12 && first->value <= 12) return DateOrder::month_first;
    return DateOrder::unknown;
}

Result<When> read_when(std::string_view cell, const WhenFrame& frame) {
    if (const auto when = instant_with_offset(cell, frame.zone)) return *when;
    return Reader{cell, frame}.read();
}

}  // namespace wenlan::hub
