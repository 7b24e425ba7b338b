// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "ui/screens/seal_watch.h"
#include "ui/shell_lobby.h"

using namespace wenlan;
using test::Lobby;

namespace {

constexpr base::Duration quick{120};

// Presses the seal as staff do, faster than any button takes presses.
void press_seal(Lobby& lobby, int times) {
    const ui::Element* seal = nullptr;
    for (const ui::Element& element : lobby.visitor.screen().elements) {
        if (element.label == lobby.station.view->header->centre.zh &&
            element.role == ui::Role::button) {
            seal = &element;
        }
    }
    REQUIRE(seal != nullptr);
    const float x = (seal->rect.x + seal->rect.width / 2) / Lobby::scale;
    const float y = (seal->rect.y + seal->rect.height / 2) / Lobby::scale;
    for (int i = 0; i < times; ++i) {
        lobby.touch(gfx::TouchEvent::Kind::down, x, y, quick);
        lobby.touch(gfx::TouchEvent::Kind::up, x, y, quick);
    }
    lobby.visitor.settle();
}

void let_in(Lobby& lobby) {
    lobby.station.publish([](model::View& view) {
        auto page = std::make_shared<model::StaffPage>();
        page->gate = model::StaffGate::open;
        page->version = "0.1.0";
        view.staff = std::move(page);
    });
    lobby.visitor.settle();
}

void ask_for_code(Lobby& lobby) {
    lobby.station.publish(
        [](model::View& view) { view.staff = std::make_shared<model::StaffPage>(); });
    lobby.visitor.settle();
}

}  // namespace

TEST_CASE("Seven quick presses on the seal ask for the staff code", "[staff]") {
    Lobby lobby;
    lobby.enter();
    press_seal(lobby, 6);
    lobby.expect("home");
    lobby.visitor.pass(ui::SealWatch::within);
    press_seal(lobby, 6);
    lobby.expect("home");
    press_seal(lobby, 1);
    lobby.expect("staff-code");
    CHECK(lobby.asked<model::OpenStaff>().size() == 1);
}

TEST_CASE("Six digits are sent as one code, and the pad shows none of them", "[staff]") {
    Lobby lobby;
    lobby.enter();
    press_seal(lobby, 7);
    ask_for_code(lobby);
    for (const char* digit : {"4", "8", "9"}) lobby.tap(digit);
    lobby.tap("退一格");
    for (const char* digit : {"2", "9", "1"}) lobby.tap(digit);
    CHECK(lobby.asked<model::EnterStaffCode>().empty());
    for (const ui::Element& element : lobby.visitor.screen().elements) {
        CHECK(element.label.find("48291") == std::string::npos);
    }
    lobby.tap("3");
    const auto sent = lobby.asked<model::EnterStaffCode>();
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].code == "482913");
    let_in(lobby);
    lobby.expect("staff");
}

TEST_CASE("The panel is left by itself after two minutes, without a question", "[staff]") {
    Lobby lobby;
    lobby.enter();
    press_seal(lobby, 7);
    let_in(lobby);
    lobby.visitor.asked.clear();
    lobby.visitor.pass(base::Duration{119000});
    lobby.expect("staff");
    lobby.visitor.pass(base::Duration{1500});
    lobby.expect("attract");
    CHECK(lobby.asked<model::EndVisit>().size() == 1);
}

TEST_CASE("A touch keeps the panel open, and the way back leads to residents", "[staff]") {
    Lobby lobby;
    lobby.enter();
    press_seal(lobby, 7);
    let_in(lobby);
    lobby.visitor.pass(base::Duration{100000});
    lobby.tap("办公室");
    lobby.expect("staff-office");
    lobby.visitor.pass(base::Duration{100000});
    lobby.tap("返回");
    lobby.expect("staff");
    lobby.tap("关闭");
    lobby.expect("attract");
}

TEST_CASE("A screen that was put out stays dark until somebody touches it", "[staff]") {
    Lobby lobby;
    lobby.enter();
    press_seal(lobby, 7);
    let_in(lobby);
    lobby.tap("熄屏");
    lobby.expect("staff-dark");
    lobby.visitor.pass(base::Duration{3600000});
    lobby.expect("staff-dark");
    lobby.tap("按一下，屏幕亮起来");
    lobby.expect("attract");
}

TEST_CASE("Pressing all four corners tells the station that the touch works", "[staff]") {
    Lobby lobby;
    lobby.enter();
    press_seal(lobby, 7);
    let_in(lobby);
    lobby.tap("触控测试");
    lobby.expect("staff-touch");
    for (const char* corner : {"左上角", "右上角", "左下角"}) lobby.tap(corner);
    CHECK(lobby.asked<model::NoteTouchTest>().empty());
    lobby.tap("右下角");
    CHECK(lobby.asked<model::NoteTouchTest>().size() == 1);
    lobby.tap("测好了");
    lobby.expect("staff");
}

TEST_CASE("The station hears how often a visitor touched the screen", "[staff]") {
    Lobby lobby;
    lobby.enter();
    lobby.tap("活动");
    lobby.visitor.pass(base::Duration{61000});
    const auto ended = lobby.asked<model::EndVisit>();
    REQUIRE(ended.size() == 1);
    CHECK(ended[0].touches == 2);
}
