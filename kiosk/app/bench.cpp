// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

namespace wenlan::app {
namespace {

constexpr std::chrono::seconds rest{15};  // small motions have stopped by then
constexpr std::chrono::seconds watched{10};
constexpr std::chrono::milliseconds look{50};

// How long ago the process was started, to the kernel's 10 ms; field 22 of /proc/self/stat.
double ms_since_exec() {
    std::ifstream in("/proc/self/stat");
    const std::string line{std::istreambuf_iterator<char>(in), {}};
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string field;
    for (int i = 3; i <= 22; ++i) fields >> field;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double now_ms =
        static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    return now_ms - std::stod(field) * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double processor_ms() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

// Proportional: what is shared with other processes counts in parts.
long memory_kb() {
    std::ifstream in("/proc/self/smaps_rollup");
    for (std::string word; in >> word;)
        if (long kb = 0; word == "Pss:" && in >> kb) return kb;
    return 0;
}

}  // namespace

Bench::Bench(std::string name) : name_(std::move(name)) {}

Bench::~Bench() {
    abandoned_ = true;
    if (idle_.joinable()) idle_.join();
}

void Bench::first_frame() {
    if (name_ == "start") {
        std::printf("{\"bench\":\"start\",\"ms\":%.0f,\"pss_mb\":%.1f}\n", ms_since_exec(),
                    static_cast<double>(memory_kb()) / 1024);
        over_ = true;
    } else if (name_ == "idle") {
        idle_ = std::thread([this] { measure_idle(); });
    }
}

void Bench::measure_idle() {
    const auto wait = [this](std::chrono::milliseconds time) {
        for (auto left = time; left.count() > 0 && !abandoned_; left -= look)
            std::this_thread::sleep_for(look);
    };
    wait(rest);
    const double before = processor_ms();
    wait(watched);
    const double spent = processor_ms() - before;
    const double seconds = std::chrono::duration<double>(watched).count();
    if (!abandoned_)
        std::printf("{\"bench\":\"idle\",\"seconds\":%.0f,\"cpu_percent\":%.2f,\"pss_mb\":%.1f}\n",
                    seconds, spent / 10 / seconds, static_cast<double>(memory_kb()) / 1024);
    over_ = true;
}

}  // namespace wenlan::app
