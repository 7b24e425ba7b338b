// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "domain/codes.h"
#include "ui/screens/mine_state.h"
#include "ui/shell_lobby.h"

using namespace wenlan;
using base::Duration;
using model::ChangeSignUp;
using model::LookUpSignUp;
using test::FakeStation;
using test::Lobby;

namespace {

const domain::Code hub_code = domain::make_code(domain::CodeKind::hub, 0, 8350441);
const domain::Code long_code = domain::make_code(domain::CodeKind::long_one, 0, 83504417226ULL);
const domain::Code own_code = domain::make_code(domain::CodeKind::kiosk, 12, 83504);

model::FoundSignUp found(int n, const domain::Code& code, int party = 1) {
    model::FoundSignUp sign_up;
    sign_up.id.bytes[0] = static_cast<std::uint8_t>(n);
    sign_up.occasion = {n};
    sign_up.listing = {100 + n};
    sign_up.state = domain::SignUpState::confirmed;
    sign_up.party = party;
    sign_up.code = code.shown();
    return sign_up;
}

void key_in(Lobby& lobby, std::string_view digits) {
    for (const char digit : digits) lobby.tap(digit == 'H' ? "字母 H" : std::string(1, digit));
}

// At 我的, where event n with `party` is known under the code of eight digits and 2406.
void open_mine(Lobby& lobby, int n = 1, int party = 1) {
    lobby.station.known[{hub_code.plain(), "2406"}] = found(n, hub_code, party);
    lobby.enter();
    lobby.tap("我的");
    lobby.expect("mine");
}

void look_up(Lobby& lobby) {
    key_in(lobby, hub_code.plain());
    key_in(lobby, "2406");
    lobby.tap("查一下");
}

}  // namespace

TEST_CASE(
    "Eight digits and the phone's last four find a sign-up: the second field follows by itself",
    "[mine]") {
    Lobby lobby;
    open_mine(lobby);
    key_in(lobby, hub_code.plain());
    CHECK(lobby.visitor.sees("报名时留的手机号，最后四位"));
    key_in(lobby, "2406");
    lobby.tap("查一下");
    const auto asked = lobby.asked<LookUpSignUp>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].code == hub_code.plain());
    CHECK(asked[0].tail == "2406");
    CHECK(lobby.visitor.sees("您有 1 项报名"));
    CHECK(lobby.visitor.sees(FakeStation::title(1)));
    CHECK(lobby.visitor.sees("已留座位"));
    CHECK(lobby.visitor.sees(hub_code.shown()));
    CHECK_FALSE(lobby.visitor.sees("查一下"));  // the pad is put away
}

TEST_CASE("Twelve digits suffice alone, and so do a kiosk's own with their H", "[mine]") {
    Lobby lobby;
    lobby.station.known[{long_code.plain(), ""}] = found(2, long_code);
    lobby.station.known[{own_code.plain(), "2406"}] = found(3, own_code);
    lobby.enter();
    lobby.tap("我的");
    SECTION("twelve digits") {
        key_in(lobby, long_code.plain());
        lobby.tap("查一下");
        CHECK(lobby.visitor.sees(FakeStation::title(2)));
    }
    SECTION("an H, and the four digits") {
        key_in(lobby, own_code.plain());
        lobby.tap("下一步");
        key_in(lobby, "2406");
        lobby.tap("查一下");
        CHECK(lobby.visitor.sees(FakeStation::title(3)));
    }
}

TEST_CASE("A wrong code and wrong digits are told with the same sentence", "[mine]") {
    Lobby lobby;
    open_mine(lobby);
    SECTION("wrong digits") {
        key_in(lobby, hub_code.plain());
        key_in(lobby, "2407");
    }
    SECTION("another code") {
        key_in(lobby, domain::make_code(domain::CodeKind::hub, 0, 1234567).plain());
        key_in(lobby, "2406");
    }
    lobby.tap("查一下");
    CHECK(lobby.visitor.sees("没有查到。看看码和手机号末四位对不对"));
    CHECK_FALSE(lobby.visitor.sees("您有 1 项报名"));
}

TEST_CASE("A code that cannot be one is not looked for", "[mine]") {
    Lobby lobby;
    open_mine(lobby);
    std::string wrong = hub_code.plain();
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    key_in(lobby, wrong);
    lobby.tap("下一步");
    CHECK(lobby.visitor.sees("这个码不太对，再看看票上的数"));
    CHECK(lobby.asked<LookUpSignUp>().empty());
}

TEST_CASE("After too many tries the screen asks for patience", "[mine]") {
    Lobby lobby;
    lobby.station.locked = true;
    open_mine(lobby);
    look_up(lobby);
    CHECK(lobby.visitor.sees("试得多了，歇十分钟再来，或者问问社工"));
}

