// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "catch.h"
#include "hub/api/hub_api.h"
#include "hub/desk/desk_api.h"
#include "hub/desk/passwords.h"
#include "hub/programme/office.h"
#include "hub/programme/publish_programme.h"
#include "hub/site/publish_site.h"
#include "store/folder.h"
#include "store/hub/accounts.h"
#include "store/town.h"
#include "sync/seeded_random.h"

namespace wenlan::test {

using Json = nlohmann::ordered_json;

// A browser at the desk: keeps its cookies, and brings what a page of the desk brings.
struct Browser {
    std::string session, browser, csrf;
    std::string address = "192.0.2.10";
};

// A hub with a small programme that is published, and its desk.
struct DeskHouse {
    Folder root;
    base::PosixDisk disk;
    SeededRandom random{1};
    base::VirtualClock clock{at("2026-11-22T14:20")};
    hub::SiteOffice office{disk, random, {root / "hub"}};
    hub::SiteFolder site{office.folder};
    Town town;
    std::unique_ptr<hub::Fleet> fleet;
    std::optional<hub::desk::Desk> desk;
    std::optional<hub::desk::DeskApi> desk_api;
    std::optional<hub::HubApi> api;

    DeskHouse() {
        town.event("first", "2026-11-29T14:00", "2026-11-29T15:30", 30, 22);
        std::filesystem::create_directories(root / "pages");
        write_bytes(root / "pages" / "index.html", "<!doctype html>");
        write_bytes(root / "pages" / "desk.js", "'use strict';");
        {
            auto programme =
                hub::ProgrammeOffice::open(disk, office.folder, clock.now(), hub::Missing::begun)
                    .value();
            programme.programme().put({"test", clock.now()}, town.programme).value();
            hub::publish_programme(office, programme, clock.now()).value();
        }
        fleet = hub::Fleet::open(disk, clock, random, site).value();
        open();
    }
    // As after the program was started again.
    void open(hub::desk::Previewer* previewer = nullptr, hub::desk::AlertPort* alerts = nullptr) {
        api.reset();
        desk_api.reset();
        const auto lock = []() -> base::Result<std::shared_ptr<void>> {
            return std::shared_ptr<void>(std::make_shared<int>(1));
        };
        desk.emplace(hub::desk::Desk::Parts{disk, clock, random, office.folder, *fleet, lock,
                                            root / "pages", root / "posters", previewer, alerts});
        desk_api.emplace(*desk);
        api.emplace(disk, clock, site, *fleet, nullptr, &*desk_api);
    }
    store::HubDatabase database() {
        return store::HubDatabase::open(disk, store::hub_database_path(office.folder.root)).value();
    }

    net::HttpResponse send(Browser& who, std::string method, const std::string& path,
                           std::string body = {}, std::string type = "application/json") {
        net::HttpRequest request;
        request.method = std::move(method);
        const std::size_t mark = path.find('?');
        request.path = path.starts_with("/desk") ? path : "/api/desk" + path.substr(0, mark);
        std::string_view query =
            mark == std::string::npos ? "" : std::string_view(path).substr(mark + 1);
        while (!query.empty()) {
            const std::string_view one = query.substr(0, query.find('&'));
            query.remove_prefix(std::min(query.size(), one.size() + 1));
            const std::size_t equals = one.find('=');
            request.query.emplace(one.substr(0, equals), one.substr(equals + 1));
        }
        request.headers = {{"host", "hub.example"},
                           {"origin", "https://hub.example"},
                           {"content-type", std::move(type)},
                           {"x-wenlan-csrf", who.csrf}};
        request.headers["cookie"] =
            "wenlan_desk=" + who.session + "; wenlan_browser=" + who.browser;
        request.body = std::move(body);
        request.peer = who.address;
        net::HttpResponse response = api->handle(request);
        for (const std::string& cookie : response.cookies) {
            const std::string value =
                cookie.substr(cookie.find('=') + 1, cookie.find(';') - cookie.find('=') - 1);
            (cookie.starts_with("wenlan_desk=") ? who.session : who.browser) = value;
        }
        return response;
    }
    // What comes back; the status has to be this.
    Json ask(Browser& who, const std::string& method, const std::string& path,
             const Json& body = nullptr, int status = 200) {
        const auto response = send(who, method, path, body.is_null() ? "" : body.dump());
        INFO(method << " " << path << ": " << response.body);
        REQUIRE(response.status == status);
        return response.body.empty() ? Json() : Json::parse(response.body);
    }
    // The code of a refusal.
    std::string refusal(Browser& who, const std::string& method, const std::string& path,
                        const Json& body = nullptr) {
        const auto response = send(who, method, path, body.is_null() ? "" : body.dump());
        const Json json = Json::parse(response.body, nullptr, false);
        INFO(method << " " << path << ": " << response.status << " " << response.body);
        REQUIRE(response.status >= 400);
        return json.at("error").at("code").get<std::string>();
    }

    // Somebody who is signed in.
    Browser signed_in(const std::string& name, const std::string& role) {
        add(name, role);
        Browser who;
        sign_in(who, name);
        return who;
    }
    void add(const std::string& name, const std::string& role, bool must_change = false) {
        auto hub = database();
        store::Account account;
        account.name = name;
        account.role = store::named<store::StaffRole>(role).value();
        account.must_change = must_change;
        account.password = hub::desk::hash_password(password, random).value();
        store::Accounts(hub)
            .add({"test", clock.now()}, account, hub::desk::compared_name(name))
            .value();
    }
    void sign_in(Browser& who, const std::string& name) {
        const Json page = ask(who, "POST", "/session", {{"name", name}, {"password", password}});
        who.csrf = page.at("csrf");
    }
    static constexpr const char* password = "枫桥夜泊 1234";
};

}  // namespace wenlan::test
