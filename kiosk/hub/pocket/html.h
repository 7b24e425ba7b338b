// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace wenlan::hub::pocket {

// Text of a page that is safe to send: made by fill() alone, so that nothing gets into a page
// unescaped by being forgotten.
class Html {
public:
    Html() = default;
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    Html& operator+=(const Html& more) {
        text_ += more.text_;
        return *this;
    }

private:
    friend Html fill(const char* pattern, std::initializer_list<class Piece> pieces);
    std::string text_;
};

// What is put into a pattern: text of any origin, which is escaped, or what is safe already.
class Piece {
public:
    Piece(std::string_view text) : text_(text) {}
    Piece(const std::string& text) : text_(text) {}
    Piece(const char* text) : text_(text) {}
    Piece(std::int64_t number) : text_(std::to_string(number)) {}
    Piece(int number) : text_(std::to_string(number)) {}
    Piece(const Html& html) : text_(html.text()), safe_(true) {}

private:
    friend Html fill(const char* pattern, std::initializer_list<Piece> pieces);
    std::string text_;
    bool safe_ = false;
};

// The pattern is the program's own words; each "{}" in it becomes the next piece. Escaped for
// elements and for attributes between double quotes; control characters do not get through.
Html fill(const char* pattern, std::initializer_list<Piece> pieces = {});

}  // namespace wenlan::hub::pocket
