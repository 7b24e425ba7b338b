// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <string>

#include "text/wipe.h"
#include "ui/screens/input_sheet.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/sign_up_parts.h"
#include "ui/typing/typist.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/lists.h"

// One question a page: by keys, by digits, or by a choice.
namespace wenlan::ui::sign_up {

namespace {

using domain::Question;
using domain::QuestionKind;

constexpr std::uint64_t first_field = 0x516E000;
constexpr std::size_t digits_most = 6;

std::uint64_t field_of(const SignUpFlow& flow) { return first_field + flow.current(); }

std::string refused_words(Frame& frame, const SignUpFlow& flow, const Question& question) {
    if (!flow.refusal) return {};
    if (flow.refusal->kind == domain::RefusalKind::missing) {
        switch (question.kind) {
            case QuestionKind::name:
                return std::string(frame.word(Key::sign_up_name_error));
            case QuestionKind::text:
                return std::string(frame.word(Key::sign_up_text_error));
            case QuestionKind::choice:
            case QuestionKind::choices:
                return std::string(frame.word(Key::sign_up_choose_error));
            case QuestionKind::number:
            case QuestionKind::age:
            case QuestionKind::party:
                return std::string(frame.word(Key::sign_up_number_error));
            case QuestionKind::phone:
            case QuestionKind::consent:
                break;
        }
    }
    return frame.word(domain::sentence(*flow.refusal, question.kind));
}

void typed_question(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    const Question& question = flow.question(flow.current());
    Typist& typist = *frame.typist;
    const bool name = question.kind == QuestionKind::name;
    // A field that was left is filled again with what it had.
    const bool opened = !typist.is_open(field_of(flow));
    if (opened) flow.latin = frame.theme.english();
    const std::string error = refused_words(frame, flow, question);
    const Key hint = name                ? Key::sign_up_name_hint
                     : question.required ? Key::sign_up_text_hint
                                         : Key::sign_up_text_hint_optional;
    input_sheet::NameQuestion asked;
    asked.field = field_of(flow);
    asked.question = frame.word(question.prompt);
    asked.hint = frame.word(hint);
    asked.done = frame.word(Key::sign_up_next);
    asked.error = error;
    asked.characters_max = static_cast<std::size_t>(domain::limits_of(question).most);
    asked.purpose = name ? text::input::Purpose::name : text::input::Purpose::text;
    asked.latin = flow.latin;
    if (opened) {
        typist.open(asked.field, {.purpose = asked.purpose,
                                  .characters_max = asked.characters_max,
                                  .latin = asked.latin});
        typist.insert(flow.answer(flow.current()).text->view());
    }
    const auto outcome = input_sheet::draw_name(frame, at.body, asked);
    if (!typist.empty() && flow.refusal) flow.refusal.reset();
    if (outcome != input_sheet::Outcome::done) return;
    frame.animate();
    if (flow.wanted_step) {
        keep_typed(frame, flow);
        flow.go(*std::exchange(flow.wanted_step, {}));
        return;
    }
    flow.answer(flow.current()).text->assign(typist.text());
    if (flow.next()) typist.close();
}

void phone_question(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    const Question& question = flow.question(flow.current());
    base::LockedText& kept = *flow.answer(flow.current()).text;
    PhoneEntry& entry = flow.phone;
    const bool whole = entry.state() == PhoneEntry::State::complete;
    std::string error;
    if (entry.state() == PhoneEntry::State::wrong_start || (flow.phone_early && !whole)) {
        error = input_sheet::phone_sentence(entry, frame.language());
        if (error.empty()) error = frame.word(Key::typing_phone_empty);
    } else if (flow.refusal) {
        error = refused_words(frame, flow, question);
    }
    const bool event = flow.detail().card.occasion && flow.occasion();
    std::string shown = entry.grouped();
    const std::string rest = entry.dots();
    input_sheet::DigitsQuestion asked;
    asked.question = frame.word(question.prompt);
    asked.shown = shown;
    asked.rest = rest;
    asked.beside = frame.word(Key::sign_up_phone_digits);
    asked.promise =
        frame.word(event ? Key::sign_up_phone_promise : Key::sign_up_phone_promise_matter);
    asked.error = error;
    if (!question.required) asked.link = frame.word(Key::sign_up_no_phone);
    asked.done = frame.word(Key::sign_up_next);
    asked.ready = whole;
    const auto press = input_sheet::draw_digits(frame, at.body, asked, flow.repeat);
    text::wipe(shown);
    if (press.digit != 0) entry.press(press.digit);
    for (int i = 0; i < press.backspaces; ++i) entry.backspace();
    if (press.clear) entry.clear();
    if (press.digit != 0 || press.backspaces > 0 || press.clear) {
        flow.phone_early = false;
        flow.refusal.reset();
    }
    if (press.link) {
        entry.clear();
        kept.clear();
        flow.phone_early = false;
        flow.next();
        frame.animate();
    }
    if (!press.done) return;
    flow.phone_early = !whole;
    frame.animate();
    if (!whole) return;
    kept.assign(entry.digits());
    flow.next();
}

// True: the key for going on was pressed. `number` follows what is keyed in; -1: nothing is.
bool number_keys(Frame& frame, const sheet::Places& at, SignUpFlow& flow,
                 input_sheet::DigitsQuestion asked, std::int64_t& number) {
    base::LockedText& digits = flow.digits;
    if (digits.empty() && number >= 0) digits.assign(std::to_string(number));
    asked.shown = digits.view();
    asked.done = frame.word(Key::sign_up_next);
    asked.ready = number >= 0;
    const auto press = input_sheet::draw_digits(frame, at.body, asked, flow.repeat);
    if (press.digit != 0 && digits.view().size() < digits_most) {
        if (digits.view() == "0") digits.clear();
        digits.append({&press.digit, 1});
    }
    for (int i = 0; i < press.backspaces; ++i) digits.pop_character();
    if (press.clear) digits.clear();
    if (press.digit != 0 || press.backspaces > 0 || press.clear) {
        flow.refusal.reset();
        const std::string_view keyed = digits.view();
        number = -1;
        std::from_chars(keyed.data(), keyed.data() + keyed.size(), number);
    }
    return press.done;
}

void number_question(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    const Question& question = flow.question(flow.current());
    const bool age = question.kind == QuestionKind::age;
    const std::string error = refused_words(frame, flow, question);
    const domain::Limits limits = domain::limits_of(question);
    const std::string range =
        format(Key::sign_up_number_range, frame.language(),
               {{"least", std::to_string(limits.least)}, {"most", std::to_string(limits.most)}});
    input_sheet::DigitsQuestion asked;
    asked.question = frame.word(question.prompt);
    asked.error = error;
    if (age) asked.beside = frame.word(Key::sign_up_years);
    asked.hint = age                  ? frame.word(Key::sign_up_age_hint)
                 : !question.required ? frame.word(Key::sign_up_optional)
                                      : std::string_view(range);
    if (!number_keys(frame, at, flow, asked, flow.answer(flow.current()).number)) return;
    if (flow.next()) flow.digits.clear();
    frame.animate();
}

// One thing that can be chosen: a ring for one, a box for several.
bool option(Frame& frame, Rect rect, std::string_view label, bool chosen, bool several,
            std::uint64_t key) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Palette& color = theme.color;
    constexpr float radius = 26;
    Pressing press(frame, several ? Role::toggle : Role::button, label, rect, key);
    const Color fill = chosen ? color.secondary : color.card;
    const Color words = chosen ? color.on_secondary : color.ink;
    canvas.round(rect, radius, fill);
    if (!chosen)
        canvas.outline(rect, radius, theme.contrast ? 4 : 3,
                       theme.contrast ? color.ink : color.line);
    const Point mark{rect.x + 56, rect.center().y};
    if (chosen) {
        if (several)
            canvas.round(Rect::around(mark, 44, 44), 12, words);
        else
            canvas.disc(mark, 22, words);
        canvas.icon(mark, 32, "check", fill);
    } else if (several) {
        canvas.outline(Rect::around(mark, 42, 42), 12, 3, color.ink3);
    } else {
        canvas.circle(mark, 20.5F, 3, color.ink3);
    }
    canvas.push_ground(fill);
    TextStyle style = theme.type(Type::row_title).in(words);
    style.line = 1.2F;
    canvas.text({rect.x + 104, rect.y, rect.w - 124, rect.h}, label, style,
                {.lines_max = 2, .step_down = {style.px * 0.9F, style.px * 0.82F}, .middle = true});
    canvas.pop();
    return press.activated();
}

void choose(const Question& question, DraftAnswer& answer, int chosen) {
    if (question.kind == QuestionKind::choice) {
        const bool again = answer.number == chosen && !question.required;
        answer.number = again ? -1 : chosen;
        return;
    }
    const auto at = std::find(answer.chosen.begin(), answer.chosen.end(), chosen);
    if (at != answer.chosen.end())
        answer.chosen.erase(at);
    else
        answer.chosen.insert(std::lower_bound(answer.chosen.begin(), answer.chosen.end(), chosen),
                             chosen);
}

void options(Frame& frame, Rect area, SignUpFlow& flow) {
    const Question& question = flow.question(flow.current());
    DraftAnswer& answer = flow.answer(flow.current());
    const bool several = question.kind == QuestionKind::choices;
    const std::size_t count = question.options.size();
    const bool two = !frame.theme.large && (count > 5 || area.h < 500);
    const auto across = static_cast<std::size_t>(two ? 2 : 1);
    const float height = frame.theme.large ? 128 : 112;
    constexpr float gap = 18;
    const float width = two ? (area.w - gap) / 2 : area.w;
    const auto rows = static_cast<float>((count + across - 1) / across);
    vertical_list(
        frame, frame.word(question.prompt), area, rows * (height + gap) - gap + 8, flow.list,
        [&](Visible visible) {
            for (std::size_t i = 0; i < count; ++i) {
                const auto row = static_cast<float>(i / across);
                const auto column = static_cast<float>(i % across);
                const Rect rect{area.x + column * (width + gap), row * (height + gap) + 4, width,
                                height};
                if (rect.bottom() < visible.from || rect.y > visible.to) continue;
                const int number = static_cast<int>(i);
                const bool chosen = several ? std::find(answer.chosen.begin(), answer.chosen.end(),
                                                        number) != answer.chosen.end()
                                            : answer.number == number;
                if (option(frame, rect, frame.word(question.options[i]), chosen, several, i)) {
                    choose(question, answer, number);
                    flow.refusal.reset();
                    frame.animate();
                }
            }
        });
}

void choice_question(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    Canvas& canvas = frame.canvas;
    const Question& question = flow.question(flow.current());
    const Rect area = at.body;
    const TextStyle style = frame.theme.type(Type::question);
    float y = area.y + (at.low ? 0 : 8);
    y += canvas.text({area.x, y, area.w, 0}, frame.word(question.prompt), style, {.lines_max = 3})
             .height +
         10;
    const std::string error = refused_words(frame, flow, question);
    const bool several = question.kind == QuestionKind::choices;
    const Key hint = !question.required ? Key::sign_up_optional
                     : several          ? Key::sign_up_choose_some
                                        : Key::sign_up_choose_one;
    const std::string_view words = error.empty() ? frame.word(hint) : std::string_view(error);
    y += sheet::sentence(frame, {area.x, y, area.w, 0}, words, error.empty() ? "hand" : "warn",
                         !error.empty()) +
         18;
    const float buttons_y = area.bottom() - (at.low ? 152 : frame.theme.large ? 176 : 220);
    options(frame, {area.x, y, area.w, buttons_y - 24 - y}, flow);
    const float back = 260;
    if (outline_button(frame, {area.x, buttons_y, back, 128}, frame.word(Key::sign_up_back))) {
        flow.back();
        frame.animate();
    }
    const Rect on{area.x + back + 24, buttons_y, area.w - back - 24, 128};
    if (primary_button(frame, on, frame.word(Key::sign_up_next), Weight::action)) {
        flow.next();
        frame.animate();
    }
}

}  // namespace

