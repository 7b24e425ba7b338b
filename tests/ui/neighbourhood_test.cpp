// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell_lobby.h"

using namespace wenlan;
using test::FakeStation;
using test::Lobby;

namespace {

void open_neighbourhood(Lobby& lobby) {
    lobby.enter();
    lobby.tap("邻里");
    lobby.expect("neighbourhood");
    lobby.visitor.asked.clear();
}

template <typename Edit>
void change(Lobby& lobby, const Edit& edit) {
    lobby.station.publish([&](model::View& view) {
        auto page = std::make_shared<model::NeighbourhoodPage>(*view.neighbourhood);
        edit(*page);
        view.neighbourhood = page;
    });
    lobby.visitor.settle();
}

base::LocalText both(const std::string& text) { return {text, "E" + text}; }

model::SurveyCard survey() {
    model::SurveyCard survey;
    survey.card = FakeStation::card(7);
    survey.card.title = both("老人活动室");
    survey.answered = 318;
    for (const char* prompt : {"更想添哪样？", "几点去最好？"}) {
        domain::Question question;
        question.kind = domain::QuestionKind::choice;
        question.prompt = both(prompt);
        question.options = {both("棋牌桌"), both("药箱")};
        survey.form.questions.push_back(question);
    }
    return survey;
}

// The page of a listing without a day, as the station would answer.
void answer_with(Lobby& lobby, const model::EventDetail& detail) {
    lobby.station.publish(
        [&](model::View& view) { view.detail = std::make_shared<model::EventDetail>(detail); });
    lobby.visitor.settle();
}

}  // namespace

TEST_CASE("The newest notice opens in full, the others are behind a link", "[neighbourhood]") {
    Lobby lobby;
    open_neighbourhood(lobby);
    CHECK(lobby.visitor.sees("公告1"));
    CHECK_FALSE(lobby.visitor.sees("公告2"));
    lobby.tap("公告1");
    lobby.expect("notice-detail");
    model::EventDetail notice;
    notice.card = lobby.station.view->neighbourhood->notices.front();
    notice.body = both("周二 9 点起停下保养。\n请提前告诉物业。");
    notice.organiser = both("业委会");
    notice.posted = base::CivilDate{2026, 11, 20};
    answer_with(lobby, notice);
    CHECK(lobby.visitor.sees("业委会 · 11月20日贴出"));
    CHECK(lobby.visitor.sees("周二 9 点起停下保养。"));
    CHECK(lobby.visitor.sees("请提前告诉物业。"));
    lobby.tap("返回");
    lobby.tap("全部");
    lobby.expect("list");
    const auto lists = lobby.asked<model::ShowList>();
    REQUIRE(lists.size() == 1);
    CHECK(lists.front().name == model::ListName::notices);
}

TEST_CASE("A single notice needs no list", "[neighbourhood]") {
    Lobby lobby;
    open_neighbourhood(lobby);
    change(lobby, [](model::NeighbourhoodPage& page) {
        page.notices.resize(1);
        page.notice_count = 1;
    });
    CHECK(lobby.visitor.sees("公告1"));
    CHECK_FALSE(lobby.visitor.sees("全部"));
}

TEST_CASE("A survey shows its first question; without one the last result and thanks",
          "[neighbourhood]") {
    Lobby lobby;
    open_neighbourhood(lobby);
    CHECK_FALSE(lobby.visitor.sees("下一问"));
    change(lobby, [](model::NeighbourhoodPage& page) { page.survey = survey(); });
    CHECK(lobby.visitor.sees("小区问卷 · 2 问里的第 1 问"));
    CHECK(lobby.visitor.sees("已有 318 户回答"));
    CHECK(lobby.visitor.sees("更想添哪样？"));
    CHECK_FALSE(lobby.visitor.sees("几点去最好？"));
    lobby.tap("药箱");
    lobby.tap("下一问");
    CHECK(lobby.visitor.sees("几点去最好？"));
    change(lobby, [](model::NeighbourhoodPage& page) {
        page.survey->form = {};
        page.survey->result = {{both("药箱"), {}, {}, 46}, {both("棋牌桌"), {}, {}, 31}};
    });
    CHECK_FALSE(lobby.visitor.sees("下一问"));
    CHECK(lobby.visitor.sees("46%"));
    CHECK(lobby.visitor.sees("谢谢这 318 户邻居，大家的主意都记下了"));
}

