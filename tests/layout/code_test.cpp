// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/code.h"

#include "catch.h"

namespace layout = wenlan::layout;

namespace {

std::string heads(std::string_view source) {
    std::string all;
    for (const auto& function : layout::outline_of(source).functions)
        all += function.head + " [" + std::to_string(function.line) + "+" +
               std::to_string(function.lines) + "]\n";
    return all;
}

}  // namespace

TEST_CASE("A free function is found with its first and last line") {
    CHECK(heads("int a;\n\nint f(int x)\n{\n    if (x) { return 1; }\n    return 2;\n}\n") ==
          "int f(int x) [3+5]\n");
}

TEST_CASE("Methods are found inside classes and structs, a local class belongs to its function") {
    CHECK(heads("namespace a {\nclass B final : public C<void()> {\npublic:\n"
                "    int get() const { return 1; }\nprivate:\n    int x_{0};\n};\n}\n") ==
          "int get() const [4+1]\n");
    CHECK(heads("void f() {\n  struct L { int g() { return 1; } };\n}\n") == "void f() [1+3]\n");
}

TEST_CASE("A constructor's member braces are not its body") {
    CHECK(heads("A::A(int x) : x_{x}, y_(2), z_{3} {\n  go();\n}\n") ==
          "A::A(int x) : x_{}, y_(2), z_{} [1+3]\n");
    CHECK(heads("A::A() noexcept : b::C<int>{1} {\n}\n") ==
          "A::A() noexcept : b::C<int>{} [1+2]\n");
}

TEST_CASE("Templates, trailing types, operators and default arguments do not hide a function") {
    CHECK(heads("template <class T = struct X>\nauto f(T t) -> std::vector<T> {\n}\n") ==
          "template <class T = struct X> auto f(T t) -> std::vector<T> [1+3]\n");
    CHECK(heads("int f(Options o = {}, int n = 3) {\n}\n") ==
          "int f(Options o = {}, int n = 3) [1+2]\n");
    CHECK(heads("bool operator()(int a) const noexcept {\n}\n") ==
          "bool operator()(int a) const noexcept [1+2]\n");
    CHECK(heads("struct tm now() {\n}\n") == "struct tm now() [1+2]\n");
}

TEST_CASE("A lambda kept at namespace scope counts as a function") {
    CHECK(heads("const auto table = [] {\n  return 1;\n}();\n") == "const auto table = [] [1+3]\n");
    CHECK(heads("auto f = [](int a) {\n};\n") == "auto f = [](int a) [1+2]\n");
}

TEST_CASE("Tables of values are not functions") {
    CHECK(heads("const std::array<std::function<int()>, 2> all{{a, b}};\n").empty());
    CHECK(heads("constexpr int a[] = {1, 2};\nenum class E { x, y };\nint b{f(1)};\n").empty());
}

TEST_CASE("Braces in comments, literals and directives count for nothing") {
    CHECK(heads("// {\n/* { */\n#define OPEN {\nvoid f() {\n  g(\"{\\\"{\", '{', R\"x({)x\");\n"
                "  int n = 1'000'000;\n}\nvoid h() {\n}\n") == "void f() [4+4]\nvoid h() [8+2]\n");
}

TEST_CASE("Braces without a partner are told") {
    CHECK(layout::outline_of("void f() { if (x) { }\n").balanced == false);
    CHECK(layout::outline_of("}\n").balanced == false);
    CHECK(layout::outline_of("void f() { g({1, 2}); }\n").balanced);
}

TEST_CASE("Named namespaces are listed once, from outside") {
    const auto outline = layout::outline_of(
        "namespace wenlan::ui {\nnamespace {\nnamespace deep {\n}\n}\n}\nnamespace other {}\n");
    CHECK(outline.namespaces == std::vector<std::string>{"wenlan::ui", "other"});
}

TEST_CASE("Includes are read with their line and kind, commented ones are not") {
    const auto found =
        layout::includes_of("// #include \"no.h\"\n#include \"a/b.h\"\n  #  include <vector>\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].path == "a/b.h");
    CHECK(found[0].quoted);
    CHECK(found[0].line == 2);
    CHECK(found[1].path == "vector");
    CHECK(!found[1].quoted);
}
