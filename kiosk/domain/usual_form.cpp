// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/usual_form.h"

namespace wenlan::domain {

namespace {

using base::LocalText;

Question ask(QuestionKind kind, LocalText prompt, bool required = true) {
    Question question;
    question.kind = kind;
    question.prompt = std::move(prompt);
    question.required = required;
    return question;
}

Question ask_text(LocalText prompt, int most, bool required = true) {
    Question question = ask(QuestionKind::text, std::move(prompt), required);
    question.least = required ? 1 : 0;
    question.most = most;
    return question;
}

Question ask_choice(LocalText prompt, std::vector<LocalText> options, bool required = true) {
    Question question = ask(QuestionKind::choice, std::move(prompt), required);
    question.options = std::move(options);
    return question;
}

Question name() { return ask(QuestionKind::name, {"怎么称呼您？", "Your name?"}); }
Question phone() { return ask(QuestionKind::phone, {"留个手机号", "Your phone number"}, false); }
Question agreed(LocalText prompt) { return ask(QuestionKind::consent, std::move(prompt)); }

Question party() { return ask(QuestionKind::party, {"几位一起来？", "How many are coming?"}); }

void add_event(std::vector<Question>& questions) {
    questions.push_back(party());
    questions.push_back(
        agreed({"同意用这些信息通知我这场活动", "You may use this to tell me about this event"}));
    questions.push_back(ask(QuestionKind::consent,
                            {"坐轮椅或行动不便，请留方便的位置",
                             "Wheelchair or unsteady on my feet: an easy place, please"},
                            false));
}

void add_volunteering(std::vector<Question>& questions) {
    Question age = ask(QuestionKind::age, {"您今年多大？", "How old are you?"});
    age.least = 6;
    questions.push_back(age);
    questions.push_back(
        agreed({"同意用这些信息安排志愿服务", "You may use this to arrange the volunteering"}));
}

void add_club(std::vector<Question>& questions) {
    questions.push_back(ask_choice({"以前学过吗？", "Have you done this before?"},
                                   {{"没学过，从头来", "No, I begin here"},
                                    {"学过一点", "A little"},
                                    {"学过好几年", "For years"}},
                                   false));
    questions.push_back(agreed({"同意社团用这些信息联系我", "The club may use this to reach me"}));
}

// Acts for a stage; where neighbours write notes, a note.
void add_call(std::vector<Question>& questions, bool notes) {
    if (notes) {
        questions.push_back(ask_text({"荐哪一本书？", "Which book?"}, 30));
        questions.push_back(ask_text({"三两句话，说说它好在哪", "What is good about it?"}, 150));
        questions.push_back(agreed({"同意社工看过后贴到墙上", "Staff may put it up once read"}));
        return;
    }
    questions.push_back(ask_text({"节目叫什么？", "Your act?"}, 30));
    questions.push_back(ask_choice({"是哪一类？", "What kind of act is it?"},
                                   {{"唱歌、唱戏", "Song or opera"},
                                    {"跳舞、腰鼓", "Dance or drums"},
                                    {"乐器", "Music"},
                                    {"小品、说书", "Sketch or storytelling"},
                                    {"别的", "Something else"}}));
    Question people = ask(QuestionKind::number, {"几位上台？", "How many are on stage?"});
    people.least = 1;
    people.most = 99;
    questions.push_back(people);
    Question minutes = ask(QuestionKind::number, {"大概几分钟？", "About how many minutes?"});
    minutes.least = 1;
    minutes.most = 60;
    questions.push_back(minutes);
    questions.push_back(
        agreed({"同意用这些信息联系我排练", "You may use this to call me about rehearsals"}));
}

void add_service(std::vector<Question>& questions) {
    questions.push_back(ask_text({"是哪个村、哪个社区？", "Which village or estate?"}, 30));
    questions.push_back(ask_text({"礼堂叫什么？", "Which hall?"}, 30, false));
    questions.push_back(
        ask_choice({"什么时候方便？", "When would suit you?"}, {{"平日白天", "Weekdays"},
                                                                {"平日晚上", "Weekday evenings"},
                                                                {"周末", "Weekends"},
                                                                {"哪天都行", "Any day"}}));
    questions.push_back(
        agreed({"同意用这些信息和我约日子", "You may use this to arrange a day with me"}));
}

}  // namespace

Form form_of(const Listing& listing) {
    Form form = listing.form;
    const bool joins = listing.join == Join::sign_up || listing.join == Join::walk_in ||
                       listing.join == Join::ask || listing.kind == Kind::call ||
                       listing.kind == Kind::challenge;
    if (!form.empty() || !joins) return form;
    std::vector<Question>& questions = form.questions;
    questions = {name(), phone()};
    switch (listing.kind) {
        case Kind::event:
        case Kind::reading:
            add_event(questions);
            break;
        case Kind::volunteering:
            add_volunteering(questions);
            break;
        case Kind::club:
        case Kind::challenge:
            add_club(questions);
            break;
        case Kind::call:
            add_call(questions, !listing.items.empty());
            break;
        case Kind::service:
            add_service(questions);
            break;
        case Kind::survey:
        case Kind::notice:
            return listing.form;
    }
    if (listing.kind == Kind::challenge) questions.erase(questions.begin() + 2);
    return form;
}

Form walk_in_form_of(const Listing& listing) {
    Form form = listing.form;
    if (form.empty()) form.questions = {party()};
    return form;
}

}  // namespace wenlan::domain
