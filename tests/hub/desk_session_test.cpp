// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk_house.h"
#include "store/hub/hub_check.h"

using namespace wenlan;
using namespace std::chrono_literals;
using test::Browser;
using test::DeskHouse;
using test::Json;

TEST_CASE("The first account is made with the link of the start, once", "[desk]") {
    DeskHouse house;
    Browser who;
    CHECK(house.ask(who, "GET", "/session").at("setup") == true);
    const std::string token = house.desk->set_up_token().value().value();
    CHECK(token.size() == 32);
    CHECK(house.desk->set_up_token().value().value() == token);
    const Json wanted = {
        {"token", token}, {"name", "林晓"}, {"title", "社工"}, {"password", "春风又绿江南岸边"}};
    Json wrong = wanted;
    wrong["token"] = std::string(32, '0');
    CHECK(house.refusal(who, "POST", "/setup", wrong) == "desk.bad-token");
    Json weak = wanted;
    weak["password"] = "1234567";
    CHECK(house.refusal(who, "POST", "/setup", weak) == "desk.fields");
    const Json page = house.ask(who, "POST", "/setup", wanted);
    CHECK(page.at("signed_in") == true);
    CHECK(page.at("setup") == false);
    CHECK(page.at("user").at("role") == "manager");
    CHECK_FALSE(house.desk->set_up_token().value());
    Browser other;
    CHECK(house.refusal(other, "POST", "/setup", wanted) == "desk.set-up");
    // The password and the token of the session are nowhere in the database.
    auto hub = house.database();
    CHECK(store::check_hub(hub).value().empty());
    CHECK(test::bytes_of(store::hub_database_path(house.office.folder.root)).find("江南岸边") ==
          std::string::npos);
    CHECK(test::bytes_of(store::hub_database_path(house.office.folder.root)).find(who.session) ==
          std::string::npos);
}

TEST_CASE("A session ends when nothing is done for an hour, and in any case after a day's work",
          "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "editor");
    house.clock.advance(59min);
    CHECK(house.ask(who, "GET", "/session").at("signed_in") == true);
    house.clock.advance(59min);
    CHECK(house.ask(who, "GET", "/session").at("signed_in") == true);
    house.clock.advance(61min);
    CHECK(house.ask(who, "GET", "/session").at("signed_in") == false);
    house.sign_in(who, "林晓");
    for (int i = 0; i < 14; ++i) {
        house.clock.advance(59min);
        house.ask(who, "GET", "/session");
    }
    CHECK(house.ask(who, "GET", "/session").at("signed_in") == true);
    house.clock.advance(30min);
    CHECK(house.ask(who, "GET", "/session").at("signed_in") == false);
    house.desk->tick().value();
}

TEST_CASE("Whoever signs out is out, and the cookies are not for scripts or other sites",
          "[desk]") {
    DeskHouse house;
    house.add("林晓", "desk");
    Browser who;
    const auto response = house.send(
        who, "POST", "/session", Json{{"name", "林晓"}, {"password", DeskHouse::password}}.dump());
    REQUIRE(response.status == 200);
    REQUIRE(response.cookies.size() == 2);
    for (const std::string& cookie : response.cookies) {
        CHECK(cookie.find("HttpOnly; SameSite=Strict") != std::string::npos);
    }
    who.csrf = Json::parse(response.body).at("csrf");
    const std::string session = who.session;
    CHECK(house.send(who, "DELETE", "/session").status == 204);
    who.session = session;
    CHECK(house.ask(who, "GET", "/session").at("signed_in") == false);
}

TEST_CASE("Another site's page cannot change anything in the name of who is signed in", "[desk]") {
    DeskHouse house;
    Browser who = house.signed_in("林晓", "manager");
    Browser forged = who;
    forged.csrf = std::string(64, '0');
    const Json body = {{"name", "新人"}, {"role", "desk"}, {"password", "一二三四五六七八"}};
    CHECK(house.refusal(forged, "POST", "/users", body) == "desk.bad-csrf");
    net::HttpRequest request;
    request.method = "POST";
    request.path = "/api/desk/users";
    request.headers = {{"host", "hub.example"},
                       {"content-type", "application/json"},
                       {"x-wenlan-csrf", who.csrf},
                       {"cookie", "wenlan_desk=" + who.session}};
    request.body = body.dump();
    for (const std::string origin : {"https://evil.example", "null", "https://hub.example.evil"}) {
        request.headers["origin"] = origin;
        CHECK(house.api->handle(request).status == 403);
    }
    request.headers.erase("origin");
    request.headers["sec-fetch-site"] = "cross-site";
    CHECK(house.api->handle(request).status == 403);
    request.headers.erase("sec-fetch-site");
    request.headers["content-type"] = "text/plain";
    CHECK(house.api->handle(request).status == 415);
    CHECK(house.ask(who, "GET", "/users").at("users").size() == 1);
}

