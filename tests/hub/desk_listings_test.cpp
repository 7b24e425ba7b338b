// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk_house.h"
#include "store/hub/desk_marks.h"
#include "store/hub/hub_check.h"

using namespace wenlan;
using namespace std::chrono_literals;
using test::Browser;
using test::DeskHouse;
using test::Json;

namespace {

std::string path_of(const Json& saved) {
    return "/listings/" + std::to_string(saved.at("id").get<int>());
}

Json event(const std::string& title) {
    return {{"listing", {{"kind", "event"}, {"title", {{"zh", title}, {"en", ""}}}}}};
}

// The titles that residents would see.
std::vector<std::string> shown(DeskHouse& house) {
    std::vector<std::string> titles;
    const auto publication = store::Publication::open(house.disk, house.office.folder).value();
    for (const auto& entry : publication->programme().value().listings) {
        titles.push_back(entry.listing.title.zh);
    }
    return titles;
}

bool is_shown(DeskHouse& house, const std::string& title) {
    const auto titles = shown(house);
    return std::find(titles.begin(), titles.end(), title) != titles.end();
}

std::vector<std::string> fields_of(const net::HttpResponse& response) {
    std::vector<std::string> fields;
    const Json json = Json::parse(response.body);
    for (const Json& fault : json.at("error").at("fields")) {
        fields.push_back(fault.at("field").get<std::string>() + " " +
                         fault.at("code").get<std::string>());
    }
    return fields;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("An editor writes an event, has it looked at, and publishes it", "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    Json saved = house.ask(who, "POST", "/listings", event("越剧《打金枝》"), 201);
    const std::string path = path_of(saved);
    const Json date = {{"start", "2026-12-01T19:00:00+08:00"},
                       {"end", "2026-12-01T21:10:00+08:00"},
                       {"venue", 1},
                       {"capacity", 320},
                       {"walk_in_places", 20}};
    saved = house.ask(who, "POST", path + "/dates", {{"date", date}}, 201);
    saved = house.ask(who, "PUT", path + "/state",
                      {{"revision", saved.at("revision")}, {"state", "review"}, {"note", "请看"}});
    CHECK(house.ask(who, "GET", "/listings?state=review").at("total") == 1);
    CHECK(house.ask(who, "GET", path).at("review").at("note") == "请看");
    CHECK_FALSE(is_shown(house, "越剧《打金枝》"));
    saved = house.ask(who, "PUT", path + "/state",
                      {{"revision", saved.at("revision")}, {"state", "published"}});
    CHECK(saved.at("version") == 2);
    CHECK(is_shown(house, "越剧《打金枝》"));
    const Json page = house.ask(who, "GET", path);
    CHECK(page.at("pending") == false);
    CHECK(page.at("dates").at(0).at("start") == "2026-12-01T11:00:00.000Z");
    saved = house.ask(who, "PUT", path + "/state",
                      {{"revision", saved.at("revision")}, {"state", "withdrawn"}});
    CHECK_FALSE(is_shown(house, "越剧《打金枝》"));
}

TEST_CASE("What waits for its hour is not shown before, and other edits wait for somebody",
          "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    const Json saved = house.ask(who, "POST", "/listings", event("元宵灯会"), 201);
    house.ask(who, "PUT", "/listings/1",
              {{"revision", house.ask(who, "GET", "/listings/1").at("revision")},
               {"listing", {{"title", {{"zh", "改过的"}}}}}});
    house.ask(who, "PUT", path_of(saved) + "/state",
              {{"revision", saved.at("revision")},
               {"state", "published"},
               {"publish_at", "2026-11-22T18:00:00+08:00"}});
    CHECK_FALSE(is_shown(house, "元宵灯会"));
    house.clock.advance(4h);
    auto office =
        hub::ProgrammeOffice::open(house.disk, house.office.folder, house.clock.now()).value();
    CHECK(hub::publish_what_is_due(house.office, office, house.clock.now()).value());
    CHECK(is_shown(house, "元宵灯会"));
    CHECK_FALSE(is_shown(house, "改过的"));
    house.sign_in(who, "林晓");
    house.ask(who, "POST", "/publication");
    CHECK(is_shown(house, "改过的"));
}

TEST_CASE("What was decided is published even if the hub stops in between", "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    const Json saved = house.ask(who, "POST", "/listings", event("临时加演"), 201);
    // As after a stop between the decision and the publishing.
    {
        auto hub = house.database();
        auto transaction = hub.begin().value();
        const domain::ListingId id{saved.at("id").get<int>()};
        store::HubProgramme(hub)
            .set_state({"林晓", house.clock.now()}, id, store::ListingState::published)
            .value();
        store::DeskMarks(hub).ask_publish(id).value();
        transaction.commit().value();
    }
    auto office =
        hub::ProgrammeOffice::open(house.disk, house.office.folder, house.clock.now()).value();
    CHECK(hub::publish_what_is_due(house.office, office, house.clock.now()).value());
    CHECK(is_shown(house, "临时加演"));
    CHECK_FALSE(hub::publish_what_is_due(house.office, office, house.clock.now()).value());
}

TEST_CASE("A change that stops in the middle leaves nothing of itself", "[desk]") {
    DeskHouse house;
    auto hub = house.database();
    const store::By by{"林晓", house.clock.now()};
    {
        auto transaction = hub.begin().value();
        store::HubListing entry;
        entry.listing.key = "half";
        entry.listing.title = {"一半", ""};
        store::HubProgramme(hub).put_listing(by, entry).value();
    }
    CHECK(store::HubProgramme(hub).listings().value().size() == 1);
    CHECK(store::check_hub(hub).value().empty());
}

TEST_CASE("Of two editors the second reads only, and an old state is not written over", "[desk]") {
    DeskHouse house;
    Browser first = house.signed_in("林晓", "editor");
    Browser second = house.signed_in("小陈", "editor");
    CHECK(house.ask(first, "PUT", "/listings/1/editing").at("mine") == true);
    const Json other = house.ask(second, "PUT", "/listings/1/editing");
    CHECK(other.at("mine") == false);
    CHECK(other.at("who") == "林晓");
    const Json page = house.ask(second, "GET", "/listings/1");
    const Json change = {{"revision", page.at("revision")},
                         {"listing", {{"subtitle", {{"zh", "王老师主讲"}}}}}};
    CHECK(house.refusal(second, "PUT", "/listings/1", change) == "desk.being-edited");
    house.ask(first, "PUT", "/listings/1", change);
    house.clock.advance(46s);
    CHECK(house.refusal(second, "PUT", "/listings/1", change) == "programme.changed-meanwhile");
    CHECK(house.ask(second, "PUT", "/listings/1/editing").at("mine") == true);
    CHECK(house.send(second, "DELETE", "/listings/1/editing").status == 204);
    CHECK(house.ask(first, "PUT", "/listings/1/editing").at("mine") == true);
}

TEST_CASE("What does not fit is said by field, and nothing of it is kept", "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    Json listing = event("")["listing"];
    CHECK(fields_of(house.send(who, "POST", "/listings", Json{{"listing", listing}}.dump())) ==
          Lines{"title.zh text.no-title"});
    listing["title"]["zh"] = std::string(201, 'x');
    listing["kind"] = "party";
    listing["tags"] = {"opera", "none"};
    listing["form"] = {
        {{"kind", "choice"}, {"prompt", {{"zh", ""}}}, {"options", Json::array()}},
        {{"kind", "text"}, {"prompt", {{"zh", "为什么"}}}, {"least", 9}, {"most", 3}}};
    listing["poster"] = {{"name", "../../hub.db"}, {"focus_x", 2}};
    CHECK(fields_of(house.send(who, "POST", "/listings", Json{{"listing", listing}}.dump())) ==
          Lines{"kind field.wrong", "title.zh text.too-long", "poster.focus_x field.wrong",
                "poster.name field.wrong", "tags field.no-tag", "form.0.prompt.zh form.no-prompt",
                "form.0.options form.no-options", "form.1.least form.least-above-most"});
    const auto date = [&](Json json) {
        return fields_of(house.send(who, "POST", "/listings/1/dates", Json{{"date", json}}.dump()));
    };
    CHECK(date({{"start", "2026-12-01T19:00:00+08:00"},
                {"end", "2026-12-01T18:00:00+08:00"},
                {"venue", 1},
                {"capacity", 10},
                {"walk_in_places", 11},
                {"state", "cancelled"}}) == Lines{"end field.ends-before",
                                                  "walk_in_places field.more-than-capacity",
                                                  "reason.zh field.no-reason"});
    CHECK(house.ask(who, "GET", "/listings").at("total") == 1);
}

TEST_CASE("All kinds of questions come back as they were asked, and a changed form is a new one",
          "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    Json listing = event("读书会")["listing"];
    listing["form"] = Json::array();
    for (const char* const kind :
         {"name", "phone", "party", "text", "number", "age", "consent", "choice", "choices"}) {
        Json question = {
            {"kind", kind}, {"prompt", {{"zh", "问"}, {"en", "Asked"}}}, {"required", true}};
        if (std::string(kind).starts_with("choice")) {
            question["options"] = {{{"zh", "甲"}, {"en", "A"}}, {{"zh", "乙"}, {"en", "B"}}};
        }
        listing["form"].push_back(question);
    }
    const Json saved = house.ask(who, "POST", "/listings", {{"listing", listing}}, 201);
    Json page = house.ask(who, "GET", path_of(saved));
    REQUIRE(page.at("listing").at("form").size() == 9);
    CHECK(page.at("listing").at("form").at(8).at("options").at(1).at("en") == "B");
    const int version = page.at("listing").at("form_version");
    // The same again is no other form.
    house.ask(who, "PUT", path_of(saved),
              {{"revision", page.at("revision")}, {"listing", page.at("listing")}});
    page = house.ask(who, "GET", path_of(saved));
    CHECK(page.at("listing").at("form_version") == version);
    page["listing"]["form"].erase(8);
    house.ask(who, "PUT", path_of(saved),
              {{"revision", page.at("revision")}, {"listing", page.at("listing")}});
    CHECK(house.ask(who, "GET", path_of(saved)).at("listing").at("form_version") == version + 1);
}

TEST_CASE("A series is laid out, split, and ended; one of its dates moves with a reason",
          "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    const Json series = {{"first", "2026-11-25T14:00:00"},
                         {"length_min", 90},
                         {"rule", "FREQ=WEEKLY;BYDAY=WE;COUNT=6"},
                         {"venue", 1},
                         {"capacity", 20}};
    CHECK(house.ask(who, "POST", "/series-dates", {{"series", series}}).at("dates").size() == 6);
    Json bad = series;
    bad["rule"] = "EVERY SO OFTEN";
    CHECK(house.send(who, "POST", "/series-dates", Json{{"series", bad}}.dump()).status == 422);
    const Json added = house.ask(who, "POST", "/listings/1/series", {{"series", series}}, 201);
    Json page = house.ask(who, "GET", "/listings/1");
    REQUIRE(page.at("dates").size() == 7);
    Json date = page.at("dates").at(0);
    date["state"] = "moved";
    date["start"] = "2026-11-26T14:00:00+08:00";
    date["end"] = "2026-11-26T15:30:00+08:00";
    date["reason"] = {{"zh", "老师有事"}};
    house.ask(who, "PUT", "/dates/" + std::to_string(date.at("id").get<int>()), {{"date", date}});
    page = house.ask(who, "GET", "/listings/1");
    CHECK(page.at("dates").at(0).at("reason").at("zh") == "老师有事");
    const std::string id = std::to_string(added.at("id").get<int>());
    const auto split =
        house.ask(who, "PUT", "/series/" + id,
                  {{"series", {{"length_min", 60}}}, {"from", "2026-12-16T14:00:00"}});
    CHECK(split.at("id") != added.at("id"));
    house.ask(who, "DELETE",
              "/series/" + std::to_string(split.at("id").get<int>()) + "?from=2026-12-23T14:00:00");
    CHECK(house.ask(who, "GET", "/listings/1").at("dates").size() == 5);
}

TEST_CASE("What was changed is in the history, and is taken back as long as nothing came after",
          "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    const auto change = [&](const std::string& title) {
        const Json page = house.ask(who, "GET", "/listings/1");
        house.ask(who, "PUT", "/listings/1",
                  {{"revision", page.at("revision")}, {"listing", {{"title", {{"zh", title}}}}}});
    };
    const Json before = house.ask(who, "GET", "/listings/1").at("listing");
    change("第一次改");
    const Json first = house.ask(who, "GET", "/listings/1/history").at("entries").at(0);
    CHECK(first.at("kind") == "listing.changed");
    CHECK(first.at("who") == "林晓");
    CHECK(first.at("after").at("title").at("zh") == "第一次改");
    change("第二次改");
    const auto undo = [&](const Json& number) {
        return house.send(who, "POST", "/listings/1/undo",
                          Json{{"number", number},
                               {"revision", house.ask(who, "GET", "/listings/1").at("revision")}}
                              .dump());
    };
    CHECK(undo(first.at("number")).status == 409);
    const Json second = house.ask(who, "GET", "/listings/1/history").at("entries").at(0);
    CHECK(undo(second.at("number")).status == 200);
    CHECK(undo(first.at("number")).status == 200);
    CHECK(house.ask(who, "GET", "/listings/1").at("listing") == before);
    CHECK(undo(99999).status == 409);
    CHECK(undo(INT64_MAX).status == 409);
    // A date that was taken away comes back.
    const Json date = house.ask(who, "GET", "/listings/1").at("dates").at(0);
    house.ask(who, "DELETE", "/dates/" + std::to_string(date.at("id").get<int>()));
    CHECK(house.ask(who, "GET", "/listings/1").at("dates").empty());
    CHECK(undo(house.ask(who, "GET", "/listings/1/history").at("entries").at(0).at("number"))
              .status == 200);
    CHECK(house.ask(who, "GET", "/listings/1").at("dates").at(0).at("start") == date.at("start"));
    auto hub = house.database();
    CHECK(store::check_hub(hub).value().empty());
}

