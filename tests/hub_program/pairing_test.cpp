// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <fstream>

#include "catch.h"
#include "hub_program/demonstration_office.h"
#include "hub_program/process.h"
#include "net/http_client.h"
#include "store/folder.h"

// The real programs: an office, its screens, and what staff type.

using namespace wenlan;
using test::Folder;
using test::Ran;

namespace {

struct Office : test::DemonstrationOffice {
    std::string code_for(const std::string& name) {
        const Ran ran = hub({"kiosk", "pair", name});
        REQUIRE(ran.code == 0);
        return ran.out.substr(0, ran.out.find('\n'));
    }
    Ran pair(const std::string& lobby, const std::string& code, const std::string& url) {
        return test::run(root.path(), "wenlan-kiosk",
                         {"--pair", code, "--hub", url, "--data", (root / lobby).string()});
    }
    // A screen that is looked at for a while.
    Ran visit(const std::string& lobby, const std::string& url) {
        test::write_bytes(root / "tour.json",
                          R"([{"wait_ms": 3000}, {"tap": "轻触屏幕"}, {"wait_ms": 31000}])");
        return test::run(
            root.path(), "wenlan-kiosk",
            {"--hub", url, "--data", (root / lobby).string(), "--now", "2026-11-22T14:20", "--tour",
             (root / "tour.json").string(), "--shots", (root / "shots").string()});
    }
    std::string list() { return hub({"kiosk", "list"}).out; }
};

}  // namespace

TEST_CASE("A screen is paired by its code, tells the office what it shows, and is revoked",
          "[pairing]") {
    Office office;
    test::Serving serving(office.data);
    CHECK(office.pair("lobby", "K7M2QX", serving.url()).code == 1);
    const std::string code = office.code_for("一楼大厅");
    REQUIRE(code.size() == 6);
    const Ran paired = office.pair("lobby", code, serving.url());
    CAPTURE(paired.err);
    REQUIRE(paired.code == 0);
    CHECK(paired.out == "1\t一楼大厅\n");
    CHECK(office.pair("other", code, serving.url()).code == 1);
    CHECK(office.list().find("never heard") != std::string::npos);

    const Ran visited = office.visit("lobby", serving.url());
    CAPTURE(visited.err);
    REQUIRE(visited.code == 0);
    {
        net::HttpClient client;
        net::HttpRequest request;
        request.path = serving.url() + "metrics";
        const std::string metrics = client.send(request, 1 << 20).value().body;
        CHECK(metrics.find("wenlan_kiosk_shown_version{kiosk=\"1\",name=\"一楼大厅\"} 1\n") !=
              std::string::npos);
    }
    CHECK(office.hub({"kiosk", "rename", "1", "正门"}).code == 0);
    CHECK(office.hub({"kiosk", "revoke", "1"}).code == 0);
    CHECK(office.hub({"kiosk", "revoke", "7"}).code == 1);
    CHECK(office.list().find("1\t正门\trevoked\n") != std::string::npos);
    // It goes on showing.
    CHECK(office.visit("lobby", serving.url()).code == 0);
    CHECK(serving.stop(SIGTERM) == 0);
}

TEST_CASE("The list outlives the hub's process, and says what was confirmed and what is not known",
          "[pairing]") {
    Office office;
    {
        test::Serving serving(office.data);
        REQUIRE(office.pair("lobby", office.code_for("一楼大厅"), serving.url()).code == 0);
        REQUIRE(office.pair("stairs", office.code_for("二楼"), serving.url()).code == 0);
        REQUIRE(office.visit("lobby", serving.url()).code == 0);
        CHECK(serving.stop(SIGTERM) == 0);
    }
    const std::string list = office.list();
    CAPTURE(list);
    CHECK(list.find("1\t一楼大厅\tshows version 1, the newest") != std::string::npos);
    CHECK(list.find("2\t二楼\tnever heard since it was paired\n") != std::string::npos);
    CHECK(list.find("1 of 2 screens have confirmed version 1. Of 1 it is not known.\n") !=
          std::string::npos);
}

TEST_CASE("Six wrong codes close the door, and a new code opens it", "[pairing]") {
    Office office;
    test::Serving serving(office.data);
    const std::string code = office.code_for("一楼大厅");
    const std::string wrong = code == "222222" ? "333333" : "222222";
    for (int i = 0; i < 5; ++i) CHECK(office.pair("lobby", wrong, serving.url()).code == 1);
    CHECK(office.pair("lobby", code, serving.url()).code == 1);
    CHECK(office.pair("lobby", office.code_for("一楼大厅"), serving.url()).code == 0);
}

TEST_CASE("What is not meant ends with 2, what cannot be done with 1 and a line", "[pairing]") {
    Office office;
    CHECK(office.hub({"kiosk"}).code == 2);
    CHECK(office.hub({"kiosk", "rename", "1"}).code == 2);
    const Ran none = office.pair("lobby", "K7M2QX", "http://127.0.0.1:1");
    CHECK(none.code == 1);
    CHECK(none.err.starts_with("wenlan-kiosk: "));
    CHECK(test::run(office.root.path(), "wenlan-kiosk", {"--pair", "K7M2QX"}).code == 2);
    CHECK(office.list() == "No screen is paired yet: wenlan-hub kiosk pair\n");
}

TEST_CASE("The staff code is read from stdin and printed as the settings keep it", "[pairing]") {
    Folder root;
    const auto set = [&](const std::string& digits) {
        const std::string command =
            "printf '" + digits + "\\n' | " + test::quoted(WENLAN_BINARY_DIR "/bin/wenlan-kiosk") +
            " --set-staff-code > " + test::quoted((root / "kiosk.toml").string()) + " 2> /dev/null";
        const int status = std::system(command.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    };
    CHECK(set("123456") == 1);
    CHECK(set("48291") == 1);
    REQUIRE(set("482913") == 0);
    const std::string line = test::text_of(root / "kiosk.toml");
    CHECK(line.starts_with("staff_code = \"argon2id:"));
    CHECK(line.find("482913") == std::string::npos);
    // The settings take it, and the pad opens to it.
    std::string steps = R"([{"wait_ms": 500}, {"tap": "轻触屏幕"}, {"wait_ms": 1000})";
    for (int i = 0; i < 7; ++i) steps += R"(, {"tap": "楚洲文化城"})";
    steps += R"(, {"expect": "请输入六位数字密码"})";
    for (const char digit : std::string("482913")) {
        steps += std::string(R"(, {"tap": ")") + digit + R"("})";
    }
    steps += R"(, {"wait_ms": 500}, {"expect": "待发送报名"}, {"shot": "staff"}])";
    test::write_bytes(root / "tour.json", steps);
    const Ran ran =
        test::run(root.path(), "wenlan-kiosk",
                  {"--config", (root / "kiosk.toml").string(), "--data", (root / "lobby").string(),
                   "--now", "2026-11-22T14:20", "--tour", (root / "tour.json").string(), "--shots",
                   (root / "shots").string()});
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
}
