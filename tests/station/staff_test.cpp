// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/lobby.h"
#include "station/staff_desk.h"
#include "sync/seeded_random.h"

using namespace wenlan;
using namespace std::chrono_literals;
using Gate = model::StaffGate;
using test::Lobby;

namespace {

constexpr const char* right_code = "482913";

// A line to the office that the test holds the other end of.
class FakeOffice final : public station::Office {
public:
    std::shared_ptr<const station::OfficeReport> report() const override { return shown_; }
    void shows(const station::ShownReport& shown) override { told = shown; }
    void ask_now() override { ++asked; }
    void pair(std::string code) override { paired_with = std::move(code); }

    void say(station::OfficeReport report) {
        shown_ = std::make_shared<const station::OfficeReport>(std::move(report));
    }

    station::ShownReport told;
    int asked = 0;
    std::string paired_with;

private:
    std::shared_ptr<const station::OfficeReport> shown_ =
        std::make_shared<const station::OfficeReport>();
};

// A lobby whose staff have a code, and an office.
struct Staffed {
    FakeOffice office;
    Lobby lobby;
    test::SeededRandom random{1};
    std::string code_text = station::StaffCode::of_digits(right_code, random).value().text();

    Staffed() {
        lobby.town.event("ink", "2026-11-22T15:00", "2026-11-22T16:00", 16, 13);
        lobby.publish();
        start();
    }
    void start() {
        lobby.start();
        lobby.station->set_up_staff(
            {.code = station::StaffCode::of_text(code_text), .version = "0.1.0"});
        lobby.station->connect(office);
        lobby.look();
    }
    const model::StaffPage& enter(const std::string& code) {
        lobby.send(model::OpenStaff{});
        lobby.send(model::EnterStaffCode{code});
        REQUIRE(lobby.view->staff);
        return *lobby.view->staff;
    }
    station::OfficeReport following() const {
        station::OfficeReport report;
        report.from = model::StaffSync::From::hub;
        report.address = "http://office.example:8080";
        report.status.shown = report.status.highest = sync::Edition{1, 218};
        report.status.issued = lobby.clock.now() - 1h;
        report.status.expires = lobby.clock.now() + 24h * 6;
        report.status.answered = lobby.clock.now();
        report.pairing.possible = true;
        return report;
    }
};

base::Error error_of(const char* code) { return {code, "A sentence.", "a detail"}; }

}  // namespace

TEST_CASE("The panel opens to the code and to nothing else", "[staff]") {
    Staffed staffed;
    CHECK(staffed.lobby.view->staff == nullptr);
    CHECK(staffed.lobby.send(model::OpenStaff{}).staff->gate == Gate::code);
    CHECK(staffed.enter("111111").gate == Gate::wrong);
    CHECK(staffed.lobby.view->staff->tries_left == 4);
    CHECK(staffed.lobby.view->staff->version.empty());
    const auto& page = staffed.enter(right_code);
    CHECK(page.gate == Gate::open);
    CHECK(page.version == "0.1.0");
    CHECK(page.outbox.count == 0);
    CHECK(staffed.lobby.send(model::EndVisit{}).staff == nullptr);
    CHECK(staffed.enter(right_code).tries_left == 5);
}

TEST_CASE("After five wrong codes the panel is locked for ten minutes, also over a restart",
          "[staff]") {
    Staffed staffed;
    for (int i = 0; i < 4; ++i) CHECK(staffed.enter("000000").gate == Gate::wrong);
    CHECK(staffed.enter("000000").gate == Gate::locked);
    CHECK(staffed.enter(right_code).gate == Gate::locked);
    CHECK(staffed.lobby.view->staff->locked_minutes == 10);
    staffed.lobby.pass(9min);
    staffed.start();
    CHECK(staffed.enter(right_code).gate == Gate::locked);
    CHECK(staffed.lobby.view->staff->locked_minutes == 1);
    staffed.lobby.pass(1min);
    CHECK(staffed.lobby.view->staff->gate == Gate::code);
    CHECK(staffed.enter(right_code).gate == Gate::open);
}

TEST_CASE("A code whose wrong try cannot be kept is not looked at", "[staff]") {
    test::Folder root;
    base::PosixDisk disk;
    base::VirtualClock clock{test::at("2026-11-22T14:20")};
    test::SeededRandom random(1);
    station::StaffDesk desk(clock, disk, root / "data");
    desk.set_up({.code = station::StaffCode::of_digits(right_code, random).value()});
    // A file lies where the folder should be.
    test::write_bytes(root / "data", "");
    desk.ask(base::Zone::shanghai());
    desk.enter(right_code, base::Zone::shanghai());
    CHECK_FALSE(desk.open());
}