void keep_typed(Frame& frame, SignUpFlow& flow) {
    if (!flow.begun() || flow.reviewing()) return;
    flow.digits.clear();
    const QuestionKind kind = flow.question(flow.current()).kind;
    DraftAnswer& answer = flow.answer(flow.current());
    if (kind == QuestionKind::phone) {
        if (flow.phone.state() == PhoneEntry::State::complete)
            answer.text->assign(flow.phone.digits());
        return;
    }
    if (!answer.text || !frame.typist->is_open(field_of(flow))) return;
    answer.text->assign(frame.typist->text());
    frame.typist->close();
}

void question(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    switch (flow.question(flow.current()).kind) {
        case QuestionKind::name:
        case QuestionKind::text:
            typed_question(frame, at, flow);
            break;
        case QuestionKind::phone:
            phone_question(frame, at, flow);
            break;
        case QuestionKind::number:
        case QuestionKind::age:
            number_question(frame, at, flow);
            break;
        case QuestionKind::choice:
        case QuestionKind::choices:
            choice_question(frame, at, flow);
            break;
        case QuestionKind::party:
        case QuestionKind::consent:
            break;  // on the review
    }
}

void party_pad(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    const std::string most = format(Key::sign_up_party_hint, frame.language(),
                                    {{"n", std::to_string(flow.party_most())}});
    input_sheet::DigitsQuestion asked;
    asked.question = frame.word(Key::sign_up_party_ask);
    asked.hint = most;
    std::int64_t number = flow.party_keyed;
    const bool done = number_keys(frame, at, flow, asked, number);
    flow.party_keyed = number;
    if (number > flow.party_most()) flow.party_keyed = flow.party_most();
    if (number > flow.party_most()) flow.digits.assign(std::to_string(flow.party_most()));
    if (!done || number < 1) return;
    flow.set_party(static_cast<int>(number));
    flow.digits.clear();
    flow.party_pad = false;
    frame.animate();
}

}  // namespace wenlan::ui::sign_up
