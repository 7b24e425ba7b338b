// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <fstream>
#include <functional>

#include "catch.h"
#include "hub/data_folder.h"
#include "hub/pocket/pocket_api.h"
#include "hub/programme/office.h"
#include "hub/sign_ups/staff.h"
#include "hub/site/publish_site.h"

using namespace wenlan;
using namespace wenlan::hub;
using namespace std::chrono_literals;

namespace {

base::Instant at(std::string_view local) {
    return base::parse_iso8601(local, base::Zone::shanghai()).value();
}

// A centre with one evening of ten seats, two of them for walk-ins, published and open to phones.
struct Town {
    test::Folder folder;
    base::VirtualClock clock{at("2026-11-22T14:20")};
    base::PosixDisk disk;
    base::SystemRandom random;
    store::DataFolder data{folder.path()};
    std::unique_ptr<SignUpHub> hub;
    std::unique_ptr<SignUpApi> sign_ups;
    std::unique_ptr<pocket::PocketApi> pages;
    domain::OccasionId evening;
    domain::ListingId listing;

    explicit Town(const std::string& title = "越剧《打金枝》") {
        auto office = ProgrammeOffice::open(disk, data, clock.now(), Missing::begun).value();
        const store::By by{"小林", clock.now()};
        auto programme = office.programme();
        domain::Centre centre;
        centre.name = {"楚洲文化城", "Chuzhou Culture House"};
        centre.public_url = "https://wenlan.example/c";
        programme.put_centre(by, centre).value();
        domain::Venue hall;
        hall.key = "hall";
        hall.name = {"大剧院", "Theatre"};
        const auto venue = programme.put_venue(by, hall).value();
        store::HubListing entry;
        entry.listing.key = "opera";
        entry.listing.kind = domain::Kind::event;
        entry.listing.title = {title, "The Golden Branch"};
        entry.listing.body = {"老少都爱看。", "For young and old."};
        entry.listing.join = domain::Join::sign_up;
        listing = programme.put_listing(by, entry).value();
        programme.set_state(by, listing, store::ListingState::published).value();
        domain::Occasion date;
        date.listing = listing;
        date.venue = venue;
        date.start = at("2026-11-28T19:00");
        date.end = at("2026-11-28T21:00");
        date.capacity = 10;
        date.walk_in_places = 2;
        evening = office.dates().put_date(by, date).value();
        publish(office);
        hub = SignUpHub::open(disk, clock, random, data).value();
        sign_ups = std::make_unique<SignUpApi>(*hub);
        sign_ups->tick().value();
        pages = std::make_unique<pocket::PocketApi>(
            pocket::PocketApi::Parts{disk, clock, random, data, *sign_ups});
    }
    void publish(ProgrammeOffice& office) {
        office.derivation()
            .bring_up_to_date(office.publication(), clock.now(), store::Scope::everything)
            .value();
        publish_site({disk, random, data}, office.publication(), clock.now()).value();
        office.derivation().note(office.publication()).value();
    }
    void edit(const std::function<void(domain::Occasion&)>& change) {
        auto office = ProgrammeOffice::open(disk, data, clock.now()).value();
        auto dates = office.dates();
        domain::Occasion date = dates.date(evening).value().entry.occasion;
        change(date);
        dates.put_date({"小林", clock.now()}, date).value();
        publish(office);
        clock.advance(2h);
        sign_ups->tick().value();
    }

