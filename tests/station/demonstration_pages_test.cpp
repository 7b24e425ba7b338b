// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "catch.h"
#include "station/station.h"
#include "store/folder.h"
#include "store/town.h"

using namespace wenlan;

namespace {

using Titles = std::vector<std::string>;

// The demonstration on the sample afternoon.
class Sample {
public:
    const model::View& ask(model::Intent intent) {
        station_.handle({++asked_, std::move(intent)});
        view_ = station_.view();
        return *view_;
    }

private:
    const test::Folder root_;
    base::PosixDisk disk_;
    base::VirtualClock clock_{test::at("2026-11-22T14:20")};
    station::Station station_{clock_, disk_, root_.path(),
                              std::filesystem::path(WENLAN_SOURCE_DIR) / "data" / "demo"};
    std::shared_ptr<const model::View> view_;
    std::uint64_t asked_ = 0;
};

Titles titles(const std::vector<model::EventCard>& cards, std::size_t count) {
    Titles found;
    for (std::size_t i = 0; i < count && i < cards.size(); ++i) found.push_back(cards[i].title.zh);
    return found;
}

}  // namespace

TEST_CASE("The clubs of the sample afternoon are as the picture shows them", "[demo-content]") {
    Sample sample;
    const auto page = sample.ask(model::ShowClubs{}).clubs;
    CHECK(page->club_count == 15);
    CHECK(page->member_count == 462);
    CHECK(page->recruiting_count == 8);
    Titles chips;
    for (std::size_t i = 0; i < 4; ++i) chips.push_back(page->chips.at(i).name.zh);
    CHECK(chips == Titles{"音乐", "舞蹈", "书画", "武术"});
    Titles cards;
    Titles lines;
    for (std::size_t i = 0; i < 9; ++i) {
        cards.push_back(page->cards.at(i).card.title.zh);
        lines.push_back(page->cards.at(i).weekly.zh);
    }
    CHECK(cards == Titles{"管弦乐团", "楚韵舞蹈队", "中老年合唱团", "太极拳队", "书画社", "越剧社",
                          "围棋社", "古筝社", "剪纸社"});
    CHECK(lines == Titles{"周四 19:00", "周日 13:30", "周二 14:00", "每天 06:30", "周日 14:00",
                          "周三 19:00", "周六 09:30", "周五 19:00", "周六 14:00"});
    CHECK(page->cards[0].full);
    int resting = 0;
    for (const auto& card : page->cards) resting += card.rests_until ? 1 : 0;
    CHECK(resting >= 1);

    const auto detail = sample.ask(model::ShowEvent{{}, page->cards[3].card.listing}).detail;
    REQUIRE(detail->club.has_value());
    CHECK(detail->card.venue.zh == "文澜桥头广场");
    CHECK(detail->club->club.places_open == 8);
    CHECK(detail->club->club.founded_year == 2009);
    CHECK_FALSE(detail->club->week.at(2).start.has_value());
    CHECK(detail->club->week.at(0).start->minute_of_day() == 6 * 60 + 30);
    CHECK(detail->club->week.at(6).start->minute_of_day() == 7 * 60);
    CHECK(detail->club->week.at(6).today);
}

TEST_CASE("The reading of the sample afternoon is as the picture shows it", "[demo-content]") {
    Sample sample;
    const auto page = sample.ask(model::ShowReading{}).reading;
    REQUIRE(page->challenge.has_value());
    CHECK(page->challenge->facts.challenge.readers == 216);
    CHECK(page->challenge->facts.day == 22);
    CHECK(page->challenge->facts.days == 30);
    CHECK(page->count == 9);
    CHECK(titles(page->cards, 3) ==
          Titles{"故事时光：小石桥的故事", "灯下读书会《边城》", "作者面对面：写楚门的人"});
    CHECK(page->cards.at(2).seats.free == 58);
    REQUIRE((page->swap_shelf && page->notes));
    CHECK(sample.ask(model::ShowEvent{{}, page->swap_shelf->listing}).detail->items.size() == 12);
    CHECK(sample.ask(model::ShowEvent{{}, page->notes->listing}).detail->items.size() == 8);
}

TEST_CASE("The volunteers' page of the sample afternoon is as the picture shows it",
          "[demo-content]") {
    Sample sample;
    const auto page = sample.ask(model::ShowVolunteering{}).volunteering;
    REQUIRE(page->urgent.has_value());
    CHECK(page->urgent->title.zh == "治安夜巡");
    CHECK(page->urgent->seats.free == 2);
    CHECK(page->count == 11);
    CHECK(page->year.hours == 12480);
    CHECK(titles(page->cards, 3) ==
          Titles{"探望独居老人", "社团文化节引导员", "村社联盟 · 送书进村"});
    CHECK(page->cards.at(0).start.date.day == 24);
    CHECK(page->cards.at(1).start.date.day == 28);
    CHECK(page->cards.at(2).start.date.day == 29);
    CHECK(sample.ask(model::ShowList{model::ListName::volunteering}).list->count == 11);
}

TEST_CASE("The neighbourhood of the sample afternoon is as the picture shows it",
          "[demo-content]") {
    Sample sample;
    const auto page = sample.ask(model::ShowNeighbourhood{}).neighbourhood;
    CHECK(page->notices.at(0).full_title.zh == "业委会公告：湖滨小区电梯维保，周二 9 点");
    CHECK(page->service_count == 36);
    CHECK(titles(page->services, 4) == Titles{"一场越剧", "剪纸课", "全家福拍摄", "茶艺教学"});
    REQUIRE(page->survey.has_value());
    CHECK(page->survey->answered == 318);
    REQUIRE(page->survey->form.questions.size() == 6);
    CHECK(page->survey->form.questions[1].prompt.zh == "老人活动室，您更想添哪样？");
    CHECK(page->survey->form.questions[1].options.size() == 4);
    REQUIRE(page->duty.has_value());
    CHECK(page->duty->on_duty);
    const auto services = sample.ask(model::ShowList{model::ListName::services}).list;
    REQUIRE(services->cards.size() == 36);
    for (const auto& card : services->cards) {
        CAPTURE(card.title.zh);
        CHECK_FALSE(sample.ask(model::ShowEvent{{}, card.listing}).detail->needs.empty());
    }
}

TEST_CASE("The house of the demonstration has four storeys and closes some day ahead",
          "[demo-content]") {
    Sample sample;
    const auto page = sample.ask(model::ShowCentre{}).centre;
    CHECK(page->open_now);
    CHECK(page->storeys.size() == 4);
    CHECK_FALSE(page->closures.empty());
    CHECK_FALSE(page->centre.address.empty());
}
