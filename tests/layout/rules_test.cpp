// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/rules.h"

#include "catch.h"

// Each rule is shown a tree that keeps it and one with a planted fault.

namespace layout = wenlan::layout;
using layout::Faults;
using layout::Tree;

namespace {

Tree with(std::string path, std::string text) {
    Tree tree;
    tree.files.push_back({std::move(path), std::move(text)});
    return tree;
}

std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "// a line\n";
    return text;
}

std::string function_of(int count) {
    std::string text = "namespace wenlan::ui {\nvoid f() {\n";
    for (int i = 0; i < count - 2; ++i) text += "    g();\n";
    return text + "}\n}\n";
}

}  // namespace

TEST_CASE("An arrow that is not in the table is a fault, with its line") {
    CHECK(layout::wrong_arrows(with("kiosk/ui/a.cpp", "#include \"gfx/b.h\"\n")).empty());
    CHECK(layout::wrong_arrows(with("kiosk/ui/a.cpp", "\n#include \"station/b.h\"\n")) ==
          Faults{"kiosk/ui/a.cpp:2: ui includes station"});
    CHECK(layout::wrong_arrows(with("kiosk/domain/a.h", "#include \"store/b.h\"\n")).size() == 1);
    CHECK(layout::wrong_arrows(with("kiosk/base/a.h", "#include \"app/b.h\"\n")).size() == 1);
    CHECK(layout::wrong_arrows(with("kiosk/ui/theme/a.cpp", "#include \"hub/b.h\"\n")).size() == 1);
}

TEST_CASE("An include without its folder and a folder that is unknown are faults") {
    CHECK(layout::wrong_arrows(with("kiosk/ui/a.cpp", "#include \"b.h\"\n")).size() == 1);
    CHECK(layout::wrong_arrows(with("kiosk/ui/a.cpp", "#include \"../gfx/b.h\"\n")).size() == 1);
    CHECK(layout::wrong_arrows(with("kiosk/helpers/a.cpp", "")).size() == 1);
}

TEST_CASE("Folders in a circle and headers in a circle are faults") {
    Tree tree;
    tree.files = {{"kiosk/store/a.h", "#include \"hub/b.h\"\n"},
                  {"kiosk/hub/b.h", "#include \"image/c.h\"\n"},
                  {"kiosk/image/c.h", "#include \"base/d.h\"\n"}};
    CHECK(layout::circles(tree).empty());
    tree.files[2].text = "#include \"store/e.h\"\n";
    CHECK(layout::circles(tree) == Faults{"kiosk:1: a circle hub -> image -> store -> hub"});

    tree.files = {{"kiosk/ui/a.h", "#include \"ui/b.h\"\n"},
                  {"kiosk/ui/b.h", "#include \"ui/a.h\"\n"}};
    CHECK(layout::circles(tree) == Faults{"kiosk:1: a circle ui/a.h -> ui/b.h -> ui/a.h"});
}

TEST_CASE("Other people's headers stay in their place") {
    const auto faults = [](const char* path, const char* header) {
        return layout::misplaced_third_party_headers(
                   with(path, "#include <" + std::string(header) + ">\n"))
            .size();
    };
    CHECK(faults("kiosk/store/sqlite/a.cpp", "sqlite3.h") == 0);
    CHECK(faults("kiosk/store/a.cpp", "sqlite3.h") == 1);
    CHECK(faults("kiosk/gfx/a.cpp", "GLFW/glfw3.h") == 0);
    CHECK(faults("kiosk/app/a.cpp", "GLFW/glfw3.h") == 1);
    CHECK(faults("kiosk/ui/imgui/a.cpp", "imgui.h") == 0);
    CHECK(faults("kiosk/ui/screens/a.cpp", "imgui.h") == 1);
    CHECK(faults("kiosk/domain/a.h", "vector") == 0);
    CHECK(faults("kiosk/domain/a.h", "unistd.h") == 1);
    CHECK(faults("kiosk/base/a.cpp", "sys/stat.h") == 0);
    CHECK(faults("kiosk/app/a.cpp", "boost/asio.hpp") == 1);
    CHECK(faults("kiosk/hub/a.cpp", "libical/ical.h") == 0);
    CHECK(faults("kiosk/station/a.cpp", "libical/ical.h") == 1);
}

