// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/log.h"
#include "base/planted_bug.h"
#include "sim/bugs.h"
#include "sim/sim_vfs.h"
#include "sim/world.h"

// wenlan-sim: towns in which everything goes wrong, one for each seed.

namespace {

using namespace wenlan;
using namespace wenlan::sim;

struct Options {
    std::uint64_t seeds = 0;
    std::uint64_t from = 1;
    std::optional<std::uint64_t> seed;
    int kiosks = 0;
    bool trace = false;
    bool list_bugs = false;
    std::string bug;
};

constexpr std::string_view help =
    "wenlan-sim --seeds N [--from S] [--kiosks M] [--bug NAME]   N towns, from seed S on\n"
    "wenlan-sim --seed S --trace [--kiosks M] [--bug NAME]       one town, told step by step\n"
    "wenlan-sim --bugs                                           the mistakes that can be planted\n"
    "Ends with one line of JSON. Exit codes: 0 nothing found, 1 a violation, 2 wrong usage.\n"
    "Mistakes are compiled in with -DWENLAN_BUGS=ON.\n";

std::optional<Options> read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto next = [&]() -> const char* { return i + 1 < argc ? argv[++i] : ""; };
        if (word == "--seeds") {
            options.seeds = std::strtoull(next(), nullptr, 10);
        } else if (word == "--from") {
            options.from = std::strtoull(next(), nullptr, 10);
        } else if (word == "--seed") {
            options.seed = std::strtoull(next(), nullptr, 10);
        } else if (word == "--kiosks") {
            options.kiosks = std::atoi(next());
        } else if (word == "--trace") {
            options.trace = true;
        } else if (word == "--bugs") {
            options.list_bugs = true;
        } else if (word == "--bug") {
            options.bug = next();
        } else {
            return std::nullopt;
        }
    }
    if (options.seed) {
        options.from = *options.seed;
        options.seeds = 1;
    }
    if ((options.seeds == 0 && !options.list_bugs) || options.kiosks < 0 || options.kiosks > 50) {
        return std::nullopt;
    }
    return options;
}

struct Found {
    std::mutex lock;
    std::uint64_t violations = 0;
    std::atomic<std::uint64_t> done{0};
    std::optional<std::uint64_t> first_bad_seed;
};

void run_seeds(const Options& options, std::atomic<std::uint64_t>& next, Found& found) {
    const auto bug = bug_named(options.bug);
    if (bug) plant(*bug);
    while (true) {
        const std::uint64_t index = next++;
        if (index >= options.seeds) return;
        const std::uint64_t seed = options.from + index;
        std::string violation;
        {
            World world({seed, options.kiosks, options.trace});
            violation = world.run();
        }
        ++found.done;
        if (violation.empty()) continue;
        const std::lock_guard guard(found.lock);
        ++found.violations;
        if (!found.first_bad_seed || seed < *found.first_bad_seed) found.first_bad_seed = seed;
        std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), violation.c_str());
        // A planted mistake is proven by one seed.
        if (bug) next = options.seeds;
    }
}

}  // namespace

int main(int argc, char** argv) {
    const auto options = read_options(argc, argv);
    if (!options) {
        std::fputs(std::string(help).c_str(), stderr);
        return 2;
    }
    if (options->list_bugs) {
        for (const auto& name : bug_names()) std::printf("%s\n", name.c_str());
        return 0;
    }
    if (!options->bug.empty() && (!bugs_are_built_in() || !bug_named(options->bug))) {
        std::fputs(bugs_are_built_in() ? "wenlan-sim: there is no such mistake; see --bugs\n"
                                       : "wenlan-sim: built without WENLAN_BUGS\n",
                   stderr);
        return 2;
    }
    base::log::set_level(base::log::Level::error);
    use_simulated_disks();
    SimHub::empty_database();
    SimKiosk::empty_database();
    const auto began = std::chrono::steady_clock::now();
    std::atomic<std::uint64_t> next{0};
    Found found;
    const unsigned threads = options->trace ? 1 : 2;
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < threads; ++i) {
        workers.emplace_back([&] { run_seeds(*options, next, found); });
    }
    for (std::thread& worker : workers) worker.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const std::string first = found.first_bad_seed ? std::to_string(*found.first_bad_seed) : "null";
    const std::uint64_t done = found.done;
    std::printf(
        "{\"seeds\": %llu, \"violations\": %llu, \"seeds_per_s\": %.1f, "
        "\"first_bad_seed\": %s}\n",
        static_cast<unsigned long long>(done), static_cast<unsigned long long>(found.violations),
        static_cast<double>(done) / took.count(), first.c_str());
    return found.violations == 0 ? 0 : 1;
}
