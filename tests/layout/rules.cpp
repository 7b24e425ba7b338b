// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/rules.h"

#include <algorithm>
#include <regex>
#include <set>
#include <string_view>

#include "layout/code.h"
#include "layout/paths.h"

namespace wenlan::layout {
namespace {

constexpr int file_lines_max = 500;
constexpr int function_lines_max = 100;

Faults at(const File& file, int line, const std::string& what) {
    return {file.path + ":" + std::to_string(line) + ": " + what};
}

void append(Faults& all, Faults more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

// Calls look(line number, line) for each line of a text.
template <typename Look>
void each_line(std::string_view text, Look look) {
    int number = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        look(++number, std::string(text.substr(at, end - at)));
        at = end + 1;
    }
}

// A word that says that something is not done; in pieces, so that this file holds none.
const std::regex& unfinished() {
    static const std::regex words(
        "\\b(TO"
        "DO|FIX"
        "ME|HA"
        "CK|XX"
        "X)\\b");
    return words;
}

}  // namespace

Faults long_files(const Tree& tree) {
    Faults faults;
    for (const File& file : tree.files) {
        const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
        if (code(file) && lines > file_lines_max)
            append(faults, at(file, 1, std::to_string(lines) + " lines in one file"));
    }
    return faults;
}

Faults long_functions(const Tree& tree) {
    Faults faults;
    for (const File& file : tree.files) {
        if (!cpp(file) || folder_of(file).empty()) continue;
        const Outline outline = outline_of(file.text);
        if (!outline.balanced) append(faults, at(file, 1, "braces without a partner"));
        for (const Function& function : outline.functions)
            if (function.lines > function_lines_max)
                append(faults, at(file, function.line,
                                  std::to_string(function.lines) + " lines in " + function.head));
    }
    return faults;
}

Faults missing_licence_lines(const Tree& tree) {
    static const std::string words = "SPDX-License-Identifier: GPL-3.0-or-later";
    Faults faults;
    for (const File& file : tree.files) {
        if (!code(file)) continue;
        std::size_t begin = 0;
        if (file.text.starts_with("#!"))
            begin = std::min(file.text.find('\n'), file.text.size() - 1) + 1;
        const std::string first = file.text.substr(begin, file.text.find('\n', begin) - begin);
        if (first.find(words) == std::string::npos)
            append(faults, at(file, 1, "the first line is not the licence"));
    }
    return faults;
}

Faults unfinished_words(const Tree& tree) {
    Faults faults;
    for (const File& file : tree.files) {
        if (!code(file)) continue;
        each_line(file.text, [&](int number, const std::string& line) {
            if (std::regex_search(line, unfinished()))
                append(faults, at(file, number, "a word for what is not done: " + line));
        });
    }
    return faults;
}

Faults misnamed_namespaces(const Tree& tree) {
    static const std::regex entry_point(R"(\bint main\s*\()");
    // A library's class may be named in a header that does not need the library's own.
    static const std::set<std::string> libraries = {"CLI"};
    Faults faults;
    for (const File& file : tree.files) {
        const std::string folder = folder_of(file);
        if (!cpp(file) || folder.empty()) continue;
        const std::string wanted = "wenlan::" + folder;
        const Outline outline = outline_of(file.text);
        for (const std::string& name : outline.namespaces)
            if (name != wanted && !name.starts_with(wanted + "::") && !libraries.contains(name))
                append(faults, at(file, 1, "namespace " + name + " in the folder " + folder));
        if (outline.namespaces.empty() && !std::regex_search(file.text, entry_point))
            append(faults, at(file, 1, "no namespace " + wanted));
    }
    return faults;
}

Faults unexpected_top_level_entries(const Tree& tree) {
    static const std::set<std::string> expected = {
        "CMakeLists.txt", "CMakePresets.json", "README.md", "kiosk", "assets",
        "data",           "shaders",           "tests"};
    Faults faults;
    for (const std::string& name : tree.top_level) {
        const bool ignored =
            std::find(tree.ignored.begin(), tree.ignored.end(), name) != tree.ignored.end();
        if (!expected.contains(name) && !name.starts_with('.') && !ignored)
            faults.push_back(name + ":1: not one of the top level's entries");
    }
    return faults;
}

Faults clocks_past_the_ports(const Tree& tree) {
    static const std::regex direct(
        R"(_clock::now|\brandom_device\b|\bgetenv\s*\(|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|)"
        R"(\bgettimeofday\b|\bclock_gettime\b|\bglfwGetTime\b|\bsrand\s*\()");
    Faults faults;
    for (const File& file : tree.files) {
        const std::string folder = folder_of(file);
        // The ports themselves are in base, and app chooses them.
        if (!cpp(file) || folder.empty() || folder == "base" || folder == "app") continue;
        each_line(without_comments(file.text), [&](int number, const std::string& line) {
            if (std::regex_search(line, direct))
                append(faults, at(file, number, "time, chance or environment past the ports"));
        });
    }
    return faults;
}

}  // namespace wenlan::layout
