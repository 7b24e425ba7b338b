// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "domain/usual_form.h"
#include "ui/shell_lobby.h"

using namespace wenlan;
using base::Duration;
using test::FakeStation;
using test::Lobby;

namespace {

using Did = model::HoldOutcome::Did;
using Stamp = model::SignUpStamp;

void open(Lobby& lobby, int event = 1) {
    lobby.enter();
    lobby.tap(FakeStation::title(event));
    lobby.tap("我要报名");
    lobby.expect("sign-up");
}

void name(Lobby& lobby, std::string_view keys = "wang") {
    for (const char key : keys) lobby.tap(std::string(1, key));
    lobby.tap("下一步");
}

void phone(Lobby& lobby, std::string_view digits = "13857682406") {
    for (const char digit : digits) lobby.tap(std::string(1, digit));
    lobby.tap("下一步");
}

constexpr auto consent = "同意用这些信息通知我这场活动";

void to_review(Lobby& lobby) {
    open(lobby);
    name(lobby);
    phone(lobby);
    REQUIRE(lobby.visitor.sees("核对一下，就好了"));
}

// Changes the page of the event that is open.
template <typename Change>
void publish(Lobby& lobby, const Change& change) {
    lobby.station.publish([&](model::View& view) {
        auto detail = std::make_shared<model::EventDetail>(*view.detail);
        change(*detail);
        view.detail = detail;
    });
    lobby.visitor.settle();
}

bool enabled(Lobby& lobby, std::string_view label) { return lobby.visitor.find(label)->enabled; }

}  // namespace

TEST_CASE("A resident signs up: name, phone, check, consent, receipt, home", "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    CHECK(lobby.visitor.sees("138 •••• 2406"));
    lobby.tap("多一位");
    CHECK(lobby.visitor.sees("2 位"));
    lobby.tap(consent);
    lobby.station.outcome.party = 2;
    lobby.visitor.asked.clear();
    lobby.tap("确认报名");
    const auto taken = lobby.asked<model::TakeSignUp>();
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].occasion == domain::OccasionId{1});
    CHECK(domain::party_of(taken[0].answers) == 2);
    CHECK(domain::phone_tail(taken[0].answers) == "2406");
    lobby.expect("receipt");
    CHECK(lobby.visitor.sees("8350 4417"));
    CHECK(lobby.visitor.sees("已留"));
    CHECK(lobby.visitor.sees("查询和取消，凭下面的码和手机尾号 2406"));
    lobby.visitor.pass(Duration{17000});
    lobby.expect("receipt");
    lobby.visitor.pass(Duration{2000});
    lobby.expect("home");
}

TEST_CASE("Seats are held when the sheet opens, and let go when it closes", "[sign-up]") {
    Lobby lobby;
    lobby.station.hold = {Did::held, 1, 240};
    open(lobby);
    auto holds = lobby.asked<model::HoldSeats>();
    REQUIRE(holds.size() == 1);
    CHECK(holds[0].seats == 1);
    lobby.tap("关闭");
    lobby.expect("event-detail");
    holds = lobby.asked<model::HoldSeats>();
    REQUIRE(holds.size() == 1);
    CHECK(holds[0].seats == 0);
}

TEST_CASE("Another party asks for as many seats, and a hold is renewed before it runs out",
          "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    lobby.visitor.asked.clear();
    lobby.tap("多一位");
    auto holds = lobby.asked<model::HoldSeats>();
    REQUIRE(holds.size() == 1);
    CHECK(holds[0].seats == 2);
    for (int i = 0; i < 4; ++i) {
        lobby.visitor.pass(Duration{60000});
        lobby.tap(i % 2 == 0 ? "多一位" : "少一位");
    }
    CHECK(lobby.asked<model::HoldSeats>().size() >= 4);
}

TEST_CASE("When the seats go while someone types, the sheet offers the waiting list", "[sign-up]") {
    Lobby lobby;
    lobby.station.hold = {Did::gone, 0, 0};
    open(lobby);
    CHECK(lobby.visitor.sees("刚刚被领完了，要排候补吗？"));
    lobby.tap("排候补");
    name(lobby);
    phone(lobby);
    lobby.tap(consent);
    lobby.station.outcome = {};
    lobby.station.outcome.stamp = Stamp::waiting;
    lobby.station.outcome.code = "8350 4417";
    lobby.station.outcome.place = 3;
    lobby.tap("确认候补");
    lobby.expect("receipt");
    CHECK(lobby.visitor.sees("记下了，替您排着"));
    CHECK(lobby.visitor.sees("候补第"));
    CHECK(lobby.visitor.sees("3 位"));
}

