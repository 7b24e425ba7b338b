// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "layout/rules.h"

namespace wenlan::layout {

// The folder of kiosk/ that a file belongs to ("ui" for kiosk/ui/theme/colour.h), or "".
inline std::string folder_of(const File& file) {
    constexpr std::string_view root = "kiosk/";
    if (!file.path.starts_with(root)) return "";
    const std::size_t end = file.path.find('/', root.size());
    return end == std::string::npos ? "" : file.path.substr(root.size(), end - root.size());
}

// The same with the folders below it ("ui/theme").
inline std::string whole_folder_of(const File& file) {
    if (folder_of(file).empty()) return "";
    constexpr std::string_view root = "kiosk/";
    return file.path.substr(root.size(), file.path.rfind('/') - root.size());
}

inline bool ends_with_any(std::string_view path, std::initializer_list<std::string_view> ends) {
    for (const std::string_view end : ends)
        if (path.ends_with(end)) return true;
    return false;
}

inline bool cpp(const File& file) { return ends_with_any(file.path, {".h", ".cpp"}); }

// Written by hand and read by a machine.
inline bool code(const File& file) {
    return cpp(file) ||
           ends_with_any(file.path, {".py", ".sh", ".cmake", "CMakeLists.txt", ".frag", ".vert",
                                     ".glsl", ".sql", ".toml", ".js", ".css"});
}

}  // namespace wenlan::layout
