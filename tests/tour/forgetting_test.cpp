// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "base/utf8.h"
#include "catch.h"

// Nothing that was typed is left in the real program when the visit is over. The visitor types by
// keys and picks by places, so that the name stands nowhere but where it was typed.

namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(WENLAN_BINARY_DIR) / "tests/forgetting";

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The keys, and a press on the first candidate; then the visitor walks away.
std::string tour_of(const std::string& keys) {
    auto tour = nlohmann::json::array();
    tour.push_back({{"tap", "轻触屏幕，进来看看"}});
    tour.push_back({{"tap", "找一找"}});
    for (const char key : keys) tour.push_back({{"tap", std::string(1, key)}});
    tour.push_back({{"shot", "composing"}});
    tour.push_back({{"swipe", {100, 1248, 100, 1248, 60}}});
    tour.push_back({{"shot", "typed"}});
    tour.push_back({{"wait_ms", 300}});
    tour.push_back({{"wait_ms", 100'000}});
    tour.push_back({{"shot", "left"}});
    // Virtual hours: long enough to be looked at.
    for (int i = 0; i < 200; ++i) tour.push_back({{"wait_ms", 3'600'000}});
    return tour.dump();
}

class Running {
public:
    explicit Running(const std::string& tour) {
        fs::remove_all(folder);
        fs::create_directories(folder);
        std::ofstream(folder / "tour.json") << tour;
        const std::string data = folder / "data", shots = folder / "shots";
        const std::string file = folder / "tour.json", log = folder / "kiosk.log";
        std::ofstream(folder / "kiosk.toml")
            << "log_level = \"debug\"\nlog_file = \"" << log << "\"\n";
        const std::string config = folder / "kiosk.toml";
        process_ = ::fork();
        if (process_ == 0) {
            const int out = ::open((folder / "said").c_str(), O_CREAT | O_WRONLY, 0600);
            ::dup2(out, 1);
            ::dup2(out, 2);
            ::execl(WENLAN_BINARY_DIR "/bin/wenlan-kiosk", "wenlan-kiosk", "--now",
                    "2026-11-22T14:20", "--data", data.c_str(), "--tour", file.c_str(), "--shots",
                    shots.c_str(), "--config", config.c_str(), nullptr);
            ::_exit(127);
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() {
        ::kill(process_, SIGKILL);
        int status = 0;
        ::waitpid(process_, &status, 0);
    }

    // False: it ended before.
    bool wait_for(const std::string& shot) const {
        while (!fs::exists(folder / "shots" / (shot + ".json"))) {
            int status = 0;
            if (::waitpid(process_, &status, WNOHANG) != 0) return false;
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
        return true;
    }
    void stop() const { ::kill(process_, SIGSTOP); }
    void go_on() const { ::kill(process_, SIGCONT); }

    // Where in its memory the bytes stand; -1: it may not be looked at.
    int count(const std::string& bytes) const {
        const std::string at = "/proc/" + std::to_string(process_);
        const int memory = ::open((at + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
        if (memory < 0) return -1;
        std::ifstream maps(at + "/maps");
        std::string line;
        int found = 0;
        while (std::getline(maps, line)) {
            std::uint64_t begin = 0, end = 0;
            char readable = '-';
            if (std::sscanf(line.c_str(), "%lx-%lx %c", &begin, &end, &readable) != 3) continue;
            if (readable != 'r' || line.find("[v") != std::string::npos) continue;
            std::string part(end - begin, '\0');
            const ssize_t got =
                ::pread(memory, part.data(), part.size(), static_cast<off_t>(begin));
            if (got <= 0) continue;
            part.resize(static_cast<std::size_t>(got));
            for (auto place = part.find(bytes); place != std::string::npos;
                 place = part.find(bytes, place + 1))
                ++found;
        }
        ::close(memory);
        return found;
    }

private:
    pid_t process_ = -1;
};

// As programs keep text.
std::vector<std::string> forms_of(const std::string& text) {
    std::string two, four;
    for (const char32_t one : wenlan::base::utf8::decode(text)) {
        for (int i = 0; i < 4; ++i) {
            const char byte = static_cast<char>(one >> (8 * i));
            four += byte;
            if (i < 2) two += byte;
        }
    }
    return {text, two, four};
}

// What the field shows behind its own name.
std::string typed_in(const std::string& shot) {
    const auto json = nlohmann::json::parse(text_of(folder / "shots" / (shot + ".json")));
    for (const auto& element : json["elements"]) {
        if (element["role"] != "field") continue;
        const std::string label = element["label"];
        return label.substr(label.find(' ') + 1);
    }
    return {};
}

}  // namespace

TEST_CASE("after a visit neither memory nor disk holds what was typed") {
    const std::string keys = "gongyangxiulian";
    Running kiosk(tour_of(keys));
    REQUIRE(kiosk.wait_for("typed"));
    kiosk.stop();
    const std::string name = typed_in("typed");
    INFO(name);
    REQUIRE(wenlan::base::utf8::length(name) >= 3);
    const int while_there = kiosk.count(name);
    kiosk.go_on();
    if (while_there < 0) {
        WARN("this user may not look into a process of his own: nothing was proved");
        return;
    }
    CHECK(while_there > 0);
    REQUIRE(kiosk.wait_for("left"));
    kiosk.stop();
    for (const std::string& text : {name, keys}) {
        const auto forms = forms_of(text);
        for (std::size_t i = 0; i < forms.size(); ++i) {
            INFO(text << ", form " << i);
            CHECK(kiosk.count(forms[i]) == 0);
        }
    }
    for (const auto& file : fs::recursive_directory_iterator(folder / "data")) {
        if (!file.is_regular_file()) continue;
        INFO(file.path());
        CHECK(text_of(file.path()).find(name) == std::string::npos);
        CHECK(text_of(file.path()).find(keys) == std::string::npos);
    }
    for (const char* written : {"said", "kiosk.log"}) {
        CHECK(text_of(folder / written).find(name) == std::string::npos);
        CHECK(text_of(folder / written).find(keys) == std::string::npos);
    }
}
