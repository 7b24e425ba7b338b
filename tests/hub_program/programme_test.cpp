// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "catch.h"
#include "hub_program/demonstration_office.h"
#include "hub_program/process.h"

// The programme as staff keep it by the real program.

using namespace wenlan;
using test::Ran;

namespace {

struct Office : test::DemonstrationOffice {
    void good(const std::vector<std::string>& words) {
        const Ran ran = hub(words);
        INFO(ran.err);
        REQUIRE(ran.code == 0);
    }
    nlohmann::json publish(const std::string& now = "2026-11-22T14:30") {
        const Ran ran = hub({"publish", "--now", now});
        INFO(ran.err);
        REQUIRE(ran.code == 0);
        return nlohmann::json::parse(ran.out);
    }
    // "3<TAB>event<TAB>..." without its end: the first line that holds the text.
    std::string line_with(const std::string& text) {
        const std::string list = hub({"listing", "list", "--all", "--states"}).out;
        const std::size_t at = list.find(text);
        if (at == std::string::npos) return {};
        const std::size_t begin = list.rfind('\n', at) + 1;
        return list.substr(begin, list.find('\n', at) - begin);
    }
    // What a screen of this folder shows, as the text of its tour's end.
    bool screen_shows(const std::string& title) {
        test::write_bytes(root / "tour.json",
                          R"([{"wait_ms": 1000}, {"tap": "轻触屏幕"}, {"wait_ms": 1500},
                              {"tap": "活动"}, {"wait_ms": 1500}, {"expect": ")" +
                              title + "\"}]");
        return test::run(root.path(), "wenlan-kiosk",
                         {"--data", data, "--now", "2026-11-22T14:20", "--tour",
                          (root / "tour.json").string(), "--shots", (root / "shots").string()})
                   .code == 0;
    }
};

}  // namespace

TEST_CASE("A listing is a draft, is published at a time, and is withdrawn", "[hub program]") {
    Office office;
    const std::string before = office.publish()["version"].dump();
    office.good({"listing", "draft", "1"});
    CHECK(office.line_with("书画社").find("draft") != std::string::npos);
    CHECK(office.publish()["version"].dump() != before);
    office.good({"listing", "publish", "1", "--at", "2026-11-22T18:00"});
    CHECK(office.line_with("书画社").ends_with("2026-11-22T10:00:00.000Z"));
    const int waiting = office.publish()["version"];
    CHECK(office.publish("2026-11-22T18:01")["version"] == waiting + 1);
    office.good({"listing", "withdraw", "1"});
    CHECK(office.hub({"listing", "list"}).out.find("1\t") != 0);
    CHECK(office.publish("2026-11-22T18:02")["version"] == waiting + 2);
    const std::string history = office.hub({"listing", "history", "1"}).out;
    CHECK(history.find("\tlisting.state\t{\"state\":\"published\"") != std::string::npos);
    CHECK(office.hub({"listing", "withdraw", "9999"}).code == 1);
    CHECK(office.hub({"listing", "publish", "1", "--at", "soon"}).code == 1);
    CHECK(office.hub({"check"}).code == 0);
}

TEST_CASE("A date of a series is moved and another cancelled by command", "[hub program]") {
    Office office;
    office.good({"listing", "set", "1", "title.zh=周六读诗"});
    const Ran series = office.hub({"listing", "series", "1", "--start", "2026-11-28T09:30",
                                   "--rule", "FREQ=WEEKLY;COUNT=3", "--venue", "rehearsal-hall",
                                   "--minutes", "90", "--now", "2026-11-22T14:20"});
    INFO(series.err);
    REQUIRE(series.code == 0);
    const auto date_of = [&](const std::string& start) {
        const std::string dates = office.hub({"listing", "dates", "1"}).out;
        const std::size_t at = dates.find("\t" + start);
        REQUIRE(at != std::string::npos);
        return dates.substr(dates.rfind('\n', at) + 1, at - dates.rfind('\n', at) - 1);
    };
    const std::string moved = date_of("2026-12-05T09:30");
    CHECK(office.hub({"listing", "date", moved, "--cancel"}).code == 1);  // no reason
    office.good({"listing", "date", moved, "--start", "2026-12-06T10:00", "--reason", "场地检修"});
    CHECK(date_of("2026-12-06T10:00\t2026-12-06T11:30\tmoved") == moved);
    const std::string off = date_of("2026-12-12T09:30");
    office.good({"listing", "date", off, "--cancel", "--reason", "老师出差"});
    CHECK(date_of("2026-12-12T09:30\t2026-12-12T11:00\tcancelled") == off);
    CHECK(
        office.hub({"listing", "series", "1", "--start", "x", "--venue", "rehearsal-hall"}).code ==
        1);
    CHECK(office.hub({"listing", "series", "1", "--from", "2026-12-01"}).code == 2);
    CHECK(office.hub({"check"}).code == 0);
}

TEST_CASE("What is withdrawn is gone from the screen's next programme", "[hub program]") {
    Office office;
    office.good({"listing", "set", "2", "title.zh=乱弹唱腔", "short_title.zh=乱弹唱腔",
                 "full_title.zh=乱弹唱腔"});
    office.publish();
    CHECK(office.screen_shows("乱弹唱腔"));
    office.good({"listing", "withdraw", "2"});
    CHECK(office.screen_shows("乱弹唱腔"));
    office.publish();
    CHECK_FALSE(office.screen_shows("乱弹唱腔"));
}

TEST_CASE("A hub that is killed in the middle of its edits keeps each whole or not at all",
          "[hub program]") {
    Office office;
    for (int round = 0; round < 6; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            const int nothing = ::open("/dev/null", O_WRONLY);
            ::dup2(nothing, STDERR_FILENO);
            const std::string title = "title.zh=第" + std::to_string(round) + "次";
            ::execl(WENLAN_BINARY_DIR "/bin/wenlan-hub", "wenlan-hub", "listing", "set", "1",
                    title.c_str(), "body.zh=同一次", "--data", office.data.c_str(), nullptr);
            ::_exit(127);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{4 + 3 * round});
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        const Ran check = office.hub({"check"});
        INFO(check.out);
        CHECK(check.code == 0);
    }
    office.good({"listing", "set", "1", "title.zh=还好"});
    CHECK_FALSE(office.line_with("还好").empty());
    office.publish();
}

TEST_CASE("A backup is restored by command, and a tampered hub is found by check",
          "[hub program]") {
    Office office;
    const std::string file = (office.root / "backup.db").string();
    office.good({"backup", file});
    office.good({"listing", "set", "1", "title.zh=错了"});
    office.publish();
    office.good({"restore", file});
    CHECK(office.line_with("错了").empty());
    const auto after = office.publish();
    CHECK(after["patch_bytes"] > 0);
    CHECK(office.hub({"restore", (office.root / "none").string()}).code == 1);

    std::string bytes = test::bytes_of(office.data + "/hub.db");
    const std::size_t at = bytes.find("demonstrationlisting.added");
    REQUIRE(at != std::string::npos);
    bytes[at] = 'D';
    test::write_bytes(office.data + "/hub.db", bytes);
    const Ran check = office.hub({"check"});
    CHECK(check.code == 1);
    CHECK(check.out.find("The log of changes was tampered with") != std::string::npos);
    CHECK(check.err == "wenlan-hub: One thing is not in order.\n");
}
