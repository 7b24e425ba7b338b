// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/local_text.h"

namespace wenlan::domain {

// What is asked for. `party` is how many come, `choices` allows several, `consent` must be ticked.
enum class QuestionKind : std::uint8_t {
    name, phone, party, choice, choices, text, number, age, consent,
};

struct Question {
    QuestionKind kind = QuestionKind::text;
    base::LocalText prompt;               // 老人活动室，您更想添哪样？
    std::vector<base::LocalText> options;  // of choice and choices
    bool required = true;
    // Least and most: characters of a text, the value of a number, an age or a party, how many of
    // the choices. `most` 0: the kind's own limit.
    int least = 0;
    int most = 0;

    bool operator==(const Question&) const = default;
};

// What a sign-up answers. It keeps the version that it answered.
struct Form {
    int version = 1;
    std::vector<Question> questions;

    bool empty() const { return questions.empty(); }
    bool operator==(const Form&) const = default;
};

}  // namespace wenlan::domain
