// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/view.h"
#include "ui/i18n/strings.h"

// Facts of a View in words. All take the language that is shown.
namespace wenlan::ui::words {

using base::Language;

std::string clock(const base::CivilTime& time);                      // 14:20, 09:05
std::string weekday(base::CivilDate date, Language language);        // 星期日 / Sun
std::string weekday_short(base::CivilDate date, Language language);  // 周日 / Sun
std::string month_day(base::CivilDate date, Language language);      // 11月22日 / 22 Nov
std::string date_line(base::CivilDate date, Language language);  // 11月22日 星期日 / Sun 22 Nov
std::string lunar_day(const base::LunarDate& lunar, Language language);    // 十四 / 14
std::string lunar_month(const base::LunarDate& lunar, Language language);  // 十月, 闰六月 / 10
// Of the Chinese year that holds the day: 2026 for all of 丙午年.
int lunar_year(base::CivilDate date, const base::LunarDate& lunar);
std::string stem_branch(int lunar_year, Language language);              // 丙午 / Bingwu
std::string digits(int number, Language language);                       // 二〇二六 / 2026
std::string lunar_line(const model::Header& header, Language language);  // 农历十月十四 · 小雪
std::string lunar_brief(const model::Header& header, Language language);  // 十月十四 · 小雪
std::string term_or_festival(const model::Header& header, Language language);  // empty: neither
std::string greeting(const base::CivilTime& now, Language language);           // 午后好
std::string sync(const model::Header& header, Language language, bool brief);
std::string section(domain::Section section, Language language);

// "到 16:00" while it is on, "14:30" before.
std::string when_in_tile(const model::EventCard& card, Language language);
// "正在进行", "14:30", "明天 06:30", "周五 19:00".
std::string when_on_card(const model::EventCard& card, Language language);
// "正在进行", "今天 14:30", "明天 06:30", "周三 19:00", "11月30日 19:00".
std::string day_and_time(const model::EventCard& card, Language language);
// "今天", "明天", "周五 11月27日".
std::string day(const base::CivilTime& start, int days_ahead, Language language);
// "余 37 位", "约 37 位", "满 · 可候补", "随到随看".
std::string seats(const model::EventCard& card, Language language);
// "9:00", "8:30 – 11:00": in a line among other facts.
std::string clock_brief(const base::CivilTime& time);
std::string time_range_brief(const base::CivilTime& from, const base::CivilTime& to,
                             Language language);
// Facts joined by " · ", empty ones left out.
std::string facts(std::initializer_list<std::string> facts);

}  // namespace wenlan::ui::words
