// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time.h"

#include <array>
#include <cstdio>
#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace wenlan::base {
namespace {

constexpr std::size_t zone_name_bytes_max = 64;

Error not_a_time(std::string_view text) {
    return {"time.not-iso8601", "This is not a date or time that can be read.",
            std::string{text.substr(0, 64)}};
}

// Reads digits and separators from the left of a text.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    bool take(char expected) {
        if (rest_.empty() || rest_.front() != expected) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::optional<int> digits(std::size_t count) {
        if (rest_.size() < count) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, count)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(count);
        return value;
    }
    // ".5" is 500; digits below a millisecond are dropped.
    std::optional<int> fraction_ms() {
        if (!take('.') && !take(',')) return 0;
        int value = 0;
        int weight = 100;
        std::size_t count = 0;
        for (; count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9'; ++count) {
            value += (rest_[count] - '0') * weight;
            weight /= 10;
        }
        if (count == 0) return std::nullopt;
        rest_.remove_prefix(count);
        return value;
    }
    bool done() const { return rest_.empty(); }
    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

private:
    std::string_view rest_;
};

std::optional<CivilDate> read_date(Cursor& cursor) {
    const auto year = cursor.digits(4);
    if (!year || *year < 1 || !cursor.take('-')) return std::nullopt;
    const auto month = cursor.digits(2);
    if (!month || !cursor.take('-')) return std::nullopt;
    const auto day = cursor.digits(2);
    if (!day) return std::nullopt;
    const CivilDate date{*year, *month, *day};
    return date.valid() ? std::optional{date} : std::nullopt;
}

struct TimeOfDay {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int ms = 0;
};

std::optional<TimeOfDay> read_time(Cursor& cursor) {
    TimeOfDay time;
    const auto hour = cursor.digits(2);
    if (!hour || !cursor.take(':')) return std::nullopt;
    const auto minute = cursor.digits(2);
    if (!minute) return std::nullopt;
    time.hour = *hour;
    time.minute = *minute;
    if (cursor.take(':')) {
        const auto second = cursor.digits(2);
        if (!second) return std::nullopt;
        const auto ms = cursor.fraction_ms();
        if (!ms) return std::nullopt;
        time.second = *second;
        time.ms = *ms;
    }
    if (time.hour > 23 || time.minute > 59 || time.second > 59) return std::nullopt;
    return time;
}

// Minutes east of Greenwich of "+08:00", "+0800", "+08".
std::optional<int> read_offset(Cursor& cursor) {
    if (cursor.take('Z') || cursor.take('z')) return 0;
    const int sign = cursor.peek() == '-' ? -1 : 1;
    if (!cursor.take('+') && !cursor.take('-')) return std::nullopt;
    const auto hours = cursor.digits(2);
    if (!hours) return std::nullopt;
    int minutes = 0;
    if (cursor.take(':') || !cursor.done()) {
        const auto read = cursor.digits(2);
        if (!read) return std::nullopt;
        minutes = *read;
    }
    if (*hours > 18 || minutes > 59) return std::nullopt;
    return sign * (*hours * 60 + minutes);
}

}  // namespace

struct Zone::Rules {
    std::unique_ptr<icu::BasicTimeZone> zone;
};

Zone::Zone(std::string name, std::shared_ptr<const Rules> rules)
    : name_(std::move(name)), rules_(std::move(rules)) {}

Result<Zone> Zone::named(std::string_view iana_name) {
    const Error unknown{"time.unknown-zone", "This time zone is not known.",
                        std::string{iana_name.substr(0, zone_name_bytes_max)}};
    if (iana_name.empty() || iana_name.size() > zone_name_bytes_max) return unknown;
    const auto id = icu::UnicodeString::fromUTF8(
        icu::StringPiece{iana_name.data(), static_cast<std::int32_t>(iana_name.size())});
    UErrorCode status = U_ZERO_ERROR;
    UBool in_database = 0;
    icu::UnicodeString canonical;
    icu::TimeZone::getCanonicalID(id, canonical, in_database, status);
    if (U_FAILURE(status) != 0 || in_database == 0) return unknown;
    std::unique_ptr<icu::TimeZone> zone{icu::TimeZone::createTimeZone(id)};
    auto* basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
    if (basic == nullptr || *zone == icu::TimeZone::getUnknown()) return unknown;
    auto rules = std::make_shared<Rules>();
    static_cast<void>(zone.release());
    rules->zone.reset(basic);
    return Zone{std::string{iana_name}, std::move(rules)};
}

