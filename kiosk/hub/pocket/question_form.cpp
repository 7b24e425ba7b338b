// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/question_form.h"

#include <algorithm>
#include <charconv>

#include "hub/pocket/words.h"

namespace wenlan::hub::pocket {

using domain::QuestionKind;

namespace {

std::string name_of(std::size_t question) { return "q" + std::to_string(question); }

std::int64_t number_in(std::string_view text) {
    std::int64_t number = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size() && number >= 0 ? number : -1;
}

// One question being drawn.
struct Drawn {
    const Visitor& visitor;
    const domain::Question& question;
    std::string name;
    const Fields& filled;

    std::string value() const { return std::string(filled.first(name)); }
    std::string required() const { return question.required ? "true" : "false"; }
};

Html text_field(const Drawn& drawn, const char* type, const char* mode, const char* complete,
                std::int64_t most) {
    return fill(
        "<input type=\"{}\" id=\"{}\" name=\"{}\" value=\"{}\" inputmode=\"{}\" "
        "autocomplete=\"{}\" maxlength=\"{}\" aria-required=\"{}\">",
        {type, drawn.name, drawn.name, drawn.value(), mode, complete, most, drawn.required()});
}

Html number_field(const Drawn& drawn) {
    const domain::Limits limits = domain::limits_of(drawn.question);
    const std::string value =
        drawn.value().empty() && drawn.question.kind == QuestionKind::party ? "1" : drawn.value();
    return fill(
        "<input type=\"number\" id=\"{}\" name=\"{}\" value=\"{}\" min=\"{}\" max=\"{}\" "
        "inputmode=\"numeric\" aria-required=\"{}\">",
        {drawn.name, drawn.name, value, limits.least, limits.most, drawn.required()});
}

Html choices(const Drawn& drawn) {
    const bool several = drawn.question.kind == QuestionKind::choices;
    const auto chosen = drawn.filled.every(drawn.name);
    Html html;
    for (std::size_t i = 0; i < drawn.question.options.size(); ++i) {
        const std::string value = std::to_string(i);
        const bool on = std::find(chosen.begin(), chosen.end(), value) != chosen.end();
        html += fill(
            "<label class=\"tick\"><input type=\"{}\" name=\"{}\" value=\"{}\"{}>"
            "<span>{}</span></label>",
            {several ? "checkbox" : "radio", drawn.name, value, on ? fill(" checked") : Html(),
             drawn.visitor.say(drawn.question.options[i])});
    }
    return html;
}

Html field_of(const Drawn& drawn) {
    switch (drawn.question.kind) {
        case QuestionKind::name:
            return text_field(drawn, "text", "text", "name", domain::name_characters_max);
        case QuestionKind::phone:
            return text_field(drawn, "tel", "tel", "tel", 20);
        case QuestionKind::text:
            return fill(
                "<textarea id=\"{}\" name=\"{}\" rows=\"3\" maxlength=\"{}\" "
                "aria-required=\"{}\">{}</textarea>",
                {drawn.name, drawn.name, domain::limits_of(drawn.question).most, drawn.required(),
                 drawn.value()});
        case QuestionKind::party:
        case QuestionKind::number:
        case QuestionKind::age:
            return number_field(drawn);
        case QuestionKind::choice:
        case QuestionKind::choices:
            return choices(drawn);
        case QuestionKind::consent:
            break;
    }
    return fill(
        "<label class=\"tick\"><input type=\"checkbox\" name=\"{}\" value=\"1\"{}>"
        "<span>{}</span></label>",
        {drawn.name, drawn.value() == "1" ? fill(" checked") : Html(),
         drawn.visitor.say(drawn.question.prompt)});
}

Html wrong(const Visitor& visitor, const base::LocalText& sentence) {
    return fill("<p class=\"wrong\" role=\"alert\">{}</p>", {visitor.say(sentence)});
}

Html question_of(const Drawn& drawn, const domain::Refusal* refusal) {
    const domain::Question& question = drawn.question;
    const Visitor& visitor = drawn.visitor;
    const std::string& need = visitor.say(question.required ? words::required : words::optional);
    Html after;
    if (question.kind == QuestionKind::phone) {
        after = fill("<p class=\"note\">{}</p>", {visitor.say(words::phone_use)});
    }
    if (refusal != nullptr) after += wrong(visitor, domain::sentence(*refusal, question.kind));
    const char* const look = refusal == nullptr ? "question" : "question bad";
    if (question.kind == QuestionKind::consent) {
        return fill("<div class=\"{}\">{}{}</div>\n", {look, field_of(drawn), after});
    }
    if (question.kind == QuestionKind::choice || question.kind == QuestionKind::choices) {
        return fill(
            "<fieldset class=\"{}\"><legend>{} <span class=\"note\">{}</span></legend>{}{}"
            "</fieldset>\n",
            {look, visitor.say(question.prompt), need, field_of(drawn), after});
    }
    return fill(
        "<div class=\"{}\"><label for=\"{}\">{} <span class=\"note\">{}</span></label>{}{}"
        "</div>\n",
        {look, drawn.name, visitor.say(question.prompt), need, field_of(drawn), after});
}

domain::Answer answer_to(const domain::Question& question, const std::string& name,
                         const Fields& fields) {
    domain::Answer answer;
    answer.kind = question.kind;
    const std::string_view value = fields.first(name);
    switch (question.kind) {
        case QuestionKind::name:
        case QuestionKind::phone:
        case QuestionKind::text:
            answer.text = std::string(value);
            break;
        case QuestionKind::party:
        case QuestionKind::number:
        case QuestionKind::age:
        case QuestionKind::choice:
            answer.number = number_in(value);
            break;
        case QuestionKind::choices:
            for (const std::string_view one : fields.every(name)) {
                constexpr std::int64_t options_max = 1000;
                answer.chosen.push_back(static_cast<int>(std::min(number_in(one), options_max)));
            }
            break;
        case QuestionKind::consent:
            answer.ticked = value == "1";
            break;
    }
    return answer;
}

}  // namespace

Html question_fields(const Visitor& visitor, const domain::Form& form, const Fields& filled,
                     const std::vector<domain::Refusal>& refusals) {
    Html html;
    bool asks_age = false;
    for (std::size_t i = 0; i < form.questions.size(); ++i) {
        const auto refusal = std::find_if(
            refusals.begin(), refusals.end(),
            [i](const domain::Refusal& one) { return one.question == static_cast<int>(i); });
        asks_age = asks_age || form.questions[i].kind == QuestionKind::age;
        html += question_of({visitor, form.questions[i], name_of(i), filled},
                            refusal == refusals.end() ? nullptr : &*refusal);
    }
    if (asks_age) {
        html += fill(
            "<div class=\"question\"><label class=\"tick\"><input type=\"checkbox\" "
            "name=\"guardian\" value=\"1\"{}><span>{}</span></label>"
            "<p class=\"note\">{}</p></div>",
            {filled.first("guardian") == "1" ? fill(" checked") : Html(),
             visitor.say(words::guardian), visitor.say(words::guardian_more)});
    }
    return html;
}

domain::Answers answers_of(const domain::Form& form, const Fields& fields) {
    domain::Answers answers;
    answers.form_version = form.version;
    answers.guardian_agrees = fields.first("guardian") == "1";
    for (std::size_t i = 0; i < form.questions.size(); ++i) {
        answers.answers.push_back(answer_to(form.questions[i], name_of(i), fields));
    }
    return domain::tidied(std::move(answers));
}

}  // namespace wenlan::hub::pocket
