// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/form_fields.h"

#include <set>

#include "hub/desk/limits.h"

namespace wenlan::hub::desk {

namespace {

using domain::Question;
using domain::QuestionKind;

bool chosen(const Question& question) {
    return question.kind == QuestionKind::choice || question.kind == QuestionKind::choices;
}

void check_question(const Fields& fields, const Question& question) {
    if (question.prompt.zh.empty()) {
        fields.fault("prompt.zh", "form.no-prompt", {"请写要问什么。", "A question asks nothing."});
    }
    if (chosen(question) && question.options.size() < 2) {
        fields.fault("options", "form.no-options",
                     {"至少要有两个答案可选。", "There are less than two answers to choose from."});
    }
    if (!chosen(question) && !question.options.empty()) {
        fields.fault(
            "options", "form.no-choice",
            {"这种问题没有可选的答案。", "A question has answers to choose where it should not."});
    }
    if (question.most != 0 && question.least > question.most) {
        fields.fault("least", "form.least-above-most",
                     {"最少不能大于最多。", "A question asks for more than it allows."});
    }
    const int options = static_cast<int>(question.options.size());
    if (question.kind == QuestionKind::choices &&
        (question.least > options || question.most > options)) {
        fields.fault("most", "form.more-than-options",
                     {"比可选的答案还多。", "That is more than there are answers."}, options);
    }
}

Question question_in(const Fields& fields) {
    Question question;
    fields.word("kind", question.kind);
    fields.text("prompt", question.prompt, prompt_max);
    fields.flag("required", question.required);
    fields.number("least", question.least, 0, answer_most);
    fields.number("most", question.most, 0, answer_most);
    std::set<std::string> seen;
    int place = 0;
    const Json* const options = fields.member("options");
    for (const Fields& one : fields.list("options", options_max)) {
        const std::string field = "options." + std::to_string(place++);
        base::LocalText option;
        one.text("zh", option.zh, option_max);
        one.text("en", option.en, option_max);
        if (option.empty()) {
            fields.fault(field + ".zh", "form.empty-option",
                         {"请写这个答案。", "An answer is empty."});
        } else if (!seen.insert(option.in(base::Language::zh)).second) {
            fields.fault(field + ".zh", "form.option-twice",
                         {"这个答案写了两次。", "An answer is there twice."});
        }
        question.options.push_back(std::move(option));
    }
    if (options != nullptr)
        check_question(fields, question);
    else if (!chosen(question))
        check_question(fields, question);
    else
        fields.wrong("options");
    return question;
}

}  // namespace

std::vector<Question> questions_in(const Fields& fields, Faults& faults) {
    std::vector<Question> questions;
    std::set<QuestionKind> once;
    for (const Fields& one : fields.list("form", questions_max)) {
        const std::size_t before = faults.size();
        Question question = question_in(one);
        const bool single = question.kind == QuestionKind::name ||
                            question.kind == QuestionKind::phone ||
                            question.kind == QuestionKind::party;
        if (faults.size() == before && single && !once.insert(question.kind).second) {
            one.fault("kind", "form.asked-twice",
                      {"称呼、电话和人数各只能问一次。",
                       "Name, phone and party are each asked for once."});
        }
        questions.push_back(std::move(question));
    }
    return questions;
}

}  // namespace wenlan::hub::desk
