// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_child.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "catch.h"

using namespace wenlan;
using text::input::Answer;
using text::input::Question;

namespace {

const std::filesystem::path program = std::filesystem::path(WENLAN_BINARY_DIR) / "bin/wenlan-kiosk";

Answer asked(app::InputChild& child, Question question) {
    child.ask(std::move(question));
    child.wait_for_answers();
    auto answer = child.answer();
    REQUIRE(answer.has_value());
    return *answer;
}

Answer typed(app::InputChild& child, const std::string& keys) {
    Answer last;
    for (const char key : keys)
        last = asked(child, {.number = 5, .kind = Question::Kind::press, .key = key});
    return last;
}

}  // namespace

TEST_CASE("the process for typing composes what is typed and reads what is written") {
    app::InputChild child(program, {});
    child.wait_for_answers();
    REQUIRE(child.has_pinyin());
    REQUIRE(child.has_handwriting());
    CHECK(typed(child, "tianjin").now.shown == "tian'jin");
    const auto done = asked(child, {.number = 6, .kind = Question::Kind::pick, .text = "天津"});
    CHECK(done.finished == "天津");
    CHECK(done.number == 6);
    Question one{.number = 8, .kind = Question::Kind::write};
    one.ink = {{{0, 50}, {100, 52}}};
    CHECK(asked(child, one).characters.at(0) == "一");
}

TEST_CASE("the programme's words come first, in the next process too") {
    app::InputChild child(program, {});
    const auto words =
        std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"盘夫索夫"});
    child.set_words(words);
    child.wait_for_answers();
    for (int visit = 0; visit < 2; ++visit) {
        CHECK(typed(child, "pfsf").now.candidates.at(0) == "盘夫索夫");
        child.next_visitor();
        child.wait_for_answers();
    }
}

TEST_CASE("each visitor has a process of their own, which knows nothing of the one before") {
    app::InputChild child(program, {});
    child.wait_for_answers();
    const pid_t first = child.process();
    typed(child, "xiuying");
    child.next_visitor();
    CHECK_FALSE(child.has_pinyin());
    child.wait_for_answers();
    CHECK(child.process() != first);
    CHECK(child.has_pinyin());
    CHECK(child.losses() == 0);
    CHECK(typed(child, "a").now.shown == "a");
}

TEST_CASE("a process that dies is lost, and there is a new one") {
    app::InputChild child(program, {});
    child.wait_for_answers();
    const pid_t first = child.process();
    REQUIRE(first > 0);
    ::kill(first, SIGKILL);
    // The system tells of a death when it comes to it.
    for (int tries = 0; tries < 500 && child.losses() == 0; ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    CHECK(child.losses() == 1);
    child.wait_for_answers();
    CHECK(child.process() != first);
    CHECK(typed(child, "a").now.shown == "a");
}

TEST_CASE("a program that is not there leaves the keyboard without pinyin") {
    app::InputChild child("/nonexistent/wenlan-kiosk", {});
    child.wait_for_answers();
    CHECK_FALSE(child.has_pinyin());
    child.ask({.number = 1, .kind = Question::Kind::press, .key = 'a'});
    CHECK_FALSE(child.answer().has_value());
}

TEST_CASE("the process for typing may open no file and leaves no core dump") {
    app::InputChild child(program, {});
    child.wait_for_answers();
    std::ifstream status("/proc/" + std::to_string(child.process()) + "/status");
    std::string line;
    std::string seccomp;
    while (std::getline(status, line))
        if (line.starts_with("Seccomp:")) seccomp = line;
    // Its files in /proc belong to root as soon as it may not be looked into.
    CHECK((seccomp.empty() || seccomp == "Seccomp:\t2"));
}
