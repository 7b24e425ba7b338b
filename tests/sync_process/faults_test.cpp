// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <sys/wait.h>
#include <vector>

#include "catch.h"
#include "store/checksum.h"
#include "store/data_folder.h"
#include "store/folder.h"
#include "sync/publisher.h"
#include "sync/seeded_random.h"
#include "sync_process/traced.h"

// The real process, of which the kernel fails one call after the other, or which it kills there.

using namespace wenlan;
namespace fs = std::filesystem;

namespace {

const base::Instant start = base::parse_iso8601("2026-11-22", base::Zone::shanghai()).value();

// A site with two versions and a screen that has the first.
struct Street {
    test::Folder root;
    base::PosixDisk disk;
    test::SeededRandom random{1};
    sync::CentreKeys keys = sync::CentreKeys::make(disk, root / "keys", random, start).value();
    sync::Publisher publisher{disk, root / "site", root / "history", keys};
    std::string first;
    std::string second;
    store::DataFolder lobby{root / "lobby"};

    Street() {
        for (int i = 0; i < 20'000; ++i) first += static_cast<char>(random.below(256));
        second = first;
        second[7000] ^= 1;
        publisher.publish(first, 1, {}, start).value();
        REQUIRE(follow("") == 0);
        fs::rename(lobby.root, root / "before");
        publisher.publish(second, 1, {}, start + std::chrono::hours{1}).value();
    }
    // With `tracer` before it; the exit code, or 128 and the signal.
    int follow(const std::string& tracer) const {
        const std::string command = tracer + " '" WENLAN_BINARY_DIR "/bin/wenlan_follow_once' '" +
                                    (root / "site").string() + "' '" + lobby.root.string() +
                                    "' > /dev/null 2>&1";
        const int status = std::system(command.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    void put_back() const {
        fs::remove_all(lobby.root);
        fs::copy(root / "before", lobby.root, fs::copy_options::recursive);
    }
    // Which version `current` names, whole; 0: none.
    int shown() {
        const auto name = store::read_current(disk, lobby);
        if (!name) return 0;
        const std::string database = test::bytes_of(lobby.snapshot(name.value()));
        const std::string sum = test::bytes_of(lobby.checksum(name.value()));
        if (sum != store::checksum_line(database)) return 0;
        return database == first ? 1 : database == second ? 2 : 0;
    }
    // How often an undisturbed run makes each of these calls.
    std::map<std::string, int> calls(const std::string& names) const {
        put_back();
        const fs::path log = root / "calls";
        return test::calls_of([this](const std::string& tracer) { return follow(tracer); }, names,
                              log);
    }
};

}  // namespace

TEST_CASE("Killed or failed at any system call, a screen has a whole programme and then the newest",
          "[faults]") {
    if (!test::can_trace()) {
        WARN("strace cannot be used here");
        return;
    }
    Street street;
    const std::string names = "openat,write,fsync,rename,unlink,fchmod,pread64,mkdir";
    struct Case {
        std::string call;
        std::string fault;
    };
    const std::vector<Case> cases = {
        {"openat", "signal=KILL"}, {"write", "signal=KILL"},   {"fsync", "signal=KILL"},
        {"rename", "signal=KILL"}, {"unlink", "signal=KILL"},  {"fchmod", "signal=KILL"},
        {"openat", "error=EIO"},   {"write", "error=ENOSPC"},  {"write", "error=EIO"},
        {"fsync", "error=EIO"},    {"rename", "error=EIO"},    {"unlink", "error=EIO"},
        {"pread64", "error=EIO"},  {"rename", "error=ENOSPC"}, {"fsync", "error=ENOSPC"},
    };
    const auto counts = street.calls(names);
    REQUIRE(counts.at("fsync") >= 10);
    REQUIRE(counts.at("rename") >= 5);
    int disturbed = 0;
    for (const Case& fault : cases) {
        for (int at = 1; at <= counts.at(fault.call); ++at) {
            CAPTURE(fault.call, fault.fault, at);
            street.put_back();
            const int code = street.follow("strace -f -o /dev/null -e trace=" + fault.call +
                                           " -e inject=" + fault.call + ":" + fault.fault +
                                           ":when=" + std::to_string(at));
            if (code != 0) ++disturbed;
            REQUIRE(street.shown() != 0);
            REQUIRE(street.follow("") == 0);
            REQUIRE(street.shown() == 2);
        }
    }
    CHECK(disturbed > 50);
}
