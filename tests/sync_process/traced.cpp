// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_process/traced.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "catch.h"

namespace wenlan::test {

bool can_trace() {
    return std::system("strace -o /dev/null -e trace=none true > /dev/null 2>&1") == 0;
}

std::map<std::string, int> calls_of(const std::function<int(const std::string&)>& run,
                                    const std::string& names, const std::filesystem::path& log) {
    REQUIRE(run("strace -f -o '" + log.string() + "' -e trace=" + names) == 0);
    std::map<std::string, int> counts;
    std::ifstream lines(log);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string process;
        std::string call;
        words >> process >> call;
        const std::size_t bracket = call.find('(');
        if (bracket != std::string::npos) ++counts[call.substr(0, bracket)];
    }
    return counts;
}

}  // namespace wenlan::test