Result<Zone> Zone::of_windows_name(std::string_view name) {
    const Error unknown{"time.unknown-zone", "This time zone is not known.",
                        std::string{name.substr(0, zone_name_bytes_max)}};
    if (name.empty() || name.size() > zone_name_bytes_max) return unknown;
    const auto windows_id = icu::UnicodeString::fromUTF8(
        icu::StringPiece{name.data(), static_cast<std::int32_t>(name.size())});
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString id;
    icu::TimeZone::getIDForWindowsID(windows_id, nullptr, id, status);
    if (U_FAILURE(status) != 0 || id.isEmpty()) return unknown;
    std::string iana_name;
    id.toUTF8String(iana_name);
    return named(iana_name);
}

Zone Zone::shanghai() {
    auto zone = named("Asia/Shanghai");
    ensure(zone.ok(), "the time zone database has Asia/Shanghai");
    return std::move(zone).value();
}

CivilTime Zone::local(Instant instant) const {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw_ms = 0;
    std::int32_t dst_ms = 0;
    const auto utc_ms = instant.time_since_epoch().count();
    rules_->zone->getOffset(static_cast<UDate>(utc_ms), 0, raw_ms, dst_ms, status);
    ensure(U_SUCCESS(status) != 0, "a zone has an offset at every instant");
    const Instant shifted = instant + Duration{raw_ms + dst_ms};
    const auto days = std::chrono::floor<std::chrono::days>(shifted);
    const auto second = std::chrono::floor<std::chrono::seconds>(shifted - days).count();
    return {CivilDate::of(days), static_cast<int>(second / 3600),
            static_cast<int>(second / 60 % 60), static_cast<int>(second % 60)};
}

Instant Zone::instant(const CivilTime& time) const {
    const Instant wall = Instant{time.date.days()} + std::chrono::hours{time.hour} +
                         std::chrono::minutes{time.minute} + std::chrono::seconds{time.second};
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw_ms = 0;
    std::int32_t dst_ms = 0;
    // The offset before a transition moves a skipped time forward by the gap and gives the first of
    // two equal readings.
    rules_->zone->getOffsetFromLocal(static_cast<UDate>(wall.time_since_epoch().count()),
                                     UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw_ms, dst_ms,
                                     status);
    ensure(U_SUCCESS(status) != 0, "a zone has an offset for every wall time");
    return wall - Duration{raw_ms + dst_ms};
}

std::string to_iso8601(Instant instant) {
    const auto days = std::chrono::floor<std::chrono::days>(instant);
    const CivilDate date = CivilDate::of(days);
    const auto ms = static_cast<int>((instant - days).count());
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", date.year,
                  date.month, date.day, ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                  ms % 1000);
    return text.data();
}

Result<Instant> parse_iso8601(std::string_view text, const Zone& zone) {
    Cursor cursor{text};
    const auto date = read_date(cursor);
    if (!date) return not_a_time(text);
    if (cursor.done()) return zone.instant({*date});
    if (!cursor.take('T') && !cursor.take('t') && !cursor.take(' ')) return not_a_time(text);
    const auto time = read_time(cursor);
    if (!time) return not_a_time(text);
    const Duration fraction{time->ms};
    const CivilTime wall{*date, time->hour, time->minute, time->second};
    if (cursor.done()) return zone.instant(wall) + fraction;
    const auto offset_min = read_offset(cursor);
    if (!offset_min || !cursor.done()) return not_a_time(text);
    return Instant{date->days()} + std::chrono::hours{wall.hour} +
           std::chrono::minutes{wall.minute - *offset_min} + std::chrono::seconds{wall.second} +
           fraction;
}

}  // namespace wenlan::base
