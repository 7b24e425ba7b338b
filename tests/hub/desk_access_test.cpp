// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "hub/api/routes.h"
#include "hub/desk_house.h"
#include "store/hub/audit.h"

// Who may come in: for every route that is listed, so that a new one without a rule fails.

using namespace wenlan;
using test::Browser;
using test::DeskHouse;
using test::Json;

namespace {

constexpr std::string_view api = "/api/desk";

// "/listings/:listing" with something in the place of the parameter.
std::string filled(std::string_view path) {
    std::string out;
    while (!path.empty()) {
        const std::size_t colon = path.find(':');
        out += path.substr(0, colon);
        if (colon == std::string_view::npos) break;
        path.remove_prefix(colon);
        path.remove_prefix(std::min(path.find('/'), path.size()));
        out += "1";
    }
    return out;
}

std::int64_t entries(DeskHouse& house) {
    auto hub = house.database();
    const auto newest = store::Audit(hub).newest(1).value();
    return newest.empty() ? 0 : newest.front().number;
}

}  // namespace

TEST_CASE("Every route of the desk refuses who is not signed in, and who may do less", "[desk]") {
    DeskHouse house;
    std::map<hub::Role, Browser> people;
    people[hub::Role::desk] = house.signed_in("前台", "desk");
    people[hub::Role::editor] = house.signed_in("编辑", "editor");
    people[hub::Role::manager] = house.signed_in("馆长", "manager");
    const std::set<std::string> open = {"GET /api/desk/session", "POST /api/desk/setup",
                                        "POST /api/desk/session"};
    const std::int64_t before = entries(house);
    int seen = 0;
    for (const hub::Route& route : hub::all_routes()) {
        if (!route.path.starts_with(api)) continue;
        ++seen;
        const std::string name = std::string(route.method) + " " + std::string(route.path);
        INFO(name);
        if (route.role == hub::Role::everyone) {
            CHECK(open.contains(name));
            continue;
        }
        CHECK(route.role >= hub::Role::desk);
        const std::string method(route.method);
        const std::string path = filled(route.path.substr(api.size()));
        Browser nobody;
        CHECK(house.refusal(nobody, method, path) == "desk.not-signed-in");
        Browser invented;
        invented.session = std::string(64, 'a');
        CHECK(house.refusal(invented, method, path) == "desk.not-signed-in");
        for (auto& [role, who] : people) {
            if (role < route.role) {
                CHECK(house.refusal(who, method, path) == "desk.wrong-role");
                continue;
            }
            if (method == "GET") continue;
            Browser forged = who;
            forged.csrf.clear();
            CHECK(house.refusal(forged, method, path) == "desk.bad-csrf");
        }
    }
    CHECK(seen > 50);
    CHECK(entries(house) == before);
}

TEST_CASE("What the server answers is in the list of its routes, and nothing else is there",
          "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("馆长", "manager");
    CHECK(house.refusal(who, "GET", "/nothing") == "desk.none");
    CHECK(house.refusal(who, "GET", "/listings/1/nothing") == "desk.none");
    CHECK(house.send(who, "DELETE", "/listings").status == 405);
    CHECK(house.send(who, "GET", "/listings/").status == 404);
    std::set<std::string> names;
    for (const hub::Route& route : hub::all_routes()) {
        CHECK(names.insert(std::string(route.method) + " " + std::string(route.path)).second);
    }
}

TEST_CASE("An account that was disabled, or must change its password, is kept out at once",
          "[desk]") {
    DeskHouse house;
    Browser manager = house.signed_in("馆长", "manager");
    Browser who = house.signed_in("编辑", "editor");
    const int id = house.ask(who, "GET", "/session").at("user").at("id");
    house.ask(manager, "PUT", "/users/" + std::to_string(id), {{"role", "desk"}});
    CHECK(house.refusal(who, "POST", "/venues") == "desk.wrong-role");
    house.ask(manager, "PUT", "/users/" + std::to_string(id), {{"disabled", true}});
    CHECK(house.refusal(who, "GET", "/listings") == "desk.not-signed-in");
}

TEST_CASE("What looks like SQL, HTML or a header is a text like any other", "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("馆长", "manager");
    const std::vector<std::string> nasty = {
        "'; DROP TABLE listing; --", "\" OR 1=1 --", "<script>alert(1)</script>",
        "a\\r\\nSet-Cookie: x=1",    "%' OR '1'='1", "{{7*7}}${7*7}"};
    for (const std::string& text : nasty) {
        const Json added = house.ask(
            who, "POST", "/listings",
            {{"listing", {{"kind", "event"}, {"title", {{"zh", text}, {"en", text}}}}}}, 201);
        const std::string path = "/listings/" + std::to_string(added.at("id").get<int>());
        const auto response = house.send(who, "GET", path);
        CHECK(Json::parse(response.body).at("listing").at("title").at("zh") == text);
        CHECK(response.headers.at("content-type") == "application/json");
    }
    CHECK(house.ask(who, "GET", "/listings?q=%' OR '1'='1").at("total") == 1);
    CHECK(house.ask(who, "GET", "/listings?q=%").at("total") == 1);
    CHECK(house.ask(who, "GET", "/listings?kind=' OR 1=1&tag=' OR 1=1").at("total") == 0);
    // Line ends that are really there become spaces: a name cannot reach into a header.
    const Json user = house.ask(who, "POST", "/users",
                                {{"name", "新人"},
                                 {"title", "社工\r\nSet-Cookie: x=1"},
                                 {"role", "desk"},
                                 {"password", "一二三四五六七八"}},
                                201);
    CHECK(user.at("title") == "社工 Set-Cookie: x=1");
    CHECK(house.refusal(who, "GET", "/posters/..%2F..%2Fhub.db") == "desk.none");
    CHECK(house.refusal(who, "GET", "/listings/1 OR 1=1") == "programme.no-listing");
}

TEST_CASE("Bytes that are no JSON, or far too deep, are refused and harm nothing", "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("编辑", "editor");
    for (const std::string body : {"", "[]", "null", "{", "{\"listing\":\"\xff\"}"}) {
        CHECK(house.send(who, "POST", "/listings", body).status == 415);
    }
    const std::string deep =
        "{\"listing\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
    CHECK(house.send(who, "POST", "/listings", deep).status == 422);
    CHECK(house
              .send(who, "POST", "/listings",
                    R"({"listing":{"title":5,"poster":[],"tags":{},"form":7,"items":"x",)"
                    R"("club":1,"answered":1e99,"shown_from":"soon"}})")
              .status == 422);
    CHECK(house.send(who, "POST", "/import?format=ics", "no calendar", "text/calendar").status <
          500);
    CHECK(house.send(who, "POST", "/posters", "no picture", "image/png").status == 422);
}

TEST_CASE("Only who is signed in may send a large file", "[desk]") {
    DeskHouse house;
    net::HttpRequest head;
    head.method = "POST";
    head.path = "/api/desk/posters";
    CHECK_FALSE(house.api->body_bytes_max(head));
    const Browser who = house.signed_in("编辑", "editor");
    head.headers["cookie"] = "wenlan_desk=" + who.session;
    CHECK(house.api->body_bytes_max(head) == std::size_t{16} << 20);
    head.path = "/api/desk/listings";
    CHECK_FALSE(house.api->body_bytes_max(head));
}
