// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/words.h"

#include <cstdio>

namespace wenlan::ui::words {

std::string clock(const base::CivilTime& time) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%02d:%02d", time.hour, time.minute);
    return buffer;
}

namespace {
int weekday_index(base::CivilDate date) { return static_cast<int>(date.weekday()) - 1; }
std::string table(Key first, int n, Language language) {
    return std::string(text(nth(first, n), language));
}
}  // namespace

std::string weekday(base::CivilDate date, Language language) {
    return table(Key::weekday_monday, weekday_index(date), language);
}

std::string weekday_short(base::CivilDate date, Language language) {
    return table(Key::weekday_short_monday, weekday_index(date), language);
}

std::string month_day(base::CivilDate date, Language language) {
    return format(Key::date_month_day, language,
                  {{"month", table(Key::month_january, date.month - 1, language)},
                   {"day", std::to_string(date.day)}});
}

std::string date_line(base::CivilDate date, Language language) {
    return format(Key::date_full, language,
                  {{"month", table(Key::month_january, date.month - 1, language)},
                   {"day", std::to_string(date.day)},
                   {"weekday", language == Language::en ? weekday_short(date, language)
                                                        : weekday(date, language)}});
}

std::string lunar_day(const base::LunarDate& lunar, Language language) {
    return table(Key::lunar_day_d1, lunar.day - 1, language);
}

std::string lunar_month(const base::LunarDate& lunar, Language language) {
    const std::string month = table(Key::lunar_month_m1, lunar.month - 1, language);
    return lunar.leap_month ? format(Key::date_lunar_leap_month, language, {{"month", month}})
                            : month;
}

int lunar_year(base::CivilDate date, const base::LunarDate& lunar) {
    // The Chinese year begins in January or February, with its first month.
    constexpr int late_month = 10;
    const bool before_new_year = date.month <= 3 && lunar.month >= late_month;
    return before_new_year ? date.year - 1 : date.year;
}

std::string stem_branch(int lunar_year, Language language) {
    // The year 4 began a cycle of sixty: 甲子.
    constexpr int cycle_start = 4;
    const int n = lunar_year - cycle_start;
    return table(Key::calendar_stem_0, n % 10, language) +
           table(Key::calendar_branch_0, n % 12, language);
}

std::string digits(int number, Language language) {
    std::string said;
    for (const char digit : std::to_string(number)) {
        said += table(Key::calendar_digit_0, digit - '0', language);
    }
    return said;
}

std::string term_or_festival(const model::Header& header, Language language) {
    if (header.festival) {
        return table(Key::festival_new_year, static_cast<int>(*header.festival), language);
    }
    if (header.solar_term) {
        return table(Key::solar_term_minor_cold, static_cast<int>(*header.solar_term), language);
    }
    return {};
}

std::string lunar_line(const model::Header& header, Language language) {
    const std::string month = lunar_month(header.lunar, language);
    const std::string day = lunar_day(header.lunar, language);
    const std::string term = term_or_festival(header, language);
    // In English the line is as long as it may be without the term, which the greeting names.
    if (term.empty() || language == Language::en) {
        return format(Key::date_lunar, language, {{"month", month}, {"day", day}});
    }
    return format(Key::date_lunar_term, language, {{"month", month}, {"day", day}, {"term", term}});
}

std::string lunar_brief(const model::Header& header, Language language) {
    if (language == Language::en) {
        return facts({lunar_line(header, language), term_or_festival(header, language)});
    }
    return facts({lunar_month(header.lunar, language) + lunar_day(header.lunar, language),
                  term_or_festival(header, language)});
}

std::string greeting(const base::CivilTime& now, Language language) {
    if (now.hour < 11) return std::string(text(Key::greeting_morning, language));
    if (now.hour < 13) return std::string(text(Key::greeting_noon, language));
    if (now.hour < 18) return std::string(text(Key::greeting_afternoon, language));
    return std::string(text(Key::greeting_evening, language));
}