TEST_CASE("Whoever tries passwords is slowed down, and locks nobody else out", "[desk]") {
    DeskHouse house;
    house.add("林晓", "editor");
    Browser own;
    own.address = "192.0.2.1";
    house.sign_in(own, "林晓");
    Browser thief;
    thief.address = "198.51.100.7";
    const Json guess = {{"name", "林晓"}, {"password", "password1"}};
    for (int i = 0; i < 3; ++i) {
        CHECK(house.refusal(thief, "POST", "/session", guess) == "desk.bad-login");
    }
    CHECK(house.refusal(thief, "POST", "/session", guess) == "desk.too-fast");
    house.clock.advance(2s);
    CHECK(house.refusal(thief, "POST", "/session", guess) == "desk.bad-login");
    house.clock.advance(1s);
    CHECK(house.refusal(thief, "POST", "/session", guess) == "desk.too-fast");
    // Elsewhere, and in the browser that has been used before even at the thief's address.
    Browser elsewhere;
    elsewhere.address = "192.0.2.77";
    house.sign_in(elsewhere, "林晓");
    own.address = thief.address;
    house.sign_in(own, "林晓");
    // Names that are not there answer the same.
    CHECK(house.refusal(elsewhere, "POST", "/session",
                        {{"name", "没有的人"}, {"password", "password1"}}) == "desk.bad-login");
}

TEST_CASE("A manager resets a password, which its owner then has to change", "[desk]") {
    DeskHouse house;
    Browser manager = house.signed_in("陈馆长", "manager");
    Browser who = house.signed_in("林晓", "desk");
    const int id = house.ask(who, "GET", "/session").at("user").at("id");
    const std::string fresh = "临时密码 9876";
    CHECK(house
              .ask(manager, "PUT", "/users/" + std::to_string(id) + "/password",
                   {{"password", fresh}})
              .at("must_change") == true);
    CHECK(house.ask(who, "GET", "/session").at("signed_in") == false);
    who.csrf =
        house.ask(who, "POST", "/session", {{"name", "林晓"}, {"password", fresh}}).at("csrf");
    CHECK(house.refusal(who, "GET", "/users") == "desk.must-change");
    CHECK(house.refusal(who, "PUT", "/password", {{"old", "错的密码"}, {"new", "我自己的密码"}}) ==
          "desk.fields");
    CHECK(house.refusal(who, "PUT", "/password",
                        {{"old", "错的密码"}, {"new", "我自己的新密码啊"}}) == "desk.bad-password");
    house.ask(who, "PUT", "/password", {{"old", fresh}, {"new", "我自己的新密码啊"}});
    CHECK(house.ask(who, "GET", "/session").at("must_change") == false);
    CHECK(house.refusal(who, "GET", "/users") == "desk.wrong-role");
}

TEST_CASE("There is always somebody who manages the accounts", "[desk]") {
    DeskHouse house;
    Browser manager = house.signed_in("陈馆长", "manager");
    const int id = house.ask(manager, "GET", "/session").at("user").at("id");
    const std::string path = "/users/" + std::to_string(id);
    CHECK(house.refusal(manager, "PUT", path, {{"role", "editor"}}) == "desk.last-manager");
    CHECK(house.refusal(manager, "PUT", path, {{"disabled", true}}) == "desk.last-manager");
    const Json added =
        house.ask(manager, "POST", "/users",
                  {{"name", "林晓"}, {"role", "manager"}, {"password", "一二三四五六七八"}}, 201);
    CHECK(added.at("must_change") == true);
    CHECK(house.refusal(manager, "POST", "/users",
                        {{"name", "林 晓"}, {"role", "desk"}, {"password", "一二三四五六七八"}}) ==
          "desk.name-taken");
    house.ask(manager, "PUT", path, {{"disabled", true}});
    CHECK(house.ask(manager, "GET", "/session").at("signed_in") == false);
    CHECK(house.refusal(manager, "POST", "/session",
                        {{"name", "陈馆长"}, {"password", DeskHouse::password}}) ==
          "desk.bad-login");
}

TEST_CASE("The desk's pages come with a policy that allows no script from elsewhere", "[desk]") {
    DeskHouse house;
    Browser who;
    const auto page = house.send(who, "GET", "/desk/");
    CHECK(page.status == 200);
    CHECK(page.headers.at("content-type") == "text/html; charset=utf-8");
    const std::string policy = page.headers.at("content-security-policy");
    CHECK(policy.find("default-src 'none'; script-src 'self'; style-src 'self'") == 0);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(house.send(who, "GET", "/desk/desk.js").headers.at("content-type") ==
          "text/javascript; charset=utf-8");
    CHECK_FALSE(page.headers.at("etag").empty());
    CHECK(house.send(who, "GET", "/desk/../hub/hub.db").status == 404);
    CHECK(house.send(who, "GET", "/desk/none.js").status == 404);
    CHECK(house.send(who, "GET", "/desk").status == 308);
    CHECK(house.send(who, "POST", "/desk/").status == 405);
}
