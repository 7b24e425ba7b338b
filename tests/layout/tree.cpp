// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>
#include <iterator>

#include "layout/rules.h"

namespace wenlan::layout {
namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The plain names of a .gitignore, without slashes: "/build/" is "build".
std::vector<std::string> plain_names(const std::string& gitignore) {
    std::vector<std::string> names;
    std::string name;
    for (const char c : gitignore + "\n") {
        if (c == '\n') {
            if (!name.empty() && name.find('*') == std::string::npos) names.push_back(name);
            name.clear();
        } else if (c != '/') {
            name += c;
        }
    }
    return names;
}

}  // namespace

Tree Tree::read(const std::filesystem::path& top) {
    Tree tree;
    for (const auto& entry : std::filesystem::directory_iterator(top))
        tree.top_level.push_back(entry.path().filename().string());
    tree.ignored = plain_names(text_of(top / ".gitignore"));
    for (const char* folder : {"kiosk", "tests", "shaders", "data", "assets"}) {
        if (!std::filesystem::exists(top / folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(top / folder)) {
            if (!entry.is_regular_file()) continue;
            const std::string path = entry.path().lexically_relative(top).generic_string();
            // Packages that npm fetched for the tests in a browser; git ignores them.
            if (path.find("/node_modules/") != std::string::npos) continue;
            static constexpr const char* binary[] = {".png", ".jpg", ".webp", ".db", ".pyc"};
            const std::string extension = entry.path().extension().string();
            if (std::find(std::begin(binary), std::end(binary), extension) != std::end(binary))
                continue;
            tree.files.push_back({path, text_of(entry.path())});
        }
    }
    std::sort(tree.files.begin(), tree.files.end(),
              [](const File& a, const File& b) { return a.path < b.path; });
    return tree;
}

}  // namespace wenlan::layout