TEST_CASE("A clock that is set back locks nobody out for longer", "[staff]") {
    test::Folder root;
    base::PosixDisk disk;
    const base::Instant now = test::at("2026-11-22T14:20");
    station::StaffLock lock(disk, root / "lock");
    for (int i = 0; i < 5; ++i) lock.try_one(now).value();
    CHECK(lock.locked(now) == 10min);
    CHECK(lock.locked(now - 24h * 365) == 10min);
    CHECK_FALSE(lock.locked(now - 24h * 365 + 10min).has_value());
}

TEST_CASE("Without a code of its own a screen that only demonstrates says its code", "[staff]") {
    Staffed staffed;
    staffed.lobby.start();
    staffed.lobby.station->set_up_staff({.demonstration_code = "246810"});
    CHECK(staffed.lobby.send(model::OpenStaff{}).staff->demonstration_code == "246810");
    CHECK(staffed.enter("246810").gate == Gate::open);
    staffed.lobby.start();
    CHECK(staffed.lobby.send(model::OpenStaff{}).staff->gate == Gate::no_code);
    CHECK(staffed.enter("246810").gate == Gate::no_code);
}

TEST_CASE("A staff code is six digits, and not those that everybody tries", "[staff]") {
    test::SeededRandom random(1);
    for (const std::string bad : {"12345", "1234567", "12345a", "123456", "654321", "777777", ""}) {
        INFO(bad);
        CHECK(station::StaffCode::of_digits(bad, random).error().code == "staff.bad-code");
    }
    const auto code = station::StaffCode::of_digits(right_code, random).value();
    const auto again = station::StaffCode::of_text(code.text());
    REQUIRE(again.has_value());
    CHECK(again->opens(right_code).value());
    CHECK_FALSE(again->opens("482914").value());
    CHECK(code.text().find(right_code) == std::string::npos);
    CHECK_FALSE(station::StaffCode::of_text("argon2id:00:11").has_value());
    CHECK_FALSE(station::StaffCode::of_text(right_code).has_value());
}

TEST_CASE("What staff ask for reaches the office only while the panel is open", "[staff]") {
    Staffed staffed;
    CHECK(staffed.lobby.send(model::AskOffice{}).outcome == model::Outcome::not_found);
    staffed.lobby.send(model::PairWithOffice{"K7M2QX"});
    CHECK(staffed.office.asked == 0);
    CHECK(staffed.office.paired_with.empty());
    staffed.enter(right_code);
    CHECK(staffed.lobby.send(model::AskOffice{}).outcome == model::Outcome::done);
    staffed.lobby.send(model::PairWithOffice{"K7M2QX"});
    CHECK(staffed.office.asked == 1);
    CHECK(staffed.office.paired_with == "K7M2QX");
}

TEST_CASE("The office hears what is on the screen, not what was fetched", "[staff]") {
    Staffed staffed;
    CHECK(staffed.office.told.snapshot == "1");
    staffed.lobby.publish();
    staffed.lobby.town.event("dance", "2026-11-22T16:00", "2026-11-22T17:00", 30, 22);
    staffed.lobby.publish();
    CHECK(staffed.office.told.snapshot == "1");
    staffed.lobby.pass(1s);
    CHECK(staffed.office.told.snapshot == "2");
    CHECK(staffed.office.told.current);
}

TEST_CASE("Staff see how the screen stands with the office", "[staff]") {
    Staffed staffed;
    staffed.enter(right_code);
    CHECK(staffed.lobby.view->staff->sync.from == model::StaffSync::From::nothing);
    auto report = staffed.following();
    report.status.error = error_of("net.slow");
    report.status.failures = 3;
    report.skew = 90s;
    staffed.office.say(report);
    const auto& sync = staffed.lobby.pass(1s).staff->sync;
    CHECK(sync.state == model::StaffSync::State::away);
    CHECK(sync.version == 218);
    CHECK(sync.skew_s == 90);
    CHECK(sync.minutes_ago == 0);
    REQUIRE(sync.error.has_value());
    CHECK(sync.error->code == "net.slow");
    CHECK(sync.error->detail == "a detail");
}

