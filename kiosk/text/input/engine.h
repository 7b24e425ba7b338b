// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/input/questions.h"

namespace wenlan::text::input {

using Words = std::shared_ptr<const std::vector<std::string>>;

// Port: the engines for typing as the screens see them. Questions are answered in order, some time
// later; nothing here waits. Belongs to the frame's thread.
class InputEngine {
public:
    virtual ~InputEngine() = default;

    // `question.number` is the caller's; the answer has the same.
    virtual void ask(Question question) = 0;
    // The next answer that has come.
    virtual std::optional<Answer> answer() = 0;
    // Grows when the engines were lost: what they were asked will not be answered, and what was
    // composing is gone.
    virtual std::uint64_t losses() const = 0;
    // What can be had just now.
    virtual bool has_pinyin() const = 0;
    virtual bool has_handwriting() const = 0;

    // The programme's own words; the same pointer again costs nothing.
    virtual void set_words(const Words& words) = 0;
    // The visit is over: everything is forgotten, engines that know nothing take over.
    virtual void next_visitor() = 0;
    // For scripted visits: until all that was asked is answered or lost.
    virtual void wait_for_answers() = 0;
};

}  // namespace wenlan::text::input