    net::HttpResponse ask(net::HttpRequest request) {
        if (request.peer.empty()) request.peer = "192.0.2.7";
        request.headers["host"] = "wenlan.example";
        const auto answer = pages->handle(request);
        REQUIRE(answer.has_value());
        return *answer;
    }
    net::HttpResponse get(const std::string& path, const std::string& languages = "zh-CN") {
        net::HttpRequest request;
        request.path = path;
        request.headers["accept-language"] = languages;
        return ask(request);
    }
    net::HttpResponse post(const std::string& path, const std::string& body,
                           const std::string& origin = "https://wenlan.example") {
        net::HttpRequest request;
        request.method = "POST";
        request.path = path;
        request.headers["content-type"] = "application/x-www-form-urlencoded";
        request.headers["origin"] = origin;
        request.body = body;
        return ask(request);
    }
    std::vector<SignUpForStaff> people() { return roster(hub->office().ground(), evening).value(); }
};

bool says(const net::HttpResponse& page, std::string_view text) {
    return page.body.find(text) != std::string::npos;
}

// The value of the hidden field of that name.
std::string hidden(const net::HttpResponse& page, const std::string& name) {
    const std::string begin = "name=\"" + name + "\" value=\"";
    const std::size_t start = page.body.find(begin);
    REQUIRE(start != std::string::npos);
    const std::size_t from = start + begin.size();
    return page.body.substr(from, page.body.find('"', from) - from);
}

// With the lines of a calendar whole again.
net::HttpResponse unfolded(net::HttpResponse calendar) {
    const std::string fold = "\r\n ";
    for (std::size_t at = calendar.body.find(fold); at != std::string::npos;
         at = calendar.body.find(fold)) {
        calendar.body.erase(at, fold.size());
    }
    return calendar;
}

const std::string form_path = "/c/opera/202611281900/sign-up";
// Name, phone, party, both consents.
std::string form(const std::string& token, int party = 2, const std::string& name = "%E7%8E%8B") {
    return "token=" + token + "&q0=" + name + "&q1=13857601234&q2=" + std::to_string(party) +
           "&q3=1";
}

}  // namespace

TEST_CASE("Whoever follows the code on a poster reads what it is and how many seats phones have",
          "[pocket]") {
    Town town;
    const auto page = town.get("/c/opera/202611281900");
    CHECK(page.status == 200);
    CHECK(says(page, "越剧《打金枝》"));
    CHECK(says(page, "11月28日 周六 19:00–21:00"));
    CHECK(says(page, "<span class=\"seats\">8</span>"));  // two are for who walks in
    CHECK(says(page, "截至 14:20"));
    CHECK(says(page, "https://wenlan.example/c/opera/202611281900"));
    CHECK_FALSE(says(page, "<script"));
    CHECK(net::header(page.headers, "content-security-policy").find("default-src 'none'") == 0);
    CHECK(says(town.get("/c/opera", "en-GB,en;q=0.9,zh;q=0.5"), "The Golden Branch"));
    CHECK(says(town.get("/c"), "越剧《打金枝》"));
    CHECK(town.get("/c/nothing").status == 404);
    CHECK(town.get("/c/opera/202613281900").status == 404);
    CHECK(town.get("/p/style.css").status == 200);
    CHECK(town.get("/").status == 303);
}

TEST_CASE("A phone signs up once however often the form is sent, and cancels with its code",
          "[pocket]") {
    Town town;
    const std::string token = hidden(town.get(form_path), "token");
    const auto receipt = town.post(form_path, form(token));
    CHECK(receipt.status == 200);
    CHECK(says(receipt, "已留座位"));
    CHECK(net::header(receipt.headers, "cache-control") == "no-store");
    CHECK(says(town.post(form_path, form(token)), "已留座位"));
    REQUIRE(town.people().size() == 1);
    const SignUpForStaff one = town.people().front();
    CHECK(one.row.source == domain::Source::phone);
    CHECK(one.name() == "王");
    CHECK(says(town.get("/c/opera"), "<span class=\"seats\">6</span>"));

    const std::string look = hidden(town.get("/p/look-up"), "token");
    const std::string wrong = "token=" + look + "&code=" + one.row.code + "&tail=9999";
    CHECK(town.post("/p/look-up", wrong).status == 404);
    const auto found =
        town.post("/p/look-up", "token=" + look + "&code=" + one.row.code + "&tail=1234");
    CHECK(says(found, "138****1234"));
    CHECK_FALSE(says(found, "13857601234"));
    const std::string change =
        "token=" + hidden(found, "token") + "&code=" + one.row.code + "&tail=1234";
    CHECK(says(town.post("/p/change", change + "&what=shrink&party=1"), "1 位"));
    CHECK(says(town.post("/p/change", change + "&what=cancel"), "已取消"));
    CHECK(says(town.get("/c/opera"), "<span class=\"seats\">8</span>"));
    CHECK(says(town.post("/p/change", change + "&what=undo"), "已留座位"));
    CHECK(town.post("/p/change", "token=x&code=1&tail=2&what=cancel").status == 422);
}

