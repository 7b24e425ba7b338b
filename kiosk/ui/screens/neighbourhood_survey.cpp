// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>

#include "ui/screens/neighbourhood_parts.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/pressing.h"

// The survey's card: one question with its answers, the thanks, or the last result.
namespace wenlan::ui::neighbourhood {

namespace {

constexpr float inset = 44;
constexpr std::size_t answers_max = 4;
constexpr std::size_t bars_max = 3;

Color pigment_fill(const Frame& frame) {
    return frame.theme.pigment(domain::Section::neighbourhood).fill;
}

struct Layout {
    float head, question_y, question_height, answers_y, answer_height, answer_pitch;
    std::size_t across;
    TextStyle question;
};

Layout layout_of(Frame& frame, float width, std::string_view question, std::size_t answers) {
    const bool large = frame.theme.large;
    Layout layout;
    layout.question = frame.theme.type(Type::section);
    layout.head = large ? 164 : 104;
    layout.question_height =
        frame.canvas.measure(question, layout.question, width - 2 * inset, 3).height;
    layout.question_y = layout.head;
    layout.answers_y = layout.question_y + layout.question_height + 26.6F;
    layout.answer_height = large ? 124 : 112;
    layout.answer_pitch = layout.answer_height + 18.5F;
    layout.across = large || width < 700 || answers < 2 ? 1 : 2;
    return layout;
}

std::size_t answers_of(const domain::Question& question) {
    return std::min(answers_max, question.options.size());
}

float answers_height(const Layout& layout, std::size_t count) {
    const std::size_t rows = (count + layout.across - 1) / layout.across;
    return static_cast<float>(rows) * layout.answer_pitch - 18.5F;
}

float foot_height(const Frame& frame) { return frame.theme.large ? 204 : 164; }

const domain::Question& question_now(const Frame& frame, const model::SurveyCard& survey) {
    const std::size_t last = survey.form.questions.size() - 1;
    return survey.form.questions[std::min(frame.visit.survey.at(), last)];
}

void head(Frame& frame, Rect rect, std::string_view words, const model::SurveyCard& survey) {
    const Theme& theme = frame.theme;
    frame.canvas.icon({rect.x + 70, rect.y + 62}, theme.large ? 54 : 48, "survey",
                      pigment_fill(frame));
    const std::string answered = format(Key::neighbourhood_survey_answered, frame.language(),
                                        {{"n", std::to_string(survey.answered)}});
    const TextStyle small = theme.type(Type::secondary);
    const TextStyle line = theme.type(Type::small_body).in(theme.color.ink2);
    const float left = rect.x + 116;
    const float right = rect.right() - inset;
    const float answered_width =
        survey.answered > 0 && !theme.large ? frame.canvas.text_width(answered, small) + 20 : 0;
    page::line_at(frame, {left, rect.y + 62}, right - answered_width - left, words, line,
                  {.step_down = {line.px * 0.92F, line.px * 0.84F}});
    if (survey.answered == 0) return;
    if (theme.large) {
        page::line_at(frame, {left, rect.y + 122}, right - left, answered, small,
                      {.step_down = {small.px * 0.92F}, .whole = true});
    } else {
        page::line_at(frame, {right - answered_width, rect.y + 62}, answered_width, answered, small,
                      {.align = Align::right, .whole = true});
    }
}

bool answer(Frame& frame, Rect rect, std::string_view label, bool chosen) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    constexpr float radius = 26;
    Pressing press(frame, Role::button, label, rect);
    const Color fill = chosen ? pigment_fill(frame) : theme.color.card;
    const Color words = chosen ? theme.color.on_fill : theme.color.ink;
    canvas.round(rect, radius, fill);
    const Point ring{rect.x + 54, rect.center().y};
    if (chosen) {
        canvas.disc(ring, 22, words);
        canvas.icon(ring, 32, "check", fill);
    } else {
        canvas.outline(rect, radius, theme.contrast ? 4 : 3,
                       theme.contrast ? theme.color.ink : theme.color.line);
        canvas.circle(ring, 20.5F, 3, theme.color.ink3);
    }
    canvas.push_ground(fill);
    TextStyle style = theme.type(Type::row_title).in(words);
    if (chosen) style.face = text::Face::sans_bold;
    const float left = rect.x + 98;
    const float room = rect.right() - 20 - left;
    if (canvas.text_width(label, style.sized(style.px * 0.85F)) > room) {
        style.px *= 0.78F;
        style.line = 1.2F;
        canvas.text({left, rect.y, room, rect.h}, label, style, {.lines_max = 2, .middle = true});
    } else {
        page::line_at(frame, {left, rect.center().y - 1}, room, label, style,
                      {.step_down = {style.px * 0.92F, style.px * 0.85F}});
    }
    canvas.pop();
    return press.activated();
}

std::optional<Action> foot(Frame& frame, Rect rect, std::size_t questions) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float height = theme.large ? 120 : 96;
    const float width = theme.large ? 260 : 188;
    const Rect button{rect.right() - inset - width, rect.bottom() - 40 - height, width, height};
    const Rect track{rect.x + inset, button.center().y - 6, button.x - 24 - rect.x - inset, 12};
    const Color fill = pigment_fill(frame);
    canvas.round(track, 6, theme.color.sunk);
    if (theme.contrast) canvas.outline(track.inset(-3), 9, 2, theme.color.ink);
    SurveyState& state = frame.visit.survey;
    const float part = static_cast<float>(state.at() + 1) /
                       static_cast<float>(std::max<std::size_t>(1, questions));
    canvas.round(track.left(track.w * part), 6, fill);
    if (state.sending() || state.failed()) {
        const TextStyle style =
            theme.type(Type::secondary)
                .in(state.failed() ? theme.color.action_deep : theme.color.ink2);
        const Key said = state.failed() ? Key::survey_failed : Key::survey_sending;
        page::line_at(frame, {track.x, track.y + 42}, track.w, frame.word(said), style,
                      {.step_down = {style.px * 0.9F, style.px * 0.8F}});
    }
    const Key word = state.last() ? Key::survey_send : Key::neighbourhood_survey_next;
    if (!page::small_button(frame, button, frame.word(word), {fill, theme.color.on_fill}))
        return std::nullopt;
    frame.animate();
    if (!state.last()) {
        state.next();
        return std::nullopt;
    }
    auto handed = state.hand_in([&frame] { return frame.visit.next_ticket(); });
    if (!handed) return std::nullopt;
    return Action{std::move(*handed)};
}

