// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/event_check.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/utf8.h"
#include "hub/import/clean_text.h"

namespace wenlan::hub {
namespace {

constexpr int days_max = 120;

bool fit(std::string& text, std::size_t characters_max, const char* what,
         const ImportedEvent& event, Report& report) {
    if (damaged(text)) {
        report.refuse(event.line, "text.damaged",
                      std::string{"The "} + what + " has bytes that are no characters.",
                      event.title.in(base::Language::zh));
        return false;
    }
    std::string shorter = cut(text, characters_max);
    if (shorter.size() != text.size()) {
        report.note(event.line, "text.cut",
                    std::string{"The "} + what + " is longer than " +
                        std::to_string(characters_max) + " characters and was cut.",
                    event.title.in(base::Language::zh));
        text = std::move(shorter);
    }
    return true;
}

Span hours_of(base::CivilDate date, const ImportFrame& frame) {
    const auto& hours = frame.hours[static_cast<std::size_t>(date.weekday()) - 1];
    const auto at = [&](int minute) {
        return frame.zone.instant({date.plus_days(minute / 1440), minute % 1440 / 60, minute % 60});
    };
    if (hours.opens_minute >= hours.closes_minute) return {at(0), at(1440)};
    return {at(hours.opens_minute), at(hours.closes_minute)};
}

bool is_day_of_rest(base::CivilDate date, const ImportFrame& frame) {
    const auto& closures = frame.closure_days;
    if (std::find(closures.begin(), closures.end(), date) != closures.end()) return true;
    const auto& hours = frame.hours[static_cast<std::size_t>(date.weekday()) - 1];
    return hours.opens_minute >= hours.closes_minute;
}

}  // namespace

base::LocalText local_text(std::string zh, std::string en) {
    if (zh.empty()) zh = en;
    if (en.empty() && !zh.empty() && !has_han(zh)) en = zh;
    return {std::move(zh), std::move(en)};
}

bool title_is_fit(const base::LocalText& title, int line, Report& report) {
    if (title.empty()) {
        report.refuse(line, "text.no-title", "The event has no title.");
        return false;
    }
    if (damaged(title.zh) || damaged(title.en)) {
        report.refuse(line, "text.damaged", "The title has bytes that are no characters.",
                      title.zh);
        return false;
    }
    if (base::utf8::length(title.zh) > import_title_max ||
        base::utf8::length(title.en) > import_title_max) {
        report.refuse(
            line, "text.title-too-long",
            "The title is longer than " + std::to_string(import_title_max) + " characters.",
            title.zh);
        return false;
    }
    return true;
}

bool texts_are_fit(ImportedEvent& event, Report& report) {
    if (!title_is_fit(event.title, event.line, report)) return false;
    struct Field {
        base::LocalText* text;
        std::size_t characters_max;
        const char* what;
    };
    const Field fields[] = {{&event.subtitle, import_short_text_max, "subtitle"},
                            {&event.organiser, import_short_text_max, "organiser"},
                            {&event.audience, import_short_text_max, "audience"},
                            {&event.body, import_body_max, "description"}};
    for (const Field& field : fields) {
        const bool one_text = field.text->zh == field.text->en;
        if (!fit(field.text->zh, field.characters_max, field.what, event, report)) return false;
        if (one_text) field.text->en = field.text->zh;
        if (!fit(field.text->en, field.characters_max, field.what, event, report)) return false;
    }
    // The place is the same on most dates, and one word about it is enough.
    base::LocalText judged;
    base::LocalText kept;
    for (ImportedOccasion& occasion : event.occasions) {
        const base::LocalText place{occasion.venue, occasion.venue_en};
        if (place != judged) {
            kept = place;
            if (!fit(kept.zh, import_short_text_max, "place", event, report)) return false;
            if (!fit(kept.en, import_short_text_max, "place", event, report)) return false;
            judged = place;
        }
        occasion.venue = kept.zh;
        occasion.venue_en = kept.en;
    }
    return true;
}

std::vector<Span> all_day_spans(base::CivilDate first, int days, const ImportFrame& frame) {
    const int over = std::clamp(first.days_until(frame.today()), 0, std::max(0, days - 1));
    const base::CivilDate begin = first.plus_days(over);
    const int count = std::min(days - over, days_max);
    std::vector<Span> spans;
    for (int day = 0; day < count; ++day) {
        const base::CivilDate date = begin.plus_days(day);
        if (!is_day_of_rest(date, frame)) spans.push_back(hours_of(date, frame));
    }
    if (spans.empty()) spans.push_back(hours_of(begin, frame));
    return spans;
}

bool keep_coming(ImportedEvent& event, const ImportFrame& frame, Report& report) {
    auto& occasions = event.occasions;
    const bool any = !occasions.empty();
    std::erase_if(occasions, [&](const auto& occasion) { return occasion.end <= frame.from(); });
    const bool any_coming = !occasions.empty();
    std::erase_if(occasions,
                  [&](const auto& occasion) { return occasion.start >= frame.named_until(); });
    std::sort(occasions.begin(), occasions.end(),
              [](const auto& a, const auto& b) { return a.start < b.start; });
    if (!occasions.empty()) return true;
    const std::string& title = event.title.in(base::Language::zh);
    if (any_coming) {
        report.skip(event.line, "time.far", "It begins more than two years from now.", title);
    } else if (any) {
        report.skip(event.line, "time.over", "It is over.", title);
    } else {
        report.skip(event.line, "time.no-date", "It has no date in the coming 120 days.", title);
    }
    return false;
}

// FNV-1a, 64 bits.
std::string fingerprint(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    std::array<char, 17> hex{};
    std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(hash));
    return hex.data();
}

}  // namespace wenlan::hub
