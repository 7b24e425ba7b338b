// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// C++ source as the layout rules read it: well enough to find where functions begin and end,
// without a compiler.
namespace wenlan::layout {

struct Include {
    std::string path;
    bool quoted = false;
    int line = 0;
};

std::vector<Include> includes_of(std::string_view source);

// The same text, line for line, with comments, the insides of literals and preprocessor lines
// blanked.
std::string without_comments(std::string_view source);

struct Function {
    std::string head;  // what stands before its body, blanks folded
    int line = 0;      // where the head begins
    int lines = 0;     // from there to the closing brace
};

struct Outline {
    std::vector<Function> functions;      // not those inside another function
    std::vector<std::string> namespaces;  // named ones that stand in no other namespace
    bool balanced = true;                 // every brace has its partner
};

Outline outline_of(std::string_view source);

}  // namespace wenlan::layout
