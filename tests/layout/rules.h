// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

// The rules of how the tree is laid out. Each gives its faults as "path:line: what is wrong", so
// that an empty list means that the rule holds.
namespace wenlan::layout {

struct File {
    std::string path;  // from the top of the tree, with /
    std::string text;
};

struct Tree {
    std::vector<File> files;
    std::vector<std::string> top_level;  // names in the top folder
    std::vector<std::string> ignored;    // names there that git ignores

    // All text files of the folders that hold code.
    static Tree read(const std::filesystem::path& top);
};

using Faults = std::vector<std::string>;

// Folders of kiosk/ include only what the table in rules.cpp allows them.
Faults wrong_arrows(const Tree& tree);
// No folder includes, over others, itself; no header either.
Faults circles(const Tree& tree);
// Other people's headers are included only in their place.
Faults misplaced_third_party_headers(const Tree& tree);
Faults long_files(const Tree& tree);
Faults long_functions(const Tree& tree);
Faults missing_licence_lines(const Tree& tree);
Faults unfinished_words(const Tree& tree);
// Code in kiosk/a/... is in the namespace wenlan::a or one inside it.
Faults misnamed_namespaces(const Tree& tree);
Faults unexpected_top_level_entries(const Tree& tree);
// Below app/ nothing reads the wall clock, chance or the environment but through a port.
Faults clocks_past_the_ports(const Tree& tree);

}  // namespace wenlan::layout