TEST_CASE("Last year's listing comes again as a draft, on the same weekday", "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    const Json copy = house.ask(who, "POST", "/listings/1/duplicate", Json::object(), 201);
    const Json page = house.ask(who, "GET", path_of(copy));
    CHECK(page.at("state") == "draft");
    CHECK(page.at("dates").at(0).at("start") == "2027-11-28T06:00:00.000Z");
    CHECK(page.at("dates").at(0).at("taken") == 0);
}

TEST_CASE("Fewer seats or more kept for walk-ins: the desk says what that means first", "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    const Json date = house.ask(who, "GET", "/listings/1").at("dates").at(0);
    const std::string path = "/dates/" + std::to_string(date.at("id").get<int>()) + "/effects";
    const Json means = house.ask(who, "POST", path, {{"date", {{"walk_in_places", 5}}}});
    CHECK(means.at("free").at("phone").at("before") == 8);
    CHECK(means.at("free").at("phone").at("after") == 3);
    CHECK(means.at("free").at("screen").at("after") == 8);
    CHECK(house.ask(who, "POST", path, {{"date", {{"capacity", 20}}}}).at("over") == 2);
}

TEST_CASE("A table is tried first, then taken, and waits to be published", "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    const std::string table =
        "title,date,start,end,venue\n乱弹专场,2026-11-28,19:00,21:00,大剧院\n没有日期,,19:00,21:00,"
        "大剧院\n";
    const auto import = [&](const std::string& how) {
        const auto response =
            house.send(who, "POST", "/import?format=csv" + how, table, "text/csv");
        INFO(response.body);
        REQUIRE(response.status == 200);
        return Json::parse(response.body);
    };
    const Json refused = import("");
    CHECK(refused.at("taken") == false);
    CHECK(refused.at("lines").at(0).at("line") == 3);
    CHECK(import("&try=1&skip_bad=1").at("put").at("added") == 1);
    CHECK(house.ask(who, "GET", "/listings").at("total") == 1);
    CHECK(import("&skip_bad=1").at("taken") == true);
    CHECK(house.ask(who, "GET", "/listings?q=乱弹").at("total") == 1);
    CHECK(house.ask(who, "GET", "/publication").at("pending") == 1);
    CHECK_FALSE(is_shown(house, "乱弹专场"));
}