TEST_CASE("A survey is handed in after its last question, without a name", "[neighbourhood]") {
    Lobby lobby;
    open_neighbourhood(lobby);
    change(lobby, [](model::NeighbourhoodPage& page) { page.survey = survey(); });
    lobby.tap("药箱");
    lobby.tap("下一问");
    lobby.tap("交上去");
    const auto taken = lobby.asked<model::TakeSignUp>();
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].listing == FakeStation::card(7).listing);
    CHECK_FALSE(taken[0].occasion);
    REQUIRE(taken[0].answers.answers.size() == 2);
    CHECK(taken[0].answers.answers[0].number == 1);
    CHECK(taken[0].answers.answers[1].number == -1);
    CHECK(lobby.visitor.sees("谢谢，您的意见收下了"));
    CHECK(lobby.visitor.sees("答了 1 问，不记名；结果出来贴在这里"));
}

TEST_CASE("Whoever walks away in the middle of a survey is heard as far as they went",
          "[neighbourhood]") {
    Lobby lobby;
    open_neighbourhood(lobby);
    change(lobby, [](model::NeighbourhoodPage& page) { page.survey = survey(); });
    lobby.tap("药箱");
    lobby.visitor.pass(base::Duration{70000});
    CHECK(lobby.visitor.screen().screen == "attract");
    CHECK(lobby.asked<model::TakeSignUp>().size() == 1);
    // Whoever only looked has said nothing.
    open_neighbourhood(lobby);
    change(lobby, [](model::NeighbourhoodPage& page) { page.survey = survey(); });
    lobby.visitor.pass(base::Duration{70000});
    CHECK(lobby.asked<model::TakeSignUp>().empty());
}

TEST_CASE("Whoever is on duty can be asked over, else it is said when they are back",
          "[neighbourhood]") {
    Lobby lobby;
    open_neighbourhood(lobby);
    const auto duty = [&](bool on_duty, int days, int minute) {
        change(lobby, [&](model::NeighbourhoodPage& page) {
            page.duty = model::DutyNow{both("小林"), both("一楼服务台"), on_duty, minute, days};
        });
    };
    duty(true, 0, 0);
    CHECK(lobby.visitor.sees("小林 · 一楼服务台在班"));
    lobby.tap("叫她过来");
    lobby.expect("sheet");
    CHECK(lobby.visitor.sees("社工就在服务台，过去说一声就好"));
    lobby.tap("好的");
    duty(false, 1, 9 * 60);
    CHECK(lobby.visitor.sees("小林 · 明早 9 点在"));
    CHECK_FALSE(lobby.visitor.sees("叫她过来"));
    duty(false, 0, 13 * 60 + 30);
    CHECK(lobby.visitor.sees("小林 · 13:30回来"));
    duty(false, 2, 9 * 60);
    CHECK(lobby.visitor.sees("小林 · 周二 9 点在"));
}

TEST_CASE("A service says what the hall needs and which days are taken", "[service]") {
    Lobby lobby;
    open_neighbourhood(lobby);
    change(lobby, [](model::NeighbourhoodPage& page) {
        model::EventCard card = page.notices.front();
        card.listing = {940};
        card.kind = domain::Kind::service;
        card.title = card.short_title = both("一场越剧");
        page.services = {card};
        page.service_count = 36;
    });
    CHECK(lobby.visitor.sees("36 种"));
    lobby.tap("一场越剧");
    lobby.expect("service-detail");
    model::EventDetail service;
    service.card = lobby.station.view->neighbourhood->services.front();
    service.body = both("折子戏三出。");
    service.needs = both("六米宽的台");
    service.taken_days = {{2026, 11, 27}};
    answer_with(lobby, service);
    CHECK(lobby.visitor.sees("六米宽的台"));
    CHECK(lobby.visitor.sees("27"));
    lobby.tap("去预约");
    lobby.expect("sign-up");
    lobby.tap("关闭");
    service.items = {{both("《边城》"), {}, {}, 0}};
    answer_with(lobby, service);
    CHECK(lobby.visitor.sees("《边城》"));
}

TEST_CASE("A notice that was taken away leads back", "[notice]") {
    Lobby lobby;
    open_neighbourhood(lobby);
    lobby.tap("公告1");
    lobby.station.publish([](model::View& view) {
        view.detail.reset();
        view.outcome = model::Outcome::not_found;
    });
    lobby.visitor.settle();
    CHECK(lobby.visitor.sees("这一条已经撤下了，看看别的吧"));
    lobby.tap("返回");
    lobby.expect("neighbourhood");
}

TEST_CASE("A page that does not come rests, and after four seconds says so", "[neighbourhood]") {
    Lobby lobby;
    open_neighbourhood(lobby);
    lobby.station.publish([](model::View& view) { view.neighbourhood.reset(); });
    lobby.visitor.pass(base::Duration{1000});
    CHECK_FALSE(lobby.visitor.sees("正在取节目单，请稍等一下"));
    lobby.visitor.pass(base::Duration{4000});
    CHECK(lobby.visitor.sees("正在取节目单，请稍等一下"));
    CHECK(lobby.visitor.sees("邻里"));
}