TEST_CASE("Cancelling asks once more, never on the same spot, and can be undone for ten seconds",
          "[mine]") {
    Lobby lobby;
    open_mine(lobby);
    look_up(lobby);
    const auto first = lobby.visitor.find("取消")->rect;
    lobby.tap("取消");
    CHECK(lobby.visitor.sees("要取消吗？"));
    for (const char* label : {"先留着", "确认取消"}) {
        const auto rect = lobby.visitor.find(label)->rect;
        const bool apart = rect.y >= first.y + first.height || rect.x >= first.x + first.width ||
                           rect.y + rect.height <= first.y || rect.x + rect.width <= first.x;
        CHECK(apart);
    }
    SECTION("先留着 changes nothing") {
        lobby.tap("先留着");
        CHECK(lobby.asked<ChangeSignUp>().empty());
        CHECK(lobby.visitor.sees("取消"));
    }
    SECTION("确认取消, and 撤回") {
        lobby.tap("确认取消");
        CHECK(lobby.visitor.sees("取消了，座位让出来了。"));
        CHECK(lobby.visitor.sees("已取消"));
        const auto asked = lobby.asked<ChangeSignUp>();
        REQUIRE(asked.size() == 1);
        CHECK(asked[0].what == ChangeSignUp::What::cancel);
        CHECK(asked[0].tail == "2406");
        lobby.station.changing.state = domain::SignUpState::confirmed;
        lobby.visitor.pass(Duration{4000});
        std::string undo;
        for (const ui::Element& element : lobby.visitor.screen().elements)
            if (element.label.starts_with("撤回")) undo = element.label;
        lobby.tap(undo);
        CHECK(lobby.visitor.sees("撤回了，座位还在。"));
        CHECK(lobby.visitor.sees("已留座位"));
        CHECK(lobby.asked<ChangeSignUp>()[0].what == ChangeSignUp::What::undo_cancelling);
    }
    SECTION("after ten seconds it stays cancelled") {
        lobby.tap("确认取消");
        lobby.visitor.pass(Duration{11000});
        for (const ui::Element& element : lobby.visitor.screen().elements)
            CHECK_FALSE(element.label.starts_with("撤回"));
    }
}

TEST_CASE("Fewer can come than were signed up", "[mine]") {
    Lobby lobby;
    open_mine(lobby, 1, 4);
    look_up(lobby);
    lobby.tap("少来几位");
    lobby.tap("少一位");
    lobby.tap("改成 2 位");
    const auto asked = lobby.asked<ChangeSignUp>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].what == ChangeSignUp::What::shrink);
    CHECK(asked[0].party == 2);
    CHECK(lobby.visitor.sees("改好了，谢谢您早说。"));
}

TEST_CASE("A change that is refused or only noted says so", "[mine]") {
    Lobby lobby;
    open_mine(lobby);
    look_up(lobby);
    lobby.tap("取消");
    SECTION("refused") {
        lobby.station.changing.did = model::ChangeOutcome::Did::refused;
        lobby.tap("确认取消");
        CHECK(lobby.visitor.sees("这会儿改不了了，请问问社工。"));
    }
    SECTION("noted") {
        lobby.station.changing.did = model::ChangeOutcome::Did::noted;
        lobby.tap("确认取消");
        CHECK(lobby.visitor.sees("记下了，网络一通就取消。"));
    }
}

TEST_CASE("Offline the page says what it could look at", "[mine]") {
    Lobby lobby;
    lobby.station.online = false;
    open_mine(lobby);
    look_up(lobby);
    CHECK(lobby.visitor.sees("网络暂断，这里只有在这台屏幕上报的"));
}

TEST_CASE("What was found stays for the visit and not a moment longer", "[mine]") {
    Lobby lobby;
    open_mine(lobby);
    look_up(lobby);
    lobby.tap("活动");
    lobby.tap("我的");
    CHECK(lobby.visitor.sees("您有 1 项报名"));
    SECTION("退出") { lobby.tap("退出"); }
    SECTION("sixty seconds, and twenty more") { lobby.visitor.pass(Duration{82000}); }
    lobby.expect("attract");
    lobby.enter();
    lobby.tap("我的");
    CHECK_FALSE(lobby.visitor.sees("您有 1 项报名"));
    CHECK_FALSE(lobby.visitor.sees(hub_code.shown()));
}

TEST_CASE("A scanner fills the field, or finds at once what needs no phone", "[mine]") {
    ui::MineState mine;
    CHECK(ui::take_scanned(mine, hub_code.plain()));
    CHECK(mine.code.view() == hub_code.plain());
    CHECK(mine.at_tail);
    CHECK(ui::take_scanned(mine, "https://example.org/s/" + long_code.plain()));
    CHECK(mine.code.view() == long_code.plain());
    CHECK_FALSE(mine.at_tail);
    CHECK_FALSE(ui::take_scanned(mine, "6901234567892"));
    CHECK_FALSE(ui::take_scanned(mine, "\xff\xfe"));
}