TEST_CASE("A file of 500 lines is kept, one of 501 is a fault") {
    CHECK(layout::long_files(with("kiosk/ui/a.cpp", lines(500))).empty());
    CHECK(layout::long_files(with("kiosk/ui/a.cpp", lines(501))).size() == 1);
    CHECK(layout::long_files(with("tests/ui/a.cpp", lines(501))).size() == 1);
    CHECK(layout::long_files(with("data/demo/a.csv", lines(501))).empty());
}

TEST_CASE("A function of 100 lines is kept, one of 101 is a fault") {
    CHECK(layout::long_functions(with("kiosk/ui/a.cpp", function_of(100))).empty());
    CHECK(layout::long_functions(with("kiosk/ui/a.cpp", function_of(101))) ==
          Faults{"kiosk/ui/a.cpp:2: 101 lines in void f()"});
    CHECK(layout::long_functions(with("kiosk/ui/a.cpp", "void f() {\n")).size() == 1);
}

TEST_CASE("The licence is the first line, or the second of a script") {
    const std::string words = "SPDX-License-Identifier: GPL-3.0-or-later\n";
    CHECK(layout::missing_licence_lines(with("kiosk/ui/a.h", "// " + words)).empty());
    CHECK(layout::missing_licence_lines(with("kiosk/run.sh", "#!/bin/sh\n# " + words)).empty());
    CHECK(layout::missing_licence_lines(with("kiosk/ui/a.h", "#pragma once\n// " + words)).size() ==
          1);
    CHECK(layout::missing_licence_lines(with("data/schema/a.sql", "")).size() == 1);
    CHECK(layout::missing_licence_lines(with("kiosk/run.sh", "#!/bin/sh")).size() == 1);
}

TEST_CASE("Words for what is not done are faults, words that hold them are not") {
    CHECK(layout::unfinished_words(with("kiosk/ui/a.h",
                                        "\n// TO"
                                        "DO: more\n"))
              .size() == 1);
    CHECK(layout::unfinished_words(with("kiosk/ui/a.h",
                                        "// FIX"
                                        "ME\n// a HA"
                                        "CK\n"))
              .size() == 2);
    CHECK(layout::unfinished_words(with("kiosk/ui/a.h", "// a todo list, Fixme's HACKNEY\n"))
              .empty());
}

TEST_CASE("A namespace is its folder's") {
    CHECK(layout::misnamed_namespaces(with("kiosk/ui/a.h", "namespace wenlan::ui {}\n")).empty());
    CHECK(layout::misnamed_namespaces(with("kiosk/base/a.h", "namespace wenlan::base::utf8 {}\n"))
              .empty());
    CHECK(layout::misnamed_namespaces(with("kiosk/ui/a.h", "namespace wenlan::gfx {}\n")).size() ==
          1);
    CHECK(layout::misnamed_namespaces(with("kiosk/ui/a.h", "namespace wenlan::uiux {}\n")).size() ==
          1);
    CHECK(layout::misnamed_namespaces(with("kiosk/ui/a.h", "int f();\n")).size() == 1);
    CHECK(layout::misnamed_namespaces(with("kiosk/app/a.cpp", "int main() {}\n")).empty());
}

TEST_CASE("The top folder holds what design names, dot-files and what git ignores") {
    Tree tree;
    tree.top_level = {"kiosk", "README.md", ".git", "build"};
    tree.ignored = {"build"};
    CHECK(layout::unexpected_top_level_entries(tree).empty());
    tree.top_level.push_back("notes.md");
    CHECK(layout::unexpected_top_level_entries(tree).size() == 1);
}

TEST_CASE("Time, chance and the environment come in through ports") {
    const std::string now = "auto t = std::chrono::system_clock::now();\n";
    CHECK(layout::clocks_past_the_ports(with("kiosk/ui/a.cpp", now)).size() == 1);
    CHECK(layout::clocks_past_the_ports(with("kiosk/app/a.cpp", now)).empty());
    CHECK(layout::clocks_past_the_ports(with("kiosk/ui/a.cpp", "// " + now)).empty());
    CHECK(
        layout::clocks_past_the_ports(with("kiosk/hub/a.cpp", "std::random_device d;\n")).size() ==
        1);
}
