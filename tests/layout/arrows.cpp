// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "layout/code.h"
#include "layout/paths.h"
#include "layout/rules.h"

namespace wenlan::layout {
namespace {

using Names = std::set<std::string>;

// Which folders of kiosk/ may be included from which; itself always.
const std::map<std::string, Names>& arrows() {
    static const std::map<std::string, Names> table = {
        {"base", {}},
        {"domain", {"base"}},
        {"model", {"base", "domain"}},
        {"net", {"base"}},
        {"store", {"base", "domain"}},
        {"sync", {"base", "domain", "net", "store"}},
        {"station", {"base", "domain", "model", "store", "sync"}},
        {"hub", {"base", "domain", "net", "store", "sync", "image"}},
        {"image", {"base"}},
        {"text", {"base", "domain"}},
        {"device", {"base", "domain", "model", "image", "text"}},
        {"gfx", {"base", "image", "text"}},
        {"ui", {"base", "domain", "model", "image", "text", "gfx"}},
        {"app",
         {"base", "domain", "model", "net", "store", "sync", "station", "hub", "image", "text",
          "device", "gfx", "ui"}},
    };
    return table;
}

struct Place {
    std::string header;  // how an include of it begins
    Names folders;       // of kiosk/, or deeper
};

// Where other people's headers may be included.
const std::vector<Place>& places() {
    static const std::vector<Place> table = {
        {"sqlite3.h", {"store/sqlite"}},
        {"GLFW/", {"gfx"}},
        {"glad/", {"gfx"}},
        {"EGL/", {"gfx"}},
        {"X11/", {"gfx"}},
        {"imgui", {"ui/imgui", "gfx"}},
        {"ft2build.h", {"text"}},
        {"freetype/", {"text"}},
        {"hb", {"text"}},
        {"unicode/", {"base", "text", "hub", "store"}},
        {"spdlog/", {"base"}},
        {"nlohmann/", {"app", "hub", "store", "sync", "station"}},
        {"toml++/", {"app", "hub", "store"}},
        {"CLI/", {"app"}},
        {"png.h", {"image"}},
        {"jpeglib.h", {"image"}},
        {"jerror.h", {"image"}},
        {"webp/", {"image"}},
        {"qrcodegen", {"image"}},
        {"libical/", {"hub"}},
        {"zip.h", {"hub"}},
        {"microhttpd.h", {"net"}},
        {"curl/", {"net"}},
        {"sodium.h", {"sync"}},
        {"zstd.h", {"sync"}},
        {"pinyin.h", {"text"}},
    };
    return table;
}

// What belongs to the system and not to a library: only where the outside world comes in.
bool system_header(const std::string& path) {
    static const Names names = {"unistd.h",  "malloc.h",  "fcntl.h", "poll.h",   "spawn.h",
                                "signal.h",  "pthread.h", "dlfcn.h", "dirent.h", "errno.h",
                                "termios.h", "string.h",  "time.h"};
    return names.contains(path) || path.starts_with("sys/") || path.starts_with("linux/") ||
           path.starts_with("netinet/") || path.starts_with("arpa/");
}

bool standard_header(const std::string& path) {
    return path.find_first_of("./") == std::string::npos;
}

bool lies_in(const std::string& folder, const Names& folders) {
    return std::any_of(folders.begin(), folders.end(), [&](const std::string& allowed) {
        return folder == allowed || folder.starts_with(allowed + "/");
    });
}

std::string where(const File& file, int line) {
    return file.path + ":" + std::to_string(line) + ": ";
}

std::string misplaced(const std::string& header, const std::string& folder) {
    if (standard_header(header)) return "";
    if (system_header(header)) {
        const Names outside = {"app", "base", "device", "gfx", "net", "store", "sync", "text"};
        return lies_in(folder, outside) ? "" : "a system header in " + folder;
    }
    for (const Place& place : places())
        if (header.starts_with(place.header))
            return lies_in(folder, place.folders) ? "" : "not in " + folder;
    return "a library that the table of places does not know";
}

using Graph = std::map<std::string, Names>;

// Every way that leads back to where it began, each once.
Faults circles_of(const Graph& graph, const std::string& what) {
    Faults faults;
    Names done;
    std::vector<std::string> way;
    std::function<void(const std::string&)> visit = [&](const std::string& node) {
        const auto seen = std::find(way.begin(), way.end(), node);
        if (seen != way.end()) {
            std::string circle;
            for (auto step = seen; step != way.end(); ++step) circle += *step + " -> ";
            faults.push_back(what + ":1: a circle " + circle + node);
            return;
        }
        if (done.contains(node)) return;
        way.push_back(node);
        if (const auto found = graph.find(node); found != graph.end())
            for (const std::string& next : found->second) visit(next);
        way.pop_back();
        done.insert(node);
    };
    for (const auto& [node, nexts] : graph) visit(node);
    return faults;
}

}  // namespace

Faults wrong_arrows(const Tree& tree) {
    Faults faults;
    for (const File& file : tree.files) {
        const std::string from = folder_of(file);
        if (!cpp(file) || from.empty()) continue;
        const auto allowed = arrows().find(from);
        if (allowed == arrows().end()) {
            faults.push_back(where(file, 1) + "the table of arrows has no folder " + from);
            continue;
        }
        for (const Include& include : includes_of(file.text)) {
            if (!include.quoted) continue;
            const std::string to = include.path.substr(0, include.path.find('/'));
            if (include.path.find('/') == std::string::npos || to == "." || to == "..")
                faults.push_back(where(file, include.line) + "write \"folder/" + include.path +
                                 "\"");
            else if (to != from && !allowed->second.contains(to))
                faults.push_back(where(file, include.line) + from + " includes " + to);
        }
    }
    return faults;
}

Faults circles(const Tree& tree) {
    Graph folders;
    Graph headers;
    for (const File& file : tree.files) {
        const std::string from = folder_of(file);
        if (!cpp(file) || from.empty()) continue;
        const std::string header = file.path.substr(std::string("kiosk/").size());
        for (const Include& include : includes_of(file.text)) {
            if (!include.quoted) continue;
            const std::string to = include.path.substr(0, include.path.find('/'));
            if (to != from) folders[from].insert(to);
            headers[header].insert(include.path);
        }
    }
    Faults faults = circles_of(folders, "kiosk");
    for (std::string& fault : circles_of(headers, "kiosk")) faults.push_back(std::move(fault));
    return faults;
}

Faults misplaced_third_party_headers(const Tree& tree) {
    Faults faults;
    for (const File& file : tree.files) {
        const std::string folder = whole_folder_of(file);
        if (!cpp(file) || folder.empty()) continue;
        for (const Include& include : includes_of(file.text)) {
            if (include.quoted) continue;
            const std::string fault = misplaced(include.path, folder);
            if (!fault.empty())
                faults.push_back(where(file, include.line) + "<" + include.path + "> " + fault);
        }
    }
    return faults;
}

}  // namespace wenlan::layout
