// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/checkers/checkers.h"

namespace wenlan::sim {

std::string Checkers::check(const Facts& facts) {
    const auto named = [](const char* name, std::string what) {
        return what.empty() ? what : std::string(name) + ": " + what;
    };
    for (auto what :
         {named("oversold", oversold(facts)), named("effects twice", effects_twice(facts)),
          named("lost", lost(facts)), named("promises broken", promises_broken(facts)),
          named("unfair", unfair(facts)), named("versions", versions.check(facts)),
          named("not drained", not_drained(facts))}) {
        if (!what.empty()) return what;
    }
    return {};
}

}  // namespace wenlan::sim
