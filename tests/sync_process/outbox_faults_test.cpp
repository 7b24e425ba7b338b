// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <sys/wait.h>
#include <vector>

#include "catch.h"
#include "store/folder.h"
#include "sync_process/traced.h"

// The real process that takes a sign-up, of which the kernel fails one call after the other, or
// which it kills there. Whatever happens, what the screen said is true afterwards.

using namespace wenlan;
namespace fs = std::filesystem;

namespace {

const std::string name = "尤佳慧公羊秀莲";
const std::string phone = "13857601234";

std::vector<std::string> lines_of(const fs::path& path) {
    std::vector<std::string> lines;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// A screen's folder with one sign-up in it from before.
struct Screen {
    test::Folder root;
    fs::path folder = root / "sign-ups";
    std::string before;

    Screen() {
        fs::create_directories(folder);
        REQUIRE(take("") == 0);
        before = said().substr(7);
        REQUIRE(before.size() == 32);
        fs::copy(folder, root / "kept");
    }
    int run(const std::string& tracer, const std::string& words, const fs::path& out) const {
        const std::string command = tracer + " '" WENLAN_BINARY_DIR "/bin/wenlan_sign_up_once' '" +
                                    (folder / "outbox.db").string() + "' " + words + " > '" +
                                    out.string() + "' 2>> '" + (root / "log").string() + "'";
        const int status = std::system(command.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    int take(const std::string& tracer) const {
        return run(tracer, "'" + name + "' '" + phone + "'", root / "said");
    }
    // "stored ID", "nothing CODE"; empty: it did not come to say anything.
    std::string said() const {
        const auto lines = lines_of(root / "said");
        return lines.empty() ? "" : lines.back();
    }
    // The sign-ups that there are once it has been started again.
    std::vector<std::string> kept() const {
        REQUIRE(run("", "", root / "list") == 0);
        return lines_of(root / "list");
    }
    void put_back() const {
        fs::remove_all(folder);
        fs::copy(root / "kept", folder);
        fs::remove(root / "said");
    }
    std::map<std::string, int> calls(const std::string& names) const {
        put_back();
        const fs::path log = root / "calls";
        return test::calls_of([this](const std::string& tracer) { return take(tracer); }, names,
                              log);
    }
    std::vector<std::string> files_with(const std::string& bytes) const {
        std::vector<std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(root.path())) {
            if (!entry.is_regular_file()) continue;
            if (test::bytes_of(entry.path()).find(bytes) == std::string::npos) continue;
            found.push_back(entry.path().string());
        }
        return found;
    }
};

// What was there before is there; what was said to be stored is there once; what was said not to
// be taken is not there.
void check_truth(const Screen& screen) {
    const std::string said = screen.said();
    const auto kept = screen.kept();
    CAPTURE(said, kept);
    REQUIRE(std::count(kept.begin(), kept.end(), screen.before) == 1);
    REQUIRE(kept.size() <= 2);
    if (said.starts_with("stored ")) {
        REQUIRE(kept.size() == 2);
        REQUIRE(std::count(kept.begin(), kept.end(), said.substr(7)) == 1);
    }
    if (said.starts_with("nothing ")) REQUIRE(kept.size() == 1);
}

}  // namespace

TEST_CASE("Killed or failed at any system call of a sign-up, a screen has told the truth",
          "[faults]") {
    if (!test::can_trace()) {
        WARN("strace cannot be used here");
        return;
    }
    Screen screen;
    const std::string names = "openat,pwrite64,fdatasync,fsync,ftruncate,pread64,fcntl,mmap,unlink";
    struct Case {
        std::string call;
        std::string fault;
    };
    const std::vector<Case> cases = {
        {"pwrite64", "signal=KILL"},   {"fdatasync", "signal=KILL"},  {"pread64", "signal=KILL"},
        {"openat", "signal=KILL"},     {"ftruncate", "signal=KILL"},  {"unlink", "signal=KILL"},
        {"pwrite64", "error=ENOSPC"},  {"pwrite64", "error=EIO"},     {"fdatasync", "error=EIO"},
        {"fdatasync", "error=ENOSPC"}, {"ftruncate", "error=ENOSPC"}, {"pread64", "error=EIO"},
        {"openat", "error=EIO"},       {"fsync", "error=EIO"},
    };
    auto counts = screen.calls(names);
    REQUIRE(counts["pwrite64"] >= 5);
    REQUIRE(counts["fdatasync"] >= 1);
    std::map<std::string, int> outcomes;
    for (const Case& fault : cases) {
        for (int at = 1; at <= counts[fault.call]; ++at) {
            CAPTURE(fault.call, fault.fault, at);
            screen.put_back();
            screen.take("strace -f -o /dev/null -e trace=" + fault.call + " -e inject=" +
                        fault.call + ":" + fault.fault + ":when=" + std::to_string(at));
            const std::string said = screen.said();
            ++outcomes[said.substr(0, said.find(' '))];
            check_truth(screen);
        }
    }
    // The faults bit: some were killed before they said anything, some said that nothing was taken.
    CHECK(outcomes[""] > 10);
    CHECK(outcomes["nothing"] > 5);
    CHECK(outcomes["stored"] > 5);
}

TEST_CASE("Neither a file nor the log of a screen holds who signed up", "[faults]") {
    const Screen screen;
    for (int i = 0; i < 3; ++i) REQUIRE(screen.take("") == 0);
    CHECK(screen.kept().size() == 4);
    for (const std::string& text : {name, phone, phone.substr(3)}) {
        INFO(text);
        CHECK(screen.files_with(text).empty());
    }
    // The scan finds what is there.
    CHECK_FALSE(screen.files_with(screen.before).empty());
}
