// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "hub/desk/roster_book.h"
#include "hub/desk/roster_sheet.h"
#include "hub/sign_ups/door.h"
#include "hub/sign_ups/sign_up_office.h"
#include "hub/sign_ups/without_kiosk.h"
#include "store/folder.h"
#include "sync/town_keys.h"

using namespace wenlan;
using namespace wenlan::hub;
using namespace std::chrono_literals;

namespace {

class NoKiosk final : public KnownKiosks {
public:
    bool vouches(int, std::string_view) const override { return false; }
    int count() const override { return 0; }
};

class FewReadings final : public domain::Readings {
public:
    std::string pinyin(std::string_view text) const override { return std::string(text); }
    std::string keys(char32_t character) const override {
        switch (character) {
            case U'王':
                return "wang2 wang4";
            case U'秀':
                return "xiu4";
            case U'英':
                return "ying1";
            default:
                return "";
        }
    }
};

// An office, one evening of ten seats, and staff at the door.
struct Door {
    test::Folder folder;
    test::TownKeys town;
    base::VirtualClock clock{town.now};
    base::PosixDisk disk;
    NoKiosk kiosks;
    store::HubDatabase database = store::HubDatabase::open(disk, folder / "hub.db").value();
    SignUpKeys keys = SignUpKeys::open(disk, folder / "keys/sign-ups", town.random).value();
    SignUpOffice office{{database,
                         keys,
                         disk,
                         town.random,
                         clock,
                         kiosks,
                         town.centre,
                         [this]() -> const sync::SigningKey& { return town.online; },
                         {}}};
    store::Audit audit{database};
    FewReadings readings;
    desk::RosterBook book{&readings};
    domain::Occasion evening;
    store::By by{"小林", town.now};

    Door() {
        evening.id = {7};
        evening.listing = {3};
        evening.start = town.now + 4h;
        evening.end = evening.start + 2h;
        evening.capacity = 10;
        const OccasionNow now[] = {{evening, 0}};
        office.take_occasions(now).value();
    }
    store::SignUpRow sign_up(const std::string& name, const std::string& phone, int party) {
        Entry entry;
        town.random.fill(entry.id.bytes);
        entry.listing = evening.listing;
        entry.occasion = evening.id;
        entry.source = domain::Source::desk;
        domain::Answer who{domain::QuestionKind::name, name, -1, {}, false};
        domain::Answer number{domain::QuestionKind::phone, phone, -1, {}, false};
        domain::Answer people{domain::QuestionKind::party, "", party, {}, false};
        entry.answers.answers = {who, number, people};
        return enter(office.ground(), entry, clock.now()).value();
    }
    AtTheDoor at(const store::SignUpRow& row) {
        return {office.ground(), audit, by, row.id, row.version};
    }
    const std::vector<desk::RosterEntry>& roster() {
        return *book.open(office.ground(), evening.id).value();
    }
    int found(std::string_view query) {
        int count = 0;
        for (const auto& entry : roster()) count += desk::RosterBook::finds(query, entry) ? 1 : 0;
        return count;
    }
};

using enum domain::SignUpState;

}  // namespace

TEST_CASE("Somebody on a roster is found by code, name, initials, pinyin and four digits",
          "[roster]") {
    Door door;
    const auto row = door.sign_up("王秀英", "13857602406", 2);
    door.sign_up("李国强", "13657608812", 1);
    const std::string code = row.code.substr(0, 4) + " " + row.code.substr(4);
    for (const std::string query :
         {"王秀英", "秀英", "wxy", "xy", "wangxiuying", "wang x", "2406"}) {
        INFO(query);
        CHECK(door.found(query) == 1);
    }
    CHECK(door.found(code) == 1);
    CHECK(door.found("") == 2);
    CHECK(door.found("张") == 0);
    CHECK(door.found("zz") == 0);
    CHECK(door.found("1385") == 0);  // only the end of a phone
    CHECK(desk::RosterBook::is_code(row.code, door.roster().front()));
}

TEST_CASE("A party comes in parts; who presses second is told, and a slip is taken back",
          "[roster]") {
    Door door;
    const auto row = door.sign_up("王秀英", "13857602406", 4);
    const auto two = check_in(door.at(row), 2).value();
    CHECK(two.present == 2);
    CHECK(check_in(door.at(row), 2).error().code == "roster.changed-meanwhile");
    CHECK(check_in(door.at(two), 3).error().code == "roster.not-possible");
    const auto all = check_in(door.at(two), 2).value();
    CHECK(all.present == 4);
    const auto back = undo_check_in(door.at(all)).value();
    CHECK(back.present == 2);
    const auto none = undo_check_in(door.at(back)).value();
    CHECK(none.state == confirmed);
    CHECK(none.present == 0);
    CHECK(undo_check_in(door.at(none)).error().code == "roster.not-possible");
    const auto again = check_in(door.at(none), 1).value();
    door.by.at += 24h;
    CHECK(undo_check_in(door.at(again)).error().code == "roster.not-possible");
    CHECK(door.office.rows().occasion({7}).value()->seats.confirmed == 4);
    CHECK(door.audit.of_subject(row.id.hex(), 20).value().size() == 5);
    door.audit.verify().value();
}

