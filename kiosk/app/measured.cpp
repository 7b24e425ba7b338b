// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/measured.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

namespace wenlan::app {

double ms_since_exec() {
    // The start is field 22 of /proc/self/stat; the second may hold spaces.
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

double memory_mib() {
    std::ifstream in("/proc/self/smaps_rollup");
    for (std::string word; in >> word;)
        if (long kib = 0; word == "Pss:" && in >> kib) return static_cast<double>(kib) / 1024;
    return 0;
}

}  // namespace wenlan::app
