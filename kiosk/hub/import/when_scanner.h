// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wenlan::hub {

// Reads numbers and words from the left of a cell in which full-width forms, dashes and case have
// been made one.
class WhenScanner {
public:
    explicit WhenScanner(std::string_view cell);

    struct Number {
        int value = 0;
        int digits = 0;
    };

    bool done() const { return at_ >= text_.size(); }
    std::size_t mark() const { return at_; }
    void back_to(std::size_t mark) { at_ = mark; }

    bool take(std::u32string_view expected);
    // The first of the words that stands here; -1: none does.
    template <std::size_t N>
    int take_one_of(const std::u32string_view (&words)[N]) {
        for (std::size_t index = 0; index < N; ++index) {
            if (take(words[index])) return static_cast<int>(index);
        }
        return -1;
    }
    std::optional<Number> number();  // of at most eight digits
    void skip_space();
    bool letter_follows() const;
    bool digit_follows() const;

private:
    std::u32string text_;
    std::size_t at_ = 0;
};

}  // namespace wenlan::hub