TEST_CASE("Staff cancel, bring back and shrink; seats follow, and a full house means waiting",
          "[roster]") {
    Door door;
    const auto row = door.sign_up("王秀英", "13857602406", 4);
    const auto off = cancel(door.at(row)).value();
    CHECK(off.why == domain::Why::by_staff);
    CHECK(door.office.rows().occasion({7}).value()->seats.confirmed == 0);
    const auto on = restore(door.at(off)).value();
    CHECK(on.state == confirmed);
    CHECK(shrink(door.at(on), 1).value().taken.seats == 1);
    const auto other = door.sign_up("李国强", "", 9);
    const auto gone = cancel(door.at(other)).value();
    door.sign_up("陈美芳", "", 5);
    CHECK(restore(door.at(gone)).value().state == waitlisted);
    CHECK(restore(door.at(row)).error().code == "roster.changed-meanwhile");
}

TEST_CASE("Whoever has not come gives the seats up from the start on, and not before", "[roster]") {
    Door door;
    const auto here = door.sign_up("王秀英", "13857602406", 4);
    door.sign_up("李国强", "", 2);
    check_in(door.at(here), 1).value();
    auto& ground = door.office.ground();
    CHECK(release_no_shows(ground, door.audit, {7}, door.by).error().code == "roster.too-early");
    door.by.at = door.evening.start;
    CHECK(release_no_shows(ground, door.audit, {7}, door.by).value() == 2);
    CHECK(door.office.rows().occasion({7}).value()->seats.confirmed == 1);
}

TEST_CASE("A look at a whole number is in the log, and who has to be told is ticked off",
          "[roster]") {
    Door door;
    const auto row = door.sign_up("王秀英", "13857602406", 4);
    CHECK(phone_of(door.at(row)).value() == "13857602406");
    const auto log = door.audit.of_subject(row.id.hex(), 10).value();
    REQUIRE(log.size() == 1);
    CHECK(log.front().kind == "sign-up.phone-seen");
    CHECK(phone_of(door.at(door.sign_up("李国强", "", 2))).error().code == "roster.no-phone");
    CHECK(tell(door.at(row), Told::by_phone).error().code == "roster.not-possible");
    door.evening.start += 1h;
    door.evening.end += 1h;
    const OccasionNow now[] = {{door.evening, 0}};
    door.office.take_occasions(now).value();
    auto moved = *door.office.rows().sign_up(row.id).value();
    CHECK(moved.to_tell == "moved");
    moved = tell(door.at(moved), Told::not_reached).value();
    CHECK(moved.to_tell == "moved");
    CHECK(tell(door.at(moved), Told::by_phone).value().to_tell.empty());
}

TEST_CASE("A roster is read anew only where it has changed", "[roster]") {
    Door door;
    const auto row = door.sign_up("王秀英", "13857602406", 4);
    door.roster();
    const std::string before = door.book.stamp();
    door.roster();
    CHECK(door.book.stamp() == before);
    check_in(door.at(row), 1).value();
    CHECK(door.roster().front().check_in->who == "小林");
    CHECK(door.book.stamp() != before);
    CHECK(desk::belongs(door.roster().front(), desk::RosterFilter::present));
    CHECK(desk::belongs(door.roster().front(), desk::RosterFilter::expected));
    CHECK(desk::belongs(door.roster().front(), desk::RosterFilter::staff));
}

TEST_CASE("A table leaves without phones unless asked, and nothing in it is a formula",
          "[roster]") {
    Door door;
    door.sign_up("=HYPERLINK(\"x\",\"王\")", "13857602406", 4);
    const std::string csv = desk::csv_of(desk::sheet_of(door.roster(), desk::Phones::left_out));
    CHECK(csv.starts_with("\xEF\xBB\xBF序号,取票码,称呼"));
    CHECK(csv.find("\"'=HYPERLINK(\"\"x\"\",\"\"王\"\")\"") != std::string::npos);
    CHECK(csv.find("13857602406") == std::string::npos);
    const auto whole = desk::sheet_of(door.roster(), desk::Phones::whole);
    CHECK(whole.back().back() == "13857602406");
    // Read by another program's library.
    test::write_bytes(door.folder / "roster.xlsx", desk::xlsx_of(whole).value());
    const std::string script =
        "/usr/bin/python3 -c \"import openpyxl,sys\n"
        "rows=list(openpyxl.load_workbook(sys.argv[1]).active.iter_rows())\n"
        "assert [c.value for c in rows[0]][:3]==['序号','取票码','称呼']\n"
        "cell=rows[1][2]\n"
        "assert cell.data_type=='s' and cell.value.startswith('=HYPERLINK'), cell.data_type\n"
        "assert rows[1][8].value=='13857602406'\" '" +
        (door.folder / "roster.xlsx").string() + "'";
    if (std::system("/usr/bin/python3 -c 'import openpyxl' 2>/dev/null") != 0) {
        WARN("python3-openpyxl is not installed");
    } else {
        CHECK(std::system(script.c_str()) == 0);
    }
}