TEST_CASE("A party larger than what is left is offered what is left", "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    lobby.tap("多一位");
    lobby.station.hold = {Did::gone, 2, 0};
    lobby.tap("多一位");
    CHECK(lobby.visitor.sees("刚刚只剩 2 位了，您这里是 3 位。"));
    lobby.station.hold = {Did::held, 2, 240};
    lobby.tap("改成 2 位");
    CHECK(lobby.visitor.sees("2 位"));
    CHECK(lobby.visitor.sees("138 •••• 2406"));
}

TEST_CASE("Without a phone one goes on, and the code of twelve digits is enough", "[sign-up]") {
    Lobby lobby;
    open(lobby);
    name(lobby);
    lobby.tap("没有手机？不留号码也能报");
    CHECK(lobby.visitor.sees("没留号码"));
    lobby.tap(consent);
    lobby.station.outcome.code = "8350 4417 2265";
    lobby.station.outcome.code_suffices = true;
    lobby.tap("确认报名");
    CHECK(lobby.visitor.sees("8350 4417 2265"));
    CHECK(lobby.visitor.sees("查询和取消，凭下面这张码就行"));
}

TEST_CASE("What is missing is said in place: a name, the rest of a number, the consent",
          "[sign-up]") {
    Lobby lobby;
    open(lobby);
    lobby.tap("下一步");
    CHECK(lobby.visitor.sees("写个称呼就行，比如王阿姨"));
    name(lobby);
    for (const char digit : std::string_view("1385768")) lobby.tap(std::string(1, digit));
    lobby.tap("下一步");
    CHECK(lobby.visitor.sees("还差 4 位数字"));
    for (const char digit : std::string_view("2406")) lobby.tap(std::string(1, digit));
    lobby.tap("下一步");
    lobby.tap("确认报名");
    CHECK(lobby.visitor.sees("先勾上第一条"));
    CHECK(lobby.asked<model::TakeSignUp>().empty());
}

TEST_CASE("A finished step leads back to what was written, and on to the review again",
          "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    lobby.tap("修改姓名");
    lobby.tap("下一步");
    CHECK(lobby.visitor.sees("核对一下，就好了"));
    lobby.tap("手机");
    CHECK(lobby.visitor.sees("留个手机号"));
    lobby.tap("下一步");
    CHECK(lobby.visitor.sees("核对一下，就好了"));
}

TEST_CASE("Closing asks only where something was filled in", "[sign-up]") {
    Lobby lobby;
    open(lobby);
    lobby.tap("w");
    lobby.tap("关闭");
    CHECK(lobby.visitor.sees("先不报了？"));
    lobby.tap("接着填");
    lobby.expect("sign-up");
    lobby.tap("关闭");
    lobby.tap("不报了");
    lobby.expect("event-detail");
}

TEST_CASE("The whole notice is one press away", "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    lobby.tap("看全文");
    for (const char* part : {"谁来收", "为什么收", "收什么", "留多久"})
        CHECK(lobby.visitor.sees(part));
    lobby.tap("看好了");
    CHECK(lobby.visitor.sees("核对一下，就好了"));
}

TEST_CASE("While the answer is not there the sheet says so and takes nothing twice", "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    lobby.tap(consent);
    lobby.station.silent = true;
    lobby.visitor.asked.clear();
    // What waits never comes to rest: frames one by one.
    const ui::Element button = *lobby.visitor.find("确认报名");
    lobby.visitor.tap(button.rect);
    lobby.visitor.frame(Duration{100});
    CHECK(lobby.visitor.sees("正在替您报上……"));
    const auto taken = lobby.asked<model::TakeSignUp>();
    REQUIRE(taken.size() == 1);
    lobby.station.say_taken(taken[0].ticket);
    lobby.visitor.settle();
    lobby.expect("receipt");
}

TEST_CASE("What could not be taken says so and can be tried again", "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    lobby.tap(consent);
    lobby.station.outcome = {};
    lobby.station.outcome.failure = base::Error{"outbox.full", "The disk is full."};
    lobby.tap("确认报名");
    lobby.expect("sign-up");
    CHECK(lobby.visitor.sees("没有报上，什么都没留下。请再按一次，或到服务台"));
    lobby.station.outcome = {};
    lobby.station.outcome.stamp = Stamp::stored;
    lobby.station.outcome.provisional = true;
    lobby.station.outcome.code = "H12 835 044";
    lobby.station.online = false;
    lobby.tap("确认报名");
    lobby.expect("receipt");
    CHECK(lobby.visitor.sees("已存"));
    CHECK(lobby.visitor.sees("H12 835 044"));
}

