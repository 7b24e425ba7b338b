// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/answers.h"

#include <algorithm>

#include "base/utf8.h"

namespace wenlan::domain {

namespace {

constexpr std::int64_t number_max = 1'000'000;
constexpr std::int64_t age_max = 120;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string trimmed(std::string_view text) {
    const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && space(text.front())) text.remove_prefix(1);
    while (!text.empty() && space(text.back())) text.remove_suffix(1);
    return std::string(text);
}

// No control characters; a text may have lines.
bool printable(std::string_view text, bool lines) {
    if (!base::utf8::valid(text)) return false;
    return std::all_of(text.begin(), text.end(), [lines](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7F) || (lines && c == '\n');
    });
}

bool answered(const Answer& answer) {
    switch (answer.kind) {
        case QuestionKind::name:
        case QuestionKind::phone:
        case QuestionKind::text:
            return !answer.text.empty();
        case QuestionKind::party:
        case QuestionKind::choice:
        case QuestionKind::number:
        case QuestionKind::age:
            return answer.number >= 0;
        case QuestionKind::choices:
            return !answer.chosen.empty();
        case QuestionKind::consent:
            return answer.ticked;
    }
    return false;
}

std::optional<Refusal> refuse_text(const Question& question, const Answer& answer, Limits limits) {
    const bool lines = question.kind == QuestionKind::text;
    if (!printable(answer.text, lines)) return Refusal{0, RefusalKind::unwanted_characters, 0};
    const auto length = static_cast<std::int64_t>(base::utf8::length(answer.text));
    if (length < limits.least) return Refusal{0, RefusalKind::too_short, limits.least};
    if (length > limits.most) return Refusal{0, RefusalKind::too_long, limits.most};
    return std::nullopt;
}

std::optional<Refusal> refuse_choices(const Question& question, const Answer& answer,
                                      Limits limits) {
    const auto options = static_cast<int>(question.options.size());
    for (std::size_t i = 0; i < answer.chosen.size(); ++i) {
        const int chosen = answer.chosen[i];
        const bool again = i > 0 && chosen <= answer.chosen[i - 1];
        if (chosen < 0 || chosen >= options || again) {
            return Refusal{0, RefusalKind::not_an_option, 0};
        }
    }
    const auto count = static_cast<std::int64_t>(answer.chosen.size());
    if (count < limits.least) return Refusal{0, RefusalKind::too_few, limits.least};
    if (count > limits.most) return Refusal{0, RefusalKind::too_many, limits.most};
    return std::nullopt;
}

