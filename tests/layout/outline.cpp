// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <regex>

#include "layout/code.h"

namespace wenlan::layout {
namespace {

enum class Scope { namespace_, type, function, initialiser };

struct OpenScope {
    Scope scope = Scope::namespace_;
    bool named_namespace = false;
    Function function;
};

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

// Drops every "template <...>": its "class" and "=" are no one's.
std::string without_template_lists(std::string head) {
    static const std::regex start(R"(\btemplate\s*<)");
    std::smatch match;
    while (std::regex_search(head, match, start)) {
        const auto at = static_cast<std::size_t>(match.position());
        std::size_t i = at + static_cast<std::size_t>(match.length());
        for (int depth = 1; i < head.size() && depth > 0; ++i)
            depth += head[i] == '<' ? 1 : head[i] == '>' ? -1 : 0;
        head.erase(at, i - at);
    }
    return head;
}

// Whether a head is a function's and its body comes next, and not the brace of a member in
// "Foo(int a) : a_{a}, b_{2} {" or of a variable whose type has brackets.
bool function_head(const std::string& head) {
    static const std::regex member_list(R"(\)\s*(noexcept\s*(\([^()]*\))?)?\s*:[^:])");
    static const std::regex tail(
        R"(^(const|noexcept|override|final|mutable|volatile|try|&&?|->.*|requires.*|\s)*$)");
    if (std::regex_search(head, member_list)) return head.back() == ')' || head.back() == '}';
    return std::regex_match(folded(head.substr(head.rfind(')') + 1)), tail);
}

Scope kind_of(const std::string& full_head) {
    static const std::regex space(R"(\bnamespace\b|^extern "\s*"$)");
    static const std::regex type(R"(^(typedef |export )*(class|struct|union|enum)\b)");
    static const std::regex attribute(R"(\[\[[^\]]*\]\]|\b(alignas|__attribute__)\s*\([^()]*\))");
    static const std::regex lambda(R"(=\s*\[[^\]]*\]$)");
    const std::string head =
        folded(std::regex_replace(without_template_lists(full_head), attribute, ""));
    if (std::regex_search(head, space)) return Scope::namespace_;
    if (std::regex_search(head, lambda)) return Scope::function;
    const bool brackets = head.find('(') != std::string::npos;
    if (brackets && head.back() != '=' && function_head(head)) return Scope::function;
    return std::regex_search(head, type) ? Scope::type : Scope::initialiser;
}

// Walks the blanked text once, brace by brace.
class Walk {
public:
    explicit Walk(std::string_view text) : text_(text) {}

    Outline outline() {
        for (at_ = 0; at_ < text_.size(); ++at_) step(text_[at_]);
        out_.balanced = out_.balanced && scopes_.empty() && round_ == 0;
        return std::move(out_);
    }

private:
    bool inside(Scope scope) const { return !scopes_.empty() && scopes_.back().scope == scope; }

    void step(char c) {
        if (c == '\n') ++line_;
        if (c == '(') ++round_;
        if (c == ')') --round_;
        if (c == '{') return open();
        if (c == '}') return close();
        if (inside(Scope::function) || inside(Scope::initialiser)) return;
        if (round_ == 0 && (c == ';' || access_label(c))) return begin_head();
        if (head_.empty()) {
            if (std::isspace(static_cast<unsigned char>(c)) != 0) return;
            head_line_ = line_;
        }
        head_ += c;
    }

    bool access_label(char c) const {
        const std::string word = folded(head_);
        return c == ':' && (word == "public" || word == "private" || word == "protected");
    }

    void begin_head() { head_.clear(); }

    void open() {
        OpenScope scope;
        const std::string head = folded(head_);
        if (round_ > 0 || inside(Scope::function) || inside(Scope::initialiser)) {
            scope.scope = Scope::initialiser;
        } else {
            scope.scope = head.empty() ? Scope::initialiser : kind_of(head);
            scope.function = {head, head_line_, 0};
        }
        if (scope.scope == Scope::namespace_) enter_namespace(head, scope);
        rounds_.push_back(round_);
        if (scope.scope != Scope::initialiser) begin_head();
        scopes_.push_back(std::move(scope));
    }

    void enter_namespace(const std::string& head, OpenScope& scope) {
        static const std::regex name(R"(\bnamespace\s+([A-Za-z_:0-9]+)$)");
        std::smatch match;
        scope.named_namespace = std::regex_search(head, match, name);
        const bool outermost = std::none_of(scopes_.begin(), scopes_.end(),
                                            [](const OpenScope& s) { return s.named_namespace; });
        if (scope.named_namespace && outermost) out_.namespaces.push_back(match[1]);
    }

    void close() {
        if (scopes_.empty() || rounds_.back() != round_) {
            out_.balanced = false;
            return;
        }
        OpenScope scope = std::move(scopes_.back());
        scopes_.pop_back();
        rounds_.pop_back();
        if (scope.scope == Scope::function) {
            scope.function.lines = line_ - scope.function.line + 1;
            out_.functions.push_back(std::move(scope.function));
        }
        // After a member's brace the same head goes on: Foo() : a_{1}, b_{2} {
        if (scope.scope == Scope::initialiser) {
            if (!inside(Scope::function) && !inside(Scope::initialiser)) head_ += "{}";
        } else {
            begin_head();
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    int round_ = 0;
    std::string head_;
    int head_line_ = 1;
    std::vector<OpenScope> scopes_;
    std::vector<int> rounds_;
    Outline out_;
};

}  // namespace

Outline outline_of(std::string_view source) {
    const std::string text = without_comments(source);
    return Walk(text).outline();
}

}  // namespace wenlan::layout
