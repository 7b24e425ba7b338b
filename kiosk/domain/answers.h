// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_text.h"
#include "domain/form.h"

namespace wenlan::domain {

// What was answered to one question; which of the fields counts is the kind's. Its kind goes with
// it, so that a name can be found without the form.
struct Answer {
    QuestionKind kind = QuestionKind::text;
    std::string text;          // of a name, a phone, a text; empty: not answered
    std::int64_t number = -1;  // of a number, an age, a party; a choice's option; -1: not answered
    std::vector<int> chosen;   // of choices, ascending
    bool ticked = false;       // of a consent

    bool operator==(const Answer&) const = default;
};

// To each question of a version of a form, in its order.
struct Answers {
    int form_version = 1;
    std::vector<Answer> answers;
    bool guardian_agrees = false;  // an adult's consent, for whoever is under 14

    bool operator==(const Answers&) const = default;
};

inline constexpr int guardian_below_years = 14;
inline constexpr int name_characters_max = 40;
inline constexpr int text_characters_max = 500;
inline constexpr int party_max = 50;
inline constexpr int party_usual_max = 6;
inline constexpr int questions_max = 40;

// The least and most that hold for a question: its own, or its kind's.
struct Limits {
    std::int64_t least = 0;
    std::int64_t most = 0;
};
Limits limits_of(const Question& question);

enum class RefusalKind : std::uint8_t {
    missing,  // required
    too_short,
    too_long,
    too_small,
    too_large,
    too_few,  // of the choices
    too_many,
    not_an_option,
    not_a_phone,
    unwanted_characters,
    not_agreed,      // a required consent
    needs_guardian,  // under 14
    other_version,   // of the form
    other_questions,
};

// Why one answer cannot be taken; `question` -1: the answers as a whole.
struct Refusal {
    int question = -1;
    RefusalKind kind = RefusalKind::missing;
    std::int64_t limit = 0;

    bool operator==(const Refusal&) const = default;
};

// One sentence for whoever filled the form.
base::LocalText sentence(const Refusal& refusal, QuestionKind kind);

// All that is wrong, by field; empty: they can be taken. At most one refusal a question.
std::vector<Refusal> refusals(const Form& form, const Answers& answers);

// The same answers in the one form in which they are kept: without spaces around, digits of a phone
// only, choices in order.
Answers tidied(Answers answers);

// The digits of a phone that could be called in China; none: it is no such number.
std::optional<std::string> phone_digits(std::string_view text);
// The last four digits; empty without a phone.
std::string phone_tail(const Answers& answers);

// The first answer of a kind, if there is one that says something.
const Answer* answer_of(const Answers& answers, QuestionKind kind);
// How many come: one where the form does not ask.
int party_of(const Answers& answers);

}  // namespace wenlan::domain
