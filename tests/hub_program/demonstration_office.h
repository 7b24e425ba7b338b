// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "catch.h"
#include "hub_program/process.h"
#include "store/folder.h"

namespace wenlan::test {

// An office of the real program, with the demonstration in it.
struct DemonstrationOffice {
    Folder root;
    std::string data = (root / "office").string();

    DemonstrationOffice() {
        REQUIRE(hub({"init", "--demo", "--now", "2026-11-22T14:20"}).code == 0);
    }
    Ran hub(std::vector<std::string> words) {
        words.insert(words.end(), {"--data", data});
        return run(root.path(), "wenlan-hub", words);
    }
};

}  // namespace wenlan::test