std::string sync(const model::Header& header, Language language, bool brief) {
    if (header.snapshot == model::SnapshotState::previous) {
        return std::string(text(Key::sync_previous, language));
    }
    if (header.snapshot == model::SnapshotState::factory) {
        return std::string(text(Key::sync_factory, language));
    }
    if (header.sync == model::SyncState::needs_staff) {
        return std::string(text(Key::sync_needs_staff, language));
    }
    if (header.expired_of) {
        return format(brief ? Key::sync_brief_expired : Key::sync_expired, language,
                      {{"date", month_day(*header.expired_of, language)}});
    }
    if (header.sync == model::SyncState::away) return std::string(text(Key::sync_away, language));
    const int minutes = header.updated_minutes_ago;
    if (minutes < 1) return std::string(text(brief ? Key::sync_brief_now : Key::sync_ok, language));
    const auto ago = [&](Key full, Key short_form, int n) {
        return format(brief ? short_form : full, language, {{"n", std::to_string(n)}});
    };
    if (minutes < 60) return ago(Key::sync_ok_minutes, Key::sync_brief_minutes, minutes);
    if (minutes < 24 * 60) return ago(Key::sync_ok_hours, Key::sync_brief_hours, minutes / 60);
    return ago(Key::sync_ok_days, Key::sync_brief_days, minutes / (24 * 60));
}

std::string section(domain::Section section, Language language) {
    return table(Key::section_events, static_cast<int>(section), language);
}

std::string when_in_tile(const model::EventCard& card, Language language) {
    if (card.moment != model::Moment::on_now) return clock(card.start);
    return format(Key::date_until, language, {{"time", clock(card.end)}});
}

std::string when_on_card(const model::EventCard& card, Language language) {
    if (card.moment == model::Moment::on_now)
        return std::string(text(Key::events_on_now, language));
    if (card.days_ahead == 0) return clock(card.start);
    if (card.days_ahead == 1) {
        return format(Key::events_tomorrow_at, language, {{"time", clock(card.start)}});
    }
    const std::string day = card.days_ahead < 7 ? weekday_short(card.start.date, language)
                                                : month_day(card.start.date, language);
    return format(Key::events_day_at, language, {{"day", day}, {"time", clock(card.start)}});
}

std::string day_and_time(const model::EventCard& card, Language language) {
    if (card.days_ahead != 0 || card.moment == model::Moment::on_now)
        return when_on_card(card, language);
    return format(
        Key::events_day_at, language,
        {{"day", std::string(text(Key::common_today, language))}, {"time", clock(card.start)}});
}

std::string day(const base::CivilTime& start, int days_ahead, Language language) {
    if (days_ahead == 0) return std::string(text(Key::common_today, language));
    if (days_ahead == 1) return std::string(text(Key::common_tomorrow, language));
    if (days_ahead == 2) return std::string(text(Key::common_day_after_tomorrow, language));
    if (language == Language::en) return date_line(start.date, language);
    return month_day(start.date, language) + " " + weekday_short(start.date, language);
}

std::string seats(const model::EventCard& card, Language language) {
    using Kind = model::SeatsShown::Kind;
    if (card.state == domain::OccasionState::cancelled) {
        return std::string(text(Key::events_cancelled, language));
    }
    switch (card.seats.kind) {
        case Kind::none_needed:
            return std::string(
                text(card.tag.key == "music" ? Key::seats_walk_in_listen : Key::seats_walk_in_long,
                     language));
        case Kind::counted:
            return format(card.seats.approximate ? Key::seats_left_about : Key::seats_left,
                          language, {{"n", std::to_string(card.seats.free)}});
        case Kind::full:
            return std::string(text(Key::seats_full_waitlist, language));
        case Kind::unknown:
            return std::string(text(Key::seats_unknown, language));
    }
    return {};
}

std::string clock_brief(const base::CivilTime& time) {
    const std::string full = clock(time);
    return full.front() == '0' ? full.substr(1) : full;
}

std::string time_range_brief(const base::CivilTime& from, const base::CivilTime& to,
                             Language language) {
    return format(Key::date_time_range, language,
                  {{"from", clock_brief(from)}, {"to", clock_brief(to)}});
}

std::string facts(std::initializer_list<std::string> parts) {
    std::string joined;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!joined.empty()) joined += " · ";
        joined += part;
    }
    return joined;
}

}  // namespace wenlan::ui::words