// All was handed in: thanks, in the question's place.
void thanks(Frame& frame, Rect rect, const model::SurveyCard& survey) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const std::string_view said = frame.word(Key::survey_stored);
    const Layout layout = layout_of(frame, rect.w, said, 0);
    head(frame, rect, frame.word(survey.card.short_title), survey);
    const float left = rect.x + inset;
    canvas.text({left, rect.y + layout.question_y, rect.w - 2 * inset, 0}, said, layout.question,
                {.lines_max = 3});
    const TextStyle line = theme.type(Type::small_body).in(theme.color.ink2);
    canvas.text({left, rect.y + layout.answers_y, rect.w - 2 * inset, 0},
                format(Key::survey_stored_line, frame.language(),
                       {{"n", std::to_string(frame.visit.survey.answered())}}),
                line, {.lines_max = 3});
}

std::optional<Action> question(Frame& frame, Rect rect, const model::SurveyCard& survey) {
    SurveyState& state = frame.visit.survey;
    const domain::Question& asked = question_now(frame, survey);
    const std::string& prompt = frame.word(asked.prompt);
    const std::size_t count = answers_of(asked);
    const std::size_t questions = survey.form.questions.size();
    const Layout layout = layout_of(frame, rect.w, prompt, count);
    std::optional<Action> action;
    head(frame, rect,
         format(Key::neighbourhood_survey_step, frame.language(),
                {{"n", std::to_string(questions)}, {"i", std::to_string(state.at() + 1)}}),
         survey);
    frame.canvas.text({rect.x + inset, rect.y + layout.question_y, rect.w - 2 * inset, 0}, prompt,
                      layout.question, {.lines_max = 3});
    const auto across = static_cast<float>(layout.across);
    const float width = (rect.w - 2 * inset - 18 * (across - 1)) / across;
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = static_cast<float>(i % layout.across);
        const auto row = static_cast<float>(i / layout.across);
        const Rect at{rect.x + inset + (width + 18) * column,
                      rect.y + layout.answers_y + layout.answer_pitch * row, width,
                      layout.answer_height};
        const int option = static_cast<int>(i);
        if (answer(frame, at, frame.word(asked.options[i]), state.chosen() == option)) {
            state.choose(option);
            frame.animate();
        }
    }
    take(action, foot(frame, rect, questions));
    return action;
}

