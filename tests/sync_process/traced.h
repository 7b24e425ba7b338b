// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

// Programs whose system calls strace watches.
namespace wenlan::test {

bool can_trace();

// How often a run that nothing disturbs makes each of the calls `names`. `run` is given what goes
// before the command; `log` is written on the way.
std::map<std::string, int> calls_of(const std::function<int(const std::string&)>& run,
                                    const std::string& names, const std::filesystem::path& log);

}  // namespace wenlan::test
