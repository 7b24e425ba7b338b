// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/feature_text.h"

#include <array>
#include <string>
#include <string_view>

namespace wenlan::station {

namespace {

using base::Language;

std::string date_text(base::CivilDate date, Language language) {
    if (language == Language::zh) {
        return std::to_string(date.month) + "月" + std::to_string(date.day) + "日";
    }
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::to_string(date.day) + " " +
           std::string(months[static_cast<std::size_t>(date.month - 1)]);
}

std::string weekday_text(base::CivilDate date, Language language) {
    constexpr std::array<std::string_view, 7> zh{"周一", "周二", "周三", "周四",
                                                 "周五", "周六", "周日"};
    constexpr std::array<std::string_view, 7> en{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const auto index = static_cast<std::size_t>(date.weekday()) - 1;
    return std::string(language == Language::zh ? zh[index] : en[index]);
}

// False: the text has the word and nothing is known for it.
bool replace_word(std::string& text, std::string_view word, const std::optional<std::string>& by) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
        if (!by) return false;
        text.replace(at, word.size(), *by);
        at += by->size();
    }
    return true;
}

std::string fill_in_one(std::string text, const FeatureFacts& facts, Language language) {
    std::optional<std::string> date;
    std::optional<std::string> weekday;
    std::optional<std::string> days;
    if (facts.date) {
        date = date_text(*facts.date, language);
        weekday = weekday_text(*facts.date, language);
    }
    if (facts.days_left) {
        days = std::to_string(*facts.days_left);
        if (*facts.days_left == 1) replace_word(text, "{days} days", "1 day");
    }
    const bool whole = replace_word(text, "{date}", date) &&
                       replace_word(text, "{weekday}", weekday) &&
                       replace_word(text, "{days}", days);
    return whole ? text : std::string();
}

}  // namespace

base::LocalText fill_in(const base::LocalText& text, const FeatureFacts& facts) {
    return {fill_in_one(text.zh, facts, Language::zh), fill_in_one(text.en, facts, Language::en)};
}

}  // namespace wenlan::station