// Of an answer that says something.
std::optional<Refusal> refuse_given(const Question& question, const Answer& answer) {
    const Limits limits = limits_of(question);
    switch (question.kind) {
        case QuestionKind::name:
        case QuestionKind::text:
            return refuse_text(question, answer, limits);
        case QuestionKind::phone:
            if (phone_digits(answer.text) != answer.text) {
                return Refusal{0, RefusalKind::not_a_phone, 0};
            }
            return std::nullopt;
        case QuestionKind::choice:
            if (answer.number >= static_cast<std::int64_t>(question.options.size())) {
                return Refusal{0, RefusalKind::not_an_option, 0};
            }
            return std::nullopt;
        case QuestionKind::choices:
            return refuse_choices(question, answer, limits);
        case QuestionKind::party:
        case QuestionKind::number:
        case QuestionKind::age:
            if (answer.number < limits.least) {
                return Refusal{0, RefusalKind::too_small, limits.least};
            }
            if (answer.number > limits.most) {
                return Refusal{0, RefusalKind::too_large, limits.most};
            }
            return std::nullopt;
        case QuestionKind::consent:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Refusal> refuse(const Question& question, const Answer& answer) {
    if (answer.kind != question.kind) return Refusal{0, RefusalKind::other_questions, 0};
    if (answered(answer)) return refuse_given(question, answer);
    if (!question.required) return std::nullopt;
    const bool consent = question.kind == QuestionKind::consent;
    return Refusal{0, consent ? RefusalKind::not_agreed : RefusalKind::missing, 0};
}

}  // namespace

Limits limits_of(const Question& question) {
    const auto own = [&question](std::int64_t least, std::int64_t most) {
        Limits limits{least, most};
        if (question.least > 0) limits.least = std::min<std::int64_t>(question.least, most);
        if (question.most > 0) limits.most = std::min<std::int64_t>(question.most, most);
        limits.most = std::max(limits.most, limits.least);
        return limits;
    };
    switch (question.kind) {
        case QuestionKind::name:
            return own(1, name_characters_max);
        case QuestionKind::text:
            return own(0, text_characters_max);
        case QuestionKind::number:
            return own(0, number_max);
        case QuestionKind::age:
            return own(0, age_max);
        case QuestionKind::party: {
            Limits limits = own(1, party_max);
            if (question.most == 0) {
                limits.most = std::max<std::int64_t>(party_usual_max, limits.least);
            }
            return limits;
        }
        case QuestionKind::choices:
            return own(0, static_cast<std::int64_t>(question.options.size()));
        case QuestionKind::phone:
        case QuestionKind::choice:
        case QuestionKind::consent:
            return {};
    }
    return {};
}

std::vector<Refusal> refusals(const Form& form, const Answers& answers) {
    if (answers.form_version != form.version) {
        return {{-1, RefusalKind::other_version, form.version}};
    }
    if (answers.answers.size() != form.questions.size()) {
        return {{-1, RefusalKind::other_questions, 0}};
    }
    std::vector<Refusal> all;
    for (std::size_t i = 0; i < form.questions.size(); ++i) {
        auto refusal = refuse(form.questions[i], answers.answers[i]);
        const Answer& answer = answers.answers[i];
        const bool child = answer.kind == QuestionKind::age && answer.number >= 0 &&
                           answer.number < guardian_below_years;
        if (!refusal && child && !answers.guardian_agrees) {
            refusal = Refusal{0, RefusalKind::needs_guardian, guardian_below_years};
        }
        if (!refusal) continue;
        refusal->question = static_cast<int>(i);
        all.push_back(*refusal);
    }
    return all;
}

Answers tidied(Answers answers) {
    for (Answer& answer : answers.answers) {
        answer.text = trimmed(answer.text);
        if (answer.kind == QuestionKind::phone) {
            if (const auto digits = phone_digits(answer.text)) answer.text = *digits;
        }
        std::sort(answer.chosen.begin(), answer.chosen.end());
        answer.chosen.erase(std::unique(answer.chosen.begin(), answer.chosen.end()),
                            answer.chosen.end());
    }
    return answers;
}

std::optional<std::string> phone_digits(std::string_view text) {
    std::string digits;
    const std::string_view country = "+86";
    if (text.starts_with(country)) text.remove_prefix(country.size());
    for (const char c : text) {
        if (is_digit(c)) {
            digits += c;
        } else if (c != ' ' && c != '-') {
            return std::nullopt;
        }
    }
    constexpr std::size_t mobile_digits = 11;
    constexpr std::size_t local_digits_min = 7;   // a house's, without the town's
    constexpr std::size_t local_digits_max = 12;  // with it: 0576-8740 1234
    if (digits.starts_with('1')) {
        const bool mobile = digits.size() == mobile_digits && digits[1] >= '3';
        return mobile ? std::optional(digits) : std::nullopt;
    }
    if (digits.size() < local_digits_min || digits.size() > local_digits_max) return std::nullopt;
    return digits;
}

const Answer* answer_of(const Answers& answers, QuestionKind kind) {
    for (const Answer& answer : answers.answers) {
        if (answer.kind == kind && answered(answer)) return &answer;
    }
    return nullptr;
}

std::string phone_tail(const Answers& answers) {
    const Answer* const phone = answer_of(answers, QuestionKind::phone);
    if (phone == nullptr || phone->text.size() < 4) return {};
    return phone->text.substr(phone->text.size() - 4);
}

int party_of(const Answers& answers) {
    const Answer* const party = answer_of(answers, QuestionKind::party);
    return party == nullptr ? 1 : static_cast<int>(party->number);
}

}  // namespace wenlan::domain
