// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/words.h"

#include "catch.h"

using namespace wenlan;
using base::Language;
namespace words = ui::words;

namespace {

constexpr Language zh = Language::zh;
constexpr Language en = Language::en;
const base::CivilDate sunday{2026, 11, 22};

model::Header header(base::LunarDate lunar = {10, false, 14}) {
    model::Header header;
    header.now = {sunday, 14, 20};
    header.lunar = lunar;
    header.solar_term = base::SolarTerm::minor_snow;
    return header;
}

model::Header updated(int minutes_ago) {
    model::Header it = header();
    it.updated_minutes_ago = minutes_ago;
    return it;
}

model::EventCard card(int hour, int minute, int days_ahead = 0) {
    model::EventCard card;
    card.start = {sunday.plus_days(days_ahead), hour, minute};
    card.end = {sunday.plus_days(days_ahead), hour + 2, minute};
    card.days_ahead = days_ahead;
    return card;
}

model::EventCard seated(model::SeatsShown::Kind kind, int free = 0, bool approximate = false) {
    model::EventCard it = card(19, 0);
    it.seats.kind = kind;
    it.seats.free = free;
    it.seats.approximate = approximate;
    return it;
}

}  // namespace

TEST_CASE("A time is written with two digits each") {
    CHECK(words::clock({sunday, 14, 20}) == "14:20");
    CHECK(words::clock({sunday, 9, 5}) == "09:05");
    CHECK(words::clock({sunday, 0, 0}) == "00:00");
}

TEST_CASE("A date is written as each language writes it") {
    CHECK(words::weekday(sunday, zh) == "星期日");
    CHECK(words::weekday(sunday.plus_days(1), zh) == "星期一");
    CHECK(words::weekday_short(sunday, zh) == "周日");
    CHECK(words::weekday_short(sunday.plus_days(6), zh) == "周六");
    CHECK(words::weekday_short(sunday, en) == "Sun");
    CHECK(words::month_day(sunday, zh) == "11月22日");
    CHECK(words::month_day(sunday, en) == "22 Nov");
    CHECK(words::month_day({2027, 1, 3}, zh) == "1月3日");
    CHECK(words::date_line(sunday, zh) == "11月22日 星期日");
    CHECK(words::date_line(sunday, en) == "Sun 22 Nov");
}

TEST_CASE("The lunar date has its solar term in Chinese, and is month and day in English") {
    CHECK(words::lunar_line(header(), zh) == "农历十月十四 · 小雪");
    CHECK(words::lunar_line(header(), en) == "Lunar 10 · 14");
    CHECK(words::lunar_brief(header(), zh) == "十月十四 · 小雪");
    CHECK(words::lunar_brief(header(), en) == "Lunar 10 · 14 · Lesser Snow");
    model::Header plain = header({1, false, 1});
    plain.solar_term.reset();
    CHECK(words::lunar_line(plain, zh) == "农历正月初一");
    CHECK(words::lunar_line(plain, en) == "Lunar 1 · 1");
    CHECK(words::lunar_brief(plain, zh) == "正月初一");
    CHECK(words::lunar_day({12, false, 30}, zh) == "三十");
    CHECK(words::lunar_day({12, false, 30}, en) == "30");
}

TEST_CASE("A leap month says so") {
    model::Header leap = header({6, true, 20});
    leap.solar_term.reset();
    CHECK(words::lunar_line(leap, zh) == "农历闰六月二十");
    CHECK(words::lunar_line(leap, en) == "Lunar leap 6 · 20");
}

TEST_CASE("A festival comes before the solar term of its day") {
    model::Header it = header();
    CHECK(words::term_or_festival(it, zh) == "小雪");
    CHECK(words::term_or_festival(it, en) == "Lesser Snow");
    it.festival = base::Festival::clear_and_bright;
    CHECK(words::term_or_festival(it, zh) == "清明");
    CHECK(words::term_or_festival(it, en) == "Qingming");
    it.festival.reset();
    it.solar_term.reset();
    CHECK(words::term_or_festival(it, zh).empty());
}

TEST_CASE("Every solar term and festival is called by its own name") {
    model::Header it = header();
    it.solar_term = base::SolarTerm::minor_cold;
    CHECK(words::term_or_festival(it, zh) == "小寒");
    it.solar_term = base::SolarTerm::spring_equinox;
    CHECK(words::term_or_festival(it, zh) == "春分");
    it.solar_term = base::SolarTerm::winter_solstice;
    CHECK(words::term_or_festival(it, zh) == "冬至");
    CHECK(words::term_or_festival(it, en) == "Winter Solstice");
    it.festival = base::Festival::new_year;
    CHECK(words::term_or_festival(it, zh) == "元旦");
    it.festival = base::Festival::mid_autumn;
    CHECK(words::term_or_festival(it, zh) == "中秋");
    it.festival = base::Festival::laba;
    CHECK(words::term_or_festival(it, en) == "Laba Festival");
}

TEST_CASE("The greeting goes with the hour") {
    CHECK(words::greeting({sunday, 8, 0}, en) == "Good morning");
    CHECK(words::greeting({sunday, 10, 59}, en) == "Good morning");
    CHECK(words::greeting({sunday, 11, 0}, en) == "Good day");
    CHECK(words::greeting({sunday, 13, 0}, en) == "Good afternoon");
    CHECK(words::greeting({sunday, 18, 0}, en) == "Good evening");
    CHECK(words::greeting({sunday, 14, 20}, zh) == "午后好");
}