TEST_CASE("The day's touches are counted by the hour, and nothing else is kept", "[staff]") {
    Staffed staffed;
    staffed.lobby.send(model::EndVisit{7});
    staffed.lobby.go_to("2026-11-22T15:10");
    staffed.lobby.send(model::EndVisit{5});
    staffed.lobby.send(model::EndVisit{0});
    staffed.lobby.pass(1min);
    staffed.start();
    const model::StaffUse use = staffed.enter(right_code).use;
    CHECK(use.touches_today == 12);
    CHECK(use.visits_today == 2);
    REQUIRE(use.first_hour <= 14);
    CHECK(use.touches.at(static_cast<std::size_t>(14 - use.first_hour)) == 7);
    CHECK(use.touches.at(static_cast<std::size_t>(15 - use.first_hour)) == 5);
    const std::string kept = test::bytes_of(staffed.lobby.root / "staff/use");
    CHECK(kept.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789- \n") == std::string::npos);
    staffed.lobby.send(model::EndVisit{});
    staffed.lobby.go_to("2026-11-23T09:30");
    CHECK(staffed.enter(right_code).use.touches_today == 0);
}

TEST_CASE("The touch test's day is kept", "[staff]") {
    Staffed staffed;
    staffed.lobby.send(model::NoteTouchTest{});
    CHECK_FALSE(staffed.enter(right_code).touch_tested.has_value());
    staffed.lobby.send(model::NoteTouchTest{});
    staffed.start();
    CHECK(staffed.enter(right_code).touch_tested == base::CivilDate{2026, 11, 22});
}

TEST_CASE("Residents hear of the office only where it matters to them", "[staff]") {
    Staffed staffed;
    using State = model::SyncState;
    const auto shown = [&](const station::OfficeReport& report) {
        staffed.office.say(report);
        staffed.lobby.pass(1s);
        return staffed.lobby.view;
    };
    auto report = staffed.following();
    auto view = shown(report);
    CHECK(view->header->sync == State::ok);
    CHECK_FALSE(view->home->today.at(0).seats.approximate);
    SECTION("one question without an answer is nobody's matter") {
        report.status.error = error_of("net.no-answer");
        report.status.failures = 1;
        const auto serial = view->serial;
        CHECK(shown(report)->header->sync == State::ok);
        CHECK(staffed.lobby.view->serial == serial);
    }
    SECTION("with the network away, seats are about so many") {
        report.status.error = error_of("net.no-answer");
        report.status.failures = 2;
        view = shown(report);
        CHECK(view->header->sync == State::away);
        CHECK(view->home->today.at(0).seats.approximate);
        report.status.error.reset();
        report.status.failures = 0;
        CHECK_FALSE(shown(report)->home->today.at(0).seats.approximate);
    }
    SECTION("an expired programme says its date, and no seats") {
        report.status.issued = test::at("2026-11-10T09:00");
        report.status.expires = test::at("2026-11-17T09:00");
        view = shown(report);
        CHECK(view->header->expired_of == base::CivilDate{2026, 11, 10});
        CHECK(view->home->today.at(0).seats.kind == model::SeatsShown::Kind::unknown);
    }
    SECTION("it expires while nobody says anything") {
        report.status.expires = staffed.lobby.clock.now() + 30s;
        CHECK_FALSE(shown(report)->header->expired_of.has_value());
        CHECK(staffed.lobby.pass(31s).header->expired_of.has_value());
    }
    SECTION("an alarm is for staff to look at") {
        report.status.alarm = error_of("follow.two-faced");
        CHECK(shown(report)->header->sync == State::needs_staff);
    }
    SECTION("so is a clock that cannot be right") {
        report.status.issued = staffed.lobby.clock.now() + 48h;
        CHECK(shown(report)->header->sync == State::needs_staff);
    }
}

TEST_CASE("New seats of the same programme are on the screen with the next look", "[staff]") {
    Staffed staffed;
    auto report = staffed.following();
    staffed.office.say(report);
    staffed.lobby.pass(1s);
    REQUIRE(staffed.lobby.view->home->today.at(0).seats.free == 3);
    const auto occasion = staffed.lobby.occasion("ink", "2026-11-22T15:00");
    store::SeatCounts seats;
    seats.taken[occasion] = 15;
    test::write_bytes(staffed.lobby.folder.seats("1"), store::to_json(seats));
    staffed.lobby.pass(1s);
    CHECK(staffed.lobby.view->home->today.at(0).seats.free == 3);
    ++report.changes;
    staffed.office.say(report);
    staffed.lobby.pass(1s);
    CHECK(staffed.lobby.view->home->today.at(0).seats.free == 1);
    // A file that cannot be read leaves what is known.
    test::write_bytes(staffed.lobby.folder.seats("1"), "damaged");
    ++report.changes;
    staffed.office.say(report);
    staffed.lobby.pass(1s);
    CHECK(staffed.lobby.view->home->today.at(0).seats.free == 1);
}
