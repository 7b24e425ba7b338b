// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "hub_program/process.h"
#include "store/folder.h"

using namespace wenlan;

TEST_CASE("A new centre begins empty, and what comes in first is what its screens show",
          "[hub program]") {
    test::Folder root;
    const std::string data = (root / "office").string();
    const auto hub = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--data", data});
        return test::run(root.path(), "wenlan-hub", words);
    };
    const auto begun = hub({"init", "--name", "大溪文化站"});
    INFO(begun.err);
    REQUIRE(begun.code == 0);
    CHECK(hub({"listing", "list"}).out.empty());
    test::write_bytes(root / "events.csv",
                      "title,date,start,end,venue\n乱弹专场,2026-11-28,19:00,21:00,大会堂\n");
    REQUIRE(hub({"import", "--csv", (root / "events.csv").string(), "--now", "2026-11-22T14:20"})
                .code == 0);
    CHECK(hub({"listing", "list"}).out.find("乱弹专场") != std::string::npos);
    CHECK(hub({"init", "--name", "另一个"}).code == 1);
}
