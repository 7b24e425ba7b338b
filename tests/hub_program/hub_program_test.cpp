// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "hub_program/demonstration_office.h"
#include "hub_program/process.h"
#include "net/http_client.h"

// The real programs, as staff use them.

using namespace wenlan;
using test::Ran;

namespace {

struct Office : test::DemonstrationOffice {
    nlohmann::json publish() {
        const Ran ran = hub({"publish", "--now", "2026-11-22T14:30"});
        REQUIRE(ran.code == 0);
        return nlohmann::json::parse(ran.out);
    }
    std::string first_listing() {
        const std::string list = hub({"listing", "list"}).out;
        return list.substr(0, list.find('\t'));
    }
};

}  // namespace

TEST_CASE("Publishing says in one line what it came to", "[hub program]") {
    Office office;
    const auto first = office.publish();
    REQUIRE(office.hub({"listing", "set", office.first_listing(), "title.zh=新的名字"}).code == 0);
    CHECK(office.hub({"listing", "list"}).out.find("新的名字") != std::string::npos);
    const auto second = office.publish();
    CHECK(second["version"] == first["version"].get<int>() + 1);
    CHECK(second["patch_bytes"] > 0);
    CHECK(second["patch_bytes"] < 2048);
    CHECK(second["snap_bytes"] > second["patch_bytes"]);
    CHECK(second["manifest_bytes"] < 16384);
    CHECK(second["ms"] >= 0);
    CHECK(office.publish()["version"] == second["version"]);
}

TEST_CASE("A screen shows what the office publishes, and keeps it while the office is closed",
          "[hub program]") {
    Office office;
    REQUIRE(
        office.hub({"listing", "set", office.first_listing(), "short_title.zh=新的习字课"}).code ==
        0);
    office.publish();
    test::write_bytes(office.root / "tour.json",
                      R"([{"wait_ms": 1000}, {"tap": "轻触屏幕"}, {"wait_ms": 1500},
                          {"expect": "新的习字课"}])");
    const auto visit = [&](const std::string& hub) {
        return test::run(office.root.path(), "wenlan-kiosk",
                         {"--hub", hub, "--data", (office.root / "lobby").string(), "--now",
                          "2026-11-22T14:20", "--tour", (office.root / "tour.json").string(),
                          "--shots", (office.root / "shots").string()});
    };
    std::string url;
    {
        test::Serving serving(office.data);
        url = serving.url();
        const Ran open = visit(url);
        CAPTURE(open.err);
        CHECK(open.code == 0);
        CHECK(serving.stop(SIGTERM) == 0);
    }
    const Ran closed = visit(url);
    CAPTURE(closed.err);
    CHECK(closed.code == 0);
}

TEST_CASE("The hub that serves says how it is and gives nothing else away", "[hub program]") {
    Office office;
    test::Serving serving(office.data);
    REQUIRE(serving.url().starts_with("http://127.0.0.1:"));
    net::HttpClient client;
    const auto status = [&](const std::string& path) {
        net::HttpRequest request;
        request.path = serving.url() + path;
        return client.send(request, 1 << 20).value().status;
    };
    CHECK(status("healthz") == 200);
    CHECK(status("metrics") == 200);
    CHECK(status("site/manifest") == 200);
    CHECK(status("site/avail") == 200);
    CHECK(status("site/root/1") == 200);
    CHECK(status("keys/offline.key") == 404);
    CHECK(status("site/keys/offline.key") == 404);
    // Keys change while it serves.
    CHECK(office.hub({"keys", "rotate"}).code == 0);
    CHECK(status("site/root/2") == 200);
    CHECK(status("healthz") == 200);
    CHECK(serving.stop(SIGINT) == 0);
}

TEST_CASE("What cannot be done ends with 1 and a line, what was not meant with 2",
          "[hub program]") {
    Office office;
    CHECK(office.hub({"listing", "set", "9999", "title.zh=x"}).code == 1);
    CHECK(office.hub({"listing", "set", office.first_listing(), "colour=x"}).code == 2);
    CHECK(office.hub({"export", "--usb", (office.root / "none").string()}).code == 1);
    CHECK(office.hub({"export"}).code == 2);
    CHECK(office.hub({"serve", "--listen", "nowhere"}).code == 1);
    const Ran none = test::run(office.root.path(), "wenlan-hub",
                               {"serve", "--data", (office.root / "none").string()});
    CHECK(none.code == 1);
    CHECK(none.err.starts_with("wenlan-hub: "));
    const Ran routes = test::run(office.root.path(), "wenlan-hub", {"routes"});
    CHECK(routes.code == 0);
    CHECK(routes.out.find("GET /healthz public\n") != std::string::npos);
}

TEST_CASE("A stick is written once something is published", "[hub program]") {
    Office office;
    std::filesystem::create_directory(office.root / "stick");
    CHECK(office.hub({"export", "--usb", (office.root / "stick").string()}).code == 0);
    CHECK(std::filesystem::exists(office.root / "stick/wenlan/manifest"));
}