float bar_pitch(const Frame& frame) { return frame.theme.large ? 136 : 104; }

void result(Frame& frame, Rect rect, const model::SurveyCard& survey) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Color fill = pigment_fill(frame);
    const std::string& title = frame.word(survey.card.title);
    const Layout layout = layout_of(frame, rect.w, title, 0);
    head(frame, rect, frame.word(Key::neighbourhood_survey_over), {});
    const float left = rect.x + inset;
    const float room = rect.w - 2 * inset;
    canvas.text({left, rect.y + layout.question_y, room, 0}, title, layout.question,
                {.lines_max = 3});
    float y = rect.y + layout.answers_y;
    const std::size_t count = std::min(bars_max, survey.result.size());
    for (std::size_t i = 0; i < count; ++i) {
        const domain::Item& item = survey.result[i];
        const TextStyle style = theme.type(Type::row_title);
        const float middle = y + style.height() / 2;
        const std::string share = format(Key::neighbourhood_percent, frame.language(),
                                         {{"n", std::to_string(item.percent)}});
        page::line_at(frame, {left, middle}, room - 150, frame.word(item.title), style,
                      {.step_down = {style.px * 0.9F, style.px * 0.8F}});
        page::line_at(frame, {left + room - 140, middle}, 140, share, style.in(fill),
                      {.align = Align::right, .whole = true});
        const Rect track{left, y + style.height() + 8, room, 16};
        canvas.round(track, 8, theme.color.sunk);
        if (theme.contrast) canvas.outline(track.inset(-3), 11, 2, theme.color.ink);
        const float part = static_cast<float>(std::clamp(item.percent, 0, 100)) / 100;
        if (part > 0) canvas.round(track.left(std::max(16.0F, room * part)), 8, fill);
        y += bar_pitch(frame);
    }
    const TextStyle thanks = theme.type(Type::small_body).in(theme.color.ink2);
    canvas.text({left, y + 8, room, 0},
                format(Key::neighbourhood_survey_thanks, frame.language(),
                       {{"n", std::to_string(survey.answered)}}),
                thanks, {.lines_max = 2});
}

}  // namespace

float survey_height(Frame& frame, float width, const model::SurveyCard& survey) {
    if (!survey.form.empty() && frame.visit.survey.handed_in()) {
        const Layout layout = layout_of(frame, width, frame.word(Key::survey_stored), 0);
        const TextStyle line = frame.theme.type(Type::small_body);
        return layout.answers_y + line.height() * (frame.theme.large ? 3 : 2) + 40;
    }
    if (!survey.form.empty()) {
        const domain::Question& asked = question_now(frame, survey);
        const std::size_t count = answers_of(asked);
        const Layout layout = layout_of(frame, width, frame.word(asked.prompt), count);
        return layout.answers_y + answers_height(layout, count) + foot_height(frame);
    }
    const Layout layout = layout_of(frame, width, frame.word(survey.card.title), 0);
    const std::size_t bars = std::min(bars_max, survey.result.size());
    const TextStyle thanks = frame.theme.type(Type::small_body);
    const float said = frame.canvas
                           .measure(format(Key::neighbourhood_survey_thanks, frame.language(),
                                           {{"n", std::to_string(survey.answered)}}),
                                    thanks, width - 2 * inset, 2)
                           .height;
    return layout.answers_y + static_cast<float>(bars) * bar_pitch(frame) + said + 48;
}

std::optional<Action> survey(Frame& frame, Rect rect, const model::SurveyCard& survey) {
    std::optional<Action> action;
    card_ground(frame, rect);
    frame.canvas.push_ground(frame.theme.color.card);
    if (survey.form.empty()) {
        result(frame, rect, survey);
    } else if (frame.visit.survey.handed_in()) {
        thanks(frame, rect, survey);
    } else {
        action = question(frame, rect, survey);
    }
    frame.canvas.pop();
    return action;
}

}  // namespace wenlan::ui::neighbourhood