TEST_CASE("What is missing is said beside its question, and nothing is taken", "[pocket]") {
    Town town;
    const std::string token = hidden(town.get(form_path), "token");
    const auto refused = town.post(form_path, "token=" + token + "&q0=&q1=12&q2=9&q3=");
    CHECK(refused.status == 422);
    CHECK(says(refused, "class=\"wrong\""));
    CHECK(says(refused, "value=\"12\""));
    CHECK(town.people().empty());
}

TEST_CASE("When the seats for phones are gone, a phone may wait; what is kept stays for walk-ins",
          "[pocket]") {
    Town town;
    for (int party : {6, 2}) {
        CHECK(says(town.post(form_path, form(hidden(town.get(form_path), "token"), party)),
                   "已留座位"));
    }
    CHECK(says(town.get("/c/opera"), "排候补"));
    CHECK(says(town.post(form_path, form(hidden(town.get(form_path), "token"), 1)), "候补第 1"));
    CHECK(town.hub->office().rows().occasion(town.evening).value()->seats.walk_in_reserve == 2);
}

TEST_CASE("A form from another site, too large, of another kind or too old takes nothing",
          "[pocket]") {
    Town town;
    const std::string token = hidden(town.get(form_path), "token");
    CHECK(town.post(form_path, form(token), "https://elsewhere.example").status == 403);
    CHECK(town.post(form_path, form(token) + "&x=" + std::string(20'000, 'x')).status == 400);
    CHECK(town.post(form_path, form("1-00-00")).status == 422);
    const std::string other = hidden(town.get("/p/look-up"), "token");
    CHECK(town.post(form_path, form(other)).status == 422);
    town.clock.advance(3h);
    CHECK(town.post(form_path, form(token)).status == 422);
    CHECK(town.people().empty());
    net::HttpRequest strange;
    strange.method = "DELETE";
    strange.path = form_path;
    CHECK(town.ask(strange).status == 405);
}

TEST_CASE("Whoever sends form after form from one address is slowed, and nobody else", "[pocket]") {
    Town town;
    net::HttpRequest request;
    request.method = "POST";
    request.path = "/p/look-up";
    request.headers["content-type"] = "application/x-www-form-urlencoded";
    request.headers["x-forwarded-for"] = "198.51.100.1";
    request.peer = "127.0.0.1";
    int status = 0;
    for (int i = 0; i < 61; ++i) status = town.ask(request).status;
    CHECK(status == 429);
    request.headers["x-forwarded-for"] = "198.51.100.2";
    CHECK(town.ask(request).status == 422);
}

TEST_CASE("Whatever somebody writes is shown as text", "[pocket]") {
    const std::string nasty = "<script>alert('1')</script>\"&";
    Town town(nasty);
    const auto page = town.get("/c/opera");
    CHECK_FALSE(says(page, "<script"));
    CHECK(says(page, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;"));
    const std::string token = hidden(town.get(form_path), "token");
    const auto again =
        town.post(form_path, "token=" + token + "&q0=%22%3E%3Cscript%3E&q1=12&q2=1&q3=1");
    CHECK(says(again, "value=\"&quot;&gt;&lt;script&gt;\""));
    CHECK_FALSE(says(again, "<script"));
}

TEST_CASE("A calendar keeps a date's name and numbers its changes", "[calendar]") {
    Town town("雨天, 也来; 同一\\行\n第二行，" + std::string(30, 'x') +
              "很长很长很长很长很长的名字");
    const auto first = town.get("/calendar/all.ics");
    CHECK(first.status == 200);
    CHECK(net::header(first.headers, "content-type").starts_with("text/calendar"));
    CHECK(says(first, "BEGIN:VTIMEZONE"));
    CHECK(says(first, "DTSTART;TZID=Asia/Shanghai:20261128T190000"));
    CHECK(says(first, "SEQUENCE:0"));
    CHECK(says(unfolded(first), "雨天\\, 也来\\; 同一\\\\行"));
    for (std::size_t from = 0; from < first.body.size();) {
        const std::size_t end = first.body.find("\r\n", from);
        REQUIRE(end != std::string::npos);
        CHECK(end - from <= 75);
        from = end + 2;
    }
    net::HttpRequest again;
    again.path = "/calendar/all.ics";
    again.headers["if-none-match"] = std::string(net::header(first.headers, "etag"));
    CHECK(town.ask(again).status == 304);
    const std::string one = "/calendar/date/" + std::to_string(town.evening.value) + ".ics";
    CHECK(town.get(one).status == 200);
    CHECK(town.get("/calendar/venue/hall.ics").status == 200);
    CHECK(town.get("/calendar/listing/opera.ics").status == 200);
    CHECK(town.get("/calendar/listing/none.ics").status == 404);
    CHECK(town.get("/calendar/date/0.ics").status == 404);

    town.edit([](domain::Occasion& date) {
        date.start += 1h;
        date.end += 1h;
        date.state = domain::OccasionState::moved;
        date.reason = {"灯光检修", "Lights"};
    });
    const auto moved = town.get("/calendar/all.ics");
    CHECK(says(moved, "SEQUENCE:1"));
    CHECK(says(moved, "T200000"));
    CHECK(says(moved, "灯光检修"));
    CHECK(says(town.get("/c/opera/202611281900"), "时间或地点改了"));
    town.edit([](domain::Occasion& date) {
        date.state = domain::OccasionState::cancelled;
        date.reason = {"停电", "No power"};
    });
    const auto off = town.get("/calendar/all.ics");
    CHECK(says(off, "SEQUENCE:2"));
    CHECK(says(off, "STATUS:CANCELLED"));
    CHECK(says(off, "【取消】"));
    CHECK(says(town.get("/c/opera/202611282000"), "这一场取消了"));
}

TEST_CASE("Another program's library reads the calendar as it was meant", "[calendar]") {
    if (std::system("/usr/bin/python3 -c 'import icalendar' 2>/dev/null") != 0) {
        WARN("python3-icalendar is not installed");
        return;
    }
    const std::string title = "雨天, 也来; 同一\\行 " + std::string(80, 'x');
    Town town(title);
    town.get("/calendar/all.ics");
    town.edit([](domain::Occasion& date) {
        date.state = domain::OccasionState::cancelled;
        date.reason = {"停电; 抱歉, 改天", "No power"};
    });
    std::ofstream(town.folder / "all.ics", std::ios::binary) << town.get("/calendar/all.ics").body;
    std::ofstream(town.folder / "title") << title;
    std::ofstream(town.folder / "read.py")
        << "import sys, icalendar\n"
           "folder = sys.argv[1]\n"
           "title = open(folder + '/title', encoding='utf-8').read()\n"
           "calendar = icalendar.Calendar.from_ical(open(folder + '/all.ics', 'rb').read())\n"
           "zones = calendar.walk('VTIMEZONE')\n"
           "assert [str(z['TZID']) for z in zones] == ['Asia/Shanghai']\n"
           "event, = calendar.walk('VEVENT')\n"
           "start = event['DTSTART'].dt\n"
           "assert start.isoformat() == '2026-11-28T19:00:00+08:00', start.isoformat()\n"
           "assert str(event['SUMMARY']) == '\u3010\u53d6\u6d88\u3011' + title, event['SUMMARY']\n"
           "assert str(event['STATUS']) == 'CANCELLED'\n"
           "assert int(event['SEQUENCE']) == 1\n"
           "assert '\u505c\u7535; \u62b1\u6b49, \u6539\u5929' in str(event['DESCRIPTION'])\n";
    const std::string folder = town.folder.path().string();
    const std::string command = "/usr/bin/python3 '" + folder + "/read.py' '" + folder + "'";
    CHECK(std::system(command.c_str()) == 0);
}
