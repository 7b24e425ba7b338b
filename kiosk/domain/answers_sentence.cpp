// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/answers.h"

namespace wenlan::domain {

namespace {

base::LocalText missing(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::name:
            return {"写个称呼就行，比如王阿姨", "Any name you go by will do"};
        case QuestionKind::phone:
            return {"请留一个电话号码", "Please leave a phone number"};
        case QuestionKind::party:
            return {"请说一下几位来", "Please say how many will come"};
        case QuestionKind::choice:
        case QuestionKind::choices:
            return {"请选一项", "Please choose one"};
        case QuestionKind::age:
            return {"请填年龄", "Please give the age"};
        case QuestionKind::number:
            return {"请填一个数", "Please give a number"};
        case QuestionKind::text:
        case QuestionKind::consent:
            break;
    }
    return {"这一项还没有填", "This has not been answered yet"};
}

}  // namespace

base::LocalText sentence(const Refusal& refusal, QuestionKind kind) {
    const std::string n = std::to_string(refusal.limit);
    switch (refusal.kind) {
        case RefusalKind::missing:
            return missing(kind);
        case RefusalKind::too_short:
            return {"至少写 " + n + " 个字", "At least " + n + " characters, please"};
        case RefusalKind::too_long:
            return {"最多写 " + n + " 个字", "At most " + n + " characters, please"};
        case RefusalKind::too_small:
            if (kind == QuestionKind::party) {
                return {"至少 " + n + " 位", "At least " + n + " people"};
            }
            return {"不能小于 " + n, "No less than " + n};
        case RefusalKind::too_large:
            if (kind == QuestionKind::party) {
                return {"一次最多 " + n + " 位", "At most " + n + " people at a time"};
            }
            return {"不能大于 " + n, "No more than " + n};
        case RefusalKind::too_few:
            return {"至少选 " + n + " 项", "Choose at least " + n};
        case RefusalKind::too_many:
            return {"最多选 " + n + " 项", "Choose at most " + n};
        case RefusalKind::not_an_option:
            return {"请从上面选一项", "Please choose one of those above"};
        case RefusalKind::not_a_phone:
            return {"这个号码好像不对，请再看看", "This number does not look right"};
        case RefusalKind::unwanted_characters:
            return {"有的字这里写不了，请换一个", "Some characters cannot be used here"};
        case RefusalKind::not_agreed:
            return {"同意了才能报名", "We need your consent to sign you up"};
        case RefusalKind::needs_guardian:
            return {"未满 " + n + " 岁，要大人同意", "Under " + n + ": an adult has to agree"};
        case RefusalKind::other_version:
        case RefusalKind::other_questions:
            break;
    }
    return {"报名表刚刚改过，请重新填一下", "The form has just changed: please fill it in again"};
}

}  // namespace wenlan::domain