TEST_CASE("A refusal leads back to its question with a sentence", "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    lobby.tap(consent);
    lobby.station.outcome = {};
    lobby.station.outcome.refusals = {{1, domain::RefusalKind::not_a_phone, 0}};
    lobby.tap("确认报名");
    const auto words =
        domain::sentence({1, domain::RefusalKind::not_a_phone, 0}, domain::QuestionKind::phone);
    CHECK(lobby.visitor.sees(words.zh));
}

TEST_CASE("An event that is called off while someone types says so and takes nothing",
          "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    publish(lobby, [](model::EventDetail& detail) {
        detail.card.state = domain::OccasionState::cancelled;
        detail.card.reason = {"停电", "no power"};
    });
    CHECK(lobby.visitor.sees("这场刚刚取消了：停电"));
    CHECK_FALSE(lobby.visitor.sees("确认报名"));
    lobby.tap("看看别的");
    lobby.expect("event-detail");
}

TEST_CASE("A form that changes keeps what was answered and asks what is new", "[sign-up]") {
    Lobby lobby;
    to_review(lobby);
    publish(lobby, [](model::EventDetail& detail) {
        domain::Question question;
        question.kind = domain::QuestionKind::choice;
        question.prompt = {"从哪儿来？", "Where from?"};
        question.options = {{"楚门", "Chumen"}, {"别处", "Elsewhere"}};
        detail.form.questions.insert(detail.form.questions.begin() + 2, question);
        ++detail.form.version;
    });
    CHECK(lobby.visitor.sees("要问的刚刚改过。您填过的都还在，请再看看。"));
    lobby.tap("知道了");
    lobby.tap("楚门");
    lobby.tap("下一步");
    CHECK(lobby.visitor.sees("138 •••• 2406"));
    CHECK(lobby.visitor.sees("楚门"));
}

TEST_CASE("An event that moves says where to, and the filling goes on", "[sign-up]") {
    Lobby lobby;
    open(lobby);
    publish(lobby, [](model::EventDetail& detail) { detail.card.start.hour = 16; });
    CHECK(lobby.visitor.sees("刚刚改了：今天 16:01 · 三楼。还来的话接着填。"));
    lobby.tap("知道了");
    name(lobby);
    CHECK(lobby.visitor.sees("留个手机号"));
}

TEST_CASE("A child under fourteen needs a parent's tick", "[sign-up]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap(FakeStation::title(1));
    publish(lobby, [](model::EventDetail& detail) {
        domain::Listing listing;
        listing.kind = domain::Kind::volunteering;
        listing.join = domain::Join::sign_up;
        detail.form = domain::form_of(listing);
    });
    lobby.tap("我要报名");
    name(lobby);
    phone(lobby);
    lobby.tap("9");
    lobby.tap("下一步");
    lobby.tap("同意用这些信息安排志愿服务");
    lobby.tap("确认报名");
    CHECK(lobby.visitor.sees("请家长看过，勾上同意那一条"));
    lobby.tap("我是孩子的家长，同意报名");
    lobby.tap("确认报名");
    lobby.expect("receipt");
    const auto taken = lobby.asked<model::TakeSignUp>();
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].answers.guardian_agrees);
}

TEST_CASE("Help lies over the sheet, and gives it back as it was", "[sign-up]") {
    Lobby lobby;
    open(lobby);
    lobby.tap("w");
    lobby.tap("找社工");
    lobby.expect("sheet");
    lobby.tap("好的");
    lobby.expect("sign-up");
    lobby.tap("下一步");
    CHECK(lobby.visitor.sees("留个手机号"));
}

TEST_CASE("Whoever walks away from the sheet is asked, and everything is wiped", "[sign-up]") {
    Lobby lobby;
    open(lobby);
    name(lobby);
    lobby.visitor.pass(Duration{81000});
    lobby.expect("idle-warning");
    lobby.visitor.pass(Duration{20000});
    lobby.expect("attract");
    CHECK(lobby.asked<model::EndVisit>().size() == 1);
    lobby.enter();
    lobby.tap(FakeStation::title(1));
    lobby.tap("我要报名");
    CHECK(lobby.visitor.sees("怎么称呼您？"));
    CHECK(enabled(lobby, "姓名"));
    CHECK_FALSE(enabled(lobby, "手机"));
}

TEST_CASE("Another language in the middle of a name loses nothing of it", "[sign-up]") {
    Lobby lobby;
    open(lobby);
    name(lobby);
    lobby.tap("姓名");
    lobby.tap("中 / EN");
    CHECK(lobby.visitor.sees("Your name?"));
    lobby.tap("Next");
    CHECK(lobby.visitor.sees("Your phone number"));
}