TEST_CASE("The programme's age is told in minutes, hours, then days") {
    CHECK(words::sync(updated(0), zh, false) == "节目单是最新的");
    CHECK(words::sync(updated(2), zh, false) == "节目单更新于 2 分钟前");
    CHECK(words::sync(updated(59), zh, false) == "节目单更新于 59 分钟前");
    CHECK(words::sync(updated(60), zh, false) == "节目单更新于 1 小时前");
    CHECK(words::sync(updated(24 * 60 - 1), zh, false) == "节目单更新于 23 小时前");
    CHECK(words::sync(updated(24 * 60), zh, false) == "节目单更新于 1 天前");
    CHECK(words::sync(updated(3 * 24 * 60 + 5), zh, true) == "3 天前更新");
    CHECK(words::sync(updated(2), zh, true) == "2 分钟前更新");
    CHECK(words::sync(updated(0), en, false) == "Up to date");
    CHECK(words::sync(updated(5), en, false) == "Updated 5 min ago");
    CHECK(words::sync(updated(24 * 60), en, false) == "Updated 1 day ago");
    CHECK(words::sync(updated(50 * 60), en, true) == "Updated 2 days ago");
}

TEST_CASE("What is wrong with the programme is told before its age") {
    model::Header it = updated(5);
    it.sync = model::SyncState::away;
    CHECK(words::sync(it, zh, false) == "网络暂断，报名照常");
    CHECK(words::sync(it, en, true) == "Network is away; sign-up still works");
    it.sync = model::SyncState::needs_staff;
    CHECK(words::sync(it, en, false) == "Please tell our staff about this screen");
    it.snapshot = model::SnapshotState::previous;
    CHECK(words::sync(it, zh, false) == "正显示上一版节目单");
    it.snapshot = model::SnapshotState::factory;
    CHECK(words::sync(it, en, false) == "Showing the factory programme");
}

TEST_CASE("A section is called as on the dock") {
    CHECK(words::section(domain::Section::events, zh) == "活动");
    CHECK(words::section(domain::Section::clubs, zh) == "社团");
    CHECK(words::section(domain::Section::neighbourhood, zh) == "邻里");
    CHECK(words::section(domain::Section::mine, en) == "Mine");
}

TEST_CASE("A card says when: now, the hour, the weekday or the date") {
    CHECK(words::when_on_card(card(14, 30), zh) == "14:30");
    CHECK(words::when_on_card(card(6, 30, 1), zh) == "明天 06:30");
    CHECK(words::when_on_card(card(19, 0, 5), zh) == "周五 19:00");
    CHECK(words::when_on_card(card(19, 0, 6), en) == "Sat 19:00");
    CHECK(words::when_on_card(card(19, 0, 7), zh) == "11月29日 19:00");
    CHECK(words::when_on_card(card(19, 0, 7), en) == "29 Nov 19:00");
    model::EventCard now = card(14, 0);
    now.moment = model::Moment::on_now;
    CHECK(words::when_on_card(now, zh) == "正在进行");
    CHECK(words::when_in_tile(now, zh) == "到 16:00");
    CHECK(words::when_in_tile(now, en) == "to 16:00");
    CHECK(words::when_in_tile(card(14, 30), zh) == "14:30");
}

TEST_CASE("The days close by have names") {
    CHECK(words::day({sunday, 19, 0}, 0, zh) == "今天");
    CHECK(words::day({sunday.plus_days(1), 19, 0}, 1, zh) == "明天");
    CHECK(words::day({sunday.plus_days(2), 19, 0}, 2, zh) == "后天");
    CHECK(words::day({sunday.plus_days(5), 19, 0}, 5, zh) == "11月27日 周五");
    CHECK(words::day({sunday.plus_days(5), 19, 0}, 5, en) == "Fri 27 Nov");
    CHECK(words::day({sunday.plus_days(1), 19, 0}, 1, en) == "Tomorrow");
}

TEST_CASE("Seats are told as numbers, as full, or as not needed") {
    using Kind = model::SeatsShown::Kind;
    CHECK(words::seats(seated(Kind::counted, 37), zh) == "余 37 位");
    CHECK(words::seats(seated(Kind::counted, 37), en) == "37 left");
    CHECK(words::seats(seated(Kind::counted, 37, true), zh) == "约 37 位");
    CHECK(words::seats(seated(Kind::counted, 37, true), en) == "About 37 left");
    CHECK(words::seats(seated(Kind::full), zh) == "满 · 可候补");
    CHECK(words::seats(seated(Kind::full), en) == "Full · waitlist");
    CHECK(words::seats(seated(Kind::none_needed), zh) == "随到随看");
    CHECK(words::seats(seated(Kind::unknown), zh) == "请问服务台");
    model::EventCard concert = seated(Kind::none_needed);
    concert.tag.key = "music";
    CHECK(words::seats(concert, zh) == "随到随听");
}

TEST_CASE("Of a cancelled event no seats are told") {
    model::EventCard it = seated(model::SeatsShown::Kind::counted, 37);
    it.state = domain::OccasionState::cancelled;
    CHECK(words::seats(it, zh) == "已取消");
    CHECK(words::seats(it, en) == "Cancelled");
}

TEST_CASE("Facts are joined by a dot, and what is empty leaves none behind") {
    CHECK(words::facts({"三楼", "王老师主讲"}) == "三楼 · 王老师主讲");
    CHECK(words::facts({"", "三楼", ""}) == "三楼");
    CHECK(words::facts({"a", "", "b"}) == "a · b");
    CHECK(words::facts({}).empty());
}
